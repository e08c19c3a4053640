"""Process: a stream that runs through a works, round its vessels."""

from __future__ import annotations

from math import exp, pi
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Point, cycle
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Vessel(NamedTuple):
    """A round vessel seen from above."""

    centre: Point
    radius: float
    reach: float
    """How far before and after its middle the stream gives way."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """The stream, with two bright lines in it, then the vessels with their stirrers."""
    sheet.turn = seed.choice("turn", (-12, -6, 6, 12))
    vessels = _vessels(sheet, seed)
    rows = sheet.sized(11, 25, 27)
    bright = seed.whole("bright", int(rows * 0.35), int(rows * 0.6))
    plain, accent = sheet.path(), sheet.path()
    for row in range(rows):
        y = sheet.height * (-0.14 + 1.28 * (row + 0.5) / rows)
        path = accent if row in (bright, bright + 1) else plain
        path.move(-sheet.height * 0.12, y)
        for vessel in vessels:
            push = _push(vessel, y)
            if abs(push) > sheet.height * 0.006:
                x = vessel.centre.x
                path.line(x - vessel.reach, y)
                path.curve(x - vessel.reach * 0.5, y, x - vessel.reach * 0.56, y + push, x, y + push)
                path.smooth(x + vessel.reach * 0.5, y, x + vessel.reach, y)
        path.line(sheet.width + sheet.height * 0.12, y)
    sheet.put(Layer.INK, plain)
    sheet.put(Layer.ACCENT, accent)
    for i, vessel in enumerate(vessels):
        _draw(sheet, vessel, blades=seed.choice(f"blades{i}", (9, 12, 15)), turn=seed.number(f"turn{i}", 0, pi))


def _vessels(sheet: Sheet, seed: Seed) -> list[_Vessel]:
    """One vessel on a thumb, two to four elsewhere, spread along the stream."""
    count = 1 if sheet.small else seed.whole("vessels", 2, 3) + sheet.sized(0, 0, 1)
    vessels = []
    for i in range(count):
        radius = sheet.height * seed.number(f"radius{i}", 0.11, 0.2) * sheet.sized(1.35, 1, 1)
        x = sheet.width * (i + seed.number(f"x{i}", 0.4, 0.6)) / count
        y = sheet.height * seed.number(f"y{i}", 0.3, 0.7)
        vessels.append(_Vessel(Point(x, y), radius, min(radius * 2.5, sheet.width / count * 0.46)))
    return vessels


def _push(vessel: _Vessel, y: float) -> float:
    """How far the vessel moves a line of the stream aside."""
    off = y - vessel.centre.y
    return vessel.radius * 1.14 * exp(-((off / (vessel.radius * 1.4)) ** 2)) * (1 if off >= 0 else -1)


def _draw(sheet: Sheet, vessel: _Vessel, *, blades: int, turn: float) -> None:
    """The wall of the vessel, its content and the stirrer."""
    centre, radius = vessel.centre, vessel.radius * 0.86
    sheet.put(Layer.SOLID, sheet.path().ring(centre, radius))
    sheet.put(Layer.WASHED, sheet.path().ring(centre, radius * 0.84))
    if not sheet.small:
        stirrer = sheet.path()
        for angle in cycle(blades, turn):
            bow = centre.polar(radius * 0.56, angle - 0.5)
            stirrer.move(*centre.polar(radius * 0.26, angle)).quadratic(*bow, *centre.polar(radius * 0.76, angle))
        sheet.put(Layer.FINE, stirrer)
    centre_mark(sheet, centre, radius * sheet.sized(0.26, 0.17, 0.17))
