"""Pages of events: the programme, who spoke, what was said and shared, what came before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vinhdanh.content.model.events import EVENT_ROLES, Event, Experience, Participation, Theme
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Programme
from vinhdanh.showcase.addresses import calendar_path
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import DOT, capitalised, joined
from vinhdanh.showcase.pages.fields import figures, steps
from vinhdanh.showcase.pages.heads import LONG_TITLE, head
from vinhdanh.showcase.pages.lessons import lesson
from vinhdanh.showcase.pages.playbills import billed_title, kind_of_event, large_date, themes_of
from vinhdanh.showcase.pages.rows import person_row, record_row
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Head, Knot, Lesson, Link, Row, Siblings, Value

NEIGHBOURS = 2
"""How many events of the same programme are shown before and after one, beside those of its series."""

ELSEWHERE = 2
"""How many experiences on the same themes are told that were shared elsewhere."""


MEETING = 2
"""How many people with a page make a meeting."""


class Billing(NamedTuple):
    """The head of an event, as on a playbill."""

    title: str
    title_class: str | None
    date: str | None
    date_iso: str | None
    is_seminar: bool


class Attendee(NamedTuple):
    """Somebody who took part, with the title of that day."""

    name: Link
    title: str | None
    refs: tuple[int, ...]


class RoleGroup(NamedTuple):
    """Those who did the same thing at an event."""

    role: str
    people: tuple[Attendee, ...]


class Shared(NamedTuple):
    """Experience at an event; what was told to the press on its occasion stands apart."""

    here: tuple[Lesson, ...]
    press: tuple[Lesson, ...]


def outputs(frame: Frame) -> Iterator[Output]:
    """The page of every event that has one in this language; the one before it in time is its previous."""
    events = frame.show.relations.events[::-1]
    for event, around in with_siblings(frame, events):
        yield _page(frame, event, around)


def _page(frame: Frame, event: Event, around: Siblings) -> Output:
    show = frame.show
    notes = Citations(show.catalogue)
    speakers = _speakers(show, event, notes)
    told = figures(show.of(event, "figures"), show.value(event, "figures"), notes)
    key_points = steps(show, event, "key_points", notes)
    body = show.body(event, notes)
    parts = {
        "head": _head(show, event),
        "billing": _billing(show, event),
        "facts": _facts(show, event),
        "themes": themes_of(show, event),
        "agenda": _agenda(show, event),
        "speakers": speakers,
        "figures": told,
        "key_points": key_points,
        "shared": _shared(show, event, notes),
        "elsewhere": _elsewhere(show, event, notes),
        "met": _met(show, event),
        "around": _around(show, event),
        "stories": [record_row(show, s) for s in show.relations.stories_about.get(f"event/{event.id}", ())],
        "siblings": around,
        "sources": show.sources(notes, event),
    }
    return frame.record_page(
        event,
        "event.html",
        parts,
        section="event",
        crumbs=frame.crumbs("event"),
        body=body,
        cover=show.cover(event),
    )


# -- the head and the margin ----


def _head(show: Presenter, event: Event) -> Head:
    kicker = joined(DOT, (kind_of_event(show, event), show.place_text(event.place)))
    return head(show, event)._replace(kicker=kicker or None)


def _billing(show: Presenter, event: Event) -> Billing:
    """The seminar is announced by its motto, any other event by its name."""
    title = billed_title(show, event) if event.themes else show.heading(event)
    title_class = "title-long" if len(title) > LONG_TITLE else None
    iso = event.date.iso if event.date else None
    return Billing(title, title_class, large_date(show, event), iso, bool(event.themes))


def _facts(show: Presenter, event: Event) -> tuple[Fact, ...]:
    programme = show.catalogue.find(Programme, event.programme)
    part = show.choice(Event, "day_part", event.day_part)
    held = joined(", ", (part, show.day(event.date, "long")))
    return show.facts(
        show.fact(show.word("held"), capitalised(held) or None),
        show.fact(show.word("venue"), show.text(event, "venue")),
        show.fact(show.word("city"), show.place_value(event.place)),
        show.fact(show.word("organisers"), *(show.party(party) for party in event.organisers)),
        show.fact(show.word("part_of"), show.link(programme) if programme else None),
        show.fact(show.word("calendar"), _calendar(show, event)),
    )


def _calendar(show: Presenter, event: Event) -> Value | None:
    """The file for calendars, where the day is known."""
    path = calendar_path(event, show.lang)
    return Value(show.word("calendar_file"), show.addresses.url(path)) if path else None


def _agenda(show: Presenter, event: Event) -> tuple[str, ...]:
    words = show.of(event, "agenda")
    return tuple(words.foreign(text) for text in show.value(event, "agenda"))


# -- who was there ----


def _speakers(show: Presenter, event: Event, notes: Citations) -> tuple[RoleGroup, ...]:
    """Those who took part by what they did, the chair first."""
    words = show.of(event, "participations")
    items: Iterable[Participation] = show.value(event, "participations")
    groups: dict[str, list[Attendee]] = {role: [] for role in EVENT_ROLES}
    for item in items:
        name = show.party(item.who)
        if name:
            title = words.foreign(item.title) if item.title else None
            groups[item.role].append(Attendee(name, title, notes.refs(item.sources)))
    return tuple(
        RoleGroup(capitalised(show.choice(Participation, "role", role) or ""), tuple(people))
        for role, people in groups.items()
        if people
    )


def _met(show: Presenter, event: Event) -> tuple[Row, ...]:
    """Those with a page who met here, and where else they met each other."""
    ids = show.relations.participants(event)
    found = [show.catalogue.find(Person, id) or show.catalogue.find(Collective, id) for id in ids]
    people = [record for record in found if record]
    if len(people) < MEETING:
        return ()
    names = {person.id: show.heading(person) for person in people}
    return tuple(
        person_row(show, person)._replace(lines=_met_again(show, event, person.id, names))
        for person in people
    )


def _met_again(show: Presenter, event: Event, id: str, names: dict[str, str]) -> tuple[str, ...]:
    lines = []
    for other in show.relations.events_of.get(id, ()):
        again = [names[who] for who in show.relations.participants(other) if who in names and who != id]
        if other.id != event.id and again:
            lines.append(show.word("met_again", names=", ".join(again), event=show.label(other)))
    return tuple(lines)


# -- what was shared ----


def _shared(show: Presenter, event: Event, notes: Citations) -> Shared:
    """Only what was shared at the event itself stands under its themes; the rest says where it was told."""
    found = show.relations.experiences_at.get(event.id, ())
    here = tuple(_under_theme(show, each, notes) for each in found if each.setting == "at_event")
    return Shared(here, tuple(lesson(show, each, notes) for each in found if each.setting != "at_event"))


def _under_theme(show: Presenter, experience: Experience, notes: Citations) -> Lesson:
    theme = show.catalogue.find(Theme, experience.theme)
    name = (show.text(theme, "short_title") or show.heading(theme)) if theme else None
    return lesson(show, experience, notes)._replace(kicker=name)


def _elsewhere(show: Presenter, event: Event, notes: Citations) -> tuple[Lesson, ...]:
    """The newest experience on each theme that tells difficulty and way, but was shared elsewhere."""
    found: dict[str, Experience] = {}
    for theme in event.themes:
        for each in show.relations.experiences_on.get(theme, ()):
            if each.event != event.id and each.situation and each.action and each.result:
                found.setdefault(theme, each)
    return tuple(lesson(show, each, notes) for each in list(found.values())[:ELSEWHERE])


# -- before and after ----


def _around(show: Presenter, event: Event) -> tuple[Knot, ...]:
    """The events of the series, and the nearest of the same programme, in order of time."""
    if event.date is None:
        return ()
    of_programme = show.relations.events_of_programme.get(event.programme or "", ())
    neighbours = (*show.relations.series(event), *nearest(event, of_programme))
    found = {each.id: each for each in neighbours if each.date}
    ordered = sorted(found.values(), key=lambda each: (each.date.iso if each.date else "", each.id))
    return tuple(_knot(show, each, event) for each in ordered) if len(ordered) > 1 else ()


def nearest(event: Event, events: Iterable[Event]) -> list[Event]:
    """Those of `events`, newest first, that were closest before and after `event`.

    The same day counts as earlier; where only the year is known, nobody can tell before from after.
    """
    dated = [each for each in events if each.date and each.date.month and each.id != event.id]
    later = [each for each in dated if each.date and event.date and each.date > event.date]
    earlier = [each for each in dated if each not in later]
    return [*later[-NEIGHBOURS:], *earlier[:NEIGHBOURS]]


def _knot(show: Presenter, event: Event, current: Event) -> Knot:
    is_current = event.id == current.id
    where = joined(DOT, (kind_of_event(show, event), show.place_text(event.place)))
    url = None if is_current else show.url(event)
    return Knot(show.day(event.date) or "", show.label(event), url, where or None, (), current=is_current)
