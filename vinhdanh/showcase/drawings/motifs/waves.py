"""Waves: the three phases of a power line, each a bundle of sines, like the border of a certificate."""

from __future__ import annotations

from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_PHASES: Final = 3
_LEAN: Final = 0.364
_RISE: Final = 4 / 3
"""Control points of a cubic Bézier that follows half a sine: as shares of its length and of its height."""


class _Sine(NamedTuple):
    """One line of a bundle: its height, how far it is pushed on, and the length of half a wave."""

    height: float
    push: float
    half: float


def paint(sheet: Sheet, seed: Seed) -> None:
    """Three bundles, of which one, in the accent, runs in front of the others."""
    length = sheet.height * seed.number("length", 0.85, 1.45) * sheet.sized(1.15, 1.0)
    reach = sheet.height * seed.number("reach", 0.32, 0.42)
    bundle = seed.choice("bundle", (_nested, _sliding, _parting))
    knot = sheet.width * seed.number("knot", 0.1, 0.9)
    front = seed.whole("front", 0, _PHASES - 1)
    sheet.turn = seed.choice("turn", (-14, -8, 0, 8, 14))
    for phase in sorted(range(_PHASES), key=lambda phase: phase == front):
        path = Path()
        for sine in bundle(sheet.sized(4, 9, 11), reach, length / 2):
            _draw(path, sheet, sine, knot + length * phase / _PHASES)
        sheet.put(Layer.ACCENT if phase == front else Layer.INK, path)


def _nested(count: int, reach: float, half: float) -> list[_Sine]:
    """Lines that share their nodes and differ in height."""
    return [_Sine(height, 0.0, half) for height in spread(count, reach * 0.34, reach)]


def _sliding(count: int, reach: float, half: float) -> list[_Sine]:
    """One line pushed on a little each time: a ribbon that turns over at its crests."""
    return [_Sine(reach, push, half) for push in spread(count, -half * 0.26, half * 0.26)]


def _parting(count: int, reach: float, half: float) -> list[_Sine]:
    """Lines that start together at the knot and part, since their lengths differ."""
    return [_Sine(reach, 0.0, longer) for longer in spread(count, half * 0.93, half * 1.07)]


def _draw(path: Path, sheet: Sheet, sine: _Sine, knot: float) -> None:
    """A sine with a node at the knot, over the whole sheet and as far beyond it as a turn may uncover."""
    margin, middle, half = sheet.height * 0.16, sheet.centre.y, sine.half
    steps = int((knot + sine.push + margin) // half) + 1
    x, sign = knot + sine.push - steps * half, 1 if steps % 2 else -1
    path.move(x, middle)
    crest = middle + sign * sine.height * _RISE
    path.curve(x + half * _LEAN, crest, x + half * (1 - _LEAN), crest, x + half, middle)
    while x + half < sheet.width + margin:
        x, sign = x + half, -sign
        path.smooth(x + half * (1 - _LEAN), middle + sign * sine.height * _RISE, x + half, middle)
