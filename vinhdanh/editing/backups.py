"""Writes mended files, with what they said before kept aside; brings that back.

Each writing has a folder of its own below `.vinhdanh/backup/`, numbered and never used again: `content/` in it holds
the former files at their paths, so that one can also be copied back by hand. `clean` leaves these folders alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from vinhdanh.base import digest, disk, saving
from vinhdanh.content.loading import is_content
from vinhdanh.editing.mending import Mended
from vinhdanh.render.outcome import MEMORY_FOLDER

BACKUPS = "backup"
"""The folder of all backups, below that of the memory."""

_WRITTEN = "written.json"
"""In each backup: the digest of what was written, by path, so that only that is ever taken back."""

_UNDONE = "undone"
"""In each backup that was brought back: an empty file of this name."""


class Exchanged(NamedTuple):
    """What a writing did: the backup's folder, the files that were written, those that had changed meanwhile."""

    folder: Path
    written: tuple[str, ...]
    changed: tuple[str, ...]


def write(root: Path, files: Iterable[Mended]) -> Exchanged:
    """Write files that were mended, each whole or not at all, after all of them were kept. Raises DiskError."""
    content = root / "content"
    folder = saving.next_folder(root / MEMORY_FOLDER / BACKUPS)
    ready, changed = [], []
    for file in files:
        if disk.read(content / file.path) == file.before:
            saving.save(folder / "content" / file.path, file.before)
            ready.append(file)
        else:
            changed.append(file.path)
    digests = {file.path: digest.of_bytes(file.after).hex() for file in ready}
    saving.save(folder / _WRITTEN, json.dumps(digests, ensure_ascii=False).encode())
    for file in ready:
        saving.save(content / file.path, file.after)
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
        if _digest(target) == wanted:
            saving.save(target, disk.read(folder / "content" / path))
            written.append(path)
        else:
            changed.append(path)
    saving.save(folder / _UNDONE, b"")
    return Exchanged(folder, tuple(written), tuple(changed))


def _latest(backups: Path) -> Path | None:
    """The newest backup that was not brought back yet."""
    found: dict[str, set[str]] = {}
    for file in disk.scan(backups):
        name, _, rest = file.path.partition("/")
        if re.fullmatch(r"\d{4,}", name):
            found.setdefault(name, set()).add(rest)
    ready = [name for name, files in found.items() if _WRITTEN in files and _UNDONE not in files]
    return backups / max(ready, key=int) if ready else None


def _digest(file: Path) -> str:
    try:
        return digest.of_bytes(disk.read(file)).hex()
    except disk.DiskError:
        return ""
