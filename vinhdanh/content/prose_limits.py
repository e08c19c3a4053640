"""How much a body may hold before it is refused, with the place from which on it is too much.

Python-Markdown (3.11) needs time that grows with the square of some inputs, and makes much of little of others. The
limits keep every body that was tried (`python3 -m tests.fuzz`, `docs/hostile-input.md`) below a second of processor
time; each stands far above what people write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vinhdanh.content import nesting

LENGTH_LIMIT = 30_000
"""Characters of a body: half an hour of reading, and three times the longest text of the project's own content."""

LINES_LIMIT = 300
"""Headings, rules and definitions of links in one paragraph: the parser copies what is left of it for each of them."""

TAGS_LIMIT = 3_000
"""HTML tags in a body: the parser searches what is left for each that stands among Markdown."""

CELLS_LIMIT = 20_000
"""Cells of a table. Rows are filled up to as many cells as the head has, so that one long line times many short ones
makes tens of millions of cells of a body of some kilobytes."""

TICKS_LIMIT = 100_000
"""Backticks times bars in one line of a table: each bar is compared with each piece of code."""

LINKED_LIMIT = 2_000_000
"""Characters that definitions of links may become: a long address that is named often is written out each time."""

_PARAGRAPH = re.compile(r"\n[ \t>]*\n")
_STARTER = re.compile(
    r"^[ \t>]*(?:#|(?:=+|-+)[ \t]*$|(?:[-*_][ \t]*){3,}$|[-*+][ \t]*$|\[[^\]\n]*\]:)", re.MULTILINE
)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]*\]:(?:[^\n]*\n?){1,3}", re.MULTILINE)


class Excess(NamedTuple):
    """What there is too much of in a body, and the index from which on."""

    kind: str
    """`length`, `depth`, `lines`, `tags`, `cells` or `links`."""
    at: int


def excess(body: str) -> Excess | None:
    """What there is too much of in a Markdown body, or None. Takes time in proportion to the body's length."""
    if len(body) > LENGTH_LIMIT:
        return Excess("length", LENGTH_LIMIT)
    deep = nesting.too_deep(body)
    if deep is not None:
        return Excess("depth", deep)
    return _crowded_paragraph(body) or _tags(body) or _links(body)


def _crowded_paragraph(body: str) -> Excess | None:
    for at, text in _paragraphs(body):
        if text.count("\n") >= LINES_LIMIT:
            starters = _STARTER.finditer(text)
            for number, match in enumerate(starters):
                if number == LINES_LIMIT:
                    return Excess("lines", at + match.start())
        if "|" in text and _too_many_cells(text):
            return Excess("cells", at + len(text) - len(text.lstrip("\n")))
    return None


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """The pieces of a body between blank lines, with the index where each begins."""
    start = 0
    for match in _PARAGRAPH.finditer(body):
        yield start, body[start : match.start()]
        start = match.end()
    yield start, body[start:]


def _too_many_cells(paragraph: str) -> bool:
    lines = paragraph.split("\n")
    bars = [line.count("|") for line in lines]
    ticks = (line.count("`") for line in lines)
    dear = any(bar * tick > TICKS_LIMIT for bar, tick in zip(bars, ticks, strict=True))
    return dear or (max(bars) + 1) * len(lines) > CELLS_LIMIT


def _tags(body: str) -> Excess | None:
    if body.count("<") <= TAGS_LIMIT:
        return None
    for number, match in enumerate(_TAG.finditer(body)):
        if number == TAGS_LIMIT:
            return Excess("tags", match.start())
    return None


def _links(body: str) -> Excess | None:
    uses = body.count("[")
    if "]:" not in body:
        return None
    long = (match.start() for match in _DEFINITION.finditer(body) if len(match[0]) * uses > LINKED_LIMIT)
    at = next(long, None)
    return None if at is None else Excess("links", at)
