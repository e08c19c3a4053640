"""The sheet of paper that a motif draws on: its size, its layers, and the parts put on it in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from vinhdanh.showcase.drawings.geometry import Path, Point

T = TypeVar("T")


class Size(StrEnum):
    """What a drawing is for; the same parameters are drawn with more or less detail."""

    THUMB = "thumb"
    """64 × 64, in lists."""
    CARD = "card"
    """320 × 200, on pages and cards."""
    SHARE = "share"
    """456 × 630, upright: the picture on a share card."""


class Measure(NamedTuple):
    """Of one size: pixels as shown, units of the coordinates in a pixel, pixels of a line and an accent."""

    width: int
    height: int
    units: int
    line: float
    accent: float


MEASURES: Final = {
    Size.THUMB: Measure(64, 64, 4, 1.0, 1.5),
    Size.CARD: Measure(320, 200, 4, 0.8, 1.3),
    Size.SHARE: Measure(456, 630, 2, 1.9, 3.0),
}
"""With four units in a pixel, whole numbers are precise to an eighth of one, and shorter than decimals."""


class Layer(StrEnum):
    """How a line is drawn; the value is its class in the file."""

    INK = "i"
    """The drawing's own lines."""
    STRONG = "o"
    """The outline of what stands in front."""
    FINE = "l"
    """Texture and construction."""
    FAINT = "r"
    """The background."""
    ACCENT = "a"
    """What matters, in the hue."""
    HUE = "e"
    """The hue at the weight of a plain line."""
    CHAIN = "c"
    """A centre line: long dash, short dash."""
    SOLID = "s"
    """A shape filled with the ground, so that it hides what lies behind, outlined in strong ink."""
    SOLID_ACCENT = "t"
    """The same, outlined in the hue."""
    WASHED = "u"
    """Filled with a light tint of the hue, outlined in strong ink."""
    TINTED = "v"
    """Filled with a light tint of the hue, outlined in the hue."""
    BLANK = "p"
    """Filled with the ground, without an outline."""
    WASH = "w"
    """A see-through tint of the hue, as engineers used to wash their drawings."""
    GROUND = "b"
    """A stroke in the colour of the ground: it parts a wider stroke below it into two lines."""


_FILLED: Final = frozenset(
    {Layer.SOLID, Layer.SOLID_ACCENT, Layer.WASHED, Layer.TINTED, Layer.BLANK, Layer.WASH}
)
"""Layers whose parts may not be joined: each must hide, or tint, what was drawn before it."""


class Band(NamedTuple):
    """One stroke of a line that is drawn several times over."""

    layer: Layer
    width: float
    dashes: tuple[float, ...] = ()
    down: float = 0.0
    """How far below its place the line is drawn."""


class Part(NamedTuple):
    """A piece of the drawing: the layers it uses and its markup."""

    layers: frozenset[Layer]
    markup: str


class Sheet:
    """Collects the parts of one drawing, in drawing order. Its units are those of the coordinates."""

    def __init__(self, size: Size, marks: int | None = None) -> None:
        """An empty sheet; ``marks`` is how many things a motif that counts is to show."""
        self.size = size
        self.marks = marks
        self.measure = MEASURES[size]
        self.width = self.measure.width * self.measure.units
        self.height = self.measure.height * self.measure.units
        self.centre = Point(self.width / 2, self.height / 2)
        self.line = self.measure.line * self.measure.units
        """The width of a plain line."""
        self.turn = 0.0
        """Degrees by which the whole motif is turned about the centre."""
        self._parts: list[Part] = []
        self._pending: tuple[Layer, list[str]] | None = None
        self._names = 0

    @property
    def small(self) -> bool:
        """Whether this is a thumb, where ornament would only blur."""
        return self.size is Size.THUMB

    def sized(self, thumb: T, card: T, share: T | None = None) -> T:
        """One of the three, by the size; a share card has the detail of a card unless told otherwise."""
        if self.small:
            return thumb
        return share if self.size is Size.SHARE and share is not None else card

    def put(self, layer: Layer, path: Path) -> None:
        """Add a path; neighbours of one layer become one element. An empty path is left out."""
        data = path.data
        if not data:
            return
        if self._pending and self._pending[0] is layer and layer not in _FILLED:
            self._pending[1].append(data)
            return
        self._flush()
        self._pending = (layer, [data])

    def define(self, *shapes: Path | str) -> str:
        """Keep a shape, or several as one, to be drawn by name; a shape is a path or a name given before."""
        drawn = [f'<path d="{s.data}"/>' if isinstance(s, Path) else f'<use href="#{s}"/>' for s in shapes]
        return self._keep("".join(drawn))

    def use(self, layer: Layer, name: str) -> None:
        """Add a shape that was defined before."""
        self._add({layer}, f'<use href="#{name}" class="{layer}"/>')

    def bands(self, shape: Path | str, bands: Sequence[Band], *, rounded: bool = False) -> None:
        """Add one line as several strokes laid over each other; ``rounded`` is for their ends.

        A stroke in ink with a narrower one in the ground over it is a pair of parallel lines, whatever the
        curve; a very broad dashed stroke is a field of parallel lines.
        """
        name = shape if isinstance(shape, str) else self.define(shape)
        strokes = "".join(_stroke(name, band) for band in bands)
        if rounded:
            strokes = f'<g stroke-linecap="round">{strokes}</g>'
        self._add({band.layer for band in bands}, strokes)

    def copies(self, figure: Sequence[tuple[Layer, Path]], at: Point, turns: Iterable[float]) -> None:
        """Add copies of a figure drawn about the origin, moved to ``at``, turned by so many degrees each."""
        name = self._keep("".join(f'<path class="{layer}" d="{path.data}"/>' for layer, path in figure))
        copies = [
            f'<use href="#{name}" transform="rotate({number(turn)})"/>' if turn else f'<use href="#{name}"/>'
            for turn in turns
        ]
        place = f"translate({number(at.x)} {number(at.y)})"
        self._add({layer for layer, _ in figure}, f'<g transform="{place}">{"".join(copies)}</g>')

    def parts(self) -> tuple[Part, ...]:
        """All parts so far, in drawing order."""
        self._flush()
        return tuple(self._parts)

    def _keep(self, markup: str) -> str:
        """Define markup under a new name."""
        self._names += 1
        name = f"p{self._names}"
        self._add(set(), f'<defs><g id="{name}">{markup}</g></defs>')
        return name

    def _add(self, layers: set[Layer], markup: str) -> None:
        self._flush()
        self._parts.append(Part(frozenset(layers), markup))

    def _flush(self) -> None:
        """Turn the paths that were waiting for a neighbour into an element."""
        if self._pending:
            layer, pieces = self._pending
            markup = f'<path class="{layer}" d="{"".join(pieces)}"/>'
            self._parts.append(Part(frozenset({layer}), markup))
            self._pending = None


def _stroke(name: str, band: Band) -> str:
    """The markup of one band."""
    place = f' y="{number(band.down)}"' if band.down else ""
    dashes = f";stroke-dasharray:{' '.join(map(number, band.dashes))}" if band.dashes else ""
    return (
        f'<use href="#{name}"{place} class="{band.layer}" style="stroke-width:{number(band.width)}{dashes}"/>'
    )


def number(value: float) -> str:
    """A number with at most two digits after the point, without idle zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
