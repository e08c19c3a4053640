"""Words, folding and spelling: Python and the script in the browser are held to one table."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.engine import CASES, asked
from vinhdanh.base.vietnamese.search_words import fold, spelling, word_set, words

in_node = pytest.mark.needs("node")
SYLLABLES = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹ,.- 0123456789", max_size=60)


def decomposed(cases: list[list[Any]]) -> list[list[Any]]:
    return [[unicodedata.normalize("NFD", case[0]), *case[1:]] for case in cases]


@pytest.mark.parametrize(("text", "expected"), [*CASES["words"], *decomposed(CASES["words"])])
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert word_set(text) == set(expected)


@pytest.mark.parametrize(("text", "expected"), [*CASES["fold"], *decomposed(CASES["fold"])])
def test_folding(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(("word", "expected"), CASES["spelling"])
def test_spelling(word: str, expected: str) -> None:
    assert spelling(word) == expected


@given(SYLLABLES)
def test_the_set_of_words_is_that_of_the_list(text: str) -> None:
    assert word_set(text) == set(words(text))
    assert all(spelling(spelling(word)) == spelling(word) for word in words(text))
    assert all(fold(spelling(word)) == fold(word) for word in words(text))


@in_node
def test_the_script_folds_as_python_does() -> None:
    answers = asked(words=CASES)
    for name, cases in CASES.items():
        assert answers[name] == [case[-1] for case in cases], name


@in_node
def test_the_script_folds_decomposed_text_too() -> None:
    names = ("words", "fold")
    answers = asked(words={**CASES, **{name: decomposed(CASES[name]) for name in names}})
    for name in names:
        assert answers[name] == [case[-1] for case in CASES[name]], name


@in_node
def test_the_script_knows_every_vietnamese_letter() -> None:
    letters = [chr(point) for span in (range(0xC0, 0x1B1), range(0x1EA0, 0x1EFA)) for point in span]
    cases = {name: [] if name != "fold" else [[letter, fold(letter)] for letter in letters] for name in CASES}
    assert asked(words=cases)["fold"] == [fold(letter) for letter in letters]
