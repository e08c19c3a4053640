"""Which program opens a file."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from vinhdanh.preview.editor import command_for, start

FILE = Path("/trang/content/people/hoa.md")
CODE = "/usr/bin/code"


@pytest.mark.parametrize(
    ("environ", "code", "command"),
    [
        ({}, CODE, (CODE, "--goto", f"{FILE}:2:7")),
        ({}, None, None),
        ({"VISUAL": ""}, CODE, (CODE, "--goto", f"{FILE}:2:7")),
        ({"VISUAL": "gedit --new-window"}, CODE, ("gedit", "--new-window", str(FILE))),
        ({"VISUAL": "code --wait"}, None, ("code", "--wait", "--goto", f"{FILE}:2:7")),
        ({"VISUAL": "'/opt/my editor/edit' -n"}, None, ("/opt/my editor/edit", "-n", str(FILE))),
        ({"VISUAL": "vim"}, None, None),
        ({"VISUAL": "/usr/bin/nano -l"}, CODE, (CODE, "--goto", f"{FILE}:2:7")),
    ],
)
def test_the_editor_of_the_system_is_asked(
    environ: dict[str, str], code: str | None, command: tuple[str, ...] | None
) -> None:
    assert command_for(FILE, 2, 7, environ, lambda name: code) == command


def test_names_that_windows_would_obey_are_not_given_to_its_command_line() -> None:
    code = r"C:\VS Code\bin\code.CMD"
    for name, opened in (("hoa.md", True), ("a&calc.md", False), ("a%PATH%.md", False)):
        file = Path(PurePosixPath("/trang", name))
        assert (command_for(file, 1, 1, {}, lambda _: code) is not None) is opened


def test_a_program_that_is_not_there_opens_nothing() -> None:
    assert not start(["no-such-program-anywhere", "x"])
