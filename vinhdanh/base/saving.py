"""Writing beside what people wrote: files of theirs whole or not at all, and folders that were never there before."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from vinhdanh.base.calls import SYSTEM, Calls
from vinhdanh.base.disk import refused


def save(path: Path, data: bytes, calls: Calls = SYSTEM) -> None:
    """Write a file whole or not at all, with the permissions that it had, and folders above it. Raises DiskError."""
    aside = _aside(path)
    try:
        calls.make_folder(path.parent)
        calls.write(aside, data, durable=True)
        with contextlib.suppress(FileNotFoundError):
            calls.copy_mode(path, aside)
        calls.move(aside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            calls.remove(aside)
        raise refused(path, error) from error


def save_new(path: Path, data: bytes, calls: Calls = SYSTEM) -> bool:
    """Write a file that is not there yet, whole or not at all; folders above it are made.

    False when it is there. Raises DiskError.
    """
    aside = _aside(path)
    try:
        calls.make_folder(path.parent)
        calls.write(aside, data, durable=True)
        return _moved(aside, path, calls)
    except OSError as error:
        raise refused(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            calls.remove(aside)


def _moved(aside: Path, path: Path, calls: Calls) -> bool:
    try:
        calls.move_new(aside, path)
    except FileExistsError:
        return False
    return True


def _aside(path: Path) -> Path:
    """Where a file waits until it is whole: passed over by `scan`, as by every watcher, and no other process's."""
    return path.with_name(f".{path.name}.{os.getpid()}.vinhdanh.tmp")


def remove(path: Path, calls: Calls = SYSTEM) -> None:
    """Remove a file, which may be gone already. Raises DiskError."""
    try:
        calls.remove(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise refused(path, error) from error


def next_folder(parent: Path, calls: Calls = SYSTEM) -> Path:
    """The next of the folders 0001, 0002 …, made now: never one that was there before. Raises DiskError."""
    try:
        calls.make_folder(parent)
        numbers = [int(entry.name[:4]) for entry in parent.iterdir() if re.match(r"\d{4}", entry.name)]
        made = parent / f"{max(numbers, default=0) + 1:04}"
        calls.make_folder(made, fresh=True)
    except OSError as error:
        raise refused(parent, error) from error
    return made
