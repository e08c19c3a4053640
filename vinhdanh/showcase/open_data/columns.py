"""The columns of each kind: names, types after Table Schema, titles and descriptions from the model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vinhdanh.base.digest import Plain
from vinhdanh.content.domain_types import Day, PartyType, PlaceName
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import Kind
from vinhdanh.content.model.site import ExtraField
from vinhdanh.content.scalars import Choice, Number, Reference, YesNo
from vinhdanh.showcase.open_data.public import PUBLIC
from vinhdanh.showcase.open_data.rows import EXTRA

PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
"""A date of which the day, the month or only the year is known, in ISO 8601 order."""

Both = tuple[str, str]
"""A text in Vietnamese and in English."""

_ID: Both = ("Mã, không bao giờ đổi", "Id, never changes")
_PAGE: Both = ("Trang của bản ghi", "Page of the record")
_PAGE_EN: Both = ("Trang tiếng Anh, nếu có", "English page, if there is one")
_EXTRA_TYPES = {"number": "integer", "yes_no": "boolean"}


class Column(NamedTuple):
    """A column: `type` is that of Table Schema, `options` are the values it may have."""

    name: str
    type: str
    title: Both
    description: Both
    options: tuple[str, ...] = ()
    pattern: str = ""
    required: bool = False


def columns_of(kind: Kind, extra_fields: Iterable[ExtraField]) -> tuple[Column, ...]:
    """All columns of a kind, in order."""
    record: type = kind.record
    fields = fields_of(record)
    own = (column for name in PUBLIC[kind.key] for column in _columns(fields[name]))
    added = (
        Column(
            f"{EXTRA}{field.key}",
            _EXTRA_TYPES.get(field.type, "string"),
            (field.label, field.label_en or field.label),
            ("Mục do trang này thêm", "Added by this site"),
        )
        for field in sorted(extra_fields, key=lambda field: field.key)
        if field.of == kind.key
    )
    return (
        Column("id", "string", ("Mã", "Id"), _ID, required=True),
        Column("page_url", "string", ("Địa chỉ", "Address"), _PAGE, required=True),
        Column("page_url_en", "string", ("Địa chỉ tiếng Anh", "English address"), _PAGE_EN),
        *own,
        *added,
    )


def _columns(field: Field) -> tuple[Column, ...]:
    """The columns of a field; a party has three, a province two."""
    name, title = field.name, (field.vi, field.en)
    if isinstance(field.type, PartyType):
        plain = ("Tên, khi không có bản ghi", "The name, where there is no record")
        return (
            Column(name, "string", title, plain),
            Column(
                f"{name}_kind", "string", _of(title, ("loại", "kind")), ("Loại bản ghi", "Kind of record")
            ),
            Column(f"{name}_id", "string", _of(title, ("mã", "id")), ("Mã của bản ghi", "Id of the record")),
        )
    if isinstance(field.type, PlaceName):
        today = ("Mã tỉnh, thành phố ngày nay", "Id of the province of today")
        return (_column(field, title), Column(f"{name}_now", "string", _of(title, ("nay", "today")), today))
    return (_column(field, title),)


def _column(field: Field, title: Both) -> Column:
    kind = field.type
    options = tuple(kind.options) if isinstance(kind, Choice) else ()
    pattern = PARTIAL_DATE if isinstance(kind, Day) else ""
    return Column(field.name, _type(kind), title, _description(field), options, pattern)


def _of(title: Both, part: Both) -> Both:
    return f"{title[0]} ({part[0]})", f"{title[1]} ({part[1]})"


def _type(kind: FieldType) -> str:
    match kind:
        case ListOf():
            return "string" if isinstance(kind.item, Reference) else "array"
        case Group():
            return "object"
        case Number():
            return "integer"
        case YesNo():
            return "boolean"
    return "string"


def _description(field: Field) -> Both:
    """The hint of the model, and how the values are written."""
    vi, en = field.hint
    kind = field.type
    if isinstance(kind, Choice):
        vi = "; ".join(f"{key}: {labels[0]}" for key, labels in kind.options.items())
        en = "; ".join(f"{key}: {labels[1]}" for key, labels in kind.options.items())
    elif isinstance(kind, ListOf) and isinstance(kind.item, Reference):
        vi, en = f"{vi}; cách nhau bằng “; ”", f"{en}; parted by “; ”"
    elif isinstance(kind, (ListOf, Group)):
        vi, en = f"{vi}; viết dạng JSON", f"{en}; written as JSON"
    elif isinstance(kind, Day):
        vi, en = f"{vi}; năm, năm-tháng hoặc năm-tháng-ngày", f"{en}; year, year-month or year-month-day"
    return vi, en


def schema(columns: Iterable[Column]) -> Plain:
    """The columns as a table schema (Data Package standard 2.0), keyed by id."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_descriptor(column) for column in columns],
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _descriptor(column: Column) -> Plain:
    constraints = {
        "required": column.required,
        "enum": list(column.options),
        "pattern": column.pattern,
    }
    found = {
        "name": column.name,
        "type": column.type,
        "title": " · ".join(column.title),
        "description": " · ".join(column.description),
        "constraints": {name: value for name, value in constraints.items() if value},
    }
    return {name: value for name, value in found.items() if value}
