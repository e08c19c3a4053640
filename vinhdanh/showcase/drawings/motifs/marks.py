"""Signs and textures that several motifs share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


def centre_mark(sheet: Sheet, at: Point, radius: float) -> None:
    """The centre mark of a drawing, circle and cross: the sign of the site (*tâm*: centre, heart)."""
    reach = radius * 1.9
    mark = Path().ring(at, radius)
    mark.segment((at.x - reach, at.y), (at.x + reach, at.y)).segment(
        (at.x, at.y - reach), (at.x, at.y + reach)
    )
    sheet.put(Layer.ACCENT, mark)


def ruling(sheet: Sheet, share: float = 0.036) -> None:
    """Level lines over the whole sheet, ``share`` of its height apart, as the sky of an engraving."""
    upright = Path().segment((sheet.centre.x, 0), (sheet.centre.x, sheet.height))
    gap = sheet.height * share - sheet.line
    sheet.bands(upright, [Band(Layer.FAINT, sheet.width, (sheet.line, gap))])


def echoes(sheet: Sheet, shape: str, shares: Sequence[float]) -> None:
    """Lines that follow the outline of a defined shape, at distances in shares of the sheet's height."""
    bands = []
    for share in sorted(shares, reverse=True):
        off = 2 * share * sheet.height
        bands += [Band(Layer.FAINT, off + 2 * sheet.line), Band(Layer.GROUND, off)]
    sheet.bands(shape, bands, rounded=True)


class Chord(NamedTuple):
    """One end of a lattice: the middle of it and half its width."""

    middle: Point
    half: float


def lattice(sheet: Sheet, top: Chord, foot: Chord, bays: int) -> None:
    """A tower between two ends: chords, levels, and crossed diagonals in each bay."""

    def at(share: float, side: int) -> Point:
        middle = top.middle.towards(foot.middle, share)
        return Point(middle.x + side * (top.half + (foot.half - top.half) * share), middle.y)

    path = Path()
    for side in (-1, 1):
        path.segment(at(0, side), at(1, side))
    for i in range(bays):
        upper, lower = i / bays, (i + 1) / bays
        path.polyline([at(upper, -1), at(upper, 1), at(lower, -1)]).segment(at(upper, -1), at(lower, 1))
    sheet.put(Layer.INK if sheet.small else Layer.STRONG, path)
