"""The A–Z of people by their given names, and the list of collectives."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.filters import people_filters
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Section


def outputs(frame: Frame) -> Iterator[Output]:
    """The list of people, with the collectives after them, and the list of collectives."""
    show = frame.show
    people, collectives = show.relations.people, show.relations.collectives
    shelf = shelves.people(show, people)
    title = show.word("people_title", n=show.count(len(people)))
    about = listing.of_kind(frame, "person", title, show.word("people_lead"), people_filters(frame))
    yield from listing.by_letter(
        frame, about, people, shelves.stem_of_honouree, shelf.row, sections=_teams(frame)
    )
    if collectives:
        teams = shelves.people(show, collectives)
        title = show.word("collectives_title", n=show.count(len(collectives)))
        about = listing.of_kind(frame, "collective", title, show.word("collectives_lead"))
        yield from listing.by_letter(frame, about, collectives, shelves.stem_of_honouree, teams.row)


def _teams(frame: Frame) -> tuple[Section, ...]:
    """The collectives as a part of the list of people; the first ones when they are many."""
    show = frame.show
    shelf = shelves.people(show, show.relations.collectives, show.word("kind_collective"))._replace(
        id="tap-the"
    )
    url = show.addresses.url(show.addresses.kind("collective", lang=frame.lang))
    return tuple(
        section._replace(url=url) if section.url else section
        for section in shelves.sections(frame, [shelf], ())
    )
