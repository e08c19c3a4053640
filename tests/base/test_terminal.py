"""Problems as a person reads them on a terminal, and as a review shows them beside the line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vinhdanh.base.problems import Location, Problem, Severity
from vinhdanh.base.terminal import SHOWN_PER_FILE, annotation, difference, report, show, width


def problem(
    place: Location | None, text: str = "Sai.", fix: str = "Sửa.", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem("code", severity, place, (text, "Wrong."), (fix, "Mend."))


def test_a_problem_is_shown_with_its_line_and_a_caret_under_the_column() -> None:
    place = Location("content/people/hoa.md", 12, 7, "name: Chị: Hoa")
    assert show(problem(place), "vi", colour=False) == (
        "content/people/hoa.md:12:7\n   12 | name: Chị: Hoa\n              ^\nlỗi: Sai.\nCách sửa: Sửa."
    )


def test_a_problem_without_a_place_is_shown_in_english() -> None:
    assert show(problem(None, severity=Severity.WARNING), "en", colour=False) == "warning: Wrong.\nFix: Mend."


def test_a_blank_line_is_not_shown() -> None:
    shown = show(problem(Location("a.md", 1, 1, "  ")), "vi", colour=False)
    assert shown == "a.md:1:1\nlỗi: Sai.\nCách sửa: Sửa."


def test_colours_frame_place_weight_caret_and_fix_and_nothing_else_differs() -> None:
    shown = show(problem(Location("a.md", 1, 3, "abc")), "vi", colour=True)
    assert shown.count("\x1b[0m") == 4
    assert "\x1b[31;1mlỗi\x1b[0m: Sai." in shown
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[31;1m", "\x1b[32m"):
        shown = shown.replace(code, "")
    assert shown == show(problem(Location("a.md", 1, 3, "abc")), "vi", colour=False)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("Hoa", 3),
        ("Nguyễn Thị", 10),
        ("Nguye\u0302\u0303n", 6),
        ("名前", 4),
        ("name：", 6),
        ("a\u200bb\ufeff", 2),
        ("😀", 2),
    ],
    ids=["nothing", "ascii", "composed", "combining", "wide", "full-width colon", "invisible", "emoji"],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("excerpt", "column", "before"),
    [("\tkind: x", 2, 1), ("名: x", 3, 3), ("e\u0302\u0301: x", 4, 1), ("abc", 9, 3)],
    ids=["a tab", "a wide letter", "combining marks", "behind the end"],
)
def test_the_caret_stands_under_its_column_whatever_is_before_it(
    excerpt: str, column: int, before: int
) -> None:
    caret = show(problem(Location("a.md", 1, column, excerpt)), "vi", colour=False).split("\n")[2]
    assert caret == " " * (len("    1 | ") + before) + "^"


@example("\x7f", "\x9b2J", "\x1b]0;x\x07\r")
@example("\u202e", "\u2066", "\0")
@given(st.text(), st.text(), st.text())
def test_nothing_that_a_terminal_would_obey_gets_through(file: str, excerpt: str, text: str) -> None:
    shown = show(problem(Location(file, 1, 1, excerpt), text, text), "vi", colour=False)
    obeyed = [sign for sign in shown if unicodedata.category(sign) == "Cc" and sign != "\n"]
    turning = set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert (obeyed, turning) == ([], set())


def test_an_escape_sequence_in_a_file_is_seen_and_not_obeyed() -> None:
    shown = show(problem(Location("a.md", 1, 1, "name: \x1b[2J")), "vi", colour=False)
    assert "    1 | name: \ufffd[2J" in shown


def test_a_report_is_grouped_by_file_in_the_order_given() -> None:
    found = [problem(Location("b.md", 1)), problem(Location("a.md", 1)), problem(Location("b.md", 9))]
    heads = [line for line in report(found, "vi", colour=False).split("\n") if ".md:" in line]
    assert heads == ["b.md:1:1", "b.md:9:1", "a.md:1:1"]


def test_a_file_with_very_many_problems_does_not_hide_the_others() -> None:
    found = [problem(Location("a.md", line)) for line in range(1, SHOWN_PER_FILE + 4)]
    shown = report([*found, problem(Location("b.md", 1))], "vi", colour=False)
    assert shown.count("lỗi: ") == SHOWN_PER_FILE + 1
    assert "\n\n… và 3 chỗ nữa trong tệp này\n\nb.md:1:1\n" in shown


def test_a_report_of_nothing_is_empty() -> None:
    assert report([], "vi", colour=True) == ""


ANNOTATIONS = {
    "placed": (problem(Location("content/a.md", 2, 7)), "::error file=content/a.md,line=2,col=7::Sai. Sửa."),
    "without a place": (problem(None, severity=Severity.WARNING), "::warning::Sai. Sửa."),
    "a text with signs of its own": (
        problem(None, "giảm 40%\r\nngay", "a: b, c"),
        "::error::giảm 40%25%0D%0Angay a: b, c",
    ),
    "a file name with signs of its own": (
        problem(Location("a,b:c%.md")),
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1::Sai. Sửa.",
    ),
}


@pytest.mark.parametrize(("found", "line"), ANNOTATIONS.values(), ids=ANNOTATIONS.keys())
def test_annotations_for_reviews(found: Problem, line: str) -> None:
    assert annotation(found, "vi") == line


def test_a_headed_report_counts_the_problems_of_each_file() -> None:
    found = [problem(Location("a.md", 1)), problem(Location("a.md", 2)), problem(Location("b.md", 1))]
    assert report(found, "en", colour=False, headed=True).count("== ") == 2
    assert report(found, "en", colour=False, headed=True).startswith("== a.md: 2 error")


def test_a_difference_shows_what_goes_and_what_comes() -> None:
    shown = difference("a.md", "x\ny\n", "x\n\x1b[2Jz\n", colour=False)
    assert shown.splitlines()[3:] == [" x", "-y", "+\ufffd[2Jz"]
    assert "\x1b[31m-y\x1b[0m" in difference("a.md", "x\ny\n", "x\nz\n", colour=True)
