"""Cells: tissue in the order of growth, cell after cell along two families of spirals."""

from __future__ import annotations

from cmath import exp
from math import hypot, log
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
    """A lattice of spirals: to go on by one along either family is to turn and to grow by the same share."""

    def __init__(self, sheet: Sheet, seed: Seed) -> None:
        height, aside = sheet.height, sheet.sized(0.22, 0.36)
        self.heart = Point(
            sheet.centre.x + height * seed.number("x", -aside, aside),
            sheet.centre.y + height * seed.number("y", -0.16, 0.16),
        )
        self.inner = height * sheet.sized(0.13, 0.08)
        self.right, self.left = seed.choice("spirals", sheet.sized(_FEW_SPIRALS, _SPIRALS))
        pitch, other = seed.number("right.pitch", 0.78, 0.95), seed.number("left.pitch", 0.5, 0.75)
        self.growth = TAU / self.left / (pitch + other)
        """How much the logarithm of the radius grows from one left spiral to the next."""
        hand, fall = seed.sign("hand"), TAU / self.right / (pitch + other)
        self._turn = complex(0, seed.number("turn", 0, TAU))
        self._right = complex(-fall, hand * (TAU / self.right - pitch * fall))
        self._left = self.growth * complex(1, hand * pitch)
        far = max(
            hypot(x - self.heart.x, y - self.heart.y) for x in (0, sheet.width) for y in (0, sheet.height)
        )
        self._span = log(far / self.inner)

    def cell(self, right: int, left: int) -> tuple[Point, list[Point]]:
        """The middle and the corners of the cell beyond the crossing of two spirals, known by their numbers."""
        corner = self.inner * exp(self._turn + right * self._right + left * self._left)
        a, b = exp(self._right), exp(self._left)
        around = [corner, corner * a, corner * a * b, corner * b]
        return self._placed(corner * exp((self._right + self._left) / 2)), [self._placed(z) for z in around]

    def across(self, right: int) -> range:
        """The left spirals that cross a right one between the heart and the farthest corner."""
        first = right * self.left / self.right
        return range(round(first + 0.5), round(first + self._span / self.growth + 1))

    def _placed(self, z: complex) -> Point:
        return Point(self.heart.x + z.real, self.heart.y + z.imag)


def paint(sheet: Sheet, seed: Seed) -> None:
    """All cells on the sheet, one or two spirals of them tinted; nuclei where there is room; the heart."""
    tissue = _Tissue(sheet, seed)
    chosen = {0} if sheet.small else {0, tissue.right // 2}
    plain, tinted, nuclei, bright = Path(), Path(), Path(), Path()
    for right in range(tissue.right):
        for left in tissue.across(right):
            middle, corners = tissue.cell(right, left)
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
