"""Charts as plain values: where each bar and mark stands, in per cent of the width or in pixels of the height.

The templates draw them as SVG without a view box, so that letters keep their size whatever the width.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

YEARS = 60
"""Years that the line of time shows at most; older ones stand in the table only."""

RISE = 96
"""Pixels of the highest column above the line of time."""

FALL = 40
"""Pixels of the longest column below it."""

LABELS = 6
"""Labels below a line of time at most: as many as fit beside each other on a phone of 320 px."""


class Column(NamedTuple):
    """A year on the line of time: what stands above the line and what hangs below it, in pixels."""

    x: str
    width: str
    top: int
    above: int
    below: int
    marked: bool


class Label(NamedTuple):
    """A word below the line; `anchor` is the place of its text that stands at `x`."""

    text: str
    x: str
    anchor: str


class Timeline(NamedTuple):
    """A line of time with its text alternative. `line` is the height of the line, `height` that of the drawing."""

    columns: tuple[Column, ...]
    labels: tuple[Label, ...]
    line: int
    height: int
    alternative: str


def share(part: int | float, whole: int | float) -> str:
    """The length of a bar in per cent of the longest, with one decimal; whatever is not nothing can be seen."""
    if not part or not whole:
        return "0%"
    return f"{max(0.4, min(100.0, 100 * float(part) / float(whole))):.1f}%"


def timeline(
    above: Mapping[int, int], below: Mapping[int, int], marked: Sequence[int], alternative: str
) -> Timeline | None:
    """The line of time of two counts by year; None when there are fewer than two years. `marked` years stand out."""
    years = sorted({*above, *below})
    if len(years) < 2:
        return None
    last = years[-1]
    first = max(years[0], last - YEARS + 1)
    shown = range(first, last + 1)
    highest = max((above.get(year, 0) for year in shown), default=0)
    deepest = max((below.get(year, 0) for year in shown), default=0)
    columns = []
    for year in shown:
        up, down = _height(above.get(year, 0), highest, RISE), _height(below.get(year, 0), deepest, FALL)
        if up or down:
            x, width = _at(year - first + 0.15, len(shown)), _at(0.7, len(shown))
            columns.append(Column(x, width, RISE - up, up, down, year in marked))
    return Timeline(tuple(columns), _labels(shown), RISE, RISE + FALL + 24, alternative)


def _height(count: int, most: int, pixels: int) -> int:
    return max(2, round(pixels * count / most)) if count else 0


def _at(position: float, length: int) -> str:
    return f"{100 * position / length:.2f}%"


def _labels(years: range) -> tuple[Label, ...]:
    """Years at round distances; the first and the last keep inside the drawing."""
    step = next(step for step in (1, 2, 5, 10, 20) if len(years) / step <= LABELS)
    found = [year for year in years if year % step == 0]
    ends = {years[0]: "start", years[-1]: "end"}
    return tuple(
        Label(str(year), _at(year - years[0] + 0.5, len(years)), ends.get(year, "middle")) for year in found
    )
