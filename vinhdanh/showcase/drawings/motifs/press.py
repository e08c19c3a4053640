"""Press: the net of a carton between registration marks, over a halftone screen."""

from __future__ import annotations

from math import radians

from vinhdanh.showcase.drawings.geometry import Path, Point
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
                sheet.put(Layer.BLANK, sheet.path().ring((x, y), sheet.height * 0.05))
                centre_mark(sheet, Point(x, y), sheet.height * 0.022)


def _screen(sheet: Sheet, seed: Seed) -> None:
    """Dots that grow row by row: a dashed line with round ends is a row of dots."""
    gap = sheet.height / sheet.sized(10, 21, 22)
    rows = round(sheet.height / gap)
    up = seed.flag("up")
    curve = seed.number("curve", 1.1, 1.7)
    for odd in (0, 1):
        path = sheet.path().segment((gap * odd / 2, gap / 2), (sheet.width + gap, gap / 2))
        bands = []
        for row in range(odd, rows, 2):
            share = (rows - row if up else row + 1) / rows
            bands.append(Band(Layer.HUE, gap * (0.08 + 0.6 * share**curve), f"0 {gap:.2f}", gap * row))
        sheet.bands(path, bands, rounded=True)


class _Net:
    """Four walls in a row, flaps above and below, a strip to glue."""

    def __init__(self, sheet: Sheet, seed: Seed) -> None:
        unit = sheet.height
        self.sheet = sheet
        self.front = unit * seed.number("front", 0.3, 0.38) * sheet.sized(1.25, 1, 1)
        self.side = self.front * seed.number("side", 0.4, 0.62)
        self.high = unit * seed.number("high", 0.32, 0.42)
        self.flap = min(self.side, unit * 0.2) * 0.94
        self.angle = radians(seed.choice("angle", (-8, -4, 4, 8)))
        self.order = seed.flag("order")

    def paint(self) -> None:
        """Cut line, tint on one wall, folds."""
        widths = [self.front, self.side] * 2 if self.order else [self.side, self.front] * 2
        if self.sheet.small:
            widths = widths[:2]
        xs = [-sum(widths) / 2]
        for width in widths:
            xs.append(xs[-1] + width)
        top, low = -self.high / 2, self.high / 2
        self.sheet.put(Layer.SOLID, self._outline(xs, top, low))
        main = 0 if self.order else 1
        self.sheet.put(Layer.WASH, self._polygon([(xs[main], top), (xs[main + 1], top), (xs[main + 1], low), (xs[main], low)]))
        folds = self.sheet.path()
        for x in xs[:-1]:
            folds.segment(self._at(x, top), self._at(x, low))
        folds.segment(self._at(xs[0], top), self._at(xs[-1], top)).segment(self._at(xs[0], low), self._at(xs[-1], low))
        self.sheet.put(Layer.CHAIN, folds)
        self._label((xs[main] + xs[main + 1]) / 2)

    def _outline(self, xs: list[float], top: float, low: float) -> Path:
        """The cut line, clockwise: flaps with slanted sides above, the straight end, flaps below, the glued strip."""
        slant, points = self.flap * 0.14, []
        for a, b in zip(xs, xs[1:], strict=False):
            points += [(a, top), (a + slant, top - self.flap), (b - slant, top - self.flap), (b, top)]
        for b, a in zip(xs[::-1], xs[-2::-1], strict=False):
            points += [(b, low), (b - slant, low + self.flap), (a + slant, low + self.flap), (a, low)]
        strip = self.flap * 0.4
        points += [(xs[0] - strip, low - strip), (xs[0] - strip, top + strip)]
        return self._polygon(points)

    def _label(self, x: float) -> None:
        """A mark printed on the front, with two lines under it."""
        radius = self.high * 0.2
        middle = self._at(x, -self.high * 0.1)
        self.sheet.put(Layer.TINTED, self.sheet.path().ring(middle, radius))
        if not self.sheet.small:
            self.sheet.put(Layer.HUE, self.sheet.path().ring(middle, radius * 0.78).ring(middle, radius * 0.2))
        lines = self.sheet.path()
        for i in range(2):
            y, half = self.high * (0.24 + 0.1 * i), self.front * (0.3 - 0.1 * i)
            lines.segment(self._at(x - half, y), self._at(x + half, y))
        self.sheet.put(Layer.ACCENT, lines)

    def _polygon(self, points: list[tuple[float, float]]) -> Path:
        return self.sheet.path().polygon([self._at(*point) for point in points])

    def _at(self, x: float, y: float) -> Point:
        """A point of the net on the sheet, where the net lies a little askew."""
        turned = Point(x, y).turned(self.angle)
        return Point(self.sheet.centre.x + turned.x, self.sheet.centre.y + turned.y)
