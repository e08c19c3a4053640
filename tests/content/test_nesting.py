"""How deep a body may nest before it is refused: text that people write never is."""

from __future__ import annotations

import pytest

from vinhdanh.content.nesting import LIMIT, too_deep

FINE = {
    "prose": "Chị Hoa [làm](people/hoa.md) (rất nhiều) việc: a < b, c > d.\n\n" * 500,
    "as many brackets as fit": "[" * LIMIT,
    "brackets that a blank line closes": ("[" * LIMIT + "\n\n") * 3,
    "brackets that are closed": "[a](b) " * 5000,
    "brackets that are escaped": "\\[" * 5000,
    "signs that open no tag": "a < b, 3 <5, " * 5000,
    "tags that are closed": "<b>x</b> " * 5000,
    "as many quotes as fit": ">" * LIMIT + " x",
    "as many lists as fit": " " * 4 * LIMIT + "- x",
    "a rule": "- " * 40,
    "a long list": "- a\n" * 5000,
}
TOO_DEEP = {
    "quotes": ">" * 5000,
    "one quote more": "a\n\n" + "> " * (LIMIT + 1) + "x",
    "lists": "\n".join(" " * 4 * level + "- x" for level in range(LIMIT + 2)),
    "lists with tabs": "\t" * (LIMIT + 1) + "- x",
    "lists in one line": "- " * 5000,
    "numbers in one line": "1. " * 5000,
    "quotes and lists in one line": "> - " * LIMIT,
    "brackets": "[" * 5000,
    "pictures": "![" * 5000,
    "links": "[a](" * 5000,
    "citations": "[@a;" * 5000,
    "tags": "<a " * 5000,
    "tags in many paragraphs": "<a \n\n" * 5000,
    "comments": "<!--" * 5000,
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE.keys())
def test_what_people_write_is_not_too_deep(body: str) -> None:
    assert too_deep(body) is None


@pytest.mark.parametrize("body", TOO_DEEP.values(), ids=TOO_DEEP.keys())
def test_what_would_keep_the_parser_busy_is_too_deep(body: str) -> None:
    assert too_deep(body) is not None
