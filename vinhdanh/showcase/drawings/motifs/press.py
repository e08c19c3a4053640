"""Press: the net of a carton between registration marks, over a halftone screen."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import radians

from vinhdanh.showcase.drawings.geometry import Path, Point, Position
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


def paint(sheet: Sheet, seed: Seed) -> None:
    """The screen, the net over it, the marks in the corners."""
    _screen(sheet, seed)
    _Net(sheet, seed).paint()
    if not sheet.small:
        edge = sheet.height * 0.075
        for x in (edge, sheet.width - edge):
            for y in (edge, sheet.height - edge):
                sheet.put(Layer.BLANK, Path().ring((x, y), sheet.height * 0.05))
                centre_mark(sheet, Point(x, y), sheet.height * 0.022)


def _screen(sheet: Sheet, seed: Seed) -> None:
    """Dots that grow row by row: a dashed line with round ends is a row of dots."""
    rows = sheet.sized(10, 20)
    gap, up, curve = sheet.height / rows, seed.flag("up"), seed.number("curve", 1.1, 1.8)
    for odd in (0, 1):
        bands = []
        for row in range(odd, rows, 2):
            share = (rows - row if up else row + 1) / rows
            bands.append(Band(Layer.HUE, gap * (0.08 + 0.5 * share**curve), (0, gap), gap * row))
        first = gap * odd / 2
        sheet.bands(Path().segment((first, gap / 2), (sheet.width + gap, gap / 2)), bands, rounded=True)


class _Net:
    """Four walls in a row, flaps above and below, a strip to glue; laid a little askew."""

    def __init__(self, sheet: Sheet, seed: Seed) -> None:
        height = sheet.height
        self.sheet = sheet
        front = height * seed.number("front", 0.3, 0.38) * sheet.sized(1.25, 1.0)
        side = front * seed.number("side", 0.4, 0.62)
        self.half = height * seed.number("high", 0.32, 0.42) / 2
        self.flap = min(side, height * 0.2) * 0.94
        self.angle = radians(seed.choice("angle", (-8, -4, 4, 8)))
        leading = seed.flag("leading")
        widths = ([front, side] if leading else [side, front]) * sheet.sized(1, 2)
        self.folds = [-sum(widths) / 2]
        for width in widths:
            self.folds.append(self.folds[-1] + width)
        self.front = (self.folds[0], self.folds[1]) if leading else (self.folds[1], self.folds[2])

    def paint(self) -> None:
        """The cut line, the front, the folds, the print."""
        left, right = self.front
        self.sheet.put(Layer.SOLID, self._polygon(self._outline()))
        walls = [(left, -self.half), (right, -self.half), (right, self.half), (left, self.half)]
        self.sheet.put(Layer.WASH, self._polygon(walls))
        folds = Path()
        for x in self.folds[:-1]:
            folds.segment(self._at(x, -self.half), self._at(x, self.half))
        for y in (-self.half, self.half):
            folds.segment(self._at(self.folds[0], y), self._at(self.folds[-1], y))
        self.sheet.put(Layer.CHAIN, folds)
        self._print((left + right) / 2, right - left)

    def _outline(self) -> list[Position]:
        """Clockwise: flaps with slanted sides above, flaps below, the strip to glue."""
        slant, high, points = self.flap * 0.14, self.half + self.flap, []
        for a, b in pairwise(self.folds):
            points += [(a, -self.half), (a + slant, -high), (b - slant, -high), (b, -self.half)]
        for b, a in pairwise(self.folds[::-1]):
            points += [(b, self.half), (b - slant, high), (a + slant, high), (a, self.half)]
        strip = self.flap * 0.4
        left = self.folds[0] - strip
        return [*points, (left, self.half - strip), (left, strip - self.half)]

    def _print(self, x: float, width: float) -> None:
        """A mark printed on the front, with two lines under it."""
        middle, radius = self._at(x, -self.half * 0.2), self.half * 0.4
        self.sheet.put(Layer.TINTED, Path().ring(middle, radius))
        if not self.sheet.small:
            self.sheet.put(Layer.HUE, Path().ring(middle, radius * 0.78).ring(middle, radius * 0.2))
        lines = Path()
        for y, share in ((0.48, 0.3), (0.68, 0.2)):
            lines.segment(
                self._at(x - width * share, self.half * y), self._at(x + width * share, self.half * y)
            )
        self.sheet.put(Layer.ACCENT, lines)

    def _polygon(self, points: Iterable[Position]) -> Path:
        return Path().polygon(self._at(*point) for point in points)

    def _at(self, x: float, y: float) -> Point:
        """A point of the net on the sheet."""
        turned = Point(x, y).turned(self.angle)
        return Point(self.sheet.centre.x + turned.x, self.sheet.centre.y + turned.y)
