"""What the preview says at the terminal: where to look, what was saved, what came of it, what is wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TextIO

from vinhdanh.base import terminal
from vinhdanh.base.problems import Problem, Severity
from vinhdanh.preview.news import by_cause
from vinhdanh.render.outcome import Outcome

NAMED = 3
"""Files that are named when several were saved at once."""


SHOWN = 10
"""Errors that are told in full; the browser shows more, and `check` all."""


class Voice:
    """Speaks in one language, to one stream. Problems are told again only when they have changed."""

    def __init__(
        self,
        lang: str,
        stream: TextIO,
        browse: Callable[[str], object] | None,
        *,
        quiet: bool = False,
        colour: bool = False,
    ) -> None:
        """`browse` opens a URL in a browser; problems are told also if `quiet`."""
        self._lang = lang
        self._stream = stream
        self._browse = browse
        self._quiet = quiet
        self._colour = colour
        self._told: tuple[Problem, ...] = ()
        self._began_at = 0.0
        self._has_built = False

    def opened(self, url: str) -> None:
        """The preview can be seen at `url`."""
        self._say(
            f"Xem trước tại {url} · mỗi lần lưu tệp, trang tự đổi theo · dừng: Ctrl-C",
            f"Preview at {url} · it follows every save · stop with Ctrl-C",
        )
        if self._browse:
            # Some browsers hold whoever opens them until they are closed.
            threading.Thread(target=self._browse, args=(url,), daemon=True).start()

    def began(self) -> None:
        """A build begins."""
        if not self._began_at:
            self._say("Đang dựng lần đầu …", "Building for the first time …")
        self._began_at = time.monotonic()

    def built(self, touched: frozenset[str], outcome: Outcome) -> None:
        """Files were saved, and this came of it."""
        milliseconds = round((time.monotonic() - self._began_at) * 1000)
        found = (*outcome.faults, *outcome.problems)
        if self._has_built and not touched and not outcome.changed and found == self._told:
            return  # tried again, for nothing yet
        names = ", ".join(sorted(touched)[:NAMED]) + (f" … ({len(touched)})" if len(touched) > NAMED else "")
        pages = sum(path.endswith(".html") for path in outcome.changed)
        vi, en = ("Dựng lại", "Built again") if self._has_built else ("Dựng lần đầu", "First build")
        self._has_built = True
        self._say(
            f"{names or vi} → {pages} trang đổi, {milliseconds} ms",
            f"{names or en} → {pages} pages changed, {milliseconds} ms",
        )
        if found != self._told:
            self._told = found
            self._report(found)

    def noticed(self, problem: Problem) -> None:
        """Something is not as it should be, and the preview goes on."""
        self._write(terminal.show(problem, self._lang, colour=self._colour))

    def _report(self, found: tuple[Problem, ...]) -> None:
        errors = sum(problem.severity is Severity.ERROR for problem in found)
        shown = [problem for problem in by_cause(found) if problem.severity is Severity.ERROR][:SHOWN]
        if shown:
            self._write(f"\n{terminal.report(shown, self._lang, colour=self._colour)}\n")
        if errors > len(shown):
            more = errors - len(shown)
            self._write(
                f"… và {more} lỗi nữa: python3 build.py check"
                if self._lang == "vi"
                else f"… and {more} more errors: python3 build.py check"
            )
        warnings = len(found) - errors
        if warnings:
            self._say(
                f"{warnings} chỗ nên xem lại: python3 build.py check",
                f"{warnings} warnings: python3 build.py check",
            )
        if not found:
            self._say("Không còn lỗi nào.", "Nothing is wrong.")

    def _say(self, vi: str, en: str) -> None:
        if not self._quiet:
            self._write(vi if self._lang == "vi" else en)

    def _write(self, text: str) -> None:
        self._stream.write(f"{text}\n")
        self._stream.flush()
