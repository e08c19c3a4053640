"""The monogram: the initial of a given name, set large in the middle of a drawing."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.letters import CAP_HEIGHT, OUTLINES
from vinhdanh.showcase.drawings.sheet import Sheet, number

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""The combining marks of the five written tones: huyền, sắc, ngã, hỏi, nặng."""
_CAPITAL: Final = 0.68
_WHOLE: Final = 0.8
"""Heights as shares of the sheet's: of a capital, and at most of a letter with its accent or tail."""
_BROAD: Final = 0.82
"""The width of a letter as a share of the sheet's, at most; it counts where the sheet is upright."""


class Letter(NamedTuple):
    """A letter placed on a sheet: its outline in thousandths of an em, and how to bring it there."""

    path: str
    scale: float
    x: float
    y: float

    @property
    def transform(self) -> str:
        """The value of a ``transform`` attribute."""
        return f"translate({number(self.x)} {number(self.y)})scale({self.scale:.4g})"


def place(name: str, sheet: Sheet) -> Letter | None:
    """The first letter of ``name`` in the middle of the sheet; None when there is no outline for it."""
    outline = OUTLINES.get(initial(name))
    if outline is None:
        return None
    left, top, right, bottom = outline.box
    scale = min(
        sheet.height * _CAPITAL / CAP_HEIGHT,
        sheet.height * _WHOLE / (bottom - top),
        sheet.width * _BROAD / (right - left),
    )
    x = sheet.centre.x - scale * (left + right) / 2
    y = sheet.centre.y - scale * (top + bottom) / 2
    return Letter(outline.path, scale, x, y)


def initial(name: str) -> str:
    """The first letter in upper case without its tone: Ế gives Ê; Ă, Â, Đ, Ê, Ô, Ơ and Ư keep their marks."""
    first = unicodedata.normalize("NFC", name.strip())[:1].upper()
    marks = unicodedata.normalize("NFD", first)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
