"""Map: contour lines round a ridge, a river, a graticule and one place marked."""

from __future__ import annotations

from math import sin

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


def paint(sheet: Sheet, seed: Seed) -> None:
    """Graticule below, then the hills, the river and the places."""
    _hills(sheet, seed)
    _river(sheet, seed)
    _graticule(sheet, seed)
    _places(sheet, seed)


def _hills(sheet: Sheet, seed: Seed) -> None:
    """Contours: lines at growing distances from two winding ridges."""
    h = sheet.height
    ridges = sheet.path()
    for i in range(sheet.sized(1, 3, 3)):
        start = Point(sheet.width * seed.number(f"x{i}", 0.0, 0.9), h * seed.number(f"y{i}", 0.0, 1.0))
        heading, points = seed.number(f"heading{i}", 0, TAU), [start]
        for j in range(3):
            heading += seed.number(f"bend{i}.{j}", -1.1, 1.1)
            points.append(points[-1].polar(h * seed.number(f"step{i}.{j}", 0.1, 0.3), heading))
        ridges.spline(points)
    line = sheet.sized(0.8, 0.75, 1.8)
    gap, width = h * sheet.sized(0.07, 0.034, 0.033), h * 0.012
    bands = []
    for i in range(sheet.sized(5, 11, 12)):
        layer = Layer.INK if i % 5 == 4 else Layer.FINE
        bands += [Band(Layer.GROUND, 2 * width), Band(layer, 2 * (width + line))]
        width += gap * (1 + 0.06 * i)
    bands.reverse()
    sheet.bands(ridges, bands, rounded=True)
    sheet.put(Layer.HUE, ridges)


def _river(sheet: Sheet, seed: Seed) -> None:
    """A river that winds across the sheet, wider towards its mouth."""
    h, hand = sheet.height, seed.sign("river")
    phase, wave = seed.number("phase", 0, TAU), seed.number("wave", 5.5, 8.0)
    level, fall = h * seed.number("level", 0.35, 0.65), h * seed.number("fall", -0.3, 0.3)
    upper, lower = [], []
    for t in spread(sheet.sized(8, 13, 15), -0.03, 1.03):
        x = sheet.width * (t if hand > 0 else 1 - t)
        y = level + fall * (t - 0.5) + h * (0.1 + 0.04 * t) * sin(phase + wave * t * sheet.width / h * 0.62)
        half = h * (0.012 + 0.024 * max(t, 0)) * sheet.sized(1.3, 1, 1)
        upper.append(Point(x, y - half))
        lower.append(Point(x, y + half))
    sheet.put(Layer.TINTED, sheet.path().spline(upper).line(*lower[-1]).onward(lower[::-1]).close())


def _graticule(sheet: Sheet, seed: Seed) -> None:
    """Crosses where the lines of the grid meet, and the neat line with its divisions."""
    h = sheet.height
    gap = h * sheet.sized(0.5, 0.3, 0.3)
    offset = gap * seed.number("grid", 0.2, 0.8)
    arm = h * 0.022
    crosses = sheet.path()
    x = offset
    while x < sheet.width:
        y = offset
        while y < h:
            crosses.segment((x - arm, y), (x + arm, y)).segment((x, y - arm), (x, y + arm))
            y += gap
        x += gap
    sheet.put(Layer.STRONG, crosses)
    if sheet.small:
        return
    edge, line = h * 0.035, sheet.sized(0, 0.8, 2)
    frame = sheet.path().rectangle(edge, edge, sheet.width - 2 * edge, h - 2 * edge)
    sheet.put(Layer.BLANK, _frame(sheet, edge))
    sheet.put(Layer.STRONG, frame)
    ticks = sheet.path().rectangle(edge / 2, edge / 2, sheet.width - edge, h - edge)
    sheet.bands(ticks, [Band(Layer.INK, edge * 0.5, f"{gap / 4:.1f}")])


def _frame(sheet: Sheet, edge: float) -> Path:
    """The margin outside the neat line, as one ring-shaped area."""
    w, h = sheet.width, sheet.height
    path = sheet.path().rectangle(0, 0, w, h)
    return path.move(edge, edge).line(edge, h - edge).line(w - edge, h - edge).line(w - edge, edge).close()


def _places(sheet: Sheet, seed: Seed) -> None:
    """A few small places, and the one that is meant."""
    h = sheet.height
    small = sheet.path()
    for i in range(sheet.sized(1, 4, 5)):
        small.ring((sheet.width * seed.number(f"place.x{i}", 0.1, 0.9), h * seed.number(f"place.y{i}", 0.12, 0.88)), h * 0.014)
    sheet.put(Layer.SOLID, small)
    at = Point(sheet.width * seed.number("here.x", 0.3, 0.7), h * seed.number("here.y", 0.3, 0.7))
    sheet.put(Layer.BLANK, sheet.path().ring(at, h * sheet.sized(0.17, 0.075, 0.075)))
    centre_mark(sheet, at, h * sheet.sized(0.085, 0.038, 0.038))
