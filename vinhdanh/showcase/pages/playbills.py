"""The seminar as it is announced on other pages."""

from __future__ import annotations

from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.content.model.events import Event, Theme
from vinhdanh.showcase.markup import DOT, capitalised, joined
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Link, Playbill


def playbill(show: Presenter, event: Event | None) -> Playbill | None:
    """An event with its date and its themes; None for one without a date."""
    if event is None or event.date is None:
        return None
    return Playbill(
        joined(DOT, (kind_of_event(show, event), show.place_text(event.place))),
        event.date.iso,
        large_date(show, event) or "",
        billed_title(show, event),
        show.url(event),
        show.text(event, "summary"),
        themes_of(show, event),
    )


def billed_title(show: Presenter, event: Event) -> str:
    """The motto under which the event was announced, if there is one in this language; else its name."""
    motto = event.motto if show.lang == "vi" else event.translation.get("motto")
    return tidy(motto) if motto else show.heading(event)


def kind_of_event(show: Presenter, event: Event) -> str | None:
    """What kind of event it was, as the beginning of a line."""
    form = show.value(event, "form")
    return show.of(event, "form").foreign(capitalised(form)) if form else None


def large_date(show: Presenter, event: Event) -> str | None:
    """The date as it is set large: with dots in Vietnamese, as on a poster."""
    date = show.day(event.date)
    return date.replace("/", ".") if date else None


def themes_of(show: Presenter, event: Event) -> tuple[Link, ...]:
    """The themes of an event, in the order of its programme."""
    themes = (show.catalogue.find(Theme, id) for id in event.themes)
    return tuple(show.link(theme) for theme in themes if theme)
