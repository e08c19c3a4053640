"""The head of a record's page: what stands around its title."""

from __future__ import annotations

from vinhdanh.content.model.record import Record
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Head

LONG_TITLE = 40
"""Characters from which a title is set smaller, so that it stays within three lines on a phone."""


def head(show: Presenter, record: Record, kicker: str | None = None) -> Head:
    """The head of a record: `kicker` names the field that stands above the title."""
    title = show.heading(record)
    translated = bool(record.translation.get("title") or record.translation.get("name"))
    return Head(
        show.text(record, kicker) if kicker else None,
        show.text(record, "summary"),
        "title-long" if len(title) > LONG_TITLE else None,
        "vi" if show.lang == "en" and not translated else None,
        "vi" if show.body_is_foreign(record) else None,
        tuple(show.of(record, "unverified").foreign(text) for text in show.value(record, "unverified")),
    )
