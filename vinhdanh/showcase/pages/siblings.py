"""The records before and after one, in the order of their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from vinhdanh.content.model.record import Record
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Siblings

R = TypeVar("R", bound=Record)


def with_siblings(frame: Frame, records: Sequence[R]) -> Iterator[tuple[R, Siblings]]:
    """Each record of a list that gets a page in this language, with its neighbours; or the one that is asked for."""
    for index, record in enumerate(records) if frame.only is None else _alone(frame.only, records):
        if frame.show.has_page(record):
            yield record, _siblings(frame.show, records, index)


def _alone(record: Record, records: Sequence[R]) -> Iterator[tuple[int, R]]:
    """A record with its place in a list, if it is there."""
    return ((index, each) for index, each in enumerate(records) if each is record)


def _siblings(show: Presenter, records: Sequence[Record], index: int) -> Siblings:
    earlier = (records[at] for at in range(index - 1, -1, -1))
    later = (records[at] for at in range(index + 1, len(records)))
    before = next((record for record in earlier if show.has_page(record)), None)
    after = next((record for record in later if show.has_page(record)), None)
    return Siblings(show.link(before) if before else None, show.link(after) if after else None)


def following(records: Sequence[R], record: R, count: int) -> tuple[R, ...]:
    """The `count` records after one in a list that begins anew at its end; the record itself is left out.

    Whoever shows these and not the first of the list shows every record equally often, and an edit of one touches
    `count` other pages at most.
    """
    start = records.index(record) + 1
    around = (*records[start : start + count], *records[: start - 1])
    return around[:count]
