"""The drawings of records, as files: one for pages and cards, a small one for lists."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.content.model.events import Event, Experience, Theme
from vinhdanh.content.model.pages import Sector, Story
from vinhdanh.content.model.people import Person
from vinhdanh.content.model.programmes import Award, Programme
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.addresses import drawing_path
from vinhdanh.showcase.relations import Relations
from vinhdanh.showcase.spec import Output

SIZES = ("card", "thumb")

SIZES_OF = {"place": ("card",), "source": (), "page": ()}
"""Sizes of the kinds that no page shows in both."""

MOTIFS = {
    "event": "drum",
    "theme": "drum",
    "award": "medal",
    "programme": "milestones",
    "organisation": "building",
    "place": "map",
}
"""Motifs of the kinds that have their own; all others are drawn by their sector."""


def outputs(relations: Relations) -> Iterator[Output]:
    """The drawings of every public record."""
    for record in relations.catalogue.records():
        drawn = what(relations, record)
        for size in SIZES_OF.get(record.kind, SIZES):
            yield Output(
                drawing_path(record, size),
                "drawing",
                {"drawing": {**drawn, "size": size}},
                record.location.file,
            )


def what(relations: Relations, record: Record) -> dict[str, object]:
    """What the drawing of a record shows, in every size."""
    sector = relations.catalogue.find(Sector, _sector_id(relations, record))
    recognition = isinstance(record, Award) and record.form == "mention"  # no award, and no gold
    motif = (
        "compass"
        if recognition
        else MOTIFS.get(record.kind) or (sector.motif if sector else None) or "compass"
    )
    hue = sector.hue if sector else None
    found: dict[str, object] = {"seed": f"{record.kind}/{record.id}", "motif": motif}
    if isinstance(record, Person):
        found["monogram"] = record.parts.initial
    if isinstance(record, Event):
        found["marks"] = len(record.themes) or len(record.agenda)
    elif isinstance(record, Programme):
        found["marks"] = len(record.milestones)
    elif isinstance(record, Theme):
        found["marks"] = record.order
    if record.kind not in ("event", "theme", "award"):
        found["hue"] = hue
    return found


def _sector_id(relations: Relations, record: Record) -> str | None:
    if isinstance(record, Sector):
        return record.id
    if isinstance(record, Story):
        about = (relations.featured(feature.who) for feature in record.features)
        return next((found for item in about if item and (found := getattr(item, "sector", None))), None)
    if isinstance(record, Experience):
        people = (speaker.who.id for speaker in record.speakers if speaker.who and speaker.who.id)
        return next((p.sector for id in people if (p := relations.catalogue.find(Person, id))), None)
    found = getattr(record, "sector", None)
    return found if isinstance(found, str) else None
