"""Dates of which the day, the month or only the year is known, read and printed the Vietnamese way."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import Literal, assert_never

from vinhdanh.base.vietnamese.language import Language

DateStyle = Literal["short", "long", "formal", "numeric"]

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS = len(_ENGLISH_MONTHS)
_LAST_FORMAL_MONTH_WITH_ZERO = 2


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month (`day` is None) or a year (`month` and `day` are None) of the Gregorian calendar.

    Dates sort by time; a date known less exactly stands before the exact ones within it.
    Raises `ValueError` for a date that does not exist.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        problem = _impossible_part(self.year, self.month, self.day)
        if problem:
            raise ValueError(f"no such date: {self.year}-{self.month}-{self.day} ({problem[0]})")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The smallest part that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as exact as it is known: "2023", "2023-10", "2023-10-07"."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)


class DateErrorCode(StrEnum):
    """Why a text is not read as a date."""

    IMPOSSIBLE = "impossible"
    """There is no such day, month or year."""
    AMBIGUOUS = "ambiguous"
    """The text can be read as more than one date."""
    UNREADABLE = "unreadable"
    """The text has none of the known forms."""


@dataclass(frozen=True, slots=True)
class DateError:
    """Why a text is not a date: the part at fault, its value as written, and what may stand there.

    `part` is empty when the whole text is at fault. `expected` is a range ("1-28"), the possible values
    ("1923, 2023") or an example ("2023-10-07").
    """

    code: DateErrorCode
    part: Literal["day", "month", "year", ""]
    value: str
    expected: str


_EXAMPLE = "2023-10-07"
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_FORMS = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?",
        r"(?:ngày\s+)?(?P<day>\d{1,2})\s*(?P<mark>[-/.])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<year>\d+)",
        r"(?:tháng\s+)?(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})",
        r"tháng\s+(?P<month>\d{1,2}),?\s+năm\s+(?P<year>\d+)",
        r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2}),?\s+năm\s+(?P<year>\d+)",
        r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*/\s*(?P<year>\d{4})",
        r"năm\s+(?P<year>\d+)",
    )
)
_YEAR_DIGITS = 4
_SHORT_YEAR_DIGITS = 2


def parse_date(text: str) -> PartialDate | DateError:
    """Read a date in ISO or Vietnamese notation, day before month: "7/10/2023", "tháng 10/2023", "năm 2023".

    Never raises: a text that is no date gives a `DateError`.
    """
    stripped = text.strip()
    for form in _FORMS:
        match = form.fullmatch(stripped)
        if match:
            return _checked(match.groupdict())
    return DateError(DateErrorCode.UNREADABLE, "", stripped, _EXAMPLE)


def was_iso(text: str) -> bool:
    """Say whether `text` has ISO form with two-digit months and days, so that callers can advise it."""
    return _ISO.fullmatch(text.strip()) is not None


def _checked(parts: dict[str, str | None]) -> PartialDate | DateError:
    written_year = parts["year"] or ""
    if len(written_year) == _SHORT_YEAR_DIGITS:
        expected = f"19{written_year}, 20{written_year}"
        return DateError(DateErrorCode.AMBIGUOUS, "year", written_year, expected)
    if len(written_year) != _YEAR_DIGITS:
        return DateError(DateErrorCode.IMPOSSIBLE, "year", written_year, "1000-9999")
    year, month, day = int(written_year), _number(parts.get("month")), _number(parts.get("day"))
    problem = _impossible_part(year, month, day)
    if problem:
        part, expected = problem
        return DateError(DateErrorCode.IMPOSSIBLE, part, parts[part] or "", expected)
    return PartialDate(year, month, day)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _impossible_part(
    year: int, month: int | None, day: int | None
) -> tuple[Literal["day", "month", "year"], str] | None:
    """Return the part that cannot be, with the range that can, or None for a date that exists."""
    if not 1000 <= year <= 9999:
        return "year", "1000-9999"
    if month is None:
        return ("month", f"1-{_MONTHS}") if day is not None else None
    if not 1 <= month <= _MONTHS:
        return "month", f"1-{_MONTHS}"
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return "day", f"1-{last}"
    return None


def format_date(date: PartialDate, lang: Language, style: DateStyle = "short") -> str:
    """Print a date in Vietnamese ("7/10/2023", "ngày 7 tháng 10 năm 2023") or English ("7 October 2023").

    Vietnamese styles: short "7/10/2023"; long "ngày 7 tháng 10 năm 2023"; formal as documents of state
    write it, "ngày 07 tháng 10 năm 2023"; numeric "07/10/2023". English has one form in words; its numeric
    style is ISO, since 7/10 means two things in English.
    """
    if lang == "en":
        return date.iso if style == "numeric" else _english(date)
    if style == "short":
        return "/".join(str(part) for part in (date.day, date.month, date.year) if part is not None)
    if style == "numeric":
        return "/".join(f"{part:02}" for part in (date.day, date.month, date.year) if part is not None)
    if style == "long":
        return _long(date)
    if style == "formal":
        return _formal(date)
    assert_never(style)


def _english(date: PartialDate) -> str:
    if date.month is None:
        return str(date.year)
    month = f"{_ENGLISH_MONTHS[date.month - 1]} {date.year}"
    return month if date.day is None else f"{date.day} {month}"


def _long(date: PartialDate) -> str:
    if date.month is None:
        return f"năm {date.year}"
    if date.day is None:
        return f"tháng {date.month}/{date.year}"
    return f"ngày {date.day} tháng {date.month} năm {date.year}"


def _formal(date: PartialDate) -> str:
    """Decree 30/2020/NĐ-CP, appendix I: days below 10 and the months 1 and 2 are written with a zero."""
    if date.month is None:
        return f"năm {date.year}"
    zero = "0" if date.month <= _LAST_FORMAL_MONTH_WITH_ZERO else ""
    month = f"tháng {zero}{date.month} năm {date.year}"
    return month if date.day is None else f"ngày {date.day:02} {month}"
