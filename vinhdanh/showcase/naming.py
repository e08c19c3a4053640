"""Names of records for lines of other words, marked as Vietnamese where they are not in the page's language."""

from __future__ import annotations

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
