"""The fault layer: the calls of a build, of which the n-th goes wrong."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from vinhdanh.base.calls import Calls

Strike = Callable[["Striking", bool], None]
"""What goes wrong, at the n-th call and at each later one; the flag tells whether the call takes room on the disk."""

_WRITING = ("BEGIN", "COMMIT", "CREATE", "DELETE", "PRAGMA user_version =", "REPLACE", "VACUUM")


class Striking(Calls):
    """Does what the system would, but from the n-th point on it strikes. Points are counted from one: before each call,
    and once more in the middle of a file, when half of it is written.
    """

    def __init__(self, at: int, strike: Strike) -> None:
        self.at = at
        self.count = 0
        self._strike = strike

    def point(self, *, grows: bool) -> None:
        """Count a point at which something may go wrong."""
        self.count += 1
        if self.count >= self.at:
            self._strike(self, grows)

    def make_folder(self, path: Path | str, *, fresh: bool = False) -> None:
        self.point(grows=True)
        super().make_folder(path, fresh=fresh)

    def make_own_folder(self, prefix: str, parent: Path) -> Path:
        self.point(grows=True)
        return super().make_own_folder(prefix, parent)

    def write(self, path: Path | str, data: bytes, *, fresh: bool = False, durable: bool = False) -> None:
        self.point(grows=True)
        super().write(path, data[: len(data) // 2], fresh=fresh)
        self.point(grows=True)
        super().write(path, data, durable=durable)

    def copy_mode(self, source: Path, target: Path) -> None:
        self.point(grows=False)
        super().copy_mode(source, target)

    def move(self, source: Path | str, target: Path | str) -> None:
        self.point(grows=False)
        super().move(source, target)

    def move_new(self, source: Path, target: Path) -> None:
        self.point(grows=False)
        super().move_new(source, target)

    def remove(self, path: Path | str) -> None:
        self.point(grows=False)
        super().remove(path)

    def remove_folder(self, path: Path | str) -> None:
        self.point(grows=False)
        super().remove_folder(path)

    def remove_tree(self, path: Path | str) -> None:
        self.point(grows=False)
        super().remove_tree(path)

    def open_database(self, name: str, wait: float) -> sqlite3.Connection:
        if name == ":memory:":
            return super().open_database(name, wait)
        make = partial(_Database, self)
        return sqlite3.connect(name, timeout=wait, isolation_level=None, factory=make)


class Clumsy(Striking):
    """Puts files in place without the step that is one: what trials are for must be seen in it."""

    def move(self, source: Path | str, target: Path | str) -> None:
        self.write(target, Path(source).read_bytes())


class _Database(sqlite3.Connection):
    """A connection each of whose statements that write is a point."""

    def __init__(self, calls: Striking, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._calls = calls

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._point(statement)
        return super().execute(statement, *values)

    def executemany(self, statement: str, rows: Any) -> sqlite3.Cursor:
        self._point(statement)
        return super().executemany(statement, rows)

    def _point(self, statement: str) -> None:
        if not statement.startswith(_WRITING):
            return
        try:
            self._calls.point(grows=True)
        except OSError as error:
            raise _told_by_sqlite(error) from error


_CODES = {errno.ENOSPC: sqlite3.SQLITE_FULL, errno.EROFS: sqlite3.SQLITE_READONLY}
"""As SQLite tells what the system told it (seekAndWrite in os_unix.c); anything else is a failed write."""


def _told_by_sqlite(error: OSError) -> sqlite3.OperationalError:
    told = sqlite3.OperationalError(error.strerror)
    told.sqlite_errorcode = _CODES.get(error.errno or 0, sqlite3.SQLITE_IOERR_WRITE)
    return told


def kill(calls: Striking, grows: bool) -> None:
    """The process is killed."""
    os.kill(os.getpid(), signal.SIGKILL)


def no_room(number: int, calls: Striking, grows: bool) -> None:
    """From then on nothing can grow: the disk is full, or the quota is used up."""
    if grows:
        raise OSError(number, os.strerror(number))


def refused(number: int, calls: Striking, grows: bool) -> None:
    """From then on nothing can be changed."""
    raise OSError(number, os.strerror(number))


def refused_once(number: int, calls: Striking, grows: bool) -> None:
    """That one call is refused, as when another program holds the file for a moment."""
    if calls.count == calls.at:
        raise OSError(number, os.strerror(number))


def meanwhile(act: Callable[[], None], calls: Striking, grows: bool) -> None:
    """At that moment somebody does something else."""
    if calls.count == calls.at:
        act()
