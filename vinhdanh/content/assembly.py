"""From the readings of all files to the catalogue: twins joined to originals, references resolved, problems placed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import file_messages, reference_messages
from vinhdanh.content.catalogue import BodyKey, Catalogue, Key
from vinhdanh.content.fields import fields_of
from vinhdanh.content.groups import load_group
from vinhdanh.content.media import Media
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.content.model.values import Image
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import SITE, RawRecord
from vinhdanh.content.references import Known, Resolved, Resolver, known_of
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import (
    SHOWN,
    Audience,
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

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the records together."""
        return (*self.amiss, *(problem for each in self.resolved.values() for problem in each.problems))

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What is not wrong but wanting."""
        return tuple(notice for each in self.resolved.values() for notice in each.notices)


def assemble(
    raws: Iterable[RawRecord],
    site: Site,
    prose: Mapping[bytes, ProseFacts],
    body_text: Callable[[RawRecord], str],
    media: Media,
    today: str,
    audience: Audience = Audience.READERS,
    understood: Understood | None = None,
) -> Assembled:
    """Join what was read into a catalogue for `audience`.

    `prose` says what each body says, by its digest; `body_text` gives the text of a body whose problems must be placed;
    `media` tells of the files below media/; `today` is an ISO date that decides what is public; `understood` has the
    records that were loaded before in this process.
    """
    problems: list[Problem] = []
    seen = SHOWN[audience]
    chosen = {
        key: raw
        for key, raw in _without_duplicates(raws, problems).items()
        if State.DRAFT in seen or not is_draft_twin(raw)
    }
    originals = {key[:2]: raw for key, raw in chosen.items() if raw.lang == "vi" and raw.kind != SITE}
    twins = {key[:2]: raw for key, raw in chosen.items() if raw.lang != "vi" and raw.kind != SITE}
    for key, twin in twins.items():
        if key not in originals:
            problems.append(file_messages.TWIN_WITHOUT_ORIGINAL.at(twin.location, id=twin.id))
    known = understood or Understood()
    records = {key: known.record(raw, twins.get(key), load_record) for key, raw in originals.items()}
    states = {key: state_of(record, today, site.accepted_bases) for key, record in records.items()}
    problems.extend(_withheld(records.values(), states, today, site.accepted_bases))
    hidden = {id for (kind, id), state in states.items() if kind == "person" and state not in seen}
    shown = dict(records)
    for key, record in records.items():
        for image in record.images:
            reason = picture_withheld_reason(image, today, site.accepted_bases, hidden)
            if reason:
                shown[key] = _without(shown[key], image)
                problems.append(_withheld_picture(record, image.file, reason, site.accepted_bases))
    bodies = {key: raw.body for key, raw in chosen.items() if raw.body}
    among = known_of(records, states, media, prose, bodies)
    resolver = Resolver(among, body_text)
    resolved = {key: resolver.resolve(raw) for key, raw in chosen.items()}
    mentions: dict[Key, tuple[Key, ...]] = {}
    for (kind, id, _), each in resolved.items():
        mentions[kind, id] = (*mentions.get((kind, id), ()), *each.targets)
    catalogue = Catalogue(site, shown.values(), states, prose, mentions, media.pictures, audience, bodies)
    return Assembled(catalogue, tuple(problems), chosen, among, resolved)


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


def _withheld(
    records: Iterable[Record], states: Mapping[Key, State], today: str, accepted: tuple[str, ...]
) -> Iterable[Problem]:
    for record in records:
        if states[record.key] is State.WITHHELD:
            vi, en = withheld_reason(record, today, accepted) or ("", "")
            # Neither the name nor the line that it stands on: problems are remembered, and printed into public logs.
            place = Location(record.location.file, record.location.line, record.location.column)
            yield reference_messages.WITHHELD_PERSON.at(
                place, id=record.id, reason_vi=vi, reason_en=en, accepted=", ".join(accepted)
            )


def _without(record: Record, image: Image) -> Record:
    """The record without a picture, wherever it declares its file."""
    head = None if record.image and record.image.file == image.file else record.image
    others = tuple(other for other in record.pictures if other.file != image.file)
    return replace(record, image=head, pictures=others)


def _withheld_picture(
    record: Record, path: str, reason: tuple[str, str], accepted: tuple[str, ...]
) -> Problem:
    words = {"reason_vi": reason[0], "reason_en": reason[1], "accepted": ", ".join(accepted)}
    return reference_messages.WITHHELD_PICTURE.at(record.location, path=path, **words)
