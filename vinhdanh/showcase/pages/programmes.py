"""Pages of programmes and movements: how they went, step by step, and where sources differ on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vinhdanh.content.model.programmes import Milestone, Phase, Programme, StartClaim
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import joined
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.fields import figures, steps
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.pages.siblings import siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Claim, Fact, FigureGroup, Knot, Row, Siblings


def outputs(frame: Frame) -> Iterator[Output]:
    """The list of programmes, and the page of every one that has one in this language."""
    programmes = frame.show.relations.programmes
    if programmes:
        yield _list(frame)
    for index, programme in enumerate(programmes):
        if frame.show.has_page(programme):
            yield from _pages(frame, programme, siblings(frame.show, programmes, index))


# -- the page of one ----


def _pages(frame: Frame, programme: Programme, around: Siblings) -> Iterator[Output]:
    show = frame.show
    notes = Citations(show.catalogue)
    body = show.body(programme, notes)
    held = _shelves(show, programme)
    folders = ("chuong-trinh", programme.id)
    agreed, differing = _figures(show, programme, notes)
    parts = {
        "head": head(show, programme)._replace(kicker=_span(show, programme)),
        "facts": _facts(show, programme),
        "figures": agreed,
        "differing": differing,
        "claims": _claims(show, programme, notes),
        "phases": _phases(show, programme, notes),
        "milestones": _milestones(show, programme, notes),
        "results": steps(show, programme, "results", notes),
        "sections": shelves.sections(frame, held, folders),
        "siblings": around,
        "sources": show.sources(notes, programme),
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
    yield from shelves.lists(frame, held, folders, above)


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
        show.fact(show.word("organiser"), show.party(programme.organiser)),
        show.fact(show.word("starts"), start),
        show.fact(show.word("ends"), show.day(programme.end) if programme.end != programme.start else None),
        show.fact(show.word("target"), aim),
    )


# -- figures, and where sources differ ----


def _figures(
    show: Presenter, programme: Programme, notes: Citations
) -> tuple[tuple[Any, ...], tuple[FigureGroup, ...]]:
    """Figures that stand alone, and those that answer the same question for the same day, side by side."""
    words = show.of(programme, "figures")
    groups: dict[object, list[FigureLine]] = {}
    for line in show.value(programme, "figures"):
        groups.setdefault((line.label, line.period, line.as_of, line.since, line.until), []).append(line)
    alone = [lines[0] for lines in groups.values() if len(lines) == 1]
    differing = [
        FigureGroup(_difference(words, lines), figures(words, lines, notes))
        for lines in groups.values()
        if len(lines) > 1
    ]
    return figures(words, alone, notes), tuple(differing)


def _difference(words: Presenter, lines: Sequence[FigureLine]) -> str:
    about = lines[0].label
    note = words.word("sources_differ_note")
    return joined(". ", (words.foreign(about[:1].upper() + about[1:]) if about else None, note))


def _claims(show: Presenter, programme: Programme, notes: Citations) -> tuple[Claim, ...]:
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
    words = show.of(programme, "milestones")
    milestones: tuple[Milestone, ...] = show.value(programme, "milestones")
    return tuple(_milestone(words, milestone, notes) for milestone in milestones)


def _milestone(words: Presenter, milestone: Milestone, notes: Citations) -> Knot:
    """With a count, the count is the title and the sentence stands below it; else the sentence is the title."""
    text = words.foreign(milestone.text) if milestone.text else None
    count = words.word("initiatives_count", n=words.count(milestone.count)) if milestone.count else None
    differs = words.word("other_source_differs") if milestone.conflict else None
    when = words.day(milestone.date) or words.word("undated")
    refs = notes.refs(milestone.sources)
    return Knot(when, count or text or "", None, text if count else None, refs, unverified=differs or milestone.unverified)


def _shelves(show: Presenter, programme: Programme) -> tuple[Shelf[Any], ...]:
    relations, id = show.relations, programme.id
    return (
        shelves.events(show, relations.events_of_programme.get(id, ()), show.word("programme_events")),
        shelves.initiatives(show, relations.initiatives_of_programme.get(id, ()), show.word("programme_initiatives")),
        shelves.stories(show, relations.stories_about.get(f"programme/{id}", ())),
    )


# -- the list ----


def _list(frame: Frame) -> Output:
    show = frame.show
    about = listing.of_kind(frame, "programme", show.word("programmes_title"), show.word("programmes_lead"))
    return listing.page(frame, about, rows=[_row(show, programme) for programme in show.relations.programmes])


def _row(show: Presenter, programme: Programme) -> Row:
    organiser = show.party(programme.organiser)
    summary = show.text(programme, "summary")
    return Row(
        show.heading(programme),
        show.url(programme),
        show.target_lang(programme),
        tuple(text for text in (_span(show, programme), organiser.title if organiser else None) if text),
        (summary,) if summary else (),
        thumb=show.thumb(programme),
    )
