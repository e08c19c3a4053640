from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from vinhdanh.base.vietnamese.amounts import Comparator, Figure, Metric, Period


def _figure(**fields: Any) -> Figure:
    plain: dict[str, Any] = {
        "comparator": Comparator.EXACT,
        "low": Decimal(5),
        "unit": "giờ",
        "metric": Metric.HOURS,
    }
    return Figure(**{**plain, **fields})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"high": Decimal(5), "comparator": Comparator.RANGE}, "must rise", id="flat range"),
        pytest.param({"high": Decimal(4), "comparator": Comparator.RANGE}, "must rise", id="falling range"),
        pytest.param({"comparator": Comparator.RANGE}, "upper end", id="range without an end"),
        pytest.param({"high": Decimal(6)}, "cannot be exact", id="exact range"),
        pytest.param(
            {"high": Decimal(6), "comparator": Comparator.OVER}, "cannot be over", id="over a range"
        ),
        pytest.param({"per": "ca"}, "`per`", id="per without the period"),
        pytest.param({"period": Period.PER_UNIT}, "`per`", id="period without per"),
    ],
)
def test_contradictions_are_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        _figure(**fields)


def test_equal_amounts_are_equal_and_hash_alike() -> None:
    assert len({_figure(low=Decimal("1.5")), _figure(low=Decimal("1.50"))}) == 1


def test_about_a_range() -> None:
    assert _figure(comparator=Comparator.ABOUT, high=Decimal(6)).high == 6
