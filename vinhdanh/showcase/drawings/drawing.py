"""One drawing: plain values in, the text of an SVG file out."""
from __future__ import annotations

from typing import NamedTuple
from vinhdanh.showcase.drawings import motifs, svg, monogram
from vinhdanh.showcase.drawings.motifs import Motif
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Sheet, Size

class Drawing(NamedTuple):
    seed: str
    motif: Motif
    size: Size
    monogram: str | None = None
    marks: int | None = None
    hue: Hue | None = None

def draw(d: Drawing) -> str:
    sheet = Sheet(d.size, d.marks)
    motifs.PAINTERS[d.motif](sheet, Seed(d.seed))
    letter = monogram.place(d.monogram, sheet) if d.monogram and not sheet.small else None
    return svg.assemble(sheet, d.hue or motifs.HUES[d.motif], letter)
