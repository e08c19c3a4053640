"""Programmes on the numbers page: totals, milestones as bars, and where sources differ, side by side."""

from __future__ import annotations

from vinhdanh.content.model.programmes import Milestone, Programme
from vinhdanh.showcase.charts import share
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.naming import brief
from vinhdanh.showcase.pages.numbers.views import ProgrammeView, Step
from vinhdanh.showcase.pages.programmes import claims_of, contested, figures_of, milestone_count
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Link


def programmes(show: Presenter, notes: Citations, limit: int) -> tuple[ProgrammeView, ...]:
    """The programmes that have figures or milestones, those with most milestones first; `limit` of them."""
    found = [each for each in show.relations.programmes if each.figures or _counted(each)]
    found.sort(key=lambda each: -len(each.milestones))
    return tuple(_view(show, each, notes) for each in found[:limit])


def _counted(programme: Programme) -> list[Milestone]:
    return [each for each in programme.milestones if each.count]


def _view(show: Presenter, programme: Programme, notes: Citations) -> ProgrammeView:
    agreed, differing = figures_of(show, programme, notes)
    return ProgrammeView(
        programme.id,
        Link(brief(show, programme), show.url(programme), show.target_lang(programme)),
        agreed,
        differing,
        claims_of(show, programme, notes),
        _steps(show, programme, notes),
    )


def _steps(show: Presenter, programme: Programme, notes: Citations) -> tuple[Step, ...]:
    """The milestones that have a count; nothing where there is one alone, which says nothing of growth."""
    words = show.of(programme, "milestones")
    counted = [each for each in show.value(programme, "milestones") if each.count]
    if len(counted) < 2:
        return ()
    most = max(each.count for each in counted)
    return tuple(
        Step(
            words.day(each.date) or words.word("undated"),
            share(each.count, most),
            milestone_count(show, programme, each) or "",
            words.foreign(each.text) if each.text else None,
            notes.refs(each.sources),
            contested(programme, each),
            words.word("other_source_differs") if contested(programme, each) else each.unverified,
        )
        for each in counted
    )
