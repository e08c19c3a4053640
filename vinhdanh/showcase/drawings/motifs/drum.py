"""Drum: a meeting, its themes as circles hand in hand round one table, in the rings of a bronze drum.

The star of fourteen rays with feathers between them, the combs, the dotted circles and the birds that fly
against the clock are those of the drum of Ngọc Lũ.
"""

from __future__ import annotations

from math import degrees, pi, sin
from typing import Final

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, cycle
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet

_RAYS: Final = 14
_BIRDS: Final = 18
_FLIGHT: Final = 0.645
"""Radius of the band of birds, as a share of the sheet's height."""
_MOST: Final = 16
"""More themes would be too small to tell apart."""
_BIRD: Final = (
    ((7.6, -0.9), (5.6, -1.2)),
    ((4.9, -1.9), (3.9, -1.6)),
    ((1.4, -1.4), (0.0, -3.2)),
    ((0.6, -0.8), (2.9, -0.3)),
    ((1.4, 0.3), (-0.4, 0.1)),
    ((-2.4, -3.6), (-5.8, -5.2)),
    ((-4.4, -2.6), (-4.0, -0.2)),
    ((-7.0, -0.6), (-10.8, -2.4)),
    ((-9.8, 0.0), (-10.6, 2.6)),
    ((-7.0, 1.4), (-3.4, 1.4)),
    ((0.6, 2.4), (3.9, 1.0)),
    ((4.8, 0.6), (6.0, 0.8)),
    ((8.6, 0.9), (11.0, 0.2)),
)
"""A bird in flight, from the tip of its beak: quadratic curves as (control point, end), 22 units long."""
_FEATHERS: Final = (
    ((-1.6, 0.1), (-3.0, -2.2), (-4.8, -3.8)),
    ((-4.8, 0.4), (-7.6, 0.0), (-10.1, -1.0)),
    ((-4.8, 0.8), (-7.6, 0.9), (-10.2, 1.1)),
)
"""Strokes in its wing and tail: start, control point, end."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """From the rim inwards; the themes and the star last."""
    if sheet.small:
        rim = Path().ring(sheet.centre, sheet.height * seed.number("rim", 0.46, 0.48))
        sheet.put(Layer.FINE, rim)
        _comb(sheet, seed.number("comb", 0.54, 0.57), 0.1, seed.choice("teeth", (42, 56, 70)))
    else:
        _bands(sheet, seed)
    _themes(sheet, seed)
    _star(sheet, seed)


def _bands(sheet: Sheet, seed: Seed) -> None:
    """The bands beyond the table: a comb, the birds, then dotted circles or an outer comb."""
    height, rings = sheet.height, Path()
    for share in (0.478, 0.49, 0.532, 0.544, 0.745, 0.757, 0.85, 0.862):
        rings.ring(sheet.centre, height * share)
    sheet.put(Layer.FINE, rings)
    teeth = seed.choice("teeth", (140, 168, 196))
    _comb(sheet, 0.511, 0.042, teeth)
    if seed.flag("dotted"):
        _dotted(sheet, 0.8035, seed.choice("dots", (49, 56, 63)))
    else:
        _comb(sheet, 0.8035, 0.093, teeth)
    unit = height * seed.number("bird", 0.0082, 0.0092)
    first = seed.number("birds", 0, TAU / _BIRDS)
    turns = _visible(sheet, height * _FLIGHT, cycle(_BIRDS, first), unit * 12)
    sheet.copies([(Layer.WASHED, _bird(height * _FLIGHT, unit))], sheet.centre, turns)


def _visible(sheet: Sheet, radius: float, angles: list[float], margin: float) -> list[float]:
    """Those of the angles, in degrees, at which something on a circle is on the sheet."""
    turns = []
    for angle in angles:
        at = sheet.centre.polar(radius, angle)
        if -margin < at.x < sheet.width + margin and -margin < at.y < sheet.height + margin:
            turns.append(degrees(angle))
    return turns


def _bird(radius: float, unit: float) -> Path:
    """A bird at the right-hand side of the drum, about its centre: there it flies upwards."""

    def at(x: float, y: float) -> Point:
        return Point(radius + y * unit, -x * unit)

    path = Path().move(*at(*_BIRD[-1][1]))
    for control, end in _BIRD:
        path.quadratic(*at(*control), *at(*end))
    path.close()
    for start, control, end in _FEATHERS:
        path.move(*at(*start)).quadratic(*at(*control), *at(*end))
    return path.ring(at(4.4, -0.4), 0.45 * unit)


def _comb(sheet: Sheet, share: float, width: float, teeth: int) -> None:
    """A band of radial strokes: a broad circle in dashes. Radius and width are shares of the height."""
    radius = sheet.height * share
    dashes = (sheet.line, TAU * radius / teeth - sheet.line)
    sheet.bands(Path().ring(sheet.centre, radius), [Band(Layer.INK, width * sheet.height, dashes)])


def _dotted(sheet: Sheet, share: float, count: int) -> None:
    """Small circles with a dot in each, side by side along a band: rows of round dashes without length."""
    radius = sheet.height * share
    gap = TAU * radius / count
    size = gap * 0.72
    widths = ((Layer.INK, size), (Layer.GROUND, size - 2 * sheet.line), (Layer.INK, gap * 0.2))
    bands = [Band(layer, width, (0, gap)) for layer, width in widths]
    sheet.bands(Path().ring(sheet.centre, radius), bands, rounded=True)


def _themes(sheet: Sheet, seed: Seed) -> None:
    """One circle for each theme, linked with its neighbours, and the seat in it, on one ring."""
    count = min(sheet.marks or seed.whole("themes", 6, 9), _MOST)
    share = min(sin(pi / max(count, 2)) * seed.number("link", 1.2, 1.4), 0.8)
    distance = sheet.height * 0.468 / (1 + share)
    at, radius = (distance, 0.0), distance * share
    circle, seat = Path().ring(at, radius), Path().ring(at, radius * seed.number("seat", 0.2, 0.32))
    figure = [(Layer.WASH, Path().ring(at, radius)), (Layer.INK, circle), (Layer.SOLID_ACCENT, seat)]
    if not sheet.small:
        inner = seed.number("inner", 0.52, 0.66)
        circle.ring(at, radius * 0.93)
        seat.ring(at, radius * 0.1)
        figure.insert(2, (Layer.FINE, Path().ring(at, radius * inner).ring(at, radius * (inner - 0.08))))
    sheet.put(Layer.FAINT, Path().ring(sheet.centre, distance))
    sheet.copies(figure, sheet.centre, [degrees(angle) for angle in cycle(count, -pi / 2)])


def _star(sheet: Sheet, seed: Seed) -> None:
    """The sun of fourteen rays, and the table it lies on."""
    height, centre = sheet.height, sheet.centre
    sheet.put(Layer.SOLID, Path().ring(centre, height * sheet.sized(0.2, 0.168)))
    if not sheet.small:
        sheet.put(Layer.FINE, Path().ring(centre, height * 0.158).ring(centre, height * 0.134))
        _comb(sheet, 0.146, 0.024, seed.choice("table", (84, 98, 112)))
        _feathers(sheet)
    outer = height * sheet.sized(seed.number("rays", 0.17, 0.195), 0.13)
    inner = height * seed.number("sun", 0.042, 0.054) * sheet.sized(1.55, 1.0)
    rays = cycle(2 * _RAYS, -pi / 2)
    points = [centre.polar(inner if i % 2 else outer, angle) for i, angle in enumerate(rays)]
    sheet.put(Layer.TINTED, Path().polygon(points))
    sheet.put(Layer.ACCENT, Path().ring(centre, height * sheet.sized(0.03, 0.018)))


def _feathers(sheet: Sheet) -> None:
    """The nested angles between the rays."""
    height, path, origin = sheet.height, Path(), Point(0, 0)
    for deep in (0.09, 0.108):
        half = pi / _RAYS * (0.134 - deep) / 0.07
        ends = ((0.131, -half), (deep, 0.0), (0.131, half))
        path.polyline(origin.polar(height * radius, angle) for radius, angle in ends)
    turns = [degrees(angle) for angle in cycle(_RAYS, -pi / 2 + pi / _RAYS)]
    sheet.copies([(Layer.FINE, path)], sheet.centre, turns)
