"""Joining texts must neither lose mark-up nor let plain text become mark-up."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from vinhdanh.showcase.markup import capitalised, joined

VIETNAMESE = Markup('<span lang="vi">Điện lực</span>')


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(("a", "b"), "a · b", id="plain"),
        pytest.param(("a", None, "", "b"), "a · b", id="nothing-between"),
        pytest.param((), "", id="nothing-at-all"),
        pytest.param(
            ("a < b", VIETNAMESE), 'a &lt; b · <span lang="vi">Điện lực</span>', id="mark-up-beside-plain"
        ),
    ],
)
def test_what_is_there_is_joined(texts: tuple[str | None, ...], expected: str) -> None:
    assert joined(" · ", texts) == expected


def test_plain_text_stays_plain() -> None:
    assert not isinstance(joined(", ", ("a < b", "c")), Markup)


def test_mark_up_stays_mark_up() -> None:
    assert isinstance(joined(", ", ("a", VIETNAMESE)), Markup)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("đề dẫn", "Đề dẫn"), ("lễ trao giải TP.HCM", "Lễ trao giải TP.HCM"), ("ý kiến", "Ý kiến"), ("", "")],
)
def test_a_line_begins_with_a_capital(text: str, expected: str) -> None:
    assert capitalised(text) == expected
