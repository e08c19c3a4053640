"""Who does how much work, told while it comes."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pytest

from vinhdanh.render.spreading import ENOUGH, opened

EACH = ENOUGH / 10


@pytest.mark.parametrize(
    ("count", "seconds"), [(0, 0), (1, EACH), (9, 9 * EACH), (10, 10 * EACH), (11, inf), (500, inf)]
)
def test_the_work_is_weighed_by_its_beginning(count: int, seconds: float) -> None:
    asked: list[float] = []
    coming, pool = opened(range(count), EACH, asked.append)
    assert pool is None
    assert asked == [pytest.approx(seconds)]
    assert list(coming) == list(range(count))


def test_no_more_is_waited_for_than_tells_that_it_is_much() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            taken.append(len(taken))
            yield taken[-1]

    coming, _ = opened(endless(), EACH, lambda seconds: None)
    assert len(taken) == 11
    assert [next(coming) for _ in range(20)] == list(range(20))
