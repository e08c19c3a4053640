"""The home page: what this is, the seminar, selected people, initiatives and experience, figures, the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.people import Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Home
from vinhdanh.showcase import structured
from vinhdanh.showcase.frame import NUMBERS, Frame
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.pages.honours import is_award
from vinhdanh.showcase.pages.lessons import lesson
from vinhdanh.showcase.pages.playbills import playbill
from vinhdanh.showcase.pages.rows import employer, initiative_row, person_row, record_row
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import shown_honours
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Link, Row, StoryView

NEWEST = 4
"""How many of the newest stories the home page shows."""

R = TypeVar("R", bound=Record)


def outputs(frame: Frame) -> Iterator[Output]:
    """The home page of this language."""
    home = _home(frame)
    show = frame.show
    say = show.native() if home is not frame.site.home else show
    parts = {
        "headline": say.foreign(home.headline) if home.headline else frame.text("name"),
        "lead": say.foreign(home.lead) if home.lead else None,
        "counts": _counts(show),
        "story": _story(show, say, home),
        "seminar": playbill(show, show.catalogue.find(Event, home.event)),
        "people": [person_row(show, person, card=True) for person in _chosen(show, Person, home.people)],
        "all_people": _all(show, "person", "all_people", len(show.relations.people)),
        "lessons": [lesson(show, item, None) for item in _chosen(show, Experience, home.experiences)],
        "all_lessons": _all(show, "experience", "all_experiences", len(show.relations.experiences)),
        "initiatives": [initiative_row(show, item) for item in _chosen(show, Initiative, home.initiatives)],
        "all_initiatives": _all(show, "initiative", "all_initiatives", len(show.relations.initiatives)),
        "figures": [say.figure(line, None) for line in home.figures],
        "all_figures": Link(show.word("all_figures"), frame.own_url(NUMBERS)),
        "newest": [record_row(show, story) for story in show.relations.stories[:NEWEST]],
        "sectors": _sectors(show),
    }
    languages = [lang for lang in ("vi", "en") if lang in frame.site.languages]
    address = show.addresses
    yield frame.page(
        address.page(lang=frame.lang),
        "home.html",
        frame.text("name"),
        parts,
        origin="content/site.yaml",
        description=frame.text("description") or frame.text("tagline"),
        twins={lang: address.page(lang=lang) for lang in languages},
        about=_website(frame),
    )


def _website(frame: Frame) -> structured.Node:
    """The showcase as a whole, for search engines."""
    site, origin = frame.site_view, frame.show.addresses.origin
    text = site.description or site.tagline
    home, search = origin + site.home_url, origin + site.search_url
    return structured.website(site.name, text, home, frame.lang, site.publisher, search)


def _home(frame: Frame) -> Home:
    """What `site.yaml` says of the home page; its English twin replaces it as a whole."""
    translated = frame.site.translation.get("home") if frame.lang == "en" else None
    return translated or frame.site.home


def _chosen(show: Presenter, record_type: type[R], ids: Iterable[str]) -> list[R]:
    return [record for id in ids if (record := show.catalogue.find(record_type, id))]


def _counts(show: Presenter) -> str:
    relations = show.relations
    return show.word(
        "home_counts",
        people=show.count(len(relations.people)),
        initiatives=show.count(len(relations.initiatives)),
        events=show.count(len(relations.events)),
    )


def _story(show: Presenter, say: Presenter, home: Home) -> StoryView | None:
    """The one story that the page opens with; `say` knows in which language the settings speak."""
    person = show.catalogue.find(Person, home.person)
    if person is None:
        return None
    place = show.place_text(person.place)
    where = joined(", ", (employer(show, person), place))
    quote = show.quote(person.quotes[0], show.heading(person), None) if person.quotes else None
    honours = tuple(show.honour(honour) for honour in shown_honours(person) if is_award(show, honour))
    return StoryView(
        joined(DOT, (show.word("one_story"), where)),
        say.foreign(home.title) if home.title else show.heading(person),
        show.url(person),
        show.cover(person),
        say.foreign(home.text) if home.text else show.text(person, "summary") or "",
        quote,
        honours,
    )


def _all(show: Presenter, kind: str, word: str, count: int) -> Link:
    url = show.addresses.url(show.addresses.kind(kind, lang=show.lang))
    return Link(show.word(word, n=show.count(count)), url)


def _sectors(show: Presenter) -> list[Row]:
    """The sectors that have people or initiatives, those with most people first."""
    relations = show.relations
    found = [
        (len(relations.honourees_in.get(sector.id, ())), sector)
        for sector in relations.sectors
        if sector.id in relations.honourees_in or sector.id in relations.initiatives_in
    ]
    ordered = sorted(found, key=lambda pair: -pair[0])
    return [Row(show.heading(s), show.url(s), show.target_lang(s), thumb=show.thumb(s)) for _, s in ordered]
