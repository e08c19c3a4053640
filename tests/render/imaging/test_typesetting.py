"""Text on cards: every Vietnamese letter, lines that end between words, and an ellipsis only after one."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import ROOT
from vinhdanh.render.imaging.cards import SANS, SANS_STRONG, SERIF
from vinhdanh.render.imaging.typesetting import ELLIPSIS, Face, Style, Typesetter
from vinhdanh.showcase.spec import CARD_FONTS

FONTS = {name: (ROOT / "templates/assets" / name).read_bytes() for name in CARD_FONTS}
SETTER = Typesetter(FONTS)
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = sorted(
    {
        unicodedata.normalize("NFC", case(vowel) + tone)
        for vowel, tone, case in product(VOWELS, TONES, (str.lower, str.upper))
    }
    | set("đĐ·…–“”₫")
)
SYLLABLES = "nguyễn thị hường sáng kiến cải tiến kỹ thuật nghiêng truyền tải điện 500 kV Ấn Ẩn Đặng".split()
STYLE = Style(SANS, (40, 30, 20), 2, 1.4, "#000000")


@pytest.mark.parametrize("face", [SERIF, SANS, SANS_STRONG], ids=lambda face: face.file)
def test_every_vietnamese_letter_has_its_glyph(face: Face) -> None:
    font = SETTER.font(face, 40)
    nothing = bytes(font.getmask("\uffff"))
    assert [letter for letter in LETTERS if bytes(font.getmask(letter)) == nothing] == []


@pytest.mark.parametrize("face", [SERIF, SANS, SANS_STRONG], ids=lambda face: face.file)
def test_letters_that_differ_by_a_tone_look_different(face: Face) -> None:
    font = SETTER.font(face, 40)
    looks = {bytes(font.getmask(letter)) for letter in LETTERS}
    assert len(looks) == len(LETTERS)


def test_the_heavier_weight_of_a_variable_face_is_used() -> None:
    light, heavy = (SETTER.width("Nguyễn", SERIF._replace(weight=weight), 60) for weight in (400, 600))
    assert heavy > light


def test_letters_written_in_pieces_are_put_together() -> None:
    block = SETTER.block(unicodedata.normalize("NFD", "Nguyễn"), STYLE, 400)
    assert block.lines == ("Nguyễn",)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=40), st.integers(160, 700))
def test_lines_are_whole_words_that_fit(words: list[str], width: int) -> None:
    block = SETTER.block(" ".join(words), STYLE, width)
    text = " ".join(block.lines)
    assert 1 <= len(block.lines) <= STYLE.lines
    assert all(SETTER.width(line, block.face, block.size) <= width for line in block.lines)
    if text.endswith(ELLIPSIS):
        kept = text.removesuffix(ELLIPSIS).split(" ")
        assert kept == words[: len(kept)]
        assert block.size == STYLE.sizes[-1]
    else:
        assert text.split(" ") == words


def test_lines_are_balanced() -> None:
    block = SETTER.block("Không có pin thay, anh dùng ắc quy khô", STYLE._replace(sizes=(40,)), 700)
    first, second = (SETTER.width(line, block.face, 40) for line in block.lines)
    assert abs(first - second) < 0.35 * max(first, second)


def test_a_text_is_set_as_large_as_it_fits() -> None:
    assert [SETTER.block("sáng kiến " * n, STYLE, 400).size for n in (1, 5, 30)] == [40, 30, 20]


def test_the_ellipsis_does_not_follow_a_comma() -> None:
    block = SETTER.block("một, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười, " * 9, STYLE, 300)
    assert block.lines[-1].endswith(ELLIPSIS)
    assert not block.lines[-1].endswith("," + ELLIPSIS)


@pytest.mark.parametrize("text", ["Hai dòng\nmột câu", "Hai đoạn\n\nmột\tcâu\n", "\n"])
def test_line_ends_are_spaces_like_any_other(text: str) -> None:
    """Raqm gives up on them, and a summary may have several lines."""
    block = SETTER.block(text, STYLE, 500)
    assert " ".join(block.lines) == " ".join(text.split())
