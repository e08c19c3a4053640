"""The ledger as readers see it: each sum with its rule and its summands, and what is in none, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vinhdanh.base.vietnamese.amounts import Period
from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.charts import share
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.ledger import Account, Entry, Ledger, Sum, Why
from vinhdanh.showcase.pages import shelves
from vinhdanh.showcase.pages.numbers.views import LeftOut, Summand, SumView
from vinhdanh.showcase.pages.rows import initiative_row
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Link, Row

SHOWN = 10
"""Entries of a sum, or of a reason, that the page shows; all of them stand in a list of their own if they are more."""


def sums(frame: Frame, ledger: Ledger, folders: tuple[str, ...]) -> tuple[SumView, ...]:
    """The sums. `folders` is where the page stands, below which long lists are."""
    return tuple(_sum_view(frame, each, folders) for each in ledger.sums)


def _sum_view(frame: Frame, found: Sum, folders: tuple[str, ...]) -> SumView:
    show = frame.show
    greatest = found.summands[0].line.value.low
    shown = tuple(
        _entry(show, entry)._replace(share=share(float(entry.line.value.low), float(greatest)))
        for entry in found.summands[:SHOWN]
    )
    line = FigureLine(value=found.figure, label=found.account.label or None)
    return SumView(
        _sum_id(found.account),
        show.figure(line, None),
        _rule(show, found),
        shown,
        _more(frame, found.summands, _sum_id(found.account), folders),
    )


def _sum_id(account: Account) -> str:
    words = (account.unit, account.of, account.period, account.per, account.label)
    return slugify(" ".join(("tong", *filter(None, words))).replace("_", " "))


def _rule(show: Presenter, found: Sum) -> str:
    """What was added and what the word before the sum means."""
    count = show.count(len(found.summands))
    basis = "per_unit" if found.account.period is Period.PER_UNIT else str(found.account.period)
    rule = show.word("sum_rule", n=count, basis=show.word(f"basis_{basis}", per=found.account.per))
    bound = show.word("sum_bound", n=show.count(found.bounds)) if found.bounds else show.word("sum_exact")
    return f"{rule} {bound}"


def left_out(frame: Frame, ledger: Ledger, folders: tuple[str, ...]) -> tuple[LeftOut, ...]:
    """What is in no sum, reason by reason."""
    show = frame.show
    return tuple(
        LeftOut(
            _why_id(why),
            _why_title(show, why),
            show.count(len(entries)),
            tuple(_entry(show, entry) for entry in entries[:SHOWN]),
            _more(frame, entries, _why_id(why), folders),
        )
        for why, entries in ledger.left_out.items()
    )


def _why_id(why: Why) -> str:
    return f"khong-cong-{why}"


def _why_title(show: Presenter, why: Why) -> str:
    return show.word(f"why_{why.replace('-', '_')}")


def _entry(show: Presenter, entry: Entry) -> Summand:
    initiative = entry.initiative
    return Summand(
        show.heading(initiative),
        show.url(initiative),
        show.target_lang(initiative),
        show.figure(entry.line, None),
    )


def _more(frame: Frame, entries: Sequence[Entry], id: str, folders: tuple[str, ...]) -> Link | None:
    if len(entries) <= SHOWN:
        return None
    show = frame.show
    title = show.word("see_all_count", n=show.count(len(entries)))
    return Link(title, show.addresses.url(show.addresses.page(*folders, id)))


def lists(
    frame: Frame, ledger: Ledger, folders: tuple[str, ...], above: tuple[Crumb, ...]
) -> Iterator[Output]:
    """The lists of what the page does not show whole. They are made in Vietnamese only."""
    show = frame.show

    def row(entry: Entry) -> Row:
        found = initiative_row(show, entry.initiative, figure=False)
        return found._replace(lines=(), figure=show.figure(entry.line, None))

    held = [
        *(Shelf(_sum_id(each.account), _sum_title(show, each), each.summands, row) for each in ledger.sums),
        *(
            Shelf(_why_id(why), _why_title(show, why), entries, row)
            for why, entries in ledger.left_out.items()
        ),
    ]
    yield from shelves.lists(frame, held, folders, above, limit=SHOWN)


def _sum_title(show: Presenter, found: Sum) -> str:
    figure = show.figure(FigureLine(value=found.figure), None)
    return " ".join(filter(None, (figure.before, figure.number, figure.unit, figure.after)))
