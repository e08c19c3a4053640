"""Private words in the texts of one record, each at its place, until somebody confirms that they may stand there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import yaml

from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import value_messages
from vinhdanh.content.private_text import is_suspect, traces
from vinhdanh.content.source_text import SourceText

OFFICES = ("page", "organisation", "source", "site")
"""Kinds in which an office may tell how to reach it: its telephone and its mail are not a person's."""

_ADDRESS = re.compile(r"https?://\S+|(?:tel|sms|callto|facetime):[^\s)>\"']+", re.IGNORECASE)
"""Addresses: a number in one of another site is nobody's telephone, and a link to a telephone is told as such."""


def in_record(
    kind: str,
    texts: Collection[tuple[yaml.Node, str]],
    body: tuple[str, int],
    source: SourceText,
    confirmed: Collection[str],
) -> Iterator[Problem]:
    """What looks private in a record of a kind: in its `texts`, which are nodes with what was read of each, and in its
    `body`, which is given with the line, counted from 0, on which it begins.
    """
    whole = "\n".join([*(text for _, text in texts), body[0]])
    if not is_suspect(whole) or not any(traces(whole)):
        return  # almost always: told for all texts at once
    for node, text in texts:
        line, column = node.start_mark.line + source.yaml_line, node.start_mark.column
        last = node.end_mark.line + source.yaml_line
        for words, labels in _found(kind, text, confirmed):
            yield _told(words, labels, _place(source, line, column, last, words))
    text = _ADDRESS.sub(lambda match: " " * len(match[0]), body[0])
    for words, labels in _found(kind, text, confirmed):
        yield _told(words, labels, _place(source, body[1], 0, len(source.lines) - 1, words))


def _told(words: str, labels: Mapping[str, str], place: Location) -> Problem:
    return value_messages.PRIVATE_TEXT.at(place, found=words, **labels)


def _found(kind: str, text: str, confirmed: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
    office = kind in OFFICES
    for trace in dict.fromkeys(traces(text)):
        if not (office and trace.public_contact) and trace.words not in confirmed:
            yield trace.words, {"what_vi": trace.what[0], "what_en": trace.what[1]}


def _place(source: SourceText, line: int, column: int, last: int, words: str) -> Location:
    """Where words first stand from a place on; the place itself where they go over several lines."""
    for number in range(line, min(last, len(source.lines) - 1) + 1):
        at = source.lines[number].find(words, column if number == line else 0)
        if at >= 0:
            return source.location(number, at)
    return source.location(line, column)
