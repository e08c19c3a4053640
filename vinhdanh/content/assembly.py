"""From the readings of all files to the catalogue: twins joined to originals, references resolved, problems placed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import file_messages, reference_messages
from vinhdanh.content.catalogue import Catalogue, Key
from vinhdanh.content.fields import fields_of
from vinhdanh.content.groups import load_group
from vinhdanh.content.media import Media
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.content.model.values import Image
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import SITE, RawRecord
from vinhdanh.content.references import Resolver
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
    """The catalogue and everything that is wrong with the records together."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


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
    chosen = [
        raw for raw in _without_duplicates(raws, problems) if State.DRAFT in seen or not _is_draft_twin(raw)
    ]
    originals = {(raw.kind, raw.id): raw for raw in chosen if raw.lang == "vi" and raw.kind != SITE}
    twins = {(raw.kind, raw.id): raw for raw in chosen if raw.lang != "vi" and raw.kind != SITE}
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
    resolver = Resolver(records, states, media, prose, body_text)
    mentions: dict[Key, tuple[Key, ...]] = {}
    for raw in chosen:
        targets = resolver.resolve(raw)
        key = (raw.kind, raw.id)
        mentions[key] = (*mentions.get(key, ()), *targets)
    catalogue = Catalogue(site, shown.values(), states, prose, mentions, media.pictures, audience)
    return Assembled(catalogue, (*problems, *resolver.problems), tuple(resolver.notices))


def _is_draft_twin(raw: RawRecord) -> bool:
    """Whether a translation is still a draft, which is as if there were none yet."""
    return raw.lang != "vi" and bool(raw.values.get("draft"))


def load_record(raw: RawRecord, twin: RawRecord | None) -> Record:
    """The typed record of what was written, with its English twin's values."""
    record: Record = load_group(by_key()[raw.kind].record, raw.values, **_own(raw))
    return replace(record, translation=translation_of(type(record), twin)) if twin else record


def _own(raw: RawRecord) -> Mapping[str, Any]:
    return {"kind": raw.kind, "id": raw.id, "location": raw.location, "body": raw.body, "extra": raw.extra}


def translation_of(group: type, twin: RawRecord) -> Mapping[str, Any]:
    """The typed values of a twin by field name, with the digest of its body under `body`."""
    fields = fields_of(group)
    values = {name: fields[name].type.load(value) for name, value in twin.values.items()}
    return {**values, **twin.extra, **({"body": twin.body} if twin.body else {})}


def load_site(raws: Iterable[RawRecord]) -> Site:
    """The settings of the showcase; defaults where `site.yaml` says nothing."""
    found = {raw.lang: raw for raw in raws if raw.kind == SITE}
    site: Site = load_group(Site, found["vi"].values) if "vi" in found else Site()
    return replace(site, translation=translation_of(Site, found["en"])) if "en" in found else site


def _without_duplicates(raws: Iterable[RawRecord], problems: list[Problem]) -> list[RawRecord]:
    chosen: dict[tuple[str, str, str], RawRecord] = {}
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
    return list(chosen.values())


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
