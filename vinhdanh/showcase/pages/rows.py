"""Rows and cards: how each kind of record stands in a list."""

from __future__ import annotations

from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Organisation
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.pages.honours import is_award
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Honouree, shown_honours
from vinhdanh.showcase.views import Row


def employer(show: Presenter, honouree: Honouree) -> str | None:
    """The name in daily use of where somebody works, in this language."""
    party = honouree.organisation if isinstance(honouree, Collective) else None
    if isinstance(honouree, Person) and honouree.affiliations:
        party = honouree.affiliations[0].organisation
    record = show.party_record(party)
    if isinstance(record, Organisation):
        return show.foreign(show.short_name(record))
    return show.foreign(party.name) if party and party.name else None


def honours_line(show: Presenter, honouree: Honouree) -> str | None:
    """The awards of somebody with their years, in one line; recognitions that are no award are left out."""
    found = []
    for honour in shown_honours(honouree):
        award = show.catalogue.get(("award", honour.award))
        if award is None or not is_award(show, honour):
            continue
        year = honour.year.year if honour.year else None
        found.append(joined(" ", (show.label(award), str(year) if year else None)))
    return joined(DOT, dict.fromkeys(found)) or None


def person_row(show: Presenter, honouree: Honouree, *, card: bool = False, unit: bool = True) -> Row:
    """A person or a collective: name with the given name set apart, work, honours; where, unless `unit` is false."""
    row: Row = show.once(_person_row, honouree, card, unit)
    return row


def _person_row(show: Presenter, honouree: Honouree, card: bool, unit: bool) -> Row:
    title = show.text(honouree, "job_title") if isinstance(honouree, Person) else None
    where = employer(show, honouree) if unit else None
    parts = honouree.parts if isinstance(honouree, Person) else None
    summary = show.text(honouree, "summary")
    doubtful = any(honour.unverified and is_award(show, honour) for honour in shown_honours(honouree))
    return Row(
        show.heading(honouree),
        show.url(honouree),
        show.target_lang(honouree),
        tuple(
            filter(None, (None if card else title, where, show.place_text(honouree.place) if card else None))
        ),
        (summary,) if card and summary else (),
        None if card else honours_line(show, honouree),
        None if card else show.thumb(honouree),
        show.cover(honouree) if card else None,
        " ".join(filter(None, (parts.family, parts.middle))) if parts and not card else "",
        parts.given if parts and not card else "",
        honours_note=show.word("honour_unverified") if doubtful and not card else None,
    )


def authors_line(show: Presenter, initiative: Initiative) -> str:
    """The names of the authors, in one line."""
    links = (show.party(author.who) for author in initiative.authors)
    return joined(", ", (link.title for link in links if link))


def main_figure(initiative: Initiative) -> FigureLine | None:
    """The figure that may stand for one initiative: never an aggregate of several."""
    return next((line for line in initiative.figures if line.scope == "one"), None)


def initiative_row(show: Presenter, initiative: Initiative, *, figure: bool = True, unit: bool = True) -> Row:
    """An initiative: title, authors, its figure with the source; and its organisation, unless `unit` is false."""
    row: Row = show.once(_initiative_row, initiative, figure, unit)
    return row


def _initiative_row(show: Presenter, initiative: Initiative, figure: bool, unit: bool) -> Row:
    organisation = show.party_record(initiative.organisation) if unit else None
    name = show.short_name(organisation) if isinstance(organisation, Organisation) else None
    line = main_figure(initiative) if figure else None
    summary = show.text(initiative, "summary")
    return Row(
        show.heading(initiative),
        show.url(initiative),
        show.target_lang(initiative),
        tuple(filter(None, (authors_line(show, initiative), show.foreign(name) if name else None))),
        (summary,) if summary else (),
        thumb=show.thumb(initiative),
        figure=show.figure(line, None) if line else None,
    )


def event_row(show: Presenter, event: Event) -> Row:
    """An event: title, date, kind and place."""
    where = show.place_text(event.place) or show.text(event, "venue")
    return Row(
        show.heading(event),
        show.url(event),
        show.target_lang(event),
        tuple(filter(None, (show.day(event.date), show.text(event, "form"), where))),
        thumb=show.thumb(event),
    )


def experience_row(show: Presenter, experience: Experience) -> Row:
    """An experience: title, who shared it and where."""
    names = [link.title for speaker in experience.speakers if (link := show.party(speaker.who))]
    summary = show.text(experience, "summary")
    return Row(
        show.heading(experience),
        show.url(experience),
        show.target_lang(experience),
        tuple(filter(None, (joined(", ", names), setting_line(show, experience)))),
        (summary,) if summary else (),
        thumb=show.thumb(experience),
    )


def setting_line(show: Presenter, experience: Experience) -> str:
    """Where something was shared: at an event, or told to the press, never one for the other."""
    event = show.catalogue.find(Event, experience.event)
    date = show.day(experience.date)
    if experience.setting == "at_event" and event:
        return show.word("shared_at", event=show.label(event))
    if experience.setting == "press_at_event" and event:
        return show.word("told_press_at", event=show.label(event))
    occasion = show.text(experience, "occasion")
    word = show.word("told_in_article" if experience.setting == "article" else "told_press")
    return joined(DOT, (word, occasion or date))


def organisation_row(show: Presenter, organisation: Organisation) -> Row:
    """An organisation: name, kind, province, and what it does for those with ideas."""
    kind = show.choice(Organisation, "form", organisation.form)
    summary = show.text(organisation, "summary")
    return Row(
        show.heading(organisation),
        show.url(organisation),
        show.target_lang(organisation),
        tuple(filter(None, (kind, show.place_text(organisation.place)))),
        (summary,) if summary else (),
        thumb=show.thumb(organisation),
    )


def record_row(show: Presenter, record: Record) -> Row:
    """Any record, in the way of its kind."""
    if isinstance(record, (Person, Collective)):
        return person_row(show, record)
    if isinstance(record, Initiative):
        return initiative_row(show, record, figure=False)
    if isinstance(record, Event):
        return event_row(show, record)
    if isinstance(record, Experience):
        return experience_row(show, record)
    if isinstance(record, Organisation):
        return organisation_row(show, record)
    summary = show.text(record, "summary")
    return Row(
        show.heading(record),
        show.url(record),
        show.target_lang(record),
        (show.word(f"one_{record.kind}"),),
        (summary,) if summary else (),
        thumb=show.thumb(record),
    )
