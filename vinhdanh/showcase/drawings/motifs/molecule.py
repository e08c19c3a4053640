"""Molecule: rings of carbon grown together, in the contour lines of their electron cloud."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import pi, sqrt
from typing import Final

from vinhdanh.showcase.drawings.geometry import Path, Point, cycle
from vinhdanh.showcase.drawings.motifs.marks import echoes
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet

_NEIGHBOURS: Final = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
"""Steps from one hexagon to the next, in axial coordinates."""
_CLOUD: Final = (0.3, 0.62, 0.98, 1.38, 1.82, 2.3, 2.82, 3.4)
"""Distances of the contour lines from the bonds, in lengths of a bond."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """The cloud, the rings of shared electrons, the bonds, the atoms that end them."""
    side = sheet.height / sheet.sized(4.6, 8.8, 9.4) * seed.number("side", 0.92, 1.1)
    sheet.turn = round(seed.number("turn", -28, 28), 1)
    patch = _grown(seed, sheet.sized(4, 11, 13), sheet.sized(1.2, 2.6))
    centres = _laid(sheet, patch, side)
    bonds = _bonds(centres, side)
    skeleton = Path()
    for a, b in bonds:
        skeleton.segment(a, b)
    shape = sheet.define(skeleton)
    echoes(sheet, shape, [off * side / sheet.height for off in sheet.sized(_CLOUD[:4], _CLOUD)])
    _rings(sheet, seed, centres, side)
    sheet.use(Layer.STRONG, shape)
    _atoms(sheet, seed, bonds, side)


def _grown(seed: Seed, count: int, flat: float) -> list[tuple[int, int]]:
    """A patch of hexagons that grows from the first one, along one axis more than across it."""
    patch = [(0, 0)]
    attempt = 0
    while len(patch) < count:
        q, r = patch[int(seed.share(f"from{attempt}") ** 0.7 * len(patch))]
        dq, dr = seed.choice(f"step{attempt}", _NEIGHBOURS)
        attempt += 1
        if (q + dq, r + dr) not in patch and abs(r + dr) < flat:
            patch.append((q + dq, r + dr))
    return patch


def _laid(sheet: Sheet, patch: list[tuple[int, int]], side: float) -> list[Point]:
    """The centres of the hexagons, with the whole patch in the middle of the sheet."""
    centres = [Point(side * sqrt(3) * (q + r / 2), side * 1.5 * r) for q, r in patch]
    x = (min(c.x for c in centres) + max(c.x for c in centres)) / 2
    y = (min(c.y for c in centres) + max(c.y for c in centres)) / 2
    return [Point(c.x - x + sheet.centre.x, c.y - y + sheet.centre.y) for c in centres]


def _hexagon(centre: Point, side: float) -> list[Point]:
    """The corners, in whole units, so that neighbours share theirs exactly."""
    corners = (centre.polar(side, angle) for angle in cycle(6, pi / 6))
    return [Point(round(corner.x), round(corner.y)) for corner in corners]


def _bonds(centres: list[Point], side: float) -> list[tuple[Point, Point]]:
    """The sides of all hexagons, each once, in the order of growth."""
    bonds: dict[tuple[Point, Point], None] = {}
    for centre in centres:
        corners = _hexagon(centre, side)
        for a, b in pairwise([*corners, corners[0]]):
            bonds.setdefault((min(a, b), max(a, b)))
    return list(bonds)


def _rings(sheet: Sheet, seed: Seed, centres: list[Point], side: float) -> None:
    """The electrons that a ring shares, as a circle in it; some rings stand out."""
    plain, bright, tint = Path(), Path(), Path()
    for i, centre in enumerate(centres):
        lit = i == 0 or seed.flag(f"lit{i}", 0.25)
        (bright if lit else plain).ring(centre, side * 0.56)
        if lit:
            tint.polygon(_hexagon(centre, side))
    sheet.put(Layer.WASH, tint)
    sheet.put(Layer.FINE, plain)
    sheet.put(Layer.ACCENT, bright)


def _atoms(sheet: Sheet, seed: Seed, bonds: list[tuple[Point, Point]], side: float) -> None:
    """Atoms at some of the corners that only one hexagon has."""
    degree = Counter(end for bond in bonds for end in bond)
    outer = [point for point, count in degree.items() if count == 2]
    atoms = Path()
    for i, point in enumerate(outer):
        if i == 0 or seed.flag(f"atom{i}", 0.2):
            atoms.ring(point, side * sheet.sized(0.22, 0.17))
    sheet.put(Layer.SOLID_ACCENT, atoms)
