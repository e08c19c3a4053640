"""What the template of the numbers page sees."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.pages.programmes import Claim
from vinhdanh.showcase.views import FigureGroup, FigureView, Link


class Count(NamedTuple):
    """How many there are of something, with the way to them."""

    number: str
    title: str
    url: str


class BarRow(NamedTuple):
    """A row of a table: its name, a bar of `share` of the width (None: no bar), its numbers."""

    title: str
    url: str | None
    lang: str | None
    note: str | None
    share: str | None
    numbers: tuple[str, ...]
    gold: bool = False


class Table(NamedTuple):
    """A table whose bars are drawn; `more` leads to what is left out."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[BarRow, ...]
    more: Link | None = None


class Summand(NamedTuple):
    """A figure in the ledger, with the initiative that it is of. `share` is the length of its bar, if it has one."""

    title: str
    url: str
    lang: str | None
    figure: FigureView
    share: str | None = None


class SumView(NamedTuple):
    """A sum: the amount, its rule in words, and what was added; `more` leads to further summands."""

    id: str
    figure: FigureView
    rule: str
    summands: tuple[Summand, ...]
    more: Link | None


class LeftOut(NamedTuple):
    """Figures that are in no sum, for one reason."""

    id: str
    reason: str
    count: str  # type: ignore[assignment]  # a column of the view, not the method of tuples
    entries: tuple[Summand, ...]
    more: Link | None


class Step(NamedTuple):
    """A milestone with a count: a bar that is hatched where sources differ."""

    when: str
    share: str
    amount: str
    text: str | None
    refs: tuple[int, ...]
    contested: bool
    label: bool | str


class ProgrammeView(NamedTuple):
    """A programme: its totals, where sources differ, and how it grew."""

    id: str
    link: Link
    figures: tuple[FigureView, ...]
    differing: tuple[FigureGroup, ...]
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]
