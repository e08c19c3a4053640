"""Fields of a record as views: in the page's language where they are translated, else marked as Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from vinhdanh.base.vietnamese.dates import PartialDate, parse_date
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import ExtraField
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Fact, FigureView, Step, Value


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


def extra_facts(show: Presenter, record: Record) -> tuple[Fact, ...]:
    """The fields that the site added to this kind, in the order of `site.yaml`."""
    added = (field for field in show.catalogue.site.extra_fields if field.of == record.kind)
    return show.facts(*(_extra_fact(show, record, field) for field in added))


def _extra_fact(show: Presenter, record: Record, field: ExtraField) -> Fact | None:
    translated = record.translation.get(field.key) if show.lang == "en" else None
    plain = record.extra.get(field.key) if translated is None else translated
    if plain is None:
        return None
    label = field.label_en if show.lang == "en" and field.label_en else show.foreign(field.label)
    return show.fact(label, _extra_value(show, field.type, plain, native=translated is not None))


def _extra_value(show: Presenter, kind: str, plain: object, *, native: bool) -> Value:
    if kind == "yes_no":
        return Value(show.word("extra_true" if plain else "extra_false"))
    if isinstance(plain, int):
        return Value(show.count(plain))
    date = parse_date(str(plain)) if kind == "date" else None
    if isinstance(date, PartialDate):
        return Value(show.day(date) or "")
    if kind == "url":
        return Value(str(plain), str(plain))
    return Value(str(plain) if native else show.foreign(str(plain)))
