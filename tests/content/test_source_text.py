"""From bytes to text that can be pointed at."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.problems import Location, Problem
from vinhdanh.content.source_text import (
    EXCERPT_LIMIT,
    FRONT_MATTER_LIMIT,
    SourceText,
    clean,
    decode,
    split_markdown,
    whole_yaml,
)

FILE = "content/people/hoa.md"


def split(text: str) -> SourceText:
    source = split_markdown(FILE, text, "name")
    assert isinstance(source, SourceText), source
    return source


def refused(text: str) -> Problem:
    problem = split_markdown(FILE, text, "name")
    assert isinstance(problem, Problem)
    return problem


# -- bytes ----


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Hòa".encode(), "Hòa"),
        ("\ufeffHòa".encode(), "Hòa"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\r\ne".encode(), "a b c d\ne"),
        (b"\xef\xbb\xbf", ""),
    ],
    ids=["UTF-8", "byte-order mark", "line ends of three systems", "line ends of no editor", "a mark alone"],
)
def test_text_is_the_same_however_it_was_saved(data: bytes, text: str) -> None:
    assert decode(FILE, data) == text


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"", "empty-file", Location(FILE)),
        (b" \r\n\t", "empty-file", Location(FILE)),
        (b"PK\x03\x04\x00", "binary-file", Location(FILE)),
        ("Hoa".encode("utf-16"), "not-utf8", Location(FILE)),
        ("Hoa".encode("utf-16-be"), "binary-file", Location(FILE)),
        (b"a\nHo\xe0 x\nb", "not-utf8", Location(FILE, 2, 3, "Ho\ufffd x")),
        ("\ufeffHòa\rHòa ".encode() + b"\xff\r\nx", "not-utf8", Location(FILE, 2, 5, "Hòa \ufffd")),
    ],
    ids=[
        "nothing",
        "blanks",
        "a zip",
        "UTF-16",
        "UTF-16 without a mark",
        "a Vietnamese code page",
        "after marks",
    ],
)
def test_what_is_no_text_is_one_problem_at_its_place(data: bytes, code: str, place: Location) -> None:
    problem = decode(FILE, data)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.location) == (code, place)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_is_decoded_with_as_many_lines_as_an_editor_shows(text: str) -> None:
    decoded = decode(FILE, text.encode())
    if isinstance(decoded, Problem):
        assert decoded.code == "empty-file"
        return
    assert decoded.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert not set(decoded) & set("\r\x85\u2028\u2029")


# -- front matter and body ----


def test_a_file_is_split_in_its_two_parts_with_their_lines() -> None:
    source = split("---\nname: Hoa\nlife: x\n---\nMột.\n\nHai.\n")
    assert (source.yaml_text, source.yaml_line) == ("name: Hoa\nlife: x\n", 1)
    assert (source.body, source.body_line) == ("Một.\n\nHai.\n", 4)


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---\n---\n", "\n", ""),
        ("---\na: b\n---", "a: b\n", ""),
        ("\n\n--- \t\na: b\n---  \nMột.", "a: b\n", "Một."),
        ("---\na: b\n---\nMột.\n---\nHai.", "a: b\n", "Một.\n---\nHai."),
        ("---\na: b---c\n--- d\n---\n", "a: b---c\n--- d\n", ""),
        ("---\na: b\n---\nHo\u0300a\u200b \ue000x\ue001", "a: b\n", "Hòa x"),
    ],
    ids=[
        "nothing in it",
        "no body",
        "blanks around",
        "a rule in the body",
        "dashes that end nothing",
        "an odd body",
    ],
)
def test_where_the_front_matter_ends(text: str, yaml: str, body: str) -> None:
    source = split(text)
    assert (source.yaml_text, source.body) == (yaml, body)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Chị Hoa làm việc.", "no-front-matter", 1),
        ("\n\nname: Hoa\n---\n", "no-front-matter", 3),
        ("----\nname: Hoa\n----\n", "no-front-matter", 1),
        ("", "no-front-matter", 1),
        ("---\nname: Hoa\n", "unclosed-front-matter", 1),
        ("\n---", "unclosed-front-matter", 2),
        ("---\nsummary: " + "x" * FRONT_MATTER_LIMIT + "\n---\n", "too-large", 1),
    ],
    ids=["none", "no opening line", "four dashes", "an empty text", "not closed", "only opened", "huge"],
)
def test_front_matter_that_cannot_be_found(text: str, code: str, line: int) -> None:
    problem = refused(text)
    assert problem.location is not None
    assert (problem.code, problem.location.line) == (code, line)


def test_the_advice_shows_the_key_that_this_kind_begins_with() -> None:
    assert "name: …" in refused("Chị Hoa").advice("vi")


def test_a_yaml_file_is_all_yaml() -> None:
    source = whole_yaml(FILE, "name: Hoa\n---\n")
    assert isinstance(source, SourceText)
    assert (source.yaml_text, source.yaml_line, source.body) == ("name: Hoa\n---\n", 0, "")


# -- places ----


def test_places_count_from_one_and_show_their_line() -> None:
    source = split("---\nname: Hoa\nlife: x\n---\nMột.\n")
    assert source.location(4, 2) == Location(FILE, 5, 3, "Một.")
    assert source.in_yaml(1, 6) == Location(FILE, 3, 7, "life: x")
    assert split("---\n---\nMột.").location(99, 0) == Location(FILE, 3, 5, "Một.")


def test_a_long_line_is_shown_in_part() -> None:
    assert len(split("---\nname: " + "x" * 1000 + "\n---\n").location(1, 0).excerpt) == EXCERPT_LIMIT


# -- cleaning ----


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Hoa", "Hoa"),
        ("Ho\u0300a", "Hòa"),
        ("H\u200bo\u200da\ufeff\u00ad\u2060\u200c", "Hoa"),
        ("a\ue000b\uf8ffc", "abc"),
        ("H\u202eo\u2066a\u2069\u202c\u200f", "Hoa"),
        ("a\u2028b\x85c\x0bd\x0ce\r\nf", "a b c d e\nf"),
        ("a\u00a0b\nc\td", "a\u00a0b\nc\td"),
        ("“…” – 😀 한국", "“…” – 😀 한국"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaned_text_is_composed_has_no_marks_of_the_engine_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in cleaned)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
