"""Writes files of content/ anew, with what they said before kept aside; brings that back.

Each writing has a folder of its own below `.vinhdanh/backup/`, numbered and never used again: `content/` in it holds
the former files at their paths, so that one can also be copied back by hand. `clean` leaves these folders alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from vinhdanh.base import digest, disk, saving
from vinhdanh.content.loading import is_content
from vinhdanh.render.outcome import MEMORY_FOLDER

BACKUPS = "backup"
"""The folder of all backups, below that of the memory."""

_WRITTEN = "written.json"
"""In each backup: the digest of what was written, by path, so that only that is ever taken back."""

_UNDONE = "undone"
"""In each backup that was brought back: an empty file of this name."""


class Exchange(NamedTuple):
    """A file to be written: its path below content/, its bytes as they are and as they shall be; None is no file."""

    path: str
    before: bytes | None
    after: bytes | None


class Exchanged(NamedTuple):
    """What a writing did: the backup's folder, the files that were written, those that had changed meanwhile."""

    folder: Path
    written: tuple[str, ...]
    changed: tuple[str, ...]


def write(root: Path, files: Iterable[Exchange]) -> Exchanged:
    """Write and remove files, each whole or not at all, after all of them were kept. Raises DiskError."""
    content = root / "content"
    folder = saving.next_folder(root / MEMORY_FOLDER / BACKUPS)
    ready, changed = [], []
    for file in files:
        if _bytes(content / file.path) == file.before:
            if file.before is not None:
                saving.save(folder / "content" / file.path, file.before)
            ready.append(file)
        else:
            changed.append(file.path)
    digests = {file.path: _digest(file.after) for file in ready}
    saving.save(folder / _WRITTEN, json.dumps(digests, ensure_ascii=False).encode())
    for file in ready:
        _put(content / file.path, file.after)
    return Exchanged(folder, tuple(digests), tuple(changed))


def undo(root: Path) -> Exchanged | None:
    """Bring back what the last writing replaced, but for files that were changed since. None when there is nothing.

    Raises DiskError.
    """
    folder = _latest(root / MEMORY_FOLDER / BACKUPS)
    if folder is None:
        return None
    written, changed = [], []
    for path, wanted in json.loads(disk.read(folder / _WRITTEN)).items():
        if not is_content(path) or ".." in PurePosixPath(path).parts or PurePosixPath(path).is_absolute():
            continue
        target = root / "content" / path
        if _digest(_bytes(target)) == wanted:
            _put(target, _bytes(folder / "content" / path))
            written.append(path)
        else:
            changed.append(path)
    saving.save(folder / _UNDONE, b"")
    return Exchanged(folder, tuple(written), tuple(changed))


def forget(root: Path, paths: Collection[str]) -> None:
    """Keep nothing of what some files, by their paths below content/, said before.

    What was written over them can then not be taken back any more. Raises DiskError.
    """
    kept = root / MEMORY_FOLDER / BACKUPS
    for file in disk.scan(kept):
        rest = file.path.partition("/")[2]
        if rest == _WRITTEN:
            written = json.loads(disk.read(kept / file.path))
            left = {path: wanted for path, wanted in written.items() if path not in paths}
            if left != written:
                saving.save(kept / file.path, json.dumps(left, ensure_ascii=False).encode())
        elif rest.removeprefix("content/") in paths:
            saving.remove(kept / file.path)


def _latest(backups: Path) -> Path | None:
    """The newest backup that was not brought back yet."""
    found: dict[str, set[str]] = {}
    for file in disk.scan(backups):
        name, _, rest = file.path.partition("/")
        if re.fullmatch(r"\d{4,}", name):
            found.setdefault(name, set()).add(rest)
    ready = [name for name, files in found.items() if _WRITTEN in files and _UNDONE not in files]
    return backups / max(ready, key=int) if ready else None


def _bytes(file: Path) -> bytes | None:
    return disk.read(file) if disk.stamp(file) else None


def _put(file: Path, data: bytes | None) -> None:
    if data is None:
        saving.remove(file)
    else:
        saving.save(file, data)


def _digest(data: bytes | None) -> str:
    """The digest of a file's bytes; empty for no file."""
    return "" if data is None else digest.of_bytes(data).hex()
