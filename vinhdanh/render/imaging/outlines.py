"""Path data of SVG as polylines: the inverse of `showcase.drawings.geometry.Path`, in as many points as needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import acos, ceil, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_COUNTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}


class Matrix(NamedTuple):
    """An affine map as SVG writes it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, other: Matrix) -> Matrix:
        """`other` first, then this one."""
        return Matrix(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def on(self, points: list[Point]) -> list[Point]:
        """The points where the map brings them."""
        a, b, c, d, e, f = self
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

    @property
    def scale(self) -> float:
        """By how much it makes lengths longer; drawings are scaled evenly."""
        return sqrt(abs(self.a * self.d - self.b * self.c))


class Line(NamedTuple):
    """A figure of a path: its points, and whether it returns to the first."""

    points: list[Point]
    closed: bool


def lines(data: str, tolerance: float) -> list[Line]:
    """The figures of path data. Curves become chords that leave them by no more than `tolerance`, in units."""
    return _Pen(tolerance).follow(data)


class _Pen:
    """Follows path data and notes where it goes."""

    def __init__(self, tolerance: float) -> None:
        self._tolerance = tolerance
        self._found: list[Line] = []
        self._points: list[Point] = []
        self._x = self._y = 0.0
        self._control: Point | None = None
        self._last = ""

    def follow(self, data: str) -> list[Line]:
        for command, numbers in _commands(data):
            name = command.lower()
            if name == "z":
                self._end(closed=True)
            else:
                self._draw(name, command.islower(), numbers)
            self._last = name
        self._end(closed=False)
        return self._found

    def _draw(self, name: str, relative: bool, numbers: list[float]) -> None:
        x0, y0 = (self._x, self._y) if relative else (0.0, 0.0)
        if name == "h":
            self._to(x0 + numbers[0], self._y)
        elif name == "v":
            self._to(self._x, y0 + numbers[0])
        elif name == "a":
            self._arc(numbers, x0 + numbers[5], y0 + numbers[6])
        else:
            places = [(x0 + numbers[i], y0 + numbers[i + 1]) for i in range(0, len(numbers), 2)]
            _DRAW[name](self, places)

    def _move(self, places: list[Point]) -> None:
        self._end(closed=False)
        self._x, self._y = places[0]
        self._points = [places[0]]

    def _line(self, places: list[Point]) -> None:
        self._to(*places[0])

    def _to(self, x: float, y: float) -> None:
        if not self._points:
            self._points = [(self._x, self._y)]
        self._points.append((x, y))
        self._x, self._y = x, y

    def _cubic(self, places: list[Point]) -> None:
        start = (self._x, self._y)
        (x1, y1), (x2, y2), (x, y) = places
        for t in self._steps(start, *places):
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            self._to(a * start[0] + b * x1 + c * x2 + d * x, a * start[1] + b * y1 + c * y2 + d * y)
        self._control = (x2, y2)

    def _smooth(self, places: list[Point]) -> None:
        self._cubic([self._mirrored("cs"), *places])

    def _quadratic(self, places: list[Point]) -> None:
        start = (self._x, self._y)
        (x1, y1), (x, y) = places
        for t in self._steps(start, *places):
            a, b, c = (1 - t) * (1 - t), 2 * (1 - t) * t, t * t
            self._to(a * start[0] + b * x1 + c * x, a * start[1] + b * y1 + c * y)
        self._control = (x1, y1)

    def _wave(self, places: list[Point]) -> None:
        self._quadratic([self._mirrored("qt"), *places])

    def _mirrored(self, after: str) -> Point:
        """The control point of the curve before, mirrored; where there was none, the pen's own place."""
        if self._last not in after or self._control is None:
            return self._x, self._y
        return 2 * self._x - self._control[0], 2 * self._y - self._control[1]

    def _arc(self, numbers: list[float], x: float, y: float) -> None:
        """The shorter arc of an upright ellipse: `geometry.Path` draws no other (SVG 2, appendix B.2)."""
        rx, ry, clockwise = numbers[0], numbers[1], numbers[4]
        if not rx or not ry or (x, y) == (self._x, self._y):
            self._to(x, y)
            return
        # In units of the radii the ellipse is a circle of radius 1.
        x1, y1, x2, y2 = self._x / rx, self._y / ry, x / rx, y / ry
        half = hypot(x2 - x1, y2 - y1) / 2
        grown = max(1.0, half)
        away = sqrt(max(0.0, grown * grown - half * half)) / half / 2
        side = 1 if clockwise else -1
        cx = (x1 + x2) / 2 - side * away * (y2 - y1)
        cy = (y1 + y2) / 2 + side * away * (x2 - x1)
        begin = _angle(x1 - cx, y1 - cy)
        turn = (_angle(x2 - cx, y2 - cy) - begin) * side % (2 * pi) * side
        count = ceil(abs(turn) * max(1.5, sqrt(grown * max(rx, ry) / self._tolerance / 8)))
        for i in range(1, count + 1):
            angle = begin + turn * i / count
            self._to((cx + grown * cos(angle)) * rx, (cy + grown * sin(angle)) * ry)

    def _steps(self, *places: Point) -> list[float]:
        """The parameters at which a Bézier curve is cut, by how far its control points are from even steps on a line.

        A curve of degree n leaves its chords by at most n (n - 1) / 8 of that, over the square of their count
        (Wang, Shen, Yang: bounds on the chordal deviation of polynomial curves).
        """
        degree = len(places) - 1
        bend = max(
            hypot(p[0] - 2 * q[0] + r[0], p[1] - 2 * q[1] + r[1])
            for p, q, r in zip(places, places[1:], places[2:], strict=False)
        )
        count = max(2, ceil(sqrt(degree * (degree - 1) / 8 * bend / self._tolerance)))
        return [i / count for i in range(1, count + 1)]

    def _end(self, *, closed: bool) -> None:
        if len(self._points) > 1:
            self._found.append(Line(self._points, closed))
        if closed and self._points:
            self._x, self._y = self._points[0]
        self._points = []


_DRAW: dict[str, Callable[[_Pen, list[Point]], None]] = {
    "m": _Pen._move,
    "l": _Pen._line,
    "c": _Pen._cubic,
    "s": _Pen._smooth,
    "q": _Pen._quadratic,
    "t": _Pen._wave,
}


def _angle(x: float, y: float) -> float:
    angle = acos(max(-1.0, min(1.0, x / hypot(x, y))))
    return angle if y >= 0 else -angle


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with as many numbers as it takes; one that repeats is written once."""
    command = ""
    numbers: list[float] = []
    for letter, number in _TOKEN.findall(data):
        if letter:
            command, numbers = letter, []
            if letter in "zZ":
                yield letter, []
            continue
        numbers.append(float(number))
        if len(numbers) == _COUNTS[command.lower()]:
            yield command, numbers
            command, numbers = {"m": "l", "M": "L"}.get(command, command), []
