"""How deep a body may nest: Markdown's parser calls itself for each level, and searches all that is left for each
bracket that is never closed, so that a few kilobytes could keep it busy for hours.
"""

from __future__ import annotations

import re

LIMIT = 100
"""Levels of quotes and lists, and signs that wait to be closed; no text that somebody reads has as many."""

_SIGN = re.compile(r"\\.|\n[ \t]*\n|\[|\]\(|\]|\(|\)|<(?=[a-zA-Z/!?])|>")
_LEAD = re.compile(rf"^[ \t>]{{{LIMIT},}}", re.MULTILINE)
_CHAIN = re.compile(rf"(?:(?:[-*+>]|[0-9]{{1,9}}[.)])[ \t]+){{{LIMIT + 1}}}")
_MARK_ENDS = tuple(sign + blank for sign in "-*+>.)" for blank in " \t")
_INDENT = 4
"""Spaces that Markdown takes for one level of a list."""


def too_deep(body: str) -> int | None:
    """Where a Markdown body begins to nest deeper than `LIMIT`, as an index; None where it never does.

    Takes time in proportion to the body's length.
    """
    found = (_led(body), _chained(body), _unclosed(body))
    return min((at for at in found if at is not None), default=None)


def _led(body: str) -> int | None:
    """A line that begins with too many signs of quotes and too much space."""
    leads = (match for match in _LEAD.finditer(body) if _levels(match[0]) > LIMIT)
    return next((match.start() for match in leads), None)


def _levels(lead: str) -> int:
    spaces = lead.replace(">", "").expandtabs(_INDENT)
    return lead.count(">") + len(spaces) // _INDENT


def _chained(body: str) -> int | None:
    """Where list marks stand in a row; most bodies have too few of their signs, which is told faster."""
    if sum(map(body.count, _MARK_ENDS)) <= LIMIT:
        return None
    match = _CHAIN.search(body)
    return match.start() if match else None


def _unclosed(body: str) -> int | None:
    """Where there are too many brackets, links or tags open. A blank line closes brackets, but no tag."""
    brackets = links = tags = 0
    for match in _SIGN.finditer(body):
        sign = match[0]
        if sign == "[":
            brackets += 1
        elif sign == "](":
            brackets, links = max(0, brackets - 1), links + 1
        elif sign == "]":
            brackets = max(0, brackets - 1)
        elif sign == "(" and links:
            links += 1  # a link's address may hold brackets, and ends where the last of them is closed
        elif sign == ")":
            links = max(0, links - 1)
        elif sign == "<":
            tags += 1
        elif sign == ">":
            tags = max(0, tags - 1)
        elif sign[0] == "\n":
            brackets = links = 0
        if brackets > LIMIT or links > LIMIT or tags > LIMIT:
            return match.start()
    return None
