"""Where the templates of a showcase lie."""

from __future__ import annotations

from pathlib import Path

from vinhdanh.base import disk


def folder_of(root: Path) -> Path:
    """The templates of a showcase: its own if it has any, else the project's, else those of the installed package."""
    package = Path(__file__).resolve().parent.parent
    for folder in (root / "templates", package.parent / "templates"):
        if disk.is_folder(folder):
            return folder
    return package / "templates"
