"""Trying only the patterns that can match makes the same HTML as trying them all, in the library's own way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from tests.tools import ROOT
from vinhdanh.content.prose_conversion import Converter

TOKENS = (
    "chữ", "Ắt", " ", "  \n", "\t\n", "\n", "\n\n", "*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "]", "](", ")", "![",
    "[@bao-a]", "[@bao-a; @bao-b]", "[a](people/b.md)", "![a](b.jpg)", "[1]: https://a.vn 'b'\n", "[a][1]", "[1]", "!",
    "<", ">", "<b>", "</b>", "<https://a.vn>", "<a@b.vn>", "&", "&amp;", "&#38;", "# ", "- ", "1. ", "> ", "    ", "| a |\n| - |\n",
)  # fmt: skip
"""Pieces of Markdown, with every sign that some pattern begins with."""


def by_all_patterns(body: str) -> str:
    """The HTML of a body by the library's own processor."""
    converter = Converter()
    converter.treeprocessors.register(InlineProcessor(converter), "inline", 20)
    return converter.convert_afresh(body)


@given(st.lists(st.sampled_from(TOKENS), max_size=24).map("".join))
def test_patterns_that_are_left_out_would_not_have_matched(body: str) -> None:
    assert Converter().convert_afresh(body) == by_all_patterns(body)


@pytest.mark.parametrize(
    "body",
    [
        "`a`",
        r"\*a",
        "a [@bao-a]",
        "[a](https://a.vn)",
        "[a][1]\n\n[1]: https://a.vn",
        "[1]\n\n[1]: https://a.vn",
        "![a](b.jpg)",
        "![a][1]\n\n[1]: b.jpg",
        "![1]\n\n[1]: b.jpg",
        "<https://a.vn>",
        "<a@b.vn>",
        "a  \nb",
        "a <i>b</i>",
        "*a* **b**",
        "_a_ __b__",
    ],
)
def test_a_pattern_is_tried_where_its_sign_stands(body: str) -> None:
    assert Converter().convert_afresh(body) == by_all_patterns(body)


def test_all_bodies_of_the_site_are_converted_alike() -> None:
    files = sorted((ROOT / "content").rglob("*.md"))
    bodies = [file.read_text(encoding="utf-8").split("\n---\n", 1)[1] for file in files]
    converter = Converter()
    assert [body for body in bodies if converter.convert_afresh(body) != by_all_patterns(body)] == []
