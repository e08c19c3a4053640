"""Latex: a rubber tree at the tapping, the drop, the cup, and the rings that spread from it."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_CHANNEL: Final = 0.5
"""Where the channel runs down to the cup, in half widths of the trunk from its middle."""


class _Trunk(NamedTuple):
    """The trunk; ``hand`` 1 has the channel to its right."""

    sheet: Sheet
    middle: float
    half: float
    sway: float
    hand: int

    def at(self, across: float, y: float) -> Point:
        """A point of the trunk: -1 and 1 are its edges. It leans a little and widens to both ends."""
        t = y / self.sheet.height
        widened = across * (1 + 0.14 * (2 * t - 1) ** 2)
        return Point(self.middle + self.half * widened + self.sway * sin(t * pi), y)


def paint(sheet: Sheet, seed: Seed) -> None:
    """Two systems of rings that cross, the trunk before them, then the cuts, the drop and the cup."""
    height, hand = sheet.height, seed.sign("hand")
    half = height * seed.number("half", 0.17, 0.28) * sheet.sized(1.1, 1.0)
    aside = height * sheet.sized(seed.number("aside", -0.06, 0.28), seed.number("aside", 0.12, 0.42))
    trunk = _Trunk(sheet, sheet.centre.x - hand * aside, half, half * seed.number("sway", -0.3, 0.3), hand)
    cup = trunk.at(hand * _CHANNEL, height * seed.number("cup", 0.7, 0.84))
    _rings(sheet, seed, cup, hand)
    _bark(sheet, trunk)
    _cuts(sheet, seed, trunk, cup)
    _cup(sheet, cup, half * 0.62)


def _rings(sheet: Sheet, seed: Seed, cup: Point, hand: int) -> None:
    """Rings round the cup, and rings round a drop that fell elsewhere."""
    height, flat = sheet.height, seed.number("flat", 0.62, 0.8)
    gap = height * sheet.sized(0.13, 0.062) * seed.number("gap", 0.9, 1.15)
    other = Point(
        sheet.centre.x + hand * sheet.width * seed.number("other.x", 0.22, 0.36),
        height * seed.number("other.y", 0.2, 0.5),
    )
    rings = Path()
    for i in range(sheet.sized(4, 12)):
        rings.ring(other, gap * (i + 0.5), flat)
    for i in range(sheet.sized(0, 15)):
        rings.ring(cup, gap * 1.15 * (i + 1), flat)
    sheet.put(Layer.FINE, rings)


def _bark(sheet: Sheet, trunk: _Trunk) -> None:
    """The trunk as a cylinder: upright lines that crowd towards its edges."""
    levels = spread(4, -0.02 * sheet.height, 1.02 * sheet.height)
    left, right = ([trunk.at(across, y) for y in levels] for across in (-1, 1))
    sheet.put(Layer.SOLID, Path().spline(left).line(*right[-1]).onward(right[::-1]).close())
    lines = Path()
    for angle in spread(sheet.sized(6, 17), 0, pi)[1:-1]:
        lines.spline([trunk.at(-cos(angle), y) for y in levels])
    sheet.put(sheet.sized(Layer.FAINT, Layer.FINE), lines)


def _cuts(sheet: Sheet, seed: Seed, trunk: _Trunk, cup: Point) -> None:
    """The tapped panel: cut below cut, half round the tree; the freshest leads to the channel."""
    height = sheet.height
    count, step = (
        sheet.sized(seed.whole("cuts", 2, 5), seed.whole("cuts", 6, 12)),
        height * sheet.sized(0.095, 0.045),
    )
    low, slope = cup.y - height * sheet.sized(0.3, 0.27), trunk.half * seed.number("slope", 0.5, 0.9)
    cuts = [_cut(trunk, low - step * i, slope) for i in range(count + 1)]
    panel = Path().spline(cuts[0]).line(*cuts[-1][-1]).onward(cuts[-1][::-1]).close()
    sheet.put(Layer.TINTED, panel)
    healed = Path()
    for cut in cuts[1:-1]:
        healed.spline(cut)
    sheet.put(Layer.HUE, healed)
    sheet.put(Layer.ACCENT, Path().segment(cuts[0][-1], (cup.x, low + height * 0.065)))


def _cut(trunk: _Trunk, low: float, slope: float) -> list[Point]:
    """One cut, from the edge of the trunk down to the channel."""
    points = []
    for across in spread(4, -1.0, _CHANNEL):
        y = low + slope * (across - _CHANNEL) / (_CHANNEL + 1) - trunk.half * 0.12 * (1 - across * across)
        points.append(trunk.at(trunk.hand * across, y))
    return points


def _cup(sheet: Sheet, at: Point, half: float) -> None:
    """The cup with its latex, and the drop that falls into it."""
    size = sheet.height * sheet.sized(0.055, 0.03)
    sheet.put(Layer.TINTED, _drop(Point(at.x, at.y - sheet.height * 0.1), size))
    deep = at.y + half * 1.15
    bowl = (
        Path().move(at.x - half, at.y).curve(at.x - half, deep, at.x + half, deep, at.x + half, at.y).close()
    )
    sheet.put(Layer.SOLID_ACCENT, bowl)
    sheet.put(Layer.TINTED, Path().ring(at, half, flat=0.26))
    sheet.put(Layer.HUE, Path().ring(at, half * 0.5, flat=0.24))


def _drop(at: Point, size: float) -> Path:
    """A drop: round below, drawn out above."""
    x, y, top = at.x, at.y, at.y - size * 2.3
    path = Path().move(x, top).curve(x + size * 0.3, y - size * 1.3, x + size, y - size * 0.7, x + size, y)
    path.arc(size, (x - size, y))
    return path.curve(x - size, y - size * 0.7, x - size * 0.3, y - size * 1.3, x, top).close()
