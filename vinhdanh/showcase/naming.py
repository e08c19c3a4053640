"""Names of records for lines of other words, marked as Vietnamese where they are not in the page's language."""

from __future__ import annotations

from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.domain_types import Party
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Value


def brief(show: Presenter, record: Record) -> str:
    """The name in daily use where a record has one, else its name or title."""
    short = show.text(record, "short_name") if hasattr(record, "short_name") else None
    return short or show.label(record)


def named(show: Presenter, party: Party | None) -> Value | None:
    """Somebody who acts: the name or title of a public record with its address, or the words that stand for it."""
    link = show.party(party)
    return Value(link.title, link.url) if link else None


def names_of(record: Record) -> tuple[str, ...]:
    """What a record is called, in each language in which it has a name of its own."""
    return tuple(dict.fromkeys((record.heading, str(record.translation.get("name") or record.heading))))


def tells_name(path: str, record: Record) -> bool:
    """Whether a word of the record's name stands in the path of an output, so that the address tells who it is."""
    words = {word for name in names_of(record) for word in slugify(name).split("-")}
    return any(word in words for word in slugify(path).split("-"))
