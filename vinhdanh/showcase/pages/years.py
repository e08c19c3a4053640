"""Pages of years: who was honoured, what happened, what was first applied and shared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vinhdanh.content.model.programmes import Milestone, Programme
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.naming import brief
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.awards import Given, honoured_row, stem_of_pair
from vinhdanh.showcase.pages.gatherings import Gathering, counted, gathered
from vinhdanh.showcase.pages.honours import is_award
from vinhdanh.showcase.pages.programmes import contested, milestone_count
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Link, Row, Siblings


def outputs(frame: Frame) -> Iterator[Output]:
    """The list of years and the page of each."""
    years = frame.occasions.years
    if frame.lang != "vi" or not years:
        return
    yield _list(frame)
    for index, year in enumerate(years):
        newer = _link(frame, years[index - 1]) if index else None
        older = _link(frame, years[index + 1]) if index + 1 < len(years) else None
        yield from gathered(frame, _gathering(frame, year, Siblings(older, newer)))


def year_url(frame: Frame, year: str) -> str:
    """The address of a year's page."""
    return frame.show.addresses.url(frame.show.addresses.page("nam", year))


def _link(frame: Frame, year: str) -> Link:
    return Link(frame.show.word("year_of", year=year), year_url(frame, year))


def _gathering(frame: Frame, year: str, around: Siblings) -> Gathering:
    show = frame.show
    return Gathering(
        folders=("nam", year),
        title=show.word("year_of", year=year),
        kicker=None,
        lead=show.word("year_lead", counts=tally(frame, year)),
        crumbs=(frame.home(), Crumb(show.word("years"), year_url(frame, ""))),
        origin="nam/",
        held=_shelves(frame, year),
        siblings=around,
    )


def _shelves(frame: Frame, year: str) -> tuple[Shelf[Any], ...]:
    show, occasions = frame.show, frame.occasions

    def given(pair: Given) -> Row:
        return _given_row(show, pair)

    def milestone(pair: tuple[Programme, Milestone]) -> Row:
        return _milestone_row(show, *pair)

    return (
        Shelf(
            "vinh-danh",
            show.word("honoured_that_year"),
            occasions.honours_of.get(year, ()),
            given,
            stem_of_pair,
        ),
        shelves.events(show, occasions.events_of.get(year, ())),
        shelves.initiatives(
            show, occasions.initiatives_of.get(year, ()), show.word("first_applied_that_year")
        ),
        shelves.experiences(show, occasions.experiences_of.get(year, ())),
        Shelf("moc", show.word("milestones"), occasions.milestones_of.get(year, ()), milestone),
    )


def _given_row(show: Presenter, pair: Given) -> Row:
    """Somebody honoured, with the one award; gold only when it is one."""
    honouree, honour = pair
    row = honoured_row(show, honouree, honour)
    award = show.catalogue.get(("award", honour.award))
    name = show.heading(award) if award else honour.award
    if is_award(show, honour):
        return row._replace(honours=name)
    return row._replace(lines=(name, *row.lines))


def _milestone_row(show: Presenter, programme: Programme, milestone: Milestone) -> Row:
    count = milestone_count(show, programme, milestone)
    differs = show.word("other_source_differs") if contested(programme, milestone) else milestone.unverified
    return Row(
        brief(show, programme),
        show.url(programme),
        meta=tuple(text for text in (show.day(milestone.date), count) if text),
        lines=(milestone.text,) if milestone.text else (),
        thumb=show.thumb(programme),
        unverified=differs,
    )


def tally(frame: Frame, year: str) -> str:
    """What a year has, in one line."""
    occasions = frame.occasions
    counts = (
        ("honours_count", occasions.honours_of),
        ("events_count", occasions.events_of),
        ("initiatives_count", occasions.initiatives_of),
        ("experiences_count", occasions.experiences_of),
        ("milestones_count", occasions.milestones_of),
    )
    return counted(frame.show, [(word, len(found.get(year, ()))) for word, found in counts])


def _list(frame: Frame) -> Output:
    show = frame.show
    years = frame.occasions.years
    rows = [
        Row(show.word("year_of", year=year), year_url(frame, year), meta=(tally(frame, year),))
        for year in years
    ]
    about = listing.Listing(
        folders={"vi": ("nam",)},
        name=show.word("years"),
        title=show.word("years_title", first=years[-1], last=years[0]),
        lead=show.word("years_lead"),
        section="directory",
        crumbs=(frame.home(),),
    )
    return listing.page(frame, about, rows=rows, two=True)
