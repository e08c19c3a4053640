"""Process: a stream that runs through a works, round its vessels."""

from __future__ import annotations

from math import exp, pi
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, cycle
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Vessel(NamedTuple):
    """A round vessel seen from above."""

    centre: Point
    radius: float
    reach: float
    """How far before and after its middle the stream gives way."""

    def push(self, y: float) -> float:
        """How far a line of the stream is moved aside."""
        off = y - self.centre.y
        return self.radius * 1.14 * exp(-((off / (self.radius * 1.4)) ** 2)) * (1 if off >= 0 else -1)


def paint(sheet: Sheet, seed: Seed) -> None:
    """The stream, with two bright lines in it, then the vessels with their stirrers."""
    sheet.turn = seed.choice("turn", (-14, -7, 7, 14))
    vessels = _vessels(sheet, seed)
    rows = sheet.sized(11, 24)
    bright = seed.whole("bright", int(rows * 0.35), int(rows * 0.6))
    plain, accent = Path(), Path()
    for row in range(rows):
        y = sheet.height * (-0.14 + 1.28 * (row + 0.5) / rows)
        _line(accent if row in (bright, bright + 1) else plain, sheet, vessels, y)
    sheet.put(Layer.INK, plain)
    sheet.put(Layer.ACCENT, accent)
    for i, vessel in enumerate(vessels):
        _draw(sheet, vessel, seed.choice(f"blades{i}", (9, 12, 15)), seed.number(f"turn{i}", 0, pi))


def _vessels(sheet: Sheet, seed: Seed) -> list[_Vessel]:
    """One vessel on a thumb, two or three elsewhere, spread along the stream."""
    height = sheet.height
    if sheet.small:
        radius = height * seed.number("radius0", 0.17, 0.25)
        at = Point(height * seed.number("x0", 0.36, 0.64), height * seed.number("y0", 0.36, 0.64))
        return [_Vessel(at, radius, radius * 2.2)]
    count = seed.whole("vessels", 2, 3)
    vessels = []
    for i in range(count):
        radius = height * seed.number(f"radius{i}", 0.11, 0.2)
        x = sheet.width * (i + seed.number(f"x{i}", 0.4, 0.6)) / count
        at = Point(x, height * seed.number(f"y{i}", 0.3, 0.7))
        vessels.append(_Vessel(at, radius, min(radius * 2.5, sheet.width / count * 0.42)))
    return vessels


def _line(path: Path, sheet: Sheet, vessels: list[_Vessel], y: float) -> None:
    """One line of the stream, moved aside where a vessel stands."""
    margin = sheet.height * 0.12
    path.move(-margin, y)
    for vessel in vessels:
        push, reach, x = vessel.push(y), vessel.reach, vessel.centre.x
        if abs(push) > sheet.height * 0.008:
            path.line(x - reach, y).curve(x - reach * 0.5, y, x - reach * 0.56, y + push, x, y + push)
            path.smooth(x + reach * 0.5, y, x + reach, y)
    path.line(sheet.width + margin, y)


def _draw(sheet: Sheet, vessel: _Vessel, blades: int, turn: float) -> None:
    """The wall of the vessel, its content, the stirrer."""
    centre, radius = vessel.centre, vessel.radius * 0.86
    sheet.put(Layer.SOLID, Path().ring(centre, radius))
    sheet.put(Layer.WASHED, Path().ring(centre, radius * 0.84))
    if not sheet.small:
        stirrer = Path()
        for angle in cycle(blades, turn):
            bow, tip = centre.polar(radius * 0.56, angle - 0.5), centre.polar(radius * 0.76, angle)
            stirrer.move(*centre.polar(radius * 0.26, angle)).quadratic(*bow, *tip)
        sheet.put(Layer.FINE, stirrer)
    centre_mark(sheet, centre, radius * sheet.sized(0.26, 0.17))
