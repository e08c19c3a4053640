"""Crane: a building that goes up, and the tower crane over it."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point
from vinhdanh.showcase.drawings.motifs.marks import Chord, lattice, ruling
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Crane(NamedTuple):
    """The crane; ``hand`` 1 has its jib, and the building, to the right."""

    hand: int
    mast: float
    half: float
    """Half the width of the mast."""
    jib: float
    """Level of the jib."""
    reach: float
    back: float
    """Length of the jib, and of the arm with the counterweight."""
    floor: float
    """Level of the ground."""

    def out(self, distance: float) -> float:
        """The x of a point so far out along the jib; negative is behind the mast."""
        return self.mast + self.hand * distance


class _Frame(NamedTuple):
    """The building: where its columns stand and how many storeys each bay has."""

    columns: list[float]
    storeys: list[int]
    bay: float
    storey: float
    floor: float

    def level(self, storeys: float) -> float:
        """The y of a level, counted in storeys from the ground."""
        return self.floor - storeys * self.storey


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sky, the frame with its axes, the crane with its load, the ground."""
    height, hand = sheet.height, seed.sign("hand")
    crane = _Crane(
        hand=hand,
        mast=sheet.centre.x
        - hand * height * sheet.sized(seed.number("mast", 0.14, 0.28), seed.number("mast", 0.42, 0.58)),
        half=height * sheet.sized(0.045, 0.026),
        jib=height * seed.number("jib", 0.17, 0.25),
        reach=height * sheet.sized(0.9, seed.number("reach", 1.0, 1.25)),
        back=height * seed.number("back", 0.22, 0.3),
        floor=height * 0.92,
    )
    if not sheet.small:
        ruling(sheet)
    _building(sheet, seed, _framed(sheet, seed, crane))
    _tower(sheet, crane)
    _load(sheet, seed, crane)
    sheet.put(Layer.STRONG, Path().segment((0, crane.floor), (sheet.width, crane.floor)))


def _framed(sheet: Sheet, seed: Seed, crane: _Crane) -> _Frame:
    """Bays away from the mast; the far ones may be lower."""
    height = sheet.height
    bays = sheet.sized(2, seed.whole("bays", 5, 6))
    storey = height * sheet.sized(0.155, 0.088)
    most = int((crane.floor - crane.jib - height * 0.2) / storey)
    high = sheet.sized(3, most - seed.whole("storeys", 0, 1))
    step, split = seed.whole("step", 0, 2) if not sheet.small else 0, seed.whole("split", 1, bays - 1)
    bay = height * sheet.sized(0.2, 0.15)
    columns = [crane.out(height * 0.12 + bay * i) for i in range(bays + 1)]
    return _Frame(columns, [high - step * (i >= split) for i in range(bays)], bay, storey, crane.floor)


def _building(sheet: Sheet, seed: Seed, frame: _Frame) -> None:
    """Axes through the columns, closed storeys tinted, columns that stand out above the last slab, slabs."""
    height = sheet.height
    axes, blank, wash, columns = Path(), Path(), Path(), Path()
    for i, x in enumerate(frame.columns):
        axes.segment((x, height * 0.3), (x, height))
        high = max(frame.storeys[max(0, i - 1) : i + 1])
        for side in (-1, 1):
            edge = x + side * height * 0.01
            columns.segment((edge, frame.floor), (edge, frame.level(high + 0.35)))
    for i, storeys in enumerate(frame.storeys):
        x, wide = frame.columns[i], frame.columns[i + 1] - frame.columns[i]
        blank.rectangle(x, frame.level(storeys), wide, frame.floor - frame.level(storeys))
        closed = seed.whole(f"closed{i}", 1, max(1, storeys - 2))
        wash.rectangle(x, frame.level(closed), wide, frame.floor - frame.level(closed))
    if not sheet.small:
        sheet.put(Layer.CHAIN, axes)
    sheet.put(Layer.BLANK, blank)
    sheet.put(Layer.WASH, wash)
    sheet.put(Layer.INK, columns)
    slabs = Path()
    for level in range(1, max(frame.storeys) + 1):
        covered = [i for i, storeys in enumerate(frame.storeys) if storeys >= level]
        ends = sorted((frame.columns[covered[0]], frame.columns[covered[-1] + 1]))
        over = frame.bay * 0.12
        slabs.rectangle(
            ends[0] - over, frame.level(level) - height * 0.008, ends[1] - ends[0] + 2 * over, height * 0.016
        )
    sheet.put(Layer.SOLID, slabs)


def _tower(sheet: Sheet, crane: _Crane) -> None:
    """Mast, jib with its zigzag, ties over the head, cab and counterweight."""
    height, jib, hand = sheet.height, crane.jib, crane.hand
    head, depth = jib - height * 0.13, height * sheet.sized(0.05, 0.034)
    foot = Chord(Point(crane.mast, crane.floor), crane.half)
    lattice(sheet, Chord(Point(crane.mast, jib), crane.half), foot, sheet.sized(7, 15))
    tip = crane.out(crane.reach)
    ties = Path().polyline(
        [(crane.out(-crane.back), jib), (crane.mast, head), (crane.out(crane.reach * 0.62), jib - depth)]
    )
    sheet.put(Layer.INK, ties.segment((crane.mast, head), (crane.out(crane.reach * 0.3), jib - depth)))
    beam = (
        Path()
        .segment((crane.out(-crane.back), jib), (tip, jib))
        .segment((crane.mast, jib - depth), (tip, jib - depth * 0.6))
    )
    bays = sheet.sized(8, 18)
    beam.polyline(
        (crane.out(crane.reach * i / bays), jib - (depth * (1 - 0.4 * i / bays) if i % 2 else 0))
        for i in range(bays + 1)
    )
    sheet.put(Layer.STRONG, beam)
    sheet.put(
        Layer.SOLID,
        Path().polygon([(crane.mast - crane.half, jib), (crane.mast, head), (crane.mast + crane.half, jib)]),
    )
    boxes = Path().rectangle(crane.out(-crane.back), jib, hand * crane.back * 0.3, height * 0.07)
    sheet.put(
        Layer.WASHED,
        boxes.rectangle(
            crane.out(crane.half * 1.2), jib + height * 0.01, hand * height * 0.05, height * 0.06
        ),
    )


def _load(sheet: Sheet, seed: Seed, crane: _Crane) -> None:
    """The ropes from the trolley, the beam on the hook."""
    height, wide = sheet.height, sheet.height * sheet.sized(0.11, 0.075)
    x = crane.out(crane.reach * seed.number("trolley", 0.4, 0.8))
    hook = crane.jib + height * seed.number("rope", 0.06, 0.12)
    low = hook + height * 0.06
    ropes = Path()
    for side in (-1, 1):
        ropes.segment((x + side * height * 0.012, crane.jib), (x + side * height * 0.012, hook))
    sheet.put(Layer.ACCENT, ropes.polyline([(x - wide, low), (x, hook), (x + wide, low)]))
    sheet.put(Layer.TINTED, Path().rectangle(x - wide * 1.2, low, wide * 2.4, height * 0.035))
