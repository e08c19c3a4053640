"""The model as JSON Schema: what stands in the file of a record, in that of its English twin, and in a list file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind
from vinhdanh.content.model.site import Site
from vinhdanh.content.reader import SITE, Extras, extra_fields
from vinhdanh.editing.schema.known import SLUG
from vinhdanh.editing.schema.ownership import compact_text
from vinhdanh.editing.schema.types import Schema, of_field

DRAFT = "http://json-schema.org/draft-07/schema#"

_ID: Schema = {
    "title": "Mã",
    "markdownDescription": "**Mã** · Id · **bắt buộc**\n\nChữ thường không dấu, nối bằng gạch ngang, không đổi về sau.",
    "type": "string",
    "pattern": SLUG,
}
_BODY: Schema = {
    "title": "Thân bài",
    "markdownDescription": "**Thân bài** · Body\n\nViết bằng Markdown, sau dấu `|`.",
    "type": "string",
}


def schemas(site: Site) -> Mapping[str, Schema]:
    """Every schema file by its name: `model` with all definitions; for each kind `person`, `person.en`, `people`."""
    extras = extra_fields(site)
    definitions: dict[str, Schema] = {}
    for kind in KINDS:
        definitions.update(_kind(kind, extras))
    definitions[SITE] = _object(SITE, fields_of(Site))
    definitions[f"{SITE}.en"] = _object(f"{SITE}.en", fields_of(Site), complete=False)
    for group in sorted(_groups(), key=lambda group: group.__name__):
        definitions[group.__name__] = _object(group.__name__, fields_of(group))
    names = [name for kind in KINDS for name in (kind.key, f"{kind.key}.en", kind.folder)]
    doors = {name: {"allOf": [_reference(name)]} for name in (*names, SITE, f"{SITE}.en")}
    return {"model": {"definitions": definitions}, **doors}


def texts(schemas: Mapping[str, Schema]) -> Mapping[str, str]:
    """The same as texts of files, sealed."""
    return {name: compact_text({"$schema": DRAFT, **schema}) for name, schema in schemas.items()}


def _kind(kind: Kind, extras: Extras) -> Mapping[str, Schema]:
    record: type = kind.record
    fields = {**fields_of(record), **extras.get(kind.key, {})}
    whole = _object(kind.key, fields, {"body": _BODY})
    entry = {name: _reference(f"{kind.key}/properties/{name}") for name in whole["properties"]}
    listed = {**whole, "properties": {"id": _ID, **entry}, "required": ["id"]}
    twin = {**whole, "properties": entry}
    return {
        kind.key: whole,
        f"{kind.key}.en": {key: value for key, value in twin.items() if key != "allOf"},
        kind.folder: {"type": "array", "items": listed},
    }


def _reference(path: str) -> Schema:
    return {"$ref": f"model.json#/definitions/{path}"}


def _object(
    name: str, fields: Mapping[str, Field], more: Mapping[str, Schema] | None = None, *, complete: bool = True
) -> Schema:
    """A group of keys, each by its name and by its aliases, and nothing else."""
    properties = {key: of_field(field) for key, field in fields.items()} | dict(more or {})
    for field in fields.values():
        for alias in field.aliases:
            properties.setdefault(alias, _alias(name, field.name))
    required = [(field.name, *_others(field)) for field in fields.values() if field.required and complete]
    either = [{"anyOf": [{"required": [key]} for key in keys]} for keys in required]
    whole: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**whole, "allOf": either} if either else whole


def _others(field: Field) -> tuple[str, ...]:
    return tuple(alias for alias in field.aliases if alias != field.name)


def _alias(owner: str, name: str) -> Schema:
    """Another name of a key: read as well, and not offered."""
    return {
        "allOf": [_reference(f"{owner}/properties/{name}")],
        "deprecationMessage": f"Cũng đọc được, nhưng nên viết: {name}",
        "doNotSuggest": True,
    }


def _groups() -> set[type]:
    """Every group of keys that some field has."""
    found: set[type] = set()
    waiting: list[type] = [*(kind.record for kind in KINDS), Site]
    while waiting:
        for group in _inside(field.type for field in fields_of(waiting.pop()).values()):
            if group not in found:
                found.add(group)
                waiting.append(group)
    return found


def _inside(types: Iterable[FieldType]) -> Iterator[type]:
    for kind in types:
        inner: Any = kind.item if isinstance(kind, ListOf) else kind
        if isinstance(inner, Group):
            yield inner.group
