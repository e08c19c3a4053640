"""Values between braces that a comma tore apart: in `{value: trên 30,7 tỷ đồng}` YAML takes `7 tỷ đồng` for a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import yaml

from vinhdanh.base.problems import Problem
from vinhdanh.content import yaml_messages
from vinhdanh.content.fields import Field, is_plain
from vinhdanh.content.quoting import quoted
from vinhdanh.content.source_text import SourceText


class Torn(NamedTuple):
    """What commas tore apart in one mapping: the keys that lost a part of their value, and the parts."""

    problems: Mapping[yaml.Node, Problem]
    parts: frozenset[yaml.Node]
    wholes: Mapping[yaml.Node, yaml.ScalarNode]
    """The values as they were meant, by their keys, where that is beyond doubt."""


NOTHING = Torn({}, frozenset(), {})


def torn_values(
    mapping: yaml.MappingNode, keys: Mapping[str, Field], source: SourceText, is_key: Callable[[str], bool]
) -> Torn:
    """What commas tore apart in a mapping between braces. `is_key` tells whether a word means one of the `keys`.

    A part is what YAML takes for a key without colon and value, behind a value without quotes. One that begins with the
    name of a key is none: there, the colon was forgotten.
    """
    if not mapping.flow_style:
        return NOTHING
    found: dict[yaml.Node, list[yaml.Node]] = {}
    owner: tuple[yaml.Node, yaml.Node] | None = None
    for key, value in mapping.value:
        if owner and _has_no_colon(key, source) and not is_key(key.value.split()[0]):
            found.setdefault(owner[0], [owner[1]]).append(key)
        else:
            owner = (key, value) if is_plain(value) and value.value else None
    problems = {key: _problem(key, parts, keys, source) for key, parts in found.items()}
    parts = frozenset(part for parts in found.values() for part in parts[1:])
    wholes = {key: _joined(found[key], problem.edit.old) for key, problem in problems.items() if problem.edit}
    return Torn(problems, parts, wholes)


def _joined(parts: list[yaml.Node], text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(parts[0].tag, text, parts[0].start_mark, parts[-1].end_mark)


def _has_no_colon(key: yaml.Node, source: SourceText) -> bool:
    line = key.end_mark.line + source.yaml_line
    if not is_plain(key) or not key.value.strip() or line >= len(source.lines):
        return False
    return source.lines[line][key.end_mark.column :].lstrip()[:1] in (",", "}", "")


def _problem(
    key: yaml.Node, parts: list[yaml.Node], keys: Mapping[str, Field], source: SourceText
) -> Problem:
    """What to write instead: a value in quotes or, where the key takes several values, a list."""
    start, end = parts[0].start_mark, parts[-1].end_mark
    words = [part.value for part in parts]
    field = keys.get(str(key.value))
    whole, edit = ", ".join(words), None
    if start.line == end.line:
        whole = source.lines[start.line + source.yaml_line][start.column : end.column]
        if field and not field.type.many:
            edit = source.edit_in_yaml(start.line, start.column, whole, quoted(whole))
    value = f"[{', '.join(words)}]" if field and field.type.many else quoted(whole)
    place = source.of_node(parts[1])
    return yaml_messages.COMMA_IN_VALUE.at(
        place, edit, lost=", ".join(words[1:]), fixed=f"{key.value}: {value}"
    )
