"""How deep a body may nest: Markdown's parser calls itself for each level, and searches all that is left for each
bracket that is never closed, so that a few kilobytes could keep it busy for hours.
"""

from __future__ import annotations

import re

LIMIT = 100
"""Levels of quotes and lists, and signs that wait to be closed; no text that somebody reads has as many."""

_SIGN = re.compile(r"\\.|\n[ \t]*\n|\[|\]\(|\]|\)|<(?=[a-zA-Z/!?])|>")
_LEAD = re.compile(rf"^[ \t>]{{{LIMIT},}}", re.MULTILINE)
_CHAIN = re.compile(rf"(?:(?:[-*+>]|[0-9]{{1,9}}[.)])[ \t]+){{{LIMIT + 1}}}")
_MARK_ENDS = tuple(sign + blank for sign in "-*+>.)" for blank in " \t")
_INDENT = 4
"""Spaces that Markdown takes for one level of a list."""


def too_deep(body: str) -> bool:
    """Whether a Markdown body nests deeper than `LIMIT`. Takes time in proportion to its length."""
    leads = (match[0] for match in _LEAD.finditer(body))
    return any(_levels(lead) > LIMIT for lead in leads) or _chained(body) or _unclosed(body) > LIMIT


def _chained(body: str) -> bool:
    """Whether list marks stand in a row; most bodies have too few of their signs, which is told faster."""
    return sum(map(body.count, _MARK_ENDS)) > LIMIT and _CHAIN.search(body) is not None


def _levels(lead: str) -> int:
    spaces = lead.replace(">", "").expandtabs(_INDENT)
    return lead.count(">") + len(spaces) // _INDENT


def _unclosed(body: str) -> int:
    """The most brackets, links or tags that are open at one place. A blank line closes brackets, but no tag."""
    brackets = links = tags = most = 0
    for match in _SIGN.finditer(body):
        sign = match[0]
        if sign == "[":
            brackets += 1
        elif sign == "](":
            brackets, links = max(0, brackets - 1), links + 1
        elif sign == "]":
            brackets = max(0, brackets - 1)
        elif sign == ")":
            links = max(0, links - 1)
        elif sign == "<":
            tags += 1
        elif sign == ">":
            tags = max(0, tags - 1)
        elif sign[0] == "\n":
            brackets = links = 0
        most = max(most, brackets, links, tags)
    return most
