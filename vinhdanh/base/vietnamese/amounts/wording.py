"""The wording around the number of a figure: comparator, unit, period, and what is left over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vinhdanh.base.vietnamese.amounts.figure import Comparator, Metric, Period
from vinhdanh.base.vietnamese.amounts.vocabulary import COMPARATORS, UNITS_BY_SPELLING, Unit
from vinhdanh.base.vietnamese.patterns import any_of, insensitive
from vinhdanh.base.vietnamese.text import squeeze

UNIT_SPELLING = rf"(?:{any_of(UNITS_BY_SPELLING)})(?!\w)"
REMARK = re.compile(r"\([^()]*\)")

_UNIT = insensitive(UNIT_SPELLING)
_TIMED = (
    r"(?:\s*/\s*|\b(?:(?:trong|cho|trên)\s+)?(?:mỗi|một|hằng|hàng|từng)\s+)"
    r"(?:(?P<per_year>năm)|(?P<per_month>tháng))\b(?!\s+(?:đầu|[0-9]))"
    r"|\b(?P<total>l(?:ũy|uỹ)\s+kế|tổng\s+cộng|cộng\s+dồn)\b"
    r"|\b(?P<once>một\s+lần)\b"
)
_PERIOD_BEFORE = insensitive(_TIMED)
_PERIOD_AFTER = insensitive(
    rf"{_TIMED}|(?:\s*/\s*(?!(?:năm\s+)?[0-9])|\b(?:(?:cho|trên)\s+)?mỗi\s+)(?P<per_unit>\S.*)"
)
_COMPARATOR = insensitive(rf"(?:(?<!\w)|(?=[<>≤≥~≈]))(?P<word>{any_of(COMPARATORS)})\s*$")
_OR_MORE_OR_LESS = insensitive(r"\btrở\s+(?:(?P<more>lên)|xuống)\b")
# Where the words about the unit end and further wording begins.
_BREAK = re.compile(r"[,;:(]|\s[-–—]\s|\.(?=\s|$)")
_DASHES = " -–—"
_LOOSE_START, _LOOSE_END = f" ,;:.{_DASHES}", " ,;:."


@dataclass(frozen=True, slots=True)
class Before:
    """The wording before a number; `comparators` begin with the one next to it."""

    lead: str
    comparators: tuple[Comparator, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class After:
    """The wording after a number; `bound` is AT_LEAST for "trở lên", UP_TO for "trở xuống"."""

    unit: str
    metric: Metric
    of: str
    period: Period
    per: str
    bound: Comparator | None
    note: str


def read_before(text: str, *, ranged: bool) -> Before:
    """Read the wording before a number or, when `ranged`, before a range, to which "từ" then belongs."""
    period, words = Period.UNKNOWN, text
    matches = list(_PERIOD_BEFORE.finditer(text))
    if matches:
        nearest = matches[-1]
        period, words = _period_of(nearest), f"{text[: nearest.start()]} {text[nearest.end() :]}"
    comparators: list[Comparator] = []
    while match := _COMPARATOR.search(words):
        word = squeeze(match["word"]).lower()
        comparator = Comparator.RANGE if ranged and word == "từ" else COMPARATORS[word]
        # "Ước tính khoảng" says one thing twice; in "ước tính trên" the outer word is wording of its own.
        if comparators and not ranged and {comparator, *comparators} != {Comparator.ABOUT}:
            break
        comparators.append(comparator)
        words = words[: match.start()]
    return Before(squeeze(words), tuple(comparators), period)


def read_after(text: str) -> After:
    """Read the wording after a number and its scale."""
    remarks = REMARK.findall(text)
    words = REMARK.sub(" ", text)
    cut = _BREAK.search(words)
    head, rest = (words[: cut.start()], words[cut.start() :]) if cut else (words, "")
    bound = _OR_MORE_OR_LESS.search(head)
    if bound:
        head = f"{head[: bound.start()]} {head[bound.end() :]}"
    period, per = Period.UNKNOWN, ""
    timed = _PERIOD_AFTER.search(head)
    if timed:
        period, per = _period_of(timed), squeeze(timed["per_unit"] or "")
        head, rest = head[: timed.start()], head[timed.end() :] + rest
    unit, metric, of = _read_unit(squeeze(head).strip(_DASHES))
    note = squeeze(rest).lstrip(_LOOSE_START).rstrip(_LOOSE_END)
    return After(
        unit=unit,
        metric=metric,
        of=of,
        period=period,
        per=per,
        bound=(Comparator.AT_LEAST if bound["more"] else Comparator.UP_TO) if bound else None,
        note=" ".join(part for part in (note, *map(squeeze, remarks)) if part),
    )


def unit_named(spelling: str) -> Unit:
    """Return the unit with this spelling, which `UNIT_SPELLING` has matched."""
    return UNITS_BY_SPELLING[squeeze(spelling).lower()]


def _read_unit(words: str) -> tuple[str, Metric, str]:
    """Return unit, metric and what the unit is of; words without a known unit are the unit as a whole."""
    match = _UNIT.match(words)
    if match is None:
        return words, Metric.OTHER if words else Metric.COUNT, ""
    unit = unit_named(match[0])
    return unit.name, unit.metric, words[match.end() :].strip()


def _period_of(match: re.Match[str]) -> Period:
    return Period(str(match.lastgroup))
