"""Milestones: a road that winds towards the hills, and the stones with coloured heads along it."""

from __future__ import annotations

from math import sin
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_MOST: Final = 9
"""Stones beyond this would be too small to see; on a thumb, those beyond five."""
_ROAD: Final = 0.24
"""Half the width of the road where it is nearest, in heights of the plain."""


class _Plain(NamedTuple):
    """Level ground in perspective, with the road that leads over it."""

    horizon: float
    deep: float
    """Height of the plain on the sheet, down to its nearest points, a little below the edge."""
    goal: float
    """Where on the horizon the road goes."""
    bend: float
    phase: float
    turns: float

    def at(self, share: float, aside: float = 0.0) -> Point:
        """A point that looks ``share`` of its near size, ``aside`` of the middle of the road."""
        bend = self.bend * sin(self.phase + (1 - share) ** 1.6 * self.turns) * share**0.7
        return Point(self.goal + (bend + aside * share) * self.deep, self.horizon + self.deep * share)


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sun, hills, fields, the road, the stones from far to near."""
    height = sheet.height
    horizon = height * seed.number("horizon", 0.36, 0.44)
    plain = _Plain(
        horizon=horizon,
        deep=height * 1.12 - horizon,
        goal=sheet.centre.x + height * seed.number("goal", -0.2, 0.2),
        bend=seed.number("bend", 0.42, 0.62) * seed.sign("hand") * sheet.sized(0.7, 1.0),
        phase=seed.number("phase", 0, 1.2),
        turns=seed.number("turns", 6.0, 8.0),
    )
    _sun(sheet, seed, plain)
    _hills(sheet, seed, plain)
    _fields(sheet, plain)
    _road(sheet, plain)
    _stones(sheet, seed, plain)


def _sun(sheet: Sheet, seed: Seed, plain: _Plain) -> None:
    """The sun over the horizon, in the rings of its light."""
    height, light = sheet.height, Path()
    at = Point(
        sheet.width * seed.number("sun.x", 0.2, 0.8), plain.horizon - height * seed.number("sun.y", 0.08, 0.2)
    )
    for i in range(1, sheet.sized(3, 12)):
        light.ring(at, height * (0.09 + i * sheet.sized(0.1, 0.045) + 0.002 * i * i))
    sheet.put(Layer.FAINT, light)
    sheet.put(Layer.WASHED, Path().ring(at, height * 0.09))


def _hills(sheet: Sheet, seed: Seed, plain: _Plain) -> None:
    """Ridges, each before the last, shaded by lines that follow them."""
    height = sheet.height
    for row in range(sheet.sized(2, 3)):
        high = height * (0.17 - 0.045 * row) * seed.number(f"high{row}", 0.8, 1.2)
        wave, phase = seed.number(f"wave{row}", 3.0, 5.5), seed.number(f"phase{row}", 0, TAU)
        ridge = []
        for x in spread(sheet.sized(6, 9), -8, sheet.width + 8):
            t = x / height * wave + phase
            ridge.append((x, 0.62 + 0.25 * sin(t) + 0.12 * sin(2.1 * t + phase)))
        slope = Path()
        for share in spread(sheet.sized(1, 4), 0.75, 0.15):
            slope.spline([(x, plain.horizon - high * share * y) for x, y in ridge])
        outline = Path().spline([(x, plain.horizon - high * y) for x, y in ridge])
        sheet.put(Layer.SOLID, outline.line(sheet.width + 8, plain.horizon).line(-8, plain.horizon).close())
        sheet.put(Layer.FAINT, slope)


def _fields(sheet: Sheet, plain: _Plain) -> None:
    """Level lines that close up towards the horizon."""
    lines = Path()
    for step in spread(sheet.sized(6, 14), 0.16, 1):
        y = plain.at(step * step).y
        lines.segment((0, y), (sheet.width, y))
    sheet.put(Layer.BLANK, Path().rectangle(0, plain.horizon, sheet.width, sheet.height - plain.horizon))
    sheet.put(Layer.FAINT, lines)
    sheet.put(Layer.INK, Path().segment((0, plain.horizon), (sheet.width, plain.horizon)))


def _road(sheet: Sheet, plain: _Plain) -> None:
    """The road and the broken line along its middle."""
    shares = [step * step for step in spread(sheet.sized(8, 12), 0.02, 1)]
    left, right = ([plain.at(share, side) for share in shares] for side in (-_ROAD, _ROAD))
    sheet.put(Layer.WASHED, Path().spline(left).line(*right[-1]).onward(right[::-1]).close())
    dashes, half = Path(), 0.016
    steps = spread(sheet.sized(12, 26), 0.14, 1)
    for far, near in zip(steps[::2], steps[1::2], strict=True):
        corners = ((far, -half), (near, -half), (near, half), (far, half))
        dashes.polygon(plain.at(step * step, aside) for step, aside in corners)
    sheet.put(Layer.ACCENT, dashes)


def _stones(sheet: Sheet, seed: Seed, plain: _Plain) -> None:
    """As many stones as are asked for, on both sides of the road, the nearest the largest."""
    count = min(sheet.marks or seed.whole("stones", 4, 6), sheet.sized(5, _MOST))
    side = seed.sign("side")
    for i in reversed(range(count)):
        share = 0.6 * 0.64**i
        foot = plain.at(share, (_ROAD + 0.16) * side * (-1) ** i)
        _stone(sheet, foot, plain.deep * share * 0.11)


def _stone(sheet: Sheet, foot: Point, half: float) -> None:
    """A stone with a round, coloured head and two lines of writing."""
    top, band, left, right = foot.y - half * 2.1, foot.y - half * 1.9, foot.x - half, foot.x + half
    sheet.put(Layer.SOLID, Path().rectangle(left, foot.y, half * 2, band - foot.y))
    sheet.put(
        Layer.TINTED,
        Path().move(left, band).line(left, top).arc(half, (right, top)).line(right, band).close(),
    )
    writing = Path()
    for share in sheet.sized((), (0.6, 1.2)):
        writing.segment(
            (foot.x - half * 0.5, foot.y - half * share), (foot.x + half * 0.5, foot.y - half * share)
        )
    sheet.put(Layer.INK, writing)
