"""What holds of the whole repository: what it says, what it leaves out, and that its READMEs are true."""

from __future__ import annotations

import re
import shlex
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import PASSED_OVER, is_ours, project_files, text_files
from tests.tools import ROOT
from vinhdanh import __version__, cli
from vinhdanh.content.reader import read_file

LARGEST = 600_000
"""Bytes: what a page of the site may not weigh, no source of it need weigh."""

READMES = ("README.md", "README.vi.md")
GUIDES = (*READMES, "docs/editors.md")

# Each pattern is written so that it does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:tmp|work|root|home|Users)/\w|\b[A-Z]:\\Users\\")
REGISTRY = re.compile(r"(?:py[p]i|pythonh[o]sted|npm[j]s|deb\.deb[i]an)\.(?:org|com)")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|HA[C]K)\b")
SKIPPED = re.compile(r"mark\.(?:ski[p]|xfai[l])|pytest\.(?:ski[p]|xfai[l]|importorski[p])|unittest\.ski[p]")

COMMAND = re.compile(r"(?:^|`)(?:python3 build\.py|vinhdanh)((?: [\w./-]+)*)\s*(?:`|#|$)")
"""A command at the start of a line or between backticks, up to a comment."""


def occurrences(pattern: re.Pattern[str], files: Iterator[Path]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {found[0]}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if (found := pattern.search(line))
    ]


def below(folder: str) -> Iterator[Path]:
    return (file for file in text_files() if file.is_relative_to(ROOT / folder))


@pytest.mark.parametrize(
    "pattern",
    [MACHINE_PATH, REGISTRY, UNFINISHED],
    ids=["machine", "registry", "unfinished"],
)
def test_nothing_is_said_that_does_not_belong_here(pattern: re.Pattern[str]) -> None:
    assert occurrences(pattern, filter(is_ours, text_files())) == []


def test_no_test_is_skipped() -> None:
    assert occurrences(SKIPPED, below("tests")) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (MACHINE_PATH, "see /" + "home/an/site"),
        (MACHINE_PATH, "'C:" + "\\Users\\an'"),
        (REGISTRY, "https://py" + "pi.org/simple"),
        (UNFINISHED, "# TO" + "DO: later"),
        (SKIPPED, "@pytest.mark.ski" + "pif(True)"),
        (SKIPPED, "pytest.importorski" + "p('nh3')"),
    ],
)
def test_what_does_not_belong_is_seen(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_texts_are_utf8_with_unix_lines() -> None:
    faults = []
    for file in text_files():
        data = file.read_bytes()
        data.decode("utf-8")
        if data.startswith(b"\xef\xbb\xbf") or b"\r" in data:
            faults.append(str(file.relative_to(ROOT)))
    assert faults == []


@pytest.mark.parametrize("folder", ["content", "templates", "vinhdanh", "docs"])
def test_vietnamese_is_composed(folder: str) -> None:
    texts = {str(file): file.read_text(encoding="utf-8") for file in filter(is_ours, below(folder))}
    assert [file for file, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_no_file_is_large() -> None:
    assert [str(file) for file in filter(is_ours, project_files()) if file.stat().st_size > LARGEST] == []


def test_git_ignores_what_is_not_ours() -> None:
    ignored = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()}
    assert set(PASSED_OVER) - {".git"} <= ignored
    assert (ROOT / "site" / ".gitignore").read_text(encoding="utf-8").split() == ["*", "!.gitignore"]


def test_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[?(?:{re.escape(__version__)}|Unreleased)\b", text, re.MULTILINE)


def test_licence_is_apache() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert all(part in text for part in ("Apache License", "Version 2.0, January 2004", "END OF TERMS"))


def commands() -> Iterator[tuple[str, str]]:
    """Each guide and each command line that it shows."""
    for name in GUIDES:
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            yield from ((name, found[1].strip()) for found in COMMAND.finditer(line))


def test_readmes_open_with_the_two_commands() -> None:
    for name in READMES:
        shown = [command for readme, command in commands() if readme == name]
        assert shown[:2] == ["", "test"], name


def test_examples_of_the_guides_read_without_a_problem() -> None:
    examples = [
        (name, textwrap.dedent(found[1]))
        for name in GUIDES
        for found in re.finditer(
            r"^ *```markdown\n(.*?)^ *```$", (ROOT / name).read_text("utf-8"), re.M | re.S
        )
    ]
    assert {name for name, _ in examples} == {"README.vi.md", "docs/editors.md"}
    for name, text in examples:
        path = "stories/a.md" if "features:" in text else "people/a.md"
        reading = read_file(path, text.encode(), {}, noticing=True)
        assert (reading.problems, reading.notices) == ((), ()), name


def test_commands_of_the_guides_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in sorted(set(commands())):
        words = shlex.split(command)
        options = [word for word in words if word.startswith("-")]
        chosen = words[0] if words and not words[0].startswith("-") else "build"
        if chosen == "test":
            continue
        with pytest.raises(SystemExit) as leaving:
            cli.main([chosen, "--help"])
        assert leaving.value.code == 0, f"{name}: {command}"
        offered = capsys.readouterr().out
        assert all(option in offered for option in options), f"{name}: {command}"
