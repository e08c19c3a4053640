"""Measures how well private words are found: `python3 -m tests.content.private_words`.

On the sentences of `private_samples`, of which the patterns were not made, and on the whole content of the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.content.private_samples import HARMLESS, PRIVATE
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem
from vinhdanh.content.loading import Loader
from vinhdanh.content.private_text import traces


class Score(NamedTuple):
    """How many were found of those that are there, and how many were found that are not there."""

    right: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.right / max(1, self.right + len(self.false))

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(1, self.right + len(self.missed))


def score() -> Score:
    """That of the sample sentences. One that is found for something else than what is in it counts as both faults."""
    found = {
        text: {trace.what[1] for trace in traces(text)}
        for text in (*(text for text, _ in PRIVATE), *HARMLESS)
    }
    right = sum(what in found[text] for text, what in PRIVATE)
    missed = tuple(f"{what}: {text}" for text, what in PRIVATE if what not in found[text])
    false = tuple(_false(found))
    return Score(right, missed, false)


def _false(found: dict[str, set[str]]) -> Iterator[str]:
    there = dict(PRIVATE)
    for text, kinds in found.items():
        for kind in sorted(kinds - {there.get(text, "")}):
            yield f"{kind}: {text}"


def in_content() -> tuple[int, list[Problem]]:
    """How many files the project's own content has, and what looks private in them."""
    loaded = Loader(ROOT / "content", Memory(None), b"engine").load("2026-11-23")
    return loaded.files, [problem for problem in loaded.problems if problem.code == "private-text"]


def main() -> None:
    """Print both."""
    found = score()
    print(f"{len(PRIVATE)} sentences with something private, {len(HARMLESS)} without")
    print(f"precision {found.precision:.0%}, recall {found.recall:.0%}")
    for label, texts in (("missed", found.missed), ("false", found.false)):
        print(*(f"  {label}: {text}" for text in texts), sep="\n")
    files, alarms = in_content()
    print(f"content/: {files} files, {len(alarms)} alarms")
    for problem in alarms:
        place = problem.location
        print(f"  {place.file}:{place.line}:{place.column} {problem.message('en')}" if place else problem)


if __name__ == "__main__":
    main()
