"""All records together, frozen: found by id, sorted by kind, with who mentions whom. Hidden ones cannot be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from vinhdanh.base.vietnamese.text import fold
from vinhdanh.content.media import Picture
from vinhdanh.content.model.kinds import by_record
from vinhdanh.content.model.pages import Place, Source
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.visibility import SHOWN, Audience, State

Key = tuple[str, str]
"""Kind and id of a record."""

BodyKey = tuple[str, str, str]
"""Kind, id and language of a text."""

R = TypeVar("R", bound=Record)


class Reserved(NamedTuple):
    """What must be left out where something is made for one purpose: honourees, and pictures by their files."""

    honourees: frozenset[Key] = frozenset()
    pictures: frozenset[str] = frozenset()


class PlaceThen(NamedTuple):
    """A province as it was called at the time, and today's province."""

    name: str
    today: Place
    former: bool


class Catalogue:
    """Every record of a showcase. Only what its audience may see is given out; `state` tells of the others."""

    def __init__(
        self,
        site: Site,
        records: Iterable[Record],
        states: Mapping[Key, State],
        prose: Mapping[bytes, ProseFacts],
        mentions: Mapping[Key, tuple[Key, ...]],
        pictures: Mapping[str, Picture],
        audience: Audience = Audience.READERS,
        bodies: Mapping[BodyKey, bytes] = MappingProxyType({}),
        reserved: Mapping[str, Reserved] = MappingProxyType({}),
    ) -> None:
        """Take loaded records with their states, what each body says by its digest, the resolved mentions, the pictures
        that they use, whose bodies there are, and what is public but reserved from a purpose."""
        self.site = site
        self._all = {record.key: record for record in records}
        self._states = states
        self._prose = prose
        self._bodies = bodies
        self.mentions = mentions
        """Who mentions whom, whether they are shown or not."""
        self._pictures = pictures
        self._reserved = reserved
        self._shown = SHOWN[audience]
        self._public = {key: record for key, record in self._all.items() if states[key] in self._shown}
        by_kind: dict[str, list[Record]] = {}
        for record in self._public.values():
            by_kind.setdefault(record.kind, []).append(record)
        self._by_kind = {kind: tuple(found) for kind, found in by_kind.items()}
        self._places = place_names(self.every(Place))

    def amended(
        self,
        records: Mapping[Key, Record],
        prose: Mapping[bytes, ProseFacts],
        bodies: Mapping[BodyKey, bytes],
        mentions: Mapping[Key, tuple[Key, ...]],
    ) -> Catalogue:
        """This catalogue with other versions of some of its `records`, in the same states, none of them a province; and
        with what all bodies say and all mention now."""
        found = copy(self)
        found._prose, found._bodies = prose, bodies
        if records or mentions is not self.mentions:
            found.mentions = mentions
            vars(found).pop("_mentioned_by", None)
        if records:
            shown = {key: record for key, record in records.items() if key in self._public}
            found._all, found._public = {**self._all, **records}, {**self._public, **shown}
            for kind in {kind for kind, _ in shown}:
                of_kind = tuple(shown.get(each.key, each) for each in self._by_kind[kind])
                found._by_kind = {**found._by_kind, kind: of_kind}
        return found

    def has_records_of(self, other: Catalogue) -> bool:
        """Whether this was amended from another catalogue, or that from this, and no record differs but by its body."""
        return self._public is other._public and self._all is other._all

    def bodies_since(self, other: Catalogue) -> frozenset[Key] | None:
        """The records whose bodies differ from another catalogue, if nothing else does: None if that is not known."""
        if not self.has_records_of(other) or self.mentions is not other.mentions:
            return None
        return frozenset(key[:2] for key, body in self._bodies.items() if other._bodies.get(key) != body)

    @cached_property
    def _mentioned_by(self) -> Mapping[Key, tuple[Key, ...]]:
        inverse: dict[Key, dict[Key, None]] = {}
        for origin, targets in self.mentions.items():
            if self._states.get(origin) in self._shown:
                for target in targets:
                    inverse.setdefault(target, {})[origin] = None
        return {target: tuple(origins) for target, origins in inverse.items()}

    def every(self, record_type: type[R]) -> tuple[R, ...]:
        """The public records of a class, in the order of their files."""
        return cast("tuple[R, ...]", self._by_kind.get(by_record()[record_type].key, ()))

    def find(self, record_type: type[R], id: str | None) -> R | None:
        """The public record of a class with an id, or None."""
        return cast("R | None", self._public.get((by_record()[record_type].key, id))) if id else None

    def get(self, key: Key) -> Record | None:
        """The public record of a kind and id, or None."""
        return self._public.get(key)

    def state(self, key: Key) -> State | None:
        """The state of any record, or None when there is none."""
        return self._states.get(key)

    def names(self) -> Mapping[Key, str]:
        """What every record is called, also those that are not public: for editors, who refer to them too."""
        return {key: record.heading for key, record in self._all.items()}

    def unpublished(self) -> Iterator[Record]:
        """The records that readers are not shown, whatever the audience of this catalogue."""
        return (record for key, record in self._all.items() if self._states[key] is not State.PUBLIC)

    def records(self) -> Iterator[Record]:
        """Every public record, kind by kind."""
        for records in self._by_kind.values():
            yield from records

    def known(self) -> Iterator[Record]:
        """Every record, public or not: for those who write, never for an output."""
        yield from self._all.values()

    def mentioned_by(self, key: Key) -> tuple[Record, ...]:
        """The public records whose fields or body mention the record of `key`."""
        return tuple(self._all[origin] for origin in self._mentioned_by.get(key, ()))

    def reserved(self, purpose: str) -> Reserved:
        """What may be shown on the pages, but not be used for a purpose, because it was not agreed to."""
        return self._reserved.get(purpose, Reserved())

    def source(self, id: str) -> Source | None:
        """The source with an id, or None."""
        return cast("Source | None", self.get(("source", id)))

    def picture(self, path: str) -> Picture | None:
        """What is known of a file of media/, or None when it is not there or cannot be shown."""
        found = self._pictures.get(path)
        return found if found and found.fault is None else None

    def place(self, name: str | None) -> PlaceThen | None:
        """The province of a name of then or now, or None."""
        return self._places.get(fold(name)) if name else None

    def body(self, record: Record, lang: str = "vi") -> bytes:
        """The digest of the body of a record, or of its English twin; empty when there is none."""
        return self._bodies.get((record.kind, record.id, lang), b"")

    def prose(self, body: bytes) -> ProseFacts:
        """What a body says; nothing for the digest of no body."""
        return self._prose.get(body) or ProseFacts()


def place_names(places: Iterable[Place]) -> Mapping[str, PlaceThen]:
    """Provinces by every folded name of then and now; today's names come before former ones."""
    places = tuple(places)
    found: dict[str, PlaceThen] = {}
    for place in places:
        for name in (place.name, *place.also, place.id):
            found.setdefault(fold(name), PlaceThen(place.name, place, former=False))
    for place in places:
        for name in place.predecessors:
            found.setdefault(fold(name), PlaceThen(name, place, former=True))
    return found
