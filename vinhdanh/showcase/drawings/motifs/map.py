"""Map: contour lines round the hills, a river, a graticule, and one place marked."""

from __future__ import annotations

from math import sin

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


def paint(sheet: Sheet, seed: Seed) -> None:
    """The hills, the river, the places, the frame."""
    _hills(sheet, seed)
    _river(sheet, seed)
    _graticule(sheet, seed)
    _places(sheet, seed)
    if not sheet.small:
        _frame(sheet)


def _hills(sheet: Sheet, seed: Seed) -> None:
    """Contours at growing distances from winding ridges, every fourth one stronger."""
    height, ridges = sheet.height, Path()
    count = sheet.sized(1, 3)
    for i in range(count):
        x = sheet.width * (i + seed.number(f"x{i}", 0.15, 0.85)) / count
        points = [Point(x, height * seed.number(f"y{i}", 0.05, 0.95))]
        heading = seed.number(f"heading{i}", 0, TAU)
        for j in range(3):
            heading += seed.number(f"bend{i}.{j}", -1.1, 1.1)
            points.append(points[-1].polar(height * seed.number(f"step{i}.{j}", 0.1, 0.28), heading))
        ridges.spline(points)
    bands: list[Band] = []
    off, gap = height * sheet.sized(0.05, 0.022), height * sheet.sized(0.075, 0.034)
    for i in range(sheet.sized(5, 11)):
        layer = Layer.INK if i % 4 == 0 else Layer.FINE
        bands += [Band(Layer.GROUND, 2 * off), Band(layer, 2 * (off + sheet.line))]
        off += gap * (1 + 0.07 * i)
    sheet.bands(ridges, bands[::-1], rounded=True)


def _river(sheet: Sheet, seed: Seed) -> None:
    """A river that winds across the sheet, wider towards its mouth."""
    height, mirrored = sheet.height, seed.flag("river")
    phase, wave = seed.number("phase", 0, TAU), seed.number("wave", 3.4, 5.0) * sheet.width / height
    level, fall = height * seed.number("level", 0.35, 0.65), height * seed.number("fall", -0.3, 0.3)
    upper, lower = [], []
    for t in spread(sheet.sized(8, 12), -0.03, 1.03):
        x = sheet.width * (1 - t if mirrored else t)
        y = level + fall * (t - 0.5) + height * (0.1 + 0.04 * t) * sin(phase + wave * t)
        half = height * (0.012 + 0.024 * max(t, 0)) * sheet.sized(1.3, 1.0)
        upper.append((x, y - half))
        lower.append((x, y + half))
    sheet.put(Layer.TINTED, Path().spline(upper).line(*lower[-1]).onward(lower[::-1]).close())


def _graticule(sheet: Sheet, seed: Seed) -> None:
    """Crosses where the lines of the grid meet."""
    gap = sheet.height * sheet.sized(0.5, 0.3)
    first, arm = gap * seed.number("grid", 0.3, 0.7), sheet.height * 0.022
    crosses = Path()
    for i in range(int((sheet.width - first) / gap) + 1):
        for j in range(int((sheet.height - first) / gap) + 1):
            x, y = first + i * gap, first + j * gap
            crosses.segment((x - arm, y), (x + arm, y)).segment((x, y - arm), (x, y + arm))
    sheet.put(Layer.STRONG, crosses)


def _places(sheet: Sheet, seed: Seed) -> None:
    """A few small places, and the one that is meant."""
    height, others = sheet.height, Path()
    for i in range(sheet.sized(1, 4)):
        x, y = seed.number(f"place.x{i}", 0.1, 0.9), seed.number(f"place.y{i}", 0.12, 0.88)
        others.ring((sheet.width * x, height * y), height * 0.014)
    sheet.put(Layer.SOLID, others)
    at = Point(sheet.width * seed.number("here.x", 0.3, 0.7), height * seed.number("here.y", 0.3, 0.7))
    sheet.put(Layer.BLANK, Path().ring(at, height * sheet.sized(0.17, 0.075)))
    centre_mark(sheet, at, height * sheet.sized(0.085, 0.038))


def _frame(sheet: Sheet) -> None:
    """The margin, the neat line, and between two more lines the divisions of degrees."""
    width, height, edge = sheet.width, sheet.height, sheet.height * 0.045
    margin = Path().rectangle(0, 0, width, height)
    margin.move(edge, edge).line(edge, height - edge).line(width - edge, height - edge).line(
        width - edge, edge
    ).close()
    sheet.put(Layer.BLANK, margin)
    lines = Path()
    for inset in (edge, edge * 0.7, edge * 0.4):
        lines.rectangle(inset, inset, width - 2 * inset, height - 2 * inset)
    sheet.put(Layer.INK, lines)
    inset = edge * 0.55
    level, upright = Path(), Path()
    for near in (0, 1):
        x, y = (width - inset, height - inset) if near else (inset, inset)
        level.segment((inset, y), (width - inset, y))
        upright.segment((x, inset), (x, height - inset))
    for sides, length, count in ((level, width - 2 * inset, 31), (upright, height - 2 * inset, 19)):
        sheet.bands(sides, [Band(Layer.INK, edge * 0.3, (length / count,))])
