"""Pages of people and collectives, and their A–Z."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Organisation
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.honours import is_award
from vinhdanh.showcase.pages.lessons import lesson
from vinhdanh.showcase.pages.rows import initiative_row, person_row, record_row
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Honouree, organisation_ids, shown_honours
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, FigureGroup, HonourView, Knot, QuoteView, Row, Value

COLLEAGUES = 6
"""How many others of the same employer are shown."""


def outputs(frame: Frame) -> Iterator[Output]:
    """The page of every person and collective that has one in this language."""
    people = frame.show.relations.honourees
    for honouree, around in with_siblings(frame, people):
        yield _page(frame, honouree, around)


def _page(frame: Frame, honouree: Honouree, around: object) -> Output:
    show = frame.show
    notes = Citations(show.catalogue)
    body = show.body(honouree, notes)
    parts = {
        "head": head(show, honouree, "job_title" if isinstance(honouree, Person) else "form"),
        "honours": _ribbon(show, honouree),
        "mentions": _mentions(show, honouree),
        "facts": _facts(show, honouree),
        "quotes": _quotes(show, honouree, notes),
        "initiatives": [initiative_row(show, i) for i in show.relations.initiatives_of.get(honouree.id, ())],
        "differing": _differing(show, honouree, notes),
        "lessons": [lesson(show, e, notes) for e in show.relations.experiences_by.get(honouree.id, ())],
        "thread": _thread(show, honouree),
        "stories": [
            record_row(show, s)
            for s in show.relations.stories_about.get(f"{honouree.kind}/{honouree.id}", ())
        ],
        "colleagues": _colleagues(show, honouree),
        "siblings": around,
        "sources": show.sources(notes, honouree),
    }
    return frame.record_page(
        honouree,
        "person.html",
        parts,
        section="person",
        crumbs=frame.crumbs(honouree.kind),
        body=body,
        cover=show.cover(honouree),
    )


def _ribbon(show: Presenter, honouree: Honouree) -> tuple[HonourView, ...]:
    return tuple(show.honour(honour) for honour in shown_honours(honouree) if is_award(show, honour))


def _mentions(show: Presenter, honouree: Honouree) -> tuple[HonourView, ...]:
    return tuple(show.honour(honour) for honour in shown_honours(honouree) if not is_award(show, honour))


def _facts(show: Presenter, honouree: Honouree) -> tuple[Fact, ...]:
    sector = show.catalogue.get(("sector", honouree.sector or ""))
    place = show.place_value(honouree.place)
    inferred = isinstance(honouree, Person) and honouree.place_inferred
    if place and inferred:
        place = Value(f"{place.text} ({show.word('inferred')})", place.url)
    facts = show.value(honouree, "facts") if isinstance(honouree, Person) else ()
    say = show.of(honouree, "facts")
    own = [Fact(say.foreign(f.label), (Value(say.foreign(f.text)),)) for f in facts]
    basis = show.choice(type(honouree.basis), "kind", honouree.basis.kind) if honouree.basis else None
    return show.facts(
        show.fact(show.word("organisation"), *_organisations(show, honouree)),
        show.fact(show.word("place"), place),
        show.fact(show.word("sector"), show.link(sector) if sector else None),
        *own,
        _mentoring(show, honouree),
        _members(show, honouree),
        show.fact(show.word("life"), _life(show, honouree)),
        show.fact(show.word("basis"), basis),
    )


def _organisations(show: Presenter, honouree: Honouree) -> list[Value]:
    if isinstance(honouree, Collective):
        link = show.party(honouree.organisation)
        return [Value(link.title, link.url)] if link else []
    found = []
    for item in honouree.affiliations:
        link = show.party(item.organisation)
        if link:
            span = "–".join(filter(None, (show.day(item.since), show.day(item.until))))
            note = ", ".join(filter(None, (item.role, span)))
            found.append(Value(f"{link.title} ({note})" if note else link.title, link.url))
    return found


def _mentoring(show: Presenter, honouree: Honouree) -> Fact | None:
    mentoring = getattr(honouree, "mentoring", None)
    if mentoring is None:
        return None
    people = show.word("mentored", n=show.count(mentoring.people)) if mentoring.people else None
    return show.fact(show.word("mentoring"), people, show.foreign(mentoring.note) if mentoring.note else None)


def _members(show: Presenter, honouree: Honouree) -> Fact | None:
    members = getattr(honouree, "members", ())
    return show.fact(show.word("members"), *(show.party(member.who) for member in members))


def _life(show: Presenter, honouree: Honouree) -> str | None:
    """That somebody is no longer alive; of the living nothing is said."""
    gone = isinstance(honouree, Person) and honouree.life == "deceased"
    return show.choice(Person, "life", "deceased") if gone else None


def _quotes(show: Presenter, honouree: Honouree, notes: Citations) -> tuple[QuoteView, ...]:
    return tuple(show.quote(quote, show.heading(honouree), notes) for quote in honouree.quotes)


def _differing(show: Presenter, honouree: Honouree, notes: Citations) -> tuple[FigureGroup, ...]:
    groups = show.value(honouree, "differing") if isinstance(honouree, Person) else ()
    say = show.of(honouree, "differing")
    return tuple(
        FigureGroup(
            say.foreign(": ".join(filter(None, (group.label, group.note)))),
            tuple(say.figure(line, notes) for line in group.figures),
        )
        for group in groups
    )


def _thread(show: Presenter, honouree: Honouree) -> tuple[Knot, ...]:
    """What ties this person to others: events, and who took the initiatives up, in order of time."""
    knots: list[tuple[str, Knot]] = []
    for event in show.relations.events_of.get(honouree.id, ()):
        names = [
            show.heading(person)
            for id in show.relations.participants(event)
            if id != honouree.id and (person := show.catalogue.find(Person, id))
        ]
        text = show.word("met_there", names=", ".join(names[:4])) if names else None
        date = event.date
        knot = Knot(show.day(date) or show.word("undated"), show.heading(event), show.url(event), text, ())
        knots.append((date.iso if date else "", knot))
    for initiative in show.relations.initiatives_of.get(honouree.id, ()):
        for adoption in initiative.adoptions:
            unit = show.party(adoption.unit)
            if unit:
                when = show.day(adoption.date) or show.word("undated")
                text = show.word("took_up", unit=unit.title)
                knot = Knot(
                    when, show.heading(initiative), show.url(initiative), text, (), False, adoption.unverified
                )
                knots.append((adoption.date.iso if adoption.date else "", knot))
    return tuple(knot for _, knot in sorted(knots, key=lambda pair: pair[0]))


def _colleagues(show: Presenter, honouree: Honouree) -> tuple[Row, ...]:
    """Others of the same employer, then of employers under the same parent."""
    ids = list(organisation_ids(honouree))
    for id in tuple(ids):
        organisation = show.catalogue.find(Organisation, id)
        if organisation and organisation.parent:
            ids.append(organisation.parent)
            ids.extend(part.id for part in show.relations.parts_of.get(organisation.parent, ()))
    found = dict.fromkeys(other for id in ids for other in show.relations.honourees_at.get(id, ()))
    others = [other for other in found if other.id != honouree.id]
    return tuple(person_row(show, other) for other in others[:COLLEAGUES])
