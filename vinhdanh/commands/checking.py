"""`check` tells every problem, `explain` the story of one page."""

from __future__ import annotations

import argparse
import json
from typing import Any

from vinhdanh.base.problems import has_errors
from vinhdanh.commands.console import CLEAN, PROBLEMS, report, say, settings_of


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `check` and `explain` to the parser's commands."""
    checking = commands.add_parser("check", parents=[common], help="tìm mọi chỗ sai · report every problem")
    checking.add_argument(
        "--strict", action="store_true", help="coi cảnh báo là lỗi · treat warnings as errors"
    )
    checking.set_defaults(run=_check)
    telling = commands.add_parser(
        "explain", parents=[common], help="trang này từ đâu ra · the story of one page"
    )
    telling.add_argument("url", help="địa chỉ trang, ví dụ /nguoi/a/ · address of a page")
    telling.set_defaults(run=_explain)


def _check(options: argparse.Namespace) -> int:
    from vinhdanh.editing.check import check  # noqa: PLC0415 - builds do without it, and it loads the whole engine

    found = check(settings_of(options))
    wrong = has_errors(found) or (options.strict and bool(found))
    if options.json:
        print(
            json.dumps({"problems": [problem.as_dict(options.lang) for problem in found]}, ensure_ascii=False)
        )
        return PROBLEMS if wrong else CLEAN
    report(options, found)
    files = len({problem.location.file for problem in found if problem.location})
    if found:
        say(
            options,
            f"{len(found)} chỗ cần xem trong {files} tệp.",
            f"{len(found)} problems in {files} files.",
        )
    else:
        say(options, "Không thấy chỗ nào sai.", "Nothing is wrong.")
    return PROBLEMS if wrong else CLEAN


def _explain(options: argparse.Namespace) -> int:
    from vinhdanh.editing.check import explain  # noqa: PLC0415 - as above

    found = explain(settings_of(options), options.url)
    if found is None:
        say(
            options,
            f"Trang này không có trong kế hoạch: {options.url}",
            f"No such page is planned: {options.url}",
        )
        return PROBLEMS
    if options.json:
        plain = {"url": found.url, "origin": found.origin, "maker": found.maker, "parts": found.parts}
        print(json.dumps({**plain, "reasons": found.reasons}, ensure_ascii=False))
        return CLEAN
    vi = ("Địa chỉ", "Từ tệp", "Cách làm", "Gồm các phần", "Lần cuối dựng vì")
    en = ("Address", "From", "Made by", "Parts", "Last made because of")
    never = "chưa dựng" if options.lang == "vi" else "not made yet"
    values = (found.url, found.origin, found.maker, ", ".join(found.parts), found.reasons or never)
    for label, value in zip(vi if options.lang == "vi" else en, values, strict=True):
        print(f"{label}: {value}")
    return CLEAN
