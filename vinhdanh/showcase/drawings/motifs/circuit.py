"""Circuit: a chip and the traces that leave it, turning at 45 degrees, to vias or off the board."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet

_QUARTERS: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Cosine and sine of the four sides of a chip."""


class _Chip(NamedTuple):
    """A square package with the same number of pins on each side."""

    centre: Point
    side: float
    pins: int

    @property
    def pitch(self) -> float:
        """Distance of two pins."""
        return self.side / self.pins

    def at(self, quarter: int, along: float, across: float) -> Point:
        """A point ``along`` the way out of one side, from the centre, and ``across`` it."""
        c, s = _QUARTERS[quarter]
        return Point(self.centre.x + along * c - across * s, self.centre.y + along * s + across * c)

    def offsets(self) -> list[float]:
        """Where the pins of a side are, across it."""
        end = (self.side - self.pitch) / 2
        return spread(self.pins, -end, end)


class _Trace(NamedTuple):
    """One trace: its corners, whether it is in the accent, whether it ends in a via."""

    corners: list[Point]
    lit: bool
    ends: bool


def paint(sheet: Sheet, seed: Seed) -> None:
    """The raster of the board, the traces, the chip over them."""
    height, aside = sheet.height, sheet.sized(0.12, 0.22)
    centre = Point(
        sheet.centre.x + height * seed.choice("x", (-aside, 0.0, aside)),
        sheet.centre.y + height * seed.number("y", -0.08, 0.08),
    )
    pins = sheet.sized(3, seed.whole("pins", 7, 9))
    chip = _Chip(centre, height * seed.number("side", 0.36, 0.44), pins)
    sheet.turn = seed.choice("turn", (0, 0, 45))
    if not sheet.small:
        _raster(sheet)
    _traces(sheet, seed, chip)
    _package(sheet, chip)


def _raster(sheet: Sheet) -> None:
    """Rows of dots: a very broad stroke in dashes, one dot high, cut into dots by the gaps of each row."""
    gap, dot = sheet.height / 20, sheet.line * 1.5
    rows = Path()
    for y in spread(20, gap / 2, sheet.height - gap / 2):
        rows.segment((gap / 2, y), (sheet.width, y))
    sheet.bands(rows, [Band(Layer.FAINT, dot, (dot, gap - dot))])


def _traces(sheet: Sheet, seed: Seed, chip: _Chip) -> None:
    """All traces and their vias, each kind in one element."""
    plain, bright, plain_vias, bright_vias = Path(), Path(), Path(), Path()
    for trace in _routed(sheet, seed, chip):
        (bright if trace.lit else plain).polyline(trace.corners)
        if trace.ends:
            (bright_vias if trace.lit else plain_vias).ring(trace.corners[-1], chip.pitch * 0.27)
    sheet.put(Layer.INK, plain)
    sheet.put(Layer.ACCENT, bright)
    sheet.put(Layer.SOLID, plain_vias)
    sheet.put(Layer.SOLID_ACCENT, bright_vias)


def _routed(sheet: Sheet, seed: Seed, chip: _Chip) -> Iterator[_Trace]:
    """From each pin: out, aside at 45 degrees, out again; about half of them end in a via."""
    count = sheet.sized(3, 6)
    lit = {(seed.whole(f"side{i}", 0, 3), seed.whole(f"pin{i}", 0, chip.pins - 1)) for i in range(count)}
    pitch, edge = chip.pitch, chip.side / 2
    for quarter in range(4):
        lean = seed.sign(f"lean{quarter}")
        aside = pitch * seed.number(f"aside{quarter}", 1.6, 3.6)
        for pin, across in enumerate(chip.offsets()):
            order = pin if lean > 0 else chip.pins - 1 - pin
            bend = edge + pitch * (0.9 + 0.8 * (chip.pins - 1 - order))
            shift = aside + pitch * order * 0.9
            ends = seed.flag(f"ends{quarter}.{pin}")
            last = bend + shift + pitch * seed.number(f"stop{quarter}.{pin}", 0.6, 3.4)
            over = across + lean * shift
            legs = (
                (edge, across),
                (bend, across),
                (bend + shift, over),
                (last if ends else max(last, sheet.width * 0.8), over),
            )
            yield _Trace([chip.at(quarter, *leg) for leg in legs], (quarter, pin) in lit, ends)


def _package(sheet: Sheet, chip: _Chip) -> None:
    """The pins, the package, the die, the dot beside the first pin, the centre mark."""
    centre, side, pitch = chip.centre, chip.side, chip.pitch
    if not sheet.small:
        pins = Path()
        for quarter in range(4):
            for across in chip.offsets():
                low = chip.at(quarter, side / 2, across - pitch * 0.22)
                high = chip.at(quarter, side / 2 + pitch * 0.5, across + pitch * 0.22)
                pins.rectangle(low.x, low.y, high.x - low.x, high.y - low.y)
        sheet.put(Layer.SOLID, pins)
    sheet.put(Layer.WASHED, Path().rectangle(centre.x - side / 2, centre.y - side / 2, side, side))
    die = side * 0.56
    sheet.put(Layer.FINE, Path().rectangle(centre.x - die / 2, centre.y - die / 2, die, die))
    if not sheet.small:
        sheet.put(Layer.INK, Path().ring((centre.x - side * 0.39, centre.y - side * 0.39), side * 0.035))
    centre_mark(sheet, centre, side * 0.11)
