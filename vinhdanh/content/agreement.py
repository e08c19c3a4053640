"""What is left of records where not all of them was agreed to: nobody else looks at them before, so that no page, no
list and no file has to know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import consent_messages
from vinhdanh.content.consents import Consents
from vinhdanh.content.model.consent import APART
from vinhdanh.content.reader import RawRecord

Written = tuple[str, str, str]
"""Kind, id and language of a record as it was written."""

PICTURES = frozenset({"image", "pictures"})
"""The fields that show somebody. A text may still say where a picture stood."""

KEPT = APART | {"name", "title"}
"""What stays of a record whatever was agreed to: without being named nobody is shown at all."""


def left_out(raw: RawRecord, limits: Collection[str]) -> tuple[str, ...]:
    """The fields of a record of which only `limits` were agreed to that are not to be published."""
    written = (*raw.values, *raw.extra, *(("body",) if raw.body else ()))
    return tuple(name for name in written if name not in limits and name not in KEPT)


def without(raw: RawRecord, fields: Collection[str]) -> RawRecord:
    """A record as if some fields, or its `body`, had never been written: neither they nor whom they mention count."""
    if not fields:
        return raw
    values = {name: value for name, value in raw.values.items() if name not in fields}
    extra = {name: value for name, value in raw.extra.items() if name not in fields}
    texts = frozenset(_texts([*values.values(), *extra.values()]))
    return raw._replace(
        values=values,
        extra=extra,
        body=b"" if "body" in fields else raw.body,
        mentions=tuple(each for each in raw.mentions if each.id in texts),
        media=tuple(each for each in raw.media if each.path in texts),
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, Mapping)):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)


class Agreed(NamedTuple):
    """Records with what was agreed to alone; a notice for each of which something is left out; and the ids of people
    who do not agree to be quoted."""

    raws: Mapping[Written, RawRecord]
    notices: tuple[Problem, ...]
    unquoted: frozenset[str]


def agreed(raws: Mapping[Written, RawRecord], agreements: Consents) -> Agreed:
    """What is left of records where not all of them was agreed to, but for `PICTURES`, which `assembly` takes out.

    A translation goes by the limits of its original. Exact words that somebody shared are left out where they do not
    agree to be quoted.
    """
    limits = {
        key[:2]: found
        for key, raw in (raws.items() if agreements.records else ())
        if raw.lang == "vi" and (found := agreements.limits(raw)) is not None
    }
    if not limits:
        return Agreed(raws, (), frozenset())
    unquoted = frozenset(id for (_, id), found in limits.items() if "quotes" not in found)
    kept, notices = {}, []
    for key, raw in raws.items():
        own = limits.get(key[:2])
        gone = left_out(raw, own) if own is not None else _quotes_of(raw, raws, unquoted)
        kept[key] = without(raw, [name for name in gone if name not in PICTURES])
        if gone and own is not None:
            place = Location(raw.location.file, raw.location.line, raw.location.column)
            notices.append(consent_messages.FIELDS_LEFT_OUT.at(place, id=raw.id, fields=", ".join(gone)))
    return Agreed(kept, tuple(notices), unquoted)


def _quotes_of(
    raw: RawRecord, raws: Mapping[Written, RawRecord], unquoted: Collection[str]
) -> tuple[str, ...]:
    """The field of exact words of an experience, if one of those who shared it is not to be quoted."""
    if raw.kind != "experience" or "quote" not in raw.values or not unquoted:
        return ()
    original = raws.get((raw.kind, raw.id, "vi"), raw)
    speakers = frozenset(_texts(original.values.get("speakers", [])))
    return ("quote",) if not speakers.isdisjoint(unquoted) else ()
