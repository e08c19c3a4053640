"""Hull: the body plan of a ship, its stations over each other, one end to the left, one to the right."""

from __future__ import annotations

from math import cos, pi
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Lines(NamedTuple):
    """The form of a ship: half sections are given for heights from 0, the keel, to 1, the deck."""

    bilge: float
    """How square the midship section is at its lower corner; 2 is round."""
    floor: float
    """How far the bottom rises from the keel to the side."""
    flare: float
    """How much the bow opens upwards."""
    stern: float
    """How high the bottom rises at the stern."""

    def midship(self, z: float, power: float) -> float:
        """Half breadth of a section that is round at the bilge."""
        return float((1 - (1 - min(z, 1)) ** power) ** (1 / power))

    def aft(self, z: float, end: float) -> tuple[float, float]:
        """Half breadth and height of a point aft; ``end`` is 0 amidships and 1 at the transom."""
        bottom = self.stern * max(0.0, end - 0.25) ** 1.4
        breadth = (1 - 0.3 * end**2) * self.midship(z, self.bilge * (1 - end) + 1.8 * end)
        return breadth, bottom + (1.03 - bottom) * z + self.floor * breadth * (1 - z)

    def fore(self, z: float, end: float) -> tuple[float, float]:
        """Half breadth and height of a point fore: from the midship section to a V with flare at the stem."""
        vee = 0.1 * z + 0.9 * z ** (1.15 + self.flare * end)
        share = end**0.8
        breadth = (1 - 0.62 * end**2.4) * (self.midship(z, self.bilge) * (1 - share) + vee * share)
        return breadth, z * (1 + 0.12 * end) + self.floor * breadth * (1 - z) * (1 - end)


class _Plan(NamedTuple):
    """Where the plan lies on the sheet: the foot of its centre line, its scale, which side the bow is on."""

    foot: Point
    beam: float
    depth: float
    bow: int


def paint(sheet: Sheet, seed: Seed) -> None:
    """Water, grid, stations, centre line and keel line, the load waterline in the accent."""
    height = sheet.height
    aside = sheet.sized(0.3, 0.36)
    plan = _Plan(
        foot=Point(sheet.centre.x + height * seed.number("middle", -aside, aside), height * 0.93),
        beam=height * seed.number("beam", 0.56, 0.88) * sheet.sized(0.9, 1.0),
        depth=height * seed.number("depth", 0.72, 0.88),
        bow=seed.sign("bow"),
    )
    load = plan.foot.y - plan.depth * seed.number("load", 0.42, 0.66)
    sheet.put(Layer.WASH, Path().rectangle(0, load, sheet.width, height - load))
    _grid(sheet, plan)
    _stations(sheet, seed, plan)
    frame = Path().segment((plan.foot.x, 0), (plan.foot.x, height))
    sheet.put(Layer.STRONG, frame.segment((0, plan.foot.y), (sheet.width, plan.foot.y)))
    _load_line(sheet, plan, load)


def _grid(sheet: Sheet, plan: _Plan) -> None:
    """Level waterlines and upright buttock lines."""
    lines = Path()
    for y in spread(sheet.sized(5, 10), plan.foot.y, plan.foot.y - plan.depth)[1:]:
        lines.segment((0, y), (sheet.width, y))
    gap = plan.beam / sheet.sized(2.4, 5.6)
    for i in range(1, sheet.sized(4, 12)):
        for x in (plan.foot.x - i * gap, plan.foot.x + i * gap):
            if 0 < x < sheet.width:
                lines.segment((x, 0), (x, sheet.height))
    sheet.put(Layer.FAINT, lines)


def _stations(sheet: Sheet, seed: Seed, plan: _Plan) -> None:
    """Half sections from midships to both ends; one of each half stands out."""
    form = _Lines(
        bilge=seed.number("bilge", 2.4, 7.0),
        floor=seed.number("floor", 0.0, 0.12),
        flare=seed.number("flare", 1.0, 1.9),
        stern=seed.number("stern", 0.4, 0.68),
    )
    heights = [1 - cos(step * pi / 2) for step in spread(sheet.sized(6, 9), 0, 1)]
    lit = seed.whole("lit", 0, sheet.sized(1, 4))
    for i, end in enumerate(spread(sheet.sized(4, 9, 10), 0, 1)):
        path = Path()
        for side, section in ((plan.bow, form.fore), (-plan.bow, form.aft)):
            half = [section(z, end) for z in heights]
            path.spline([(plan.foot.x + side * b * plan.beam, plan.foot.y - z * plan.depth) for b, z in half])
        sheet.put(Layer.ACCENT if i == lit else Layer.INK, path)


def _load_line(sheet: Sheet, plan: _Plan, load: float) -> None:
    """The waterline at full load, with the triangle that marks a water level."""
    size = sheet.height * 0.03
    reach = plan.beam * 1.1 + size
    x = plan.foot.x + reach if plan.foot.x < sheet.centre.x else plan.foot.x - reach
    x = min(max(x, size * 2), sheet.width - size * 2)
    mark = Path().segment((0, load), (sheet.width, load))
    mark.polygon([(x, load), (x + size, load - size * 1.6), (x - size, load - size * 1.6)])
    sheet.put(Layer.ACCENT, mark)
