"""The last good version of every file that is broken now: editors see it in their preview until the file is mended.

Remembered is, for each broken file, the digest of the last version in which nothing was wrong; its reading is still
among the remembered ones. A file that was never right has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vinhdanh.base.memory import FileRow, Memory
from vinhdanh.base.problems import Location, Problem, Severity

_KEY = "last-good"
"""The key under which the digests are remembered, hexadecimal, by path; empty where there is no good version."""


class LastGood:
    """Which version of which broken file was the last good one."""

    def __init__(self, memory: Memory, rows: Mapping[str, FileRow]) -> None:
        """`rows` are the files as the last build read them."""
        self._memory = memory
        self._broken: Mapping[str, bytes] = _digests(memory.get(_KEY))
        self._rows = rows

    def version(self, path: str) -> bytes | None:
        """The digest of the last good version of a file that is broken now, or None.

        A file that was not broken in the last build was good as that build read it.
        """
        if path in self._broken:
            return self._broken[path] or None
        row = self._rows.get(path)
        return row.digest if row else None

    def remember(self, broken: Iterable[str]) -> None:
        """Keep in mind which files are broken now, without saving the memory."""
        digests = {path: (self.version(path) or b"").hex() for path in sorted(broken)}
        if digests or self._broken:
            self._memory.put(_KEY, digests)


def below_content(place: Location) -> str:
    """The path below content/ of the file that a problem lies in."""
    return place.file.removeprefix("content/")


def broken_files(problems: Iterable[Problem]) -> frozenset[str]:
    """The paths below content/ of the files that have errors."""
    places = (p.location for p in problems if p.severity is Severity.ERROR and p.location)
    return frozenset(map(below_content, places))


def _digests(plain: Any) -> Mapping[str, bytes]:
    """What `remember` wrote; nothing when that has rotted."""
    try:
        return {path: bytes.fromhex(text) for path, text in plain.items()} if plain else {}
    except (AttributeError, TypeError, ValueError):
        return {}
