"""Facets of the search page: which records have which kind, sector, province, year, award and theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.pages import Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.occasions import Occasions
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import shown_honours
from vinhdanh.showcase.search.fields import years_of
from vinhdanh.showcase.search.shards import encoded, packed

FACETS = ("kind", "sector", "place", "year", "award", "theme")
"""The facets, in the order in which the page shows them."""


def values_of(record: Record, occasions: Occasions) -> Iterator[tuple[str, str]]:
    """The facets of a record, each with a value."""
    yield "kind", record.kind
    sector = getattr(record, "sector", None)
    if sector:
        yield "sector", sector
    for place in occasions.place_ids(record):
        yield "place", place
    for year in years_of(record):
        yield "year", year
    if isinstance(record, (Person, Collective)):
        yield from (("award", honour.award) for honour in shown_honours(record))
    if isinstance(record, Event):
        yield from (("theme", theme) for theme in record.themes)
    elif isinstance(record, (Experience, Story)) and record.theme:
        yield "theme", record.theme


def facet_files(
    shows: Mapping[str, Presenter], occasions: Occasions, records: Iterable[tuple[int, Record]]
) -> Iterator[tuple[str, str]]:
    """The name and the text of each facet's file: every value with its label in both languages and its records."""
    found: dict[str, dict[str, list[int]]] = {facet: {} for facet in FACETS}
    for number, record in records:
        for facet, value in dict.fromkeys(values_of(record, occasions)):
            found[facet].setdefault(value, []).append(number)
    for facet, values in found.items():
        lists: dict[str, list[object]] = {}
        for value in sorted(values):
            labels = [_label(show, facet, value) for show in shows.values()]
            if labels[0]:
                lists[value] = [labels[0], labels[-1], packed(values[value])]
        yield facet, encoded(lists)


def _label(show: Presenter, facet: str, value: str) -> str | None:
    """The words for a value, or None when they lead to what is not public."""
    if facet == "kind":
        return show.word(f"kind_{value}")
    if facet == "year":
        return value
    record = show.catalogue.get((facet, value))
    return show.heading(record) if record else None
