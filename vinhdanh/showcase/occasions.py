"""Where and when: records by the province of today that their place lies in, and by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.programmes import Milestone, Organisation, Programme
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import Honour
from vinhdanh.showcase.relations import Honouree, Relations, grouped, shown_honours


class Occasions:
    """Named questions about places and years; each inverse is made when it is first asked for."""

    def __init__(self, relations: Relations) -> None:
        """Answer from the catalogue of `relations`."""
        self._relations = relations
        self._catalogue = relations.catalogue

    # -- places ----

    def place_name(self, record: Record) -> str | None:
        """The province of a record as it is written; that of its organisation for an initiative without one."""
        name: str | None = getattr(record, "place", None)
        if name is None and isinstance(record, Initiative) and record.organisation:
            organisation = self._catalogue.find(Organisation, record.organisation.id)
            return organisation.place if organisation else None
        return name

    def place_is_inferred(self, record: Record) -> bool:
        """Whether no source says outright that a record belongs to the province of `place_name`."""
        if isinstance(record, Initiative) and record.place is None and record.organisation:
            organisation = self._catalogue.find(Organisation, record.organisation.id)
            return bool(organisation and organisation.place_inferred)
        return bool(getattr(record, "place_inferred", False))

    def place_ids(self, record: Record) -> Iterator[str]:
        """The id of the province of today in which a record's place lies, if that is known."""
        found = self._catalogue.place(self.place_name(record))
        if found:
            yield found.today.id

    @cached_property
    def honourees_in(self) -> Mapping[str, tuple[Honouree, ...]]:
        """Honourees by the id of a province."""
        return grouped(self._relations.honourees, self.place_ids)

    @cached_property
    def initiatives_in(self) -> Mapping[str, tuple[Initiative, ...]]:
        """Initiatives by the id of a province."""
        return grouped(self._relations.initiatives, self.place_ids)

    @cached_property
    def organisations_in(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Organisations by the id of a province."""
        return grouped(self._relations.organisations, self.place_ids)

    @cached_property
    def events_in(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the id of a province."""
        return grouped(self._relations.events, self.place_ids)

    # -- years ----

    @cached_property
    def honours_of(self) -> Mapping[str, tuple[tuple[Honouree, Honour], ...]]:
        """Honourees with the honour, by the year in which it was given."""
        pairs = (
            (honouree, honour) for honouree in self._relations.honourees for honour in shown_honours(honouree)
        )
        return grouped(pairs, lambda pair: year_of(pair[1].year or pair[1].date))

    @cached_property
    def initiatives_of(self) -> Mapping[str, tuple[Initiative, ...]]:
        """Initiatives by the year in which they were first applied."""
        return grouped(self._relations.initiatives, lambda initiative: year_of(initiative.first_applied))

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by year."""
        return grouped(self._relations.events, lambda event: year_of(event.date))

    @cached_property
    def experiences_of(self) -> Mapping[str, tuple[Experience, ...]]:
        """Experiences by the year in which they were shared."""
        return grouped(self._relations.experiences, lambda experience: year_of(experience.date))

    @cached_property
    def milestones_of(self) -> Mapping[str, tuple[tuple[Programme, Milestone], ...]]:
        """Programmes with the milestone, by year."""
        pairs = (
            (programme, milestone)
            for programme in self._relations.programmes
            for milestone in programme.milestones
        )
        return grouped(pairs, lambda pair: year_of(pair[1].date))

    @cached_property
    def years(self) -> tuple[str, ...]:
        """Every year in which something happened, newest first."""
        inverses: Iterable[Mapping[str, object]] = (
            self.honours_of,
            self.initiatives_of,
            self.events_of,
            self.experiences_of,
            self.milestones_of,
        )
        return tuple(sorted({year for inverse in inverses for year in inverse}, reverse=True))


def year_of(date: PartialDate | None) -> tuple[str, ...]:
    """The year of a date in four digits, or nothing."""
    return (f"{date.year:04}",) if date else ()
