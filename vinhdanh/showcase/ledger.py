"""The figure ledger: which figures of initiatives may be added, which may not, and why. Pure.

A sum says what the sources say together and nothing more. It adds figures of the same unit and the same basis (a year
to a year), each initiative once, never an aggregate, and never what is unverified, contradicted, or not a bound from
below; when one of its parts is a lower bound, so is the sum. Every figure that is not added is kept with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from vinhdanh.base.vietnamese.amounts import Comparator, Figure, Metric, Period
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.values import FigureLine


class Why(StrEnum):
    """Why a figure is not added, the first reason that holds."""

    AGGREGATE = "aggregate"
    """It is of several initiatives together: its parts may be among the summands."""
    UNVERIFIED = "unverified"
    PERCENT = "percent"
    """A share has no sum."""
    NO_BASIS = "no-basis"
    """The source does not say whether it is once, a year or in all."""
    SPAN = "span"
    """It covers a span of time of its own."""
    WORDING = "wording"
    """The source gives it with a wording that changes its meaning, such as "on average"."""
    CONTESTED = "contested"
    """The same initiative has other figures for the same thing, and the ledger does not choose."""
    REPEATED = "repeated"
    """The same figure of the same initiative, told once more."""
    APPROXIMATE = "approximate"
    """The true amount may be smaller or greater, so that it bounds no sum."""
    FROM_ABOVE = "from-above"
    """The true amount is smaller, so that it bounds no sum from below."""
    ALONE = "alone"
    """There is no other figure of its kind to add it to."""


FROM_BELOW = frozenset({Comparator.OVER, Comparator.AT_LEAST, Comparator.RANGE})
"""Comparators of figures that are at least their lower end, and more in all likelihood."""

_UNFIT = {
    Comparator.ABOUT: Why.APPROXIMATE,
    Comparator.NEARLY: Why.FROM_ABOVE,
    Comparator.UNDER: Why.FROM_ABOVE,
    Comparator.UP_TO: Why.FROM_ABOVE,
}


class Entry(NamedTuple):
    """A figure with the initiative that it is of."""

    initiative: Initiative
    line: FigureLine


class Account(NamedTuple):
    """What figures must have in common to be added. `label` is what they count, empty for benefit."""

    unit: str
    period: Period
    per: str
    of: str
    label: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with its summands, the greatest first. `figure` carries the comparator that holds of it."""

    account: Account
    figure: Figure
    summands: tuple[Entry, ...]

    @property
    def bounds(self) -> int:
        """How many of the summands are lower bounds."""
        return sum(entry.line.value.comparator in FROM_BELOW for entry in self.summands)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sums, those of most summands first, and what is in none of them."""

    sums: tuple[Sum, ...]
    left_out: Mapping[Why, tuple[Entry, ...]]


def ledger_of(initiatives: Iterable[Initiative]) -> Ledger:
    """The ledger of the figures of `initiatives`, in their order; each initiative must be given once."""
    accounts: dict[Account, list[Entry]] = {}
    left_out: dict[Why, list[Entry]] = {why: [] for why in Why}
    for initiative in initiatives:
        for line, why in _judged(initiative):
            entry = Entry(initiative, line)
            if why:
                left_out[why].append(entry)
            else:
                accounts.setdefault(account_of(line), []).append(entry)
    for entries in accounts.values():
        if len(entries) == 1:
            left_out[Why.ALONE].extend(entries)
    sums = [_sum(account, entries) for account, entries in accounts.items() if len(entries) > 1]
    sums.sort(key=lambda each: (-len(each.summands), each.account))
    return Ledger(tuple(sums), {why: tuple(found) for why, found in left_out.items() if found})


def account_of(line: FigureLine) -> Account:
    """The account that a figure belongs to."""
    value = line.value
    return Account(value.unit, value.period, value.per, value.of, line.label or "")


def _judged(initiative: Initiative) -> list[tuple[FigureLine, Why | None]]:
    """Each figure of an initiative with why it may not be added, or None."""
    alone = [(line, _unfit(line)) for line in initiative.figures]
    said: dict[Account, list[Figure]] = {}
    for line in initiative.figures:
        if line.scope == "one" and not line.unverified:
            said.setdefault(_question(line), []).append(line.value)
    found: list[tuple[FigureLine, Why | None]] = []
    added: set[Account] = set()
    for line, why in alone:
        contested = why not in (Why.AGGREGATE, Why.UNVERIFIED) and len(set(said[_question(line)])) > 1
        reason = Why.CONTESTED if contested and why in (None, Why.APPROXIMATE, Why.FROM_ABOVE) else why
        if reason is None and account_of(line) in added:
            reason = Why.REPEATED
        if reason is None:
            added.add(account_of(line))
        found.append((line, reason))
    return found


def _question(line: FigureLine) -> Account:
    """What a figure answers: benefit in đồng and benefit in dollars are answers to one question."""
    account = account_of(line)
    return account._replace(unit=Metric.MONEY) if line.value.metric is Metric.MONEY else account


def _unfit(line: FigureLine) -> Why | None:
    """Why a figure may not be added, whatever else its initiative has."""
    value = line.value
    reasons = (
        (Why.AGGREGATE, line.scope != "one"),
        (Why.UNVERIFIED, line.unverified),
        (Why.PERCENT, value.metric is Metric.PERCENT),
        (Why.NO_BASIS, value.period is Period.UNKNOWN),
        (Why.SPAN, bool(line.period or line.since or line.until)),
        (Why.WORDING, bool(value.lead or value.note)),
    )
    return next((why for why, holds in reasons if holds), _UNFIT.get(value.comparator))


def _sum(account: Account, entries: list[Entry]) -> Sum:
    ordered = sorted(entries, key=lambda entry: (-entry.line.value.low, entry.initiative.id))
    comparators = {entry.line.value.comparator for entry in ordered}
    comparator = Comparator.EXACT
    if Comparator.OVER in comparators:
        comparator = Comparator.OVER
    elif comparators & FROM_BELOW:
        comparator = Comparator.AT_LEAST
    metric = ordered[0].line.value.metric
    total = sum((entry.line.value.low for entry in ordered), Decimal(0))
    figure = Figure(
        comparator, total, account.unit, metric, period=account.period, of=account.of, per=account.per
    )
    return Sum(account, figure, tuple(ordered))
