"""Where bars and marks stand."""

from __future__ import annotations

import pytest

from vinhdanh.showcase.charts import FALL, LABELS, RISE, YEARS, share, timeline


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 10, "0%"),
        (10, 10, "100.0%"),
        (1, 3, "33.3%"),
        (1, 10**9, "0.4%"),
        (0, 0, "0%"),
        (11, 10, "100.0%"),
    ],
)
def test_a_bar_is_its_share_and_can_be_seen(part: int, whole: int, expected: str) -> None:
    assert share(part, whole) == expected


def test_the_line_of_time_has_every_year_that_has_something() -> None:
    line = timeline({2020: 4, 2023: 2}, {2023: 1}, (2023,), "Lời")

    assert line is not None
    assert [(each.above, each.below, each.marked) for each in line.columns] == [
        (RISE, 0, False),
        (RISE // 2, FALL, True),
    ]
    assert [each.text for each in line.labels] == ["2020", "2021", "2022", "2023"]
    assert [each.anchor for each in line.labels] == ["start", "middle", "middle", "end"]
    assert all(each.top + each.above == line.line for each in line.columns)


@pytest.mark.parametrize("years", [{}, {2023: 1}])
def test_one_year_is_no_line(years: dict[int, int]) -> None:
    assert timeline(years, years, (), "") is None


@pytest.mark.parametrize("first", [1990, 1500])
def test_a_long_line_keeps_its_newest_years_and_few_labels(first: int) -> None:
    line = timeline({first: 1, 2026: 1}, {}, (), "")

    assert line is not None
    assert len(line.labels) <= LABELS + 1
    assert int(line.labels[0].text) > 2026 - YEARS
