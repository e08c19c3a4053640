"""Drum: a meeting, its themes as circles hand in hand round one table, in the rings of a Đông Sơn bronze drum.

The star of fourteen rays with feathers between them, the combs, the dotted circles and the birds that fly against the
clock are those of the drum of Ngọc Lũ.
"""

from __future__ import annotations

from math import degrees, pi, sin

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, cycle
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet

_RAYS = 14
_BIRDS = 18
_FEWEST, _MOST = 3, 16
_BIRD = (
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
_FEATHERS = (
    ((-1.6, 0.1), (-3.0, -2.2), (-4.8, -3.8)),
    ((-4.8, 0.4), (-7.6, 0.0), (-10.1, -1.0)),
    ((-4.8, 0.8), (-7.6, 0.9), (-10.2, 1.1)),
)
"""Strokes in its wing and tail: start, control point, end."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """From the rim inwards; the themes and the star last."""
    if sheet.small:
        sheet.put(Layer.FINE, sheet.path().ring(sheet.centre, sheet.height * 0.47))
        _comb(sheet, 0.56, 0.1, seed.choice("teeth", (42, 56, 70)))
    else:
        _bands(sheet, seed)
    _themes(sheet, seed)
    _star(sheet, seed)


def _bands(sheet: Sheet, seed: Seed) -> None:
    """The bands beyond the table: a comb, the birds, and an outer comb between two rows of dotted circles."""
    height = sheet.height
    rings = sheet.path()
    for share in (0.478, 0.49, 0.532, 0.544, 0.745, 0.757, 0.85, 0.862):
        rings.ring(sheet.centre, height * share)
    sheet.put(Layer.FINE, rings)
    _comb(sheet, 0.511, 0.042, seed.choice("teeth", (140, 168, 196)))
    if seed.flag("circles"):
        _dotted(sheet, 0.8035, seed.choice("dots", (56, 63, 70)))
    else:
        _comb(sheet, 0.8035, 0.093, seed.choice("teeth", (140, 168, 196)))
    radius, unit = height * 0.645, height * seed.number("bird", 0.0082, 0.0092)
    turns = [
        degrees(angle)
        for angle in cycle(_BIRDS, seed.number("birds", 0, TAU / _BIRDS))
        if _seen(sheet, sheet.centre.polar(radius, angle), unit * 12)
    ]
    sheet.copies([(Layer.WASHED, _bird(sheet.path(), radius, unit))], sheet.centre, turns)


def _seen(sheet: Sheet, point: Point, margin: float) -> bool:
    return -margin < point.x < sheet.width + margin and -margin < point.y < sheet.height + margin


def _bird(path: Path, radius: float, unit: float) -> Path:
    """A bird at the right-hand side of the drum, about its centre: there it flies upwards."""

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return radius + point[1] * unit, -point[0] * unit

    path.move(*at(_BIRD[-1][1]))
    for control, end in _BIRD:
        path.quadratic(*at(control), *at(end))
    path.close()
    for start, control, end in _FEATHERS:
        path.move(*at(start)).quadratic(*at(control), *at(end))
    return path.ring(at((4.4, -0.4)), 0.45 * unit)


def _comb(sheet: Sheet, share: float, width: float, teeth: int) -> None:
    """A band of radial strokes: a broad circle drawn in dashes. Radius and width are shares of the height."""
    radius, line = sheet.height * share, sheet.sized(1.0, 0.8, 2.0)
    dashes = f"{line} {TAU * radius / teeth - line:.3f}"
    sheet.bands(sheet.path().ring(sheet.centre, radius), [Band(Layer.INK, width * sheet.height, dashes)])


def _dotted(sheet: Sheet, share: float, count: int) -> None:
    """Small circles with a dot in each, side by side along a band."""
    radius = sheet.height * share
    size = TAU * radius / count
    figure = sheet.path().ring((radius, 0), size * 0.36).ring((radius, 0), size * 0.08)
    turns = [
        degrees(angle) for angle in cycle(count) if _seen(sheet, sheet.centre.polar(radius, angle), size / 2)
    ]
    sheet.copies([(Layer.INK, figure)], sheet.centre, turns)


def _themes(sheet: Sheet, seed: Seed) -> None:
    """One circle for each theme, linked with its neighbours, and the seat in it."""
    count = sheet.marks or seed.whole("themes", 6, 9)
    count = min(max(count, _FEWEST), _MOST)
    ratio = min(sin(pi / count) * seed.number("link", 1.2, 1.4), 0.8)
    distance = sheet.height * 0.468 / (1 + ratio)
    radius = distance * ratio
    at = (distance, 0.0)
    figure = [(Layer.WASH, sheet.path().ring(at, radius)), (Layer.INK, sheet.path().ring(at, radius))]
    if not sheet.small:
        inner = seed.number("inner", 0.52, 0.66)
        figure[1][1].ring(at, radius * 0.93)
        figure.append((Layer.FINE, sheet.path().ring(at, radius * inner).ring(at, radius * (inner - 0.08))))
    seat = sheet.path().ring(at, radius * 0.26)
    figure.append((Layer.SOLID_ACCENT, seat if sheet.small else seat.ring(at, radius * 0.1)))
    sheet.copies(figure, sheet.centre, [degrees(angle) for angle in cycle(count, -pi / 2)])


def _star(sheet: Sheet, seed: Seed) -> None:
    """The sun of fourteen rays and the feathers between them, on the table."""
    height, centre = sheet.height, sheet.centre
    sheet.put(Layer.SOLID, sheet.path().ring(centre, height * sheet.sized(0.2, 0.168, 0.168)))
    outer = height * sheet.sized(0.19, 0.13, 0.13)
    inner = height * sheet.sized(0.075, seed.number("sun", 0.042, 0.054), 0.048)
    if not sheet.small:
        sheet.put(Layer.FINE, sheet.path().ring(centre, height * 0.158).ring(centre, height * 0.134))
        _comb(sheet, 0.146, 0.024, seed.choice("table", (84, 112, 126)))
        feathers = sheet.path()
        for deep in (0.09, 0.108):
            half = pi / _RAYS * (0.134 - deep) / 0.07
            figure = [Point(0, 0).polar(height * r, a) for r, a in ((0.131, -half), (deep, 0), (0.131, half))]
            feathers.polyline(figure)
        sheet.copies([(Layer.FINE, feathers)], centre, [degrees(a) for a in cycle(_RAYS, -pi / 2 + pi / _RAYS)])
    rays = cycle(2 * _RAYS, -pi / 2)
    points = [centre.polar(inner if i % 2 else outer, angle) for i, angle in enumerate(rays)]
    sheet.put(Layer.TINTED, sheet.path().polygon(points))
    sheet.put(Layer.ACCENT, sheet.path().ring(centre, height * sheet.sized(0.03, 0.018, 0.018)))
