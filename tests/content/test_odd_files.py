"""Files that are odd in ways that no single value is: how they were saved, what is in them twice, and what is empty."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, Severity
from vinhdanh.content.loading import Loader
from vinhdanh.content.reader import FileReading, read_file


def read(text: str, path: str = "people/hoa.md") -> FileReading:
    return read_file(path, text.encode(), {})


def placed(problem: Problem) -> tuple[str, int, int]:
    assert problem.location is not None
    return problem.code, problem.location.line, problem.location.column


ODD = {
    "a backslash between double quotes": (
        '---\nlife: "C:\\hoa"\nname: Hoa\n---\n', ("bad-escape", 2, 10), "nháy đơn",
    ),
    "half of a character, escaped": ('---\nname: "\\ud800"\n---\n', ("bad-escape", 2, 8), "nháy đơn"),
    "a control character": ("---\nname: Hoa\nsummary: a\x07b\n---\n", ("odd-character", 3, 11), "U+0007"),
    "a line end that no editor shows, before a fault": (
        "---\nname: a\u2028b\u2029c\x85d\nlife: x\n---\n", ("bad-choice", 3, 7), "còn sống",
    ),
    "a fault where the file ends": ("---\nname: [Hoa", ("unclosed-front-matter", 1, 1), "---"),
    "only a comment": ("---\n# chưa viết gì\n---\nThân bài.\n", ("missing-required", 2, 1), "name: …"),
    "a name that is written but empty": ("---\nname:\nlife: đã mất\n---\n", ("missing-required", 2, 1), "name: …"),
    "a body that is a list": ("---\nname: Hoa\nbody: [a]\n---\n", ("wrong-type", 3, 7), "body: …"),
    "a body twice": ("---\nname: Hoa\nbody: a\nbody: b\n---\n", ("unknown-key", 4, 1), "name"),
    "a picture without what it needs": ("---\nname: Hoa\nimage: hoa.jpg\n---\n", ("missing-required", 3, 8), "alt: …"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "where", "words"), ODD.values(), ids=ODD.keys())
def test_an_odd_file_is_told_at_its_place(text: str, where: tuple[str, int, int], words: str) -> None:
    problem = read(text).problems[0]
    assert placed(problem) == where
    assert words in problem.message("vi") + problem.advice("vi")
    assert problem.severity is Severity.ERROR


def test_a_list_file_in_which_nothing_is_written_yet_is_fine() -> None:
    assert read("# chưa có nguồn nào\n", "data/sources.yaml") == FileReading()


@pytest.mark.parametrize(
    ("entry", "where"),
    [
        ("{name: Hoa}", ("missing-required", 1, 3)),
        ("{id: , name: Hoa}", ("missing-required", 1, 3)),
        ("{id: [hoa], name: Hoa}", ("missing-required", 1, 3)),
        ("{id: Chị Hoa, name: Hoa}", ("bad-id", 1, 3)),
        ("{id: hoa, id: lan, name: Hoa}", ("unknown-key", 1, 13)),
        ("hoa", ("not-a-mapping", 1, 3)),
    ],
)
def test_an_entry_of_a_list_is_known_by_its_id(entry: str, where: tuple[str, int, int]) -> None:
    assert placed(read(f"- {entry}\n", "people.yaml").problems[0]) == where


def load(folder: Path, path: str, text: str) -> tuple[Problem, ...]:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return Loader(folder, Memory(None), b"engine").load("2026-11-22").problems


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("pages/a.md", "---\ntitle: A\n---\n\nMột.\n\n[x](khong-co.md)\n", 7),
        ("pages/a.yaml", "title: A\nbody: |\n  Một.\n\n  [x](khong-co.md)\n", 5),
        ("pages/a.yaml", "title: A\nbody: >\n  [x](khong-co.md)\n", 3),
        ("pages/a.yaml", "title: A\nbody: '[x](khong-co.md)'\n", 2),
        (
            "pages.yaml",
            "- id: b\n  title: B\n- id: a\n  title: A\n  body: |\n    Một.\n    [x](khong-co.md)\n",
            7,
        ),
    ],
    ids=["below the front matter", "in a block", "in a folded block", "between quotes", "in a list"],
)
def test_a_fault_in_a_body_is_placed_on_its_line_in_the_file(
    tmp_path: Path, path: str, text: str, line: int
) -> None:
    problem = load(tmp_path, path, text)[0]
    assert problem.code == "broken-link"
    assert problem.location is not None
    assert problem.location.line == line


def test_a_file_name_in_another_encoding_is_told_and_hides_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "pages") + b"/gi\xeai.md")).write_text("---\ntitle: A\n---\n")
    problems = load(tmp_path, "pages/a.md", "---\ntytle: A\n---\n")
    assert {problem.code for problem in problems} == {"bad-name", "unknown-key", "missing-required"}
