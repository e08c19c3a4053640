"""What is not wrong but wanting: what an editor may want to add, when there is a source for it and time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vinhdanh.base.problems import Location, Problem
from vinhdanh.base.vietnamese.dates import PartialDate, format_date
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.kinds import by_folder
from vinhdanh.content.model.pages import FEATURABLE, Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Programme
from vinhdanh.content.model.record import Record
from vinhdanh.editing import wanting_messages
from vinhdanh.editing.twins import differences

UNSOURCED = ("theme", "page", "source", "place", "sector")
"""Kinds that need no source."""


def wanting(catalogue: Catalogue) -> Iterator[Problem]:
    """A notice for everything that is wanting in the public records, record by record."""
    for record in catalogue.records():
        yield from _lacking(record, catalogue)
        what = differences(record, catalogue)
        if what:
            labels = {"what_vi": _listed(vi for vi, _ in what), "what_en": _listed(en for _, en in what)}
            yield wanting_messages.TWIN_BEHIND.at(Location(twin_file(record.location.file)), **labels)
        if isinstance(record, Story):
            yield from _outdated(record, catalogue)


def twin_file(file: str) -> str:
    """The path of the English version beside a file."""
    stem, dot, ending = file.rpartition(".")
    return f"{stem}.en{dot}{ending}"


def _listed(labels: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(label[:1].lower() + label[1:] for label in labels))


def _lacking(record: Record, catalogue: Catalogue) -> Iterator[Problem]:
    heading = record.heading
    if record.kind not in UNSOURCED and not _has_source(record, catalogue):
        yield wanting_messages.NO_SOURCE.at(record.location, heading=heading)
    if isinstance(record, (Person, Collective)) and not record.honours:
        yield wanting_messages.NO_HONOUR.at(record.location, heading=heading)
    if isinstance(record, Initiative) and not record.figures:
        yield wanting_messages.NO_FIGURE.at(record.location, heading=heading)


def _has_source(record: Record, catalogue: Catalogue) -> bool:
    groups = (group for _, group in _groups(type(record), record))
    return bool(catalogue.prose(catalogue.body(record)).cites) or any(
        getattr(group, "sources", ()) for group in groups
    )


def _groups(kind: type, value: Any) -> Iterator[tuple[type, Any]]:
    """A record and every group of keys in it."""
    yield kind, value
    for name, field in fields_of(kind).items():
        yield from _groups_in(field.type, getattr(value, name))


def _groups_in(kind: FieldType, value: Any) -> Iterator[tuple[type, Any]]:
    if isinstance(kind, ListOf):
        for item in value or ():
            yield from _groups_in(kind.item, item)
    elif isinstance(kind, Group) and value is not None:
        yield from _groups(kind.group, value)


def _outdated(story: Story, catalogue: Catalogue) -> Iterator[Problem]:
    """A story that was written before the newest milestone of a programme that it is about."""
    for programme in _programmes(story, catalogue):
        dates = [milestone.date for milestone in programme.milestones if milestone.date]
        newest = max(dates, default=None)
        if story.date and newest and _ended_before(story.date, newest):
            words = {"date": format_date(story.date, "vi"), "newest": format_date(newest, "vi")}
            yield wanting_messages.OLD_STORY.at(story.location, programme=programme.title, **words)


def _ended_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether the whole of one date lies before another: a story of 2023 is not older than a day of 2023."""
    return one < other and not other.iso.startswith(one.iso)


def _programmes(story: Story, catalogue: Catalogue) -> Iterator[Programme]:
    """The programmes that a story features, and those of what it features."""
    ids: dict[str, None] = {}
    for feature in story.features:
        folder, _, id = feature.who.rpartition("/")
        kinds = [by_folder()[folder].key] if folder in by_folder() else FEATURABLE
        record = next(filter(None, (catalogue.get((kind, id)) for kind in kinds)), None)
        named = (getattr(record, "programme", None), *getattr(record, "programmes", ()))
        ids.update(dict.fromkeys(id for id in named if id))
        if isinstance(record, Programme):
            ids[record.id] = None
    yield from filter(None, (catalogue.find(Programme, id) for id in ids))
