from __future__ import annotations

import pytest

from vinhdanh.base.vietnamese.collation import letter_of
from vinhdanh.base.vietnamese.text import is_slug
from vinhdanh.showcase.alphabet import letter_slug

LETTERS = {letter_of(letter) for letter in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz7"}


@pytest.mark.parametrize(
    ("letter", "slug"), [("A", "a"), ("Ă", "aw"), ("Â", "aa"), ("Đ", "dd"), ("Ư", "uw"), ("#", "khac")]
)
def test_letter_slug(letter: str, slug: str) -> None:
    assert letter_slug(letter) == slug


def test_every_letter_has_an_address_of_its_own() -> None:
    slugs = {letter_slug(letter) for letter in LETTERS}
    assert len(slugs) == len(LETTERS)
    assert all(map(is_slug, slugs))
