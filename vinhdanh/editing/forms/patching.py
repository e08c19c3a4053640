"""Puts what a form changed into the text of a record, where it stands; every other character stays as it is.

A change replaces a stretch of the YAML part. Lists are compared item by item and groups key by key, so that remarks
between them stay; where a value has another shape than before, or stands in braces, it is written anew as a whole.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from vinhdanh.content.fields import MISSING, Field, FieldType, fields_of, is_empty
from vinhdanh.content.groups import Group, ListOf, field_named
from vinhdanh.content.source_text import SourceText
from vinhdanh.editing.forms.values import Values, entry, item, shown_value, word

_REMARK = re.compile(r"\s+#.*$")


class Change(NamedTuple):
    """What stands from one place up to another (lines and columns from 0, in the file) becomes `new`."""

    start: tuple[int, int]
    end: tuple[int, int]
    new: str


class Patch:
    """Finds the changes for one source."""

    def __init__(self, source: SourceText, *, whole: bool = False) -> None:
        """`source` is the text that the nodes were composed of; `whole` rewrites lists and groups that differ."""
        self._source = source
        self._whole = whole

    def mapping(
        self, node: yaml.MappingNode, fields: Mapping[str, Field], old: Values, new: Values
    ) -> Iterator[Change]:
        """The changes that make a mapping which says `old` say `new`, as far as these fields go."""
        keys = {**{alias: field for field in fields.values() for alias in field.aliases}, **fields}
        there: dict[str, int] = {}
        for number, (key_node, _) in enumerate(node.value):
            field = field_named(key_node, keys)
            if field:
                there.setdefault(field.name, number)
        for name, number in there.items():
            if name in new and new[name] != old.get(name):
                key, value = node.value[number]
                yield from self._value(key, value, fields[name].type, old.get(name), new[name])
            elif name in old and name not in new:
                yield self._without(node, number)
        yield from self._added(node, fields, there, new)

    def whole_item(self, node: yaml.Node) -> Change:
        """The change that takes an item out of a list."""
        return Change((self._line(node), 0), (self._line_after(node), 0), "")

    def _added(
        self, node: yaml.MappingNode, fields: Mapping[str, Field], there: Mapping[str, int], new: Values
    ) -> Iterator[Change]:
        """Keys that were not there, each behind the last one that comes before it in the model."""
        column = node.value[0][0].start_mark.column if node.value else 0
        place = -1 if self._begins_line(node) else 0
        groups: dict[int, list[str]] = {}
        for name, field in fields.items():
            if name in there:
                place = max(place, there[name])
            elif name in new:
                groups.setdefault(place, []).extend(entry(name, new[name], field.type))
        for after, lines in groups.items():
            line = self._line_after(node.value[after][1]) if after >= 0 else self._first_line(node)
            yield Change((line, 0), (line, 0), "".join(f"{' ' * column}{each}\n" for each in lines))

    def _value(
        self, key: yaml.Node, value: yaml.Node, kind: FieldType, old: Any, new: Any
    ) -> Iterator[Change]:
        if isinstance(kind, ListOf) and isinstance(value, yaml.SequenceNode) and self._is_patched(value):
            yield from self._sequence(value, kind, new)
        elif isinstance(kind, Group) and isinstance(value, yaml.MappingNode) and self._is_patched(value):
            yield from self.mapping(value, fields_of(kind.group), old or {}, new)
        else:
            yield self._rewritten(key, value, kind, new)

    def _sequence(self, node: yaml.SequenceNode, kind: ListOf, new: Sequence[Any]) -> Iterator[Change]:
        """Changes of a list, item by item; what is no value for a form stays where it is."""
        shown = [(each, shown_value(each, kind.item, self._source)) for each in node.value]
        nodes = [each for each, value in shown if value is not MISSING]
        old = [value for _, value in shown if value is not MISSING]
        matcher = difflib.SequenceMatcher(None, [_mark(each) for each in old], [_mark(each) for each in new])
        for what, i, j, k, m in matcher.get_opcodes():
            if what == "equal":
                continue
            both = min(j - i, m - k)
            for number in range(both):
                yield from self._item(node, nodes[i + number], kind, old[i + number], new[k + number])
            for each in nodes[i + both : j]:
                yield self.whole_item(each)
            if k + both < m:
                at = (
                    self._line_after(nodes[j - 1])
                    if j
                    else self._line(nodes[0])
                    if nodes
                    else self._line(node)
                )
                lines = [line for value in new[k + both : m] for line in item(value, kind)]
                indent = " " * node.start_mark.column
                yield Change((at, 0), (at, 0), "".join(f"{indent}{line}\n" for line in lines))

    def _item(
        self, node: yaml.SequenceNode, each: yaml.Node, kind: ListOf, old: Any, new: Any
    ) -> Iterator[Change]:
        if isinstance(kind.item, Group) and isinstance(each, yaml.MappingNode) and _is_block(each):
            yield from self.mapping(each, fields_of(kind.item.group), old, new)
        else:
            indent = " " * node.start_mark.column
            text = "".join(f"{indent}{line}\n" for line in item(new, kind))
            first, last = self._line(each), self._line_after(each)
            remark = self._remark_behind(each)
            yield Change((first, 0), (last, 0), text.replace("\n", f"{remark}\n", 1))

    def _rewritten(self, key: yaml.Node, value: yaml.Node, kind: FieldType, new: Any) -> Change:
        """The value of a key written anew, and the remark behind it kept."""
        lines = entry(key.value, new, kind)
        on_one_line = value.start_mark.line == value.end_mark.line and len(lines) == 1
        if on_one_line and not is_empty(value):
            return Change(self._start(value), self._end(value), word(new, kind))
        indent = " " * key.start_mark.column
        text = f"{lines[0]}{self._remark_behind(value)}\n" + "".join(
            f"{indent}{line}\n" for line in lines[1:]
        )
        return Change(self._start(key), (self._line_after(value), 0), text)

    def _without(self, node: yaml.MappingNode, number: int) -> Change:
        """A mapping without one of its pairs. Where that opens an item of a list, the next pair takes its place."""
        key, value = node.value[number]
        if number == 0 and not self._begins_line(node) and len(node.value) > 1:
            return Change(self._start(key), self._start(node.value[1][0]), "")
        return Change((self._line(key), 0), (self._line_after(value), 0), "")

    def _is_patched(self, node: yaml.CollectionNode) -> bool:
        """Whether a list or a group that differs is patched, not rewritten."""
        return _is_block(node) and not self._whole

    # -- places ----

    def _begins_line(self, node: yaml.MappingNode) -> bool:
        """Whether nothing stands before the first key of a mapping on its line."""
        if not node.value:
            return True
        line, column = self._start(node.value[0][0])
        return not self._source.lines[line][:column].strip()

    def _first_line(self, node: yaml.MappingNode) -> int:
        return self._line(node.value[0][0]) if node.value else self._source.yaml_line

    def _line(self, node: yaml.Node) -> int:
        return node.start_mark.line + self._source.yaml_line

    def _start(self, node: yaml.Node) -> tuple[int, int]:
        return self._line(node), node.start_mark.column

    def _end(self, node: yaml.Node) -> tuple[int, int]:
        return node.end_mark.line + self._source.yaml_line, node.end_mark.column

    def _line_after(self, node: yaml.Node) -> int:
        """The line behind the last one of a node, without the blank lines that the parser counts to it."""
        if isinstance(node, yaml.CollectionNode) and _is_block(node):
            last = node.value[-1]
            return self._line_after(last[1] if isinstance(last, tuple) else last)
        line, column = self._end(node)
        after = line + 1 if column or line == self._line(node) else line
        while after - 1 > self._line(node) and not self._source.lines[after - 1].strip():
            after -= 1
        return after

    def _remark_behind(self, node: yaml.Node) -> str:
        """The remark behind a value that stands on one line."""
        line, column = self._end(node)
        if line != self._line(node):
            return ""
        found = _REMARK.match(self._source.lines[line][column:])
        return found[0] if found else ""


def _is_block(node: yaml.CollectionNode) -> bool:
    """Whether a list or a group stands on lines of its own, not in brackets or braces."""
    return not node.flow_style and bool(node.value)


def _mark(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_ENDS = re.compile(r"(\r\n|\r|\n)")


def applied(data: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes of a file after changes that do not overlap, its line ends and byte-order mark as they were."""
    mark, text = ("\ufeff", data[3:].decode()) if data.startswith(b"\xef\xbb\xbf") else ("", data.decode())
    pieces = _ENDS.split(text)
    lines, ends = pieces[::2], [*pieces[1::2], ""]
    usual = next(iter(pieces[1::2]), "\n")
    offsets = [0]
    for line, end in zip(lines, ends, strict=True):
        offsets.append(offsets[-1] + len(line) + len(end))

    def offset(place: tuple[int, int]) -> int:
        return min(offsets[min(place[0], len(lines))] + place[1], len(text))

    ordered = sorted(enumerate(changes), key=lambda each: (each[1].start, each[1].end, each[0]), reverse=True)
    for _, (start, end, new) in ordered:
        before = text[: offset(start)]
        if new and before and start[1] == 0 and before[-1] not in "\r\n":
            before += usual  # the last line of the file has no end of its own
        text = before + new.replace("\n", usual) + text[offset(end) :]
    return (mark + text).encode()
