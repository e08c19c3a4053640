"""Field types of several values: lists, and groups of labelled fields."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import yaml

from vinhdanh.base.digest import Plain
from vinhdanh.base.problems import has_errors
from vinhdanh.base.vietnamese.text import fold, slugify
from vinhdanh.base.vietnamese.typos import typo_of
from vinhdanh.content import value_messages, yaml_messages
from vinhdanh.content.fields import (
    GUESSES,
    MISSING,
    Field,
    FieldType,
    Reading,
    fields_of,
    is_empty,
    keys_of,
    nearest,
    wrong_shape,
)
from vinhdanh.content.private_keys import is_never_published
from vinhdanh.content.source_text import clean
from vinhdanh.content.torn_values import torn_values


@functools.cache
def _loaders(group: type) -> Mapping[str, Callable[[Plain], Any]]:
    return {name: item.type.load for name, item in fields_of(group).items()}


def load_group(group: type, plain: Mapping[str, Plain], **given: Any) -> Any:
    """A dataclass of the model from its plain values and what is given ready; other fields keep their defaults."""
    loaders = _loaders(group)
    return group(**given, **{name: loaders[name](value) for name, value in plain.items()})


class ListOf(FieldType):
    """A list of one type of value; a single value stands for a list of one."""

    name = "list"
    many = True

    def __init__(self, item: FieldType) -> None:
        self.item = item
        self.example = f"[{item.example}]"

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values = (self.item.read(child, reading) for child in nodes)
        return [value for value in values if value is not MISSING]

    def load(self, plain: Plain) -> Any:
        return tuple(map(self.item.load, plain))


class Group(FieldType):
    """A group of labelled fields; `short` names the field that a lone value stands for."""

    name = "group"
    words = ("một nhóm mục", "a group of keys")

    def __init__(self, group: type, short: str = "") -> None:
        self.group = group
        self.short = short
        self.example = f"{{{', '.join(f'{key}: …' for key in list(fields_of(group))[:2])}}}"

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        if isinstance(node, yaml.MappingNode):
            return self._read_whole(node, reading)
        if self.short and isinstance(node, yaml.ScalarNode):
            return self._read_short(node, reading)
        return wrong_shape(node, reading, self)

    def _read_short(self, node: yaml.ScalarNode, reading: Reading) -> Plain:
        """The group that a lone value stands for, if that is all that the group must have."""
        fields = fields_of(self.group)
        value = fields[self.short].type.read(node, reading)
        if value is MISSING:
            return MISSING
        lacking = [item for name, item in fields.items() if item.required and name != self.short]
        for item in lacking:
            _note_missing(node, item, reading)
        return MISSING if lacking else {self.short: value}

    def _read_whole(self, node: yaml.MappingNode, reading: Reading) -> Plain:
        """The values of a group; a group that lacks what it must have is left out as a whole, also in a translation."""
        fields = fields_of(self.group)
        outer, reading.complete = reading.complete, True
        values = read_mapping(node, fields, keys_of(self.group), reading)
        reading.complete = outer
        return (
            MISSING if any(item.required and name not in values for name, item in fields.items()) else values
        )

    def load(self, plain: Plain) -> Any:
        return load_group(self.group, plain)


def read_mapping(
    node: yaml.MappingNode, fields: Mapping[str, Field], keys: Mapping[str, Field], reading: Reading
) -> dict[str, Plain]:
    """The plain values of a mapping by field name. Unknown, double, empty and missing keys are noted as problems."""
    values: dict[str, Plain] = {}
    seen: dict[str, int] = {}
    outer = reading.key
    torn = torn_values(node, keys, reading.source, lambda word: _meant(word, keys) is not None)
    reading.problems.extend(torn.problems.values())
    for key_node, value_node in node.value:
        item = None if key_node in torn.parts else _field_for(key_node, keys, node, reading)
        if item is None:
            continue
        line = key_node.start_mark.line + reading.source.yaml_line + 1
        if item.name in seen:
            reading.report(yaml_messages.DUPLICATE_KEY, key_node, key=key_node.value, first=seen[item.name])
            continue
        seen[item.name] = line
        if key_node.value != item.name:
            reading.notice(value_messages.KEY_ALIAS, key_node, item.name, key=key_node.value)
        if key_node in torn.problems and key_node not in torn.wholes:
            continue
        reading.key = item.name
        value = _read_value(item, key_node, torn.wholes.get(key_node, value_node), reading)
        if value is not MISSING:
            values[item.name] = value
    reading.key = outer
    if reading.complete:
        for item in fields.values():
            if item.required and item.name not in seen:
                _note_missing(node, item, reading)
    return values


def _read_value(item: Field, key_node: yaml.Node, value_node: yaml.Node, reading: Reading) -> Plain:
    """The plain value of one key, or MISSING. What must be there is missing too when it is written but empty."""
    must = item.required and reading.complete
    before = len(reading.problems)
    if not is_empty(value_node):
        value = item.type.read(value_node, reading)
    else:
        value = MISSING if must else reading.report(value_messages.EMPTY_VALUE, key_node, key=key_node.value)
    if must and (value is MISSING or value == []) and not has_errors(reading.problems[before:]):
        _note_missing(key_node, item, reading)
        return MISSING
    return value


def _note_missing(node: yaml.Node, item: Field, reading: Reading) -> None:
    example = f"{item.name}: {item.type.example}"
    labels = {"label_vi": item.vi, "label_en": item.en}
    reading.report(value_messages.MISSING_REQUIRED, node, key=item.name, example=example, **labels)


def field_named(node: yaml.Node, keys: Mapping[str, Field]) -> Field | None:
    """The field that a key names: by its name, by an alias, or by either with other signs and capitals."""
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    if written in keys:
        return keys[written]
    key = clean(written).strip()
    return keys.get(key) or keys.get(slugify(key).replace("-", "_"))


def _field_for(
    node: yaml.Node, keys: Mapping[str, Field], mapping: yaml.MappingNode, reading: Reading
) -> Field | None:
    """The field that a key of `mapping` names, or None after noting a problem."""
    item = field_named(node, keys)
    if item is not None:
        return item
    key = clean(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
    if is_never_published(key):
        reading.report(value_messages.NEVER_PUBLISH, node, key=key)
        return None
    _note_unknown(node, key, keys, mapping, reading)
    return None


def _note_unknown(
    node: yaml.Node, key: str, keys: Mapping[str, Field], mapping: yaml.MappingNode, reading: Reading
) -> None:
    """Note a key that names no field, with the one that was probably meant."""
    guessing = len(reading.problems) < GUESSES
    near = nearest(key, {fold(known).replace("_", " "): known for known in keys}) if guessing else None
    name = keys[_by_folded(near, keys)].name if near else ""
    known = ", ".join(dict.fromkeys(item.name for item in keys.values()))
    meant = _meant(key, keys) if guessing else None
    alone = meant and sum(_meant(other.value, keys) == meant for other, _ in mapping.value) == 1
    reading.report(
        value_messages.UNKNOWN_KEY,
        node,
        reading.source.edit_of_node(node, meant) if meant and alone else None,
        key=key,
        guess_vi=f" Có phải ý là “{name}”?" if name else "",
        guess_en=f" Did you mean “{name}”?" if name else "",
        advice_vi=f"Sửa thành “{name}:”." if name else f"Các mục dùng được: {known}.",
        advice_en=f"Change it to “{name}:”." if name else f"Known keys: {known}.",
    )


def _meant(written: object, keys: Mapping[str, Field]) -> str | None:
    """The name of the field that a key means, also by a single slip; None when it means none beyond doubt."""
    key = slugify(clean(written)).replace("-", "_") if isinstance(written, str) else ""
    item = keys.get(key)
    return item.name if item else typo_of(key, {known: field.name for known, field in keys.items()})


def _by_folded(near: str, keys: Mapping[str, Field]) -> str:
    return next(known for known in keys if fold(known).replace("_", " ") == near)
