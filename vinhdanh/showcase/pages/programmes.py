"""Pages of programmes and movements: how they went, step by step, and where sources differ on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from vinhdanh.content.model.programmes import Milestone, Phase, Programme, StartClaim
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import joined
from vinhdanh.showcase.naming import named
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.fields import figures, steps
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, FigureGroup, Knot, Row, Siblings, SourceView

SHOWN = 3
"""Events, and initiatives, that the page of a programme shows; all of them stand in a list of their own."""

MANY = 12
"""Sources from which on a list of them leads to their pages here."""


class Claim(NamedTuple):
    """One of several dates that sources give for the same thing."""

    when: str
    text: str | None
    refs: tuple[int, ...]


def lists(frame: Frame) -> Iterator[Output]:
    """The list of programmes, if there are any."""
    if frame.show.relations.programmes:
        yield _list(frame)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every programme that has one in this language, with its long lists."""
    for programme, around in with_siblings(frame, frame.show.relations.programmes):
        yield from _pages(frame, programme, around)


# -- the page of one ----


def _pages(frame: Frame, programme: Programme, around: Siblings) -> Iterator[Output]:
    show = frame.show
    notes = Citations(show.catalogue)
    agreed, differing = figures_of(show, programme, notes)
    body = show.body(programme, notes)
    held = _shelves(show, programme)
    folders = ("chuong-trinh", programme.id)
    parts = {
        "head": head(show, programme)._replace(kicker=_span(show, programme)),
        "facts": _facts(show, programme),
        "figures": agreed,
        "differing": differing,
        "claims": claims_of(show, programme, notes),
        "phases": _phases(show, programme, notes),
        "milestones": _milestones(show, programme, notes),
        "results": steps(show, programme, "results", notes),
        "sections": shelves.sections(frame, held, folders, SHOWN),
        "siblings": around,
        "sources": _sources(show, programme, notes),
    }
    yield frame.record_page(
        programme,
        "programme.html",
        parts,
        section="directory",
        crumbs=frame.crumbs("programme"),
        body=body,
        cover=show.cover(programme),
    )
    above = (*frame.crumbs("programme"), frame.crumb(programme))
    yield from shelves.lists(frame, held, folders, above, SHOWN)


def _sources(show: Presenter, programme: Programme, notes: Citations) -> tuple[SourceView, ...]:
    """The sources; when they are many, each leads to its page here, where the long address of the original stands."""
    found = show.sources(notes, programme)
    return found if len(found) <= MANY else tuple(source._replace(url=source.page) for source in found)


def _span(show: Presenter, programme: Programme) -> str | None:
    """From when to when, unless sources differ on it."""
    if programme.start_claims:
        return None
    start, end = show.day(programme.start), show.day(programme.end)
    return start if start == end else "–".join(filter(None, (start, end))) or None


def _facts(show: Presenter, programme: Programme) -> tuple[Fact, ...]:
    target = programme.target
    aim = None
    if target and target.count:
        count = show.word("initiatives_count", n=show.count(target.count))
        aim = show.word("target_by", target=count, date=show.day(target.by)) if target.by else count
    short = programme.short_name if programme.short_name != programme.title else None
    start = None if programme.start_claims else show.day(programme.start)
    return show.facts(
        show.fact(show.word("short_name"), show.text(programme, "short_name") if short else None),
        show.fact(show.word("organiser"), named(show, programme.organiser)),
        show.fact(show.word("starts"), start),
        show.fact(show.word("ends"), show.day(programme.end) if programme.end != programme.start else None),
        show.fact(show.word("target"), aim),
    )


# -- figures, and where sources differ ----


def figures_of(
    show: Presenter, programme: Programme, notes: Citations
) -> tuple[tuple[Any, ...], tuple[FigureGroup, ...]]:
    """Figures that stand alone, and those that answer the same question for the same day, side by side."""
    words = show.of(programme, "figures")
    groups: dict[object, list[FigureLine]] = {}
    for line in show.value(programme, "figures"):
        groups.setdefault((line.label, line.period, line.as_of, line.since, line.until), []).append(line)
    alone = [lines[0] for lines in groups.values() if len(lines) == 1]
    differing = [
        FigureGroup(_difference(words, lines[0]), figures(words, map(_bare, lines), notes))
        for lines in groups.values()
        if len(lines) > 1
    ]
    return figures(words, alone, notes), tuple(differing)


def _difference(words: Presenter, line: FigureLine) -> str:
    """What figures that differ have in common, and that they do."""
    as_of = words.word("as_of", date=words.day(line.as_of)) if line.as_of else None
    about = ", ".join(filter(None, (line.label, line.period, as_of)))
    about = words.foreign(about[:1].upper() + about[1:]) if about else ""
    return joined(". ", (about, words.word("sources_differ_note")))


def _bare(line: FigureLine) -> FigureLine:
    """A figure without what the sentence above it says."""
    return replace(line, label=None, period=None, as_of=None)


def claims_of(show: Presenter, programme: Programme, notes: Citations) -> tuple[Claim, ...]:
    """The days on which it began, each as its source has it."""
    words = show.of(programme, "start_claims")
    claims: tuple[StartClaim, ...] = show.value(programme, "start_claims")
    return tuple(
        Claim(
            words.day(claim.date) or "",
            words.foreign(claim.text) if claim.text else None,
            notes.refs(claim.sources),
        )
        for claim in claims
    )


# -- how it went ----


def _phases(show: Presenter, programme: Programme, notes: Citations) -> tuple[Knot, ...]:
    words = show.of(programme, "phases")
    phases: tuple[Phase, ...] = show.value(programme, "phases")
    return tuple(_phase(words, phase, notes) for phase in phases)


def _phase(words: Presenter, phase: Phase, notes: Citations) -> Knot:
    count = words.word("initiatives_count", n=words.count(phase.target)) if phase.target else None
    text = words.word("phase_target", target=count) if count else None
    span = "–".join(filter(None, (words.day(phase.since), words.day(phase.until))))
    return Knot(span, words.foreign(phase.name), None, text, notes.refs(phase.sources))


def _milestones(show: Presenter, programme: Programme, notes: Citations) -> tuple[Knot, ...]:
    """Each step; with a count, the count is the title and the sentence stands below it."""
    words = show.of(programme, "milestones")
    found = []
    milestones: tuple[Milestone, ...] = show.value(programme, "milestones")
    for milestone in milestones:
        text = words.foreign(milestone.text) if milestone.text else None
        count = milestone_count(show, programme, milestone)
        differs = (
            words.word("other_source_differs") if contested(programme, milestone) else milestone.unverified
        )
        when = words.day(milestone.date) or words.word("undated")
        refs = notes.refs(milestone.sources)
        title, below = (count, text) if count else ((text or "").rstrip("."), None)
        found.append(Knot(when, title, None, below, refs, unverified=differs))
    return tuple(found)


def milestone_count(show: Presenter, programme: Programme, milestone: Milestone) -> str | None:
    """How many initiatives there were; with "over" and the like where a figure of the same day says so."""
    if milestone.count is None:
        return None
    for line in programme.figures:
        if line.as_of == milestone.date and line.value.low == milestone.count:
            figure = show.figure(line, None)
            return " ".join(filter(None, (figure.before, figure.number, figure.unit, figure.after)))
    return show.word("initiatives_count", n=show.count(milestone.count))


def contested(programme: Programme, milestone: Milestone) -> bool:
    """Whether another source differs: so it is marked, or another count is given for the same day."""
    counts = {other.count for other in programme.milestones if other.date == milestone.date and other.count}
    return milestone.conflict or len(counts) > 1


def _shelves(show: Presenter, programme: Programme) -> tuple[Shelf[Any], ...]:
    relations, id = show.relations, programme.id
    return (
        shelves.events(show, relations.events_of_programme.get(id, ()), show.word("programme_events")),
        shelves.initiatives(
            show, relations.initiatives_of_programme.get(id, ()), show.word("programme_initiatives")
        ),
        shelves.stories(show, relations.stories_about.get(f"programme/{id}", ())),
    )


# -- the list ----


def _list(frame: Frame) -> Output:
    show = frame.show
    about = listing.of_kind(frame, "programme", show.word("programmes_title"), show.word("programmes_lead"))
    return listing.page(
        frame, about, rows=[_row(show, programme) for programme in show.relations.programmes], two=True
    )


def _row(show: Presenter, programme: Programme) -> Row:
    organiser = named(show, programme.organiser)
    summary = show.text(programme, "summary")
    return Row(
        show.heading(programme),
        show.url(programme),
        show.target_lang(programme),
        tuple(text for text in (_span(show, programme), organiser.text if organiser else None) if text),
        (summary,) if summary else (),
        thumb=show.thumb(programme),
    )
