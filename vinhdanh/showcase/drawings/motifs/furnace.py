"""Furnace: a blast furnace in section, its charge in layers, the metal in the hearth and the stream that runs out."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import glow
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


class _Furnace(NamedTuple):
    """The inner profile: half widths, in heights of the sheet, at levels that are shares of its height."""

    middle: float
    unit: float
    hand: int
    profile: tuple[tuple[float, float], ...]

    def at(self, side: float, level: float, more: float = 0.0) -> Point:
        """A point of the profile: -1 and 1 are the walls, 0 the axis; ``more`` goes out beyond the wall."""
        half = self.half(level)
        return Point(self.middle + side * (half + more) * self.unit, level * self.unit)

    def half(self, level: float) -> float:
        """Half the inner width at a level."""
        for (y0, w0), (y1, w1) in zip(self.profile, self.profile[1:]):
            if y0 <= level <= y1:
                return w0 + (w1 - w0) * (level - y0) / (y1 - y0)
        return self.profile[-1][1]


def paint(sheet: Sheet, seed: Seed) -> None:
    """The glow, the walls, the charge, the tuyeres, the hearth, the ladle."""
    scale = sheet.sized(1.22, 1.0, 1.0)
    belly = seed.number("belly", 0.19, 0.23) * scale
    throat, waist = belly * seed.number("throat", 0.5, 0.62), seed.number("waist", 0.48, 0.54)
    furnace = _Furnace(
        middle=sheet.width * (seed.number("middle", 0.34, 0.66) if not sheet.small else 0.5) - seed.sign("hand") * sheet.sized(5, 0, 0),
        unit=sheet.height,
        hand=seed.sign("hand"),
        profile=((0.06, throat), (0.14, throat), (waist, belly), (waist + 0.09, belly), (0.73, belly * 0.8), (0.88, belly * 0.8)),
    )
    wall = 0.045 * scale
    shell = [furnace.at(side, y, wall) for side in (-1, 1) for y, _ in furnace.profile[::side]]
    outline = sheet.define(sheet.path().polygon(shell))
    gaps = sheet.sized((4.0, 9.5), tuple(5 + i * (7 + i * 0.9) for i in range(9)), tuple(16 + i * (22 + i * 2.8) for i in range(9)))
    sheet.bands(outline, glow(gaps, sheet.sized(0.8, 0.8, 1.8)), rounded=True)
    _ground(sheet)
    sheet.use(Layer.WASHED, outline)
    sheet.put(Layer.SOLID, sheet.path().polygon([furnace.at(side, y) for side in (-1, 1) for y, _ in furnace.profile[::side]]))
    if not sheet.small:
        _bricks(sheet, furnace, wall)
    _charge(sheet, seed, furnace)
    _hearth(sheet, seed, furnace, wall)


def _ground(sheet: Sheet) -> None:
    """The floor of the casthouse."""
    floor = sheet.height * 0.93
    sheet.put(Layer.BLANK, sheet.path().rectangle(0, floor, sheet.width, sheet.height - floor))
    step = sheet.sized(0, 6, 18)
    if step:
        hatch = sheet.path().segment((0, (floor + sheet.height) / 2), (sheet.width, (floor + sheet.height) / 2))
        sheet.bands(hatch, [Band(Layer.FAINT, sheet.height - floor, f"{step / 7:.1f} {step}")])
    sheet.put(Layer.INK, sheet.path().segment((0, floor), (sheet.width, floor)))


def _bricks(sheet: Sheet, furnace: _Furnace, wall: float) -> None:
    """The joints of the lining."""
    joints = sheet.path()
    for level in spread(sheet.sized(0, 31, 36), 0.08, 0.86):
        for side in (-1, 1):
            joints.segment(furnace.at(side, level), furnace.at(side, level, wall))
    sheet.put(Layer.FINE, joints)


def _charge(sheet: Sheet, seed: Seed, furnace: _Furnace) -> None:
    """Ore and coke in layers that sag towards the axis, steeper as they sink."""
    count = sheet.sized(6, 19, 21)
    sag = seed.number("sag", 0.015, 0.045)
    layers, wash = sheet.path(), sheet.path()
    levels = spread(count, 0.1, 0.7)
    for i, level in enumerate(levels):
        dip = sag * (0.4 + 1.6 * i / count) * furnace.unit
        left, right = furnace.at(-1, level), furnace.at(1, level)
        layers.move(*left).quadratic(furnace.middle, left.y + dip * 2, *right)
        if i % 2 and i + 1 < count:
            low, following = furnace.at(1, levels[i + 1]), sag * (0.4 + 1.6 * (i + 1) / count) * furnace.unit
            wash.move(*left).quadratic(furnace.middle, left.y + dip * 2, *right).line(*low)
            wash.quadratic(furnace.middle, low.y + following * 2, *furnace.at(-1, levels[i + 1])).close()
    sheet.put(Layer.WASH, wash)
    sheet.put(Layer.INK, layers)


def _hearth(sheet: Sheet, seed: Seed, furnace: _Furnace, wall: float) -> None:
    """Molten metal, the blast that enters above it, and the stream out of the taphole into the ladle."""
    unit, hand = furnace.unit, furnace.hand
    metal = sheet.path()
    bath = sheet.path().polygon([furnace.at(-1, 0.77), furnace.at(1, 0.77), furnace.at(1, 0.88), furnace.at(-1, 0.88)])
    sheet.put(Layer.TINTED, bath)
    for level in spread(sheet.sized(2, 5, 5), 0.79, 0.865):
        metal.segment(furnace.at(-0.94, level), furnace.at(0.94, level))
    sheet.put(Layer.ACCENT, metal)
    pipe, nozzles = 0.035, sheet.path()
    pipes = sheet.path()
    for side in (-1, 1):
        nozzle = furnace.at(side, 0.72, -0.03)
        outside = furnace.at(side, 0.72, wall + 0.05)
        nozzles.polygon([nozzle, Point(outside.x, outside.y - unit * 0.012), Point(outside.x, outside.y + unit * 0.012)])
        pipes.ring((outside.x + side * unit * pipe, outside.y), unit * pipe).ring((outside.x + side * unit * pipe, outside.y), unit * pipe * 0.6)
    sheet.put(Layer.SOLID, nozzles)
    sheet.put(Layer.SOLID, pipes)
    tap = furnace.at(hand, 0.855, 0)
    lip = furnace.at(hand, 0.885, wall + 0.1)
    fall = unit * 0.93
    stream = sheet.path()
    for off in spread(sheet.sized(1, 3, 3), -0.008, 0.008):
        stream.move(tap.x, tap.y + off * unit).line(lip.x - hand * unit * 0.03, lip.y + off * unit)
        stream.quadratic(lip.x + hand * unit * (0.02 - off), lip.y + off * unit, lip.x + hand * unit * (0.03 - off), fall)
    sheet.put(Layer.ACCENT, stream)
