"""A problem as data: made of a message, told in two languages, sorted, and remembered between builds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.problems import (
    Edit,
    Location,
    Message,
    Problem,
    Severity,
    has_errors,
    pack,
    sort_problems,
    unpack,
)

UNKNOWN = Message(
    "unknown-key",
    "Không có mục “{key}”.",
    "Các mục dùng được: {known}.",
    "There is no key “{key}”.",
    "Known keys: {known}.",
)
EMPTY = Message("empty", "Trống.", "Viết.", "Empty.", "Write.", Severity.WARNING)
PLACE = Location("content/people/hoa.md", 3, 7, "gendr: nữ")

locations = st.builds(
    Location, st.text(max_size=6), st.integers(1, 99), st.integers(1, 99), st.text(max_size=9)
)
pairs = st.tuples(st.text(max_size=5), st.text(max_size=5))
edits = st.builds(Edit, st.integers(1, 99), st.integers(1, 99), st.text(max_size=5), st.text(max_size=5))
problems = st.builds(
    Problem,
    st.text(max_size=4),
    st.sampled_from(Severity),
    st.none() | locations,
    pairs,
    pairs,
    st.none() | edits,
)


def test_a_message_is_filled_in_both_languages() -> None:
    problem = UNKNOWN.at(PLACE, key="gendr", known="name, gender")
    assert problem.message("vi") == "Không có mục “gendr”."
    assert problem.advice("vi") == "Các mục dùng được: name, gender."
    assert problem.message("en") == "There is no key “gendr”."
    assert problem.advice("en") == "Known keys: name, gender."


def test_braces_in_a_value_are_text() -> None:
    assert UNKNOWN.at(None, key="{key.__class__}", known="{0}").message("en") == (
        "There is no key “{key.__class__}”."
    )


def test_a_value_that_the_wording_needs_must_be_given() -> None:
    with pytest.raises(KeyError):
        UNKNOWN.at(None, key="gendr")


@pytest.mark.parametrize("lang", ["vi", "", "fr"])
def test_vietnamese_is_spoken_unless_another_known_language_is_asked_for(lang: str) -> None:
    problem = EMPTY.at(None)
    assert (problem.message(lang), problem.advice(lang)) == ("Trống.", "Viết.")


def test_the_face_for_programs_has_the_same_keys_with_and_without_a_place() -> None:
    placed = UNKNOWN.at(PLACE, key="gendr", known="name").as_dict("en")
    assert placed == {
        "code": "unknown-key",
        "severity": "error",
        "file": "content/people/hoa.md",
        "line": 3,
        "column": 7,
        "message": "There is no key “gendr”.",
        "fix": "Known keys: name.",
        "edit": None,
    }
    unplaced = EMPTY.at(None).as_dict()
    assert unplaced.keys() == placed.keys()
    assert (unplaced["file"], unplaced["line"], unplaced["severity"]) == (None, None, "warning")


def test_programs_are_told_how_to_mend() -> None:
    problem = UNKNOWN.at(PLACE, Edit(3, 1, "gendr", "gender"), key="gendr", known="name")
    assert problem.as_dict()["edit"] == {"line": 3, "column": 1, "old": "gendr", "new": "gender"}


def test_problems_are_sorted_by_place_and_told_once() -> None:
    nowhere = EMPTY.at(None)
    a2 = EMPTY.at(Location("a.md", 2))
    a10 = EMPTY.at(Location("a.md", 10, 1))
    a10_later = EMPTY.at(Location("a.md", 10, 5))
    b1 = EMPTY.at(Location("b.md", 1))
    assert sort_problems([b1, a10_later, a2, nowhere, a10, b1, nowhere]) == (
        nowhere, a2, a10, a10_later, b1,
    )  # fmt: skip


@given(st.lists(problems))
def test_the_order_does_not_depend_on_the_order_of_finding(found: list[Problem]) -> None:
    forwards, backwards = sort_problems(found), sort_problems(reversed(found))
    places = [problem.location for problem in forwards]
    assert places == [problem.location for problem in backwards]
    assert set(forwards) == set(backwards) == set(found)
    assert len(forwards) == len(set(found))
    assert sort_problems(forwards) == forwards


@pytest.mark.parametrize(
    ("found", "stops"),
    [
        ([], False),
        ([EMPTY.at(None)], False),
        ([EMPTY.at(None), UNKNOWN.at(None, key="", known="")], True),
    ],
    ids=["nothing", "a warning", "an error among warnings"],
)
def test_only_errors_stop_publication(found: list[Problem], stops: bool) -> None:
    assert has_errors(found) is stops


@given(problems)
def test_a_problem_is_remembered_whole(problem: Problem) -> None:
    restored = unpack(json.loads(json.dumps(pack(problem))))
    assert restored == problem
    assert hash(restored) == hash(problem)
