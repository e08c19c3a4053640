"""Text as pixels: lines that are broken at words, balanced, and never wider than their column."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from PIL import ImageDraw, ImageFont, features

ELLIPSIS = "…"

_LANGUAGE = "vi" if features.check("raqm") else None
"""Said to whatever shapes letters: it would ask the locale of the machine, and in Turkish "fi" is no ligature."""


class Face(NamedTuple):
    """A typeface: a file of the theme, and its weight where the file holds several."""

    file: str
    weight: int | None = None


class Block(NamedTuple):
    """A text that was set: its lines, its size and the distance of its lines in pixels, and its colour."""

    face: Face
    lines: tuple[str, ...]
    size: int
    leading: int
    colour: str

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the bottom of the last."""
        return self.leading * len(self.lines)


class Style(NamedTuple):
    """How a text is set: face, sizes in pixels from the largest that is tried, most lines, line height, colour."""

    face: Face
    sizes: tuple[int, ...]
    lines: int
    height: float
    colour: str


_BLANKS = re.compile("[ \t\n]+")
"""What a line may be broken at. Raqm sets no line ends; a no-break space holds words together."""


class Typesetter:
    """Sets texts in the faces of a theme."""

    def __init__(self, fonts: Mapping[str, bytes]) -> None:
        """`fonts` are font files by name, in any format that FreeType reads; WOFF2 is one."""
        self._fonts = fonts
        self._faces: dict[tuple[Face, int], ImageFont.FreeTypeFont] = {}

    def font(self, face: Face, size: int) -> ImageFont.FreeTypeFont:
        """A face in a size of so many pixels per em."""
        key = (face, size)
        if key not in self._faces:
            font = ImageFont.truetype(io.BytesIO(self._fonts[face.file]), size)
            if face.weight is not None:
                font.set_variation_by_axes([face.weight])
            self._faces[key] = font
        return self._faces[key]

    def width(self, text: str, face: Face, size: int) -> float:
        """The width of a line in pixels."""
        return self.font(face, size).getlength(text, language=_LANGUAGE)

    def block(self, text: str, style: Style, width: int) -> Block:
        """The text in the largest size of the style in which it fits; in the smallest it ends in an ellipsis.

        A line is broken between words only: in Vietnamese that is between syllables, never in one.
        """
        words = _BLANKS.split(unicodedata.normalize("NFC", text).strip())
        for size in style.sizes:
            column = _Column(self, style.face, size, width)
            lines = column.broken(words)
            if len(lines) <= style.lines and column.holds(lines):
                break
        else:
            lines = column.shortened(words, style.lines)
        balanced = column.balanced(lines)
        return Block(style.face, tuple(balanced), size, round(size * style.height), style.colour)

    def draw(self, canvas: ImageDraw.ImageDraw, block: Block, x: int, y: int) -> None:
        """Set a block with its upper left corner at a place."""
        font = self.font(block.face, block.size)
        ascent, descent = font.getmetrics()
        lead = (block.leading - ascent - descent) / 2
        for number, line in enumerate(block.lines):
            place = (x, y + round(number * block.leading + lead))
            canvas.text(place, line, font=font, fill=block.colour, language=_LANGUAGE)


class _Column:
    """Breaks words into lines of one face, size and width."""

    def __init__(self, setter: Typesetter, face: Face, size: int, width: int) -> None:
        self._setter = setter
        self._face, self._size, self._width = face, size, width
        self._widths: dict[str, float] = {}

    def _of(self, word: str) -> float:
        if word not in self._widths:
            self._widths[word] = self._setter.width(word, self._face, self._size)
        return self._widths[word]

    @cached_property
    def _space(self) -> float:
        return self._of(" ")

    def broken(self, words: Sequence[str], width: float | None = None) -> list[str]:
        """As many words in each line as fit."""
        limit = self._width if width is None else width
        lines: list[list[str]] = []
        used = 0.0
        for word in words:
            wide = self._of(word)
            if lines and used + self._space + wide <= limit:
                lines[-1].append(word)
                used += self._space + wide
            else:
                lines.append([word])
                used = wide
        return [" ".join(line) for line in lines]

    def holds(self, lines: Sequence[str]) -> bool:
        """Whether no line is too wide, as a single long word may be."""
        return all(self._of(line) <= self._width for line in lines)

    def balanced(self, lines: Sequence[str]) -> list[str]:
        """The same words in as many lines, of widths as equal as they can be."""
        words = " ".join(lines).split(" ")
        low, high = max(self._of(word) for word in words), float(self._width)
        while high - low > self._size / 4:
            middle = (low + high) / 2
            if len(self.broken(words, middle)) <= len(lines):
                high = middle
            else:
                low = middle
        return self.broken(words, high)

    def shortened(self, words: Sequence[str], most: int) -> list[str]:
        """So many lines with as many words as they hold, and an ellipsis after the last of these."""
        kept = " ".join(self.broken(words)[:most]).split(" ")
        if len(kept) == len(words):
            return self.broken(words)
        while len(kept) > 1:
            lines = self.broken([*kept[:-1], kept[-1].rstrip(".,;:–-") + ELLIPSIS])
            if len(lines) <= most and self.holds(lines):
                return lines
            kept.pop()
        return [kept[0] + ELLIPSIS]
