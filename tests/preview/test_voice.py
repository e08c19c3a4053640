"""What the preview says at the terminal."""

from __future__ import annotations

import io

from vinhdanh.base.problems import Location, Severity
from vinhdanh.preview import messages
from vinhdanh.preview.voice import Voice
from vinhdanh.render.messages import TEMPLATE_SYNTAX
from vinhdanh.render.outcome import Outcome

FAULT = TEMPLATE_SYNTAX.at(Location("templates/base.html", 3, 1, "{% if %}"), reason="x")
WARNING = messages.NO_EVENTS.at(None, reason="y")


def said(lang: str, *builds: tuple[set[str], Outcome], quiet: bool = False) -> list[str]:
    stream = io.StringIO()
    voice = Voice(lang, stream, None, quiet=quiet)
    for touched, outcome in builds:
        voice.began()
        voice.built(frozenset(touched), outcome)
    return [line for line in stream.getvalue().split("\n") if line]


def test_saves_are_told_with_what_came_of_them() -> None:
    first = Outcome(changed=("index.html", "a/index.html", "feed.xml"))
    lines = said("vi", (set(), first), ({"content/people/hoa.md"}, Outcome()))
    assert lines[0] == "Đang dựng lần đầu …"
    assert lines[1].startswith("Dựng lần đầu → 2 trang đổi, ")
    assert lines[2].startswith("content/people/hoa.md → 0 trang đổi, ")
    assert len(lines) == 3


def test_many_files_are_counted() -> None:
    assert "a, b, c … (5) → " in said("en", (set("abcde"), Outcome()))[1]


def test_problems_are_told_once_and_when_they_end() -> None:
    wrong = Outcome(faults=(FAULT,))
    lines = said("en", (set(), wrong), ({"a"}, wrong), ({"b"}, Outcome()))
    assert sum(line == "templates/base.html:3:1" for line in lines) == 1
    assert lines[-1] == "Nothing is wrong."


def test_trying_again_for_nothing_is_not_told() -> None:
    """A full disk is tried every two seconds: the terminal would scroll for as long as it is full."""
    wrong = Outcome(faults=(FAULT,))
    lines = said("vi", (set(), wrong), (set(), wrong), (set(), wrong), (set(), Outcome()))
    assert [line.split(" → ")[0] for line in lines if "→" in line] == ["Dựng lần đầu", "Dựng lại"]


def test_too_many_errors_are_counted() -> None:
    many = tuple(
        TEMPLATE_SYNTAX.at(Location("templates/base.html", line), reason="x") for line in range(1, 15)
    )
    lines = said("vi", (set(), Outcome(faults=many)))
    assert sum(line.startswith("templates/base.html:") for line in lines) == 10
    assert lines[-1] == "… và 4 lỗi nữa: python3 build.py check"


def test_warnings_are_counted() -> None:
    assert WARNING.severity is Severity.WARNING
    assert (
        said("vi", (set(), Outcome(problems=(WARNING,))))[-1] == "1 chỗ nên xem lại: python3 build.py check"
    )


def test_quiet_tells_errors_only() -> None:
    lines = said("vi", (set(), Outcome()), ({"a"}, Outcome(faults=(FAULT,))), ({"b"}, Outcome()), quiet=True)
    assert lines[0] == "templates/base.html:3:1"
    assert not any("→" in line for line in lines)
