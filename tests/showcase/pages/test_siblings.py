"""What follows a record in its list, which begins anew at its end."""

from __future__ import annotations

from collections import Counter

import pytest

from vinhdanh.base.problems import Location
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.pages.siblings import following

LETTERS = [Record(kind="story", id=id, location=Location("stories.yaml")) for id in "abcde"]


@pytest.mark.parametrize(
    ("of", "count", "expected"),
    [
        pytest.param("a", 2, "bc", id="from-the-first"),
        pytest.param("d", 2, "ea", id="over-the-end"),
        pytest.param("e", 2, "ab", id="from-the-last"),
        pytest.param("c", 9, "deab", id="more-than-there-are"),
    ],
)
def test_what_follows(of: str, count: int, expected: str) -> None:
    record = next(record for record in LETTERS if record.id == of)

    assert "".join(each.id for each in following(LETTERS, record, count)) == expected


def test_nothing_follows_a_record_that_is_alone() -> None:
    assert following(LETTERS[:1], LETTERS[0], 4) == ()


def test_every_record_is_shown_equally_often() -> None:
    shown = Counter(each.id for record in LETTERS for each in following(LETTERS, record, 3))

    assert set(shown.values()) == {3}
