"""The words on the share card of a record."""

from __future__ import annotations

from vinhdanh.content.model.events import Event
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.pages.playbills import billed_title, kind_of_event
from vinhdanh.showcase.pages.rows import employer, record_row
from vinhdanh.showcase.presenter import Presenter


def texts_of(show: Presenter, record: Record) -> dict[str, str | None]:
    """By their place on the card, as `render.imaging.cards` names it; None where there is nothing to say."""
    row = record_row(show, record)
    kicker: str | None = show.word(f"one_{record.kind}")
    title, unit, award = show.heading(record), joined(DOT, row.meta), row.honours
    if isinstance(record, (Person, Collective)):
        job = show.text(record, "job_title") if isinstance(record, Person) else None
        kicker = job or kicker
        unit = joined(DOT, (employer(show, record), show.place_text(record.place)))
    elif isinstance(record, Event):
        kicker = joined(DOT, (kind_of_event(show, record) or kicker, show.place_text(record.place)))
        title = billed_title(show, record) if record.themes else title
        unit = show.day(record.date) or ""
    return {
        "kicker": kicker,
        "title": title,
        "line": show.plain(record, "summary"),
        "unit": unit if unit != kicker else None,
        "award": award,
    }
