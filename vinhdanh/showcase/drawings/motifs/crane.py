"""Crane: a building that goes up, and the tower crane over it."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Point, spread
from vinhdanh.showcase.drawings.motifs.marks import lattice, ruling
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Works(NamedTuple):
    """The site: hand 1 has the crane to the left and the building to the right."""

    hand: int
    mast: float
    half: float
    """Half the width of the mast."""
    jib: float
    """Level of the jib."""
    floor: float
    """Level of the ground."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sky, axes of the plan, the frame with its floors, the crane with its load."""
    height, hand = sheet.height, seed.sign("hand")
    works = _Works(
        hand=hand,
        mast=sheet.centre.x - hand * sheet.width * seed.number("mast", 0.12, 0.24),
        half=height * sheet.sized(0.045, 0.026, 0.026),
        jib=height * seed.number("jib", 0.17, 0.24),
        floor=height * 0.92,
    )
    if not sheet.small:
        ruling(sheet, sheet.sized(0, 8, 22))
    _frame(sheet, seed, works)
    _crane(sheet, seed, works)
    sheet.put(Layer.STRONG, sheet.path().segment((0, works.floor), (sheet.width, works.floor)))


def _frame(sheet: Sheet, seed: Seed, works: _Works) -> None:
    """Columns and slabs, the top storey still open, axes through the columns with their bubbles."""
    height, hand = sheet.height, works.hand
    bays = sheet.sized(2, seed.whole("bays", 4, 6), 6)
    storeys = sheet.sized(3, seed.whole("storeys", 5, 7), 7)
    bay, storey = height * sheet.sized(0.2, 0.135, 0.135), height * sheet.sized(0.155, 0.088, 0.09)
    start = works.mast + hand * height * sheet.sized(0.12, 0.12, 0.14)
    xs = [start + hand * bay * i for i in range(bays + 1)]
    steps = seed.whole("steps", 0, 1)
    tops = [works.floor - storey * (storeys - (i > bays // 2) * steps * 2) for i in range(bays)]
    slab = height * 0.016
    axes, columns = sheet.path(), sheet.path()
    if not sheet.small:
        for x in xs:
            axes.segment((x, height * 0.3), (x, height))
    sheet.put(Layer.CHAIN, axes)
    blank, wash = sheet.path(), sheet.path()
    for i in range(bays):
        left = min(xs[i], xs[i + 1])
        blank.rectangle(left, tops[i], bay, works.floor - tops[i])
        done = seed.whole(f"done{i}", 1, max(1, storeys - 3))
        wash.rectangle(left, works.floor - done * storey, bay, done * storey)
    sheet.put(Layer.BLANK, blank)
    sheet.put(Layer.WASH, wash)
    for i, x in enumerate(xs):
        top = min(tops[max(0, i - 1)], tops[min(bays - 1, i)]) - storey * (0.35 if not sheet.small else 0.2)
        for side in (-0.2, 0.2):
            columns.segment((x + side * slab * 3, works.floor), (x + side * slab * 3, top))
    sheet.put(Layer.INK, columns)
    slabs = sheet.path()
    for level in range(1, storeys + 1):
        y = works.floor - level * storey
        covered = [i for i in range(bays) if tops[i] <= y + 0.1]
        left, right = min(xs[covered[0]], xs[covered[-1] + 1]), max(xs[covered[0]], xs[covered[-1] + 1])
        slabs.rectangle(left - bay * 0.12, y - slab / 2, right - left + bay * 0.24, slab)
    sheet.put(Layer.SOLID, slabs)


def _crane(sheet: Sheet, seed: Seed, works: _Works) -> None:
    """Mast, jib, counterweight, ties, trolley and load."""
    height, hand, half = sheet.height, works.hand, works.half
    reach, back = sheet.width * 0.72, height * 0.26
    top = works.jib - height * 0.13
    lattice(sheet, (works.mast, works.jib, half), (works.mast, works.floor, half), sheet.sized(7, 16, 17))
    tip = works.mast + hand * reach
    jib = sheet.path()
    depth, bays = height * sheet.sized(0.05, 0.034, 0.034), sheet.sized(7, 18, 20)
    jib.segment((works.mast - hand * back, works.jib), (tip, works.jib)).segment((works.mast, works.jib - depth), (tip, works.jib - depth * 0.6))
    zigzag = [(works.mast + hand * reach * i / bays, works.jib - (depth * (1 - 0.4 * i / bays) if i % 2 else 0)) for i in range(bays + 1)]
    jib.polyline(zigzag)
    ties = sheet.path().polyline([(works.mast - hand * back, works.jib), (works.mast, top), (works.mast + hand * reach * 0.62, works.jib - depth)])
    ties.segment((works.mast, top), (works.mast + hand * reach * 0.3, works.jib - depth))
    sheet.put(Layer.INK, ties)
    sheet.put(Layer.STRONG, jib)
    sheet.put(Layer.SOLID, sheet.path().polygon([(works.mast - half, works.jib), (works.mast, top), (works.mast + half, works.jib)]))
    weight = works.mast - hand * back * 0.98
    sheet.put(Layer.WASHED, sheet.path().rectangle(min(weight, weight + hand * back * 0.3), works.jib, back * 0.3, height * 0.07))
    cab = works.mast + hand * half * 1.1
    sheet.put(Layer.WASHED, sheet.path().rectangle(min(cab, cab + hand * height * 0.05), works.jib + height * 0.008, height * 0.05, height * 0.06))
    _load(sheet, seed, works, reach)


def _load(sheet: Sheet, seed: Seed, works: _Works, reach: float) -> None:
    """The trolley, its ropes and the beam on the hook."""
    height = sheet.height
    x = works.mast + works.hand * reach * seed.number("trolley", 0.42, 0.66)
    y = works.jib + height * seed.number("rope", 0.09, 0.15)
    wide = height * sheet.sized(0.12, 0.075, 0.075)
    ropes = sheet.path().segment((x - height * 0.012, works.jib), (x - height * 0.012, y)).segment((x + height * 0.012, works.jib), (x + height * 0.012, y))
    ropes.polyline([(x - wide, y + height * 0.06), (x, y), (x + wide, y + height * 0.06)])
    sheet.put(Layer.ACCENT, ropes)
    sheet.put(Layer.TINTED, sheet.path().rectangle(x - wide * 1.2, y + height * 0.06, wide * 2.4, height * 0.035))
