"""From the readings of all files to the catalogue: twins joined to originals, references resolved, problems placed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from vinhdanh.base.problems import Location, Problem, Severity
from vinhdanh.content import agreement, consent_messages, file_messages, reference_messages
from vinhdanh.content.agreement import Agreed
from vinhdanh.content.catalogue import BodyKey, Catalogue, Key, Reserved
from vinhdanh.content.consents import CONSENT, NOWHERE, Consents
from vinhdanh.content.fields import fields_of
from vinhdanh.content.groups import load_group
from vinhdanh.content.media import Media
from vinhdanh.content.model.consent import DATA, PRINT, SOCIAL
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.content.model.values import Image
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import SITE, RawRecord
from vinhdanh.content.references import Known, Resolved, Resolver, known_of
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import (
    ELSEWHERE,
    SHOWN,
    Audience,
    Reason,
    State,
    picture_withheld_reason,
    state_of,
    withheld_reason,
)


class Assembled(NamedTuple):
    """The catalogue, and everything that is wrong with the records together; with what it was assembled from."""

    catalogue: Catalogue
    amiss: tuple[Problem, ...]
    """What is wrong besides the references."""
    raws: Mapping[BodyKey, RawRecord]
    """The readings that were joined, by kind, id and language, in the order of their files."""
    known: Known
    resolved: Mapping[BodyKey, Resolved]
    agreed: Agreed
    """What was agreed to."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the records together. Where nobody's consent can be looked up, it is no news that their
        names are left out."""
        of_references = (problem for each in self.resolved.values() for problem in each.problems)
        if not self.knows_consents:
            unknown = reference_messages.WITHHELD_REFERENCE.code
            of_references = (problem for problem in of_references if problem.code != unknown)
        return (*self.amiss, *of_references)

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What is not wrong but wanting."""
        return (*self.agreed.notices, *(notice for each in self.resolved.values() for notice in each.notices))

    @property
    def knows_consents(self) -> bool:
        """Whether everybody's consent could be looked up."""
        return all(each.code != consent_messages.CONSENTS_ELSEWHERE.code for each in self.amiss)


def assemble(
    raws: Iterable[RawRecord],
    site: Site,
    prose: Mapping[bytes, ProseFacts],
    body_text: Callable[[RawRecord], str],
    media: Media,
    today: str,
    audience: Audience = Audience.READERS,
    understood: Understood | None = None,
    agreements: Consents = NOWHERE,
) -> Assembled:
    """Join what was read into a catalogue for `audience`.

    `prose` says what each body says, by its digest; `body_text` gives the text of a body whose problems must be placed;
    `media` tells of the files below media/; `today` is an ISO date that decides what is public; `understood` has the
    records that were loaded before in this process; `agreements` say who agreed to what.
    """
    problems: list[Problem] = [*agreements.problems]
    seen = SHOWN[audience]
    written = {
        key: raw
        for key, raw in _without_duplicates(raws, problems).items()
        if State.DRAFT in seen or not is_draft_twin(raw)
    }
    agreed = agreement.agreed(written, agreements)
    chosen = agreed.raws
    originals = {key[:2]: raw for key, raw in chosen.items() if raw.lang == "vi" and raw.kind != SITE}
    twins = {key[:2]: raw for key, raw in chosen.items() if raw.lang != "vi" and raw.kind != SITE}
    for key, twin in twins.items():
        if key not in originals:
            problems.append(file_messages.TWIN_WITHOUT_ORIGINAL.at(twin.location, id=twin.id))
    known = understood or Understood()
    records = {key: known.record(raw, twins.get(key), load_record) for key, raw in originals.items()}
    gate = _Gate(today, site.accepted_bases, agreements, audience)
    states = {
        key: state_of(record, today, site.accepted_bases, agreements) for key, record in records.items()
    }
    hidden = {id for (kind, id), state in states.items() if kind == "person" and state not in seen}
    shown = gate.pictures(records, hidden)
    problems.extend(gate.problems(records.values(), states))
    bodies = {key: raw.body for key, raw in chosen.items() if raw.body}
    among = known_of(records, states, media, prose, bodies)
    resolver = Resolver(among, body_text)
    resolved = {key: resolver.resolve(raw) for key, raw in chosen.items()}
    mentions: dict[Key, tuple[Key, ...]] = {}
    for (kind, id, _), each in resolved.items():
        mentions[kind, id] = (*mentions.get((kind, id), ()), *each.targets)
    purposes = (PRINT, DATA, SOCIAL) if agreements.records else ()
    reserved = {purpose: _reserved(purpose, shown.values(), agreements) for purpose in purposes}
    catalogue = Catalogue(
        site, shown.values(), states, prose, mentions, media.pictures, audience, bodies, reserved
    )
    return Assembled(catalogue, tuple(problems), chosen, among, resolved, agreed)


def is_draft_twin(raw: RawRecord) -> bool:
    """Whether a translation is still a draft, which is as if there were none yet."""
    return raw.lang != "vi" and bool(raw.values.get("draft"))


def load_record(raw: RawRecord, twin: RawRecord | None) -> Record:
    """The typed record of what was written, with its English twin's values."""
    record: Record = load_group(by_key()[raw.kind].record, raw.values, **_own(raw))
    return replace(record, translation=translation_of(type(record), twin)) if twin else record


def _own(raw: RawRecord) -> Mapping[str, Any]:
    return {
        "kind": raw.kind,
        "id": raw.id,
        "location": raw.location,
        "has_body": bool(raw.body),
        "extra": raw.extra,
    }


def translation_of(group: type, twin: RawRecord) -> Mapping[str, Any]:
    """The typed values of a twin by field name, and `has_body` when it has one."""
    fields = fields_of(group)
    values = {name: fields[name].type.load(value) for name, value in twin.values.items()}
    return {**values, **twin.extra, **({"has_body": True} if twin.body else {})}


def load_site(raws: Iterable[RawRecord]) -> Site:
    """The settings of the showcase; defaults where `site.yaml` says nothing."""
    found = {raw.lang: raw for raw in raws if raw.kind == SITE}
    site: Site = load_group(Site, found["vi"].values) if "vi" in found else Site()
    return replace(site, translation=translation_of(Site, found["en"])) if "en" in found else site


def _without_duplicates(raws: Iterable[RawRecord], problems: list[Problem]) -> Mapping[BodyKey, RawRecord]:
    chosen: dict[BodyKey, RawRecord] = {}
    for raw in raws:
        key = (raw.kind, raw.id, raw.lang)
        first = chosen.setdefault(key, raw)
        if first is not raw:
            kind = by_key().get(raw.kind)
            names = (
                {"kind_vi": kind.one[0], "kind_en": kind.one[1]} if kind else {"kind_vi": "", "kind_en": ""}
            )
            other = f"{first.location.file}:{first.location.line}"
            problems.append(file_messages.DUPLICATE_ID.at(raw.location, id=raw.id, other=other, **names))
    return chosen


class _Gate:
    """Who and what is withheld on a day, and what there is to say of it."""

    def __init__(
        self, today: str, accepted: tuple[str, ...], agreements: Consents, audience: Audience
    ) -> None:
        self._today = today
        self._accepted = accepted
        self._agreements = agreements
        self._audience = audience
        self._withheld: list[tuple[Record, str, Reason]] = []

    def pictures(self, records: Mapping[Key, Record], hidden: set[str]) -> dict[Key, Record]:
        """The records without the pictures that may not be shown; `hidden` are the ids of people who are not."""
        shown = dict(records)
        limits = {
            key: found for key, record in records.items() if (found := self._limits(record)) is not None
        }
        unpictured = {
            id for (kind, id), found in limits.items() if kind == "person" and "pictures" not in found
        }
        for key, record in records.items():
            others = unpictured - {record.id} if record.kind == "person" else unpictured
            for image in record.images:
                field = "image" if image is record.image else "pictures"
                reason = picture_withheld_reason(
                    image, self._today, self._accepted, hidden, self._agreements, others
                )
                if reason or field not in limits.get(key, (field,)):
                    shown[key] = _without(shown[key], image)
                if reason:
                    self._withheld.append((record, image.file, reason))
        return shown

    def _limits(self, record: Record) -> frozenset[str] | None:
        """The fields of an honouree that were agreed to, if not all."""
        basis = record.basis if isinstance(record, (Person, Collective)) else None
        consent = self._agreements.of(basis)
        return consent.limits if consent else None

    def problems(self, records: Iterable[Record], states: Mapping[Key, State]) -> Iterator[Problem]:
        """What there is to say of everybody and of every picture that is withheld."""
        for record in records:
            if states[record.key] is State.WITHHELD:
                reason = withheld_reason(record, self._today, self._accepted, self._agreements)
                self._withheld.append((record, "", reason or ("", "")))
        if any(reason == ELSEWHERE for _, _, reason in self._withheld):
            found = consent_messages.CONSENTS_ELSEWHERE.at(None)
            weight = Severity.WARNING if self._audience is Audience.EDITORS else found.severity
            yield replace(found, severity=weight)
        for record, picture, reason in self._withheld:
            if reason != ELSEWHERE:
                yield self._problem(record, picture, reason)

    def _problem(self, record: Record, picture: str, reason: Reason) -> Problem:
        words = {"reason_vi": reason[0], "reason_en": reason[1], "accepted": ", ".join(self._accepted)}
        if picture:
            return reference_messages.WITHHELD_PICTURE.at(record.location, path=picture, **words)
        # Neither the name nor the line that it stands on: problems are remembered, and printed into public logs.
        place = Location(record.location.file, record.location.line, record.location.column)
        basis = record.basis if isinstance(record, (Person, Collective)) else None
        by_consent = basis and basis.kind == CONSENT and CONSENT in self._accepted and not basis.withdrawn
        message = consent_messages.NO_CONSENT if by_consent else reference_messages.WITHHELD_PERSON
        return message.at(place, id=record.id, **words)


def _reserved(purpose: str, records: Iterable[Record], agreements: Consents) -> Reserved:
    """Who did not agree to a purpose, and the pictures that show them or were not agreed to themselves."""
    records = tuple(records)
    honourees = frozenset(
        record.key
        for record in records
        if isinstance(record, (Person, Collective))
        and (consent := agreements.of(record.basis))
        and purpose not in consent.purposes
    )
    people = {id for kind, id in honourees if kind == "person"}
    pictures = frozenset(
        image.file
        for record in records
        for image in record.images
        if record.key in honourees
        or not people.isdisjoint(image.people)
        or ((own := agreements.of(image.basis)) and purpose not in own.purposes)
    )
    return Reserved(honourees, pictures)


def _without(record: Record, image: Image) -> Record:
    """The record without a picture, wherever it declares its file."""
    head = None if record.image and record.image.file == image.file else record.image
    others = tuple(other for other in record.pictures if other.file != image.file)
    return replace(record, image=head, pictures=others)
