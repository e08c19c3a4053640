"""Latex: a rubber tree at the tapping, the drop, and the rings it leaves."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


_CHANNEL = 0.5
"""Where the channel runs down to the cup, in half widths of the trunk from its middle."""


class _Scene(NamedTuple):
    """Where the trunk stands, how thick it is, which way its cuts fall, and where the cup hangs."""

    trunk: float
    half: float
    hand: int
    cup: Point
    sway: float
    height: float

    def at(self, across: float, y: float) -> Point:
        """A point of the trunk: -1 and 1 are its edges; it leans a little and spreads at both ends."""
        t = y / self.height
        flare = 0.14 * across * (2 * t - 1) ** 2
        return Point(self.trunk + self.half * (across + flare) + self.sway * sin(t * pi), y)


def paint(sheet: Sheet, seed: Seed) -> None:
    """Two systems of rings that cross, the trunk before them, then the cuts, the drop and the cup."""
    height, hand = sheet.height, seed.sign("hand")
    half = height * seed.number("half", 0.19, 0.26) * sheet.sized(1.1, 1, 1)
    trunk = sheet.centre.x - hand * sheet.width * (seed.number("trunk", 0.1, 0.24) if not sheet.small else 0.1)
    sway = half * seed.number("sway", -0.3, 0.3)
    scene = _Scene(trunk, half, hand, Point(0, 0), sway, height)
    scene = scene._replace(cup=scene.at(hand * _CHANNEL, height * seed.number("cup", 0.74, 0.82)))
    _ripples(sheet, seed, scene)
    _bark(sheet, scene)
    _cuts(sheet, seed, scene)
    _cup(sheet, scene)


def _ripples(sheet: Sheet, seed: Seed, scene: _Scene) -> None:
    """Rings round the cup, and rings round a second drop that fell elsewhere."""
    flat, gap = seed.number("flat", 0.62, 0.8), sheet.height * sheet.sized(0.13, 0.062, 0.056) * seed.number("gap", 0.9, 1.15)
    other = Point(sheet.centre.x + scene.hand * sheet.width * seed.number("other.x", 0.22, 0.36), sheet.height * seed.number("other.y", 0.2, 0.5))
    rings = sheet.path()
    for i in range(sheet.sized(4, 12, 13)):
        rings.ellipse(other, gap * (i + 0.5), gap * (i + 0.5) * flat)
    sheet.put(Layer.FINE, rings)
    near = sheet.path()
    for i in range(sheet.sized(0, 15, 17)):
        near.ellipse(scene.cup, gap * 1.15 * (i + 1), gap * 1.15 * (i + 1) * flat)
    sheet.put(Layer.FINE, near)


def _bark(sheet: Sheet, scene: _Scene) -> None:
    """The trunk as a cylinder: upright lines that crowd towards its edges."""
    levels = spread(4, -0.02 * sheet.height, 1.02 * sheet.height)
    left, right = ([scene.at(across, y) for y in levels] for across in (-1, 1))
    sheet.put(Layer.SOLID, sheet.path().spline(left).line(*right[-1]).onward(right[::-1]).close())
    lines = sheet.path()
    for angle in spread(sheet.sized(6, 17, 19), 0, pi)[1:-1]:
        lines.spline([scene.at(-cos(angle), y) for y in levels])
    sheet.put(Layer.FAINT if sheet.small else Layer.FINE, lines)


def _cuts(sheet: Sheet, seed: Seed, scene: _Scene) -> None:
    """The tapped panel: cut below cut, half round the tree; the freshest, in the accent, leads to the spout."""
    count = sheet.sized(4, seed.whole("cuts", 7, 11), seed.whole("cuts", 7, 11) + 1)
    step = sheet.height * sheet.sized(0.095, 0.045, 0.045)
    low = scene.cup.y - sheet.height * sheet.sized(0.3, 0.27, 0.27)
    slope = scene.half * seed.number("slope", 0.5, 0.9)
    cuts = [_cut(scene, low - step * i, slope) for i in range(count + 1)]
    panel = sheet.path().spline(cuts[0]).line(*cuts[-1][-1]).onward(cuts[-1][::-1]).close()
    sheet.put(Layer.TINTED, panel)
    old = sheet.path()
    for cut in cuts[1:-1]:
        old.spline(cut)
    sheet.put(Layer.HUE, old)
    fresh = sheet.path().spline(cuts[0]).line(scene.cup.x, low + step * 1.4)
    sheet.put(Layer.ACCENT, fresh)


def _cut(scene: _Scene, low: float, slope: float) -> list[Point]:
    """One cut, from behind the edge of the trunk down to the channel above the cup."""
    first, last = -1.0, _CHANNEL
    points = []
    for across in spread(4, first, last):
        y = low + slope * (across - last) / (last - first) - scene.half * 0.12 * (1 - across * across)
        points.append(scene.at(scene.hand * across, y))
    return points


def _cup(sheet: Sheet, scene: _Scene) -> None:
    """The cup, its latex, and the drop that falls."""
    width, (x, y) = scene.half * 0.62, scene.cup
    r = sheet.height * sheet.sized(0.055, 0.03, 0.03)
    drop = y - sheet.height * sheet.sized(0.1, 0.1, 0.1)
    sheet.put(Layer.TINTED, _drop(sheet.path(), x, drop, r))
    sheet.put(Layer.SOLID_ACCENT, sheet.path().move(x - width, y).curve(x - width, y + width * 1.15, x + width, y + width * 1.15, x + width, y).close())
    sheet.put(Layer.TINTED, sheet.path().ellipse((x, y), width, width * 0.26))
    sheet.put(Layer.HUE, sheet.path().ellipse((x, y), width * 0.5, width * 0.12))


def _drop(path: Path, x: float, y: float, r: float) -> Path:
    """A drop: round below, drawn out above."""
    path.move(x, y - r * 2.3).curve(x + r * 0.3, y - r * 1.3, x + r, y - r * 0.7, x + r, y)
    path.arc((r, r), x - r, y, large=False, clockwise=True)
    return path.curve(x - r, y - r * 0.7, x - r * 0.3, y - r * 1.3, x, y - r * 2.3).close()
