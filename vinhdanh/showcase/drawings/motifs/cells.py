"""Cells: tissue in the order of growth, cell after cell along two families of spirals."""

from __future__ import annotations

from math import exp, hypot, log, pi

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_SPIRALS = ((5, 8), (7, 9), (6, 10), (8, 8))
"""How many spirals run each way; neighbours of the Fibonacci series, and two that seed heads also show."""


class _Tissue:
    """A lattice in the plane of (angle, logarithm of the radius), where spirals are straight lines."""

    def __init__(self, sheet: Sheet, seed: Seed) -> None:
        small = sheet.small
        self.centre = Point(
            sheet.width * (seed.number("x", 0.3, 0.7) if not small else seed.choice("x", (0.3, 0.5, 0.7))),
            sheet.height * seed.number("y", 0.36, 0.64),
        )
        self.right, self.left = seed.choice("spirals", _SPIRALS) if not small else seed.choice("spirals", ((4, 6), (5, 5), (5, 6)))
        if sheet.sized(False, False, True):
            self.right, self.left = self.right + 1, self.left + 1
        self.hand = seed.sign("hand")
        self.turn = seed.number("turn", 0, TAU)
        self.inner = sheet.height * sheet.sized(0.13, 0.075, 0.07)
        corners = [(x - self.centre.x, y - self.centre.y) for x in (0, sheet.width) for y in (0, sheet.height)]
        self.span = log(max(hypot(*corner) for corner in corners) / self.inner)
        self.pitch = seed.number("pitch", 0.8, 0.95), seed.number("pitch2", 0.5, 0.75)

    def at(self, right: float, left: float) -> Point:
        """Where the spirals of the two numbers cross."""
        depth = TAU * (left / self.left - right / self.right) / sum(self.pitch)
        angle = TAU * right / self.right + self.pitch[0] * depth
        return self.centre.polar(self.inner * exp(depth), self.turn + self.hand * angle)

    def steps(self, right: int) -> range:
        """The numbers of the left spirals that cross that right spiral between the heart and the edge."""
        first = right * self.left / self.right
        return range(round(first + 0.5), round(first + self.span * sum(self.pitch) * self.left / TAU + 1))


def paint(sheet: Sheet, seed: Seed) -> None:
    """All cells that are on the sheet; one spiral of them tinted; nuclei where there is room."""
    tissue = _Tissue(sheet, seed)
    plain, tinted, nuclei, bright = (sheet.path() for _ in range(4))
    chosen = {0, tissue.right // 2} if not sheet.small else {0}
    for right in range(tissue.right):
        for left in tissue.steps(right):
            middle = tissue.at(right + 0.5, left + 0.5)
            corners = [tissue.at(right + a, left + b) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
            size = hypot(corners[2].x - corners[0].x, corners[2].y - corners[0].y)
            if not _on(sheet, middle, size * 0.45):
                continue
            _cell(tinted if right in chosen else plain, middle, corners)
            if size > sheet.height * sheet.sized(0.3, 0.17, 0.15):
                (bright if right in chosen else nuclei).ring(middle.towards(corners[0], 0.12), size * 0.075)
    sheet.put(Layer.INK, plain)
    sheet.put(Layer.FINE, nuclei)
    sheet.put(Layer.WASH, tinted)
    sheet.put(Layer.ACCENT, tinted)
    sheet.put(Layer.SOLID_ACCENT, bright.ring(tissue.centre, tissue.inner * 0.55))
    sheet.put(Layer.ACCENT, sheet.path().ring(tissue.centre, tissue.inner * 0.22))


def _on(sheet: Sheet, point: Point, margin: float) -> bool:
    return -margin < point.x < sheet.width + margin and -margin < point.y < sheet.height + margin


def _cell(path: Path, middle: Point, corners: list[Point]) -> None:
    """A rounded membrane a little inside the corners."""
    inside = [corner.towards(middle, 0.12) for corner in corners]
    path.move(*inside[-1].towards(inside[0], 0.5))
    for corner, following in zip(inside, [*inside[1:], inside[0]], strict=True):
        path.quadratic(*corner, *corner.towards(following, 0.5))
    path.close()
