"""The motifs: what a drawing shows. Each is a module with one function, ``paint``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from vinhdanh.showcase.drawings.motifs import (
    building,
    cells,
    circuit,
    compass,
    crane,
    drum,
    furnace,
    gallery,
    gears,
    hull,
    latex,
    leaves,
    map,
    medal,
    milestones,
    molecule,
    pages,
    platform,
    press,
    process,
    rail,
    waves,
    weave,
)
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Sheet


class Motif(StrEnum):
    """What a drawing shows; beside each, what it suits."""

    WEAVE = "weave"
    """Cloth on the loom: textiles, garments, shoes."""
    WAVES = "waves"
    """Three phases of current: electricity, from the power station to the meter."""
    CIRCUIT = "circuit"
    """A chip and its traces: electronics, telecommunications, software."""
    GALLERY = "gallery"
    """A mine gallery under the strata: coal, minerals."""
    GEARS = "gears"
    """A gear train: machines, vehicles and their parts."""
    PLATFORM = "platform"
    """A rig at sea and its wells: oil and gas."""
    HULL = "hull"
    """The body plan of a ship: shipbuilding, ports, shipping."""
    LATEX = "latex"
    """A rubber tree at the tapping: rubber, tyres."""
    FURNACE = "furnace"
    """A blast furnace in section: steel, metallurgy."""
    CELLS = "cells"
    """Tissue growing in spirals: biology, health, fisheries."""
    LEAVES = "leaves"
    """A sprig: farming, forestry."""
    MOLECULE = "molecule"
    """Carbon rings in their electron cloud: chemicals, fertilisers, plastics, medicines."""
    PROCESS = "process"
    """A stream round vessels: food, drink, water supply, public services, processing."""
    CRANE = "crane"
    """A building that goes up: construction."""
    RAIL = "rail"
    """Tracks that part and meet: railways, roads, transport."""
    PRESS = "press"
    """The net of a carton over a halftone: printing, packaging, paper."""
    COMPASS = "compass"
    """Construction lines: where no trade is meant."""
    DRUM = "drum"
    """A bronze drum: seminars and other events; ``marks`` is the number of themes."""
    MEDAL = "medal"
    """A guilloche rosette: awards and titles."""
    MILESTONES = "milestones"
    """A road and its stones: programmes; ``marks`` is the number of milestones."""
    BUILDING = "building"
    """Works in elevation: organisations."""
    PAGES = "pages"
    """Sheets with text: sources, pages."""
    MAP = "map"
    """Contours, a river, a marked place: places."""


TRADES: Final = frozenset(list(Motif)[: list(Motif).index(Motif.COMPASS) + 1])
"""The motifs that stand for what people do; a monogram may be engraved in these."""

PAINTERS: Final[Mapping[Motif, Callable[[Sheet, Seed], None]]] = {
    Motif.WEAVE: weave.paint,
    Motif.WAVES: waves.paint,
    Motif.CIRCUIT: circuit.paint,
    Motif.GALLERY: gallery.paint,
    Motif.GEARS: gears.paint,
    Motif.PLATFORM: platform.paint,
    Motif.HULL: hull.paint,
    Motif.LATEX: latex.paint,
    Motif.FURNACE: furnace.paint,
    Motif.CELLS: cells.paint,
    Motif.LEAVES: leaves.paint,
    Motif.MOLECULE: molecule.paint,
    Motif.PROCESS: process.paint,
    Motif.CRANE: crane.paint,
    Motif.RAIL: rail.paint,
    Motif.PRESS: press.paint,
    Motif.COMPASS: compass.paint,
    Motif.DRUM: drum.paint,
    Motif.MEDAL: medal.paint,
    Motif.MILESTONES: milestones.paint,
    Motif.BUILDING: building.paint,
    Motif.PAGES: pages.paint,
    Motif.MAP: map.paint,
}

HUES: Final[Mapping[Motif, Hue]] = {
    Motif.WEAVE: Hue.ROSE,
    Motif.WAVES: Hue.BLUE,
    Motif.CIRCUIT: Hue.JADE,
    Motif.GALLERY: Hue.RUST,
    Motif.GEARS: Hue.VIOLET,
    Motif.PLATFORM: Hue.TEAL,
    Motif.HULL: Hue.SEA,
    Motif.LATEX: Hue.GREEN,
    Motif.FURNACE: Hue.BRICK,
    Motif.CELLS: Hue.OCHRE,
    Motif.LEAVES: Hue.OLIVE,
    Motif.MOLECULE: Hue.PLUM,
    Motif.PROCESS: Hue.AMBER,
    Motif.CRANE: Hue.VIOLET,
    Motif.RAIL: Hue.SEA,
    Motif.PRESS: Hue.PLUM,
    Motif.COMPASS: Hue.INK,
    Motif.DRUM: Hue.RED,
    Motif.MEDAL: Hue.GOLD,
    Motif.MILESTONES: Hue.BRICK,
    Motif.BUILDING: Hue.INK,
    Motif.PAGES: Hue.INK,
    Motif.MAP: Hue.INK,
}
"""The hue that a motif has unless it is given another. Red is the seminar's, gold is for honours."""
