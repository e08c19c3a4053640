"""A problem is data: what is wrong, where, why, and what to write instead, in Vietnamese and in English.

Every floor declares its own `Message` constants; `Message.at` makes a `Problem` of one. A problem has four faces
(terminal, browser overlay, JSON, annotations of a continuous-integration service); each is a function of this object.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

LANGUAGES = ("vi", "en")


class Severity(StrEnum):
    """How much a problem weighs: an error stops publication, a warning does so only with `--strict`.

    A notice is not wrong but wanting: builds do not look for it, and it stops nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Location(NamedTuple):
    """A place in a file that somebody wrote. Lines and columns count from 1; `excerpt` is the line's text."""

    file: str
    line: int = 1
    column: int = 1
    excerpt: str = ""


class Edit(NamedTuple):
    """A safe mending within one line: `old`, which begins at `line` and `column` (from 1), becomes `new`.

    `old` is checked before anything is replaced: where the file says something else by now, the edit is void.
    """

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `text` and `fix` hold a sentence per language of `LANGUAGES`.

    `edit` mends it where what was meant is beyond doubt.
    """

    code: str
    severity: Severity
    location: Location | None
    text: tuple[str, str]
    fix: tuple[str, str]
    edit: Edit | None = None

    def message(self, lang: str = "vi") -> str:
        """What is wrong and why, in `lang`."""
        return self.text[_index(lang)]

    def advice(self, lang: str = "vi") -> str:
        """What to write instead, in `lang`."""
        return self.fix[_index(lang)]

    def as_dict(self, lang: str = "vi") -> dict[str, Any]:
        """The face for `--json`: plain values only, the same keys whatever the problem."""
        place = self.location
        return {
            "code": self.code,
            "severity": str(self.severity),
            "file": place.file if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            "message": self.message(lang),
            "fix": self.advice(lang),
            "edit": self.edit._asdict() if self.edit else None,
        }


@dataclass(frozen=True, slots=True)
class Message:
    """The wording of one kind of problem, with `{names}` for what differs from case to case."""

    code: str
    vi: str
    vi_fix: str
    en: str
    en_fix: str
    severity: Severity = Severity.ERROR

    def at(self, location: Location | None, edit: Edit | None = None, /, **values: object) -> Problem:
        """The problem that this message names, at `location`. Raises KeyError when the wording lacks a value."""
        text = (self.vi.format_map(values), self.en.format_map(values))
        fix = (self.vi_fix.format_map(values), self.en_fix.format_map(values))
        return Problem(self.code, self.severity, location, text, fix, edit)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems once each, by file, line and column, those without a place first."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.location or Location("", 0, 0), p.code, p.text)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def pack(problem: Problem) -> list[Any]:
    """The problem as plain values, to be remembered between builds; `unpack` is its inverse."""
    return [problem.code, str(problem.severity), problem.location, problem.text, problem.fix, problem.edit]


def unpack(plain: list[Any]) -> Problem:
    """The problem that `pack` wrote down."""
    code, severity, place, text, fix, edit = plain
    location = Location(*place) if place else None
    mending = Edit(*edit) if edit else None
    return Problem(code, Severity(severity), location, (text[0], text[1]), (fix[0], fix[1]), mending)


def _index(lang: str) -> int:
    return LANGUAGES.index(lang) if lang in LANGUAGES else 0
