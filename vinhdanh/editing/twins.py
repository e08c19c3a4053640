"""Whether an English version still matches its original, told by what is not words.

Sources, dates, figures, ids, headings, links, and how many entries a list has are the same in any language. Whoever
adds a fact to the original adds one of these with it, so that a version that was left behind shows without anybody
having to note which state was translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vinhdanh.base.vietnamese.amounts import Figure
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import Party
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.record import Record
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.scalars import Text

_UNTRANSLATED = {("person", "name"), ("story", "author"), ("story", "photographer")}
"""Names of people, which are the same in every language."""

_IN_BODIES = {
    "cites": ("nguồn dẫn trong bài", "sources cited in the body"),
    "headings": ("các đề mục trong bài", "headings of the body"),
    "links": ("liên kết trong bài", "links of the body"),
    "media": ("ảnh trong bài", "pictures in the body"),
}


def differences(record: Record, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Where a record and its English version differ, as labels in Vietnamese and English; empty without a version."""
    if not record.translation:
        return []
    kind: type = type(record)
    found = [
        (field.vi, field.en)
        for name, field in fields_of(kind).items()
        if (record.kind, name) not in _UNTRANSLATED
        and _differs(field.type, getattr(record, name), record.translation.get(name), optional=True)
    ]
    original = catalogue.prose(catalogue.body(record))
    twin = catalogue.prose(catalogue.body(record, "en"))
    return [*found, *_in_bodies(original, twin)]


def _in_bodies(original: ProseFacts, twin: ProseFacts) -> Iterator[tuple[str, str]]:
    if bool(original.plain) != bool(twin.plain):
        yield "thân bài", "the body"
        return
    levels = [[level for level, *_ in facts.headings] for facts in (original, twin)]
    if levels[0] != levels[1]:
        yield _IN_BODIES["headings"]
    for name in ("cites", "links", "media"):
        if sorted(getattr(original, name)) != sorted(getattr(twin, name)):
            yield _IN_BODIES[name]


def _differs(kind: FieldType, original: Any, twin: Any, *, optional: bool = False) -> bool:
    """Whether two values of a field say something else. `optional`: what the twin leaves out is the original's."""
    if isinstance(kind, Text):
        return bool(original) and not twin
    if twin is None and optional:
        return False
    if isinstance(kind, ListOf):
        mine, yours = original or (), twin or ()
        return len(mine) != len(yours) or any(map(_differs, [kind.item] * len(mine), mine, yours))
    if isinstance(kind, Group) and original is not None and twin is not None:
        return any(
            _differs(field.type, getattr(original, name), getattr(twin, name))
            for name, field in fields_of(kind.group).items()
        )
    return bool(_without_words(original) != _without_words(twin))


def _without_words(value: Any) -> Any:
    if isinstance(value, Figure):
        return value.low, value.high
    return value.id if isinstance(value, Party) else value
