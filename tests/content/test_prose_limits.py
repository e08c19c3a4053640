"""What is too much for a body, from which place on; and that no limit is near to what people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.showcases import make, person
from vinhdanh.base.problems import Location
from vinhdanh.content.prose_limits import LENGTH_LIMIT, LINES_LIMIT, TAGS_LIMIT, Excess, excess
from vinhdanh.content.prose_messages import of_excess

TOO_MUCH = {
    "more than anybody reads": ("chữ " * 10_000, Excess("length", LENGTH_LIMIT)),
    "brackets": ("x" * 50 + "[" * 101, Excess("depth", 150)),
    "brackets in a link that is never closed": ("![a](b (c) " * 2000, Excess("depth", 1096)),
    "underlined lines": ("a\n=\n" * 301, Excess("lines", 1202)),
    "underlined dashes": ("-\n" * 301, Excess("lines", 600)),
    "rules": ("---\n" * 5000, Excess("lines", 1200)),
    "spaced rules": ("* * *\n" * 301, Excess("lines", 1800)),
    "headings": ("mở đầu\n\n" + "# a\n" * 5000, Excess("lines", 8 + 1200)),
    "headings in a quote": ("> # a\n" * 301, Excess("lines", 1800)),
    "addresses without an address": ("[a]:\n" * 2000, Excess("lines", 1500)),
    "tags": ("<b>x</b>" * 1501, Excess("tags", 8 * 1500)),
    "tags each in a paragraph": ("<b>\n\n" * 3001, Excess("tags", 5 * 3000)),
    "a head of a thousand columns": (
        "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + "|\n" * 100,
        Excess("cells", 0),
    ),
    "forty columns, ten thousand rows": (
        "x\n\n" + "|a" * 40 + "|\n" + "|-" * 40 + "|\n" + "|\n" * 10_000,
        Excess("cells", 3),
    ),
    "a table without bars at its ends": ("a|b\n-|-\n" + "c\n" * 10_000, Excess("cells", 0)),
    "code in cells": ("|a|b|\n|-|-|\n|" + "`|" * 5000, Excess("cells", 0)),
    "a long address, often": ("[a]: http://" + "a" * 9000 + "\n\n" + "[a] " * 3000, Excess("links", 0)),
    "a long title, often": ("x\n\n[a]: b\n'" + "a" * 9000 + "'\n\n" + "[a] " * 3000, Excess("links", 3)),
}

FINE = {
    "as much as fits": "chữ " * (LENGTH_LIMIT // 4),
    "headings apart": "## Mục\n\nChữ.\n\n" * 1000,
    "as many headings as fit": "# a\n" * LINES_LIMIT,
    "rules apart": "---\n\n" * 5000,
    "a long list": "- a\n" * 7000,
    "a list of steps": "1. Làm việc này.\n" * 1500,
    "a table of five columns and four hundred rows": "|a|b|c|d|e|\n|-|-|-|-|-|\n" + "|1|2|3|4|5|\n" * 400,
    "as many tags as fit": "<b></b>" * (TAGS_LIMIT // 2),
    "sources at the end": "".join(f"[b{n}]: https://bao.example/bai-{n}\n\n" for n in range(500)),
    "a line of poetry after another": "Một câu  \n" * 2500,
}


@pytest.mark.parametrize(("body", "found"), TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_too_much_is_told_from_where_it_begins(body: str, found: Excess) -> None:
    assert excess(body) == found


@pytest.mark.parametrize("body", FINE.values(), ids=FINE.keys())
def test_what_people_write_is_not_too_much(body: str) -> None:
    assert excess(body) is None


def test_a_body_with_too_much_is_a_problem_at_its_place_and_nothing_is_published(tmp_path: Path) -> None:
    showcase = make(tmp_path)
    showcase.write("people/hoa.md", person("Nguyễn Thị Hoa", body="Mở đầu.\n\n" + "# a\n" * 400))
    outcome = showcase.build()
    assert not showcase.site()
    at = [(found.code, found.location and found.location[:3]) for found in outcome.problems]
    assert ("crowded-lines", ("content/people/hoa.md", 312, 1)) in at


@pytest.mark.parametrize("kind", sorted({found.kind for _, found in TOO_MUCH.values()}))
def test_every_kind_of_too_much_has_its_words(kind: str) -> None:
    problem = of_excess(Excess(kind, 0), Location("a.md"))
    assert all((*problem.text, *problem.fix))
