"""What stands on an initiative's page in the order of time."""

from __future__ import annotations

import pytest

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.showcase.pages.initiatives import in_time
from vinhdanh.showcase.views import Knot


def dated(*dates: PartialDate | None) -> list[tuple[PartialDate | None, Knot]]:
    return [(date, Knot("", str(place), None, None, ())) for place, date in enumerate(dates)]


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        pytest.param((PartialDate(2023), PartialDate(2021)), "1 0", id="earliest-first"),
        pytest.param((None, PartialDate(2023)), "1 0", id="undated-last"),
        pytest.param((PartialDate(2023, 5), PartialDate(2023)), "1 0", id="a-year-before-its-months"),
        pytest.param((None, None, PartialDate(2020)), "2 0 1", id="undated-as-written"),
        pytest.param((), "", id="none"),
    ],
)
def test_knots_stand_in_order_of_time(dates: tuple[PartialDate | None, ...], order: str) -> None:
    assert [knot.title for knot in in_time(dated(*dates))] == order.split()
