from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.amounts import (
    Comparator,
    Figure,
    FigureError,
    FigureErrorCode,
    Metric,
    Period,
    parse_figure,
)

EXACT, OVER, UNDER, NEARLY = Comparator.EXACT, Comparator.OVER, Comparator.UNDER, Comparator.NEARLY
ABOUT, UP_TO, AT_LEAST, RANGE = Comparator.ABOUT, Comparator.UP_TO, Comparator.AT_LEAST, Comparator.RANGE
YEAR, MONTH, TOTAL = Period.PER_YEAR, Period.PER_MONTH, Period.TOTAL


def _dong(
    comparator: Comparator, low: int, period: Period = Period.UNKNOWN, *, lead: str = "", note: str = ""
) -> Figure:
    return Figure(comparator, Decimal(low), "đồng", Metric.MONEY, period=period, lead=lead, note=note)


def _dollars(comparator: Comparator, low: int, period: Period = Period.UNKNOWN) -> Figure:
    return Figure(comparator, Decimal(low), "USD", Metric.MONEY, period=period)


def _percent(comparator: Comparator, low: int, *, lead: str = "", of: str = "") -> Figure:
    return Figure(comparator, Decimal(low), "%", Metric.PERCENT, lead=lead, of=of)


# Texts as newspapers and unions wrote them.
@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.678.689.152 đồng", _dong(EXACT, 1_678_689_152)),
        ("330 tỷ đồng", _dong(EXACT, 330_000_000_000)),
        ("33 nghìn tỷ đồng", _dong(EXACT, 33_000_000_000_000)),
        ("15,9 tỉ đồng", _dong(EXACT, 15_900_000_000)),
        ("15,9 tỷ đồng/năm", _dong(EXACT, 15_900_000_000, YEAR)),
        ("5,57 tỷ đồng/năm", _dong(EXACT, 5_570_000_000, YEAR)),
        ("460 triệu đồng/năm", _dong(EXACT, 460_000_000, YEAR)),
        ("trên 30,7 tỷ đồng/năm", _dong(OVER, 30_700_000_000, YEAR)),
        ("trên 2,3 tỉ đồng", _dong(OVER, 2_300_000_000)),
        ("trên 246 triệu đồng", _dong(OVER, 246_000_000)),
        ("hơn 1,3 tỷ đồng", _dong(OVER, 1_300_000_000)),
        ("hơn 13,3 tỷ đồng/năm", _dong(OVER, 13_300_000_000, YEAR)),
        ("hơn 140 triệu đồng mỗi năm", _dong(OVER, 140_000_000, YEAR)),
        ("gần 1,5 tỉ đồng", _dong(NEARLY, 1_500_000_000)),
        ("gần 86 triệu đồng", _dong(NEARLY, 86_000_000)),
        ("gần 1 tỷ đồng mỗi năm", _dong(NEARLY, 1_000_000_000, YEAR)),
        ("khoảng 16 tỷ đồng", _dong(ABOUT, 16_000_000_000)),
        ("khoảng 3 tỷ đồng/năm", _dong(ABOUT, 3_000_000_000, YEAR)),
        ("ước mỗi năm khoảng 30,7 tỷ đồng", _dong(ABOUT, 30_700_000_000, YEAR)),
        ("tới 3,5 tỷ đồng", _dong(UP_TO, 3_500_000_000)),
        ("tới 13 tỷ đồng", _dong(UP_TO, 13_000_000_000)),
        ("lũy kế 3.843 triệu đồng", _dong(EXACT, 3_843_000_000, TOTAL)),
        ("500 triệu đồng mỗi tháng", _dong(EXACT, 500_000_000, MONTH)),
        ("giảm trên 80 triệu đồng mỗi tháng", _dong(OVER, 80_000_000, MONTH, lead="giảm")),
        ("bình quân 1,2 tỷ đồng/năm", _dong(EXACT, 1_200_000_000, YEAR, lead="bình quân")),
        (
            "hai sáng kiến: trên 200 triệu đồng mỗi năm (gộp)",
            _dong(OVER, 200_000_000, YEAR, lead="hai sáng kiến:", note="(gộp)"),
        ),
        (
            "501,5 tỷ đồng/năm (bài và chú thích ảnh ghi 501,5 và trên 501)",
            _dong(EXACT, 501_500_000_000, YEAR, note="(bài và chú thích ảnh ghi 501,5 và trên 501)"),
        ),
        ("1.761 USD/năm", _dollars(EXACT, 1_761, YEAR)),
        ("47.126 USD/năm", _dollars(EXACT, 47_126, YEAR)),
        ("400.000 đô la Mỹ", _dollars(EXACT, 400_000)),
        ("hơn 1,3 triệu USD/năm.", _dollars(OVER, 1_300_000, YEAR)),
        ("giảm 40% thời gian", _percent(EXACT, 40, lead="giảm", of="thời gian")),
        ("năng suất tăng 30%", _percent(EXACT, 30, lead="năng suất tăng")),
        ("năng suất tăng đến 60%", _percent(UP_TO, 60, lead="năng suất tăng")),
        ("gần 30 sáng kiến", Figure(NEARLY, Decimal(30), "sáng kiến", Metric.COUNT)),
        (
            "giảm 250-300 giờ công mỗi tàu",
            Figure(
                RANGE,
                Decimal(250),
                "giờ công",
                Metric.HOURS,
                high=Decimal(300),
                period=Period.PER_UNIT,
                per="tàu",
                lead="giảm",
            ),
        ),
        (
            "giảm 300 vị trí lao động gián tiếp (giá trị tiền chưa rõ trong trích đoạn)",
            Figure(
                EXACT,
                Decimal(300),
                "vị trí lao động",
                Metric.COUNT,
                of="gián tiếp",
                lead="giảm",
                note="(giá trị tiền chưa rõ trong trích đoạn)",
            ),
        ),
    ],
)
def test_figures_of_the_press(text: str, figure: Figure) -> None:
    assert parse_figure(text) == figure


_REFUSED = [
    ("trên 3,843 tỷ đồng; ước mỗi năm khoảng 30,7 tỷ đồng", "several", "30,7", ""),
    ("khoảng 750.000 USD, hơn 15 tỉ đồng", "several", "15", ""),
    (
        "60 tỷ đồng và giảm 95 nhân sự lúc mới vận hành; sau ước giảm hơn 100 nhân sự",
        "several",
        "95",
        "",
    ),
    ("giảm từ 22 xuống 11 người mỗi ca", "change", "11", "giảm 11 người"),
    ("từ 3-4 người còn 1 người", "change", "1", "giảm 11 người"),
    ("từ ba tháng xuống ba tuần", "words", "ba", "300 triệu đồng/năm"),
    ("khoảng một trăm triệu đồng mỗi năm", "words", "một trăm", "300 triệu đồng/năm"),
    ("hàng trăm triệu đồng mỗi năm", "vague", "hàng trăm", "300 triệu đồng/năm"),
    ("hàng chục triệu đồng/năm", "vague", "hàng chục", "300 triệu đồng/năm"),
    ("tiết kiệm nhiều tỉ đồng", "vague", "nhiều tỉ", "300 triệu đồng/năm"),
    (
        "hơn chục sáng kiến của anh: hàng trăm triệu đồng mỗi năm",
        "vague",
        "hơn chục",
        "300 triệu đồng/năm",
    ),
    (
        "lợi nhuận hàng trăm tỷ đồng (là một phần của 5 sáng kiến, tổng trên 330 tỷ đồng)",
        "vague",
        "hàng trăm",
        "300 triệu đồng/năm",
    ),
    (
        "vượt chỉ tiêu giảm thất thoát nước",
        "no_number",
        "vượt chỉ tiêu giảm thất thoát nước",
        "300 triệu đồng/năm",
    ),
    (
        "xem sáng kiến nối mối nhanh (giá trị gộp)",
        "no_number",
        "xem sáng kiến nối mối nhanh (giá trị gộp)",
        "300 triệu đồng/năm",
    ),
    ("", "empty", "", "300 triệu đồng/năm"),
    ("  ", "empty", "  ", "300 triệu đồng/năm"),
    ("1.3 triệu USD/năm", "ambiguous_dot", "1.3", "1,3"),
    ("tiết kiệm 30.7 tỷ đồng", "ambiguous_dot", "30.7", "30,7"),
    ("0.125 tấn", "ambiguous_dot", "0.125", "0,125"),
    ("1,678,689,152 đồng", "english_notation", "1,678,689,152", "1.678.689.152"),
    ("1,678,689 đồng", "english_notation", "1,678,689", "1.678.689"),
    ("2,400.5 giờ", "english_notation", "2,400.5", "2.400,5"),
    ("1.67.8 đồng", "grouping", "1.67.8", ""),
    ("1,2,3 tỷ", "grouping", "1,2,3", ""),
    ("1.000.000.000.000.000.000 đồng", "grouping", "1.000.000.000.000.000.000", ""),
    ("5 tỷ triệu nghìn đồng", "grouping", "5 tỷ triệu nghìn", ""),
    ("1,500 đồng", "too_fine", "1,500", "1.500"),
    ("1,500-2,000 USD", "too_fine", "1,500-2,000", "1.500-2.000"),
    ("0,5 đồng", "too_fine", "0,5", ""),
    ("1,2345678912 tỷ đồng", "too_fine", "1,2345678912 tỷ", ""),
    ("500 tr/năm", "abbreviation", "tr", "triệu"),
    ("33 NT", "abbreviation", "NT", "nghìn tỷ"),
    ("33 nghìn T đồng", "abbreviation", "T", "tỷ"),
    ("500k đồng", "abbreviation", "k", "nghìn"),
    ("2 tỷ rưỡi đồng", "words", "2 tỷ rưỡi", "2,5 tỷ"),
    ("300-250 giờ", "reversed", "300-250", ""),
    ("250-250 giờ", "reversed", "250-250", ""),
    ("trên 250-300 giờ công", "conflict", "trên 250-300", ""),
    ("dưới từ 3 đến 5 giờ", "conflict", "dưới từ 3 đến 5", ""),
    ("khoảng 5 tỷ đồng trở lên", "conflict", "khoảng 5 tỷ", ""),
    ("250-300 giờ trở lên", "conflict", "250-300", ""),
    ("250 giờ - 300 ngày", "several", "250 giờ - 300", ""),
    ("250-300-400 giờ", "several", "400", ""),
    ("5 giờ hay lít0,5", "several", "0,5", ""),
    ("giảm -5%", "unreadable", "-", ""),
    ("giảm −5%", "unreadable", "−", ""),
    ("lãi $5 triệu", "unreadable", "$", ""),
    ("lãi +5%", "unreadable", "+", ""),
]


@pytest.mark.parametrize(("text", "code", "fault", "expected"), _REFUSED)
def test_what_is_refused_and_where(text: str, code: str, fault: str, expected: str) -> None:
    error = parse_figure(text)
    assert isinstance(error, FigureError)
    assert (error.code, text[error.start : error.end], error.expected) == (code, fault, expected)


@pytest.mark.parametrize("code", FigureErrorCode)
def test_every_error_has_a_case(code: FigureErrorCode) -> None:
    assert code in {refused[1] for refused in _REFUSED}


@pytest.mark.parametrize(
    ("wording", "comparator"),
    [
        ("", EXACT),
        ("trên", OVER),
        ("Hơn", OVER),
        ("vượt", OVER),
        (">", OVER),
        ("dưới", UNDER),
        ("chưa đến", UNDER),
        ("ít hơn", UNDER),
        ("gần", NEARLY),
        ("khoảng", ABOUT),
        ("ước tính", ABOUT),
        ("ước đạt", ABOUT),
        ("ước tính khoảng", ABOUT),
        ("xấp xỉ", ABOUT),
        ("~", ABOUT),
        ("tới", UP_TO),
        ("lên  đến", UP_TO),
        ("tối đa", UP_TO),
        ("ít nhất", AT_LEAST),
        ("không dưới", AT_LEAST),
        ("từ", AT_LEAST),
        ("≥", AT_LEAST),
    ],
)
def test_comparators(wording: str, comparator: Comparator) -> None:
    assert parse_figure(f"{wording} 5 tỷ đồng") == _dong(comparator, 5_000_000_000)


@pytest.mark.parametrize(
    ("text", "comparator", "lead"),
    [
        ("ước tính trên 5 giờ", OVER, "ước tính"),
        ("năng suất tăng hơn 5 giờ", OVER, "năng suất tăng"),
        ("5 giờ trở lên", AT_LEAST, ""),
        ("từ 5 giờ trở lên", AT_LEAST, ""),
        ("5 giờ trở xuống", UP_TO, ""),
        ("vượt chỉ tiêu 5 giờ", EXACT, "vượt chỉ tiêu"),
        ("nhanh gọn gần 5 giờ", NEARLY, "nhanh gọn"),
    ],
)
def test_comparator_and_lead(text: str, comparator: Comparator, lead: str) -> None:
    figure = parse_figure(text)
    assert isinstance(figure, Figure)
    assert (figure.comparator, figure.lead, figure.unit) == (comparator, lead, "giờ")


@pytest.mark.parametrize(
    ("text", "comparator", "low", "high"),
    [
        ("250-300 giờ", RANGE, 250, 300),
        ("250 – 300 giờ", RANGE, 250, 300),
        ("250 đến 300 giờ", RANGE, 250, 300),
        ("từ 250 tới 300 giờ", RANGE, 250, 300),
        ("250 giờ - 300 giờ", RANGE, 250, 300),
        ("khoảng 250-300 giờ", ABOUT, 250, 300),
        ("khoảng từ 250 đến 300 giờ", ABOUT, 250, 300),
        ("từ khoảng 250 đến 300 giờ", ABOUT, 250, 300),
        ("1,5-2 triệu giờ", RANGE, 1_500_000, 2_000_000),
        ("500 nghìn đến 1 triệu giờ", RANGE, 500_000, 1_000_000),
    ],
)
def test_ranges(text: str, comparator: Comparator, low: int, high: int) -> None:
    assert parse_figure(text) == Figure(comparator, Decimal(low), "giờ", Metric.HOURS, high=Decimal(high))


@pytest.mark.parametrize(
    ("text", "period", "per"),
    [
        ("5 giờ", Period.UNKNOWN, ""),
        ("5 giờ/năm", YEAR, ""),
        ("5 giờ / năm", YEAR, ""),
        ("5 giờ mỗi năm", YEAR, ""),
        ("5 giờ một năm", YEAR, ""),
        ("5 giờ hằng năm", YEAR, ""),
        ("5 giờ trong một năm", YEAR, ""),
        ("hàng năm 5 giờ", YEAR, ""),
        ("mỗi năm 5 giờ", YEAR, ""),
        ("5 giờ/tháng", MONTH, ""),
        ("mỗi tháng 5 giờ", MONTH, ""),
        ("5 giờ mỗi ca", Period.PER_UNIT, "ca"),
        ("5 giờ/sản phẩm", Period.PER_UNIT, "sản phẩm"),
        ("5 giờ cho mỗi tàu", Period.PER_UNIT, "tàu"),
        ("5 giờ/năm đầu", Period.PER_UNIT, "năm đầu"),
        ("lũy kế 5 giờ", TOTAL, ""),
        ("luỹ kế 5 giờ", TOTAL, ""),
        ("tổng cộng 5 giờ", TOTAL, ""),
        ("cộng dồn 5 giờ", TOTAL, ""),
        ("5 giờ lũy kế", TOTAL, ""),
        ("5 giờ một lần", Period.ONCE, ""),
    ],
)
def test_periods(text: str, period: Period, per: str) -> None:
    assert parse_figure(text) == Figure(EXACT, Decimal(5), "giờ", Metric.HOURS, period=period, per=per)


@pytest.mark.parametrize(
    ("text", "low", "unit", "metric", "of"),
    [
        ("1,5 triệu", "1500000", "", Metric.COUNT, ""),
        ("1 triệu sáng kiến", "1000000", "sáng kiến", Metric.COUNT, ""),
        ("3 trăm triệu đồng", "300000000", "đồng", Metric.MONEY, ""),
        ("2 vạn sản phẩm", "20000", "sản phẩm", Metric.COUNT, ""),
        ("5 ngàn VNĐ", "5000", "đồng", Metric.MONEY, ""),
        ("5.000đ", "5000", "đồng", Metric.MONEY, ""),
        ("12,50 USD", "12.5", "USD", Metric.MONEY, ""),
        ("5 nghìn euro", "5000", "EUR", Metric.MONEY, ""),
        ("12,5 phần trăm", "12.5", "%", Metric.PERCENT, ""),
        ("1.250,75 kWh điện", "1250.75", "kWh", Metric.ENERGY, "điện"),
        ("110 MW", "110", "MW", Metric.POWER, ""),
        ("5.000 tấn than", "5000", "tấn", Metric.MASS, "than"),
        ("30 m3 nước", "30", "m³", Metric.VOLUME, "nước"),
        ("30 m2", "30", "m²", Metric.AREA, ""),
        ("0,125 km", "0.125", "km", Metric.LENGTH, ""),
        ("3 tuần", "3", "tuần", Metric.TIME, ""),
        ("2.500 người", "2500", "người", Metric.COUNT, ""),
        ("40 bản vẽ kỹ thuật", "40", "bản vẽ kỹ thuật", Metric.OTHER, ""),
        ("220kV", "220", "kV", Metric.OTHER, ""),
        ("50 mẹo", "50", "mẹo", Metric.OTHER, ""),
    ],
)
def test_units(text: str, low: str, unit: str, metric: Metric, of: str) -> None:
    assert parse_figure(text) == Figure(EXACT, Decimal(low), unit, metric, of=of)


@pytest.mark.parametrize(
    ("text", "lead", "of", "per", "note"),
    [
        ("5 giờ, nhờ máy mới.", "", "", "", "nhờ máy mới"),
        ("5 giờ mỗi ca; đã đo", "", "", "ca", "đã đo"),
        ("5 giờ mỗi năm cho cả xưởng", "", "", "", "cho cả xưởng"),
        ("5 giờ (ước tính) mỗi ca", "", "", "ca", "(ước tính)"),
        ("5 giờ - theo báo cáo (số 7)", "", "", "", "theo báo cáo (số 7)"),
        ("giảm 5 giờ máy chạy", "giảm", "máy chạy", "", ""),
        ("5 giờ -", "", "", "", ""),
        ("5 giờ – (ước tính)", "", "", "", "(ước tính)"),
        ("5 giờ/năm 2023", "", "/năm 2023", "", ""),
        ("mỗi năm giảm, lũy kế 5 giờ", "mỗi năm giảm,", "", "", ""),
        ("năm 2023 tiết kiệm 5 giờ", "năm 2023 tiết kiệm", "", "", ""),
        ("tháng 10/2023 giảm 5 giờ", "tháng 10/2023 giảm", "", "", ""),
        ("5 giờ trong giai đoạn 2018-2022", "", "trong giai đoạn 2018-2022", "", ""),
        ("5 giờ, từ ngày 7/10/2023", "", "", "", "từ ngày 7/10/2023"),
        ("giảm CO2 và COVID-19: 5 giờ", "giảm CO2 và COVID-19:", "", "", ""),
    ],
)
def test_wording_left_over(text: str, lead: str, of: str, per: str, note: str) -> None:
    figure = parse_figure(text)
    assert isinstance(figure, Figure)
    assert (figure.unit, figure.lead, figure.of, figure.per, figure.note) == ("giờ", lead, of, per, note)


def test_a_year_after_each_is_an_amount() -> None:
    figure = parse_figure("mỗi năm 2000 giờ")
    assert figure == Figure(EXACT, Decimal(2000), "giờ", Metric.HOURS, period=YEAR)


def test_decomposed_text_reads_like_composed_text() -> None:
    text = "trên 30,7 tỷ đồng mỗi năm, ước tính"
    assert parse_figure(unicodedata.normalize("NFD", text)) == parse_figure(text)


def test_white_space_of_any_kind_separates() -> None:
    assert parse_figure("33\u00a0nghìn \u00a0tỷ\u00a0đồng") == parse_figure("33 nghìn tỷ đồng")


_FRAGMENTS = (
    *(
        "trên",
        "khoảng",
        "từ",
        "đến",
        "5",
        "30,7",
        "1.500",
        "1,500",
        "1.3",
        "250-300",
        "tỷ",
        "triệu",
        "tr",
        "đồng",
    ),
    *("USD", "%", "giờ", "mỗi", "năm", "/ca", "(", ")", ",", ";", "-", ".", "rưỡi", "trở lên"),
)


@given(st.text() | st.lists(st.sampled_from(_FRAGMENTS)).map(" ".join))
def test_reading_never_raises_and_points_into_the_text(text: str) -> None:
    result = parse_figure(text)
    if isinstance(result, FigureError):
        assert 0 <= result.start <= result.end <= len(unicodedata.normalize("NFC", text))
