"""Medal: an award, as a guilloche rosette like those that keep certificates from being forged."""

from __future__ import annotations

from math import cos, pi
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet

_ORIGIN: Final = Point(0, 0)
_BOWS: Final = (0.26, 0.4, 0.58, 0.85)
"""How round the crests of a wave are: control points so many half waves away from them."""


class _Rosette(NamedTuple):
    """A wave round a circle between two radii, drawn several times over, turned on a little each time."""

    low: float
    high: float
    lobes: int
    bow: float
    copies: int


def paint(sheet: Sheet, seed: Seed) -> None:
    """Rays, the outer rosette, the double rule of honours, the inner rosette, the centre mark."""
    height = sheet.height
    _rays(sheet, seed)
    sheet.put(Layer.BLANK, Path().ring(sheet.centre, height * 0.475))
    rule = height * seed.number("rule", 0.22, 0.33)
    heart = height * seed.number("heart", 0.06, 0.1)
    outer = _rosette(
        seed, "outer", (rule, height * 0.462), sheet.sized((10, 16), (16, 30)), sheet.sized(3, 6)
    )
    inner = _rosette(
        seed, "inner", (heart, rule - height * 0.036), sheet.sized((6, 8), (7, 16)), sheet.sized(3, 6)
    )
    _engrave(sheet, Layer.INK, outer)
    sheet.put(Layer.SOLID, Path().ring(sheet.centre, rule))
    _engrave(sheet, Layer.HUE, inner)
    rules = Path().ring(sheet.centre, height * 0.475).ring(sheet.centre, rule - height * 0.03)
    if not sheet.small:
        rules.ring(sheet.centre, height * 0.49).ring(sheet.centre, rule - height * 0.015)
    sheet.put(Layer.ACCENT, rules)
    sheet.put(Layer.TINTED, Path().ring(sheet.centre, heart))
    centre_mark(sheet, sheet.centre, heart * 0.4)


def _rays(sheet: Sheet, seed: Seed) -> None:
    """Rays beyond the rim: a very broad circle in dashes."""
    radius, count = sheet.height * 0.75, sheet.sized(48, seed.choice("rays", (108, 126, 144, 168)))
    pitch = TAU * radius / count
    rays = [Band(Layer.FAINT, sheet.height * 0.52, (pitch * 0.22, pitch * 0.78))]
    sheet.bands(Path().ring(sheet.centre, radius), rays)


def _rosette(
    seed: Seed, name: str, radii: tuple[float, float], lobes: tuple[int, int], copies: int
) -> _Rosette:
    """A rosette of its own; the fewer its lobes, the more often it is drawn."""
    count = seed.whole(f"{name}.lobes", *lobes)
    more = 2 if count < sum(lobes) / 2 else 0
    return _Rosette(*radii, count, seed.choice(f"{name}.bow", _BOWS), copies + more)


def _engrave(sheet: Sheet, layer: Layer, rosette: _Rosette) -> None:
    """All copies of a rosette, evenly turned on from lobe to lobe."""
    step = pi / rosette.lobes
    pull = step * rosette.bow
    path = Path().move(rosette.high, 0)
    for i in range(2 * rosette.lobes):
        here, there = (rosette.low, rosette.high) if i % 2 else (rosette.high, rosette.low)
        arrive = _ORIGIN.polar(there / cos(pull), (i + 1) * step - pull)
        end = _ORIGIN.polar(there, (i + 1) * step)
        if i:
            path.smooth(*arrive, *end)
        else:
            path.curve(*_ORIGIN.polar(here / cos(pull), pull), *arrive, *end)
    turns = spread(rosette.copies + 1, 0, 360 / rosette.lobes)[:-1]
    sheet.copies([(layer, path.close())], sheet.centre, turns)
