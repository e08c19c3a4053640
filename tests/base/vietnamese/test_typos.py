"""One slip of the hand, and only one, is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.typos import is_one_slip, typo_of

KEYS = {word: word for word in ("gender", "name", "place", "places", "title", "summary", "since", "until")}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gendr", "gender"),
        ("gendeer", "gender"),
        ("gendar", "gender"),
        ("gedner", "gender"),
        ("nmae", "name"),
        ("tilte", "title"),
        ("sumary", "summary"),
        ("plac", "place"),
    ],
    ids=[
        "one too few",
        "one too many",
        "another one",
        "two swapped",
        "at the start",
        "inside",
        "double",
        "at the end",
    ],
)
def test_a_slip_is_guessed(written: str, meant: str) -> None:
    assert typo_of(written, KEYS) == meant


@pytest.mark.parametrize("written", ["", "nam", "xyz", "gndr", "colour", "plattes"])
def test_what_is_no_slip_is_not_guessed(written: str) -> None:
    assert typo_of(written, KEYS) is None


def test_words_that_mean_different_things_are_not_chosen_between() -> None:
    assert typo_of("baoo", {"bao": "a", "baob": "b"}) is None
    assert typo_of("baoo", {"bao": "a", "baob": "a"}) == "a"


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_slip_goes_both_ways(one: str, other: str) -> None:
    assert is_one_slip(one, other) is is_one_slip(other, one)
    assert is_one_slip(one, other) is (_distance(one, other) == 1)


def _distance(one: str, other: str) -> int:
    """The optimal string alignment distance, by the book."""
    rows = [[*range(len(other) + 1)]]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
