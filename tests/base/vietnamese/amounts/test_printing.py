from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.amounts import (
    Comparator,
    Figure,
    FigureText,
    Metric,
    Period,
    format_count,
    format_figure,
    format_round,
    parse_figure,
)
from vinhdanh.base.vietnamese.amounts.vocabulary import UNITS_BY_NAME


def _read(text: str) -> Figure:
    figure = parse_figure(text)
    assert isinstance(figure, Figure)
    return figure


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("hơn 30,7 tỉ đồng/năm", "trên 30,7 tỷ đồng mỗi năm", "over VND 30.7 billion a year"),
        ("33 nghìn tỷ đồng", "33.000 tỷ đồng", "VND 33 trillion"),
        ("1.678.689.152 đồng", "1.678.689.152 đồng", "VND 1,678,689,152"),
        ("3.843 triệu đồng", "3,843 tỷ đồng", "VND 3.843 billion"),
        ("3.843,5 triệu đồng", "3.843,5 triệu đồng", "VND 3,843.5 million"),
        ("1.000 triệu đồng", "1 tỷ đồng", "VND 1 billion"),
        ("500 nghìn đồng", "500.000 đồng", "VND 500,000"),
        ("999.999 đồng", "999.999 đồng", "VND 999,999"),
        ("500 triệu đồng đến 1 tỷ đồng", "500–1.000 triệu đồng", "VND 500–1,000 million"),
        ("lũy kế trên 5 tỷ đồng", "tổng cộng trên 5 tỷ đồng", "over VND 5 billion in total"),
        ("5 tỷ đồng một lần", "5 tỷ đồng một lần", "VND 5 billion once"),
        ("dưới 80 triệu đồng mỗi tháng", "dưới 80 triệu đồng mỗi tháng", "under VND 80 million a month"),
        ("1,3 triệu USD/năm", "1,3 triệu USD mỗi năm", "USD 1.3 million a year"),
        ("12,5 USD", "12,5 USD", "USD 12.5"),
        ("1,5 triệu", "1,5 triệu", "1.5 million"),
        ("tới 60 phần trăm", "tới 60%", "up to 60%"),
        ("từ 250 đến 300 giờ công mỗi tàu", "250–300 giờ công mỗi tàu", "250–300 working hours per ship"),
        ("khoảng 250-300 giờ", "khoảng 250–300 giờ", "about 250–300 hours"),
        ("từ 30 sáng kiến trở lên", "ít nhất 30 sáng kiến", "at least 30 initiatives"),
        ("1 sáng kiến", "1 sáng kiến", "1 initiative"),
        ("1 triệu sáng kiến", "1 triệu sáng kiến", "1 million initiatives"),
        ("gần 1.250.000 giờ", "gần 1,25 triệu giờ", "nearly 1.25 million hours"),
        ("giảm 40% thời gian (ước tính)", "giảm 40% thời gian (ước tính)", "giảm 40% thời gian (ước tính)"),
        ("5 giờ mỗi năm cho xưởng", "5 giờ mỗi năm, cho xưởng", "5 hours a year, cho xưởng"),
        ("5 bản vẽ mỗi bồn", "5 bản vẽ mỗi bồn", "5 bản vẽ per bồn"),
    ],
)
def test_format_figure(text: str, vietnamese: str, english: str) -> None:
    assert format_figure(_read(text)).text == vietnamese
    assert format_figure(_read(text), "en").text == english


def test_parts_for_a_page() -> None:
    figure = _read("tiết kiệm trên 30,7 tỷ đồng/năm (gộp)")
    assert format_figure(figure) == FigureText(
        lead="tiết kiệm", before="trên", number="30,7", unit="tỷ đồng", after="mỗi năm", note="(gộp)"
    )
    assert format_figure(figure, "en") == FigureText(
        lead="tiết kiệm",
        before="over",
        number="VND 30.7",
        unit="billion",
        after="a year",
        note="(gộp)",
        untranslated=frozenset({"lead", "note"}),
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5 giờ mỗi ca", set()),
        ("5 giờ mỗi bồn", {"after"}),
        ("5 bản vẽ", {"unit"}),
        ("giảm 5% điện, đã đo", {"lead", "of", "note"}),
    ],
)
def test_what_stays_vietnamese_in_english_is_named(text: str, parts: set[str]) -> None:
    assert format_figure(_read(text), "en").untranslated == parts
    assert format_figure(_read(text), "vi").untranslated == frozenset()


_WORDS = st.lists(
    st.sampled_from(["vật tư", "chi phí", "điện", "thợ", "máy", "A4", "xưởng"]), max_size=3
).map(" ".join)
_LEADS = st.sampled_from(
    ["", "giảm", "năng suất tăng", "hai sáng kiến:", "năm 2023 tiết kiệm", "lãi (gộp 5 năm)"]
)
_NOTES = st.sampled_from(["", "(gộp)", "đã đo", "theo báo cáo, chưa kiểm (số 7)", "đo ngày 7/10/2023"])
_SIMPLE_COMPARATORS = [comparator for comparator in Comparator if comparator is not Comparator.RANGE]


@st.composite
def _amounts(draw: st.DrawFn, unit: str) -> Decimal:
    # Round numbers as well as any: scales are printed for round ones.
    power = draw(st.sampled_from([0, 0, 3, 6, 9]))
    number = Decimal(draw(st.integers(min_value=0, max_value=999_999))).scaleb(power)
    if unit == "đồng":
        return Decimal(int(number))
    cents = draw(st.integers(min_value=0, max_value=99))
    return number + Decimal(cents).scaleb(-2)


@st.composite
def _figures(draw: st.DrawFn) -> Figure:
    unit = draw(st.sampled_from([*UNITS_BY_NAME, "bản vẽ", ""]))
    low, other = draw(_amounts(unit)), draw(_amounts(unit))
    ranged = low != other and draw(st.booleans())
    comparators = [Comparator.RANGE, Comparator.ABOUT] if ranged else _SIMPLE_COMPARATORS
    period = draw(st.sampled_from(Period))
    known = UNITS_BY_NAME.get(unit)
    return Figure(
        comparator=draw(st.sampled_from(comparators)),
        low=min(low, other) if ranged else low,
        high=max(low, other) if ranged else None,
        unit=unit,
        metric=known.metric if known else Metric.OTHER if unit else Metric.COUNT,
        period=period,
        of=draw(_WORDS) if known else "",
        per=draw(st.sampled_from(["tàu", "ca làm việc"])) if period is Period.PER_UNIT else "",
        lead=draw(_LEADS),
        note=draw(_NOTES),
    )


@given(_figures())
def test_what_is_printed_reads_back_as_the_same_figure(figure: Figure) -> None:
    assert parse_figure(format_figure(figure).text) == figure


@given(_figures())
def test_every_figure_has_an_english_text_without_vietnamese_signs(figure: Figure) -> None:
    text = format_figure(figure, "en")
    assert text.number
    assert "tỷ" not in text.text
    assert "đồng" not in text.text


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (2_400_000, "2.400.000", "2,400,000"),
        (-1_500, "-1.500", "-1,500"),
    ],
)
def test_format_count(number: int, vietnamese: str, english: str) -> None:
    assert format_count(number, "vi") == vietnamese
    assert format_count(number, "en") == english


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (250_000, "250.000", "250,000"),
        (1_000_000, "1 triệu", "1 million"),
        (2_400_000, "2,4 triệu", "2.4 million"),
        (2_412_345, "2.412.345", "2,412,345"),
        (1_500_000_000, "1,5 tỷ", "1.5 billion"),
        (33_000_000_000_000, "33.000 tỷ", "33 trillion"),
    ],
)
def test_format_round_never_rounds(number: int, vietnamese: str, english: str) -> None:
    assert format_round(number, "vi") == vietnamese
    assert format_round(number, "en") == english
