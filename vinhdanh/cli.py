"""The command line: arguments, progress, what is said to people, and exit codes."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from vinhdanh import __version__, bootstrap
from vinhdanh.base import disk, terminal
from vinhdanh.base.memory import BusyError
from vinhdanh.base.problems import Problem, Severity, has_errors
from vinhdanh.progress import Progress
from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.pipeline import MEMORY_FOLDER, Options, Outcome, build

CLEAN, PROBLEMS, USAGE, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: all is well; content has problems; wrong usage; settings, templates or the disk are broken; Ctrl-C."""

COLLECT_AFTER = 50_000
"""New objects between two searches for dead cycles. A build makes millions of objects and hardly a cycle: with Python's
own number, 700, it searches a fifth of its time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. `arguments` are those after the program's name."""
    bootstrap.use_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["test"]:
        return bootstrap.run_tests(given[1:])
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    options = _parser().parse_args(given)
    gc.set_threshold(COLLECT_AFTER)
    try:
        return _COMMAND[options.command](options)
    except TemplateError as error:
        return _broken(options, error.problem)
    except disk.DiskError as error:
        return _broken(options, messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason))
    except BusyError:
        return _broken(options, messages.BUSY.at(None))
    except KeyboardInterrupt:
        _say(options, "Đã dừng theo yêu cầu.", "Stopped as asked.")
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    """The grammar of the command line; argparse exits with 2 on wrong usage."""
    common = argparse.ArgumentParser(add_help=False)
    add = common.add_argument
    add(
        "--root",
        type=Path,
        default=None,
        metavar="DIR",
        help="thư mục có content/ · the folder that has content/",
    )
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ của thông báo · language of messages")
    add("--json", action="store_true", help="in một đối tượng JSON · print one JSON object")
    add("-q", "--quiet", action="store_true", help="chỉ nói khi có lỗi · speak only when something is wrong")
    add("-v", "--verbose", action="store_true", help="nói nhiều hơn · say more")
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Vinh Danh: dựng trang giới thiệu người lao động · builds the showcase of working people.",
    )
    parser.add_argument("--version", action="version", version=f"Vinh Danh {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
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
        "--strict", action="store_true", help="coi cảnh báo là lỗi · treat warnings as errors"
    )
    checking = commands.add_parser("check", parents=[common], help="tìm mọi chỗ sai · report every problem")
    checking.add_argument(
        "--strict", action="store_true", help="coi cảnh báo là lỗi · treat warnings as errors"
    )
    telling = commands.add_parser(
        "explain", parents=[common], help="trang này từ đâu ra · the story of one page"
    )
    telling.add_argument("url", help="địa chỉ trang, ví dụ /nguoi/a/ · address of a page")
    serving = commands.add_parser("serve", parents=[common], help="xem trước khi đăng · live preview")
    serving.add_argument("--port", type=_port, default=8000, metavar="N", help="cổng · port (8000)")
    serving.add_argument("--no-open", action="store_true", help="không mở trình duyệt · open no browser")
    serving.add_argument(
        "--watch",
        choices=("auto", "events", "poll"),
        default="auto",
        help="cách biết tệp thay đổi · how changes are found",
    )
    commands.add_parser("clean", parents=[common], help="quên những lần dựng trước · forget former builds")
    commands.add_parser("test", help="chạy mọi phép thử · run all tests")
    return parser


# -- commands ----


def _build(options: argparse.Namespace) -> int:
    started = time.monotonic()
    settings = _settings(options)
    progress = Progress(
        sys.stderr, options.lang, quiet=options.quiet or options.json, verbose=options.verbose
    )
    outcome = build(settings, progress.note)
    progress.close()
    seconds = round(time.monotonic() - started, 3)
    if options.json:
        print(json.dumps(_as_json(outcome, seconds, options), ensure_ascii=False))
    else:
        _report(options, (*outcome.faults, *outcome.problems))
        if options.explain:
            for url, why in outcome.reasons.items():
                print(f"{url}: {', '.join(why)}")
        _summary(options, outcome, seconds, settings)
    if outcome.faults:
        return BROKEN
    return PROBLEMS if has_errors(outcome.problems) else CLEAN


def _as_json(outcome: Outcome, seconds: float, options: argparse.Namespace) -> dict[str, Any]:
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
    if outcome.faults or errors:
        _say(
            options,
            f"Chưa dựng được: {errors + len(outcome.faults)} lỗi ở trên cần sửa. Trang cũ vẫn còn nguyên.",
            f"Not built: {errors + len(outcome.faults)} errors above need mending. The old site is untouched.",
        )
        return
    warnings = len(outcome.problems)
    index = settings.output / "index.html"
    changed = f"{_number(outcome.written)} tệp thay đổi, {outcome.removed} tệp bỏ đi"
    vi = f"Đã dựng {_number(outcome.pages)} trang ({changed})"
    en = f"Built {outcome.pages:,} pages ({outcome.written:,} files changed, {outcome.removed:,} removed)"
    more_vi = f" · {warnings} chỗ nên xem lại" if warnings else ""
    more_en = f" · {warnings} warnings" if warnings else ""
    took = f"{seconds:.1f}".replace(".", ",")
    _say(
        options,
        f"{vi} trong {took} giây{more_vi} · xem: {index}",
        f"{en} in {seconds:.1f} s{more_en} · look at: {index}",
    )


def _check(options: argparse.Namespace) -> int:
    from vinhdanh.editing.check import check  # noqa: PLC0415 - builds do without it, and it loads the whole engine

    found = check(_settings(options))
    wrong = has_errors(found) or (options.strict and bool(found))
    if options.json:
        print(
            json.dumps({"problems": [problem.as_dict(options.lang) for problem in found]}, ensure_ascii=False)
        )
        return PROBLEMS if wrong else CLEAN
    _report(options, found)
    files = len({problem.location.file for problem in found if problem.location})
    if found:
        _say(
            options,
            f"{len(found)} chỗ cần xem trong {files} tệp.",
            f"{len(found)} problems in {files} files.",
        )
    else:
        _say(options, "Không thấy chỗ nào sai.", "Nothing is wrong.")
    return PROBLEMS if wrong else CLEAN


def _explain(options: argparse.Namespace) -> int:
    from vinhdanh.editing.check import explain  # noqa: PLC0415 - as above

    found = explain(_settings(options), options.url)
    if found is None:
        _say(
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


def _serve(options: argparse.Namespace) -> int:
    import secrets  # noqa: PLC0415 - other commands do without these
    import webbrowser  # noqa: PLC0415 - as above

    from vinhdanh.preview.serving import Wish, serve  # noqa: PLC0415 - as above
    from vinhdanh.preview.voice import Voice  # noqa: PLC0415 - as above

    browse = None if options.no_open else webbrowser.open
    token = secrets.token_urlsafe(16)
    wish = Wish(_root(options), options.port, options.watch, token, _today, dict(os.environ))
    serve(wish, Voice(options.lang, sys.stderr, browse, quiet=options.quiet, colour=_colour()))
    return CLEAN


def _port(text: str) -> int:
    """A number that may be that of a port; argparse tells of any other."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def _clean(options: argparse.Namespace) -> int:
    root = _root(options)
    removed = disk.remove_folder(root / MEMORY_FOLDER)
    _say(
        options,
        "Đã quên những lần dựng trước." if removed else "Không có gì để quên.",
        "Former builds are forgotten." if removed else "There is nothing to forget.",
    )
    return CLEAN


_COMMAND: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "explain": _explain,
    "serve": _serve,
    "clean": _clean,
}


# -- helpers ----


def _root(options: argparse.Namespace) -> Path:
    """The showcase: the folder that was named, else the project's own, else the current folder."""
    if options.root:
        return Path(options.root).resolve()
    project = Path(__file__).resolve().parent.parent
    return project if disk.is_folder(project / "content") else Path.cwd()


def _settings(options: argparse.Namespace) -> Options:
    root = _root(options)
    output = getattr(options, "output", None)
    strict = bool(getattr(options, "strict", False))
    return Options(root, output.resolve() if output else root / "site", _today(), strict)


def _today() -> str:
    """The day that decides what is published: that of `SOURCE_DATE_EPOCH` if it is set, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()).isoformat()


def _report(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    if problems:
        print(terminal.report(problems, options.lang, colour=_colour()), end="\n\n")
    if os.environ.get("GITHUB_ACTIONS"):
        for problem in problems:
            print(terminal.annotation(problem, options.lang))


def _broken(options: argparse.Namespace, problem: Problem) -> int:
    outcome = Outcome(faults=(problem,))
    if options.json:
        print(json.dumps(_as_json(outcome, 0.0, argparse.Namespace(lang=options.lang, explain=False))))
    else:
        _report(options, [problem])
    return BROKEN


def _colour() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _say(options: argparse.Namespace, vi: str, en: str) -> None:
    if not options.quiet:
        print(vi if options.lang == "vi" else en, file=sys.stderr)


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")
