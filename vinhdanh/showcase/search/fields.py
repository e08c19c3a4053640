"""Which fields of a record search looks into, by kind. What is not named here is in no index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Party
from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.pages import Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.occasions import year_of
from vinhdanh.showcase.relations import shown_honours

Path = tuple[str, ...]
"""The way from a record to a value: names of fields, each in what the one before gives."""


def _paths(names: Mapping[str, str]) -> Mapping[str, tuple[Path, ...]]:
    return {kind: tuple(tuple(path.split(".")) for path in paths.split()) for kind, paths in names.items()}


NAMES = _paths(
    {
        "organisation": "short_name former_names.name",
        "programme": "short_name",
        "theme": "short_title",
        "place": "also predecessors",
    }
)
"""Further names, which find a record as its title does."""

PARTIES = _paths(
    {
        "person": "affiliations.organisation",
        "collective": "organisation members.who",
        "initiative": "authors.who organisation adoptions.unit",
        "event": "organisers participations.who",
        "experience": "speakers.who",
        "programme": "organiser",
        "award": "conferred_by",
    }
)
"""Who belongs to a record."""

REFERENCES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "person": (("sector", "sector"),),
    "collective": (("sector", "sector"),),
    "initiative": (("sector", "sector"), ("programmes", "programme")),
    "event": (("programme", "programme"), ("themes", "theme")),
    "experience": (("event", "event"), ("theme", "theme"), ("initiative", "initiative")),
    "organisation": (("sector", "sector"), ("parent", "organisation")),
    "story": (("theme", "theme"),),
    "theme": (("event", "event"),),
}
"""Fields that name other records, each with their kind."""

TEXTS = _paths(
    {
        "person": (
            "summary job_title affiliations.role quotes.text quotes.occasion facts.label facts.text mentoring.note "
            "differing.label differing.note"
        ),
        "collective": "summary form members.role quotes.text quotes.occasion",
        "initiative": (
            "summary field applied_at problem solution method.text novelty results.text rights figures.label "
            "figures.note replication.conditions replication.cost replication.steps replication.safety adoptions.note "
            "adoptions.adapted adoptions.result recognitions.level recognitions.note"
        ),
        "story": "summary author",
        "event": "summary form motto venue agenda key_points.text figures.label figures.note",
        "experience": (
            "summary occasion situation.text action.text result.text advice.text spread.text points.text quote.text"
        ),
        "organisation": "summary rewards.text supports.text",
        "programme": "summary results.text milestones.text phases.name figures.label figures.note",
        "award": "summary level cycle criteria editions.name editions.text",
        "theme": "summary",
        "place": "summary",
        "sector": "summary",
        "page": "summary",
    }
)
"""Fields that a record's page shows as running text."""

SEARCHED = tuple(TEXTS)
"""The kinds that can be found, in the order in which results show them."""


def at(values: Iterable[Any], path: Path) -> Iterator[Any]:
    """Everything to which a path leads from any of the values; lists on the way are followed, what is empty is not."""
    for value in values:
        found = value if isinstance(value, tuple) and not isinstance(value, Party) else (value,)
        if path:
            inner = (getattr(each, path[0]) for each in found if each is not None)
            yield from at(inner, path[1:])
        else:
            yield from (each for each in found if each)


def years_of(record: Record) -> Iterator[str]:
    """The years of a record: of its honours, of its first use, of its day."""
    dates: Iterable[PartialDate | None] = ()
    if isinstance(record, (Person, Collective)):
        dates = (honour.year or honour.date for honour in shown_honours(record))
    elif isinstance(record, Initiative):
        dates = (record.first_applied,)
    elif isinstance(record, (Event, Experience, Story)):
        dates = (record.date,)
    for date in dates:
        yield from year_of(date)
