from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.showcase.pagination import leaves, pager
from vinhdanh.showcase.views import Pager


def url_of(number: int | None) -> str:
    return "/so/" if number is None else f"/so/trang/{number}/"


@pytest.mark.parametrize(
    ("count", "numbered"),
    [
        pytest.param(0, {None: []}, id="empty"),
        pytest.param(2, {None: [2, 1]}, id="less-than-a-page"),
        pytest.param(3, {None: [3, 2, 1]}, id="one-page"),
        pytest.param(5, {None: [5, 4, 3, 2, 1]}, id="short-newest-page-joins-the-older-one"),
        pytest.param(6, {None: [6, 5, 4], 1: [3, 2, 1]}, id="two-full-pages"),
        pytest.param(8, {None: [8, 7, 6, 5, 4], 1: [3, 2, 1]}, id="two-pages-and-more"),
        pytest.param(9, {None: [9, 8, 7], 2: [6, 5, 4], 1: [3, 2, 1]}, id="three-full-pages"),
    ],
)
def test_pages_count_from_the_oldest(count: int, numbered: dict[int | None, list[int]]) -> None:
    found = leaves(range(count, 0, -1), 3)
    assert {leaf.number: list(leaf.entries) for leaf in found} == numbered


@pytest.mark.parametrize("size", [0, -1])
def test_a_page_holds_at_least_one_entry(size: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        next(leaves([1], size))


@pytest.mark.parametrize(
    ("number", "older", "newest_url", "older_url", "shown"),
    [
        pytest.param(None, 1, None, "/so/trang/1/", "1", id="list-with-one-older-page"),
        pytest.param(None, 4, None, "/so/trang/4/", "4 3 2 1", id="list-with-a-few"),
        pytest.param(None, 9, None, "/so/trang/9/", "9 8 7 … 1", id="list-with-many"),
        pytest.param(5, 4, "/so/", "/so/trang/4/", "[5] 4 3 2 1", id="middle"),
        pytest.param(9, 8, "/so/", "/so/trang/8/", "[9] 8 7 6 … 1", id="newest-numbered"),
        pytest.param(1, 0, "/so/", None, "[1]", id="oldest"),
    ],
)
def test_a_pager_leads_to_the_newest_and_to_older_pages(
    number: int | None, older: int, newest_url: str | None, older_url: str | None, shown: str
) -> None:
    found = pager(number, older, url_of)
    assert found is not None
    assert (found.newest_url, found.older_url) == (newest_url, older_url)
    assert " ".join(_shown(found)) == shown
    assert all(item.url == url_of(item.number) for item in found.items if item.number)


def _shown(found: Pager) -> list[str]:
    return [
        "…" if item.number is None else f"[{item.number}]" if item.current else str(item.number)
        for item in found.items
    ]


def test_a_list_of_one_page_has_no_pager() -> None:
    assert pager(None, 0, url_of) is None


def _pages(count: int, size: int) -> dict[int | None, object]:
    """Everything that each page of a list shows."""
    found = leaves(range(count, 0, -1), size)
    return {leaf.number: (list(leaf.entries), pager(leaf.number, leaf.older, url_of)) for leaf in found}


sizes = st.integers(1, 9)
counts = st.integers(0, 120)


@given(counts, sizes)
def test_a_newer_entry_changes_the_list_itself_and_adds_at_most_one_page(count: int, size: int) -> None:
    before, after = _pages(count, size), _pages(count + 1, size)
    assert len(after) - len(before) in (0, 1)
    assert {number: page for number, page in after.items() if number in before and number} == {
        number: page for number, page in before.items() if number
    }


@given(counts, sizes)
def test_every_entry_stands_on_one_page_in_order(count: int, size: int) -> None:
    found = list(leaves(range(count, 0, -1), size))
    assert [entry for leaf in found for entry in leaf.entries] == list(range(count, 0, -1))
    assert [leaf.number for leaf in found] == [None, *range(len(found) - 1, 0, -1)]
    assert all(len(leaf.entries) == size for leaf in found if leaf.number)
    assert len(found[0].entries) < 2 * size
    assert len(found[0].entries) >= min(count, size)
