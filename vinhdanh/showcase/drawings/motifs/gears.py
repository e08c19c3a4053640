"""Gears: a train in mesh, with pitch circles, arms and centre marks, before an engraved sky."""

from __future__ import annotations

from math import pi
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, cycle
from vinhdanh.showcase.drawings.motifs.marks import centre_mark, ruling
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_TOOTH: Final = ((-0.30, -1.2), (-0.14, 1.0), (0.14, 1.0), (0.30, -1.2))
"""A tooth: shares of the pitch to either side of its axis, and modules above or below the pitch circle."""
_ARMED: Final = 15
"""A wheel with more teeth than this has arms; a smaller one is a solid disc."""


class _Gear(NamedTuple):
    """A spur gear; the module is the pitch diameter by the number of teeth."""

    centre: Point
    teeth: int
    module: float
    turn: float

    @property
    def radius(self) -> float:
        """Radius of the pitch circle."""
        return self.module * self.teeth / 2


def paint(sheet: Sheet, seed: Seed) -> None:
    """A large wheel, a pinion and, but for thumbs, a third wheel; one of them is tinted."""
    if not sheet.small:
        ruling(sheet)
    washed = seed.whole("washed", 0, 1)
    for i, gear in enumerate(_train(sheet, seed)):
        _draw(sheet, gear, Layer.WASHED if i == washed else Layer.SOLID, seed.whole(f"arms{i}", 4, 6))


def _train(sheet: Sheet, seed: Seed) -> list[_Gear]:
    """Gears in mesh: a tooth of each stands in a gap of the one before."""
    module = sheet.height / sheet.sized(15, 21, 22) * seed.number("module", 0.94, 1.1)
    counts = [seed.whole("wheel", 20, 26), seed.whole("pinion", 11, 14), seed.whole("third", 19, 27)]
    if sheet.small:
        counts = [14 + counts[0] % 5, 9 + counts[1] % 3]
    angle = seed.number("angle", -0.75, 0.75)
    gears = [_Gear(Point(0, 0), counts[0], module, seed.number("turn", 0, 1))]
    for i, teeth in enumerate(counts[1:]):
        last = gears[-1]
        way = angle if i == 0 else seed.choice("bend", (-0.35, 0.35)) - 1.2 * angle
        turn = pi + way + (way - last.turn) * last.teeth / teeth - pi / teeth
        gears.append(_Gear(last.centre.polar(last.radius + module * teeth / 2, way), teeth, module, turn))
    return _centred(sheet, gears, mirrored=seed.flag("mirrored"))


def _centred(sheet: Sheet, gears: list[_Gear], *, mirrored: bool) -> list[_Gear]:
    """The train in the middle of the sheet, perhaps seen from behind."""
    xs = [gear.centre.x + side * gear.radius for gear in gears for side in (-1, 1)]
    ys = [gear.centre.y + side * gear.radius for gear in gears for side in (-1, 1)]
    off = Point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    hand = -1 if mirrored else 1
    return [
        gear._replace(
            centre=Point(
                sheet.centre.x + hand * (gear.centre.x - off.x), sheet.centre.y + gear.centre.y - off.y
            ),
            turn=pi - gear.turn if mirrored else gear.turn,
        )
        for gear in gears
    ]


def _draw(sheet: Sheet, gear: _Gear, layer: Layer, arms: int) -> None:
    """One gear, from the teeth inwards."""
    armed = gear.teeth > _ARMED
    rim, hub = gear.radius - gear.module * 2.6, gear.module * (2.2 if armed else 1.7)
    sheet.put(layer, _outline(gear))
    fine = Path().ring(gear.centre, rim)
    if not sheet.small:
        fine.ring(gear.centre, gear.radius - gear.module * 1.9)
    sheet.put(Layer.FINE, fine)
    sheet.put(Layer.CHAIN, Path().ring(gear.centre, gear.radius))
    if not sheet.small:
        sheet.put(Layer.INK, Path().ring(gear.centre, hub))
        if armed:
            sheet.put(Layer.INK, _windows(gear, arms, rim - gear.module * 0.9, hub + gear.module * 0.8))
    centre_mark(sheet, gear.centre, hub * 0.62)


def _outline(gear: _Gear) -> Path:
    """The teeth: straight flanks, tips and roots."""
    pitch = TAU / gear.teeth
    return Path().polygon(
        gear.centre.polar(gear.radius + modules * gear.module, angle + share * pitch)
        for angle in cycle(gear.teeth, gear.turn)
        for share, modules in _TOOTH
    )


def _windows(gear: _Gear, arms: int, outer: float, inner: float) -> Path:
    """The openings between the arms, whose sides are parallel."""
    path, half = Path(), gear.module * 0.75
    for angle in cycle(arms, gear.turn):
        following = angle + TAU / arms
        near, far = half / inner, half / outer
        a, b = gear.centre.polar(inner, angle + near), gear.centre.polar(outer, angle + far)
        c, d = gear.centre.polar(outer, following - far), gear.centre.polar(inner, following - near)
        path.move(*a).line(*b).arc(outer, c).line(*d).arc(inner, a, clockwise=False).close()
    return path
