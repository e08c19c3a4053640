"""Writing beside what people wrote: files of theirs whole or not at all, and folders that were never there before."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from pathlib import Path

from vinhdanh.base.disk import refused


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the permissions that it had, and folders above it. Raises DiskError."""
    aside = path.with_name(f".{path.name}.vinhdanh.tmp")  # passed over by `scan`, as by every watcher
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(aside, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, aside)
        os.replace(aside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise refused(path, error) from error


def save_new(path: Path, data: bytes) -> bool:
    """Write a file that is not there yet; folders above it are made. False when it is there. Raises DiskError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    except OSError as error:
        raise refused(path, error) from error
    return True


def remove(path: Path) -> None:
    """Remove a file, which may be gone already. Raises DiskError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise refused(path, error) from error


def next_folder(parent: Path) -> Path:
    """The next of the folders 0001, 0002 …, made now: never one that was there before. Raises DiskError."""
    try:
        parent.mkdir(parents=True, exist_ok=True)
        numbers = [int(entry.name[:4]) for entry in parent.iterdir() if re.match(r"\d{4}", entry.name)]
        made = parent / f"{max(numbers, default=0) + 1:04}"
        made.mkdir()
    except OSError as error:
        raise refused(parent, error) from error
    return made
