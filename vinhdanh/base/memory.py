"""What is remembered between builds: one SQLite file that may be lost, old or damaged at any time.

A missing, damaged or foreign memory is an empty one: the next build is then a full build, never an error. Of one that
can be read in part it is kept which outputs are ours, so that those that are no longer planned still go. Values are
JSON text or bytes; nothing that is read back can run code, since the folder of a foreign showcase may bring its own.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from vinhdanh.base import digest
from vinhdanh.base.calls import SYSTEM, Calls
from vinhdanh.base.disk import DiskError

VERSION = 1
"""The shape of the tables; another number means an empty memory."""

OUTPUT = "output"
"""The key under which it is remembered to what folder the outputs belong."""

WAIT_SECONDS = 30.0
"""How long a second build waits for the first one."""

_TABLES = (
    "meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "files (path TEXT PRIMARY KEY, stamp TEXT, digest BLOB) WITHOUT ROWID",
    "readings (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "proses (key BLOB PRIMARY KEY, facts TEXT, html TEXT)",
    "outputs (path TEXT PRIMARY KEY, names TEXT, trace BLOB, digest BLOB, stamp TEXT, reasons TEXT) WITHOUT ROWID",
)


class DamagedError(Exception):
    """The memory turned out to be unreadable half-way; `Memory.forget` makes it empty, and the build starts again."""


class BusyError(Exception):
    """Another build holds the memory and did not let go within `WAIT_SECONDS`."""


class FileRow(NamedTuple):
    """The stamp of an input file when it was last read, and the digest of what was read."""

    stamp: str
    digest: bytes


class OutputRow(NamedTuple):
    """An output that we wrote: names and digests of the parts it was made of, its own digest and stamp, and why it
    was last made."""

    names: str
    trace: bytes
    digest: bytes
    stamp: str
    reasons: str


class Memory:
    """The remembered tables. Opening takes the lock; `save` commits; `close` without `save` forgets the changes."""

    def __init__(self, path: Path | None, calls: Calls = SYSTEM) -> None:
        """Open the memory at `path`, or one that lives only as long as the object: without a path, and where none can
        be kept. Raises BusyError, and DiskError where the disk is full or fails: it then stays as it was.
        """
        self._path = path
        self._calls = calls
        self.rescued = False
        """Whether it could not be used and was begun anew: there may be outputs of ours that it does not know."""
        self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return _filled(":memory:", self._calls)
        with contextlib.suppress(OSError):
            self._calls.make_folder(self._path.parent)
        try:
            return self._usable(self._path)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                raise BusyError(str(self._path)) from error
            if _is_refused(error):
                raise DiskError(self._path, str(error)) from error
            return self._afresh(self._path)

    def _usable(self, path: Path) -> sqlite3.Connection:
        """The memory as it lies there, made first if there is none, locked before it is looked at."""
        db = _filled(str(path), self._calls)
        try:
            if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                raise sqlite3.DatabaseError("another version of the memory")
            db.execute("SELECT count(*) FROM (SELECT 1 FROM outputs LIMIT 1)").fetchone()
        except (sqlite3.Error, UnicodeDecodeError):
            db.close()
            raise
        return db

    def _afresh(self, path: Path) -> sqlite3.Connection:
        """An empty memory in place of one that cannot be used, but for which outputs are ours: nobody else knows."""
        self.rescued = True
        output, ours = _rescued(path)
        try:
            for suffix in ("", "-journal", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    self._calls.remove(path.with_name(path.name + suffix))
            return _beginning_with(output, ours, _filled(str(path), self._calls))
        except (OSError, sqlite3.OperationalError):
            return _beginning_with(output, ours, _filled(":memory:", self._calls))

    # -- small values ------------------------------------------------------------------------------------------------

    def get(self, key: str) -> Any:
        """The plain value that was put under `key`, or None."""
        row = self._one("SELECT value FROM meta WHERE key = ?", (key,))
        try:
            return json.loads(row[0]) if row else None
        except (ValueError, TypeError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Remember a plain value under `key`."""
        self._many("REPLACE INTO meta VALUES (?, ?)", [(key, json.dumps(value, ensure_ascii=False))])

    # -- input files -------------------------------------------------------------------------------------------------

    def files(self) -> dict[str, FileRow]:
        """Every input file as it was last read, by path."""
        rows = ((path, FileRow(*values)) for path, *values in self._rows("SELECT * FROM files"))
        return {path: row for path, row in rows if _is_sound((path, *row), (str, str, bytes))}

    def put_files(self, rows: Iterable[tuple[str, FileRow]], gone: Iterable[str]) -> None:
        """Remember what was read, and forget the files that are gone."""
        self._many("REPLACE INTO files VALUES (?, ?, ?)", ((p, r.stamp, r.digest) for p, r in rows))
        self._many("DELETE FROM files WHERE path = ?", ((path,) for path in gone))

    # -- what was understood of a file -------------------------------------------------------------------------------

    def reading_keys(self) -> set[bytes]:
        """The keys of all readings that are remembered."""
        return {row[0] for row in self._rows("SELECT key FROM readings")}

    def reading(self, key: bytes) -> str | None:
        """JSON text of one reading, or None when it is not remembered."""
        return _unsealed(self._one("SELECT value FROM readings WHERE key = ?", (key,)))

    def put_readings(self, rows: Iterable[tuple[bytes, str]], kept: Container[bytes] | None) -> None:
        """Remember readings, and forget those whose keys are not in `kept`: no file has them any more.

        None: whether there are such is not known.
        """
        self._many("REPLACE INTO readings VALUES (?, ?)", ((key, _sealed(value)) for key, value in rows))
        self._keep("readings", kept)

    # -- prose -------------------------------------------------------------------------------------------------------

    def prose_facts(self, key: bytes) -> str | None:
        """What is known of one body without its HTML, as JSON text, or None when it is not remembered."""
        return _unsealed(self._one("SELECT facts FROM proses WHERE key = ?", (key,)))

    def prose_html(self, key: bytes) -> str | None:
        """The HTML of one body, or None when it is not remembered."""
        return _unsealed(self._one("SELECT html FROM proses WHERE key = ?", (key,)))

    def put_proses(self, rows: Iterable[tuple[bytes, str, str]], kept: Container[bytes] | None) -> None:
        """Remember bodies (key, facts, HTML), and forget those whose keys are not in `kept`: no record has them now.

        None: whether there are such is not known.
        """
        sealed = ((key, _sealed(facts), _sealed(html)) for key, facts, html in rows)
        self._many("REPLACE INTO proses VALUES (?, ?, ?)", sealed)
        self._keep("proses", kept)

    # -- outputs -----------------------------------------------------------------------------------------------------

    def outputs(self) -> dict[str, OutputRow]:
        """Every output that we wrote, by path."""
        rows = self._rows("SELECT * FROM outputs")
        return {path: _sound_output(values) for path, *values in rows if isinstance(path, str)}

    def output(self, path: str) -> OutputRow | None:
        """One output, or None when we never wrote it."""
        row = self._one("SELECT names, trace, digest, stamp, reasons FROM outputs WHERE path = ?", (path,))
        return _sound_output(row) if row else None

    def put_outputs(self, rows: Iterable[tuple[str, OutputRow]], gone: Iterable[str]) -> None:
        """Remember outputs, and forget those that were pruned."""
        self._many("REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)", ((p, *row) for p, row in rows))
        self._many("DELETE FROM outputs WHERE path = ?", ((path,) for path in gone))

    # -- life --------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Make everything so far durable and keep the lock."""
        with self._readable():
            self._db.execute("COMMIT")
            self._db.execute("BEGIN IMMEDIATE")

    def compact(self) -> None:
        """Write the file anew with just what is remembered, saved: a page that SQLite gave free keeps what it held."""
        with self._readable():
            self._db.execute("COMMIT")
            self._db.execute("VACUUM")
            self._db.execute("BEGIN IMMEDIATE")

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text that is remembered, with the name of its table, whole: in the file a long one may be cut up."""
        for table in (definition.split(" ", 1)[0] for definition in _TABLES):
            for row in self._rows(f"SELECT * FROM {table}"):
                yield from ((table, value) for value in row if isinstance(value, str))

    def forget(self) -> None:
        """Begin again with an empty memory."""
        self._db.close()
        self._db = self._afresh(self._path) if self._path else _filled(":memory:", self._calls)

    def close(self) -> None:
        """Let go of the file and the lock; what was not saved is forgotten."""
        self._db.close()

    def _keep(self, table: str, kept: Container[bytes] | None) -> None:
        if kept is None:
            return
        gone = [row for row in self._rows(f"SELECT key FROM {table}") if row[0] not in kept]
        self._many(f"DELETE FROM {table} WHERE key = ?", gone)

    def _one(self, query: str, values: tuple[object, ...] = ()) -> tuple[Any, ...] | None:
        return next(self._rows(query, values), None)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        with self._readable():
            yield from self._db.execute(query, values)

    def _many(self, query: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._readable():
            self._db.executemany(query, rows)

    @contextlib.contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if _is_refused(error) or _is_read_only(error):
                raise DiskError(str(self._path), str(error)) from error
            raise DamagedError(str(self._path)) from error


def _sealed(text: str) -> str:
    """The text with a digest before it: a file may rot without the database noticing."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SEAL // 2).hexdigest() + text


def _unsealed(row: tuple[Any, ...] | None) -> str | None:
    """The text of a row if its digest is right; if not, it is as if it had not been remembered."""
    text = row[0] if row else None
    return text[_SEAL:] if isinstance(text, str) and _sealed(text[_SEAL:]) == text else None


_SEAL = 16
"""Hexadecimal digits of a seal."""


def _is_sound(values: Iterable[object], types: Iterable[type]) -> bool:
    """Whether the values have the types of their columns, which SQLite does not promise of a file that has rotted."""
    return all(isinstance(value, kind) for value, kind in zip(values, types, strict=True))


def _sound_output(values: Iterable[Any]) -> OutputRow:
    """The row of an output; one that has rotted still says that the output is ours."""
    row = OutputRow(*values)
    return row if _is_sound(row, (str, bytes, bytes, str, str)) else OutputRow("", b"", b"", "", "")


def _is_refused(error: Exception) -> bool:
    """Whether the disk is full, or fails otherwise than by what was read from it: the memory itself may be sound.

    https://www.sqlite.org/rescode.html
    """
    code = getattr(error, "sqlite_errorcode", None) or 0
    read = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS)
    return code & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) and code not in read


def _is_read_only(error: Exception) -> bool:
    """Whether the memory may no longer be written, and not because its file was moved away."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF == sqlite3.SQLITE_READONLY and code != sqlite3.SQLITE_READONLY_DBMOVED


def _rescued(path: Path) -> tuple[str, dict[str, bytes]]:
    """What a memory that is damaged or of another version still says of outputs: their folder, as it is kept in
    `meta`, and the digests that they had by path. What was made up by damage has no such file of that digest."""
    ours: dict[str, bytes] = {}
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            output = str(db.execute("SELECT value FROM meta WHERE key = ?", (OUTPUT,)).fetchone()[0])
            rows = db.execute("SELECT path, digest FROM outputs")
            ours.update(row for row in rows if _is_sound(row, (str, bytes)) and len(row[1]) == digest.SIZE)
    except (sqlite3.Error, UnicodeDecodeError, TypeError):
        return (output, ours) if ours else ("", {})
    return output, ours


def _beginning_with(output: str, ours: dict[str, bytes], db: sqlite3.Connection) -> sqlite3.Connection:
    """A new memory, after it was told durably of outputs that are ours."""
    if ours:
        try:
            db.execute("REPLACE INTO meta VALUES (?, ?)", (OUTPUT, output))
            rows = ((path, "", b"", known, "", "") for path, known in ours.items())
            db.executemany("REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)", rows)
            db.execute("COMMIT")
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            db.close()
            raise
    return db


def _filled(name: str, calls: Calls) -> sqlite3.Connection:
    """A connection that holds the lock until it is closed, also between two transactions, with tables in it."""
    db = calls.open_database(name, WAIT_SECONDS)
    try:
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA secure_delete = ON")  # nothing of people who withdrew is left in free pages
        db.execute("BEGIN IMMEDIATE")
        db.execute(
            "PRAGMA locking_mode = EXCLUSIVE"
        )  # not before: who waits must not hold a lock for reading
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for table in _TABLES:
                db.execute(f"CREATE TABLE {table}")
            db.execute(f"PRAGMA user_version = {VERSION}")
    except (sqlite3.Error, UnicodeDecodeError):
        db.close()
        raise
    return db
