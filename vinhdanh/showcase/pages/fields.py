"""Fields of a record as views: in the page's language where translated, else marked as Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import FigureView, Step


def step(show: Presenter, record: Record, name: str, notes: Citations) -> Step | None:
    """The field `name`, a statement with sources."""
    return show.of(record, name).step(show.value(record, name), notes)


def steps(show: Presenter, record: Record, name: str, notes: Citations) -> tuple[Step, ...]:
    """The field `name`, a list of statements with sources."""
    return show.of(record, name).steps(show.value(record, name), notes)


def bare_step(show: Presenter, record: Record, name: str) -> Step | None:
    """The field `name`, a text without sources of its own, set like a statement."""
    text = show.text(record, name)
    return Step(str(escape(text)), ()) if text else None


def figures(show: Presenter, lines: Iterable[FigureLine], notes: Citations) -> tuple[FigureView, ...]:
    """Figures with their first source named beneath and all of them numbered."""
    return tuple(show.figure(line, None)._replace(source_refs=notes.refs(line.sources)) for line in lines)
