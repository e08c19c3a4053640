"""One field of the model as a widget of Sveltia CMS, with its Vietnamese label, hint and pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import Amount, Day, FocusType, PartyType, PlaceName
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.pages import Place
from vinhdanh.content.scalars import Choice, MediaFile, Number, Reference, SitePath, Text, Url, YesNo
from vinhdanh.editing.forms.values import PARTY
from vinhdanh.editing.schema.types import pattern_of

Widget = Mapping[str, Any]

_PATTERNED: Mapping[type[FieldType], str] = {
    Day: "Viết ngày như: 2023-10-07, 2023-10, 2023 hoặc 7/10/2023",
    Number: "Viết một số nguyên, ví dụ: 1200",
    Url: "Viết cả địa chỉ, bắt đầu bằng https://",
    SitePath: "Viết phần sau tên miền, ví dụ: /nguoi/ten-cu/",
    FocusType: "Viết hai số phần trăm, ví dụ: 50% 30%",
}
"""What the CMS says when a value has not the form of its type."""


class Widgets:
    """The widgets of one showcase: what is picked from is its own."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the places of a catalogue, by their names of then and now."""
        places = catalogue.every(Place)
        names = [name for place in places for name in (place.name, *place.predecessors)]
        self._places = list(dict.fromkeys(names))

    def of(self, field: Field, *, translated: bool) -> Widget:
        """The widget of a field; `translated`: each language has a value of its own."""
        hint = "" if _is_picked(field.type) else field.hint[0]
        required: bool | list[str] = field.required and (["vi"] if translated else True)
        return {
            "name": field.name,
            "label": field.vi,
            **({"hint": hint} if hint else {}),
            "required": required,
            "i18n": translated,
            **self._of_type(field.type, translated),
        }

    def _of_type(self, kind: FieldType, translated: bool) -> Widget:
        match kind:
            case ListOf():
                return self._list(kind.item, translated)
            case Group():
                return {
                    "widget": "object",
                    "collapsed": "auto",
                    "fields": self._fields(kind.group, translated),
                }
            case PartyType():
                return {"widget": "object", "fields": _party(kind, translated)}
        return self._chosen(kind) or _typed(kind)

    def _chosen(self, kind: FieldType) -> Widget:
        """The widget of what is picked, not typed; nothing for other types."""
        match kind:
            case Choice():
                return {"widget": "select", "options": _options(kind)}
            case Reference():
                return _relation(kind.kinds, "path")
            case PlaceName() if self._places:
                return {"widget": "select", "options": self._places}
            case YesNo():
                return {"widget": "boolean", "default": False}
            case MediaFile():
                return {"widget": "image", "choose_url": False}
        return {}

    def _fields(self, group: type, translated: bool) -> list[Widget]:
        return [self.of(field, translated=translated) for field in fields_of(group).values()]

    def _list(self, item: FieldType, translated: bool) -> Widget:
        match item:
            case Group():
                return {"widget": "list", "collapsed": "auto", "fields": self._fields(item.group, translated)}
            case PartyType():
                return {"widget": "list", "fields": _party(item, translated)}
            case Reference() | Choice():
                return {**self._of_type(item, translated), "multiple": True}
        return {
            "widget": "list",
            "field": {"name": "item", "label": "Mục", **self._of_type(item, translated)},
        }


def _is_picked(kind: FieldType) -> bool:
    """Whether records or pictures are picked: the model's hint says where they are kept, which nobody asks here."""
    inner = kind.item if isinstance(kind, ListOf) else kind
    return isinstance(inner, (Reference, PartyType, MediaFile))


def _typed(kind: FieldType) -> Widget:
    if isinstance(kind, Text) and kind.lines:
        return {"widget": "text", **({"maxlength": kind.limit} if kind.limit else {})}
    words = _PATTERNED.get(type(kind))
    checked = {"pattern": [pattern_of(kind), words]} if words else {}
    example = {"comment": f"Ví dụ: {kind.example}"} if isinstance(kind, Amount) else {}
    return {"widget": "string", **checked, **example}


def _options(kind: Choice) -> list[Mapping[str, str]]:
    return [{"label": vi, "value": key} for key, (vi, _) in kind.options.items()]


def _party(kind: PartyType, translated: bool) -> list[Widget]:
    """A record to pick, or a name to write where there is none."""
    id, name = PARTY
    common = {"required": False, "i18n": translated}
    return [
        {"name": id, "label": "Chọn hồ sơ", **common, **_relation(kind.kinds, "id")},
        {"name": name, "label": "hoặc ghi tên, nếu chưa có hồ sơ", "widget": "string", **common},
    ]


def _relation(kinds: tuple[str, ...], value: str) -> Widget:
    """A picker of records; of several kinds they stand in a list of their own, see `configuration.picked`."""
    if len(kinds) == 1:
        kind = by_key()[kinds[0]]
        shown = [kind.heading]
        return {
            "widget": "relation",
            "collection": kind.folder,
            "value_field": "{{slug}}",
            "display_fields": shown,
            "search_fields": [*shown, "{{slug}}"],
        }
    return {
        "widget": "relation",
        "collection": picker_name(kinds),
        "value_field": value,
        "display_fields": ["title"],
        "search_fields": ["title", "id"],
    }


def picker_name(kinds: tuple[str, ...]) -> str:
    """The name of the list from which records of several kinds are picked."""
    return "-".join(kinds)
