"""Building: the works in elevation, with axes, ground and dimension line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Point, spread
from vinhdanh.showcase.drawings.motifs.marks import ruling
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Plot(NamedTuple):
    """Where one part of the works stands: its left end, its width, the ground, the unit of length."""

    left: float
    width: float
    ground: float
    unit: float
    name: str

    @property
    def right(self) -> float:
        return self.left + self.width


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sky, the parts from left to right, ground and dimensions."""
    height, ground = sheet.height, sheet.height * sheet.sized(0.86, 0.8, 0.8)
    if not sheet.small:
        ruling(sheet, sheet.sized(0, 7, 20))
    plots = _plots(sheet, seed, ground)
    for part, plot in plots:
        part(sheet, seed, plot)
    sheet.put(Layer.BLANK, sheet.path().rectangle(0, ground, sheet.width, height - ground))
    sheet.put(Layer.STRONG, sheet.path().segment((0, ground), (sheet.width, ground)))
    _dimensions(sheet, [plot for _, plot in plots], ground)


Part = Callable[[Sheet, Seed, _Plot], None]


def _plots(sheet: Sheet, seed: Seed, ground: float) -> list[tuple[Part, _Plot]]:
    """The parts and their plots: a tall one, the halls, a block of offices, in an order of their own."""
    unit = sheet.height
    tall: Part = seed.choice("tall", (_chimneys, _silos, _tower))
    if sheet.small:
        widths: list[tuple[Part, float]] = [(tall, 0.34), (_sheds, 0.62)]
    else:
        widths = [(tall, seed.number("tall.width", 0.26, 0.34)), (_sheds, seed.number("sheds.width", 0.56, 0.7)), (_offices, seed.number("offices.width", 0.32, 0.44))]
        middle = seed.whole("order", 0, 2)
        widths = widths[middle:] + widths[:middle]
    if seed.flag("mirror"):
        widths.reverse()
    total = sum(width for _, width in widths) * unit
    left = (sheet.width - total) / 2
    plots = []
    for i, (part, width) in enumerate(widths):
        plots.append((part, _Plot(left, width * unit, ground, unit, f"part{i}")))
        left += width * unit
    return plots


def _sheds(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """A hall with a saw-tooth roof, its glass to the north."""
    count = sheet.sized(3, seed.whole("teeth", 3, 5), 5)
    eaves = plot.ground - plot.unit * seed.number("eaves", 0.24, 0.3)
    rise = plot.unit * seed.number("rise", 0.1, 0.14)
    hand, step = seed.sign("north"), plot.width / count
    roof = [Point(plot.left, plot.ground)]
    glass = sheet.path()
    for i in range(count):
        a, b = plot.left + i * step, plot.left + (i + 1) * step
        peak = a if hand > 0 else b
        roof += [Point(a, eaves), Point(peak, eaves - rise), Point(b, eaves)]
        for t in spread(sheet.sized(2, 6, 7), 0.12, 0.88):
            x = a + (b - a) * t
            glass.segment((x, eaves), (x, eaves - rise * (1 - t if hand > 0 else t)))
    roof.append(Point(plot.right, plot.ground))
    sheet.put(Layer.TINTED, sheet.path().polygon(roof))
    sheet.put(Layer.HUE, glass.segment((plot.left, eaves), (plot.right, eaves)))
    doors = sheet.path()
    wide, high = step * 0.5, (plot.ground - eaves) * 0.62
    for i in range(count):
        x = plot.left + (i + 0.5) * step
        doors.rectangle(x - wide / 2, plot.ground - high, wide, high)
    sheet.put(Layer.SOLID, doors)
    if not sheet.small:
        slats = sheet.path()
        for i in range(count):
            x = plot.left + (i + 0.5) * step
            for y in spread(7, plot.ground - high * 0.9, plot.ground - high * 0.1):
                slats.segment((x - wide / 2, y), (x + wide / 2, y))
        sheet.put(Layer.FINE, slats)


def _offices(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """A block with rows of windows and a flag on its roof."""
    floors, bays = seed.whole("floors", 4, 6), sheet.sized(3, seed.whole("office.bays", 4, 6), 6)
    floor = plot.unit * 0.088
    left, width = plot.left + plot.unit * 0.03, plot.width - plot.unit * 0.06
    top = plot.ground - floor * (floors + 0.4)
    sheet.put(Layer.SOLID, sheet.path().rectangle(left, top, width, plot.ground - top))
    sheet.put(Layer.SOLID, sheet.path().rectangle(left - plot.unit * 0.012, top - plot.unit * 0.02, width + plot.unit * 0.024, plot.unit * 0.02))
    windows = sheet.path()
    bay = width / bays
    for i in range(floors):
        for j in range(bays):
            if (i, j) != (0, bays // 2):
                windows.rectangle(left + bay * (j + 0.2), plot.ground - floor * (i + 0.85), bay * 0.6, floor * 0.56)
    sheet.put(Layer.INK, windows)
    door = left + bay * (bays // 2 + 0.15)
    sheet.put(Layer.TINTED, sheet.path().rectangle(door, plot.ground - floor * 0.85, bay * 0.7, floor * 0.85))
    x, mast = left + width * 0.5, top - plot.unit * 0.2
    sheet.put(Layer.INK, sheet.path().segment((x, top - plot.unit * 0.02), (x, mast)))
    sheet.put(Layer.TINTED, sheet.path().rectangle(x, mast, plot.unit * 0.105, plot.unit * 0.07))


def _chimneys(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """Two chimneys, banded near the top, on a boiler house."""
    house = plot.ground - plot.unit * 0.2
    for i, share in enumerate((0.32, 0.68)):
        x = plot.left + plot.width * share
        top = plot.unit * seed.number(f"chimney{i}", 0.08, 0.24)
        foot, head = plot.unit * 0.05, plot.unit * 0.03
        def half(y: float) -> float:
            return head + (foot - head) * (y - top) / (house - top)
        sheet.put(Layer.SOLID, sheet.path().polygon([(x - foot, house), (x - head, top), (x + head, top), (x + foot, house)]))
        bands = sheet.path()
        for y in (top + plot.unit * 0.03, top + plot.unit * 0.1):
            low = y + plot.unit * 0.035
            bands.polygon([(x - half(y), y), (x + half(y), y), (x + half(low), low), (x - half(low), low)])
        sheet.put(Layer.TINTED, bands)
    sheet.put(Layer.SOLID, sheet.path().rectangle(plot.left + plot.width * 0.08, house, plot.width * 0.84, plot.ground - house))
    _courses(sheet, plot.left + plot.width * 0.08, plot.width * 0.84, house, plot.ground)


def _courses(sheet: Sheet, left: float, width: float, top: float, ground: float) -> None:
    """Level joints of a wall."""
    if sheet.small:
        return
    joints = sheet.path()
    for y in spread(8, top, ground)[1:-1]:
        joints.segment((left, y), (left + width, y))
    sheet.put(Layer.FINE, joints)


def _silos(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """Round silos side by side, shaded as cylinders."""
    count = sheet.sized(2, 3, 3)
    step, top = plot.width * 0.9 / count, plot.unit * seed.number("silo", 0.22, 0.36)
    for i in range(count):
        left = plot.left + plot.width * 0.05 + i * step
        body = sheet.path().move(left, plot.ground).line(left, top)
        body.quadratic(left + step / 2, top - step * 0.42, left + step, top).line(left + step, plot.ground).close()
        sheet.put(Layer.WASHED if i == 1 else Layer.SOLID, body)
        shade = sheet.path().segment((left, top), (left + step, top))
        if not sheet.small:
            for share in (0.06, 0.15, 0.28, 0.45, 0.72, 0.85, 0.94):
                shade.segment((left + step * share, top), (left + step * share, plot.ground))
        sheet.put(Layer.FINE, shade)


def _tower(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """A water tower on braced legs."""
    x, top = plot.left + plot.width / 2, plot.unit * seed.number("tank", 0.12, 0.22)
    half, deep = plot.unit * 0.105, plot.unit * 0.17
    low = top + deep
    legs = sheet.path()
    for side in (-1, 1):
        legs.segment((x + side * half * 0.8, low), (x + side * half * 1.05, plot.ground))
    for a, b in zip(spread(4, low, plot.ground), spread(4, low, plot.ground)[1:]):
        legs.segment((x - half * 0.9, a), (x + half * 0.95, b)).segment((x + half * 0.9, a), (x - half * 0.95, b)).segment((x - half * 0.9, b), (x + half * 0.9, b))
    sheet.put(Layer.INK, legs)
    sheet.put(Layer.SOLID, sheet.path().move(x - half, low).quadratic(x, low + deep * 0.6, x + half, low).close())
    sheet.put(Layer.WASHED, sheet.path().rectangle(x - half, top, half * 2, deep))
    sheet.put(Layer.SOLID, sheet.path().polygon([(x - half * 1.1, top), (x, top - deep * 0.5), (x + half * 1.1, top)]))
    _courses(sheet, x - half, half * 2, top, low)


def _dimensions(sheet: Sheet, plots: list[_Plot], ground: float) -> None:
    """Hatched ground, and the dimension line from part to part."""
    if sheet.small:
        return
    h = sheet.height
    xs = [plots[0].left, *(plot.right for plot in plots)]
    y, tick = h * 0.905, h * 0.016
    line = sheet.path().segment((xs[0] - h * 0.04, y), (xs[-1] + h * 0.04, y))
    for x in xs:
        line.segment((x, ground + h * 0.03), (x, y + h * 0.03)).segment((x - tick, y + tick), (x + tick, y - tick))
    sheet.put(Layer.FINE, line)
