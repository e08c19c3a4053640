"""Pages of awards: who confers them, for what, and who received them, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vinhdanh.content.model.programmes import AWARD_FORMS, Award, Edition
from vinhdanh.content.model.values import HONOUR_LEVELS, Honour
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.naming import named
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.fields import bare_step
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.rows import person_row, record_row
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Honouree, grouped
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Row, Section, Siblings, YearGroup, YearItem

Given = tuple[Honouree, Honour]
"""Somebody with one of their honours."""

FIRST = 6
"""How many of a year are shown where an award has very many: the rest is on the year's own list."""

UNKNOWN = "chua-ro"
"""Anchor of those whose year no source gives."""


def lists(frame: Frame) -> Iterator[Output]:
    """The list of awards, if there are any."""
    if frame.show.relations.awards:
        yield _list(frame)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every award that has one in this language, with its editions and long lists."""
    for award, around in with_siblings(frame, frame.show.relations.awards):
        yield from _pages(frame, award, around)


# -- the page of one ----


def _pages(frame: Frame, award: Award, around: Siblings) -> Iterator[Output]:
    show = frame.show
    notes = Citations(show.catalogue)
    body = show.body(award, notes)
    given = show.relations.honoured_by.get(award.id, ())
    held = _shelves(show, award, given)
    few = len(given) <= listing.LONG * frame.site.page_size
    limit = max(len(given), 1) if few else FIRST
    folders = ("giai-thuong", award.id)
    form = show.choice(Award, "form", award.form)
    parts = {
        "head": head(show, award)._replace(kicker=form[:1].upper() + form[1:] if form else None),
        "facts": _facts(show, award, len({honouree.key for honouree, _ in given})),
        "criteria": bare_step(show, award, "criteria"),
        "editions": _editions(show, award, notes),
        "sections": shelves.sections(frame, held, folders, limit),
        "stories": [record_row(show, s) for s in show.relations.stories_about.get(f"award/{award.id}", ())],
        "siblings": around,
        "sources": show.sources(notes, award),
    }
    yield frame.record_page(
        award,
        "award.html",
        parts,
        section="directory",
        crumbs=frame.crumbs("award"),
        body=body,
        cover=show.cover(award),
    )
    above = (*frame.crumbs("award"), frame.crumb(award))
    yield from shelves.lists(frame, held, folders, above, limit)


def _facts(show: Presenter, award: Award, count: int) -> tuple[Fact, ...]:
    word = "recognised_here" if award.form == "mention" else "honoured_here"
    return show.facts(
        show.fact(show.word("conferred_by"), named(show, award.conferred_by)),
        show.fact(show.word("award_level"), show.text(award, "level")),
        show.fact(show.word("cycle"), show.text(award, "cycle")),
        show.fact(show.word("award_since"), show.day(award.since)),
        show.fact(show.word(word), show.word("people_count", n=show.count(count)) if count else None),
    )


def _editions(show: Presenter, award: Award, notes: Citations) -> tuple[YearGroup, ...]:
    """The times it was given, newest first."""
    words = show.of(award, "editions")
    editions: tuple[Edition, ...] = show.value(award, "editions")
    ordered = sorted(editions, key=lambda edition: edition.year.iso if edition.year else "", reverse=True)
    found = []
    for edition in ordered:
        text = joined(": ", (words.foreign(text) for text in (edition.name, edition.text) if text))
        year = str(edition.year.year) if edition.year else show.word("year_unknown")
        if text:
            found.append(YearGroup(year, (YearItem(text, None, notes.refs(edition.sources)),)))
    return tuple(found)


# -- who received it ----


def _shelves(show: Presenter, award: Award, given: Sequence[Given]) -> tuple[Shelf[Given], ...]:
    """Those who received it, by year, newest first; those without a year last."""
    dated = grouped(given, lambda pair: (_year(pair[1]),))
    undated = tuple(pair for pair in given if _year(pair[1]) is None)
    word = "recognised_in" if award.form == "mention" else "honoured_in"
    groups = [
        (f"nam-{year}", show.word(word, year=year), dated[year]) for year in sorted(dated, reverse=True)
    ]
    if undated:
        alone = "recognised_people" if award.form == "mention" else "honoured_people"
        groups.append((UNKNOWN, show.word(f"{alone}_undated" if dated else alone), undated))

    def row(pair: Given) -> Row:
        return honoured_row(show, *pair)

    return tuple(Shelf(id, title, pairs, row, stem_of_pair) for id, title, pairs in groups)


def stem_of_pair(pair: Given) -> str:
    """The word that somebody honoured is filed under."""
    return shelves.stem_of_honouree(pair[0])


def _year(honour: Honour) -> str | None:
    date = honour.year or honour.date
    return str(date.year) if date else None


def honoured_row(show: Presenter, honouree: Honouree, honour: Honour) -> Row:
    """Somebody in the list of one award: how it was given, instead of all that they were given.

    Left out is what the award itself says: its usual level, and that a recognition is one.
    """
    view = show.honour(honour)
    award = show.catalogue.find(Award, honour.award)
    recognised = honour.state == "recognised" and not (award and award.form == "mention")
    usual = bool(award and honour.level and HONOUR_LEVELS[honour.level][0] == award.level)
    line = joined(
        DOT,
        (
            show.choice(Honour, "state", honour.state) if recognised else None,
            show.day(honour.date) if honour.date else None,
            None if usual else view.level,
            view.note,
            show.foreign(honour.citation) if honour.citation else None,
        ),
    )
    unverified = show.word("honour_unverified") if honour.unverified else False
    return person_row(show, honouree)._replace(
        honours=None, honours_note=None, lines=(line,) if line else (), unverified=unverified
    )


# -- the list ----


def _list(frame: Frame) -> Output:
    """All awards by their form; recognitions, which are no awards, last."""
    show = frame.show
    awards = show.relations.awards
    by_form = grouped(awards, lambda award: (award.form or "",))
    rest = tuple(award for award in awards if not award.form)
    found = [
        Section(
            f"loai-{key}", show.word(f"award_form_{key}"), tuple(_row(show, award) for award in by_form[key])
        )
        for key in AWARD_FORMS
        if key in by_form
    ]
    if rest:
        found.append(
            Section("loai-khac", show.word("award_form_other"), tuple(_row(show, award) for award in rest))
        )
    title = show.word("awards_title", n=show.count(len(awards)))
    return listing.page(
        frame, listing.of_kind(frame, "award", title, show.word("awards_lead")), sections=found
    )


def _row(show: Presenter, award: Award) -> Row:
    body = named(show, award.conferred_by)
    people = {honouree.key for honouree, _ in show.relations.honoured_by.get(award.id, ())}
    count = show.word("people_count", n=show.count(len(people))) if people else None
    summary = show.text(award, "summary")
    return Row(
        show.heading(award),
        show.url(award),
        show.target_lang(award),
        tuple(text for text in (body.text if body else None, count) if text),
        (summary,) if summary else (),
        thumb=show.thumb(award),
    )
