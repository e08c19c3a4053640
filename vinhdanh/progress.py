"""What a person sees while a build runs: one moving line on a terminal, one line each ten seconds elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

EVERY_SECONDS = 10.0
"""Elsewhere than on a terminal, how often a line is written."""

REDRAW_SECONDS = 0.1
"""On a terminal, how often the line is drawn again."""

CLEAR_LINE, NEW_LINE = "\r\x1b[K", "\n"

_STAGES = {
    "vi": {"read": "Đọc nội dung", "render": "Dựng trang", "pictures": "Làm ảnh", "write": "Ghi ra đĩa"},
    "en": {
        "read": "Reading content",
        "render": "Rendering",
        "pictures": "Making pictures",
        "write": "Writing",
    },
}


class Progress:
    """Tells the stages of a build, with counts."""

    def __init__(self, stream: TextIO, lang: str, *, quiet: bool = False, verbose: bool = False) -> None:
        """Write to `stream` unless `quiet`; `verbose` leaves a line with the time that each stage took."""
        self._stream = stream
        self._words = _STAGES.get(lang, _STAGES["vi"])
        self._quiet = quiet
        self._verbose = verbose and not quiet
        self._moving = stream.isatty() and not quiet
        self._stage, self._total, self._done = "", 0, 0
        self._began = self._last = time.monotonic()

    def note(self, stage: str, count: int) -> None:
        """A stage begins with `count` things to do, or `page`: one more is done."""
        if stage == "page":
            self._done += count
        else:
            self._end_stage()
            self._stage, self._total, self._done = stage, count, 0
        wait = REDRAW_SECONDS if self._moving else EVERY_SECONDS
        if not self._quiet and time.monotonic() - self._last >= wait:
            self._last = time.monotonic()
            self._write(self._text(), ends=not self._moving)

    def close(self) -> None:
        """End the last stage and take the moving line away."""
        self._end_stage()
        if self._moving:
            self._write("", ends=False)

    def _end_stage(self) -> None:
        now = time.monotonic()
        if self._verbose and self._stage:
            self._write(f"{self._text()}: {now - self._began:.2f} s", ends=True)
        self._began = now

    def _text(self) -> str:
        count = f" {self._done}/{self._total}" if self._done else f" {self._total}" if self._total else ""
        return f"{self._words.get(self._stage, self._stage)}{count}"

    def _write(self, text: str, *, ends: bool) -> None:
        self._stream.write(f"{CLEAR_LINE if self._moving else ''}{text}{NEW_LINE if ends else ''}")
        self._stream.flush()
