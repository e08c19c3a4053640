"""Building: the works in elevation, with ground and dimension line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import Chord, lattice, ruling
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Plot(NamedTuple):
    """Where one part of the works stands."""

    left: float
    width: float
    ground: float
    unit: float
    """Height of the sheet."""

    @property
    def right(self) -> float:
        """The other end."""
        return self.left + self.width


Part = Callable[[Sheet, Seed, _Plot], None]


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sky, the parts from left to right, ground and dimensions."""
    ground = sheet.height * sheet.sized(0.86, 0.8)
    if not sheet.small:
        ruling(sheet)
    plots = _plots(sheet, seed, ground)
    for part, plot in plots:
        part(sheet, seed, plot)
    sheet.put(Layer.BLANK, Path().rectangle(0, ground, sheet.width, sheet.height - ground))
    sheet.put(Layer.STRONG, Path().segment((0, ground), (sheet.width, ground)))
    if not sheet.small:
        _dimensions(sheet, [plot for _, plot in plots], ground)


def _plots(sheet: Sheet, seed: Seed, ground: float) -> list[tuple[Part, _Plot]]:
    """Something tall, the halls, a block of offices, in an order of their own, in the middle of the sheet."""
    tall: Part = seed.choice("tall", (_chimneys, _silos, _tower))
    parts: list[tuple[Part, float]] = [(tall, sheet.sized(0.34, seed.number("tall.width", 0.26, 0.34)))]
    parts.append((_sheds, sheet.sized(0.62, seed.number("sheds.width", 0.54, 0.7))))
    if not sheet.small:
        parts.append((_offices, seed.number("offices.width", 0.32, 0.44)))
        first = seed.whole("first", 0, 2)
        parts = parts[first:] + parts[:first]
    if seed.flag("mirrored"):
        parts.reverse()
    left = sheet.centre.x - sheet.height * sum(width for _, width in parts) / 2
    plots = []
    for part, width in parts:
        plots.append((part, _Plot(left, width * sheet.height, ground, sheet.height)))
        left += width * sheet.height
    return plots


def _sheds(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """A hall with a saw-tooth roof, its glass to one side, its gates closed."""
    count = sheet.sized(3, seed.whole("teeth", 3, 5))
    eaves = plot.ground - plot.unit * seed.number("eaves", 0.24, 0.3)
    rise, step = plot.unit * seed.number("rise", 0.1, 0.14), plot.width / count
    glazed_left = seed.flag("glazed")
    bays = list(pairwise(spread(count + 1, plot.left, plot.right)))
    roof, glass = [Point(plot.left, plot.ground)], Path().segment((plot.left, eaves), (plot.right, eaves))
    for a, b in bays:
        roof += [Point(a, eaves), Point(a if glazed_left else b, eaves - rise), Point(b, eaves)]
        for share in spread(sheet.sized(2, 6), 0.12, 0.88):
            x = a + (b - a) * share
            glass.segment((x, eaves), (x, eaves - rise * (1 - share if glazed_left else share)))
    sheet.put(Layer.TINTED, Path().polygon([*roof, Point(plot.right, plot.ground)]))
    sheet.put(Layer.HUE, glass)
    gates, slats = Path(), Path()
    wide, high = step * 0.5, (plot.ground - eaves) * 0.62
    for a, b in bays:
        left = (a + b - wide) / 2
        gates.rectangle(left, plot.ground - high, wide, high)
        for y in spread(7, plot.ground - high * 0.9, plot.ground - high * 0.1):
            slats.segment((left, y), (left + wide, y))
    sheet.put(Layer.SOLID, gates)
    if not sheet.small:
        sheet.put(Layer.FINE, slats)


def _offices(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """A block with rows of windows, a door, a flag on its roof."""
    unit, floors, bays = plot.unit, seed.whole("floors", 4, 6), seed.whole("bays", 4, 6)
    floor, left, width = unit * 0.088, plot.left + unit * 0.03, plot.width - unit * 0.06
    top, bay = plot.ground - floor * (floors + 0.4), width / bays
    sheet.put(Layer.SOLID, Path().rectangle(left, top, width, plot.ground - top))
    sheet.put(
        Layer.SOLID,
        Path().rectangle(left - unit * 0.012, top - unit * 0.02, width + unit * 0.024, unit * 0.02),
    )
    windows, entrance = Path(), bays // 2
    for i in range(floors):
        for j in range(bays):
            if (i, j) != (0, entrance):
                windows.rectangle(
                    left + bay * (j + 0.2), plot.ground - floor * (i + 0.85), bay * 0.6, floor * 0.56
                )
    sheet.put(Layer.INK, windows)
    door, x, mast = left + bay * (entrance + 0.15), left + width / 2, top - unit * 0.2
    sheet.put(Layer.INK, Path().segment((x, top - unit * 0.02), (x, mast)))
    sheet.put(Layer.TINTED, Path().rectangle(door, plot.ground - floor * 0.85, bay * 0.7, floor * 0.85))
    sheet.put(Layer.TINTED, Path().rectangle(x, mast, unit * 0.105, unit * 0.07))


def _chimneys(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """Two chimneys, banded near the top, on a boiler house."""
    unit, roof = plot.unit, plot.ground - plot.unit * 0.2
    for i, share in enumerate((0.32, 0.68)):
        x, top = plot.left + plot.width * share, unit * seed.number(f"chimney{i}", 0.08, 0.24)
        foot, head = Chord(Point(x, roof), unit * 0.05), Chord(Point(x, top), unit * 0.03)
        sheet.put(Layer.SOLID, _trapezium(Path(), head, foot, 0, 1))
        bands = Path()
        for low in (0.06, 0.2):
            _trapezium(bands, head, foot, low, low + 0.07)
        sheet.put(Layer.TINTED, bands)
    left, width = plot.left + plot.width * 0.08, plot.width * 0.84
    sheet.put(Layer.SOLID, Path().rectangle(left, roof, width, plot.ground - roof))
    _courses(sheet, left, width, roof, plot.ground)


def _trapezium(path: Path, head: Chord, foot: Chord, upper: float, lower: float) -> Path:
    """The part of a tapering shaft between two shares of its height."""
    corners = []
    for share, side in ((upper, -1), (upper, 1), (lower, 1), (lower, -1)):
        at = head.middle.towards(foot.middle, share)
        corners.append((at.x + side * (head.half + (foot.half - head.half) * share), at.y))
    return path.polygon(corners)


def _courses(sheet: Sheet, left: float, width: float, top: float, low: float) -> None:
    """Level joints of a wall."""
    joints = Path()
    for y in spread(8, top, low)[1:-1]:
        joints.segment((left, y), (left + width, y))
    if not sheet.small:
        sheet.put(Layer.FINE, joints)


def _silos(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """Round silos side by side, shaded as cylinders."""
    count = sheet.sized(2, 3)
    top, ends = (
        plot.unit * seed.number("silo", 0.22, 0.36),
        (plot.left + plot.width * 0.05, plot.right - plot.width * 0.05),
    )
    for i, (a, b) in enumerate(pairwise(spread(count + 1, *ends))):
        body = Path().move(a, plot.ground).line(a, top).quadratic((a + b) / 2, top - (b - a) * 0.42, b, top)
        sheet.put(Layer.WASHED if i == 1 else Layer.SOLID, body.line(b, plot.ground).close())
        shade = Path().segment((a, top), (b, top))
        for share in sheet.sized((), (0.06, 0.15, 0.28, 0.45, 0.72, 0.85, 0.94)):
            shade.segment((a + (b - a) * share, top), (a + (b - a) * share, plot.ground))
        sheet.put(Layer.FINE, shade)


def _tower(sheet: Sheet, seed: Seed, plot: _Plot) -> None:
    """A water tower on braced legs."""
    x, top = plot.left + plot.width / 2, plot.unit * seed.number("tank", 0.12, 0.22)
    half, deep = plot.unit * 0.105, plot.unit * 0.17
    low = top + deep
    lattice(sheet, Chord(Point(x, low), half * 0.8), Chord(Point(x, plot.ground), half * 1.05), 3)
    sheet.put(Layer.SOLID, Path().move(x - half, low).quadratic(x, low + deep * 0.6, x + half, low).close())
    sheet.put(Layer.WASHED, Path().rectangle(x - half, top, half * 2, deep))
    sheet.put(
        Layer.SOLID, Path().polygon([(x - half * 1.1, top), (x, top - deep * 0.5), (x + half * 1.1, top)])
    )
    _courses(sheet, x - half, half * 2, top, low)


def _dimensions(sheet: Sheet, plots: list[_Plot], ground: float) -> None:
    """The dimension line from part to part, with its extension lines and ticks."""
    height = sheet.height
    ends = [plots[0].left, *(plot.right for plot in plots)]
    y, tick, over = height * 0.905, height * 0.016, height * 0.04
    line = Path().segment((ends[0] - over, y), (ends[-1] + over, y))
    for x in ends:
        line.segment((x, ground + over * 0.75), (x, y + over * 0.75)).segment(
            (x - tick, y + tick), (x + tick, y - tick)
        )
    sheet.put(Layer.FINE, line)
