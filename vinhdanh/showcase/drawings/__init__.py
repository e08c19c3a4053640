"""Drawings made from records: where there is no photograph, thin lines on warm paper.

Every initiative began as somebody's sketch at a machine. A record's drawing shows its trade, in the trade's
colour; its density, angles and rhythm come from the record's id. The same record always has the same
picture, and two records of one trade look like siblings, never like twins. A person's drawing carries the
initial of the given name, engraved with the lines of the motif itself.
"""

from vinhdanh.showcase.drawings.drawing import Drawing, draw
from vinhdanh.showcase.drawings.motifs import HUES, Motif
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.drawings.sheet import Size

__all__ = ["HUES", "Drawing", "Hue", "Motif", "Size", "draw"]
