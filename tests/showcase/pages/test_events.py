"""Which events stand around one: the nearest before and after, and all of its series."""

from __future__ import annotations

import pytest

from vinhdanh.base.problems import Location
from vinhdanh.base.vietnamese.dates import PartialDate, parse_date
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.events import Event
from vinhdanh.content.model.site import Site
from vinhdanh.content.visibility import State
from vinhdanh.showcase.pages.events import nearest
from vinhdanh.showcase.relations import Relations


def event(date: str, id: str | None = None, previous: str | None = None) -> Event:
    read = parse_date(date)
    known = read if isinstance(read, PartialDate) else None
    id = id or date
    return Event(
        kind="event", id=id, location=Location(f"events/{id}.md"), title=id, date=known, previous=previous
    )


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param("2023-10-08 2023-10-01", "2023-10-08 2023-10-01", id="one-on-each-side"),
        pytest.param(
            "2026-01 2025-01 2024-01 2022-01 2021-01 2020-01",
            "2025-01 2024-01 2022-01 2021-01",
            id="the-nearest-two-on-each-side",
        ),
        pytest.param("2023 2022", "", id="a-year-alone-is-neither-before-nor-after"),
        pytest.param("?", "", id="undated"),
        pytest.param("", "", id="none"),
    ],
)
def test_the_nearest_of_a_programme(others: str, expected: str) -> None:
    found = nearest(event("2023-10-07"), [event(date) for date in others.split()])

    assert [each.id for each in found] == expected.split()


def test_an_event_is_not_its_own_neighbour() -> None:
    seminar = event("2023-10-07")

    assert nearest(seminar, [seminar]) == []


def test_another_event_of_the_same_day_counts_as_earlier() -> None:
    morning, evening = event("2023-10-07", "morning"), event("2023-10-07", "evening")
    before = [event("2023-10-06"), event("2023-10-05")]

    assert nearest(evening, [evening, morning, *before]) == [morning, before[0]]


@pytest.mark.parametrize("asked", ["first", "second", "third", "other-third"])
def test_a_series_is_the_same_from_each_of_its_events(asked: str) -> None:
    events = [
        event("2021", "first"),
        event("2022", "second", previous="first"),
        event("2023", "third", previous="second"),
        event("2024", "other-third", previous="second"),
        event("2025", "alone"),
    ]

    assert _series(events, asked) == {"first", "second", "third", "other-third"}


def test_a_series_that_bites_its_tail_ends() -> None:
    events = [event("2021", "a", previous="b"), event("2022", "b", previous="a")]

    assert _series(events, "a") == {"a", "b"}


def _series(events: list[Event], asked: str) -> set[str]:
    states = {each.key: State.PUBLIC for each in events}
    relations = Relations(Catalogue(Site(), events, states, {}, {}, {}))
    found = next(each for each in events if each.id == asked)
    return {each.id for each in relations.series(found)}
