"""Platform: a rig over the sea, and below it the wells that fan out to the trap where the oil lies."""

from __future__ import annotations

from math import cos, pi
from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import lattice
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


class _Site(NamedTuple):
    """Levels, from the deck down, and the widths of the rig; all in the units of the sheet."""

    middle: float
    deck: float
    sea: float
    bed: float
    half: float
    """Half the width of the deck."""
    hand: int


def paint(sheet: Sheet, seed: Seed) -> None:
    """Sky, sea, rock with the trap, wells, then the rig."""
    height = sheet.height
    small = sheet.small
    site = _Site(
        middle=sheet.width * (seed.number("middle", 0.3, 0.7) if not small else seed.number("middle", 0.36, 0.64)),
        deck=height * seed.number("deck", 0.37, 0.43),
        sea=height * seed.number("sea", 0.5, 0.55),
        bed=height * seed.number("bed", 0.68, 0.74),
        half=height * seed.number("half", 0.17, 0.21) * sheet.sized(1.35, 1, 1),
        hand=seed.sign("hand"),
    )
    _sky(sheet, site)
    _sea(sheet, seed, site)
    _rock(sheet, seed, site)
    jackup = seed.flag("jackup", 0.45)
    (_legs if jackup else _jacket)(sheet, site)
    _derrick(sheet, site, off=-0.32 if jackup else seed.number("off", -0.4, 0.1))
    _deck(sheet, site)
    if not small:
        _boom(sheet, site)


def _sky(sheet: Sheet, site: _Site) -> None:
    """Level lines that thin out upwards, as an engraver shades a sky."""
    if sheet.small:
        return
    gap, y, dashes = sheet.height * 0.013, site.sea, []
    line = sheet.sized(0.8, 0.8, 1.8)
    while y > 0 and len(dashes) < 24:
        dashes.append(f"{line:g} {gap:.1f}")
        y, gap = y - line - gap, gap * 1.16
    path = sheet.path().segment((sheet.centre.x, site.sea), (sheet.centre.x, 0))
    sheet.bands(path, [Band(Layer.FAINT, sheet.width, " ".join(dashes))])


def _sea(sheet: Sheet, seed: Seed, site: _Site) -> None:
    """Rows of waves, flatter and closer with the depth; the surface itself is an ink line."""
    rows, swell = sheet.sized(3, 7, 8), sheet.height * seed.number("swell", 0.1, 0.15) * sheet.sized(1.5, 1, 1)
    sheet.put(Layer.WASH, sheet.path().rectangle(0, site.sea, sheet.width, site.bed - site.sea))
    for i in range(rows):
        y = site.sea + (site.bed - site.sea) * (i / rows) ** 1.1
        path = sheet.path().move(-swell * (1 + i % 2), y).quadratic(-swell * (0.5 + i % 2), y - swell * 0.2 * (1 - i / rows), -swell * (i % 2), y)
        x = -swell * (i % 2)
        while x < sheet.width:
            x += swell
            path.wave(x, y)
        sheet.put(Layer.FINE if i else Layer.INK, path)


def _rock(sheet: Sheet, seed: Seed, site: _Site) -> None:
    """Beds of rock arched over a trap, and the wells that reach it."""
    height = sheet.height
    trap = site.middle + site.hand * sheet.width * (seed.number("trap", 0.12, 0.24) if not sheet.small else 0.1)
    rise, spread_ = height * seed.number("rise", 0.16, 0.24), height * seed.number("spread", 0.5, 0.8)
    rows = sheet.sized(4, 9, 10)
    beds = []
    for i in range(rows):
        y = site.bed + (height * 1.06 - site.bed) * i / (rows - 1)
        arch = rise * i / rows
        beds.append([(x, y + arch * 0.6 - arch * 1.6 / (1 + ((x - trap) / spread_) ** 2 * 3)) for x in spread(sheet.sized(7, 9, 9), -2, sheet.width + 2)])
    rock = sheet.path()
    for bed in beds:
        rock.spline(bed)
    lens_y = site.bed + (height - site.bed) * 0.62
    lens = height * sheet.sized(0.34, 0.3, 0.3)
    sheet.put(Layer.INK, rock)
    sheet.put(Layer.TINTED, sheet.path().move(trap - lens, lens_y + height * 0.05).quadratic(trap, lens_y - height * 0.14, trap + lens, lens_y + height * 0.05).close())
    wells = sheet.path()
    for across in spread(sheet.sized(3, 5, 7), -1, 1):
        x, end = site.middle + across * site.half * 0.42, trap + across * lens * 0.62
        wells.move(x, site.deck).line(x, site.bed).curve(x, site.bed + height * 0.1, (x + end) / 2, lens_y, end, lens_y + height * (0.01 + 0.02 * abs(across)))
    sheet.put(Layer.ACCENT, wells)


def _jacket(sheet: Sheet, site: _Site) -> None:
    """Braced legs that spread down to the sea bed."""
    lattice(sheet, (site.middle, site.deck, site.half * 0.82), (site.middle, site.bed, site.half * 1.3), sheet.sized(2, 3, 4))


def _legs(sheet: Sheet, site: _Site) -> None:
    """Two lattice legs of a rig that jacks itself up: they stand far above its deck."""
    top = sheet.height * 0.08
    for side in (-1, 1):
        x = site.middle + side * site.half * 0.92
        lattice(sheet, (x, top, site.half * 0.13), (x, site.bed, site.half * 0.13), sheet.sized(7, 15, 17))
        sheet.put(Layer.SOLID, sheet.path().rectangle(x - site.half * 0.3, site.bed - 1, site.half * 0.6, sheet.height * 0.02))


def _derrick(sheet: Sheet, site: _Site, off: float) -> None:
    """The drilling tower."""
    x = site.middle + site.hand * off * site.half
    lattice(sheet, (x, sheet.height * 0.05, site.half * 0.1), (x, site.deck, site.half * 0.44), sheet.sized(3, 6, 7))


def _deck(sheet: Sheet, site: _Site) -> None:
    """The deck and the houses on it."""
    height = sheet.height * 0.05
    house = site.middle + site.hand * site.half * 0.3
    sheet.put(Layer.SOLID, sheet.path().rectangle(min(house, house + site.hand * site.half * 0.6), site.deck - height * 1.5, site.half * 0.6, height * 1.5))
    sheet.put(Layer.WASHED, sheet.path().rectangle(site.middle - site.half * 1.12, site.deck, site.half * 2.24, height))


def _boom(sheet: Sheet, site: _Site) -> None:
    """The flare boom and its flame; the crane on the other side."""
    hand, y = -site.hand, site.deck
    foot, tip = site.middle + hand * site.half * 1.12, site.middle + hand * site.half * 2.1
    rise = site.half * 0.7
    path = sheet.path().segment((foot, y), (tip, y - rise)).segment((foot, y + site.half * 0.2), (tip, y - rise))
    for t in (0.25, 0.5, 0.75):
        x = foot + (tip - foot) * t
        path.segment((x, y - rise * t), (x, y + site.half * 0.2 - (rise + site.half * 0.2) * t))
    sheet.put(Layer.INK, path)
    r = site.half * 0.14
    sheet.put(Layer.TINTED, sheet.path().move(tip, y - rise).curve(tip - r * 1.6, y - rise - r * 1.4, tip - r * 0.2, y - rise - r * 2, tip + hand * r * 0.6, y - rise - r * 3.6).curve(tip + r * 0.6, y - rise - r * 2.4, tip + r * 1.6, y - rise - r * 1.2, tip, y - rise).close())
