"""The calls by which files are changed: whatever writes is handed these, and makes no others.

So a test can hand in calls that fail, or end the process, at the n-th of them (`tests/faults`), and what a build leaves
behind then is known for every n.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path


class Calls:
    """Those of the operating system. All raise OSError; `open_database` and its connections raise sqlite3.Error."""

    def make_folder(self, path: Path | str, *, fresh: bool = False) -> None:
        """Make a folder, and those above it that are missing. One that is there will do, unless it is to be `fresh`."""
        try:
            os.mkdir(path)
        except FileNotFoundError:
            above = os.path.dirname(path)
            if not above:
                raise
            self.make_folder(above)
            self.make_folder(path, fresh=fresh)
        except FileExistsError:
            if fresh or not os.path.isdir(path):
                raise

    def make_own_folder(self, prefix: str, parent: Path) -> Path:
        """Make a folder below `parent` that nobody else has, its name ending in eight signs of [a-z0-9_]."""
        return Path(tempfile.mkdtemp(prefix=prefix, dir=parent))

    def write(self, path: Path | str, data: bytes, *, fresh: bool = False, durable: bool = False) -> None:
        """Write a file; one that must not be there yet if `fresh`, and down to the disk itself if `durable`."""
        with open(path, "xb" if fresh else "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())

    def copy_mode(self, source: Path, target: Path) -> None:
        """Give `target` the permissions of `source`."""
        shutil.copymode(source, target)

    def move(self, source: Path | str, target: Path | str) -> None:
        """Move a file in one step, replacing what is there."""
        os.replace(source, target)

    def move_new(self, source: Path, target: Path) -> None:
        """The same, but raise FileExistsError where anything is there."""
        if os.name == "nt":
            os.rename(source, target)
            return
        try:
            os.link(source, target)
        except FileExistsError:
            raise
        except OSError:
            # FAT knows no links: between this look and the move somebody else would have to be very quick.
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
            os.replace(source, target)
        else:
            os.unlink(source)

    def remove(self, path: Path | str) -> None:
        """Remove a file or a link."""
        os.unlink(path)

    def remove_folder(self, path: Path | str) -> None:
        """Remove an empty folder."""
        os.rmdir(path)

    def open_database(self, name: str, wait: float) -> sqlite3.Connection:
        """A connection to a database, which waits so many seconds for a lock and begins no transaction by itself."""
        return sqlite3.connect(name, timeout=wait, isolation_level=None)

    def remove_tree(self, path: Path | str) -> None:
        """Remove a folder with all in it; links in it are not followed."""
        shutil.rmtree(path)


SYSTEM = Calls()
