"""The types of the model's fields as JSON Schema (draft-07, the one that editors know best).

An editor reads YAML with its own types, so `2023` comes as a number where the model wants a text: each type takes
every scalar that reads as one of its values. Where the model is more generous than a schema can say (capital letters,
signs left out), the schema holds the spelling that the documentation shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vinhdanh.content.domain_types import Amount, Day, FocusType, PartyType, PlaceName
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.scalars import Choice, MediaFile, Number, Reference, SitePath, Text, Url, YesNo
from vinhdanh.editing.schema.known import PLACE_NAMES, SLUG

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}

_DAY = (
    r"^(?!\d{4}-02-3)(?!\d{4}-(0[469]|11)-31)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
    r"|^([Nn]gày\s+)?\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}$"
    r"|^([Tt]háng\s+)?\d{1,2}\s*[-/.]\s*\d{4}$"
    r"|^([Nn]gày\s+)?(\d{1,2}\s+)?[Tt]háng\s+\d{1,2}(,?\s+năm\s+|\s*/\s*)\d{4}$"
    r"|^[Nn]ăm\s+\d{4}$"
)
"""ISO as exact as it is known, or as Vietnamese write it (see `base/vietnamese/dates`)."""

_YES_NO = ("có", "không", "yes", "no", True, False, "đúng", "sai", "co", "khong", "dung", "true", "false")

_PLAIN: Mapping[type[FieldType], Schema] = {
    Text: _SCALAR,
    Amount: _SCALAR,
    Number: {"type": ["integer", "number", "string"], "pattern": r"^[+-]?(\d+|\d{1,3}(\.\d{3})+)$"},
    YesNo: {"enum": list(_YES_NO)},
    Url: {"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"'\\]+$"},
    SitePath: {"type": "string", "pattern": r"^/?[A-Za-z0-9][A-Za-z0-9._~-]*(/[A-Za-z0-9][A-Za-z0-9._~-]*)*/?$"},
    MediaFile: {"type": "string", "pattern": r"^(?!/(?!media/))(?!.*\.\.)[^\\:*?\"<>|]*[^\\:*?\"<>|/]$"},
    Day: {"type": ["string", "integer"], "pattern": _DAY, "minimum": 1000, "maximum": 9999},
    FocusType: {"type": "string", "pattern": r"^\s*(\d{1,2}|100)\s*%?[\s,;]+(\d{1,2}|100)\s*%?$"},
    PlaceName: {"$ref": f"ids.json#/definitions/{PLACE_NAMES}"},
}  # fmt: skip


def of_field(field: Field) -> Schema:
    """The schema of a field, with what an editor shows when one points at it."""
    shape = (
        _list(field.type, 1 if field.required else 0)
        if isinstance(field.type, ListOf)
        else of_type(field.type)
    )
    return {"title": field.vi, "markdownDescription": _description(field), "allOf": [shape]}


def of_type(kind: FieldType) -> Schema:
    """The schema of a value."""
    match kind:
        case ListOf():
            return _list(kind, 0)
        case Group():
            return _group(kind)
        case Choice():
            return _choice(kind)
        case Reference():
            return {"anyOf": _ids(kind.kinds)}
        case PartyType():
            name = {"type": "string", "pattern": r"\S", "not": {"pattern": SLUG}}
            return {"anyOf": [*_ids(kind.kinds), name]}
    return dict(_PLAIN[type(kind)])


def pattern_of(kind: FieldType) -> str:
    """The regular expression (ECMA 262) of a type of plain values; empty where any text will do."""
    return str(_PLAIN.get(type(kind), _SCALAR).get("pattern", ""))


def _list(kind: ListOf, least: int) -> Schema:
    """A list; a lone value stands for a list of one."""
    item = of_type(kind.item)
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": least}]}


def _group(kind: Group) -> Schema:
    """A group; a lone value stands for one that must have nothing else."""
    whole = {"$ref": f"model.json#/definitions/{kind.group.__name__}"}
    fields = fields_of(kind.group)
    if kind.short and not any(field.required for name, field in fields.items() if name != kind.short):
        return {"anyOf": [of_type(fields[kind.short].type), whole]}
    return whole


def _choice(kind: Choice) -> Schema:
    """The Vietnamese words first, for they are what an editor offers; then the keys and the English words."""
    first = [vi for vi, _ in kind.options.values() if kind.key_of(vi)]
    also = [word for key, (_, en) in kind.options.items() for word in (key, en) if kind.key_of(word)]
    rest = [word for word in dict.fromkeys(also) if word not in first]
    return {"anyOf": [{"enum": words} for words in (first, rest) if words]}


def _ids(kinds: tuple[str, ...]) -> list[Schema]:
    """The ids of some kinds, with their folder too: that tells two of one id apart."""
    return [{"$ref": f"ids.json#/definitions/{kind}{form}"} for form in ("", "-path") for kind in kinds]


def _description(field: Field) -> str:
    must = " · **bắt buộc**" if field.required else ""
    hint = f"\n\n{field.hint[0]} · *{field.hint[1]}*" if field.hint[0] else ""
    return f"**{field.vi}** · {field.en}{must}{hint}\n\n`{field.name}: {field.type.example}`"
