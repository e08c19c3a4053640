"""Rail: a yard seen from above, tracks that sweep round together, part, cross and meet."""

from __future__ import annotations

from math import pi
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


_GAUGE = 0.15
"""Half the distance of two rails, in distances between tracks."""


class _Yard(NamedTuple):
    """Concentric tracks: the centre of their curve, its radius at the middle of the sheet, the gap between tracks."""

    centre: Point
    radius: float
    gap: float
    heading: float
    span: float
    """Half the angle over which the tracks are drawn."""

    def at(self, along: float, level: float) -> Point:
        """A point ``along`` the yard (-1 to 1) on a track; track 0 runs through the middle of the sheet."""
        return self.centre.polar(self.radius + level * self.gap, self.heading + along * self.span)


class _Switch(NamedTuple):
    """From which track, from where along it, and to which side."""

    level: int
    start: float
    way: int


def paint(sheet: Sheet, seed: Seed) -> None:
    """The edges of the ballast, sleepers, rails over them; one route set in the accent."""
    yard = _laid(sheet, seed)
    top = sheet.sized(2, 4, 4)
    switches = [_Switch(*_place(seed, i, top)) for i in range(sheet.sized(2, 6, 7))]
    route = _Switch(seed.whole("route", -1, 1), seed.number("route.at", -0.3, 0.05), seed.sign("route.way"))
    middles, rails, bright, ballast = (sheet.path() for _ in range(4))
    for level in range(-top, top + 1):
        _track(middles, yard, level)
        for side in (-1, 1):
            _track(rails, yard, level + side * _GAUGE)
            _track(ballast, yard, level + side * 0.36)
    for switch in switches:
        for side in (-1, 1):
            _bend(rails, yard, switch, side * _GAUGE)
    for side in (-1, 1):
        _through(bright, yard, route, side * _GAUGE)
    sheet.put(Layer.FAINT, ballast)
    line = sheet.sized(1.1, 0.9, 2.2)
    sheet.bands(middles, [Band(Layer.FINE, yard.gap * 0.5, f"{line} {yard.gap * sheet.sized(0.17, 0.13, 0.13) - line:.1f}")])
    sheet.put(Layer.INK, rails)
    sheet.put(Layer.ACCENT, bright)


def _laid(sheet: Sheet, seed: Seed) -> _Yard:
    """The curve of the yard: which way it bends, how sharply."""
    radius = sheet.height * seed.number("radius", 1.1, 2.4)
    side = seed.number("direction", 0.25, 0.75) * pi + (pi if seed.flag("below") else 0)
    centre = sheet.centre.polar(-radius, side)
    reach = (sheet.width**2 + sheet.height**2) ** 0.5 / 2
    return _Yard(centre, radius, sheet.height * sheet.sized(0.3, 0.17, 0.16), side, min(1.35 * reach / radius, 1.5))


def _place(seed: Seed, number: int, top: int) -> tuple[int, float, int]:
    """Where a switch lies: from which track, where, and to which side."""
    return seed.whole(f"from{number}", -top + 1, top - 1), seed.number(f"at{number}", -0.7, 0.5), seed.sign(f"way{number}")


def _track(path: Path, yard: _Yard, level: float) -> None:
    """One line from end to end, as an arc."""
    radius = yard.radius + level * yard.gap
    path.move(*yard.at(-1, level)).arc((radius, radius), *yard.at(1, level), large=yard.span > pi / 2, clockwise=True)


def _bend(path: Path, yard: _Yard, switch: _Switch, off: float) -> list[Point]:
    """One rail of a switch: an S-bend from its track to the next."""
    length = 2.6 * yard.gap / (yard.radius * yard.span)
    bend = []
    for t in spread(5, 0, 1):
        bend.append(yard.at(switch.start + length * t, switch.level + switch.way * t * t * (3 - 2 * t) + off))
    path.spline(bend)
    return bend


def _through(path: Path, yard: _Yard, switch: _Switch, off: float) -> None:
    """One rail of the whole route over a switch."""
    bend = _bend(path, yard, switch, off)
    level = switch.level + off
    for end, start, y in ((-1, bend[0], level), (1, bend[-1], level + switch.way)):
        radius = yard.radius + y * yard.gap
        path.move(*start).arc((radius, radius), *yard.at(end, y), large=False, clockwise=end > 0)
