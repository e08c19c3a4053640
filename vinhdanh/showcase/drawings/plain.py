"""Drawings from plain values, as plans hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vinhdanh.showcase.drawings.drawing import Drawing
from vinhdanh.showcase.drawings.motifs import Motif
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.drawings.sheet import Size


def drawing_of(what: Mapping[str, Any], size: Size) -> Drawing:
    """The drawing that `what` tells of: `seed` and `motif`, and `monogram`, `marks` and `hue` where it has them."""
    hue = what.get("hue")
    return Drawing(
        what["seed"],
        Motif(what["motif"]),
        size,
        what.get("monogram"),
        what.get("marks"),
        Hue(hue) if hue else None,
    )
