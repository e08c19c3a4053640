"""The colours of the drawings, written into each file: an image cannot read the page's properties.

The values are those of the site's tokens: paper and inks, and thirteen hues of one OKLCH ring of equal
lightness and chroma (52% .095 by day, 78% .085 by night), so that no trade shouts louder than another.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple


class Hue(StrEnum):
    """The accent of a drawing. Beside each: its angle on the ring and the trades it was mixed for."""

    ROSE = "rose"
    """345: textiles, garments, shoes."""
    BRICK = "brick"
    """15: steel, metallurgy."""
    RUST = "rust"
    """45: coal, minerals."""
    AMBER = "amber"
    """72: food, drink, water supply, public services."""
    OCHRE = "ochre"
    """97: biology, health, fisheries."""
    OLIVE = "olive"
    """122: farming, forestry."""
    GREEN = "green"
    """150: rubber."""
    JADE = "jade"
    """178: electronics, telecommunications, software."""
    TEAL = "teal"
    """205: oil and gas."""
    SEA = "sea"
    """232: shipbuilding, ports, transport."""
    BLUE = "blue"
    """258: electricity."""
    VIOLET = "violet"
    """285: machines, vehicles, construction."""
    PLUM = "plum"
    """315: chemicals, fertilisers, plastics, medicines, printing."""
    RED = "red"
    """The union's red: the seminar."""
    GOLD = "gold"
    """Honours, and nothing else."""
    INK = "ink"
    """No colour: where no trade is meant."""


class Shade(NamedTuple):
    """One colour in the two schemes, as six hexadecimal digits."""

    light: str
    dark: str


GROUND: Final = Shade("f1ece3", "15120f")
"""The token ``sunk``: a drawing lies a little below the page."""
INK: Final = Shade("26201b", "ede9e1")
SOFT_INK: Final = Shade("5c544c", "b9b3aa")
LINE: Final = Shade("877f76", "837c74")
RULE: Final = Shade("d0c9bf", "3d3834")
"""The token ``rule``, one step darker by day: on ``sunk`` the token itself would vanish."""

HUES: Final[Mapping[Hue, Shade]] = {
    Hue.ROSE: Shade("8f5175", "dfa2c4"),
    Hue.BRICK: Shade("985057", "e9a1a6"),
    Hue.RUST: Shade("965638", "e6a68a"),
    Hue.AMBER: Shade("8a5f21", "daaf7a"),
    Hue.OCHRE: Shade("78691c", "c6b878"),
    Hue.OLIVE: Shade("60712e", "aec083"),
    Hue.GREEN: Shade("3c784b", "90c79b"),
    Hue.JADE: Shade("037a69", "78cab7"),
    Hue.TEAL: Shade("097781", "71c7d1"),
    Hue.SEA: Shade("1e7296", "7ec1e5"),
    Hue.BLUE: Shade("456a9f", "96b9ee"),
    Hue.VIOLET: Shade("64609d", "b1b0ec"),
    Hue.PLUM: Shade("7d578e", "cca7dd"),
    Hue.RED: Shade("b72121", "f69181"),
    Hue.GOLD: Shade("cb9c3b", "b28b3f"),
    Hue.INK: Shade("5c544c", "b9b3aa"),
}

_TINT = 0.17
"""How much of the hue goes into a washed shape."""


def tint(hue: Hue) -> Shade:
    """The ground with a little of the hue in it."""
    return Shade(*(_mixed(ground, colour) for ground, colour in zip(GROUND, HUES[hue], strict=True)))


def _mixed(ground: str, colour: str) -> str:
    pairs = zip(bytes.fromhex(ground), bytes.fromhex(colour), strict=True)
    return bytes(round(g + (c - g) * _TINT) for g, c in pairs).hex()
