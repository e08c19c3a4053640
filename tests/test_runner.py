"""The run of all checks: what is absent is told and, in CI, fails; the last line counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import conftest, tools
from tests.__main__ import CHECKS, Tally, close, main

THERE = tools.Tool("there", lambda: Path("there"), "nothing to do")
GONE = tools.Tool("gone", lambda: None, "install it")


class Item:
    """Stands for a test that needs some tools."""

    def __init__(self, *needs: str) -> None:
        self.needs = needs

    def iter_markers(self, name: str) -> Iterator[SimpleNamespace]:
        assert name == "needs"
        yield SimpleNamespace(args=self.needs)


@pytest.fixture
def two_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "TOOLS", {tool.name: tool for tool in (THERE, GONE)})


@pytest.mark.parametrize(
    ("value", "ci"), [(None, False), ("", False), ("0", False), ("false", False), ("1", True), ("true", True)]
)
def test_ci_is_known_by_its_variable(monkeypatch: pytest.MonkeyPatch, value: str | None, ci: bool) -> None:
    if value is None:
        monkeypatch.delenv("CI", raising=False)
    else:
        monkeypatch.setenv("CI", value)
    assert tools.in_ci() is ci


@pytest.mark.usefixtures("two_tools")
@pytest.mark.parametrize(("ci", "left"), [("", 2), ("1", 3)], ids=["local", "ci"])
def test_only_a_persons_machine_leaves_tests_out(monkeypatch: pytest.MonkeyPatch, ci: str, left: int) -> None:
    monkeypatch.setenv("CI", ci)
    items = [Item(), Item("there"), Item("there", "gone")]
    config = SimpleNamespace(hook=SimpleNamespace(pytest_deselected=lambda items: None))
    conftest.pytest_collection_modifyitems(config, items)  # type: ignore[arg-type]
    assert len(items) == left


@pytest.mark.usefixtures("two_tools")
def test_a_test_without_its_tool_fails_when_it_is_run() -> None:
    conftest.pytest_runtest_setup(Item("there"))  # type: ignore[arg-type]
    with pytest.raises(pytest.fail.Exception, match="needs gone: install it"):
        conftest.pytest_runtest_setup(Item("there", "gone"))  # type: ignore[arg-type]


@pytest.mark.usefixtures("two_tools")
@pytest.mark.parametrize(
    ("ci", "passed", "failed", "faults", "code", "last"),
    [
        ("", 5, 0, [], 0, "8 passed, 0 failed"),
        ("1", 5, 0, [], 1, "8 passed, 1 failed"),
        ("", 5, 2, [], 1, "8 passed, 2 failed"),
        ("", 5, 0, ["ruff check"], 1, "7 passed, 1 failed"),
        ("", 0, 0, ["pytest (no tests collected)"], 1, "3 passed, 1 failed"),
    ],
    ids=["good", "tool-gone-in-ci", "test-fails", "check-fails", "no-tests"],
)
def test_last_line_counts(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    ci: str,
    passed: int,
    failed: int,
    faults: list[str],
    code: int,
    last: str,
) -> None:
    monkeypatch.setenv("CI", ci)
    tally = Tally()
    tally.passed, tally.failed = passed, failed
    assert len(CHECKS) == 3
    assert close(tally, faults, fast=False) == code
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == last
    assert "KHÔNG CHẠY ĐƯỢC / NOT RUN: tests that need gone (install it)" in lines


def test_fast_says_what_it_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert close(Tally(), [], fast=True) == 0
    assert capsys.readouterr().out.startswith("KHÔNG CHẠY / NOT RUN: tests with a browser or the network")


def test_help_runs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "--fast" in capsys.readouterr().out


def test_another_version_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tools, "FETCHED", tmp_path)
    assert tools.axe() is None
    manifest = tmp_path / tools.MANIFEST.name
    manifest.write_bytes(tools.MANIFEST.read_bytes())
    assert tools.axe() == tmp_path / "node_modules" / "axe-core" / "axe.min.js"
    manifest.write_text('{"dependencies": {"axe-core": "1.0.0"}}', encoding="utf-8")
    assert tools.axe() is None
