"""What search engines read of a page: JSON-LD in the vocabulary of schema.org. Nothing stands here that the page does
not show too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from vinhdanh.content.domain_types import Party
from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.pages import Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Organisation
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.pages.honours import is_award
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import shown_honours

Node = Mapping[str, Any]
"""A thing with its properties. Those that are None or empty are left out when it is written."""

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end the element that the text stands in, or a line of it."""


def script(nodes: Iterable[Node]) -> Markup:
    """The text of a `<script type="application/ld+json">`; empty when there is nothing to say.

    It is data: browsers do not run it, and no Content-Security-Policy is asked about it.
    """
    graph = [_filled(node) for node in nodes]
    if not graph:
        return Markup("")
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":")
    )
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(text)


def _filled(value: Any) -> Any:
    """A value without properties that say nothing; a list of one is that one."""
    if isinstance(value, Mapping):
        return {name: _filled(each) for name, each in value.items() if each not in (None, "", (), [])}
    if isinstance(value, (list, tuple)):
        return _filled(value[0]) if len(value) == 1 else [_filled(each) for each in value]
    return str(value.striptags()) if isinstance(value, Markup) else value


def breadcrumbs(crumbs: Iterable[Crumb], title: str, url: str, origin: str) -> Node:
    """The way to a page, itself included, with whole addresses. `url` is that of the page."""
    steps = [(crumb.title, f"{origin}{crumb.url}" if crumb.url else url) for crumb in crumbs]
    if not steps or steps[-1][1] != url:
        steps.append((title, url))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": [*items]}


def website(name: str, description: str, url: str, lang: str, publisher: str, search_url: str) -> Node:
    """The showcase as a whole, for its home page; `search_url` is the whole address of its search page."""
    return {
        "@type": "WebSite",
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": lang,
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search_url}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def of_record(show: Presenter, record: Record, url: str, image: str | None) -> Node | None:
    """What the page of a record is about; None for kinds that schema.org has no fitting word for, and for an event
    of which too little is known.

    `url` is the whole address of the page, `image` that of the picture that goes with it.
    """
    write = _WRITERS.get(type(record))
    if write is None:
        return None
    about = {"name": show.heading(record), "description": show.description(record), "image": image}
    return write(show, record, url, about)


def _person(show: Presenter, person: Person, url: str, about: Node) -> Node:
    employers = (item.organisation for item in person.affiliations if not item.until)
    return _profile(
        show,
        person,
        url,
        {
            "@type": "Person",
            **about,
            "jobTitle": show.text(person, "job_title"),
            "affiliation": [named for party in employers if (named := _named(show, party))],
            "award": _awards(show, person),
        },
    )


def _collective(show: Presenter, collective: Collective, url: str, about: Node) -> Node:
    what = {"@type": "Organization", **about, "award": _awards(show, collective)}
    return _profile(
        show, collective, url, {**what, "parentOrganization": _named(show, collective.organisation)}
    )


def _profile(show: Presenter, record: Record, url: str, entity: Node) -> Node:
    return {
        "@type": "ProfilePage",
        "url": url,
        "inLanguage": show.lang,
        "dateCreated": record.published.iso if record.published else None,
        "mainEntity": {**entity, "url": url},
    }


def _awards(show: Presenter, honouree: Person | Collective) -> list[str]:
    """Awards with their years, as the ribbon of the page has them."""
    found = []
    for honour in shown_honours(honouree):
        if is_award(show, honour) and honour.state != "nominated":
            view = show.honour(honour)
            found.append(f"{view.award} ({view.when})" if view.when else view.award)
    return found


def _article(show: Presenter, record: Record, url: str, about: Node, *, subjects: Iterable[Any]) -> Node:
    author = record.author if isinstance(record, Story) else None
    day = record.published or (record.date if isinstance(record, Story) else None)
    publisher = show.catalogue.site.publisher or show.catalogue.site.name
    organisation = {"@type": "Organization", "name": publisher}
    return {
        "@type": "Article",
        "headline": about["name"],
        "description": about["description"],
        "image": about["image"],
        "url": url,
        "mainEntityOfPage": url,
        "inLanguage": show.lang,
        "datePublished": day.iso if day else None,
        "author": {"@type": "Person", "name": author} if author else organisation,
        "publisher": organisation,
        "about": list(filter(None, subjects)),
    }


def _deed(show: Presenter, deed: Initiative | Experience, url: str, about: Node) -> Node:
    """What somebody did or shared: about its authors or speakers."""
    people = deed.authors if isinstance(deed, Initiative) else deed.speakers
    subjects = [_named(show, person.who, "Person") for person in people]
    return _article(show, deed, url, about, subjects=subjects)


def _story(show: Presenter, story: Story, url: str, about: Node) -> Node:
    featured = (show.relations.featured(feature.who) for feature in story.features)
    return _article(show, story, url, about, subjects=[_thing(show, record) for record in featured if record])


def _event(show: Presenter, event: Event, url: str, about: Node) -> Node | None:
    """An event whose day and province are known; without them search engines call the whole thing faulty."""
    address = _address(show, event.place)
    if address is None or event.date is None or event.date.day is None:
        return None
    venue = show.text(event, "venue") or show.place_text(event.place)
    return {
        "@type": "Event",
        **about,
        "url": url,
        "inLanguage": show.lang,
        "startDate": event.date.iso,
        "location": {"@type": "Place", "name": venue, "address": address},
        "organizer": [named for party in event.organisers if (named := _named(show, party))],
    }


def _organisation(show: Presenter, organisation: Organisation, url: str, about: Node) -> Node:
    parent = show.catalogue.find(Organisation, organisation.parent)
    short = show.text(organisation, "short_name")
    return {
        "@type": "Organization",
        **about,
        "url": url,
        "alternateName": short if short != about["name"] else None,
        "address": _address(show, organisation.place),
        "parentOrganization": _thing(show, parent) if parent else None,
    }


def _address(show: Presenter, place: str | None) -> Node | None:
    """Where something is: the province of today, by which it can be found on a map."""
    known = show.catalogue.place(place)
    if known:
        return {"@type": "PostalAddress", "addressRegion": known.today.name, "addressCountry": "VN"}
    return {"@type": "PostalAddress", "addressRegion": place} if place else None


def _named(show: Presenter, party: Party | None, kind: str = "Organization") -> Node | None:
    """Somebody who acts, by name, with the address of their page here; `kind` is what they are without one."""
    record = show.party_record(party)
    if record:
        return _thing(show, record)
    link = show.party(party)
    return {"@type": kind, "name": link.title} if link else None


def _thing(show: Presenter, record: Record) -> Node:
    kind = "Person" if isinstance(record, Person) else "Thing"
    if isinstance(record, (Organisation, Collective)):
        kind = "Organization"
    return {"@type": kind, "name": show.heading(record), "url": f"{show.addresses.origin}{show.url(record)}"}


_WRITERS: Mapping[type[Record], Callable[[Presenter, Any, str, Node], Node | None]] = {
    Person: _person,
    Collective: _collective,
    Initiative: _deed,
    Experience: _deed,
    Story: _story,
    Event: _event,
    Organisation: _organisation,
}
