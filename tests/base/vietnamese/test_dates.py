from __future__ import annotations

import random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.dates import (
    DateError,
    DateErrorCode,
    DateStyle,
    PartialDate,
    format_date,
    parse_date,
    was_iso,
)
from vinhdanh.base.vietnamese.language import Language

_DAY, _MONTH, _YEAR = PartialDate(2023, 10, 7), PartialDate(2023, 10), PartialDate(2023)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023-10-07", _DAY),
        ("2023-10-7", _DAY),
        ("2023/10/07", _DAY),
        ("7/10/2023", _DAY),
        ("07/10/2023", _DAY),
        ("07-10-2023", _DAY),
        ("7.10.2023", _DAY),
        ("7 / 10 / 2023", _DAY),
        ("ngày 7/10/2023", _DAY),
        ("Ngày 07-10-2023", _DAY),
        ("ngày 7 tháng 10 năm 2023", _DAY),
        ("ngày 07 tháng 10 năm 2023", _DAY),
        ("7 tháng 10 năm 2023", _DAY),
        ("7 tháng 10, năm 2023", _DAY),
        ("ngày 7 tháng 10/2023", _DAY),
        ("  7/10/2023 ", _DAY),
        ("10/2023", _MONTH),
        ("10-2023", _MONTH),
        ("2023-10", _MONTH),
        ("tháng 10/2023", _MONTH),
        ("Tháng 10 năm 2023", _MONTH),
        ("2023", _YEAR),
        ("năm 2023", _YEAR),
        ("29/02/2024", PartialDate(2024, 2, 29)),
    ],
)
def test_parse_date(text: str, date: PartialDate) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("30/02/2023", DateError(DateErrorCode.IMPOSSIBLE, "day", "30", "1-28")),
        ("29/02/2023", DateError(DateErrorCode.IMPOSSIBLE, "day", "29", "1-28")),
        ("30/02/2024", DateError(DateErrorCode.IMPOSSIBLE, "day", "30", "1-29")),
        ("2023-04-31", DateError(DateErrorCode.IMPOSSIBLE, "day", "31", "1-30")),
        ("0/10/2023", DateError(DateErrorCode.IMPOSSIBLE, "day", "0", "1-31")),
        ("2026-13-45", DateError(DateErrorCode.IMPOSSIBLE, "month", "13", "1-12")),
        ("10/13/2023", DateError(DateErrorCode.IMPOSSIBLE, "month", "13", "1-12")),
        ("tháng 13/2023", DateError(DateErrorCode.IMPOSSIBLE, "month", "13", "1-12")),
        ("00/2023", DateError(DateErrorCode.IMPOSSIBLE, "month", "00", "1-12")),
        ("0023", DateError(DateErrorCode.IMPOSSIBLE, "year", "0023", "1000-9999")),
        ("7/10/20233", DateError(DateErrorCode.IMPOSSIBLE, "year", "20233", "1000-9999")),
        ("7/10/23", DateError(DateErrorCode.AMBIGUOUS, "year", "23", "1923, 2023")),
        ("năm 23", DateError(DateErrorCode.AMBIGUOUS, "year", "23", "1923, 2023")),
        ("7/10", DateError(DateErrorCode.UNREADABLE, "", "7/10", "2023-10-07")),
        ("7-10/2023", DateError(DateErrorCode.UNREADABLE, "", "7-10/2023", "2023-10-07")),
        ("2018-2022", DateError(DateErrorCode.UNREADABLE, "", "2018-2022", "2023-10-07")),
        ("quý 3/2023", DateError(DateErrorCode.UNREADABLE, "", "quý 3/2023", "2023-10-07")),
        ("n.d.", DateError(DateErrorCode.UNREADABLE, "", "n.d.", "2023-10-07")),
        ("٢٠٢٣", DateError(DateErrorCode.UNREADABLE, "", "٢٠٢٣", "2023-10-07")),
        ("hôm qua", DateError(DateErrorCode.UNREADABLE, "", "hôm qua", "2023-10-07")),
        ("", DateError(DateErrorCode.UNREADABLE, "", "", "2023-10-07")),
    ],
)
def test_no_date(text: str, error: DateError) -> None:
    assert parse_date(text) == error


@given(st.text(alphabet="0123456789-/. ngàythángăm") | st.text())
def test_reading_never_raises(text: str) -> None:
    assert isinstance(parse_date(text), PartialDate | DateError)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-10-07", True),
        ("2023-10", True),
        ("2023", True),
        (" 2023 ", True),
        ("2023-1-7", False),
        ("7/10/2023", False),
        ("tháng 10/2023", False),
    ],
)
def test_was_iso(text: str, expected: bool) -> None:
    assert was_iso(text) is expected


@pytest.mark.parametrize(
    ("date", "lang", "style", "printed"),
    [
        (_DAY, "vi", "short", "7/10/2023"),
        (_MONTH, "vi", "short", "10/2023"),
        (_YEAR, "vi", "short", "2023"),
        (_DAY, "vi", "long", "ngày 7 tháng 10 năm 2023"),
        (_MONTH, "vi", "long", "tháng 10/2023"),
        (_YEAR, "vi", "long", "năm 2023"),
        (_DAY, "vi", "formal", "ngày 07 tháng 10 năm 2023"),
        (PartialDate(2023, 2, 17), "vi", "formal", "ngày 17 tháng 02 năm 2023"),
        (PartialDate(2023, 3, 9), "vi", "formal", "ngày 09 tháng 3 năm 2023"),
        (_MONTH, "vi", "formal", "tháng 10 năm 2023"),
        (PartialDate(2023, 1), "vi", "formal", "tháng 01 năm 2023"),
        (_YEAR, "vi", "formal", "năm 2023"),
        (_DAY, "vi", "numeric", "07/10/2023"),
        (PartialDate(2023, 3), "vi", "numeric", "03/2023"),
        (_YEAR, "vi", "numeric", "2023"),
        (_DAY, "en", "short", "7 October 2023"),
        (_DAY, "en", "long", "7 October 2023"),
        (_DAY, "en", "formal", "7 October 2023"),
        (_MONTH, "en", "short", "October 2023"),
        (_YEAR, "en", "long", "2023"),
        (_DAY, "en", "numeric", "2023-10-07"),
    ],
)
def test_format_date(date: PartialDate, lang: Language, style: DateStyle, printed: str) -> None:
    assert format_date(date, lang, style) == printed


def test_the_short_style_is_the_default() -> None:
    assert format_date(_DAY, "vi") == "7/10/2023"


@st.composite
def _dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    if day.year < 1000:
        day = day.replace(year=day.year + 2000)
    return draw(
        st.sampled_from(
            [
                PartialDate(day.year),
                PartialDate(day.year, day.month),
                PartialDate(day.year, day.month, day.day),
            ]
        )
    )


@given(_dates(), st.sampled_from(get_args(DateStyle)))
def test_what_is_printed_reads_back(date: PartialDate, style: DateStyle) -> None:
    assert parse_date(format_date(date, "vi", style)) == date
    assert parse_date(date.iso) == date
    assert was_iso(date.iso)


@pytest.mark.parametrize(
    ("date", "iso", "precision"),
    [(_YEAR, "2023", "year"), (_MONTH, "2023-10", "month"), (_DAY, "2023-10-07", "day")],
)
def test_iso_and_precision(date: PartialDate, iso: str, precision: str) -> None:
    assert (date.iso, date.precision) == (iso, precision)


def test_order_puts_the_less_exact_before_the_more_exact() -> None:
    ascending = [
        PartialDate(2022, 12, 31),
        PartialDate(2023),
        PartialDate(2023, 1),
        PartialDate(2023, 1, 1),
        PartialDate(2023, 10),
        PartialDate(2023, 10, 7),
        PartialDate(2023, 10, 8),
        PartialDate(2024),
    ]
    assert sorted(random.Random(1).sample(ascending, len(ascending))) == ascending
    assert PartialDate(2023) <= PartialDate(2023) < PartialDate(2023, 1)
    assert PartialDate(2023, 1) > PartialDate(2023) >= PartialDate(2023)


def test_a_date_has_no_order_with_anything_else() -> None:
    with pytest.raises(TypeError):
        _ = PartialDate(2023) < "2024"


@pytest.mark.parametrize("parts", [(2023, 13), (2023, 2, 29), (0,), (10000,), (2023, None, 7)])
def test_an_impossible_date_cannot_be_made(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="no such date"):
        PartialDate(*parts)
