"""A record as a form shows it: plain values by the names of the model, read from YAML nodes and written as YAML lines.

Texts stay as somebody wrote them (`trên 30,7 tỷ đồng/năm`); what a form offers to choose (yes or no, options, records,
pictures) and dates have one spelling. Nothing, an empty text, an empty list and “no” are all the same: left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from vinhdanh.base.vietnamese.dates import PartialDate, parse_date
from vinhdanh.base.vietnamese.text import is_slug
from vinhdanh.content.domain_types import Day, PartyType
from vinhdanh.content.fields import MISSING, Field, FieldType, Reading, fields_of, is_empty
from vinhdanh.content.groups import Group, ListOf, field_named
from vinhdanh.content.quoting import exactly
from vinhdanh.content.scalars import Choice, MediaFile, Reference, Text, YesNo
from vinhdanh.content.source_text import SourceText, clean
from vinhdanh.editing.scaffold import scalar

Values = dict[str, Any]
"""What a form shows of a record or of a group, by the names of its fields."""

_CHOSEN = (YesNo, Choice, MediaFile, Reference)
"""Types whose values a form offers: they have one spelling."""

PARTY = ("id", "name")
"""What a form asks for where the model takes the id of a record or a plain name."""


class ShapeError(Exception):
    """What came from a form has not the shape of the form; `key` says where."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


# -- from nodes ----


def shown(node: yaml.MappingNode, fields: Mapping[str, Field], source: SourceText) -> Values:
    """What a form of these fields shows of a mapping. What is no value of its field is not shown."""
    keys = {**{alias: field for field in fields.values() for alias in field.aliases}, **fields}
    found: Values = {}
    for key_node, value_node in node.value:
        field = field_named(key_node, keys)
        if field and field.name not in found:
            value = shown_value(value_node, field.type, source)
            if value is not MISSING:
                found[field.name] = value
    return {name: found[name] for name in fields if name in found}


def shown_value(node: yaml.Node, kind: FieldType, source: SourceText) -> Any:
    """What a form shows of one value; MISSING for nothing, and for what is no value of this type."""
    if is_empty(node):
        return MISSING
    if isinstance(kind, ListOf):
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values = [shown_value(each, kind.item, source) for each in nodes]
        return [value for value in values if value is not MISSING] or MISSING
    if isinstance(kind, Group):
        return _shown_group(node, kind, source) or MISSING
    return _shown_scalar(node, kind, source) if isinstance(node, yaml.ScalarNode) else MISSING


def _shown_group(node: yaml.Node, kind: Group, source: SourceText) -> Values:
    """A group; a lone value stands for the field that the group names for that."""
    if isinstance(node, yaml.MappingNode):
        return shown(node, fields_of(kind.group), source)
    value = shown_value(node, fields_of(kind.group)[kind.short].type, source) if kind.short else MISSING
    return {} if value is MISSING else {kind.short: value}


def _shown_scalar(node: yaml.ScalarNode, kind: FieldType, source: SourceText) -> Any:
    if isinstance(kind, _CHOSEN):
        value = kind.read(node, Reading(source))
        return MISSING if value is False else value
    text = _text(node.value, kind)
    return (_party(text) if isinstance(kind, PartyType) and text else text) or MISSING


def _party(text: str) -> Values:
    """A text that has the form of an id is one, as the model reads it."""
    return {PARTY[0] if is_slug(text) else PARTY[1]: text}


def _text(written: str, kind: FieldType) -> str:
    """A text without what cannot be seen, on one line where the model wants one; a date as the model writes it."""
    lines = map(_seen, clean(written).splitlines())
    if isinstance(kind, Text) and kind.lines:
        return "\n".join(line.rstrip() for line in lines).strip()
    text = " ".join(" ".join(lines).split())
    date = parse_date(text) if isinstance(kind, Day) else None
    return date.iso if isinstance(date, PartialDate) else text


def _seen(line: str) -> str:
    return line if line.isprintable() else "".join(sign if sign.isprintable() else " " for sign in line)


# -- from a form ----


def tidy(given: object, fields: Mapping[str, Field]) -> Values:
    """What a form says, in the one shape that `shown` gives. Raises ShapeError."""
    if not isinstance(given, Mapping):
        raise ShapeError("")
    found: Values = {}
    for name, field in fields.items():
        value = _tidied(given.get(name), field.type, name)
        if value is not MISSING:
            found[name] = value
    return found


def _tidied(given: object, kind: FieldType, name: str) -> Any:
    if given in (None, False, "", [], {}):
        return MISSING
    match kind:
        case ListOf():
            if not isinstance(given, list):
                raise ShapeError(name)
            values = [_tidied(each, kind.item, name) for each in given]
            return [value for value in values if value is not MISSING] or MISSING
        case Group():
            return tidy(given, fields_of(kind.group)) or MISSING
        case PartyType():
            return _tidied_party(given, name)
        case YesNo():
            return True
    if isinstance(given, (Mapping, list, bool)):
        raise ShapeError(name)
    text = _text(str(given), kind)
    return _chosen(text, kind, name) if isinstance(kind, _CHOSEN) and text else text or MISSING


def _chosen(text: str, kind: FieldType, name: str) -> str:
    """A value that a form offers: nothing else can have been chosen."""
    if isinstance(kind, MediaFile):
        text = text.lstrip("/")
    node = yaml.ScalarNode("", text, style='"')
    read = kind.read(node, Reading(SourceText("", ("",), "", 0, "", 0)))
    if read is MISSING:
        raise ShapeError(name)
    return str(read)


def _tidied_party(given: object, name: str) -> Any:
    """A party: who is chosen counts before who is named."""
    if not isinstance(given, Mapping):
        raise ShapeError(name)
    texts = (_tidied(given.get(key), Text(), name) for key in PARTY)
    return next((_party(text) for text in texts if text is not MISSING), MISSING)


# -- to YAML ----


def entry(key: str, value: Any, kind: FieldType) -> list[str]:
    """A key with its value as lines of YAML in block style, as `new` writes them; the first one begins with the key."""
    if isinstance(value, list):
        return [f"{key}:", *(f"  {line}" for each in value for line in item(each, kind))]
    if isinstance(kind, Group):
        return [f"{key}:", *(f"  {line}" for line in entries(value, fields_of(kind.group)))]
    text = value if isinstance(value, str) else ""
    if isinstance(kind, Text) and "\n" in text:
        return [f"{key}: |-", *(f"  {line}".rstrip() for line in text.split("\n"))]
    return [f"{key}: {word(value, kind)}"]


def entries(values: Values, fields: Mapping[str, Field]) -> list[str]:
    """All values of a record or of a group, in the order of the model."""
    return [
        line
        for name, field in fields.items()
        if name in values
        for line in entry(name, values[name], field.type)
    ]


def item(value: Any, kind: FieldType) -> list[str]:
    """One item of a list as lines; `kind` is the type of the list."""
    inner = kind.item if isinstance(kind, ListOf) else kind
    if isinstance(inner, Group):
        lines = entries(value, fields_of(inner.group))
    elif isinstance(value, str) and "\n" in value:
        lines = ["|-", *value.split("\n")]
    else:
        lines = [word(value, inner)]
    return [f"{'  ' if number else '- '}{line}".rstrip() for number, line in enumerate(lines)]


def word(value: Any, kind: FieldType) -> str:
    """A value that stands on one line."""
    if isinstance(kind, YesNo):
        return kind.example
    if isinstance(kind, Choice):
        label = kind.options[value][0] if value in kind.options else value
        return scalar(label if kind.key_of(label) == value else value)
    text = next(iter(value.values())) if isinstance(kind, PartyType) else value
    return scalar(text) if " ".join(text.split()) == text else exactly(text)
