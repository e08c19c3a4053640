"""Which breakdowns by gender may be shown: none that tells of few people, not even by subtraction."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.showcase.disclosure import LEAST, Genders, breakdown, safe


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((5, 5, 0, 0), True),
        ((5, 4, 0, 0), False),
        ((9, 0, 0, 0), False),
        ((0, 9, 0, 0), False),
        ((9, 9, 1, 0), False),
        ((9, 9, 5, 0), True),
        ((9, 9, 0, 4), False),
        ((9, 9, 0, 5), True),
    ],
)
def test_every_cell_has_five_or_nobody_else_is_told_of(
    cells: tuple[int, int, int, int], expected: bool
) -> None:
    assert safe(Genders(*cells)) is expected


@pytest.mark.parametrize(
    ("groups", "total", "shown"),
    [
        pytest.param({}, None, "", id="nobody"),
        pytest.param({"a": (4, 9, 0, 0)}, None, "", id="few-in-all"),
        pytest.param({"a": (5, 9, 0, 0)}, (5, 9, 0, 0), "a", id="one-group"),
        pytest.param({"a": (9, 9, 0, 0), "b": (9, 1, 0, 0)}, (18, 10, 0, 0), "", id="the-rest-is-told"),
        pytest.param(
            {"a": (9, 9, 0, 0), "b": (9, 1, 0, 0), "c": (7, 7, 0, 0)},
            (25, 17, 0, 0),
            "a",
            id="the-smallest-goes-with-the-rest",
        ),
        pytest.param(
            {"a": (9, 9, 0, 0), "b": (9, 1, 0, 0), "c": (7, 4, 0, 0)},
            (25, 14, 0, 0),
            "a",
            id="two-few-together-are-many",
        ),
    ],
)
def test_what_may_be_shown(
    groups: Mapping[str, tuple[int, int, int, int]], total: tuple[int, ...] | None, shown: str
) -> None:
    found = breakdown({key: Genders(*cells) for key, cells in groups.items()})

    assert found[0] == total
    assert "".join(found[1]) == shown


CELLS = st.builds(Genders, st.integers(0, 12), st.integers(0, 12), st.integers(0, 6), st.integers(0, 6))
GROUPS = st.dictionaries(st.text("abcdef", min_size=1, max_size=1), CELLS)


@given(GROUPS)
def test_neither_what_is_shown_nor_what_is_left_tells_of_few(groups: dict[str, Genders]) -> None:
    total, shown = breakdown(groups)
    if total is None:
        assert shown == {}
        return
    rest = total
    for genders in shown.values():
        rest -= genders
    for cells in (total, rest, *shown.values()):
        assert not cells.total or (min(cells.men, cells.women) >= LEAST)
        assert all(count == 0 or count >= LEAST for count in cells)


@given(GROUPS)
def test_no_group_that_is_kept_back_can_be_worked_out(groups: dict[str, Genders]) -> None:
    """Whoever knows the size of each group and all that is shown still finds several answers for its men."""
    total, shown = breakdown(groups)
    if total is None:
        return
    rest = total
    for genders in shown.values():
        rest -= genders
    for key, genders in groups.items():
        if key not in shown and genders.total and not safe(genders):
            most = min(genders.total, rest.men)
            least = max(0, genders.total - (rest.total - rest.men))
            assert most > least
