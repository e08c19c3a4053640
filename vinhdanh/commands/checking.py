"""`check` tells every problem and mends the safe ones; `explain` tells the story of one page."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vinhdanh.base.problems import Problem, Severity, has_errors
from vinhdanh.commands import mending
from vinhdanh.commands.console import CLEAN, PROBLEMS, refuse, report, say, settings_of

if TYPE_CHECKING:
    from vinhdanh.editing.links import Links

LINKS_SECONDS = 120.0
"""How long the pages of other sites are asked for, if nothing else is said."""

# What checks is imported where it is needed: builds do without it, and it loads the whole engine.


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `check` and `explain` to the parser's commands."""
    checking = commands.add_parser("check", parents=[common], help="tìm mọi chỗ sai · report every problem")
    add = checking.add_argument
    add("--strict", action="store_true", help="coi cảnh báo là lỗi · treat warnings as errors")
    add("--all", action="store_true", help="kể cả điều nên bổ sung · also what is not wrong but wanting")
    add("--links", action="store_true", help="hỏi các trang bên ngoài · ask the pages of other sites")
    add(
        "--links-limit",
        type=_seconds,
        metavar="SECONDS",
        help="với --links: hỏi lâu nhất bao nhiêu giây (120) · with --links: ask no longer than this (120)",
    )
    add("--fix", action="store_true", help="tự sửa những chỗ chắc chắn · mend what is safe to mend")
    add(
        "--yes", action="store_true", help="với --fix: ghi luôn, không hỏi · with --fix: write without asking"
    )
    add("--undo", action="store_true", help="trả lại lần --fix gần nhất · take the last --fix back")
    checking.set_defaults(run=_check)
    telling = commands.add_parser(
        "explain", parents=[common], help="trang này từ đâu ra · the story of one page"
    )
    telling.add_argument("url", help="địa chỉ trang, ví dụ /nguoi/a/ · address of a page")
    telling.set_defaults(run=_explain)


def _check(options: argparse.Namespace) -> int:
    misused = _misused(options)
    if misused:
        return refuse(options, *misused)
    if options.undo:
        return mending.undo(options)
    if options.fix:
        return mending.fix(options)
    from vinhdanh.editing.check import check  # noqa: PLC0415

    found = check(settings_of(options), spelling=options.all)
    links = _links(options, found.own_address) if options.links else None
    if links:
        found = found.joined(links.problems)
    wrong = has_errors(found.problems) or (options.strict and bool(found.problems))
    if options.json:
        plain = _as_json(found.problems, found.notices, options.lang)
        if links:
            plain["links"] = {**links._asdict(), "problems": len(links.problems)}
        print(json.dumps(plain, ensure_ascii=False))
        return PROBLEMS if wrong else CLEAN
    report(options, (*found.problems, *(found.notices if options.all else ())), headed=True)
    _summary(options, found.problems)
    _wanting(options, found.notices)
    return PROBLEMS if wrong else CLEAN


def _misused(options: argparse.Namespace) -> tuple[str, str] | None:
    """Why these options make no sense together; what is not done must not seem to be."""
    given = [f"--{name}" for name in ("fix", "yes", "all", "links", "strict") if getattr(options, name)]
    if options.undo and given:
        listed = ", ".join(given)
        return (
            f"--undo trả lại lần tự sửa gần nhất và không làm gì khác: bỏ {listed}.",
            f"--undo takes the last mending back and does nothing else: leave {listed} out.",
        )
    if options.yes and not options.fix:
        return (
            "--yes chỉ có nghĩa cùng với --fix. Muốn máy sửa luôn, không hỏi: python3 build.py check --fix --yes",
            "--yes goes with --fix only. To mend without being asked: python3 build.py check --fix --yes",
        )
    if options.fix and (options.links or options.all):
        other = "--links" if options.links else "--all"
        return (
            f"--fix không đi cùng {other}: chạy check --fix trước, rồi check {other}.",
            f"--fix does not go with {other}: run check --fix first, then check {other}.",
        )
    if options.links_limit and not options.links:
        return "--links-limit chỉ có nghĩa cùng với --links.", "--links-limit goes with --links only."
    return None


def _seconds(text: str) -> float:
    """A time limit. Raises ValueError."""
    seconds = float(text)
    if not 0 < seconds < 86_400:
        raise ValueError(text)
    return seconds


def _links(options: argparse.Namespace, own: str) -> Links:
    """What the pages of other sites say, narrated as it comes."""
    from vinhdanh.editing.fetching import OK, Answer, Pace  # noqa: PLC0415
    from vinhdanh.editing.links import check_links  # noqa: PLC0415

    def note(address: str, answer: Answer) -> None:
        if options.verbose or answer.state != OK:
            say(options, f"{answer.said}: {address}", f"{answer.said}: {address}")

    settings = settings_of(options)
    links = check_links(
        settings.root, own, settings.today, Pace(limit=options.links_limit or LINKS_SECONDS), note
    )
    say(
        options,
        f"{links.addresses} địa chỉ bên ngoài: hỏi {links.asked}, vừa hỏi hôm trước {links.known}, "
        f"chưa kịp hỏi {links.left}.",
        f"{links.addresses} addresses of other sites: {links.asked} asked for, {links.known} known from before, "
        f"{links.left} not reached in time.",
    )
    return links


def _as_json(problems: Sequence[Problem], notices: Sequence[Problem], lang: str) -> dict[str, Any]:
    return {
        "problems": [problem.as_dict(lang) for problem in problems],
        "notices": [notice.as_dict(lang) for notice in notices],
        "counts": Counter(str(found.severity) for found in (*problems, *notices)),
    }


def _summary(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    if not problems:
        say(options, "Không thấy chỗ nào sai.", "Nothing is wrong.")
        return
    files = len({problem.location.file for problem in problems if problem.location})
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    say(
        options,
        f"{len(problems)} chỗ cần xem trong {files} tệp: {errors} lỗi, {warnings} chỗ nên xem.",
        f"{len(problems)} problems in {files} files: {errors} errors, {warnings} warnings.",
    )
    mendable = sum(problem.edit is not None for problem in problems)
    if mendable:
        say(
            options,
            f"{mendable} chỗ có thể tự sửa: python3 build.py check --fix",
            f"{mendable} of them can be mended: python3 build.py check --fix",
        )


def _wanting(options: argparse.Namespace, notices: Sequence[Problem]) -> None:
    """One calm line on what is not wrong but wanting."""
    from vinhdanh.editing.wanting_messages import COUNTED  # noqa: PLC0415

    counts = Counter(notice.code for notice in notices)
    if not counts:
        return
    labels = (f"{count} {COUNTED[code][options.lang == 'en']}" for code, count in counts.most_common())
    listed = ", ".join(labels)
    more_vi, more_en = (
        ("", "") if options.all else (" (xem từng chỗ: check --all)", " (see each: check --all)")
    )
    say(
        options, f"Có thể bổ sung dần: {listed}{more_vi}.", f"Wanting, when there is time: {listed}{more_en}."
    )


def _explain(options: argparse.Namespace) -> int:
    from vinhdanh.editing.check import explain  # noqa: PLC0415

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
