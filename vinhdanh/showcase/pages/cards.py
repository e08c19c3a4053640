"""Share cards as planned outputs: one for every record with a page that may have one, and one of the site for all other
pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from vinhdanh.content.model.record import Record
from vinhdanh.showcase import pictures
from vinhdanh.showcase.addresses import card_path
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages.card_texts import texts_of
from vinhdanh.showcase.pages.drawings import what as drawing_of
from vinhdanh.showcase.pictures import Shape
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
    texts = texts_of(show, record)
    found.update({name: _bare(text) for name, text in texts.items() if text})
    photograph = pictures.of_record(show.catalogue, record, PORTRAIT)
    if photograph and photograph.path not in frame.unshared.pictures:
        found["source"], found["digest"] = photograph.path, photograph.picture.digest
        found["box"] = photograph.box
    else:
        found["drawing"] = drawing_of(show.relations, record)
    return found


def _bare(text: str) -> str:
    """Text without the marks of its language."""
    return str(text.striptags()) if isinstance(text, Markup) else text
