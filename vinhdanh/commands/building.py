"""`build` makes the site, `clean` forgets that it was made before."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from vinhdanh.base import disk
from vinhdanh.base.problems import Severity, has_errors
from vinhdanh.commands.console import (
    BROKEN,
    CLEAN,
    PROBLEMS,
    number,
    refuse,
    report,
    root_of,
    say,
    settings_of,
)
from vinhdanh.progress import Progress
from vinhdanh.render.pipeline import MEMORY_FOLDER, Options, Outcome, build


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `build` and `clean` to the parser's commands."""
    making = commands.add_parser(
        "build", parents=[common], help="dựng trang (mặc định) · build the site (default)"
    )
    making.add_argument(
        "--output", type=Path, default=None, metavar="DIR", help="nơi ghi trang · where the site goes"
    )
    making.add_argument(
        "--explain", action="store_true", help="nêu lý do dựng lại · say why each page was made anew"
    )
    making.add_argument(
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help="số tiến trình cùng dựng · processes that build together (số lõi · all cores)",
    )
    making.add_argument(
        "--executor",
        choices=("processes", "dask"),
        default="processes",
        help="dựng bằng máy này hay cụm máy Dask · this machine or a Dask cluster",
    )
    making.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        default=None,
        help="địa chỉ máy điều phối Dask · the Dask scheduler, such as tcp://10.0.0.5:8786",
    )
    making.add_argument(
        "--strict", action="store_true", help="coi cảnh báo là lỗi · treat warnings as errors"
    )
    making.set_defaults(run=_build)
    forgetting = commands.add_parser(
        "clean", parents=[common], help="quên những lần dựng trước · forget former builds"
    )
    forgetting.set_defaults(run=_clean)


def _jobs(text: str) -> int:
    """A number of processes; argparse tells of any other text."""
    number = int(text)
    if not 1 <= number <= 64:
        raise ValueError(text)
    return number


def _build(options: argparse.Namespace) -> int:
    if (options.executor == "dask") != bool(options.scheduler):
        return refuse(
            options,
            "--executor dask và --scheduler ADDRESS phải đi cùng nhau.",
            "--executor dask and --scheduler ADDRESS go together.",
        )
    started = time.monotonic()
    settings = settings_of(options)
    progress = Progress(
        sys.stderr, options.lang, quiet=options.quiet or options.json, verbose=options.verbose
    )
    outcome = build(settings, progress.note)
    outcome = _with_help(settings, outcome)
    progress.close()
    seconds = round(time.monotonic() - started, 3)
    if options.json:
        print(json.dumps(as_json(outcome, seconds, options), ensure_ascii=False))
    else:
        report(options, (*outcome.faults, *outcome.problems))
        if options.explain:
            for url, why in outcome.reasons.items():
                print(f"{url}: {', '.join(why)}")
        _summary(options, outcome, seconds, settings)
    if outcome.faults:
        return BROKEN
    return PROBLEMS if has_errors(outcome.problems) else CLEAN


def _with_help(settings: Options, outcome: Outcome) -> Outcome:
    """The outcome, after what editors' programs know of the content was brought up to date."""
    if outcome.catalogue is None:
        return outcome
    from vinhdanh.editing.schema.refresh import help_editors  # noqa: PLC0415 - a build with nothing to do does without it

    problem = help_editors(settings.root, outcome.catalogue, settings.calls)
    return replace(outcome, problems=(*outcome.problems, problem)) if problem else outcome


def as_json(outcome: Outcome, seconds: float, options: argparse.Namespace) -> dict[str, Any]:
    """The outcome of a build as `--json` prints it."""
    found = (*outcome.faults, *outcome.problems)
    return {
        "pages": outcome.pages,
        "rendered": outcome.rendered,
        "written": outcome.written,
        "removed": outcome.removed,
        "seconds": seconds,
        "reasons": {url: list(why) for url, why in outcome.reasons.items()} if options.explain else {},
        "problems": [problem.as_dict(options.lang) for problem in found],
    }


def _summary(options: argparse.Namespace, outcome: Outcome, seconds: float, settings: Options) -> None:
    errors = sum(problem.severity is Severity.ERROR for problem in outcome.problems)
    if outcome.halfway:
        say(
            options,
            "Mới dựng được một phần: có tệp mới, có tệp cũ, tệp nào cũng nguyên vẹn. Sửa lỗi ở trên rồi chạy lại.",
            "Built in part: some files are new, some old, each is whole. Mend the error above and run this again.",
        )
        return
    if outcome.faults or errors:
        say(
            options,
            f"Chưa dựng được: {errors + len(outcome.faults)} lỗi ở trên cần sửa. Trang cũ vẫn còn nguyên.",
            f"Not built: {errors + len(outcome.faults)} errors above need mending. The old site is untouched.",
        )
        return
    warnings = len(outcome.problems)
    index = settings.output / "index.html"
    changed = f"{number(outcome.written)} tệp thay đổi, {outcome.removed} tệp bỏ đi"
    vi = f"Đã dựng {number(outcome.pages)} trang ({changed})"
    en = f"Built {outcome.pages:,} pages ({outcome.written:,} files changed, {outcome.removed:,} removed)"
    more_vi = f" · {warnings} chỗ nên xem lại" if warnings else ""
    more_en = f" · {warnings} warnings" if warnings else ""
    took = f"{seconds:.1f}".replace(".", ",")
    say(
        options,
        f"{vi} trong {took} giây{more_vi} · xem: {index}",
        f"{en} in {seconds:.1f} s{more_en} · look at: {index}",
    )


def _clean(options: argparse.Namespace) -> int:
    from vinhdanh.editing.backups import BACKUPS  # noqa: PLC0415 - builds do without it

    root = root_of(options)
    removed = disk.remove_folder(root / MEMORY_FOLDER, but=BACKUPS)
    say(
        options,
        "Đã quên những lần dựng trước." if removed else "Không có gì để quên.",
        "Former builds are forgotten." if removed else "There is nothing to forget.",
    )
    return CLEAN
