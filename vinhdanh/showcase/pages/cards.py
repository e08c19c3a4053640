"""Share cards as planned outputs: one for every record with a page, and one of the site for all other pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from vinhdanh.content.model.events import Event
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.showcase import pictures
from vinhdanh.showcase.addresses import card_path
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.pages.drawings import what as drawing_of
from vinhdanh.showcase.pages.playbills import billed_title, kind_of_event
from vinhdanh.showcase.pages.rows import employer, record_row
from vinhdanh.showcase.pictures import Shape
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import CARD, Output

PORTRAIT = Shape((456, 630), (456,), ("jpg",))
"""The part of a photograph that a card shows, in the ratio of its panel."""

SITE_DRAWING = {"seed": "site", "motif": "drum", "marks": 5}
"""What stands on the card of the site: the drum of the seminar."""


def outputs(frame: Frame) -> Iterator[Output]:
    """The cards of this language; none where the theme lacks the typefaces."""
    if not frame.has_cards:
        return
    texts = {"title": frame.text("name"), "line": frame.text("tagline")}
    what = {**texts, "site": frame.text("name"), "drawing": SITE_DRAWING}
    yield Output(card_path(None, frame.lang), CARD, {"card": what}, "site.yaml")
    for record in frame.carded:
        path = card_path(record, frame.lang)
        yield Output(path, CARD, {"card": _what(frame, record)}, record.location.file)


def _what(frame: Frame, record: Record) -> dict[str, Any]:
    """All that the card of a record shows, as `render.imaging.cards` reads it."""
    show = frame.show
    found: dict[str, Any] = {"site": frame.text("name")}
    texts = _texts(show, record)
    found.update({name: _bare(text) for name, text in texts.items() if text})
    photograph = pictures.of_record(show.catalogue, record, PORTRAIT)
    if photograph:
        found["source"], found["digest"] = photograph.path, photograph.picture.digest
        found["box"] = photograph.box
    else:
        found["drawing"] = drawing_of(show.relations, record)
    return found


def _texts(show: Presenter, record: Record) -> dict[str, str | None]:
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


def _bare(text: str) -> str:
    """Text without the marks of its language."""
    return str(text.striptags()) if isinstance(text, Markup) else text
