"""The scripts for a double click: they find a Python that is new enough, from any folder, or say how to get one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT

SCRIPTS = ("xem-trang", "soan-bai")
ARGUMENTS = {"xem-trang": "build.py serve", "soan-bai": "build.py serve --open /soan-bai/"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The scripts in a folder as people name theirs, and the commands that they may use beside it."""
    found = tmp_path / "Trang của tôi & bạn (mới)"
    found.mkdir()
    for name in SCRIPTS:
        shutil.copy(ROOT / f"{name}.sh", found)
    (tmp_path / "bin").mkdir()
    for command in ("sh", "dirname", "cat"):
        (tmp_path / "bin" / command).symlink_to(shutil.which(command) or "")
    return found


def python(folder: Path, name: str, version: str) -> None:
    """A Python of a version: it answers the question for it truly, and shows what it is asked to run."""
    program = folder.parent / "bin" / name
    words = f"""#!/bin/sh
if [ "$1" = -c ]; then
  exec '{sys.executable}' -c "import sys; sys.version_info = ({version}, 0); exec(sys.argv[1])" "$2"
fi
echo "{name}: $*" && pwd
"""
    program.write_text(words, encoding="utf-8")
    program.chmod(0o755)


def run(folder: Path, script: str, *more: str) -> tuple[int, str, str]:
    done = subprocess.run(
        ["/bin/sh", str(folder / f"{script}.sh"), *more],
        cwd="/",
        env={"PATH": str(folder.parent / "bin")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_python_that_is_new_enough_is_found(folder: Path, script: str) -> None:
    python(folder, "python3", "3, 9")
    python(folder, "python3.12", "3, 12")
    code, out, _ = run(folder, script, "--port", "8100")
    assert (code, out) == (0, f"python3.12: {ARGUMENTS[script]} --port 8100\n{folder}\n")


@pytest.mark.parametrize("script", SCRIPTS)
def test_without_one_it_says_how_to_get_it(folder: Path, script: str) -> None:
    python(folder, "python3", "3, 10")
    code, out, err = run(folder, script)
    assert (code, out) == (3, "")
    assert "Máy này chưa có Python 3.11 trở lên" in err
    assert "https://www.python.org/downloads/" in err


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_scripts_of_windows_keep_to_what_its_shell_can_read(script: str) -> None:
    """No byte-order mark, nothing but ASCII before the code page is set, no label that could be missed, every path in
    quotes; see https://learn.microsoft.com/windows-server/administration/windows-commands/cmd.
    """
    text = (ROOT / f"{script}.cmd").read_bytes().decode("utf-8")
    before, _, _ = text.partition("chcp 65001 >nul\n")
    assert before.isascii()
    assert not re.search(r"^\s*:|\bgoto\b", text, re.MULTILINE | re.IGNORECASE)
    assert '"%~dp0' in text
    assert all(line.isascii() or line.startswith("echo ") for line in text.splitlines())
    assert not [line for line in text.splitlines() if line.startswith("echo ") and set(line) & set("&|<>^%")]
