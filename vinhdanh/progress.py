"""What a person sees while a build runs: one moving line on a terminal, one line each ten seconds elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

EVERY_SECONDS = 10.0
"""Elsewhere than on a terminal, how often a line is written."""

REDRAW_SECONDS = 0.1
"""On a terminal, how often the line is drawn again."""

_STAGES = {
    "vi": {"read": "Đọc nội dung", "render": "Dựng trang", "write": "Ghi ra đĩa"},
    "en": {"read": "Reading content", "render": "Rendering", "write": "Writing"},
}


class Progress:
    """Tells the stages of a build, with counts."""

    def __init__(self, stream: TextIO, lang: str, *, quiet: bool) -> None:
        """Write to `stream` unless `quiet`."""
        self._stream = stream
        self._words = _STAGES.get(lang, _STAGES["vi"])
        self._quiet = quiet
        self._moving = stream.isatty()
        self._stage, self._total, self._done = "", 0, 0
        self._last = time.monotonic()

    def note(self, stage: str, count: int) -> None:
        """A stage begins with `count` things to do, or `page`: one more is done."""
        if stage == "page":
            self._done += count
        else:
            self._stage, self._total, self._done = stage, count, 0
        wait = REDRAW_SECONDS if self._moving else EVERY_SECONDS
        if not self._quiet and time.monotonic() - self._last >= wait:
            self._last = time.monotonic()
            self._draw()

    def _draw(self) -> None:
        count = f" {self._done}/{self._total}" if self._total else ""
        text = f"{self._words.get(self._stage, self._stage)}{count}"
        self._stream.write(f"\r\x1b[K{text}" if self._moving else f"{text}\n")
        self._stream.flush()

    def close(self) -> None:
        """Take the moving line away."""
        if self._moving and not self._quiet:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
