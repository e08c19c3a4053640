"""Leaves: a sprig with its veins, as in a herbarium."""

from __future__ import annotations

from math import pi, radians, sin
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import glow
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Leaf(NamedTuple):
    """A leaf: where it leaves the stem, its direction, length, greatest half width and the bend of its midrib."""

    base: Point
    angle: float
    length: float
    width: float
    bend: float
    hand: int = 1

    def at(self, along: float, across: float) -> Point:
        """A point ``along`` the midrib (0 to 1) and ``across`` it (-1 to 1 is from margin to margin)."""
        x = self.length * along
        y = self.bend * self.length * along * along + self._half(along) * across
        turned = Point(x, y).turned(self.angle)
        return Point(self.base.x + self.hand * turned.x, self.base.y + turned.y)

    def _half(self, along: float) -> float:
        """Half the width: soon at its greatest, drawn out to a point."""
        if not 0 < along < 1:
            return 0.0
        return float(self.width * sin(pi * along**0.72) ** 1.12 * (1.12 - 0.24 * along))


def paint(sheet: Sheet, seed: Seed) -> None:
    """Lines that echo the leaves, then the leaves from the back to the front, the front one in the accent."""
    stem, leaves = _sprig(sheet, seed)
    blades = [sheet.define(_blade(sheet.path(), leaf)) for leaf in leaves]
    gaps = sheet.sized((4.0, 9.0), (5, 11, 18, 26, 35, 45, 56), (15, 33, 54, 78, 105, 135, 170))
    sheet.bands(sheet.define(*blades), glow(gaps, sheet.sized(0.8, 0.8, 1.8)), rounded=True)
    sheet.put(Layer.STRONG, stem)
    for i, (leaf, blade) in enumerate(zip(leaves, blades, strict=True)):
        sheet.use(Layer.SOLID, blade)
        _inside(sheet, leaf, veins=sheet.sized(5, 10, 12), accent=i == len(leaves) - 1)


def _sprig(sheet: Sheet, seed: Seed) -> tuple[Path, list[_Leaf]]:
    """A stem that rises across the sheet, and the leaves that alternate along it."""
    height, hand = sheet.height, seed.sign("hand")
    slim = seed.number("slim", 0.2, 0.27)
    count = sheet.sized(2, 4, 5)
    half = sheet.width / 2
    start = Point(-half * seed.number("start.x", 0.8, 1.0), height * seed.number("start.y", 0.42, 0.56))
    end = Point(half * seed.number("end.x", 0.28, 0.5), -height * seed.number("end.y", 0.1, 0.22))
    bow = Point(-half * 0.1, height * seed.number("bow", 0.1, 0.34))
    side = seed.sign("side")
    leaves = []
    for i, t in enumerate(spread(count, sheet.sized(0.3, 0.16, 0.12), 1.0)):
        base = start.towards(bow, t).towards(bow.towards(end, t), t)
        side = -side
        away = seed.number(f"away{i}", 40, 58) * side if i < count - 1 else 6.0
        angle = radians(-34 + 18 * t * seed.sign("curl") + away)
        length = height * sheet.sized(0.86, 1, 1) * (seed.number(f"length{i}", 0.7, 0.84) - 0.16 * t * (i < count - 1))
        leaves.append(_Leaf(base, angle, length, length * slim, -side * seed.number(f"bend{i}", 0.06, 0.2)))
    stem = sheet.path().move(*_placed(start, sheet, hand)).quadratic(*_placed(bow, sheet, hand), *_placed(end, sheet, hand))
    front = seed.whole("front", 1, count - 1)
    ordered = [leaf for i, leaf in enumerate(leaves) if i != front] + [leaves[front]]
    return stem, [leaf._replace(base=_placed(leaf.base, sheet, hand), hand=hand) for leaf in ordered]


def _placed(point: Point, sheet: Sheet, hand: int) -> Point:
    """From the middle of the sheet to its corner, and perhaps mirrored."""
    return Point(sheet.centre.x + hand * point.x, sheet.centre.y + point.y)


def _blade(path: Path, leaf: _Leaf) -> Path:
    """The outline of a leaf."""
    steps = spread(6, 0, 1)
    return path.spline([leaf.at(t, -1) for t in steps]).onward([leaf.at(t, 1) for t in reversed(steps)]).close()


def _inside(sheet: Sheet, leaf: _Leaf, *, veins: int, accent: bool) -> None:
    """Veins from the midrib to the margin; in the accent, one half of the blade is tinted."""
    midrib = [leaf.at(t, 0) for t in spread(4, 0, 1)]
    if accent:
        half = sheet.path().spline([leaf.at(t, -1) for t in spread(6, 0, 1)]).onward(midrib[::-1]).close()
        sheet.put(Layer.WASH, half)
    sheet.put(Layer.HUE if accent else Layer.FINE, _veins(sheet.path(), leaf, veins))
    sheet.put(Layer.ACCENT if accent else Layer.INK, sheet.path().spline(midrib))


def _veins(path: Path, leaf: _Leaf, count: int) -> Path:
    """Side veins: straight at first, then bending along the margin."""
    for t in spread(count, 0.05, 0.8):
        for side in (-1, 1):
            end = t + 0.12 * (1 - t * 0.4)
            path.move(*leaf.at(t, 0)).quadratic(*leaf.at(t + 0.06, side * 0.7), *leaf.at(end, side * 0.97))
    return path
