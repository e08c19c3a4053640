"""The values: a figure, and why a text is not one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Comparator(StrEnum):
    """How the true amount stands to the one given."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    NEARLY = "nearly"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    RANGE = "range"


class Period(StrEnum):
    """The time or unit for which the amount holds; amounts of different periods must not be added."""

    ONCE = "once"
    PER_YEAR = "per_year"
    PER_MONTH = "per_month"
    PER_UNIT = "per_unit"
    TOTAL = "total"
    UNKNOWN = "unknown"


class Metric(StrEnum):
    """What is measured."""

    MONEY = "money"
    PERCENT = "percent"
    HOURS = "hours"
    TIME = "time"
    ENERGY = "energy"
    POWER = "power"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    AREA = "area"
    COUNT = "count"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as somebody stated it, such as "trên 30,7 tỷ đồng/năm".

    Amounts are `Decimal`: exact, hashable, equal whatever the trailing zeros, and added without rounding at
    the sizes that occur (28 digits). Money in đồng is always whole.

    - `low` is the amount, or the lower end of a range; `high` the upper end, or None.
    - `unit` has its one normal spelling: "đồng", "USD", "%", "giờ công"; scales (triệu, tỷ) are in the
      amount. It is empty when the text names none.
    - `of` says what the unit is of: "thời gian" in "giảm 40% thời gian".
    - `per` names the unit of `Period.PER_UNIT`: "tàu" in "mỗi tàu".
    - `lead` is the wording before the amount ("giảm", "năng suất tăng"), `note` the wording after it.

    Raises `ValueError` for a range without order, and for a comparator or a period that the other fields
    contradict.
    """

    comparator: Comparator
    low: Decimal
    unit: str
    metric: Metric
    high: Decimal | None = None
    period: Period = Period.UNKNOWN
    of: str = ""
    per: str = ""
    lead: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.high is not None and self.high <= self.low:
            raise ValueError(f"a range must rise: {self.low} to {self.high}")
        ranged = self.high is not None
        if self.comparator is Comparator.RANGE and not ranged:
            raise ValueError("a range needs its upper end")
        if ranged and self.comparator not in (Comparator.RANGE, Comparator.ABOUT):
            raise ValueError(f"a range cannot be {self.comparator}")
        if bool(self.per) != (self.period is Period.PER_UNIT):
            raise ValueError("`per` names the unit of a figure per unit, and of no other")


class FigureErrorCode(StrEnum):
    """Why a text is not read as a figure."""

    EMPTY = "empty"
    """There is no text."""
    NO_NUMBER = "no_number"
    """There is wording, but no amount in it."""
    VAGUE = "vague"
    """An amount that cannot be counted with: "hàng trăm triệu đồng"."""
    WORDS = "words"
    """A number in words: "một trăm triệu đồng", "2 tỷ rưỡi"."""
    SEVERAL = "several"
    """More than one amount: each needs a figure of its own."""
    CHANGE = "change"
    """A change from one amount to another: "từ 22 xuống 11 người"."""
    AMBIGUOUS_DOT = "ambiguous_dot"
    """A dot that groups no thousands: "1.3"; the Vietnamese decimal sign is the comma."""
    ENGLISH_NOTATION = "english_notation"
    """Commas between thousands: "1,678,689"."""
    GROUPING = "grouping"
    """Digits that are grouped in no known way."""
    TOO_FINE = "too_fine"
    """A part of one đồng, or three decimals of a currency with cents: "1,500 đồng" is usually 1.500."""
    ABBREVIATION = "abbreviation"
    """A scale that is cut short: "5 tr", "33 NT"."""
    REVERSED = "reversed"
    """A range whose upper end is not above its lower end."""
    CONFLICT = "conflict"
    """A comparator that contradicts a range: "trên 250-300"."""
    UNREADABLE = "unreadable"
    """A sign beside the number that has no place there: a minus, a currency sign in front."""


@dataclass(frozen=True, slots=True)
class FigureError:
    """Why a text is not a figure, and where.

    `start` and `end` delimit the fault in the NFC form of the text; `expected` is what could stand there
    instead.
    """

    code: FigureErrorCode
    start: int
    end: int
    expected: str
