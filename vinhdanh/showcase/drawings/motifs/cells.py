"""Cells: tissue in the order of growth, cell after cell along two families of spirals."""

from __future__ import annotations

from math import exp, hypot, log
from typing import Final

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_SPIRALS: Final = ((6, 9), (7, 9), (7, 8), (8, 8))
"""How many spirals run one way and the other: counts close to neighbours in the Fibonacci series."""
_FEW_SPIRALS: Final = ((4, 6), (5, 5), (5, 6))
_INSET: Final = 0.1
"""How far a membrane lies inside the lattice, as a share of the way to the middle of the cell."""


class _Tissue:
    """A lattice in the plane of angle and logarithm of the radius, where spirals are straight lines."""

    def __init__(self, sheet: Sheet, seed: Seed) -> None:
        height = sheet.height
        aside = sheet.sized(0.22, 0.36)
        self.heart = Point(
            sheet.centre.x + height * seed.number("x", -aside, aside),
            sheet.centre.y + height * seed.number("y", -0.16, 0.16),
        )
        self.right, self.left = seed.choice("spirals", sheet.sized(_FEW_SPIRALS, _SPIRALS))
        self.hand = seed.sign("hand")
        self.turn = seed.number("turn", 0, TAU)
        self.inner = height * sheet.sized(0.13, 0.08)
        self.pitch = seed.number("right.pitch", 0.78, 0.95)
        self.pitches = self.pitch + seed.number("left.pitch", 0.5, 0.75)
        far = max(
            hypot(x - self.heart.x, y - self.heart.y) for x in (0, sheet.width) for y in (0, sheet.height)
        )
        self.span = log(far / self.inner)

    def at(self, right: float, left: float) -> Point:
        """Where two spirals, known by their numbers, cross."""
        depth = TAU * (left / self.left - right / self.right) / self.pitches
        angle = TAU * right / self.right + self.pitch * depth
        return self.heart.polar(self.inner * exp(depth), self.turn + self.hand * angle)

    def across(self, right: int) -> range:
        """The left spirals that cross a right one between the heart and the farthest corner."""
        first = right * self.left / self.right
        return range(round(first + 0.5), round(first + self.span * self.pitches * self.left / TAU + 1))


def paint(sheet: Sheet, seed: Seed) -> None:
    """All cells on the sheet, one or two spirals of them tinted; nuclei where there is room; the heart."""
    tissue = _Tissue(sheet, seed)
    chosen = {0} if sheet.small else {0, tissue.right // 2}
    plain, tinted, nuclei, bright = Path(), Path(), Path(), Path()
    for right in range(tissue.right):
        for left in tissue.across(right):
            middle = tissue.at(right + 0.5, left + 0.5)
            corners = [tissue.at(right + a, left + b) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
            size = hypot(corners[2].x - corners[0].x, corners[2].y - corners[0].y)
            if not _on(sheet, middle, size * 0.4):
                continue
            _membrane(tinted if right in chosen else plain, middle, corners)
            if size > sheet.height * sheet.sized(0.3, 0.17):
                (bright if right in chosen else nuclei).ring(middle.towards(corners[0], 0.12), size * 0.075)
    sheet.put(Layer.INK, plain)
    sheet.put(Layer.FINE, nuclei)
    sheet.put(Layer.TINTED, tinted)
    sheet.put(Layer.SOLID_ACCENT, bright.ring(tissue.heart, tissue.inner * 0.55))
    sheet.put(Layer.ACCENT, Path().ring(tissue.heart, tissue.inner * 0.22))


def _on(sheet: Sheet, point: Point, margin: float) -> bool:
    return -margin < point.x < sheet.width + margin and -margin < point.y < sheet.height + margin


def _membrane(path: Path, middle: Point, corners: list[Point]) -> None:
    """A closed curve that touches the middles of the sides, a little inside them."""
    inside = [corner.towards(middle, _INSET) for corner in corners]
    path.move(*inside[-1].towards(inside[0], 0.5))
    for corner, following in zip(inside, [*inside[1:], inside[0]], strict=True):
        path.quadratic(*corner, *corner.towards(following, 0.5))
    path.close()
