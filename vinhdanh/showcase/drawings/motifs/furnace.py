"""Furnace: a blast furnace in section, its charge in layers, the metal that runs into the ladle."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import echoes
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


class _Furnace(NamedTuple):
    """The inner profile: levels and half widths, in shares of the sheet's height, from the throat down."""

    middle: float
    unit: float
    """Height of the sheet."""
    wall: float
    """Thickness of the lining, as a share of that height."""
    hand: int
    """The taphole is on this side, the hoist on the other."""
    profile: tuple[tuple[float, float], ...]

    def at(self, side: float, level: float, more: float = 0.0) -> Point:
        """A point at a level: -1 and 1 are the inner walls, 0 the axis; ``more`` leads outwards."""
        return Point(self.middle + side * (self._half(level) + more) * self.unit, level * self.unit)

    def section(self, more: float = 0.0) -> Path:
        """The inner profile, or one drawn ``more`` outside it."""
        sides = ((-1, self.profile), (1, self.profile[::-1]))
        return Path().polygon(self.at(side, level, more) for side, profile in sides for level, _ in profile)

    def _half(self, level: float) -> float:
        for (upper, half), (lower, following) in pairwise(self.profile):
            if upper <= level <= lower:
                return half + (following - half) * (level - upper) / (lower - upper)
        return self.profile[-1][1]


def paint(sheet: Sheet, seed: Seed) -> None:
    """The heat round the shaft, hoist, floor, walls, charge, hearth, blast and the ladle."""
    furnace = _built(sheet, seed)
    shell = sheet.define(furnace.section(furnace.wall))
    shares = sheet.sized((0.06, 0.15), tuple(0.025 + i * (0.034 + i * 0.005) for i in range(8)))
    echoes(sheet, shell, shares)
    if not sheet.small:
        _hoist(sheet, furnace)
    _floor(sheet)
    sheet.use(Layer.WASHED, shell)
    sheet.put(Layer.SOLID, furnace.section())
    if not sheet.small:
        _bricks(sheet, furnace)
    _charge(sheet, seed, furnace)
    _hearth(sheet, furnace)
    _blast(sheet, furnace)
    _tapping(sheet, furnace)


def _built(sheet: Sheet, seed: Seed) -> _Furnace:
    """Where the furnace stands and how it is shaped: throat, shaft, belly, bosh, hearth."""
    scale = sheet.sized(1.22, 1.0)
    belly, waist = seed.number("belly", 0.16, 0.24) * scale, seed.number("waist", 0.46, 0.56)
    throat, hand = belly * seed.number("throat", 0.45, 0.68), seed.sign("hand")
    aside = sheet.sized(0.08, seed.number("aside", 0.04, 0.2))
    return _Furnace(
        middle=sheet.centre.x - hand * aside * sheet.height,
        unit=sheet.height,
        wall=0.045 * scale,
        hand=hand,
        profile=(
            (0.06, throat),
            (0.14, throat),
            (waist, belly),
            (waist + 0.09, belly),
            (0.73, belly * 0.8),
            (0.88, belly * 0.8),
        ),
    )


def _floor(sheet: Sheet) -> None:
    """The floor of the casthouse, hatched below."""
    level = sheet.height * 0.93
    sheet.put(Layer.BLANK, Path().rectangle(0, level, sheet.width, sheet.height - level))
    middle = (level + sheet.height) / 2
    ground = Path().segment((0, middle), (sheet.width, middle))
    gap = sheet.height * sheet.sized(0.08, 0.03) - sheet.line
    sheet.bands(ground, [Band(Layer.FAINT, sheet.height - level, (sheet.line, gap))])
    sheet.put(Layer.INK, Path().segment((0, level), (sheet.width, level)))


def _bricks(sheet: Sheet, furnace: _Furnace) -> None:
    """The joints of the lining."""
    joints = Path()
    for level in spread(29, 0.08, 0.86):
        for side in (-1, 1):
            joints.segment(furnace.at(side, level), furnace.at(side, level, furnace.wall))
    sheet.put(Layer.FINE, joints)


def _charge(sheet: Sheet, seed: Seed, furnace: _Furnace) -> None:
    """Ore and coke in layers that sag towards the axis, deeper as they sink."""
    count, sag = sheet.sized(6, 18), furnace.unit * seed.number("sag", 0.03, 0.09)
    surfaces = []
    for i, level in enumerate(spread(count, 0.1, 0.7)):
        left, right = furnace.at(-1, level), furnace.at(1, level)
        surfaces.append((left, Point(furnace.middle, left.y + sag * (0.4 + 1.6 * i / count)), right))
    lines, ore = Path(), Path()
    for left, low, right in surfaces:
        lines.move(*left).quadratic(*low, *right)
    for upper, lower in zip(surfaces[1::2], surfaces[2::2], strict=False):
        ore.move(*upper[0]).quadratic(*upper[1], *upper[2]).line(*lower[2]).quadratic(
            *lower[1], *lower[0]
        ).close()
    sheet.put(Layer.WASH, ore)
    sheet.put(Layer.INK, lines)


def _hearth(sheet: Sheet, furnace: _Furnace) -> None:
    """The molten metal."""
    bath = [furnace.at(-1, 0.77), furnace.at(1, 0.77), furnace.at(1, 0.88), furnace.at(-1, 0.88)]
    sheet.put(Layer.TINTED, Path().polygon(bath))
    metal = Path()
    for level in spread(sheet.sized(2, 5), 0.79, 0.865):
        metal.segment(furnace.at(-0.94, level), furnace.at(0.94, level))
    sheet.put(Layer.ACCENT, metal)


def _blast(sheet: Sheet, furnace: _Furnace) -> None:
    """Tuyeres over the metal, fed by the ring main that is cut through on both sides."""
    nozzles, mains, radius = Path(), Path(), furnace.unit * 0.033
    for side in (-1, 1):
        mouth, end = furnace.at(side, 0.72, -0.03), furnace.at(side, 0.72, furnace.wall + 0.05)
        half = furnace.unit * 0.012
        nozzles.polygon([mouth, Point(end.x, end.y - half), Point(end.x, end.y + half)])
        main = Point(end.x + side * radius, end.y)
        mains.ring(main, radius).ring(main, radius * 0.6)
    sheet.put(Layer.SOLID, nozzles)
    sheet.put(Layer.SOLID, mains)


def _hoist(sheet: Sheet, furnace: _Furnace) -> None:
    """The inclined bridge up which the skips are drawn to the throat, and one skip on it."""
    side = -furnace.hand
    top, foot = (
        furnace.at(side, 0.07, 0.02),
        Point(furnace.middle + side * furnace.unit * 0.78, furnace.unit * 0.93),
    )
    down = Point(0, furnace.unit * 0.05)
    bridge = Path().segment(top, foot).segment((top.x, top.y + down.y), (foot.x - side * down.y, foot.y))
    for i in range(14):
        a, b = top.towards(foot, i / 14), top.towards(foot, (i + 0.5) / 14)
        bridge.polyline([a, (b.x, b.y + down.y), top.towards(foot, (i + 1) / 14)])
    sheet.put(Layer.INK, bridge)
    skip = top.towards(foot, 0.42)
    size = furnace.unit * 0.045
    box = [(-1.1, -0.1), (-0.9, -1.3), (1.0, -0.2), (0.9, 0.9)]
    sheet.put(Layer.WASHED, Path().polygon((skip.x + side * x * size, skip.y + y * size) for x, y in box))


def _tapping(sheet: Sheet, furnace: _Furnace) -> None:
    """The stream out of the taphole, over the lip, into the ladle."""
    unit, hand = furnace.unit, furnace.hand
    tap, lip = furnace.at(hand, 0.85), furnace.at(hand, 0.87, furnace.wall + 0.1)
    if not sheet.small:
        _ladle(sheet, Point(lip.x + hand * unit * 0.12, unit * 0.91), unit)
    fall = unit * (0.93 if sheet.small else 0.9)
    stream = Path()
    for off in (0.0,) if sheet.small else (-0.008, 0.0, 0.008):
        y = lip.y + off * unit
        stream.move(tap.x, tap.y + off * unit).line(lip.x + hand * unit * 0.02, y)
        stream.quadratic(lip.x + hand * unit * (0.07 - off), y, lip.x + hand * unit * (0.09 - off), fall)
    sheet.put(Layer.ACCENT, stream)


def _ladle(sheet: Sheet, foot: Point, unit: float) -> None:
    """A ladle car, below the level of the runner, its metal to the brim."""
    half, rim = unit * 0.1, foot.y - unit * 0.02
    pot = Path().move(foot.x - half, rim).line(foot.x - half * 0.78, unit * 0.985)
    pot.line(foot.x + half * 0.78, unit * 0.985).line(foot.x + half, rim).close()
    sheet.put(Layer.SOLID, pot)
    sheet.put(Layer.TINTED, Path().ring(Point(foot.x, rim), half, flat=0.16))
