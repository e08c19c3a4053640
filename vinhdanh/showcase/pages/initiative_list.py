"""The list of initiatives, those that came last to the site first."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.filters import initiative_filters
from vinhdanh.showcase.spec import Output


def outputs(frame: Frame) -> Iterator[Output]:
    """The list of initiatives on stable pages.

    Most initiatives have no date of their own, so that the day they came to the site decides; those of one day stand
    in the order of their first use. What is added later thus comes first, and older pages stay as they are.
    """
    show = frame.show
    initiatives = sorted(show.relations.initiatives, key=_arrival, reverse=True)
    title = show.word("initiatives_title", n=show.count(len(initiatives)))
    about = listing.of_kind(
        frame, "initiative", title, show.word("initiatives_lead"), initiative_filters(frame)
    )
    shelf = shelves.initiatives(show, initiatives)
    yield from listing.newest_first(frame, about, initiatives, shelf.row)


def _arrival(initiative: Initiative) -> str:
    return initiative.published.iso if initiative.published else ""
