"""Leaves: a sprig with its veins, in lines that echo its outline."""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import echoes
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Leaf(NamedTuple):
    """A leaf: where it leaves the stem, and the directions along its midrib and across it."""

    base: Point
    along: Point
    across: Point
    length: float
    width: float
    """Greatest half width."""
    bend: float
    """How far the tip is from the line of the base, as a share of the length."""

    def at(self, along: float, across: float) -> Point:
        """A point ``along`` the midrib (0 to 1) and ``across`` it (-1 to 1 is from margin to margin)."""
        x, y = self.length * along, self.bend * self.length * along * along
        if across and 0 < along < 1:
            y += self.width * across * sin(pi * along**0.72) ** 1.12 * (1.12 - 0.24 * along)
        return Point(
            self.base.x + x * self.along.x + y * self.across.x,
            self.base.y + x * self.along.y + y * self.across.y,
        )

    def margin(self, side: int) -> list[Point]:
        """Points along one margin, from the base to the tip."""
        return [self.at(along, side) for along in spread(6, 0, 1)]


class _Stem(NamedTuple):
    """A quadratic curve about the middle of the sheet."""

    start: Point
    bow: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at the parameter ``t``."""
        return self.start.towards(self.bow, t).towards(self.bow.towards(self.end, t), t)


def paint(sheet: Sheet, seed: Seed) -> None:
    """Echo lines, the stem, then the leaves from the back to the front, the front one in the accent."""
    hand = seed.sign("hand")
    stem = _stem(sheet, seed)
    leaves = _leaves(sheet, seed, stem, hand)
    blades = [sheet.define(_blade(leaf)) for leaf in leaves]
    shares = sheet.sized((0.06, 0.14), (0.025, 0.055, 0.09, 0.13, 0.175, 0.225))
    echoes(sheet, sheet.define(*blades), shares)
    start, bow, end = (_placed(sheet, point, hand) for point in stem)
    sheet.put(Layer.STRONG, Path().move(*start).quadratic(*bow, *end))
    for i, (leaf, blade) in enumerate(zip(leaves, blades, strict=True)):
        sheet.use(Layer.SOLID, blade)
        _inside(sheet, leaf, accent=i == len(leaves) - 1)


def _placed(sheet: Sheet, point: Point, hand: int) -> Point:
    """From coordinates about the middle of the sheet to those of the sheet, perhaps mirrored."""
    return Point(sheet.centre.x + hand * point.x, sheet.centre.y + point.y)


def _stem(sheet: Sheet, seed: Seed) -> _Stem:
    """A stem that rises from one side of the sheet to the other."""
    height, half = sheet.height, sheet.width / 2
    return _Stem(
        start=Point(-half * seed.number("start.x", 0.8, 1.0), height * seed.number("start.y", 0.4, 0.54)),
        bow=Point(-half * 0.1, height * seed.number("bow", 0.1, 0.34)),
        end=Point(
            half * (seed.number("end.x", 0.24, 0.46) - sheet.sized(0.7, 0.0)),
            height * (sheet.sized(0.16, 0.0) - seed.number("end.y", 0.06, 0.2)),
        ),
    )


def _leaves(sheet: Sheet, seed: Seed, stem: _Stem, hand: int) -> list[_Leaf]:
    """Leaves that alternate along the stem, the last at its end; the chosen one comes last."""
    height, count = sheet.height, sheet.sized(2, 4)
    slim, curl = seed.number("slim", 0.2, 0.27), seed.sign("curl")
    side = seed.sign("side")
    leaves = []
    for i, t in enumerate(spread(count, sheet.sized(0.2, 0.16), 1.0)):
        side, last = -side, i == count - 1
        away = 6.0 if last else seed.number(f"away{i}", 40, 58) * side
        length = height * (seed.number(f"length{i}", 0.68, 0.82) - (0 if last else 0.16 * t))
        bend = -side * seed.number(f"bend{i}", 0.06, 0.2)
        angle = radians(18 * t * curl - 34 + away)
        along, across = Point(hand * cos(angle), sin(angle)), Point(-hand * sin(angle), cos(angle))
        base = _placed(sheet, stem.at(t), hand)
        leaves.append(_Leaf(base, along, across, length, length * slim, bend))
    front = seed.whole("front", 1, count - 1)
    return [leaf for i, leaf in enumerate(leaves) if i != front] + [leaves[front]]


def _blade(leaf: _Leaf) -> Path:
    """The outline of a leaf."""
    return Path().spline(leaf.margin(-1)).onward(leaf.margin(1)[::-1]).close()


def _inside(sheet: Sheet, leaf: _Leaf, *, accent: bool) -> None:
    """Veins from the midrib to the margin; in the accent, one half of the blade is tinted."""
    midrib = [leaf.at(along, 0) for along in spread(4, 0, 1)]
    if accent:
        sheet.put(Layer.WASH, Path().spline(leaf.margin(-1)).onward(midrib[::-1]).close())
    veins = Path()
    for along in spread(sheet.sized(5, 10), 0.05, 0.8):
        for side in (-1, 1):
            end = leaf.at(along + 0.12 - 0.05 * along, side * 0.97)
            veins.move(*leaf.at(along, 0)).quadratic(*leaf.at(along + 0.06, side * 0.7), *end)
    sheet.put(Layer.HUE if accent else Layer.FINE, veins)
    sheet.put(Layer.ACCENT if accent else Layer.INK, Path().spline(midrib))
