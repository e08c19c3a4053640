"""Opening a file in the editor of whoever sits at this machine."""

from __future__ import annotations

import shlex
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath

TERMINAL_EDITORS = frozenset(
    "ed emacs helix hx joe kak mcedit micro nano ne nvi nvim pico vi view vim".split()
)
"""Editors that live in a terminal, where the preview already is: they cannot be opened from a browser."""

_OBEYED = frozenset('&|<>^%!"')
"""Signs in a file's name that Windows would obey: it runs `code.cmd` through its command line."""

Find = Callable[[str], str | None]
"""Where a program lies, or None: `disk.program`."""


def command_for(
    file: Path, line: int, column: int, environ: Mapping[str, str], find: Find
) -> tuple[str, ...] | None:
    """The command that opens `file` at a place: that of VISUAL, else VS Code; None when there is neither."""
    visual = shlex.split(environ.get("VISUAL", ""), posix=not environ.get("SYSTEMROOT"))
    if visual and PurePath(visual[0]).stem.lower() not in TERMINAL_EDITORS:
        program, *options = visual
        return _with_place(program, options, file, line, column)
    code = find("code")
    return _with_place(code, [], file, line, column) if code else None


def _with_place(
    program: str, options: Sequence[str], file: Path, line: int, column: int
) -> tuple[str, ...] | None:
    if program.lower().endswith((".cmd", ".bat")) and not _OBEYED.isdisjoint(str(file)):
        return None
    if PurePath(program).stem.lower() in ("code", "code-insiders", "codium", "cursor"):
        return (program, *options, "--goto", f"{file}:{line}:{column}")
    return (program, *options, str(file))


def start(command: Sequence[str]) -> bool:
    """Start a program that goes on by itself."""
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    except OSError:
        return False
    threading.Thread(target=process.wait, daemon=True).start()  # or it would stay behind as a dead process
    return True
