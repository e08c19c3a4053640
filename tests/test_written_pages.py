"""The pages in docs/ that commands write say what the program says, today."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.tools import ROOT
from vinhdanh import manual
from vinhdanh.editing import reference

PAGES = {
    "docs/model.md": (reference.COMMAND, reference.model_reference),
    "docs/problems.md": (manual.COMMAND, manual.problem_reference),
}


@pytest.mark.parametrize(("page", "command", "written"), [(page, *how) for page, how in PAGES.items()])
def test_a_page_is_up_to_date_and_its_command_writes_it(
    page: str, command: str, written: Callable[[], str]
) -> None:
    text = written()
    assert (ROOT / page).read_text(encoding="utf-8") == text, f"{page} is out of date; run: {command}"
    python, _, rest = command.partition(" ")
    arguments, _, target = rest.partition(" > ")
    assert (python, target) == ("python3", page)
    said = subprocess.run(
        [sys.executable, *arguments.split()], cwd=ROOT, capture_output=True, check=True
    ).stdout
    assert said.decode("utf-8") == text
