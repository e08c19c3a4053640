"""What a record can be found by in one language: its names, what it is related to, what it says; and its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from vinhdanh.base.vietnamese.text import first_line
from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.pages import Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Organisation
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.markup import DOT
from vinhdanh.showcase.occasions import Occasions
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import shown_honours
from vinhdanh.showcase.search import fields

SUBTITLE = 90
"""Characters of the line below the title of a result, at most: two lines on a phone."""


class Entry(NamedTuple):
    """The texts by which a record is found. A word that stands in several is counted for the first only."""

    number: int
    titles: tuple[str, ...]
    near: tuple[str, ...]
    text: str


class Card(NamedTuple):
    """What a result shows: the kind by its place among those searched, the id, the title and the line below it."""

    number: int
    kind: int
    id: str
    title: str
    subtitle: str


class Reader:
    """Reads records in the language of a presenter."""

    def __init__(self, show: Presenter, occasions: Occasions) -> None:
        """`occasions` knows the places."""
        self._show = show
        self._occasions = occasions

    def entry(self, number: int, record: Record) -> Entry:
        """What a record is found by."""
        return Entry(
            number,
            tuple(self._titles(record)),
            tuple(dict.fromkeys(self._near(record))),
            "\n".join(self._texts(record)),
        )

    def card(self, number: int, record: Record) -> Card:
        """What a result shows."""
        kind = fields.SEARCHED.index(record.kind)
        line = DOT.join(filter(None, self._subtitle(record)))
        subtitle = first_line(line, SUBTITLE) if line else ""
        return Card(number, kind, record.id, self._show.heading(record), subtitle)

    # -- names ----

    def _titles(self, record: Record) -> Iterator[str]:
        yield self._show.heading(record)
        yield from self._strings(record, fields.NAMES)

    def _near(self, record: Record) -> Iterator[str]:
        show = self._show
        for path in fields.PARTIES.get(record.kind, ()):
            for party in fields.at((record,), path):
                found = show.party_record(party)
                yield from self._titles(found) if found else (party.name or "",)
        for name, kind in fields.REFERENCES.get(record.kind, ()):
            ids = fields.at((record,), (name,))
            yield from self._headings((kind, id) for id in ids)
        place = show.catalogue.place(self._occasions.place_name(record))
        if place:
            yield from (place.name, place.today.name)
        yield from fields.years_of(record)
        yield from record.tags
        yield from self._own(record)

    def _own(self, record: Record) -> Iterator[str]:
        """What the kind of a record alone is related to."""
        show = self._show
        if isinstance(record, (Person, Collective)):
            for honour in shown_honours(record):
                yield from self._headings([("award", honour.award)])
                yield from filter(None, (honour.edition, honour.note))
            written = show.relations.initiatives_of.get(record.id, ())
            yield from (show.heading(initiative) for initiative in written)
        if isinstance(record, Story):
            featured = (show.relations.featured(feature.who) for feature in record.features)
            yield from (show.heading(each) for each in featured if each)

    def _headings(self, keys: Iterable[tuple[str, str]]) -> Iterator[str]:
        """The titles of those records that are public."""
        found = (self._show.catalogue.get(key) for key in keys)
        yield from (self._show.heading(record) for record in found if record)

    # -- texts ----

    def _texts(self, record: Record) -> Iterator[str]:
        yield from self._strings(record, fields.TEXTS)
        added = {**record.extra, **record.translation} if self._show.lang == "en" else record.extra
        yield from (str(added[key]) for key in record.extra if isinstance(added[key], str))
        catalogue = self._show.catalogue
        yield catalogue.prose(catalogue.body(record, self._show.lang)).plain

    def _strings(self, record: Record, paths: Any) -> Iterator[str]:
        """The texts of some fields: on an English page, of those that are translated."""
        for name, *rest in paths.get(record.kind, ()):
            value = record.translation.get(name) if self._show.lang == "en" else getattr(record, name)
            yield from fields.at((value,), tuple(rest)) if value else ()

    # -- the line below the title ----

    def _subtitle(self, record: Record) -> Iterator[str | None]:
        show = self._show
        if isinstance(record, Person):
            yield show.plain(record, "job_title")
            yield self._unit(record.affiliations[0].organisation if record.affiliations else None)
        elif isinstance(record, Collective):
            yield self._unit(record.organisation)
        elif isinstance(record, Initiative):
            yield self._names(author.who for author in record.authors)
            yield self._unit(record.organisation)
        elif isinstance(record, Event):
            yield show.day(record.date)
        elif isinstance(record, Experience):
            yield self._names(speaker.who for speaker in record.speakers)
        elif isinstance(record, Story):
            yield show.day(record.date)
        elif isinstance(record, Organisation):
            yield show.choice(Organisation, "form", record.form)
        place = show.catalogue.place(getattr(record, "place", None))
        yield place.name if place else None

    def _unit(self, party: Any) -> str | None:
        record = self._show.party_record(party)
        if isinstance(record, Organisation):
            return self._show.short_name(record)
        return str(party.name) if party and party.name else None

    def _names(self, parties: Iterable[Any]) -> str:
        records = ((party, self._show.party_record(party)) for party in parties)
        names = (self._show.heading(record) if record else party and party.name for party, record in records)
        return ", ".join(filter(None, names))
