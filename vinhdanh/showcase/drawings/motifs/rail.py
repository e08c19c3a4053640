"""Rail: a yard seen from above, tracks that sweep round together, part and meet."""

from __future__ import annotations

from math import hypot, pi
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet

_GAUGE: Final = 0.15
"""Half the distance of two rails, in distances between tracks."""
_BALLAST: Final = 0.36
"""Half the width of the bed of a track, in distances between tracks."""


class _Yard(NamedTuple):
    """Concentric tracks."""

    centre: Point
    radius: float
    """Of track 0, which runs through the middle of the sheet."""
    gap: float
    """Distance of two tracks."""
    heading: float
    """Direction of the middle of the sheet from the centre of the curve."""
    span: float
    """Half the angle over which the tracks are drawn."""

    def at(self, along: float, level: float) -> Point:
        """A point ``along`` the yard (-1 to 1) on a track, or between two."""
        return self.centre.polar(self.radius + level * self.gap, self.heading + along * self.span)


class _Switch(NamedTuple):
    """The way from one track to the next: from which, from where along it, to which side."""

    level: int
    start: float
    side: int


def paint(sheet: Sheet, seed: Seed) -> None:
    """The edges of the ballast, sleepers, rails over them; one route set in the accent."""
    yard = _laid(sheet, seed)
    top = sheet.sized(2, 4)
    middles, rails, ballast, bright = Path(), Path(), Path(), Path()
    for level in range(-top, top + 1):
        _track(middles, yard, level)
        for side in (-1, 1):
            _track(rails, yard, level + side * _GAUGE)
            _track(ballast, yard, level + side * _BALLAST)
    route = _Switch(seed.whole("route", -1, 1), seed.number("route.at", -0.3, 0.05), seed.sign("route.side"))
    for side in (-1, 1):
        for switch in _switches(seed, sheet.sized(2, 6), top):
            rails.spline(_bend(yard, switch, side * _GAUGE))
        _through(bright, yard, route, side * _GAUGE)
    sheet.put(Layer.FAINT, ballast)
    sleeper, pitch = sheet.line * 1.1, yard.gap * sheet.sized(0.17, 0.13)
    sheet.bands(middles, [Band(Layer.FINE, yard.gap * 0.5, (sleeper, pitch - sleeper))])
    sheet.put(Layer.INK, rails)
    sheet.put(Layer.ACCENT, bright)


def _laid(sheet: Sheet, seed: Seed) -> _Yard:
    """The curve of the yard: which way it bends, how sharply."""
    radius = sheet.height * seed.number("radius", 1.1, 2.4)
    heading = pi * seed.number("heading", 0.25, 0.75) + (pi if seed.flag("below") else 0)
    reach = hypot(sheet.width, sheet.height) / 2
    return _Yard(
        centre=sheet.centre.polar(-radius, heading),
        radius=radius,
        gap=sheet.height * sheet.sized(0.3, 0.17),
        heading=heading,
        span=min(1.35 * reach / radius, 1.5),
    )


def _switches(seed: Seed, count: int, top: int) -> list[_Switch]:
    """Switches here and there."""
    return [
        _Switch(
            seed.whole(f"from{i}", 1 - top, top - 1), seed.number(f"at{i}", -0.7, 0.5), seed.sign(f"side{i}")
        )
        for i in range(count)
    ]


def _track(path: Path, yard: _Yard, level: float) -> None:
    """One line from end to end."""
    path.move(*yard.at(-1, level)).arc(yard.radius + level * yard.gap, yard.at(1, level))


def _bend(yard: _Yard, switch: _Switch, off: float) -> list[Point]:
    """Points of one rail of a switch: an S-bend from its track to the next."""
    length = 2.6 * yard.gap / (yard.radius * yard.span)
    return [
        yard.at(switch.start + length * t, switch.level + switch.side * t * t * (3 - 2 * t) + off)
        for t in spread(5, 0, 1)
    ]


def _through(path: Path, yard: _Yard, switch: _Switch, off: float) -> None:
    """One rail of the whole route that leads over a switch."""
    bend = _bend(yard, switch, off)
    before, after = switch.level + off, switch.level + switch.side + off
    path.move(*yard.at(-1, before)).arc(yard.radius + before * yard.gap, bend[0])
    path.onward(bend).arc(yard.radius + after * yard.gap, yard.at(1, after))
