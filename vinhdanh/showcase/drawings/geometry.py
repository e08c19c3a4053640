"""Path data: points in, the shortest SVG text for them out.

A path is written in relative commands between whole numbers: each is the difference of two rounded absolute
positions, so rounding never adds up along a line. Angles are in radians, clockwise, as y grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, pi, sin
from typing import Final, NamedTuple

TAU: Final = 2 * pi
"""A whole turn."""


class Point(NamedTuple):
    """A position in the units of the drawing, y downwards."""

    x: float
    y: float

    def towards(self, other: Point, share: float) -> Point:
        """The point that lies ``share`` (0 to 1) of the way to ``other``."""
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)

    def polar(self, radius: float, angle: float) -> Point:
        """The point at ``radius`` and ``angle`` from here."""
        return Point(self.x + radius * cos(angle), self.y + radius * sin(angle))

    def turned(self, angle: float) -> Point:
        """This point after a turn about the origin."""
        c, s = cos(angle), sin(angle)
        return Point(self.x * c - self.y * s, self.x * s + self.y * c)


Position = tuple[float, float]
"""What the methods of a path accept: a Point or any pair of x and y."""


class Path:
    """A growing piece of path data. Methods return the path, so that a figure reads as one sentence."""

    __slots__ = ("_command", "_pieces", "_start", "_x", "_y")

    def __init__(self) -> None:
        """An empty path."""
        self._pieces: list[str] = []
        self._x = self._y = 0
        self._start = (0, 0)
        self._command = ""

    @property
    def data(self) -> str:
        """The value of a ``d`` attribute; empty while nothing was drawn."""
        return "".join(self._pieces).replace(" -", "-")

    def move(self, x: float, y: float) -> Path:
        """Lift the pen and start a new figure."""
        new_x, new_y = round(x), round(y)
        pieces = self._pieces
        pieces.append(f"m{new_x - self._x} {new_y - self._y}" if pieces else f"M{new_x} {new_y}")
        self._command = "m"
        self._x, self._y = self._start = (new_x, new_y)
        return self

    def line(self, x: float, y: float) -> Path:
        """A straight line."""
        dx, dy = round(x) - self._x, round(y) - self._y
        self._x += dx
        self._y += dy
        if dy == 0:
            return self._write("h", f"{dx}")
        if dx == 0:
            return self._write("v", f"{dy}")
        return self._write("l", f"{dx} {dy}")

    def curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> Path:
        """A cubic Bézier curve."""
        controls = f"{self._offset(x1, y1)} {self._offset(x2, y2)}"
        self._write("c", f"{controls} {self._step(x, y)}")
        return self

    def smooth(self, x2: float, y2: float, x: float, y: float) -> Path:
        """A cubic Bézier curve that leaves as the one before arrived."""
        old_x, old_y = self._x, self._y
        self._x, self._y = round(x), round(y)
        return self._write(
            "s", f"{round(x2) - old_x} {round(y2) - old_y} {self._x - old_x} {self._y - old_y}"
        )

    def quadratic(self, x1: float, y1: float, x: float, y: float) -> Path:
        """A quadratic Bézier curve."""
        self._write("q", f"{self._offset(x1, y1)} {self._step(x, y)}")
        return self

    def wave(self, x: float, y: float) -> Path:
        """A quadratic Bézier curve whose control point mirrors the one before: half a wave more."""
        self._write("t", self._step(x, y))
        return self

    def arc(self, radius: float, end: Position, *, clockwise: bool = True, flat: float = 1.0) -> Path:
        """The shorter arc of a circle, or of an ellipse ``flat`` times as high as it is wide."""
        rx, ry = round(radius), round(radius * flat)
        self._write("a", f"{rx} {ry} 0 0 {clockwise:d} {self._step(*end)}")
        return self

    def close(self) -> Path:
        """Close the figure."""
        self._pieces.append("z")
        self._command = "z"
        self._x, self._y = self._start
        return self

    def segment(self, start: Position, end: Position) -> Path:
        """A straight line of its own."""
        return self.move(*start).line(*end)

    def polyline(self, points: Iterable[Position]) -> Path:
        """Straight lines through the points, left open."""
        for i, point in enumerate(points):
            (self.line if i else self.move)(*point)
        return self

    def polygon(self, points: Iterable[Position]) -> Path:
        """Straight lines through the points, closed."""
        return self.polyline(points).close()

    def rectangle(self, x: float, y: float, width: float, height: float) -> Path:
        """An upright rectangle; a negative width reaches to the left of x."""
        return self.move(x, y).line(x + width, y).line(x + width, y + height).line(x, y + height).close()

    def ring(self, centre: Position, radius: float, flat: float = 1.0) -> Path:
        """A whole circle, or an ellipse ``flat`` times as high as it is wide, as two arcs."""
        x, y = round(centre[0]), centre[1]
        reach = round(radius)
        self.move(x - reach, y).arc(reach, (x + reach, y), flat=flat)
        return self.arc(reach, (x - reach, y), flat=flat).close()

    def spline(self, points: Sequence[Position]) -> Path:
        """A smooth open curve through the points: a uniform Catmull-Rom spline as cubic Béziers."""
        return self.move(*points[0]).onward(points)

    def onward(self, points: Sequence[Position]) -> Path:
        """A smooth curve from where the pen is, which is the first of the points, through the others."""
        padded = [points[0], *points, points[-1]]
        for i, (a, b) in enumerate(pairwise(points)):
            before, after = padded[i], padded[i + 3]
            x2, y2 = b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6
            if i:
                self.smooth(x2, y2, *b)
            else:
                self.curve(a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6, x2, y2, *b)
        return self

    def _offset(self, x: float, y: float) -> str:
        """The way to a position."""
        return f"{round(x) - self._x} {round(y) - self._y}"

    def _step(self, x: float, y: float) -> str:
        """The way to a position, which becomes the new one."""
        dx, dy = round(x) - self._x, round(y) - self._y
        self._x += dx
        self._y += dy
        return f"{dx} {dy}"

    def _write(self, command: str, numbers: str) -> Path:
        """Append a command; its letter is left out where it repeats."""
        if command == self._command:
            self._pieces.append(f" {numbers}")
        else:
            self._pieces.append(command + numbers)
            self._command = command
        return self


def cycle(count: int, turn: float = 0.0) -> list[float]:
    """``count`` angles spread evenly over the whole circle, the first at ``turn``."""
    return [turn + TAU * i / count for i in range(count)]


def spread(count: int, low: float, high: float) -> list[float]:
    """``count`` numbers evenly from ``low`` to ``high``, both included; their middle when it is one."""
    if count == 1:
        return [(low + high) / 2]
    return [low + (high - low) * i / (count - 1) for i in range(count)]
