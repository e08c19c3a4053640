"""What the figure ledger adds, what it does not, and why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.problems import Location
from vinhdanh.base.vietnamese.amounts import Comparator, Figure, format_figure, parse_figure
from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.values import FigureLine
from vinhdanh.showcase.ledger import Ledger, Why, ledger_of


def line(text: str, **more: object) -> FigureLine:
    figure = parse_figure(text)
    assert isinstance(figure, Figure), figure
    return FigureLine(value=figure, sources=("bao-a",), **more)  # type: ignore[arg-type]


def initiative(id: str, *lines: FigureLine | str) -> Initiative:
    figures = tuple(line(each) if isinstance(each, str) else each for each in lines)
    return Initiative(
        kind="initiative", id=id, location=Location(f"initiatives/{id}.md"), title=id, figures=figures
    )


def ledger(*figures: FigureLine | str | tuple[FigureLine | str, ...]) -> Ledger:
    """The ledger of initiatives `a`, `b`, `c` … with these figures."""
    lines = (each if isinstance(each, tuple) else (each,) for each in figures)
    return ledger_of([initiative(chr(ord("a") + at), *each) for at, each in enumerate(lines)])


def printed(found: Ledger) -> list[str]:
    return [format_figure(each.figure).text for each in found.sums]


YEARLY = "2 tỷ đồng/năm"


@pytest.mark.parametrize(
    ("figures", "sums"),
    [
        (("1 tỷ đồng/năm", YEARLY), ["3 tỷ đồng mỗi năm"]),
        (("trên 1 tỷ đồng/năm", YEARLY), ["trên 3 tỷ đồng mỗi năm"]),
        (("từ 1 tỷ đồng/năm", YEARLY), ["ít nhất 3 tỷ đồng mỗi năm"]),
        (("1-1,5 tỷ đồng/năm", YEARLY), ["ít nhất 3 tỷ đồng mỗi năm"]),
        (("từ 1 tỷ đồng/năm", "hơn 2 tỷ đồng/năm"), ["trên 3 tỷ đồng mỗi năm"]),
        (("1 tỷ đồng/năm", "100 triệu đồng/tháng"), []),
        (("1 tỷ đồng/năm", "100.000 USD/năm"), []),
        (("1 tỷ đồng/năm", "1 tỷ đồng"), []),
        (("1 tỷ đồng", "1 tỷ đồng"), []),
        (("10.000 USD/năm", "20.000 USD/năm", YEARLY, YEARLY), ["30.000 USD mỗi năm", "4 tỷ đồng mỗi năm"]),
        (("250 giờ công mỗi tàu", "50 giờ công mỗi tàu"), ["300 giờ công mỗi tàu"]),
        (("250 giờ công mỗi tàu", "50 giờ công mỗi tấn"), []),
        ((YEARLY,), []),
        ((), []),
    ],
)
def test_only_what_is_of_one_kind_is_added(figures: tuple[str, ...], sums: list[str]) -> None:
    assert printed(ledger(*figures)) == sums


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        (line("5 tỷ đồng/năm", scope="group"), Why.AGGREGATE),
        (line("5 tỷ đồng/năm", scope="programme"), Why.AGGREGATE),
        (line("5 tỷ đồng/năm", unverified=True), Why.UNVERIFIED),
        (line("giảm 40%"), Why.PERCENT),
        (line("5 tỷ đồng"), Why.NO_BASIS),
        (line("5 tỷ đồng/năm", period="giai đoạn 2015–2017"), Why.SPAN),
        (line("5 tỷ đồng/năm", since=PartialDate(2015)), Why.SPAN),
        (line("bình quân 5 tỷ đồng/năm"), Why.WORDING),
        ((line("5 tỷ đồng/năm"), line("6 tỷ đồng/năm")), Why.CONTESTED),
        ((line("khoảng 5 tỷ đồng/năm"), line("hơn 200.000 USD/năm")), Why.CONTESTED),
        (line("khoảng 5 tỷ đồng/năm"), Why.APPROXIMATE),
        (line("gần 5 tỷ đồng/năm"), Why.FROM_ABOVE),
        (line("tới 5 tỷ đồng/năm"), Why.FROM_ABOVE),
        (line("dưới 5 tỷ đồng/năm"), Why.FROM_ABOVE),
        (line("5 tỷ đồng/năm", label="chi phí vận chuyển giảm được"), Why.ALONE),
    ],
)
def test_what_is_not_added_is_kept_with_its_reason(
    figure: FigureLine | tuple[FigureLine, ...], why: Why
) -> None:
    found = ledger(YEARLY, YEARLY, figure)

    assert printed(found) == ["4 tỷ đồng mỗi năm"]
    assert list(found.left_out) == [why]
    lines = figure if isinstance(figure, tuple) else (figure,)
    assert [entry.line for entry in found.left_out[why]] == list(lines)


def test_a_figure_told_twice_counts_once() -> None:
    found = ledger((line(YEARLY), line(YEARLY)), YEARLY)

    assert printed(found) == ["4 tỷ đồng mỗi năm"]
    assert len(found.left_out[Why.REPEATED]) == 1


def test_what_is_unverified_contests_nothing() -> None:
    found = ledger((line(YEARLY), line("9 tỷ đồng/năm", unverified=True)), YEARLY)

    assert printed(found) == ["4 tỷ đồng mỗi năm"]


def test_figures_of_different_things_of_one_initiative_do_not_contest_each_other() -> None:
    saved = line("1 tỷ đồng/năm", label="tiền điện")
    found = ledger((line(YEARLY), saved), (line(YEARLY), saved))

    assert printed(found) == ["4 tỷ đồng mỗi năm", "2 tỷ đồng mỗi năm"]


def test_summands_stand_from_the_greatest_to_the_least() -> None:
    (found,) = ledger("1 tỷ đồng/năm", "trên 3 tỷ đồng/năm", YEARLY).sums

    assert [entry.initiative.id for entry in found.summands] == ["b", "c", "a"]
    assert found.bounds == 1


PHRASES = st.builds(
    lambda word, amount, unit, basis: f"{word} {amount} {unit}{basis}".strip(),
    st.sampled_from(["", "trên", "từ", "khoảng", "gần"]),
    st.integers(1, 900),
    st.sampled_from(["triệu đồng", "USD", "giờ công"]),
    st.sampled_from(["", "/năm", "/tháng"]),
)
LINES = st.builds(
    lambda text, scope, unverified: line(text, scope=scope, unverified=unverified),
    PHRASES,
    st.sampled_from(["one", "group"]),
    st.booleans(),
)


@given(st.lists(st.lists(LINES, max_size=3), max_size=8))
def test_every_figure_is_either_added_once_or_left_out_once(figures: list[list[FigureLine]]) -> None:
    found = ledger(*(tuple(each) for each in figures))

    entries = [entry.line for each in found.sums for entry in each.summands]
    entries += [entry.line for group in found.left_out.values() for entry in group]
    assert sorted(map(id, entries)) == sorted(id(each) for lines in figures for each in lines)


@given(st.lists(st.lists(LINES, max_size=3), max_size=8))
def test_a_sum_never_claims_more_than_its_parts_bear_out(figures: list[list[FigureLine]]) -> None:
    for each in ledger(*(tuple(lines) for lines in figures)).sums:
        parts = [entry.line.value for entry in each.summands]
        assert each.figure.low == sum((part.low for part in parts), Decimal(0))
        assert len({(part.unit, part.period) for part in parts}) == 1
        assert len({entry.initiative.id for entry in each.summands}) == len(parts)
        exact = all(part.comparator is Comparator.EXACT for part in parts)
        assert (each.figure.comparator is Comparator.EXACT) == exact
