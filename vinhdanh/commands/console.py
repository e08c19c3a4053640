"""What all commands share: exit codes, where the showcase is, what day it is, and how things are said to people."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from vinhdanh.base import disk, terminal
from vinhdanh.base.problems import Problem
from vinhdanh.base.vietnamese.text import fold
from vinhdanh.render.outcome import Options

CLEAN, PROBLEMS, USAGE, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: all is well; content has problems; wrong usage; settings, templates or the disk are broken; Ctrl-C."""


def root_of(options: argparse.Namespace) -> Path:
    """The showcase: the folder that was named, else the project's own, else the current folder."""
    if options.root:
        return Path(options.root).resolve()
    project = Path(__file__).resolve().parent.parent.parent
    return project if disk.is_folder(project / "content") else Path.cwd()


def settings_of(options: argparse.Namespace) -> Options:
    """What the engine is asked for."""
    root = root_of(options)
    output = getattr(options, "output", None)
    strict = bool(getattr(options, "strict", False))
    jobs, scheduler = int(getattr(options, "jobs", 0)), getattr(options, "scheduler", None) or ""
    site = output.resolve() if output else root / "site"
    return Options(root, site, today(), strict, jobs, scheduler, sandboxed=options.sandbox)


def today() -> str:
    """The day that decides what is published: that of `SOURCE_DATE_EPOCH` if it is set, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()).isoformat()


def environment() -> dict[str, str]:
    """The variables of the environment."""
    return dict(os.environ)


def secret() -> str:
    """A text that nobody else knows or can guess."""
    import secrets  # noqa: PLC0415 - few commands need one

    return secrets.token_urlsafe(16)


def report(options: argparse.Namespace, problems: Sequence[Problem], *, headed: bool = False) -> None:
    """Print problems for people, and for a review where one is under way. `headed` counts those of each file."""
    if problems:
        print(terminal.report(problems, options.lang, colour=colour(), headed=headed), end="\n\n")
    if os.environ.get("GITHUB_ACTIONS"):
        for problem in problems:
            print(terminal.annotation(problem, options.lang))


def refuse(options: argparse.Namespace, vi: str, en: str, code: int = USAGE, **more: str | None) -> int:
    """Say why nothing was done, also to whoever asked for quiet, and give the exit code; `more` is for `--json`."""
    why = vi if options.lang == "vi" else en
    if options.json:
        print(json.dumps({**more, "error": why}, ensure_ascii=False))
    else:
        print(why, file=sys.stderr)
    return code


def colour() -> bool:
    """Whether what is printed may be coloured (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def can_ask() -> bool:
    """Whether somebody sits at a terminal who could answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(prompt: str) -> str | None:
    """The line that somebody answers; None when the input has ended."""
    print(prompt, end=" ", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


def agrees(options: argparse.Namespace, vi: str, en: str) -> bool:
    """Whether somebody says yes to a question; anything else is a no."""
    answer = ask(f"{vi} [c/K]" if options.lang == "vi" else f"{en} [y/N]")
    return fold(answer or "") in ("c", "co", "y", "yes")


def say(options: argparse.Namespace, vi: str, en: str) -> None:
    """Narrate a line to people, unless they asked for quiet."""
    if not options.quiet:
        print(vi if options.lang == "vi" else en, file=sys.stderr)


def number(value: int) -> str:
    """A number with dots for thousands, as Vietnamese writes it."""
    return f"{value:,}".replace(",", ".")
