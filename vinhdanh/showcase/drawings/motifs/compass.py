"""Compass: the construction itself, circles, tangents, a divided arc and the marks where lines cross."""

from __future__ import annotations

from itertools import pairwise
from math import pi, radians, sqrt
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, cycle, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Chain(NamedTuple):
    """Equal circles along one axis."""

    centres: list[Point]
    radius: float
    step: float
    """Distance of two centres."""
    angle: float
    """Direction of the axis."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """The axis, the divided circle round one of the centres, the chain of circles, the marks."""
    count = sheet.sized(3, 5)
    radius = sheet.height * seed.number("radius", 0.28, 0.35)
    step = radius * seed.choice("step", (1.0, 0.75, 1.25, 1.5))
    angle = radians(seed.choice("angle", (-35, -25, -12, 0, 12, 25, 35)))
    middle = (count - 1) / 2
    centres = [sheet.centre.polar(off * step, angle) for off in spread(count, -middle, middle)]
    chain = _Chain(centres, radius, step, angle)
    chosen = centres[seed.whole("chosen", 1, count - 2)]
    _divided(sheet, seed, chosen, radius)
    _construction(sheet, seed, chain)
    _crossings(sheet, chain)
    centre_mark(sheet, chosen, radius * 0.14)


def _divided(sheet: Sheet, seed: Seed, centre: Point, radius: float) -> None:
    """A graduated circle, and a tinted sector of it."""
    inner, outer = radius * 1.2, radius * 1.28
    turn, sector = seed.number("turn", 0, TAU), seed.choice("sector", (pi / 6, pi / 4, pi / 3, pi / 2))
    first, last = centre.polar(inner, turn), centre.polar(inner, turn + sector)
    sheet.put(Layer.WASH, Path().move(*centre).line(*first).arc(inner, last).close())
    ticks = Path()
    for i, angle in enumerate(cycle(sheet.sized(0, 72))):
        ticks.segment(centre.polar(inner, angle), centre.polar(outer if i % 6 else outer * 1.05, angle))
    sheet.put(Layer.FINE, ticks if sheet.small else ticks.ring(centre, inner))
    sheet.put(Layer.ACCENT, Path().polyline([first, centre, last]))


def _construction(sheet: Sheet, seed: Seed, chain: _Chain) -> None:
    """Axis, tangents, uprights, and a smaller circle in each."""
    up, reach = chain.angle + pi / 2, sheet.width * 0.62
    sheet.put(Layer.CHAIN, Path().segment(*(sheet.centre.polar(e * reach, chain.angle) for e in (-1, 1))))
    fine, rings = Path(), Path()
    for side in (-1, 1):
        foot = sheet.centre.polar(side * chain.radius, up)
        fine.segment(foot.polar(-reach, chain.angle), foot.polar(reach, chain.angle))
    inner = chain.radius * seed.number("inner", 0.42, 0.68)
    for centre in chain.centres:
        rings.ring(centre, chain.radius)
        if not sheet.small:
            fine.ring(centre, inner).segment(centre.polar(-reach, up), centre.polar(reach, up))
    sheet.put(Layer.FINE, fine)
    sheet.put(Layer.INK, rings)


def _crossings(sheet: Sheet, chain: _Chain) -> None:
    """The points where neighbouring circles cross."""
    nodes = Path()
    half = sqrt(chain.radius**2 - (chain.step / 2) ** 2)
    for a, b in pairwise(chain.centres):
        for side in (-1, 1):
            at = a.towards(b, 0.5).polar(side * half, chain.angle + pi / 2)
            nodes.ring(at, chain.radius * sheet.sized(0.09, 0.055))
    sheet.put(Layer.SOLID_ACCENT, nodes)
