"""Outputs that are made in other processes are those that are made here."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.render import engine, makers, rendering, theme, workers
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.pipeline import Options, build
from vinhdanh.render.planned import Planned, prepare
from vinhdanh.render.publication import html_of
from vinhdanh.render.theme_folder import folder_of
from vinhdanh.render.workers import pool
from vinhdanh.showcase.spec import Output

ENGINE = b"e"


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


def made(root: Path, planned: Planned, memory: Memory, executor: Executor | None) -> dict[str, bytes]:
    """All outputs of a plan but pictures, made by an executor, or here."""
    outputs = [each for each in planned.outputs if each.maker not in ("card", "picture")]
    place = rendering.Place(folder_of(root), planned.theme.digest, engine_digest())

    def html(digest: str) -> str:
        return html_of(memory, ENGINE, digest)

    found = rendering.render(outputs, planned.theme, place, html, lambda seconds: executor)
    return {output.path: data for output, data in found}


EXECUTORS: dict[str, Callable[[], Executor]] = {
    "threads": lambda: ThreadPoolExecutor(3),
    "processes that are started afresh": lambda: ProcessPoolExecutor(2, get_context("spawn")),
}


@pytest.mark.parametrize("executor", EXECUTORS.values(), ids=EXECUTORS.keys())
def test_other_processes_make_the_same_bytes(showcase: Showcase, executor: Callable[[], Executor]) -> None:
    memory = Memory(None)
    planned = prepare(showcase.root, TODAY, memory, ENGINE)
    alone = made(showcase.root, planned, memory, None)
    assert len(alone) > 2 * rendering.BATCH
    assert made(showcase.root, planned, memory, executor()) == alone


def test_a_build_with_helpers_publishes_what_one_without_does(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Cards that a test makes cannot be sent to other processes.
    showcase.write("site.yaml", showcase.read("site.yaml") + "no_share_cards: có\n")
    opened: list[Executor | None] = []

    def opening(seconds: float, jobs: int = 0) -> Executor | None:
        opened.append(pool(100 * seconds, jobs))
        return opened[-1]

    monkeypatch.setattr(workers, "pool", opening)
    folders = [showcase.root.parent / name for name in ("one", "two")]
    for jobs, folder in enumerate(folders, 1):
        shutil.rmtree(showcase.root / ".vinhdanh", ignore_errors=True)
        assert build(Options(showcase.root, folder, TODAY, jobs=jobs)).published
    assert [executor is None for executor in opened] == [True, True, False, False]
    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in folders
    )
    assert one == two


@pytest.fixture
def themed(showcase: Showcase) -> Showcase:
    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    return showcase


def test_a_template_that_fails_elsewhere_is_told_with_its_line(themed: Showcase) -> None:
    person = themed.root / "templates/person.html"
    text = person.read_text(encoding="utf-8")
    assert "{% block sections %}" in text
    person.write_text(
        text.replace("{% block sections %}", "{% block sections %}{{ nothing.here }}"), encoding="utf-8"
    )
    memory = Memory(None)
    planned = prepare(themed.root, TODAY, memory, ENGINE)
    with pytest.raises(TemplateError) as caught:
        made(themed.root, planned, memory, ThreadPoolExecutor(2))
    place = caught.value.problem.location
    assert place
    assert place.file == "templates/person.html"


def test_a_theme_that_changes_during_the_build_stops_it(themed: Showcase) -> None:
    memory = Memory(None)
    planned = prepare(themed.root, TODAY, memory, ENGINE)
    (themed.root / "templates/assets/base.css").write_text("a{}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        made(themed.root, planned, memory, ThreadPoolExecutor(2))
    assert caught.value.problem.code == "theme-changed"


def test_a_helper_with_another_engine_is_refused(showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "own_digest", lambda: b"another")
    memory = Memory(None)
    planned = prepare(showcase.root, TODAY, memory, ENGINE)
    with pytest.raises(TemplateError) as caught:
        made(showcase.root, planned, memory, ThreadPoolExecutor(2))
    assert caught.value.problem.code == "other-engine"


def test_a_theme_is_made_of_the_same_files_once(themed: Showcase) -> None:
    folder = folder_of(themed.root)
    first = theme.load(folder)
    assert theme.load(folder) is first
    assert theme.load(folder, hashed=False) is not first
    (folder / "assets/base.css").write_text("a{}", encoding="utf-8")
    assert theme.load(folder).digest != first.digest


def test_files_that_the_theme_has_ready_are_not_sent_around(showcase: Showcase) -> None:
    memory = Memory(None)
    planned = prepare(showcase.root, TODAY, memory, ENGINE)
    copies: list[Output] = [each for each in planned.outputs if each.maker == makers.COPY]
    sent: list[tuple[object, ...]] = []

    class Counting(ThreadPoolExecutor):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            sent.append(args)
            return super().submit(fn, *args, **kwargs)

    found = made(showcase.root, planned, memory, Counting(2))
    assert copies
    assert all(found[each.path] == planned.theme.assets[each.path] for each in copies)
    assert not {each.path for each in copies} & {each.path for _, batch, _ in sent for each in batch}  # type: ignore[attr-defined]
