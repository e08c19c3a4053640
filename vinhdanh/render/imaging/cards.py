"""Share cards: what is shown of a page where its address is sent. Text on paper, beside it the record's picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw

from vinhdanh.render.imaging.photographs import cropped, encoded
from vinhdanh.render.imaging.svg_painter import paint
from vinhdanh.render.imaging.typesetting import ELLIPSIS, Block, Face, Style, Typesetter
from vinhdanh.showcase.drawings import Hue, Size, draw
from vinhdanh.showcase.drawings.palette import HUES, INK, SOFT_INK
from vinhdanh.showcase.drawings.plain import drawing_of
from vinhdanh.showcase.drawings.sheet import MEASURES
from vinhdanh.showcase.spec import CARD_FONTS, CARD_SIZE

WIDTH, HEIGHT = CARD_SIZE

_SHEET = MEASURES[Size.SHARE]
PANEL = _SHEET.width
"""Pixels across of the picture on the right; the text has the rest."""

SANS, SANS_STRONG, SERIF = Face(CARD_FONTS[0]), Face(CARD_FONTS[1]), Face(CARD_FONTS[2], 500)

_PAPER = "#f9f6f0"
"""The token `paper` by day: a card is shown on other people's pages, whatever scheme these are in."""

_RED, _GOLD = f"#{HUES[Hue.RED].light}", f"#{HUES[Hue.GOLD].light}"
_INK, _SOFT = f"#{INK.light}", f"#{SOFT_INK.light}"

_MARGIN, _COLUMN = 64, WIDTH - PANEL - 64 - 56
_SITE = Style(SANS_STRONG, (26,), 1, 1.4, _RED)
_KICKER = Style(SANS, (25, 22), 2, 1.45, _SOFT)
_TITLE = Style(SERIF, (72, 64, 56, 50, 44, 40), 4, 1.2, _INK)
_LINE = Style(SANS, (26, 24), 4, 1.5, _INK)
_UNIT = Style(SANS, (23,), 2, 1.45, _SOFT)
_AWARD = Style(SANS_STRONG, (23,), 2, 1.45, _INK)
_GAP = 18
"""Pixels between two texts."""


def card(what: Mapping[str, Any], setter: Typesetter, photograph: bytes | None) -> bytes:
    """The JPEG of one card. `what` has the texts `site`, `kicker`, `title`, `line`, `unit` and `award`, empty ones left
    out, and `drawing` (the arguments of a Drawing) or `box` (of the photograph: x, y, width, height in pixels).

    Raises OSError or ValueError when the photograph cannot be decoded.
    """
    canvas = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    canvas.paste(_picture(what, photograph), (WIDTH - PANEL, 0))
    _text(ImageDraw.Draw(canvas), what, setter)
    return encoded(canvas, "card")


def _picture(what: Mapping[str, Any], photograph: bytes | None) -> Image.Image:
    if photograph is not None:
        return cropped(photograph, what["box"], (PANEL, HEIGHT))
    box = (0, 0, PANEL * _SHEET.units, HEIGHT * _SHEET.units)
    return paint(draw(drawing_of(what["drawing"], Size.SHARE)), box, (PANEL, HEIGHT))


def _text(canvas: ImageDraw.ImageDraw, what: Mapping[str, Any], setter: Typesetter) -> None:
    """The site on top, the award at the foot, the title with its line between them, as high as they need to be."""
    _mark(canvas, _MARGIN, 58)
    setter.draw(canvas, setter.block(what["site"], _SITE, _COLUMN - 44), _MARGIN + 44, 56)
    foot = _foot(canvas, what, setter)
    top, room = 124, HEIGHT - 124 - 56 - foot
    blocks = _middle(what, setter, room)
    height = sum(block.height for block in blocks) + _GAP * (len(blocks) - 1)
    y = top + max(0, (room - height) // 2)
    for block in blocks:
        setter.draw(canvas, block, _MARGIN, y)
        y += block.height + _GAP


def _middle(what: Mapping[str, Any], setter: Typesetter, room: int) -> list[Block]:
    """Kicker, title and line; the line gives way where there is too little room."""
    blocks = [
        setter.block(what[name], style, _COLUMN)
        for name, style in (("kicker", _KICKER), ("title", _TITLE))
        if what.get(name)
    ]
    left = room - sum(block.height + _GAP for block in blocks)
    most = min(_LINE.lines, int(left / (_LINE.sizes[-1] * _LINE.height)))
    if what.get("line") and most > 0:
        line = setter.block(what["line"], _LINE._replace(lines=most), _COLUMN)
        if line.height > left:
            line = setter.block(what["line"], _LINE._replace(lines=most, sizes=_LINE.sizes[-1:]), _COLUMN)
        if most > 1 or not line.lines[-1].endswith(ELLIPSIS):
            blocks.append(line)
    return blocks


def _foot(canvas: ImageDraw.ImageDraw, what: Mapping[str, Any], setter: Typesetter) -> int:
    """Award and unit at the foot; returns the pixels of height that they take."""
    y = HEIGHT - 52
    for name, style in (("unit", _UNIT), ("award", _AWARD)):
        if what.get(name):
            inset = 22 if name == "award" else 0
            block = setter.block(what[name], style, _COLUMN - inset)
            y -= block.height
            setter.draw(canvas, block, _MARGIN + inset, y)
            if inset:
                canvas.rectangle((_MARGIN, y + 5, _MARGIN + 4, y + block.height - 6), fill=_GOLD)
            y -= 8
    return HEIGHT - 52 - y


def _mark(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """The mark of the site: a centre on its axes."""
    size = 32
    ground = Image.new("L", (size * 4, size * 4))
    pen = ImageDraw.Draw(ground)
    pen.line((64, 0, 64, 128), fill=255, width=9)
    pen.line((0, 64, 128, 64), fill=255, width=9)
    pen.ellipse((25, 25, 103, 103), outline=255, width=9)
    canvas.bitmap((x, y), ground.reduce(4), fill=_RED)
