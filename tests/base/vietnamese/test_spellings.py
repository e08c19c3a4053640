"""A name is found however it is written, and what only looks like it is left alone."""

from __future__ import annotations

import json
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.spellings import Spellings
from vinhdanh.base.vietnamese.text import fold, slugify

NAME = "Trương Thái Sơn"
SON = Spellings([NAME])

FOUND = {
    "as it is": NAME,
    "in capitals": NAME.upper(),
    "without marks": "Truong Thai Son",
    "with some marks missing": "Trương Thai Son",
    "decomposed": unicodedata.normalize("NFD", NAME),
    "the slug": "/nguoi/truong-thai-son/",
    "a file name": "truong_thai_son-thumb.svg",
    "in one word": "#TruongThaiSon",
    "with hard spaces": "Trương\u00a0Thái\u00a0Sơn",
    "over two lines": "anh Trương\n  Thái Sơn",
    "with marks of HTML within": "Trương <b>Thái</b> Sơn",
    "in an address": quote(NAME),
    "in JSON": json.dumps({"title": f"\n{NAME}"}),
    "in JSON after a line break": json.dumps({"title": f"\n{NAME}"}, ensure_ascii=False),
    "in HTML entities": "Tr&#432;&#417;ng Th&aacute;i S&#417;n",
    "the family name last": "Thai Son Truong",
    "initials": "anh T.T.S. nói",
    "initials with spaces": "anh T. T. S nói",
    "one initial": "Trương T. Sơn",
    "a first initial": "T. Thái Sơn",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_a_name_is_found(text: str) -> None:
    assert list(SON.find_decoded(f"x {text} y"))


LEFT = {
    "another tone": "Trường Thái Sơn",
    "another vowel": "Trương Thái Sôn",
    "a part of it": "anh Sơn, Thái Sơn",
    "a word more": "Trương Thái Sơng",
    "within a word": "xtruongthaisony",
    "other words between": "Trương của Thái ở Sơn",
    "letters without stops": "TTS, T T S",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_is_not_the_name_is_left_alone(text: str) -> None:
    assert not list(SON.find_decoded(f"x {text} y"))


def test_where_the_tone_stands_makes_no_difference() -> None:
    assert list(Spellings(["Lê Hòa An"]).find("Lê Hoà An"))


def test_the_longer_name_of_somebody_else_is_not_this_one() -> None:
    hoa = Spellings(["Nguyễn Thị Hoa"], others=["Nguyễn Thị Hoa Mai", "Nguyễn Thị Hoa"])
    assert not list(hoa.find("chị Nguyễn Thị Hoa Mai"))
    assert [found.words for found in hoa.find("chị Nguyễn Thị Hoa Mai và chị Nguyễn Thị Hoa")] == [
        "Nguyễn Thị Hoa"
    ]


def test_a_name_of_one_syllable_cannot_be_looked_for() -> None:
    assert not Spellings(["Lan"])
    assert not list(Spellings(["Lan"]).find("Thái Lan"))


def test_what_was_found_is_shown_with_what_is_around_it() -> None:
    (found,) = SON.find(f"Ở đây có anh {NAME} làm thợ.")
    assert (found.start, found.words) == (13, NAME)
    assert "làm thợ" in found.excerpt


@given(st.lists(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy", min_size=1, max_size=6), min_size=2, max_size=5))
def test_every_name_is_found_in_its_foldings(syllables: list[str]) -> None:
    name = " ".join(each.capitalize() for each in syllables)
    finder = Spellings([name])
    for text in (
        name,
        fold(name),
        slugify(name),
        unicodedata.normalize("NFD", name),
        quote(name),
        json.dumps(name),
    ):
        assert list(finder.find_decoded(text)), text
