"""Molecule: rings of carbon grown together, in the contour lines of their electron cloud."""

from __future__ import annotations

from math import pi, sqrt

from vinhdanh.showcase.drawings.geometry import Point, cycle
from vinhdanh.showcase.drawings.motifs.marks import glow
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_NEIGHBOURS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
"""Steps from one hexagon to the next, in axial coordinates."""
Hexagon = tuple[int, int]


def paint(sheet: Sheet, seed: Seed) -> None:
    """The cloud, the bonds, the rings of shared electrons, the atoms that end the chain."""
    side = sheet.height / sheet.sized(4.6, 8.8, 9.5) * seed.number("side", 0.94, 1.08)
    sheet.turn = seed.number("turn", -28, 28)
    hexagons = _grown(seed, sheet.sized(4, 11, 14), sheet.sized(1.2, 2.6, 2.8))
    centres = [Point(side * sqrt(3) * (q + r / 2), side * 1.5 * r) for q, r in hexagons]
    off = Point((min(c.x for c in centres) + max(c.x for c in centres)) / 2,
                (min(c.y for c in centres) + max(c.y for c in centres)) / 2)
    centres = [Point(c.x - off.x + sheet.centre.x, c.y - off.y + sheet.centre.y) for c in centres]
    bonds = _bonds(centres, side)
    skeleton = sheet.path()
    for a, b in bonds.values():
        skeleton.segment(a, b)
    gaps = [side * g for g in sheet.sized((0.45, 0.9, 1.4), (0.3, 0.62, 0.98, 1.38, 1.82, 2.3, 2.82, 3.4), (0.3, 0.62, 0.98, 1.38, 1.82, 2.3, 2.82, 3.4))]
    sheet.bands(skeleton, glow(gaps, sheet.sized(0.8, 0.8, 1.8)), rounded=True)
    _rings(sheet, seed, centres, side)
    sheet.put(Layer.STRONG, skeleton)
    _ends(sheet, seed, bonds, side)


def _grown(seed: Seed, count: int, flat: float) -> list[Hexagon]:
    """A patch of hexagons that grows from the first, along one axis more than across it."""
    patch: list[Hexagon] = [(0, 0)]
    tried = 0
    while len(patch) < count:
        q, r = patch[int(seed.share(f"from{tried}") ** 0.7 * len(patch))]
        dq, dr = seed.choice(f"step{tried}", _NEIGHBOURS)
        tried += 1
        if (q + dq, r + dr) not in patch and abs(r + dr) < flat:
            patch.append((q + dq, r + dr))
    return patch


def _bonds(centres: list[Point], side: float) -> dict[tuple[int, ...], tuple[Point, Point]]:
    """The edges of all hexagons, each once."""
    bonds = {}
    for centre in centres:
        corners = [centre.polar(side, angle) for angle in cycle(6, pi / 6)]
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
            key = tuple(round(v) for v in sorted((a, b))[0]) + tuple(round(v) for v in sorted((a, b))[1])
            bonds.setdefault(key, (a, b))
    return bonds


def _rings(sheet: Sheet, seed: Seed, centres: list[Point], side: float) -> None:
    """The electrons that a ring shares, as a circle in it; some rings stand out."""
    plain, bright, tint = sheet.path(), sheet.path(), sheet.path()
    for i, centre in enumerate(centres):
        lit = i == 0 or seed.flag(f"lit{i}", 0.25)
        (bright if lit else plain).ring(centre, side * 0.56)
        if lit:
            tint.polygon([centre.polar(side, angle) for angle in cycle(6, pi / 6)])
    sheet.put(Layer.WASH, tint)
    sheet.put(Layer.FINE, plain)
    sheet.put(Layer.ACCENT, bright)


def _ends(sheet: Sheet, seed: Seed, bonds: dict[tuple[int, ...], tuple[Point, Point]], side: float) -> None:
    """Atoms at some of the outer corners."""
    seen: dict[tuple[int, int], list[Point]] = {}
    for a, b in bonds.values():
        for point in (a, b):
            seen.setdefault((round(point.x), round(point.y)), []).append(point)
    atoms = sheet.path()
    outer = [points[0] for points in seen.values() if len(points) == 2]
    for i, point in enumerate(outer):
        if i == 0 or seed.flag(f"atom{i}", 0.2):
            atoms.ring(point, side * sheet.sized(0.22, 0.17, 0.17))
    sheet.put(Layer.SOLID_ACCENT, atoms)
