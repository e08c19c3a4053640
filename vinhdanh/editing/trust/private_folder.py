"""The folder of what is nobody's business but the editors': reports, proofs, consents. It is never published."""

from __future__ import annotations

from pathlib import Path

from vinhdanh.base import disk, saving
from vinhdanh.content.private import PRIVATE_FOLDER

MOST = 1000
"""Files of one name that are kept beside each other."""

PROOFS, WITHDRAWALS, CONSENTS = "proofs", "withdrawals", "consents"
"""Folders in it."""

_IGNORED = "# Riêng tư: không đưa vào git, không đăng · private: neither committed nor published\n*\n"


def keep(root: Path, path: str, text: str) -> Path:
    """Write a text below the private folder of a showcase, which git is told to pass over. Raises DiskError."""
    folder = root / PRIVATE_FOLDER
    saving.save_new(folder / ".gitignore", _IGNORED.encode())
    saving.save(folder / path, text.encode())
    return folder / path


def keep_beside(root: Path, path: str, text: str) -> Path:
    """Write a text as `keep` does, beside what was kept before under that path: with -2, -3 … in its name."""
    folder = root / PRIVATE_FOLDER
    stem, dot, ending = path.rpartition(".")
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{dot}{ending}" for number in range(1, MOST))
    free = next((name for name in names if not disk.stamp(folder / name)), path)
    return keep(root, free, text)
