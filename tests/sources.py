"""The project's own files as git would list them, without git: a copy without its history is tested too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.tools import ROOT

PASSED_OVER = (
    ".cache",
    ".git",
    ".hypothesis",
    ".idea",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".schema",
    ".venv",
    ".vinhdanh",
    ".vscode",
    "__pycache__",
    "build",
    "dist",
    "node_modules",
)
"""Folders that are never the project's own, at any depth; but for git's own, .gitignore names them all."""

NOT_OURS = (".DS_Store", ".git", "frontmatter.json")
"""Files that are never the project's own; in a work tree beside the main one, `.git` is a file."""

BINARY = (".gif", ".ico", ".jpeg", ".jpg", ".pdf", ".png", ".webp", ".avif", ".woff2", ".zip")
"""Endings of files that are no text."""


VENDORED = ("vinhdanh/preview/client/idiomorph.js", "vinhdanh/preview/client/sveltia/")
"""Files of other projects, as they were published."""


def is_ours(file: Path) -> bool:
    """Whether a file was written by this project."""
    return not file.relative_to(ROOT).as_posix().startswith(VENDORED)


def project_files() -> Iterator[Path]:
    """Every file of the project, in order, but for what a build, a tool or an editor leaves behind."""
    for folder, folders, names in os.walk(ROOT):
        built = ["site"] if Path(folder) == ROOT else []
        folders[:] = sorted(set(folders) - {*PASSED_OVER, *built})
        yield from (Path(folder, name) for name in sorted(names) if name not in NOT_OURS)
    yield ROOT / "site" / ".gitignore"


def text_files() -> Iterator[Path]:
    """Those of the project's files that are text."""
    return (file for file in project_files() if file.suffix.lower() not in BINARY)
