"""The face of problems on a terminal: file and line, the line itself with a caret, what is wrong, what to write."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from vinhdanh.base.problems import Location, Problem, Severity

SHOWN_PER_FILE = 20
"""Problems of one file that are shown; the rest are counted."""

_WORDS = {
    "vi": {
        "error": "lỗi",
        "warning": "nên xem",
        "notice": "bổ sung",
        "fix": "Cách sửa",
        "more": "… và {n} chỗ nữa trong tệp này",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "notice": "wanting",
        "fix": "Fix",
        "more": "… and {n} more in this file",
    },
}
_COLOURS = {"error": "31;1", "warning": "33;1", "notice": "36", "place": "1", "caret": "31", "fix": "32"}

_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROL = (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0))
_HARMLESS = {**dict.fromkeys((*_CONTROL, *_BIDI), "\ufffd"), ord("\t"): " "}
"""What a terminal would obey rather than show: content that somebody sent in must not move the cursor or turn text."""


def report(problems: Iterable[Problem], lang: str, *, colour: bool, headed: bool = False) -> str:
    """All problems as text, grouped by file in the order given. `headed` puts over each file how many it has."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.location.file if problem.location else "", []).append(problem)
    blocks: list[str] = []
    for file, found in by_file.items():
        if headed and file:
            blocks.append(_painted(_headline(file, found, lang), "place", colour=colour))
        blocks.extend(show(problem, lang, colour=colour) for problem in found[:SHOWN_PER_FILE])
        if len(found) > SHOWN_PER_FILE:
            blocks.append(_words(lang)["more"].format(n=len(found) - SHOWN_PER_FILE))
    return "\n\n".join(blocks)


def _headline(file: str, found: list[Problem], lang: str) -> str:
    """The name of a file and how many problems of each weight it has."""
    words = _words(lang)
    counts = {weight: sum(problem.severity is weight for problem in found) for weight in Severity}
    listed = ", ".join(f"{count} {words[str(weight)]}" for weight, count in counts.items() if count)
    return f"== {_harmless(file)}: {listed}"


def difference(file: str, before: str, after: str, *, colour: bool) -> str:
    """What changes in a file, as a unified difference without the end of its last line."""
    lines = difflib.unified_diff(
        before.splitlines(),
        after.splitlines(),
        f"{file} (trước · before)",
        f"{file} (sau · after)",
        lineterm="",
    )
    return "\n".join(_painted_change(_harmless(line), colour=colour) for line in lines)


def _painted_change(line: str, *, colour: bool) -> str:
    if line.startswith(("---", "+++", "@@")):
        return _painted(line, "place", colour=colour)
    role = {"-": "caret", "+": "fix"}.get(line[:1])
    return _painted(line, role, colour=colour) if role else line


def show(problem: Problem, lang: str, *, colour: bool) -> str:
    """One problem as a few lines of text."""
    words = _words(lang)
    weight = str(problem.severity)
    head = f"{_painted(words[weight], weight, colour=colour)}: {_harmless(problem.message(lang))}"
    lines = [head]
    if problem.location:
        place = problem.location
        where = f"{_harmless(place.file)}:{place.line}:{place.column}"
        lines.insert(0, _painted(where, "place", colour=colour))
        lines[1:1] = _excerpt(place, colour=colour)
    lines.append(f"{_painted(words['fix'], 'fix', colour=colour)}: {_harmless(problem.advice(lang))}")
    return "\n".join(lines)


def _excerpt(place: Location, *, colour: bool) -> list[str]:
    if not place.excerpt.strip():
        return []
    text = _harmless(place.excerpt)
    gutter = f"{place.line:>5} | "
    caret = " " * (len(gutter) + width(text[: place.column - 1])) + "^"
    return [gutter + text, _painted(caret, "caret", colour=colour)]


def width(text: str) -> int:
    """Columns that a text takes on a terminal: marks and invisible signs none, East Asian wide letters two."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _harmless(text: str) -> str:
    return text.translate(_HARMLESS)


def _painted(text: str, role: str, *, colour: bool) -> str:
    return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m" if colour else text


def _words(lang: str) -> dict[str, str]:
    return _WORDS.get(lang, _WORDS["vi"])


def annotation(problem: Problem, lang: str) -> str:
    """The problem as a workflow command, which shows it beside the line in a review (GitHub Actions).

    The signs that end a command, and in its properties also colon and comma, are percent-encoded as the commands' own
    toolkit does it (github.com/actions/toolkit, packages/core/src/command.ts).
    """
    weight = str(problem.severity)
    place = problem.location
    where = f" file={_encoded(place.file, ':,')},line={place.line},col={place.column}" if place else ""
    return f"::{weight}{where}::{_encoded(f'{problem.message(lang)} {problem.advice(lang)}')}"


def _encoded(text: str, more: str = "") -> str:
    return text.translate({ord(sign): f"%{ord(sign):02X}" for sign in f"%\r\n{more}"})
