"""Stable pages of a long list: a numbered page never changes because something newer came.

Entries are given newest first and counted from the oldest: page 1 holds the oldest `size` entries, page 2 those after
them, and so on. The newest stand on the list's own address, which always holds one to two pages' worth, so that it is
never nearly empty. When it has grown to two full pages, its older half becomes the next numbered page. For the same
reason a numbered page leads to older pages and to the newest entries, never to a page with a higher number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from vinhdanh.showcase.views import PageNumber, Pager

T = TypeVar("T")

NEAREST = 3
"""How many older pages a page names one by one before it jumps to the first: what fits on a phone."""


class Leaf(NamedTuple, Generic[T]):
    """One page of a list; `number` is None for the list's own address, which holds the newest entries."""

    number: int | None
    entries: Sequence[T]
    older: int
    """How many numbered pages hold older entries."""


def leaves(entries: Sequence[T], size: int) -> Iterator[Leaf[T]]:
    """Part `entries`, newest first, into pages: the list's own address, then numbered pages down to 1.

    Each numbered page holds exactly `size` entries. Raises ValueError when `size` is not positive.
    """
    if size < 1:
        raise ValueError(f"size must be at least 1, not {size}")
    numbered = max(0, len(entries) // size - 1)
    start = len(entries) - numbered * size
    yield Leaf(None, entries[:start], numbered)
    for number in range(numbered, 0, -1):
        yield Leaf(number, entries[start : start + size], number - 1)
        start += size


def pager(number: int | None, older: int, url_of: Callable[[int | None], str]) -> Pager | None:
    """The way from a page to the newest and to older ones, or None for a list of one page.

    `url_of` gives the address of a numbered page, and that of the list itself for None.
    """
    if number is None and not older:
        return None
    shown = [PageNumber(number, url_of(number), current=True)] if number else []
    nearest = range(older, max(0, older - NEAREST), -1)
    shown.extend(PageNumber(each, url_of(each)) for each in nearest)
    if older - NEAREST > 1:
        shown.append(PageNumber(None, None))
    if older > NEAREST:
        shown.append(PageNumber(1, url_of(1)))
    return Pager(url_of(None) if number else None, url_of(older) if older else None, tuple(shown))
