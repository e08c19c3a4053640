"""From one catalogue to the next when a few files were saved: what nobody else looks at is not joined again.

A record is looked at by those that mention it, by those in which something is wrong (who may have meant it), and, for
what `_concerns_all` names, by everybody. Where that has changed, all must be assembled anew. What comes out is the same
either way, to the last problem.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from vinhdanh.content.assembly import Assembled, is_draft_twin, load_record
from vinhdanh.content.catalogue import BodyKey, Key
from vinhdanh.content.consents import CONSENT, NOWHERE
from vinhdanh.content.model.pages import Place
from vinhdanh.content.model.record import Record
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import SITE, RawRecord
from vinhdanh.content.references import Known, Resolved, Resolver
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import State, state_of


def amended(
    before: Assembled,
    raws: Sequence[RawRecord],
    prose: Mapping[bytes, ProseFacts],
    body_text: Callable[[RawRecord], str],
    today: str,
    understood: Understood,
) -> Assembled | None:
    """What assembling gives with `raws` in the places of those of their names, or None when all must be assembled anew.

    `prose` says what their bodies say; `body_text`, `today` and `understood` are as for `assembly.assemble`, and all
    else is as it was when `before` was assembled.
    """
    if not all(_takes_a_place(before, raw, prose) for raw in raws):
        return None
    keys = {(raw.kind, raw.id) for raw in raws}
    chosen = {**before.raws, **{(raw.kind, raw.id, raw.lang): raw for raw in raws}}
    loaded = {
        (kind, id): understood.record(chosen[kind, id, "vi"], chosen.get((kind, id, "en")), load_record)
        for kind, id in keys
    }
    records = {key: new for key, new in loaded.items() if new is not before.known.records[key]}
    if any(_concerns_all(before, record, today) for record in records.values()):
        return None
    known = _known(before.known, records, prose, raws)
    resolver = Resolver(known, body_text)
    fresh = {key: resolver.resolve(chosen[key]) for key in _to_resolve(before, known, keys)}
    resolved = {**before.resolved, **fresh}
    mentions = _mentions(before, resolved, {(kind, id) for kind, id, _ in fresh})
    catalogue = before.catalogue.amended(records, known.prose, known.bodies, mentions)
    return before._replace(catalogue=catalogue, raws=chosen, known=known, resolved=resolved)


def _takes_a_place(before: Assembled, raw: RawRecord, prose: Mapping[bytes, ProseFacts]) -> bool:
    """Whether there was a reading of that name in the same file, which used the same files of media/."""
    old = before.raws.get((raw.kind, raw.id, raw.lang))
    return (
        old is not None
        and raw.kind != SITE
        and (raw.kind, raw.id) in before.known.records
        and raw.location.file == old.location.file
        and is_draft_twin(raw) == is_draft_twin(old)
        and not (raw.kind == "experience" and before.agreed.unquoted)
        and not _is_by_consent(raw)
        and not _is_by_consent(before.raws.get((raw.kind, raw.id, "vi"), raw))
        and _media(raw, prose) == _media(old, before.known.prose)
    )


def _is_by_consent(raw: RawRecord) -> bool:
    """Whether a record relies on a consent, which decides what of it counts and what others may show."""
    basis = raw.values.get("basis")
    return isinstance(basis, Mapping) and basis.get("kind") == CONSENT


def _media(raw: RawRecord, prose: Mapping[bytes, ProseFacts]) -> frozenset[str]:
    """The files of media/ that a record and its body use."""
    return frozenset((*(use.path for use in raw.media), *prose.get(raw.body, ProseFacts()).media))


def _concerns_all(before: Assembled, record: Record, today: str) -> bool:
    """Whether a record differs from its version of before in what others are joined by without mentioning it.

    That is whether it is shown, its former ids, the names of a province, and what is withheld of pictures of people.
    """
    old = before.known.records[record.key]
    state = state_of(record, today, before.catalogue.site.accepted_bases, NOWHERE)
    return (
        state is not before.known.states[record.key]
        or state is State.WITHHELD
        or record.aliases != old.aliases
        or isinstance(record, Place)
        or any(image.people for image in (*record.images, *old.images))
    )


def _known(
    before: Known,
    records: Mapping[Key, Record],
    prose: Mapping[bytes, ProseFacts],
    raws: Sequence[RawRecord],
) -> Known:
    bodies = {**before.bodies, **{(raw.kind, raw.id, raw.lang): raw.body for raw in raws}}
    for raw in raws:
        if not raw.body:
            del bodies[raw.kind, raw.id, raw.lang]
    return before._replace(
        records={**before.records, **records} if records else before.records,
        prose={**before.prose, **prose},
        bodies=bodies,
    )


def _to_resolve(before: Assembled, known: Known, keys: Collection[Key]) -> Iterator[BodyKey]:
    """Whose references may be resolved otherwise: those that were saved, with their twins; those in which something
    was wrong; and those that mention one whose sections have changed."""
    moved = {key for key in keys if _sections(before.known, key) != _sections(known, key)}
    for key, resolved in before.resolved.items():
        if key[:2] in keys or resolved.problems or not moved.isdisjoint(resolved.targets):
            yield key


def _sections(known: Known, key: Key) -> tuple[str, ...]:
    """The sections of a record's page that links can lead to."""
    facts = known.prose.get(known.bodies.get((*key, "vi"), b""), ProseFacts())
    return tuple(id for _, id, _ in facts.headings)


def _mentions(
    before: Assembled, resolved: Mapping[BodyKey, Resolved], keys: Collection[Key]
) -> Mapping[Key, tuple[Key, ...]]:
    """Who mentions whom; the very same as before if nobody mentions another than then."""
    mentions = before.catalogue.mentions
    now = {key: _targets(resolved, key) for key in keys}
    changed = {key: targets for key, targets in now.items() if set(targets) != set(mentions[key])}
    return {**mentions, **changed} if changed else mentions


def _targets(resolved: Mapping[BodyKey, Resolved], key: Key) -> tuple[Key, ...]:
    found = (resolved.get((*key, lang)) for lang in ("vi", "en"))
    return tuple(target for each in found if each for target in each.targets)
