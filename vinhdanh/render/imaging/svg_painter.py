"""The drawings of records as pixels: what `showcase.drawings` writes as SVG, painted as a browser paints it by day.

It knows what these files are made of and nothing more: paths, groups, uses, one clip; classes, custom properties,
dashes, turns. Anything else raises ValueError. Edges are smooth because all is painted `GRAIN` times as large.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, radians, sin
from typing import Any, NamedTuple
from xml.etree import ElementTree

from PIL import Image, ImageDraw

from vinhdanh.render.imaging.outlines import Line, Matrix, Point, lines

GRAIN = 2
"""Pixels painted for each pixel of the result, in each direction: five shades along an edge."""

_TOLERANCE = 0.3
"""Pixels of the canvas by which a chord may leave its curve."""

_BEND = 0.35
"""Radians between two points of a round corner: twenty degrees."""

_DISC = 24
"""Corners of what looks like a disc at the end of a line."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_HREF = "href"
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_BY_NIGHT = re.compile(r"@media\([^{]*\{[^{}]*\{[^{}]*\}\}")
_VARIABLE = re.compile(r"var\((--\w+)\)")
_STEP = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")
_PROPERTIES = (
    "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap",
)  # fmt: skip

Style = Mapping[str, str]


def paint(svg: str, box: tuple[float, float, float, float], size: tuple[int, int]) -> Image.Image:
    """A part (left, top, width, height, in the units of its `viewBox`) of a drawing, in so many pixels."""
    root = ElementTree.fromstring(svg)
    left, top, width, _ = box
    scale = size[0] * GRAIN / width
    canvas = Image.new("RGB", (size[0] * GRAIN, size[1] * GRAIN))
    painter = _Painter(root)
    painter.children(
        root, _Place(canvas, Matrix(scale, 0, 0, scale, -left * scale, -top * scale), painter.base)
    )
    return canvas.reduce(GRAIN)


class _Place(NamedTuple):
    """Where and how an element is painted: the canvas, the map from its units, and what it inherits."""

    canvas: Image.Image
    matrix: Matrix
    style: Style


class _Painter:
    """Paints one file."""

    def __init__(self, root: ElementTree.Element) -> None:
        self._named = {element.get("id"): element for element in root.iter() if element.get("id")}
        sheet = _BY_NIGHT.sub("", "".join(element.text or "" for element in root.iter(f"{_NAMESPACE}style")))
        self._rules = {name.strip(): _declarations(text) for name, text in _RULE.findall(sheet)}
        self.base: Style = {"stroke": "none", **self._rules.get("svg", {})}
        self._outlines: dict[tuple[str, float], list[Line]] = {}

    def children(self, parent: ElementTree.Element, place: _Place) -> None:
        """Paint all that is in an element, in order."""
        for element in parent:
            name = element.tag.removeprefix(_NAMESPACE)
            if name in ("style", "defs"):
                continue
            if name not in ("path", "g", "use"):
                raise ValueError(f"<{name}> in a drawing")
            self._element(name, element, place)

    def _element(self, name: str, element: ElementTree.Element, place: _Place) -> None:
        matrix = place.matrix @ _matrix(element.get("transform", ""))
        inner = _Place(place.canvas, matrix, self._style(element, place.style))
        clip = element.get("clip-path")
        if clip:
            inner = inner._replace(canvas=place.canvas.copy())
        if name == "path":
            self._path(element.get("d", ""), inner)
        elif name == "g":
            self.children(element, inner)
        else:
            target = self._named[element.get(_HREF, "")[1:]]
            shifted = matrix @ Matrix(f=float(element.get("y", 0)))
            self._element(target.tag.removeprefix(_NAMESPACE), target, inner._replace(matrix=shifted))
        if clip:
            place.canvas.paste(inner.canvas, mask=self._clip(clip, place))

    def _style(self, element: ElementTree.Element, inherited: Style) -> Style:
        """What holds in an element: the inherited, its attributes, its class, its style, each over the one before."""
        found = dict(inherited)
        own = {name: element.attrib[name] for name in _PROPERTIES if name in element.attrib}
        of_class = self._rules.get(f".{element.get('class')}", {})
        for name, value in {**own, **of_class, **_declarations(element.get("style", ""))}.items():
            found[name] = _VARIABLE.sub(lambda match: inherited.get(match[1], "none"), value)
        return found

    def _clip(self, clip: str, place: _Place) -> Image.Image:
        mask = Image.new("L", place.canvas.size)
        style = {"fill": "#ffffff", "stroke": "none"}
        rgb = Image.new("RGB", place.canvas.size)
        self.children(
            self._named[clip.removeprefix("url(#").removesuffix(")")], _Place(rgb, place.matrix, style)
        )
        mask.paste(rgb.getchannel("R"))
        return mask

    def _path(self, data: str, place: _Place) -> None:
        key = (data, place.matrix.scale)
        found = self._outlines.get(key)
        if found is None:
            found = self._outlines[key] = lines(data, _TOLERANCE / place.matrix.scale)
        figures = [Line(place.matrix.on(line.points), line.closed) for line in found]
        style = place.style
        if style.get("fill", "none") != "none":
            opacity = float(style.get("fill-opacity", 1))
            _tinted(place.canvas, figures, 0, (style["fill"], opacity), _fill)
        if style.get("stroke", "none") != "none":
            opacity = float(style.get("stroke-opacity", 1))
            pen = _Pen(style, place.matrix.scale)
            _tinted(place.canvas, figures, pen.breadth / 2, (style["stroke"], opacity), pen.stroke)


Paint = Callable[[Image.Image, list[Line], Any], None]
"""Paints figures on a canvas with an ink: a colour as Pillow writes it, or the opacity of a mask."""


def _tinted(
    canvas: Image.Image, figures: list[Line], margin: float, tint: tuple[str, float], paint: Paint
) -> None:
    """Paint figures that reach `margin` beyond their points in a tint (colour, opacity), through a mask."""
    colour, opacity = tint
    if opacity >= 1:
        paint(canvas, figures, colour)
        return
    xs = [x for figure in figures for x, _ in figure.points]
    ys = [y for figure in figures for _, y in figure.points]
    left, top = max(0, int(min(xs) - margin)), max(0, int(min(ys) - margin))
    right, low = min(canvas.width, int(max(xs) + margin) + 2), min(canvas.height, int(max(ys) + margin) + 2)
    if left >= right or top >= low:
        return
    mask = Image.new("L", (right - left, low - top))
    moved = Matrix(e=-left, f=-top)
    paint(mask, [Line(moved.on(line.points), line.closed) for line in figures], round(255 * opacity))
    canvas.paste(colour, (left, top, right, low), mask)


def _fill(canvas: Image.Image, figures: list[Line], ink: Any) -> None:
    """All figures as one polygon, so that a figure inside another is a hole; the ways between them cancel out."""
    points = [point for figure in figures for point in (*figure.points, figure.points[0])]
    points.extend(figure.points[0] for figure in reversed(figures))
    if len(points) > 2:
        ImageDraw.Draw(canvas).polygon(points, fill=ink)


class _Pen:
    """Draws lines as a style says, in pixels of the canvas."""

    def __init__(self, style: Style, scale: float) -> None:
        self.breadth = float(style["stroke-width"]) * scale
        self._dashes = [float(length) * scale for length in style.get("stroke-dasharray", "").split()]
        self._rounded = style.get("stroke-linecap") == "round"

    def stroke(self, canvas: Image.Image, figures: list[Line], ink: Any) -> None:
        """Draw those of the figures that can be seen."""
        draw, width = ImageDraw.Draw(canvas), max(1, round(self.breadth))
        for figure in figures:
            if _out_of_view(figure.points, canvas.size, self.breadth):
                continue
            points = _around(figure)
            for piece in _dashed(points, self._dashes) if self._dashes else [points]:
                draw.line(piece, fill=ink, width=width)
                if width > 2:
                    _join(draw, piece, ink, self.breadth / 2)
                if self._rounded and not figure.closed:
                    for end in (piece[0], piece[-1]):
                        draw.polygon(_disc(end, self.breadth / 2), fill=ink)


def _around(figure: Line) -> list[Point]:
    """The points to draw through: of a closed figure, on to the second, so that its first corner is joined too."""
    return [*figure.points, *figure.points[:2]] if figure.closed else figure.points


def _disc(centre: Point, radius: float) -> list[Point]:
    """A disc; Pillow's own takes ten times as long."""
    angles = [2 * pi * i / _DISC for i in range(_DISC)]
    return [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]


def _out_of_view(points: list[Point], size: tuple[int, int], margin: float) -> bool:
    """Whether a line cannot be seen; most of a drawing lies beside the part that a card shows."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return max(xs) < -margin or min(xs) > size[0] + margin or max(ys) < -margin or min(ys) > size[1] + margin


def _join(draw: ImageDraw.ImageDraw, points: list[Point], ink: Any, half: float) -> None:
    """Close the gaps on the outer side of the turns of a line: a fan about each point where one would be seen."""
    dx, dy = 0.0, 0.0
    for (x, y), (x2, y2) in pairwise(points):
        length = hypot(x2 - x, y2 - y)
        if not length:
            continue
        ex, ey = (x2 - x) / length * half, (y2 - y) / length * half
        across, along = dx * ey - dy * ex, dx * ex + dy * ey
        if abs(across) > half or along < 0:  # the gap is wider than a pixel of the canvas
            turn = atan2(across, along)
            steps = ceil(abs(turn) / _BEND)
            side = -1 if turn > 0 else 1
            fan = [(x, y)]
            for i in range(steps + 1):
                c, s = cos(turn * i / steps), sin(turn * i / steps)
                fan.append((x - side * (dy * c + dx * s), y + side * (dx * c - dy * s)))
            draw.polygon(fan, fill=ink)
        dx, dy = ex, ey


def _dashed(points: list[Point], dashes: list[float]) -> Iterator[list[Point]]:
    """The pieces of a line that its dashes leave."""
    index, left = 0, dashes[0]
    piece = [points[0]]
    for (x, y), (x2, y2) in pairwise(points):
        length = hypot(x2 - x, y2 - y)
        done = 0.0
        while length - done > left:
            done += left
            at = (x + (x2 - x) * done / length, y + (y2 - y) * done / length)
            if index % 2 == 0:
                yield [*piece, at]
            piece = [at]
            index += 1
            left = dashes[index % len(dashes)]
        left -= length - done
        piece.append((x2, y2))
    if index % 2 == 0 and len(piece) > 1:
        yield piece


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _matrix(text: str) -> Matrix:
    """The map of a `transform` attribute."""
    found = Matrix()
    for name, inside in _STEP.findall(text):
        numbers = [float(number) for number in inside.replace(",", " ").split()]
        if name == "translate":
            step = Matrix(e=numbers[0], f=numbers[1])
        elif name == "scale":
            step = Matrix(a=numbers[0], d=numbers[0])
        else:
            c, s = cos(radians(numbers[0])), sin(radians(numbers[0]))
            x, y = numbers[1:] or (0.0, 0.0)
            step = Matrix(c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        found = found @ step
    return found
