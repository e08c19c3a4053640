"""Digests of plain values: the same for the same value, whatever the run, and refused where that cannot be promised."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base import digest
from vinhdanh.base.digest import NotPlainError, Plain

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


class Pair(NamedTuple):
    left: str
    right: int


@dataclass(frozen=True)
class Record:
    name: str


def turned(value: Plain) -> Plain:
    """The same value with every mapping written in the opposite order and every list as a tuple."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return tuple(map(turned, value)) if isinstance(value, list) else value


@given(plain)
def test_equal_values_have_equal_digests_whatever_the_order_of_keys(value: Plain) -> None:
    assert digest.of_plain(turned(value)) == digest.of_plain(value)


@given(plain)
def test_the_written_form_says_all_so_that_other_values_have_other_digests(value: Plain) -> None:
    assert json.loads(digest.canonical(value)) == value


def test_the_written_form_is_compact_utf8_with_sorted_keys() -> None:
    assert digest.canonical({"b": [1, None], "a": "ắ"}) == '{"a":"ắ","b":[1,null]}'.encode()


def test_a_named_tuple_counts_as_its_values() -> None:
    assert digest.of_plain(Pair("a", 1)) == digest.of_plain(["a", 1])


DIFFERENT: list[Plain] = [
    *(1, "1", True, "true", None, "null", ""),
    *([], {}, [1], ["1"], [[1]], {"1": 1}),
    *("a", "á", "a\u0301"),
]


@pytest.mark.parametrize(("one", "other"), list(combinations(DIFFERENT, 2)))
def test_values_that_look_alike_are_told_apart(one: Plain, other: Plain) -> None:
    assert digest.of_plain(one) != digest.of_plain(other)


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


NOT_PLAIN: dict[str, Callable[[], Any]] = {
    "a set": lambda: {1, 2},
    "a set within": lambda: {"a": [{"b": {1}}]},
    "a frozen set": lambda: frozenset("a"),
    "bytes": lambda: b"a",
    "no number": lambda: float("nan"),
    "no end": lambda: [float("inf")],
    "an object": object,
    "a dataclass": lambda: Record("Hoa"),
    "a path": lambda: Path("a"),
    "a date": lambda: date(2023, 10, 7),
    "a generator": lambda: (number for number in range(2)),
    "keys of two kinds": lambda: {"a": 1, 2: 1},
    "a key that is no text": lambda: {(1, 2): 1},
    "a list without end": lambda: nested(200_000),
}


@pytest.mark.parametrize("make", NOT_PLAIN.values(), ids=NOT_PLAIN.keys())
def test_what_is_not_plain_is_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(NotPlainError):
        digest.of_plain(make())


def test_half_of_a_character_can_be_digested() -> None:
    """File names that are not UTF-8 come as lone surrogates."""
    assert digest.of_plain("h\udcff") != digest.of_plain("h\udcfe")


@given(st.binary())
def test_digests_and_short_names_have_their_lengths(data: bytes) -> None:
    assert len(digest.of_bytes(data)) == digest.SIZE
    assert digest.short(data) == digest.of_bytes(data).hex()[:10]


def test_digests_stay_the_same_from_one_release_to_the_next() -> None:
    """Names of published assets are made of them: browsers hold these for ever."""
    assert digest.short(b"") == "cae66941d9"
    assert digest.of_plain({"a": ["ắ", 1, None, True]}).hex() == "71c467a4cc649f846bfafdb557bf62f8"
