"""The fields that a showcase adds to a kind, as facts for the margin of its records."""

from __future__ import annotations

from collections.abc import Iterable

from vinhdanh.content.domain_types import Day
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import ExtraField
from vinhdanh.showcase.views import Fact, Value
from vinhdanh.showcase.wording import Wording


def added_facts(show: Wording, fields: Iterable[ExtraField], record: Record) -> tuple[Fact, ...]:
    """What a record has of the added `fields`, in their order."""
    return tuple(
        Fact(field.label_en or field.label if show.lang == "en" else field.label, (Value(value),))
        for field in fields
        if field.of == record.kind and (value := _value(show, record, field))
    )


def _value(show: Wording, record: Record, field: ExtraField) -> str | None:
    value = record.extra.get(field.key)
    if show.lang == "en" and field.key in record.translation:
        return str(record.translation[field.key])
    if value is None:
        return None
    if field.type == "yes_no":
        return show.word("yes" if value else "no")
    if field.type == "number":
        return show.count(value)
    return show.day(Day().load(value)) if field.type == "date" else show.foreign(value)
