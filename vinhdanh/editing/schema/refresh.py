"""Writing the help for editors beside the content, where something of it changed."""

from __future__ import annotations

from pathlib import Path

from vinhdanh.base import disk, saving
from vinhdanh.base.calls import SYSTEM, Calls
from vinhdanh.base.problems import Problem
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.editing.schema import help_files, messages
from vinhdanh.editing.schema.ownership import is_ours


def help_editors(root: Path, catalogue: Catalogue, calls: Calls = SYSTEM) -> Problem | None:
    """As `refresh`. A folder that cannot be written goes without, which the problem tells."""
    try:
        refresh(root, catalogue, calls)
    except disk.DiskError as error:
        return messages.NO_HELP.at(None, reason=f"{error.path}: {error.reason}")
    return None


def refresh(root: Path, catalogue: Catalogue, calls: Calls = SYSTEM) -> int:
    """Bring the files below `root` up to date; gives how many were written.

    A file that is not ours, or that somebody changed, is left alone. Raises DiskError.
    """
    files = help_files(catalogue)
    there = disk.stamps(root, files)
    stale = [path for path, text in files.items() if path not in there or _is_outdated(root / path, text)]
    for path in stale:
        saving.save(root / path, files[path].encode(), calls)
    return len(stale)


def _is_outdated(path: Path, wanted: str) -> bool:
    written = disk.read(path).decode("utf-8", "replace")
    return written.replace("\r\n", "\n") != wanted and is_ours(written)
