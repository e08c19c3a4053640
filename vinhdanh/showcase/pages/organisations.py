"""Pages of organisations: how they reward and support ideas, their people, and what they took up from others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vinhdanh.content.model.initiatives import Adoption, Initiative
from vinhdanh.content.model.programmes import FormerName, Organisation
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import joined
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.fields import steps
from vinhdanh.showcase.pages.filters import organisation_filters
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.initiatives import in_time
from vinhdanh.showcase.pages.rows import initiative_row, person_row, record_row
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Knot, Section, Siblings, Unit, Value


def lists(frame: Frame) -> Iterator[Output]:
    """The list of organisations, if there are any."""
    if frame.show.relations.organisations:
        yield from _list(frame)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every organisation that has one in this language, with its long lists."""
    for organisation, around in with_siblings(frame, frame.show.relations.organisations):
        yield from _pages(frame, organisation, around)


# -- the page of one ----


def _pages(frame: Frame, organisation: Organisation, around: Siblings) -> Iterator[Output]:
    show = frame.show
    notes = Citations(show.catalogue)
    body = show.body(organisation, notes)
    kicker = show.choice(Organisation, "form", organisation.form)
    folders = ("don-vi", organisation.id)
    held = _shelves(show, organisation)
    parts = {
        "head": head(show, organisation)._replace(kicker=kicker[:1].upper() + kicker[1:] if kicker else None),
        "facts": _facts(show, organisation),
        "rewards": steps(show, organisation, "rewards", notes),
        "supports": steps(show, organisation, "supports", notes),
        "sections": shelves.sections(frame, held, folders),
        "adoptions": _adoptions(show, organisation, notes),
        "conferred": _conferred(show, organisation),
        "tree": _tree(show, organisation),
        "siblings": around,
        "sources": show.sources(notes, organisation),
    }
    yield frame.record_page(
        organisation,
        "organisation.html",
        parts,
        section="directory",
        crumbs=frame.crumbs("organisation"),
        body=body,
        cover=show.cover(organisation),
    )
    above = (*frame.crumbs("organisation"), frame.crumb(organisation))
    yield from shelves.lists(frame, held, folders, above)


def _facts(show: Presenter, organisation: Organisation) -> tuple[Fact, ...]:
    parent = show.catalogue.find(Organisation, organisation.parent)
    sector = show.catalogue.get(("sector", organisation.sector or ""))
    place = show.place_value(organisation.place)
    if place and organisation.place_inferred:
        place = Value(f"{place.text} ({show.word('inferred')})", place.url)
    short = organisation.short_name if organisation.short_name != organisation.name else None
    return show.facts(
        show.fact(show.word("short_name"), show.foreign(short) if short else None),
        show.fact(show.word("parent"), Value(show.label(parent), show.url(parent)) if parent else None),
        show.fact(show.word("location"), place),
        show.fact(show.word("sector"), show.link(sector) if sector else None),
        show.fact(
            show.word("former_names"), *(_former_name(show, name) for name in organisation.former_names)
        ),
    )


def _former_name(show: Presenter, former: FormerName) -> str:
    span = "–".join(filter(None, (show.day(former.since), show.day(former.until))))
    return joined(" ", (show.foreign(former.name), f"({span})" if span else None))


def _shelves(show: Presenter, organisation: Organisation) -> tuple[Shelf[Any], ...]:
    """What belongs to it; its own name is left out of the rows."""
    relations, id = show.relations, organisation.id
    people = shelves.people(show, relations.honourees_at.get(id, ()), show.word("its_people"))
    initiatives = shelves.initiatives(
        show, relations.initiatives_at.get(id, ()), show.word("its_initiatives")
    )
    return (
        people._replace(row=lambda each: person_row(show, each, unit=False)),
        initiatives._replace(row=lambda each: initiative_row(show, each, unit=False)),
        shelves.events(show, relations.events_by.get(id, ()), show.word("its_events")),
        shelves.experiences(show, relations.experiences_by.get(id, ())),
        shelves.stories(show, relations.stories_about.get(f"organisation/{id}", ())),
    )


def _adoptions(show: Presenter, organisation: Organisation, notes: Citations) -> tuple[Knot, ...]:
    """Initiatives that it took up, in order of time."""
    pairs = show.relations.adoptions_by.get(organisation.id, ())
    return in_time(
        [(adoption.date, _adoption(show, initiative, adoption, notes)) for initiative, adoption in pairs]
    )


def _adoption(show: Presenter, initiative: Initiative, adoption: Adoption, notes: Citations) -> Knot:
    texts = (show.foreign(text) for text in (adoption.note, adoption.adapted, adoption.result) if text)
    when = show.day(adoption.date) or ""
    refs = notes.refs(adoption.sources)
    url = show.url(initiative)
    return Knot(
        when, show.label(initiative), url, joined(" ", texts) or None, refs, unverified=adoption.unverified
    )


def _conferred(show: Presenter, organisation: Organisation) -> tuple[Section, ...]:
    """The awards that it confers and the programmes that it runs."""
    relations = show.relations
    found = (
        ("giai-thuong", "its_awards", relations.awards_by.get(organisation.id, ())),
        ("chuong-trinh", "its_programmes", relations.programmes_by.get(organisation.id, ())),
    )
    return tuple(
        Section(id, show.word(word), tuple(record_row(show, record) for record in records))
        for id, word, records in found
        if records
    )


# -- the tree ----


def _tree(show: Presenter, organisation: Organisation) -> Unit | None:
    """What stands above it and right below it; None when it stands alone."""
    parts = show.relations.parts_of.get(organisation.id, ())
    above = _above(show, organisation)
    if not parts and not above:
        return None
    children = tuple(_unit(show, part, tally(show, part)) for part in parts)
    unit = _unit(show, organisation, None, children)._replace(current=True)
    for parent in above:
        unit = _unit(show, parent, None, (unit,))
    return unit


def _above(show: Presenter, organisation: Organisation) -> list[Organisation]:
    """Parent, its parent, and so on; a circle ends where it began."""
    found: dict[str, Organisation] = {}
    parent = show.catalogue.find(Organisation, organisation.parent)
    while parent and parent.id not in found and parent.id != organisation.id:
        found[parent.id] = parent
        parent = show.catalogue.find(Organisation, parent.parent)
    return list(found.values())


def _unit(show: Presenter, unit: Organisation, note: str | None, children: tuple[Unit, ...] = ()) -> Unit:
    return Unit(show.label(unit), show.url(unit), note, current=False, children=children)


def tally(show: Presenter, organisation: Organisation) -> str | None:
    """How many people, initiatives and units of its own an organisation has here, in one line."""
    relations, id = show.relations, organisation.id
    counts = (
        ("people_count", relations.honourees_at.get(id, ())),
        ("initiatives_count", relations.initiatives_at.get(id, ())),
        ("units_count", relations.parts_of.get(id, ())),
    )
    return ", ".join(show.word(word, n=show.count(len(found))) for word, found in counts if found) or None


# -- the list ----


def _list(frame: Frame) -> Iterator[Output]:
    """Enterprises and others from A to Z; unions apart, as a tree, as long as it can be surveyed."""
    show = frame.show
    everything = show.relations.organisations
    unions = [each for each in everything if each.form == "union"]
    as_tree = 1 < len(unions) <= listing.LONG * frame.site.page_size
    filed = [each for each in everything if not as_tree or each.form != "union"]
    title = show.word("organisations_title", n=show.count(len(everything)))
    lead = show.word("organisations_lead")
    about = listing.of_kind(frame, "organisation", title, lead, organisation_filters(frame))
    shelf = shelves.organisations(show, filed)
    tree = _forest(show, unions) if as_tree else ()
    yield from listing.by_letter(
        frame,
        about,
        filed,
        shelves.stem_of_unit,
        shelf.row,
        brief=lambda each: shelf.row(each)._replace(lines=()),
        tree=tree,
        template="organisations.html",
    )


def _forest(show: Presenter, units: list[Organisation]) -> tuple[Unit, ...]:
    """Units under units; one whose parent is not among them stands at the top, those with units of their own first."""
    ids = {unit.id for unit in units}
    tops = [unit for unit in units if unit.parent not in ids]
    tops.sort(key=lambda unit: unit.id not in show.relations.parts_of)
    return tuple(_branch(show, top, frozenset(ids)) for top in tops)


def _branch(show: Presenter, unit: Organisation, ids: frozenset[str]) -> Unit:
    below = ids - {unit.id}
    parts = [part for part in show.relations.parts_of.get(unit.id, ()) if part.id in below]
    return _unit(show, unit, None, tuple(_branch(show, part, below) for part in parts))
