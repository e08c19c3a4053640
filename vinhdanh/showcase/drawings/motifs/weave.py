"""Weave: cloth on the loom, ribbons over and under each other, up to where the shuttle runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, inf, radians, sin
from typing import Final, NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_BINDINGS: Final = ((1, 2), (2, 3), (2, 4), (1, 3))
"""A warp lies over so many wefts in a repeat of so many: plain weave and three twills."""
_RIBBON: Final = 0.31
"""Half the width of a ribbon, in pitches."""

Run = tuple[float, float]
"""A visible stretch of a thread, from and to."""


class _Cloth(NamedTuple):
    """The threads, in a frame whose axes are theirs and whose origin is the middle of the sheet."""

    sheet: Sheet
    warps: Sequence[float]
    wefts: Sequence[float]
    pitch: float
    binding: tuple[int, int]

    @property
    def half(self) -> float:
        """Half the width of a ribbon."""
        return self.pitch * _RIBBON

    def over(self, warp: int, weft: int) -> bool:
        """Whether the warp lies over the weft where they cross."""
        over, repeat = self.binding
        return (warp + weft) % repeat < over

    def seen(self, across: float, *, upright: bool) -> Run | None:
        """The part of a thread that is on the sheet once the sheet is turned; None when nothing is."""
        c, s = cos(radians(self.sheet.turn)), sin(radians(self.sheet.turn))
        low, high, margin = -inf, inf, self.pitch * 0.5
        rows = ((-s, c * across), (c, s * across)) if upright else ((c, -s * across), (s, c * across))
        for (slope, base), half in zip(rows, (self.sheet.width / 2, self.sheet.height / 2), strict=True):
            first, last = (-half - margin - base) / slope, (half + margin - base) / slope
            low, high = max(low, min(first, last)), min(high, max(first, last))
        return (low, high) if low < high else None

    def runs(self, seen: Run, crossings: Iterable[float]) -> Iterator[Run]:
        """The stretches of a thread between the threads that cross over it."""
        low, high = seen
        inside = [at for at in crossings if low < at < high]
        for a, b in pairwise([low - self.half, *inside, high + self.half]):
            if b - self.half > a + self.half:
                yield a + self.half, b - self.half


def paint(sheet: Sheet, seed: Seed) -> None:
    """Warp, weft with coloured bands, then the open shed and the shuttle in it."""
    pitch = sheet.height / sheet.sized(4.6, 8.4) * seed.number("pitch", 0.94, 1.14)
    sheet.turn = seed.choice("turn", (-34, -26, -18, 18, 26, 34))
    reach = hypot(sheet.width, sheet.height) / 2
    fell = sheet.height * seed.number("fell", -0.34, -0.2)
    warps = [i * pitch - reach for i in range(int(2 * reach / pitch) + 1)]
    wefts = [fell + i * pitch * 0.94 for i in range(int((reach - fell) / pitch / 0.94) + 1)]
    cloth = _Cloth(sheet, warps, wefts, pitch, seed.choice("binding", _BINDINGS))
    _warp(cloth)
    _weft(cloth, _stripe(seed))
    if not sheet.small:
        _shuttle(cloth, seed, fell, reach)


def _stripe(seed: Seed) -> frozenset[int]:
    """Which wefts are coloured, counted from the newest."""
    first = seed.whole("stripe", 1, 2)
    return frozenset((first, first + seed.whole("gap", 1, 2), first + 4))


def _warp(cloth: _Cloth) -> None:
    """The warp: hidden where a weft lies over it, free beyond the newest weft."""
    path, middle = Path(), cloth.sheet.centre
    for i, x in enumerate(cloth.warps):
        seen = cloth.seen(x, upright=True)
        if not seen:
            continue
        left, right = middle.x + x - cloth.half, middle.x + x + cloth.half
        for top, low in cloth.runs(seen, (y for j, y in enumerate(cloth.wefts) if not cloth.over(i, j))):
            path.move(left, middle.y + top).line(left, middle.y + low)
            path.move(right, middle.y + low).line(right, middle.y + top)
    cloth.sheet.put(Layer.INK, path)


def _weft(cloth: _Cloth, stripe: frozenset[int]) -> None:
    """The weft: hidden where a warp lies over it; the stripe is tinted."""
    plain, tinted, middle = Path(), Path(), cloth.sheet.centre
    for j, y in enumerate(cloth.wefts):
        seen = cloth.seen(y, upright=False)
        if not seen:
            continue
        top, low = middle.y + y - cloth.half, middle.y + y + cloth.half
        for left, right in cloth.runs(seen, (x for i, x in enumerate(cloth.warps) if cloth.over(i, j))):
            if j in stripe:
                tinted.rectangle(middle.x + left, top, right - left, low - top)
            else:
                plain.move(middle.x + left, top).line(middle.x + right, top)
                plain.move(middle.x + right, low).line(middle.x + left, low)
    cloth.sheet.put(Layer.INK, plain)
    cloth.sheet.put(Layer.TINTED, tinted)


def _shuttle(cloth: _Cloth, seed: Seed, fell: float, reach: float) -> None:
    """The shuttle in the open shed, and the thread that it leaves."""
    sheet, pitch, hand = cloth.sheet, cloth.pitch, seed.sign("hand")
    at = Point(
        sheet.centre.x + sheet.width * seed.number("shuttle", -0.2, 0.2), sheet.centre.y + fell - pitch * 1.5
    )
    long, wide = pitch * 1.9, pitch * 0.6
    thread = [
        at,
        Point(at.x + hand * long * 1.6, at.y + pitch * 0.12),
        Point(at.x + hand * reach, at.y + pitch * 0.7),
    ]
    sheet.put(Layer.ACCENT, Path().spline(thread))
    body = Path().move(at.x - long, at.y)
    body.curve(at.x - long * 0.5, at.y - wide, at.x + long * 0.5, at.y - wide, at.x + long, at.y)
    body.curve(at.x + long * 0.5, at.y + wide, at.x - long * 0.5, at.y + wide, at.x - long, at.y).close()
    sheet.put(Layer.WASHED, body)
    eye = Path().ring(at, long * 0.42, flat=0.28)
    sheet.put(Layer.ACCENT, eye.segment((at.x - long * 0.42, at.y), (at.x + long * 0.42, at.y)))
