"""Files of every kind with one text wherever the model takes a text: names, titles, notes, lists, groups."""

from __future__ import annotations

import json
from typing import Any

from vinhdanh.content.domain_types import Amount, Day, FocusType, PartyType, PlaceName
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import Kind
from vinhdanh.content.scalars import Choice, MediaFile, Number, Reference, SitePath, Text, Url, YesNo

IDS = {
    "source": "bao-a",
    "award": "giai-a",
    "organisation": "tong",
    "programme": "phong-trao",
    "event": "toa-dam",
    "sector": "dien",
    "theme": "vuot-kho",
    "initiative": "ac-quy",
    "person": "hoa",
}
"""Records of `tests.showcases.FILES` that can be referred to, by kind."""

LEFT_OUT = object()

LEFT_OUT_KEYS = (
    "basis",
    "aliases",
    "predecessors",
    "motif",
    "hue",
    "icon",
    "order",
    "parent",
    "life",
    "state",
)
"""Keys whose values are of a set of their own, or that would hide the record."""


PLAIN: dict[type[FieldType], Any] = {
    Day: "2023-10-07",
    Amount: "7 tỷ đồng",
    PlaceName: "Quảng Nam",
    Url: "https://a.example/?a=1&b=%3Cscript%3E",
    Number: 7,
    **dict.fromkeys((YesNo, SitePath, MediaFile, FocusType), LEFT_OUT),
}
"""Values of types that hold no free text."""


def value(kind: FieldType, text: str) -> Any:
    """A value that a field of a type takes, with `text` wherever one can stand."""
    if isinstance(kind, ListOf):
        inner = value(kind.item, text)
        return LEFT_OUT if inner is LEFT_OUT else [inner]
    if isinstance(kind, Group):
        return values(kind.group, text)
    if isinstance(kind, (Text, PartyType)):
        return text[: getattr(kind, "limit", 0) or None]
    if isinstance(kind, Reference):
        return next((IDS[each] for each in kind.kinds if each in IDS), LEFT_OUT)
    return next(iter(kind.options)) if isinstance(kind, Choice) else PLAIN[type(kind)]


def values(group: type, text: str) -> dict[str, Any]:
    """What can be written of a group of fields."""
    found = {
        name: value(field.type, text)
        for name, field in fields_of(group).items()
        if name not in LEFT_OUT_KEYS
        and name not in ("image", "pictures", "publish_on", "home", "extra_fields")
    }
    return {name: each for name, each in found.items() if each is not LEFT_OUT}


def record(kind: Kind, text: str) -> str:
    """The front matter of a record of a kind that says `text` wherever it can, as JSON, which is YAML too."""
    written = values(kind.record, text)
    if "basis" in fields_of(kind.record):
        written["basis"] = {"kind": "public_record", "sources": ["bao-a"]}
    return json.dumps(written, ensure_ascii=True)
