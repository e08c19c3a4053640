"""Milestones: a road that winds towards the hills, and the stones along it, rounded and banded as beside our roads."""

from __future__ import annotations

from math import pi, sin
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_MOST = 9


_ROAD = 0.24
"""Half the width of the road, in sheet heights."""


class _Land(NamedTuple):
    """A plain in perspective."""

    width: float
    horizon: float
    near: float
    """Level of the nearest points."""
    bend: float
    turns: float
    phase: float
    goal: float
    """Where on the horizon the road goes."""

    def at(self, share: float, aside: float) -> Point:
        """A point of the plain that looks ``share`` of its near size, ``aside`` the road by so many sheet heights."""
        near = self.near - self.horizon
        bend = self.bend * sin(self.phase + (1 - share) ** 1.6 * self.turns) * share**0.7
        return Point(self.goal + bend * near + aside * share * near, self.horizon + near * share)


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sun, hills, the furrows of the plain, the road, the stones from far to near."""
    height = sheet.height
    land = _Land(
        width=sheet.width,
        horizon=height * seed.number("horizon", 0.36, 0.44),
        near=height * 1.12,
        bend=seed.number("bend", 0.42, 0.62) * seed.sign("hand") * sheet.sized(0.7, 1, 1),
        turns=seed.number("turns", 6.0, 8.0),
        phase=seed.number("phase", 0, 1.2),
        goal=sheet.width * seed.number("goal", 0.36, 0.64),
    )
    _sun(sheet, seed, land)
    _hills(sheet, seed, land)
    _plain(sheet, land)
    _road(sheet, land)
    _stones(sheet, seed, land)


def _sun(sheet: Sheet, seed: Seed, land: _Land) -> None:
    """The sun over the horizon, with the rings of its light."""
    h = sheet.height
    at = Point(sheet.width * seed.number("sun.x", 0.2, 0.8), land.horizon - h * seed.number("sun.y", 0.08, 0.2))
    light = sheet.path()
    for i in range(1, sheet.sized(3, 13, 14)):
        light.ring(at, h * (0.09 + i * sheet.sized(0.1, 0.045, 0.045) + 0.0016 * i * i))
    sheet.put(Layer.FAINT, light)
    sheet.put(Layer.WASHED, sheet.path().ring(at, h * 0.09))


def _hills(sheet: Sheet, seed: Seed, land: _Land) -> None:
    """Ridges behind each other, each hiding the one before, hatched by lines that follow it."""
    h, rows = sheet.height, sheet.sized(2, 3, 3)
    for row in range(rows):
        high = h * (0.17 - 0.045 * row) * seed.number(f"high{row}", 0.8, 1.2)
        wave, phase = seed.number(f"wave{row}", 3.0, 5.5), seed.number(f"phase{row}", 0, TAU)
        ridge = [(x, sin(x / h * wave + phase) * 0.5 + 0.25 * sin(x / h * wave * 2.1 + phase * 2)) for x in spread(sheet.sized(6, 10, 12), -2, sheet.width + 2)]
        for i in range(sheet.sized(2, 5, 6)):
            share = 1 - i / sheet.sized(2, 5, 6)
            line = [(x, land.horizon - high * share * (0.62 + 0.5 * y)) for x, y in ridge]
            path = sheet.path().spline(line)
            if i == 0:
                sheet.put(Layer.SOLID, path.line(sheet.width + 2, land.horizon).line(-2, land.horizon).close())
            else:
                sheet.put(Layer.FAINT, path)


def _plain(sheet: Sheet, land: _Land) -> None:
    """Fields: level lines that close up towards the horizon."""
    lines = sheet.path()
    for step in spread(sheet.sized(6, 15, 17), 0.16, 1):
        y = land.at(step * step, 0).y
        lines.segment((0, y), (sheet.width, y))
    sheet.put(Layer.BLANK, sheet.path().rectangle(0, land.horizon, sheet.width, sheet.height - land.horizon))
    sheet.put(Layer.FAINT, lines)
    sheet.put(Layer.INK, sheet.path().segment((0, land.horizon), (sheet.width, land.horizon)))


def _road(sheet: Sheet, land: _Land) -> None:
    """The road, its edges and the broken line along its middle."""
    shares = [step * step for step in spread(sheet.sized(8, 12, 14), 0.02, 1)]
    left, right = ([land.at(share, side) for share in shares] for side in (-_ROAD, _ROAD))
    sheet.put(Layer.WASHED, sheet.path().spline(left).line(*right[-1]).onward(right[::-1]).close())
    dashes = sheet.path()
    steps = spread(sheet.sized(13, 29, 31), 0.12, 1)
    for a, b in zip(steps[::2], steps[1::2]):
        near, far, half = b * b, a * a, 0.016
        dashes.polygon([land.at(far, -half), land.at(near, -half), land.at(near, half), land.at(far, half)])
    sheet.put(Layer.ACCENT, dashes)


def _stones(sheet: Sheet, seed: Seed, land: _Land) -> None:
    """The milestones, to both sides of the road, the nearest the largest."""
    count = min(max(sheet.marks or seed.whole("stones", 4, 6), 1), _MOST)
    side = seed.sign("side")
    size = (sheet.height * 1.12 - land.horizon)
    for i in reversed(range(count)):
        share = 0.6 * 0.62**i
        foot = land.at(share, (_ROAD + 0.16) * side * (-1) ** i)
        _stone(sheet, foot, size * share * 0.11, size * share * 0.34)


def _stone(sheet: Sheet, foot: Point, half: float, high: float) -> None:
    """A stone with a round head; its head is banded."""
    top, band = foot.y - high + half, foot.y - high + half * 1.15
    outline = sheet.path().move(foot.x - half, foot.y).line(foot.x - half, top)
    outline.arc((half, half), foot.x + half, top, large=False, clockwise=True).line(foot.x + half, foot.y).close()
    sheet.put(Layer.SOLID, outline)
    head = sheet.path().move(foot.x - half, band).line(foot.x - half, top)
    head.arc((half, half), foot.x + half, top, large=False, clockwise=True).line(foot.x + half, band).close()
    sheet.put(Layer.TINTED, head)
    lines = sheet.path()
    for share in (0.3, 0.45, 0.6):
        lines.segment((foot.x - half * 0.5, foot.y - high * share), (foot.x + half * 0.5, foot.y - high * share))
    sheet.put(Layer.INK, lines)
