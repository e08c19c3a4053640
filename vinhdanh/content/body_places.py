"""Where something stands in a record's body, as a place in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vinhdanh.base.problems import Location
from vinhdanh.content.reader import RawRecord
from vinhdanh.content.source_text import EXCERPT_LIMIT

_PART_OF_WORD = re.compile(r"[\w-]")


def places_of(raw: RawRecord, body: str, text: str) -> list[Location]:
    """Where a text stands in the body of `raw` as a word of its own; the body's beginning when it does not."""
    found = list(_wholly(text, body)) if text else [0]
    return [place_at(raw, body, index) for index in found or [max(0, body.find(text))]]


def place_at(raw: RawRecord, body: str, index: int) -> Location:
    """The place of the character at `index` in the body of `raw`."""
    line = body.count("\n", 0, index)
    start = body.rfind("\n", 0, index) + 1
    end = body.find("\n", index)
    excerpt = body[start : end if end >= 0 else len(body)]
    return Location(raw.location.file, raw.body_line + line + 1, index - start + 1, excerpt[:EXCERPT_LIMIT])


def _wholly(text: str, body: str) -> Iterator[int]:
    """Where a text stands in a body as a word of its own. No pattern, which would cost more to make than to use."""
    at = body.find(text)
    while at >= 0:
        end = at + len(text)
        if not _PART_OF_WORD.match(body[at - 1 : at]) and not _PART_OF_WORD.match(body, end):
            yield at
        at = body.find(text, end)
