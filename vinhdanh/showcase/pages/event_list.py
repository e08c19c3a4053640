"""The list of events: the seminar first, then all by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vinhdanh.content.model.events import Event
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.occasions import year_of
from vinhdanh.showcase.pages import listing
from vinhdanh.showcase.pages.playbills import playbill
from vinhdanh.showcase.pages.rows import event_row
from vinhdanh.showcase.pagination import leaves, pager
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Section


def outputs(frame: Frame) -> Iterator[Output]:
    """The list of this language; older events stand on numbered pages when there are many."""
    show = frame.show
    events = show.relations.events
    about = listing.of_kind(frame, "event", show.word("kind_event"), lead(show, events))

    def url_of(number: int | None) -> str:
        return about.url(frame, *_below(number))

    for leaf in leaves(events, frame.site.page_size):
        part = show.word("page_number", n=leaf.number) if leaf.number else None
        yield listing.page(
            frame,
            about,
            *_below(leaf.number),
            part=part,
            template="events.html",
            seminar=None if part else playbill(show, seminar(show)),
            sections=by_year(show, leaf.entries),
            pager=pager(leaf.number, leaf.older, url_of),
        )


def _below(number: int | None) -> tuple[Mapping[str, str] | str, ...]:
    return (listing.NUMBERED, str(number)) if number else ()


def seminar(show: Presenter) -> Event | None:
    """The event that comes first: the one that the home page announces, else the newest that has themes."""
    chosen = show.catalogue.find(Event, show.catalogue.site.home.event)
    return chosen or next((event for event in show.relations.events if event.themes), None)


def lead(show: Presenter, events: Sequence[Event]) -> str | None:
    """How many events there are, and from which years."""
    if not events:
        return show.word("empty_list")
    years = [event.date.year for event in events if event.date]
    if not years:
        return None
    return show.word("events_lead", n=show.count(len(events)), first=min(years), last=max(years))


def by_year(show: Presenter, events: Sequence[Event]) -> tuple[Section, ...]:
    """Events in parts, a year each; those without a date in the last."""
    years: dict[str, list[Event]] = {}
    for event in events:
        years.setdefault(next(iter(year_of(event.date)), ""), []).append(event)
    return tuple(
        Section(
            f"nam-{year or 'khac'}",
            year or show.word("year_unknown"),
            tuple(event_row(show, event) for event in found),
        )
        for year, found in years.items()
    )
