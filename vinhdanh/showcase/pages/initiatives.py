"""Pages of initiatives: the work before and since, what it brought, and how others can do the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.model.initiatives import Adoption, Initiative, Recognition
from vinhdanh.content.model.programmes import Organisation, Programme
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import DOT, capitalised, joined
from vinhdanh.showcase.pages.fields import bare_step, figures, step, steps
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.honours import is_award
from vinhdanh.showcase.pages.lessons import lesson
from vinhdanh.showcase.pages.rows import initiative_row, main_figure, person_row, record_row
from vinhdanh.showcase.pages.siblings import following, with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Honouree
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import (
    Byline,
    Fact,
    FigureView,
    Head,
    HonourView,
    Knot,
    Link,
    Row,
    Siblings,
    Step,
)

RELATED = 4
"""How many other initiatives of the same trade are shown."""

CHOICE = 12
"""Out of how many they are chosen."""

UNDATED = "9999"
"""Stands after every ISO date in order."""


class BeforeAfter(NamedTuple):
    """How the work was done before and since; `label` says when no source tells the difficulty outright."""

    before: Step | None
    after: Step | None
    label: str | None


class Outcome(NamedTuple):
    """What an initiative brought: its own figures, figures of several together, and what is no number."""

    own: tuple[FigureView, ...]
    together: tuple[FigureView, ...]
    results: tuple[Step, ...]


class Replication(NamedTuple):
    """How somebody else can do the same."""

    conditions: str | None
    cost: str | None
    safety: str | None
    steps: tuple[str, ...]
    refs: tuple[int, ...]


class Related(NamedTuple):
    """Other initiatives, with what they have in common."""

    title: str
    rows: tuple[Row, ...]


def outputs(frame: Frame) -> Iterator[Output]:
    """The page of every initiative that has one in this language."""
    initiatives = frame.show.relations.initiatives
    for initiative, around in with_siblings(frame, initiatives):
        yield _page(frame, initiative, around)


def _page(frame: Frame, initiative: Initiative, around: Siblings) -> Output:
    show, relations = frame.show, frame.show.relations
    notes = Citations(show.catalogue)
    outcome = _outcome(show, initiative, notes)
    method = _method(show, initiative, notes)
    body = show.body(initiative, notes)
    about = f"initiative/{initiative.id}"
    parts = {
        "head": _head(show, initiative),
        "byline": _byline(show, initiative),
        "honours": _ribbon(show, initiative),
        "facts": _facts(show, initiative),
        "panel": _panel(show, initiative),
        "outcome": outcome,
        "method": method,
        "novelty": show.text(initiative, "novelty"),
        "replication": _replication(show, initiative, notes),
        "recognitions": _recognitions(show, initiative, notes),
        "adoptions": _adoptions(show, initiative, notes),
        "authors": _authors(show, initiative),
        "lessons": [lesson(show, e, notes) for e in relations.experiences_about.get(initiative.id, ())],
        "stories": [record_row(show, s) for s in relations.stories_about.get(about, ())],
        "related": _related(show, initiative),
        "siblings": around,
        "sources": show.sources(notes, initiative),
    }
    return frame.record_page(
        initiative,
        "initiative.html",
        parts,
        section="initiative",
        crumbs=frame.crumbs("initiative"),
        body=body,
        cover=show.cover(initiative),
    )


# -- the head and the margin ----


def _head(show: Presenter, initiative: Initiative) -> Head:
    """The summary leads only where no panel says the same in two columns."""
    found = head(show, initiative, "field")
    return found._replace(lead=None) if initiative.problem and initiative.solution else found


def _byline(show: Presenter, initiative: Initiative) -> Byline:
    links = (show.party(author.who) for author in initiative.authors)
    return Byline(tuple(link for link in links if link), _unit(show, initiative))


def _unit(show: Presenter, initiative: Initiative) -> Link | None:
    """The organisation by its name in daily use."""
    record = show.party_record(initiative.organisation)
    if isinstance(record, Organisation):
        return Link(show.foreign(show.short_name(record)), show.url(record), show.target_lang(record))
    return show.party(initiative.organisation)


def _honoured(
    show: Presenter, initiative: Initiative, *, awards: bool
) -> list[tuple[HonourView, PartialDate | None]]:
    """Honours that were given for this initiative, each with the name of who received it."""
    found = []
    for honouree, honour in show.relations.honoured_for.get(initiative.id, ()):
        if is_award(show, honour) == awards:
            view = show.honour(honour)
            note = joined(DOT, (show.heading(honouree), view.note))
            found.append((view._replace(note=note), honour.date or honour.year))
    return found


def _ribbon(show: Presenter, initiative: Initiative) -> tuple[HonourView, ...]:
    return tuple(view for view, _ in _honoured(show, initiative, awards=True))


def _facts(show: Presenter, initiative: Initiative) -> tuple[Fact, ...]:
    organisation = show.party(initiative.organisation)
    kind = show.choice(Initiative, "solution_kind", initiative.solution_kind)
    applied_at = show.text(initiative, "applied_at")
    elsewhere = applied_at if not organisation or applied_at != organisation.title else None
    sector = show.catalogue.get(("sector", initiative.sector or ""))
    programmes = (show.catalogue.find(Programme, id) for id in initiative.programmes)
    return show.facts(
        show.fact(show.word("organisation"), organisation),
        show.fact(show.word("applied_at"), elsewhere),
        show.fact(show.word("city"), show.place_value(initiative.place)),
        show.fact(show.word("sector"), show.link(sector) if sector else None),
        show.fact(show.word("solution_kind"), capitalised(kind) if kind else None),
        show.fact(show.word("first_applied"), show.day(initiative.first_applied)),
        show.fact(show.word("part_of"), *(show.link(programme) for programme in programmes if programme)),
        show.fact(show.word("rights"), show.text(initiative, "rights")),
    )


# -- what it is and what it brought ----


def _panel(show: Presenter, initiative: Initiative) -> BeforeAfter | None:
    before = bare_step(show, initiative, "problem")
    label = show.word("problem_inferred") if initiative.problem_inferred else None
    return BeforeAfter(before, bare_step(show, initiative, "solution"), label) if before else None


def _outcome(show: Presenter, initiative: Initiative, notes: Citations) -> Outcome | None:
    words = show.of(initiative, "figures")
    lines = show.value(initiative, "figures")
    outcome = Outcome(
        figures(words, (line for line in lines if line.scope == "one"), notes),
        figures(words, (line for line in lines if line.scope != "one"), notes),
        steps(show, initiative, "results", notes),
    )
    return outcome if any(outcome) else None


def _method(show: Presenter, initiative: Initiative, notes: Citations) -> tuple[Step, ...]:
    """How it works; first the solution itself, where no panel shows it."""
    solution = None if initiative.problem else bare_step(show, initiative, "solution")
    return tuple(part for part in (solution, step(show, initiative, "method", notes)) if part)


def _replication(show: Presenter, initiative: Initiative, notes: Citations) -> Replication | None:
    found = show.value(initiative, "replication")
    if found is None:
        return None
    words = show.of(initiative, "replication")
    conditions, cost, safety = (
        words.foreign(text) if text else None for text in (found.conditions, found.cost, found.safety)
    )
    tasks = tuple(words.foreign(text) for text in found.steps)
    return Replication(conditions, cost, safety, tasks, notes.refs(found.sources))


# -- who recognised it, who took it up, who thought of it ----


def _recognitions(show: Presenter, initiative: Initiative, notes: Citations) -> tuple[Knot, ...]:
    """Councils, and honours that are no award, in order of time."""
    words = show.of(initiative, "recognitions")
    dated = [(item.date, _recognition(words, item, notes)) for item in show.value(initiative, "recognitions")]
    for view, date in _honoured(show, initiative, awards=False):
        when = joined(DOT, (view.level, view.when))
        dated.append((date, Knot(when, view.award, view.url, view.note, (), unverified=view.unverified)))
    return in_time(dated)


def _recognition(words: Presenter, item: Recognition, notes: Citations) -> Knot:
    body = words.party(item.body) or Link("", None)
    level = words.foreign(item.level) if item.level else None
    decision = words.word("decision", number=item.decision) if item.decision else None
    when = joined(DOT, (level, decision, words.day(item.date)))
    return Knot(
        when, body.title, body.url, words.foreign(item.note) if item.note else None, notes.refs(item.sources)
    )


def _adoptions(show: Presenter, initiative: Initiative, notes: Citations) -> tuple[Knot, ...]:
    words = show.of(initiative, "adoptions")
    return in_time(
        [(item.date, _adoption(words, item, notes)) for item in show.value(initiative, "adoptions")]
    )


def _adoption(words: Presenter, item: Adoption, notes: Citations) -> Knot:
    unit = words.party(item.unit) or Link("", None)
    note, adapted, result = (
        words.foreign(text) if text else None for text in (item.note, item.adapted, item.result)
    )
    text = joined(" ", (note, joined(" ", (words.word("adapted"), adapted)) if adapted else None, result))
    refs = notes.refs(item.sources)
    return Knot(
        words.day(item.date) or "", unit.title, unit.url, text or None, refs, unverified=item.unverified
    )


def in_time(dated: list[tuple[PartialDate | None, Knot]]) -> tuple[Knot, ...]:
    """Knots by their dates, those without one last, else in the order given."""
    return tuple(knot for _, knot in sorted(dated, key=lambda pair: pair[0].iso if pair[0] else UNDATED))


def _authors(show: Presenter, initiative: Initiative) -> tuple[Row, ...]:
    words = show.of(initiative, "authors")
    found = []
    for author in show.value(initiative, "authors"):
        record = show.party_record(author.who)
        link = show.party(author.who)
        if link:
            row = (
                person_row(show, record)
                if isinstance(record, Honouree)
                else Row(link.title, link.url, link.lang)
            )
            line = joined(DOT, (author.role, author.share))
            found.append(row._replace(lines=(words.foreign(line),)) if line else row)
    return tuple(found)


# -- what goes with it ----


def _related(show: Presenter, initiative: Initiative) -> Related | None:
    """Others of the same trade: of the same field first, then those that have a figure."""
    sector = show.catalogue.get(("sector", initiative.sector or ""))
    if sector is None:
        return None
    others = following(show.relations.initiatives_in[sector.id], initiative, CHOICE)
    ordered = sorted(others, key=lambda other: (other.field != initiative.field, main_figure(other) is None))
    if not ordered:
        return None
    name = show.heading(sector)
    title = show.word("related_sector", sector=name[:1].lower() + name[1:])
    return Related(title, tuple(initiative_row(show, other) for other in ordered[:RELATED]))
