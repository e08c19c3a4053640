"""From bytes to text that can be pointed at: encoding, line ends, front matter and body, each at its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from vinhdanh.base.problems import Edit, Location, Problem
from vinhdanh.content import file_messages

FRONT_MATTER_LIMIT = 50_000
"""Characters of front matter that are read: ten times the longest of the project's own content. More is a body in the
wrong place, and full of mistakes it would take seconds to tell them all."""

YAML_LIMIT = 20_000_000
"""Characters of a YAML file that are read: room for some fifty thousand short records in one list file."""

EXCERPT_LIMIT = 160
"""Characters of a line that a problem shows."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000-\uf8ff]")
"""Zero-width characters that pasting brings along; those that turn the direction of letters, so that a name can be read
otherwise than it is written (Unicode Technical Report 36, 2.5); and private-use ones, which the engine keeps for its
own marks."""

_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters, and what no XML may hold (XML 1.0, production 2): a feed with one of them cannot be read."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)

_ODD_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line ends of Unicode (UAX #14, classes BK and NL), as Word and PDF leave them, that no editor shows or numbers as
such; YAML counts some of them as lines."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text file as somebody sees it in an editor, with the part that is YAML and the part that is prose."""

    file: str
    lines: tuple[str, ...]
    yaml_text: str
    yaml_line: int
    body: str
    body_line: int

    def location(self, line: int, column: int) -> Location:
        """The place `line`, `column` (from 0, in the file) as a problem shows it; behind the end, that is the end."""
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        return Location(self.file, line + 1, column + 1, self.lines[line][:EXCERPT_LIMIT])

    def in_yaml(self, line: int, column: int) -> Location:
        """The place `line`, `column` (from 0, in the YAML part)."""
        return self.location(line + self.yaml_line, column)

    def edit_in_yaml(self, line: int, column: int, old: str, new: str) -> Edit:
        """The mending that makes `new` of `old` at `line`, `column` (from 0, in the YAML part)."""
        return Edit(line + self.yaml_line + 1, column + 1, old, new)

    def written(self, node: yaml.Node) -> str:
        """A node as it stands in the file, with its quotes; empty when it goes over several lines."""
        start, end = node.start_mark, node.end_mark
        if not start or not end or start.line != end.line:
            return ""
        return self.lines[start.line + self.yaml_line][start.column : end.column]

    def edit_of_node(self, node: yaml.Node, new: str) -> Edit | None:
        """The mending that writes `new` instead of a node; None when the node goes over several lines."""
        old = self.written(node)
        return self.edit_in_yaml(node.start_mark.line, node.start_mark.column, old, new) if old else None

    def of_node(self, node: yaml.Node | yaml.Event) -> Location:
        """Where a node or an event of the YAML part begins."""
        mark = node.start_mark
        return self.in_yaml(mark.line, mark.column) if mark else self.in_yaml(0, 0)


def decode(file: str, data: bytes) -> str | Problem:
    """The text of a file, line ends as `\\n` and without byte-order mark, or why it is no text."""
    if not data.strip():
        return file_messages.EMPTY_FILE.at(Location(file))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file_messages.NOT_UTF8.at(Location(file))
    if b"\0" in data:
        return file_messages.BINARY_FILE.at(Location(file))
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return file_messages.NOT_UTF8.at(_place_of_byte(file, data, error.start))
    return _ODD_LINE_ENDS.sub(" ", _with_unix_lines(text))


def _with_unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _place_of_byte(file: str, data: bytes, position: int) -> Location:
    before, whole = (
        _with_unix_lines(part.decode("utf-8-sig", "replace")) for part in (data[:position], data)
    )
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    return Location(file, line + 1, column + 1, whole.split("\n")[line][:EXCERPT_LIMIT])


def split_markdown(file: str, text: str, example_key: str) -> SourceText | Problem:
    """A Markdown file in its two parts. `example_key` is named when the front matter is missing."""
    lines = tuple(text.split("\n"))
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.match(lines[first]):
        excerpt = lines[first][:EXCERPT_LIMIT]
        return file_messages.NO_FRONT_MATTER.at(Location(file, first + 1, 1, excerpt), key=example_key)
    for number in range(first + 1, len(lines)):
        if _FENCE.match(lines[number]):
            return _parts(file, lines, first + 1, number)
    return file_messages.UNCLOSED_FRONT_MATTER.at(Location(file, first + 1, 1, lines[first]))


def _parts(file: str, lines: tuple[str, ...], first: int, fence: int) -> SourceText | Problem:
    yaml = "\n".join(lines[first:fence]) + "\n"
    if len(yaml) > FRONT_MATTER_LIMIT:
        return file_messages.TOO_LARGE.at(Location(file, first), size=len(yaml), limit=FRONT_MATTER_LIMIT)
    return SourceText(file, lines, yaml, first, clean("\n".join(lines[fence + 1 :])), fence + 1)


def whole_yaml(file: str, text: str) -> SourceText | Problem:
    """A YAML file; a `---` line that opens it is part of YAML itself and does no harm."""
    if len(text) > YAML_LIMIT:
        return file_messages.TOO_LARGE.at(Location(file), size=len(text), limit=YAML_LIMIT)
    lines = tuple(text.split("\n"))
    return SourceText(file, lines, text, 0, "", len(lines))


def not_composed(source: SourceText) -> Iterator[Problem]:
    """A notice for each line whose letters and marks are typed apart (UAX #15, form NFD)."""
    for number, line in enumerate(source.lines):
        if not line.isascii() and not unicodedata.is_normalized("NFC", line):
            edit = Edit(number + 1, 1, line, unicodedata.normalize("NFC", line))
            yield file_messages.NOT_COMPOSED.at(source.location(number, 0), edit)


def clean(text: str) -> str:
    """Text in NFC without the invisible characters that pasting brings along."""
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    return _UNSEEN.sub("", _ODD_LINE_ENDS.sub(" ", _with_unix_lines(text)))


def odd_character(text: str) -> tuple[int, str] | None:
    """Where the first control character of a text stands, and its name, such as `U+0007`; None if there is none."""
    match = _ODD.search(text)
    return (match.start(), f"U+{ord(match[0]):04X}") if match else None
