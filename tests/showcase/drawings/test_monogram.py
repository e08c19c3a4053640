"""Monograms: the right letter of a Vietnamese name, whole and in the middle."""

from __future__ import annotations

import unicodedata

import pytest

from tests.showcase.drawings.tracing import trace
from vinhdanh.showcase.drawings.letters import OUTLINES
from vinhdanh.showcase.drawings.monogram import initial, place
from vinhdanh.showcase.drawings.sheet import Sheet, Size


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Sơn", "S"),
        ("sơn", "S"),
        ("  Sơn", "S"),
        ("Ánh", "A"),
        ("Ấn", "Â"),
        ("Ắc", "Ă"),
        ("Ến", "Ê"),
        ("Ổn", "Ô"),
        ("Ởi", "Ơ"),
        ("Ửng", "Ư"),
        ("Ỷ", "Y"),
        ("Đức", "Đ"),
        ("đức", "Đ"),
        ("Ích", "I"),
        ("", ""),
    ],
    ids=lambda value: value or "empty",
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_initial_keeps_its_letter_and_loses_its_tone(name: str, letter: str, form: str) -> None:
    assert initial(unicodedata.normalize(form, name)) == letter


def test_all_letters_a_given_name_can_begin_with_are_there() -> None:
    assert set("AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ") == set(OUTLINES)


@pytest.mark.parametrize("letter", OUTLINES)
def test_an_outline_fills_its_box(letter: str) -> None:
    outline = OUTLINES[letter]
    xs, ys = zip(*trace(outline.path), strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == outline.box


@pytest.mark.parametrize("letter", OUTLINES)
@pytest.mark.parametrize("size", [Size.CARD, Size.SHARE])
def test_a_letter_stands_whole_in_the_middle(letter: str, size: Size) -> None:
    sheet = Sheet(size)
    placed = place(letter, sheet)
    assert placed
    left, top, right, bottom = OUTLINES[letter].box
    assert placed.x + placed.scale * (left + right) / 2 == pytest.approx(sheet.centre.x)
    assert placed.y + placed.scale * (top + bottom) / 2 == pytest.approx(sheet.centre.y)
    high, wide = placed.scale * (bottom - top) / sheet.height, placed.scale * (right - left) / sheet.width
    assert high < 0.81
    assert wide < 0.821
    assert high > 0.6 or wide > 0.81  # as large as the sheet allows, one way or the other


@pytest.mark.parametrize("name", ["", " ", "7", "?", "Ж", "王", "🙂"])
def test_what_is_no_letter_of_ours_has_no_monogram(name: str) -> None:
    assert place(name, Sheet(Size.CARD)) is None
