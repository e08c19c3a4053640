"""Forms of the VS Code extension Front Matter, which shows the keys of a Markdown file with labels and hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind
from vinhdanh.content.scalars import Choice, MediaFile, Number, Reference, Text, YesNo
from vinhdanh.editing.schema.ownership import json_text

_IN_LISTS = ("source", "place", "sector")
"""Kinds whose records stand in list files, which the extension cannot pick from."""


def file() -> str:
    """The whole of `frontmatter.json`."""
    groups = {group.__name__: group for kind in KINDS for group in _groups(kind.record)}
    return json_text(
        {
            "$schema": "https://frontmatter.codes/frontmatter.schema.json",
            "frontMatter.framework.id": "other",
            "frontMatter.content.publicFolder": "content",
            "frontMatter.content.autoUpdateDate": False,
            "frontMatter.content.draftField": {"name": "draft", "type": "boolean"},
            "frontMatter.content.pageFolders": [_folder(kind) for kind in KINDS],
            "frontMatter.taxonomy.contentTypes": [_content_type(kind) for kind in KINDS],
            "frontMatter.taxonomy.fieldGroups": [
                {"id": name, "fields": [_field(field) for field in fields_of(group).values()]}
                for name, group in sorted(groups.items())
            ],
        }
    )


def _folder(kind: Kind) -> dict[str, Any]:
    return {
        "title": kind.many[0],
        "path": f"[[workspace]]/content/{kind.folder}",
        "contentTypes": [kind.key],
        "excludeSubdir": True,
    }


def _content_type(kind: Kind) -> dict[str, Any]:
    record: type = kind.record
    fields = [_field(field) for field in fields_of(record).values()]
    return {"name": kind.key, "fileType": "md", "pageBundle": False, "fields": fields}


def _field(field: Field) -> dict[str, Any]:
    return {
        "title": field.vi,
        "name": field.name,
        **_type(field.type),
        "description": field.hint[0],
        "required": field.required,
    }


def _type(kind: FieldType) -> dict[str, Any]:
    """The kind of form for a type. Dates are texts there: its own picker knows whole days only."""
    match kind:
        case ListOf():
            return _many(kind.item)
        case Group():
            return {"type": "fields", "fields": [_field(field) for field in fields_of(kind.group).values()]}
        case Choice():
            return {"type": "choice", "choices": [vi for vi, _ in kind.options.values() if kind.key_of(vi)]}
        case Reference() if _is_picked(kind):
            return {
                "type": "contentRelationship",
                "contentTypeName": kind.kinds[0],
                "contentTypeValue": "slug",
            }
    single = not (isinstance(kind, Text) and kind.lines)
    return dict(_PLAIN.get(type(kind), {"type": "string", "single": single}))


_PLAIN: Mapping[type[FieldType], dict[str, str]] = {
    YesNo: {"type": "boolean"},
    Number: {"type": "number"},
    MediaFile: {"type": "image"},
}


def _many(item: FieldType) -> dict[str, Any]:
    if isinstance(item, Group):
        return {"type": "block", "fieldGroup": [item.group.__name__]}
    if isinstance(item, Choice) or (isinstance(item, Reference) and _is_picked(item)):
        return {**_type(item), "multiple": True}
    return {"type": "list"}


def _is_picked(kind: Reference) -> bool:
    return len(kind.kinds) == 1 and kind.kinds[0] not in _IN_LISTS


def _groups(owner: type) -> list[type]:
    """The groups that lists of a record or a group are made of, those inside them too."""
    found: list[type] = []
    for field in fields_of(owner).values():
        kind = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(kind, Group):
            found += [kind.group, *_groups(kind.group)]
    return found
