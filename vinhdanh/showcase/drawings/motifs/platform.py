"""Platform: a rig over the sea, and below it the wells that fan out to the trap where the oil lies."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import Chord, lattice
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


class _Site(NamedTuple):
    """Levels from the deck down, and the width of the rig, in units of the sheet."""

    middle: float
    deck: float
    sea: float
    bed: float
    half: float
    """Half the width of the deck."""
    hand: int
    """The trap lies to this side, the flare boom to the other."""


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sky, sea, rock with the trap and the wells, then the rig."""
    height, aside = sheet.height, sheet.sized(0.18, 0.36)
    site = _Site(
        middle=sheet.centre.x + height * seed.number("middle", -aside, aside),
        deck=height * seed.number("deck", 0.33, 0.45),
        sea=height * seed.number("sea", 0.5, 0.56),
        bed=height * seed.number("bed", 0.68, 0.74),
        half=height * seed.number("half", 0.15, 0.22) * sheet.sized(1.35, 1.0),
        hand=seed.sign("hand"),
    )
    if not sheet.small:
        _sky(sheet, site)
    _sea(sheet, seed, site)
    _rock(sheet, seed, site)
    jackup = seed.flag("jackup")
    (_legs if jackup else _jacket)(sheet, site)
    off = -0.32 if jackup else seed.number("derrick", -0.4, 0.1)
    _topside(sheet, site, site.middle + site.hand * off * site.half)
    if not sheet.small:
        _boom(sheet, site)


def _sky(sheet: Sheet, site: _Site) -> None:
    """Level lines that open upwards, as an engraver shades a sky: one broad stroke with growing gaps."""
    dashes: list[float] = []
    gap, y = sheet.height * 0.014, site.sea
    while y > 0:
        dashes += [sheet.line, gap]
        y, gap = y - sheet.line - gap, gap * 1.17
    upright = Path().segment((sheet.centre.x, site.sea), (sheet.centre.x, 0))
    sheet.bands(upright, [Band(Layer.FAINT, sheet.width, tuple(dashes))])


def _sea(sheet: Sheet, seed: Seed, site: _Site) -> None:
    """Rows of waves, flatter with the depth; the surface itself is an ink line."""
    rows = sheet.sized(3, 7)
    swell = sheet.height * seed.number("swell", 0.1, 0.15) * sheet.sized(1.5, 1.0)
    sheet.put(Layer.WASH, Path().rectangle(0, site.sea, sheet.width, site.bed - site.sea))
    for row in range(rows):
        y = site.sea + (site.bed - site.sea) * (row / rows) ** 1.1
        x = -swell * (row % 2)
        crest = y - swell * 0.2 * (1 - row / rows)
        path = Path().move(x - swell, y).quadratic(x - swell / 2, crest, x, y)
        while x < sheet.width:
            x += swell
            path.wave(x, y)
        sheet.put(Layer.FINE if row else Layer.INK, path)


def _rock(sheet: Sheet, seed: Seed, site: _Site) -> None:
    """Beds of rock arched over a trap, the oil under the arch, the wells that reach it."""
    height = sheet.height
    trap = site.middle + site.hand * height * sheet.sized(0.1, seed.number("trap", 0.2, 0.42))
    rise, wide = height * seed.number("rise", 0.16, 0.24), height * seed.number("wide", 0.5, 0.8)
    rows, rock = sheet.sized(4, 9), Path()
    for row in range(rows):
        level = site.bed + (height * 1.06 - site.bed) * row / (rows - 1)
        arch = rise * row / rows
        bed = [
            (x, level + arch * 0.6 - arch * 1.6 / (1 + 3 * ((x - trap) / wide) ** 2))
            for x in spread(sheet.sized(7, 8), -8, sheet.width + 8)
        ]
        rock.spline(bed)
    sheet.put(Layer.INK, rock)
    oil, half = Point(trap, site.bed + (height - site.bed) * 0.62), height * sheet.sized(0.34, 0.3)
    foot = oil.y + height * 0.05
    lens = Path().move(trap - half, foot).quadratic(trap, oil.y - height * 0.14, trap + half, foot).close()
    sheet.put(Layer.TINTED, lens)
    wells = Path()
    for across in spread(sheet.sized(3, 5), -1, 1):
        x, end = site.middle + across * site.half * 0.42, trap + across * half * 0.62
        wells.move(x, site.deck).line(x, site.bed)
        wells.curve(
            x,
            site.bed + height * 0.1,
            (x + end) / 2,
            oil.y,
            end,
            oil.y + height * (0.01 + 0.02 * abs(across)),
        )
    sheet.put(Layer.ACCENT, wells)


def _jacket(sheet: Sheet, site: _Site) -> None:
    """Braced legs that spread down to the sea bed."""
    top = Chord(Point(site.middle, site.deck), site.half * 0.82)
    lattice(sheet, top, Chord(Point(site.middle, site.bed), site.half * 1.3), sheet.sized(2, 3))


def _legs(sheet: Sheet, site: _Site) -> None:
    """Two lattice legs of a rig that jacks itself up: they stand far above its deck."""
    for side in (-1, 1):
        x, half = site.middle + side * site.half * 0.92, site.half * 0.13
        lattice(
            sheet,
            Chord(Point(x, sheet.height * 0.08), half),
            Chord(Point(x, site.bed), half),
            sheet.sized(7, 13),
        )
        shoe = Path().rectangle(x - half * 2.3, site.bed - sheet.line, half * 4.6, sheet.height * 0.02)
        sheet.put(Layer.SOLID, shoe)


def _topside(sheet: Sheet, site: _Site, derrick: float) -> None:
    """The drilling tower, the deck and the house on it."""
    foot = Chord(Point(derrick, site.deck), site.half * 0.44)
    lattice(sheet, Chord(Point(derrick, sheet.height * 0.05), site.half * 0.1), foot, sheet.sized(3, 6))
    height = sheet.height * 0.05
    house = site.middle + site.hand * site.half * 0.3
    walls = Path().rectangle(house, site.deck - height * 1.5, site.hand * site.half * 0.6, height * 1.5)
    sheet.put(Layer.SOLID, walls)
    deck = Path().rectangle(site.middle - site.half * 1.12, site.deck, site.half * 2.24, height)
    sheet.put(Layer.WASHED, deck)


def _boom(sheet: Sheet, site: _Site) -> None:
    """The flare boom and its flame."""
    hand, y, drop = -site.hand, site.deck, site.half * 0.2
    foot, tip = (
        Point(site.middle + hand * site.half * 1.12, y),
        Point(site.middle + hand * site.half * 2.1, y - site.half * 0.7),
    )
    low = Point(foot.x, y + drop)
    boom = Path().segment(foot, tip).segment(low, tip)
    for share in (0.25, 0.5, 0.75):
        boom.segment(foot.towards(tip, share), low.towards(tip, share))
    sheet.put(Layer.INK, boom)
    size = site.half * 0.14
    x, y = tip
    flame = Path().move(x, y)
    flame.curve(
        x - size * 1.6, y - size * 1.4, x - size * 0.2, y - size * 2, x + hand * size * 0.6, y - size * 3.6
    )
    flame.curve(x + size * 0.6, y - size * 2.4, x + size * 1.6, y - size * 1.2, x, y).close()
    sheet.put(Layer.TINTED, flame)
