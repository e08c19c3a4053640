"""One drawing: plain values in, the text of an SVG file out."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings import monogram, svg
from vinhdanh.showcase.drawings.motifs import HUES, PAINTERS, TRADES, Motif
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Sheet, Size


class Drawing(NamedTuple):
    """What is to be drawn. Equal values give the same bytes, on every machine."""

    seed: str
    """Usually the record's id; it decides everything that makes this drawing differ from its siblings."""
    motif: Motif
    size: Size
    monogram: str | None = None
    """A given name, or its initial, engraved in the drawing. Only motifs of trades carry one, and no thumb
    does: at 64 pixels the motif says more than a letter beside a name that is set in full."""
    marks: int | None = None
    """How many things a motif that counts shows: the themes of a drum (at most 16), the stones of a road (9).
    None or 0 leaves the number to the seed."""
    hue: Hue | None = None
    """The accent, where it is not that of the motif."""


def draw(drawing: Drawing) -> str:
    """The SVG file of a drawing, below 6 kB (a thumb below 2.5 kB), to be used in an ``<img>``.

    A monogram that does not begin with a letter of the Vietnamese or Latin alphabet is left out.
    """
    sheet = Sheet(drawing.size, drawing.marks)
    PAINTERS[drawing.motif](sheet, Seed(drawing.seed))
    letter = None
    if drawing.monogram and drawing.motif in TRADES and not sheet.small:
        letter = monogram.place(drawing.monogram, sheet)
    return svg.assemble(sheet, drawing.hue or HUES[drawing.motif], letter)
