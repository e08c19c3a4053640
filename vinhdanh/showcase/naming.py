"""Names of records for lines of other words, marked as Vietnamese where they are not in the page's language."""

from __future__ import annotations

from vinhdanh.content.model.pages import Sector
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.presenter import Presenter


def label(show: Presenter, record: Record) -> str:
    """The name or title of a record."""
    heading = show.heading(record)
    translated = show.has_page(record) or isinstance(record, Sector)
    return heading if translated else show.foreign(heading)


def brief(show: Presenter, record: Record) -> str:
    """The name in daily use where a record has one, else its name or title."""
    short = show.text(record, "short_name") if hasattr(record, "short_name") else None
    return short or label(show, record)
