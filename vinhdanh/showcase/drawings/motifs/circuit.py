"""Circuit: a chip and the traces that leave it, turning at 45 degrees, to vias and off the board."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet

_QUARTERS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Cosine and sine of the four sides of the chip."""


class _Chip(NamedTuple):
    centre: Point
    side: float
    pins: int

    @property
    def pitch(self) -> float:
        return self.side / self.pins

    def at(self, quarter: int, along: float, across: float) -> Point:
        """A point ``along`` the way out of one side and ``across`` it."""
        c, s = _QUARTERS[quarter]
        return Point(self.centre.x + along * c - across * s, self.centre.y + along * s + across * c)


def paint(sheet: Sheet, seed: Seed) -> None:
    """The raster of the board, the traces, the chip over them."""
    centre = Point(sheet.width * seed.choice("x", (0.36, 0.5, 0.64)), sheet.height * seed.number("y", 0.42, 0.58))
    if sheet.small:
        centre = Point(seed.choice("x", (24, 32, 40)), seed.choice("y", (26, 32, 38)))
    chip = _Chip(centre, sheet.height * seed.number("side", 0.36, 0.44), sheet.sized(3, seed.whole("pins", 7, 9), 9))
    sheet.turn = seed.choice("turn", (0, 0, 45))
    if not sheet.small:
        _raster(sheet)
    _traces(sheet, seed, chip)
    _body(sheet, chip)


def _raster(sheet: Sheet) -> None:
    """Rows of dots: broad gaps in fine level lines."""
    gap = sheet.sized(8, 10, 30)
    lines = sheet.path()
    for i in range(round(sheet.height / gap)):
        lines.segment((gap / 2, gap * (i + 0.5)), (sheet.width, gap * (i + 0.5)))
    dot = sheet.sized(1, 1.2, 3)
    sheet.bands(lines, [Band(Layer.FAINT, dot, f"{dot} {gap - dot}")])


def _traces(sheet: Sheet, seed: Seed, chip: _Chip) -> None:
    """From each pin: out, aside at 45 degrees, out again; some end in a via, some leave the board."""
    lit = {(seed.whole(f"side{i}", 0, 3), seed.whole(f"pin{i}", 0, chip.pins - 1)) for i in range(sheet.sized(3, 6, 6))}
    plain, bright = sheet.path(), sheet.path()
    plain_vias, bright_vias = sheet.path(), sheet.path()
    for quarter in range(4):
        lean = seed.sign(f"lean{quarter}")
        aside = chip.pitch * seed.number(f"aside{quarter}", 1.6, 3.6)
        for pin, across in enumerate(spread(chip.pins, -(chip.side - chip.pitch) / 2, (chip.side - chip.pitch) / 2)):
            order = pin if lean > 0 else chip.pins - 1 - pin
            bend = chip.side / 2 + chip.pitch * (0.9 + 0.8 * (chip.pins - 1 - order))
            shift = aside + chip.pitch * order * 0.9
            ends = seed.flag(f"ends{quarter}.{pin}")
            stop = bend + shift + chip.pitch * seed.number(f"stop{quarter}.{pin}", 0.6, 3.4)
            out = stop if ends else sheet.width * 0.8
            accent = (quarter, pin) in lit
            target, vias = (bright, bright_vias) if accent else (plain, plain_vias)
            target.polyline([chip.at(quarter, chip.side / 2, across), chip.at(quarter, bend, across),
                             chip.at(quarter, bend + shift, across + lean * shift), chip.at(quarter, out, across + lean * shift)])
            if ends:
                vias.ring(chip.at(quarter, stop, across + lean * shift), chip.pitch * 0.27)
    sheet.put(Layer.INK, plain)
    sheet.put(Layer.ACCENT, bright)
    sheet.put(Layer.SOLID, plain_vias)
    sheet.put(Layer.SOLID_ACCENT, bright_vias)


def _body(sheet: Sheet, chip: _Chip) -> None:
    """The package with its pins, the die, the mark of the first pin."""
    corner, side, pitch = chip.centre, chip.side, chip.pitch
    pins = sheet.path()
    if not sheet.small:
        for quarter in range(4):
            for across in spread(chip.pins, -(side - pitch) / 2, (side - pitch) / 2):
                a, b = chip.at(quarter, side / 2, across - pitch * 0.22), chip.at(quarter, side / 2 + pitch * 0.5, across + pitch * 0.22)
                pins.rectangle(min(a.x, b.x), min(a.y, b.y), abs(b.x - a.x), abs(b.y - a.y))
        sheet.put(Layer.SOLID, pins)
    sheet.put(Layer.WASHED, sheet.path().rectangle(corner.x - side / 2, corner.y - side / 2, side, side))
    die = side * 0.56
    sheet.put(Layer.FINE, sheet.path().rectangle(corner.x - die / 2, corner.y - die / 2, die, die))
    if not sheet.small:
        sheet.put(Layer.INK, sheet.path().ring((corner.x - side * 0.39, corner.y - side * 0.39), side * 0.035))
    centre_mark(sheet, chip.centre, side * 0.11)
