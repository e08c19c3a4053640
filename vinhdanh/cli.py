"""The command line: what can be asked for, and what is said when something stops it."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from vinhdanh import __version__, bootstrap
from vinhdanh.base import disk
from vinhdanh.base.memory import BusyError
from vinhdanh.base.problems import Problem
from vinhdanh.commands import building, checking, consenting, previewing, trust, writing
from vinhdanh.commands.console import BROKEN, INTERRUPTED, report, say
from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError, account_of
from vinhdanh.render.outcome import Outcome

COMMANDS = (building, previewing, checking, writing, trust, consenting)
"""The modules of `commands`, in the order in which the help lists what they offer."""

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
    run: Callable[[argparse.Namespace], int] = options.run
    gc.set_threshold(COLLECT_AFTER)
    return _run(run, options)


def _run(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """What a command does, or what is said in its place when something stops it."""
    try:
        return run(options)
    except TemplateError as error:
        return _broken(options, error.problem)
    except disk.DiskError as error:
        return _broken(options, messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason))
    except BusyError:
        return _broken(options, messages.BUSY.at(None))
    except Exception as error:  # a fault of our own: people are told, not shown the inside of the program
        if options.verbose:
            traceback.print_exception(error)
        return _broken(options, messages.OWN_FAULT.at(None, reason=account_of(error)))
    except KeyboardInterrupt:
        say(options, "Đã dừng theo yêu cầu.", "Stopped as asked.")
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
    add(
        "--sandbox",
        action="store_true",
        help="mẫu trang do người khác viết: không cho chạm vào máy · templates of a stranger",
    )
    add("-q", "--quiet", action="store_true", help="chỉ nói khi có lỗi · speak only when something is wrong")
    add("-v", "--verbose", action="store_true", help="nói nhiều hơn · say more")
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Vinh Danh: dựng trang giới thiệu người lao động · builds the showcase of working people.",
    )
    parser.add_argument("--version", action="version", version=f"Vinh Danh {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        module.offer(commands, common)
    commands.add_parser("test", help="chạy mọi phép thử · run all tests")
    return parser


def _broken(options: argparse.Namespace, problem: Problem) -> int:
    outcome = Outcome(faults=(problem,))
    if options.json:
        print(
            json.dumps(building.as_json(outcome, 0.0, argparse.Namespace(lang=options.lang, explain=False)))
        )
    else:
        report(options, [problem])
    return BROKEN
