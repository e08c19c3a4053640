"""Inverse relations of the whole catalogue, made once: who wrote what, who was honoured by what, who met where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from vinhdanh.base.vietnamese.collation import sort_key
from vinhdanh.base.vietnamese.units import parse_unit_name
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.events import Event, Experience, Theme
from vinhdanh.content.model.initiatives import Adoption, Initiative
from vinhdanh.content.model.kinds import by_folder
from vinhdanh.content.model.pages import FEATURABLE, Sector, Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Award, Organisation, Programme
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import Honour

R = TypeVar("R")
Honouree = Person | Collective

HIDDEN_STATES = frozenset({"declined", "revoked"})
"""Honours in these states are shown nowhere."""


_UNQUOTED = {ord(mark): None for mark in "“”‘’\"'"}


def grouped(items: Iterable[R], keys: Callable[[R], Iterable[str | None]]) -> Mapping[str, tuple[R, ...]]:
    """Items by each of their keys, in their order; nothing under no key."""
    found: dict[str, list[R]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            if key:
                found.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in found.items()}


class Relations:
    """Named questions about the catalogue; each inverse is made when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Answer from `catalogue`."""
        self.catalogue = catalogue

    # -- sorted kinds ----

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """People by given, middle and family name."""
        return tuple(
            sorted(self.catalogue.every(Person), key=lambda person: (person.parts.sort_key, person.id))
        )

    @cached_property
    def honourees(self) -> tuple[Honouree, ...]:
        """People in the order of their names, then collectives."""
        return (*self.people, *self.collectives)

    @cached_property
    def collectives(self) -> tuple[Collective, ...]:
        """Collectives by name."""
        return self._by_heading(self.catalogue.every(Collective))

    @cached_property
    def initiatives(self) -> tuple[Initiative, ...]:
        """Initiatives, newest first, those without a date last, then by title."""
        return tuple(sorted(self._by_heading(self.catalogue.every(Initiative)), key=_newest_initiative))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events, newest first."""
        return tuple(sorted(self._by_heading(self.catalogue.every(Event)), key=lambda e: _newest(e.date)))

    @cached_property
    def experiences(self) -> tuple[Experience, ...]:
        """Experiences, newest first, those without a date last."""
        return tuple(
            sorted(self._by_heading(self.catalogue.every(Experience)), key=lambda e: _newest(e.date))
        )

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Stories, newest first."""
        return tuple(
            sorted(
                self._by_heading(self.catalogue.every(Story)), key=lambda s: _newest(s.date or s.published)
            )
        )

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Themes in the order in which they were discussed, those without a number last, then by title."""
        return tuple(
            sorted(
                self._by_heading(self.catalogue.every(Theme)), key=lambda t: (t.order is None, t.order or 0)
            )
        )

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """Organisations by proper name, whatever form of unit stands before it."""
        found = self.catalogue.every(Organisation)
        return tuple(sorted(found, key=lambda o: (parse_unit_name(o.name).sort_key, o.id)))

    @cached_property
    def awards(self) -> tuple[Award, ...]:
        """Awards by name, whatever is quoted in it."""
        found = self.catalogue.every(Award)
        return tuple(sorted(found, key=lambda a: (sort_key(a.name.translate(_UNQUOTED)), a.id)))

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        """Programmes, newest first, those without a beginning last."""
        return tuple(
            sorted(self._by_heading(self.catalogue.every(Programme)), key=lambda p: _newest(p.start))
        )

    @cached_property
    def sectors(self) -> tuple[Sector, ...]:
        """Sectors by name."""
        return self._by_heading(self.catalogue.every(Sector))

    @staticmethod
    def _by_heading(records: tuple[R, ...]) -> tuple[R, ...]:
        def key(record: R) -> tuple[bytes, str]:
            assert isinstance(record, Record)
            return sort_key(record.heading), record.id

        return tuple(sorted(records, key=key))

    # -- inverses ----

    @cached_property
    def initiatives_of(self) -> Mapping[str, tuple[Initiative, ...]]:
        """Initiatives by the id of an author."""
        return grouped(self.initiatives, lambda i: (author.who.id for author in i.authors if author.who))

    @cached_property
    def initiatives_at(self) -> Mapping[str, tuple[Initiative, ...]]:
        """Initiatives by the id of their organisation."""
        return grouped(self.initiatives, lambda i: (i.organisation.id if i.organisation else None,))

    @cached_property
    def initiatives_in(self) -> Mapping[str, tuple[Initiative, ...]]:
        """Initiatives by sector."""
        return grouped(self.initiatives, lambda i: (i.sector,))

    @cached_property
    def organisations_in(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Organisations by sector."""
        return grouped(self.organisations, lambda o: (o.sector,))

    @cached_property
    def initiatives_of_programme(self) -> Mapping[str, tuple[Initiative, ...]]:
        """Initiatives by programme."""
        return grouped(self.initiatives, lambda i: i.programmes)

    @cached_property
    def honourees_at(self) -> Mapping[str, tuple[Honouree, ...]]:
        """Honourees by the id of an organisation they belong or belonged to."""
        return grouped(self.honourees, organisation_ids)

    @cached_property
    def honourees_in(self) -> Mapping[str, tuple[Honouree, ...]]:
        """Honourees by sector."""
        return grouped(self.honourees, lambda h: (h.sector,))

    @cached_property
    def honoured_by(self) -> Mapping[str, tuple[tuple[Honouree, Honour], ...]]:
        """Honourees with the honour, by award."""
        pairs = ((honouree, honour) for honouree in self.honourees for honour in shown_honours(honouree))
        return grouped(pairs, lambda pair: (pair[1].award,))

    @cached_property
    def honoured_for(self) -> Mapping[str, tuple[tuple[Honouree, Honour], ...]]:
        """Honourees with the honour, by an initiative that it was given for."""
        pairs = ((honouree, honour) for honouree in self.honourees for honour in shown_honours(honouree))
        return grouped(pairs, lambda pair: pair[1].initiatives)

    @cached_property
    def experiences_by(self) -> Mapping[str, tuple[Experience, ...]]:
        """Experiences by the id of a speaker."""
        return grouped(self.experiences, lambda e: (speaker.who.id for speaker in e.speakers if speaker.who))

    @cached_property
    def experiences_at(self) -> Mapping[str, tuple[Experience, ...]]:
        """Experiences by event, whether shared there or told to the press on its occasion."""
        return grouped(self.experiences, lambda e: (e.event,))

    @cached_property
    def experiences_on(self) -> Mapping[str, tuple[Experience, ...]]:
        """Experiences by theme."""
        return grouped(self.experiences, lambda e: (e.theme,))

    @cached_property
    def experiences_about(self) -> Mapping[str, tuple[Experience, ...]]:
        """Experiences by initiative."""
        return grouped(self.experiences, lambda e: (e.initiative,))

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the id of somebody who took part, also by sharing an experience there."""
        return grouped(self.events, self.participants)

    def participants(self, event: Event) -> tuple[str, ...]:
        """The ids of those with a record who took part in an event, the chair first."""
        named = [item.who.id for item in event.participations if item.who and item.who.id]
        shared = [
            speaker.who.id
            for experience in self.experiences_at.get(event.id, ())
            if experience.setting == "at_event"
            for speaker in experience.speakers
            if speaker.who and speaker.who.id
        ]
        return tuple(dict.fromkeys((*named, *shared)))

    @cached_property
    def events_by(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the id of an organiser."""
        return grouped(self.events, lambda e: (party.id for party in e.organisers))

    @cached_property
    def events_of_programme(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by programme."""
        return grouped(self.events, lambda e: (e.programme,))

    @cached_property
    def followers_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the one that they name as the previous of their series."""
        return grouped(self.events, lambda e: (e.previous,))

    def series(self, event: Event) -> tuple[Event, ...]:
        """The events that hang together with `event` as previous and following ones, itself included."""
        found: dict[str, Event] = {}
        waiting = [event]
        while waiting:
            current = waiting.pop()
            if current.id not in found:
                found[current.id] = current
                previous = self.catalogue.find(Event, current.previous)
                waiting.extend((*([previous] if previous else []), *self.followers_of.get(current.id, ())))
        return tuple(found.values())

    @cached_property
    def adoptions_by(self) -> Mapping[str, tuple[tuple[Initiative, Adoption], ...]]:
        """Initiatives with the adoption, by the organisation that took them up."""
        pairs = ((i, adoption) for i in self.initiatives for adoption in i.adoptions)
        return grouped(pairs, lambda pair: (pair[1].unit.id if pair[1].unit else None,))

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Organisations by their parent."""
        return grouped(self.organisations, lambda o: (o.parent,))

    @cached_property
    def awards_by(self) -> Mapping[str, tuple[Award, ...]]:
        """Awards by the id of the organisation that confers them."""
        return grouped(self.awards, lambda award: (award.conferred_by.id if award.conferred_by else None,))

    @cached_property
    def programmes_by(self) -> Mapping[str, tuple[Programme, ...]]:
        """Programmes by the id of who organises them."""
        return grouped(self.programmes, lambda p: (p.organiser.id if p.organiser else None,))

    @cached_property
    def stories_on(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by theme."""
        return grouped(self.stories, lambda s: (s.theme,))

    @cached_property
    def stories_about(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by `kind/id` of what they are about."""
        return grouped(self.stories, lambda s: (self.feature_key(feature.who) for feature in s.features))

    def feature_key(self, written: str) -> str | None:
        """`kind/id` of what a story names, or None when that is not public."""
        record = self.featured(written)
        return f"{record.kind}/{record.id}" if record else None

    def featured(self, written: str) -> Record | None:
        """The record that a story names by `folder/id` or by an id alone."""

        folder, _, id = written.rpartition("/")
        kinds = [by_folder()[folder].key] if folder in by_folder() else FEATURABLE
        return next((found for kind in kinds if (found := self.catalogue.get((kind, id)))), None)


def shown_honours(honouree: Honouree) -> tuple[Honour, ...]:
    """The honours of somebody without those that were declined or revoked."""
    return tuple(honour for honour in honouree.honours if honour.state not in HIDDEN_STATES)


def organisation_ids(honouree: Honouree) -> tuple[str, ...]:
    """The ids of the organisations of an honouree."""
    if isinstance(honouree, Person):
        return tuple(item.organisation.id for item in honouree.affiliations if item.organisation)
    return (honouree.organisation.id,) if honouree.organisation else ()


def _newest(date: object) -> tuple[int, str]:
    iso = getattr(date, "iso", "")
    return (0, _reversed(iso)) if iso else (1, "")


def _newest_initiative(initiative: Initiative) -> tuple[int, str]:
    return _newest(initiative.first_applied)


def _reversed(iso: str) -> str:
    """A text that sorts in the opposite order of an ISO date; a whole year after its days."""
    return "".join(chr(0x3A - ord(sign) + 0x30) if sign.isdigit() else sign for sign in iso.ljust(10, "-"))
