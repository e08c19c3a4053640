"""How records are dealt out to files: few changes stay few."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from vinhdanh.base.problems import Location
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.people import Person
from vinhdanh.showcase.open_data.files import FILE_LENGTH, files_of, names_of

PEOPLE = by_key()["person"]


def people(numbers: Iterable[int]) -> list[Person]:
    return [Person(kind="person", id=f"nguoi-{n}", location=Location("a"), name="A") for n in numbers]


def dealt(numbers: Iterable[int]) -> dict[str, list[str]]:
    return {file.name: [each.id for each in file.records] for file in files_of(PEOPLE, people(numbers))}


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (0, ["people"]),
        (1, ["people"]),
        (FILE_LENGTH, ["people"]),
        (FILE_LENGTH + 1, ["people-0", "people-1"]),
        (2 * FILE_LENGTH + 1, ["people-0", "people-1", "people-2", "people-3"]),
        (16 * FILE_LENGTH, [f"people-{n:02}" for n in range(16)]),
    ],
)
def test_the_names_of_files(count: int, names: list[str]) -> None:
    assert list(names_of(PEOPLE, count)) == names


def test_every_record_is_in_one_file_in_the_order_of_ids() -> None:
    files = dealt(range(3 * FILE_LENGTH))

    assert sorted(id for ids in files.values() for id in ids) == sorted(
        f"nguoi-{n}" for n in range(3 * FILE_LENGTH)
    )
    assert all(ids == sorted(ids) for ids in files.values())
    assert max(map(len, files.values())) < FILE_LENGTH


def test_a_record_more_changes_one_file() -> None:
    before, after = dealt(range(3 * FILE_LENGTH)), dealt(range(3 * FILE_LENGTH + 1))

    assert len([name for name in before if before[name] != after[name]]) == 1


def test_when_files_double_each_parts_in_two() -> None:
    before, after = dealt(range(2 * FILE_LENGTH)), dealt(range(2 * FILE_LENGTH + 1))

    assert set(before["people-0"]) <= set(after["people-0"]) | set(after["people-2"])
    assert set(before["people-1"]) <= set(after["people-1"]) | set(after["people-3"])


def test_the_order_of_reading_does_not_matter() -> None:
    assert dealt(range(50)) == dealt(reversed(range(50)))
