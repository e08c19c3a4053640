"""What all tests share: outside tools, Hypothesis's settings, and the real site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import CodeType

import jinja2
import pytest
from filelock import FileLock
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase
from jinja2.bccache import Bucket

from tests import tools
from vinhdanh.base import digest
from vinhdanh.render import workers
from vinhdanh.render.derivation import STORE
from vinhdanh.render.imaging import jobs
from vinhdanh.render.outcome import MEMORY_FOLDER

KEPT = f"{MEMORY_FOLDER}/{STORE}"
"""Pictures that were made before; their keys hold all that decides them, so that only new ones are made again."""

# A slow machine is no failure. CI tries the same examples each time; a person's machine looks for new ones.
examples = DirectoryBasedExampleDatabase(tools.ROOT / ".cache" / "hypothesis")
settings.register_profile("local", deadline=None, database=examples)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if tools.in_ci() else "local")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run on this machine; in CI nothing is left out."""
    if tools.in_ci():
        return
    left_out = [item for item in items if _unmet(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not _unmet(item)]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """In CI, a test whose tools are absent fails."""
    for tool in _unmet(item):
        pytest.fail(f"needs {tool.name}: {tool.advice}", pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was left out, whoever started pytest."""
    if lacking := tools.absent():
        terminalreporter.write_line(tools.not_run(lacking), red=True, bold=True)


def _unmet(item: pytest.Item) -> list[tools.Tool]:
    names = [name for marker in item.iter_markers("needs") for name in marker.args]
    return [tools.TOOLS[name] for name in names if tools.TOOLS[name].find() is None]


class _Compiled(jinja2.BytecodeCache):
    """Templates that were compiled before in this process, by their names and texts."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._code[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """The project's templates are compiled once for all builds of small sites, not for each: half of what one costs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2, "Environment", partial(jinja2.Environment, bytecode_cache=_Compiled()))
        yield


@pytest.fixture(autouse=True)
def _quick_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share cards are painted in tests of their own; in all others a card is its plain value, made here and at once."""
    monkeypatch.setattr(
        jobs, "cards", lambda media, batch, fonts: tuple(digest.canonical(what) for what in batch)
    )
    monkeypatch.setattr(workers, "pool", lambda seconds, jobs=0: None)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public site made of the project's own content by the real command: once, for all processes of a test run."""
    own = tmp_path_factory.getbasetemp()
    root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "showcase"
    with FileLock(f"{root}.lock"):
        if not root.exists():
            _build_site(root)
    return root / "site"


def _build_site(root: Path) -> None:
    unfinished = root.with_name("showcase-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for name in ("content", "templates", KEPT):
        if (tools.ROOT / name).is_dir():
            shutil.copytree(tools.ROOT / name, unfinished / name)
    command = [sys.executable, str(tools.ROOT / "build.py"), "build", "--root", str(unfinished)]
    built = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert built.returncode == 0, built.stderr.decode("utf-8", "replace")
    unfinished.rename(root)
