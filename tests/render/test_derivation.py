"""What is dear to make is made once: kept by what decides it, made in other processes when that pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from tests.photographs import photograph
from vinhdanh.base import digest, disk
from vinhdanh.render.derivation import Derivation
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.imaging import photographs
from vinhdanh.render.workers import FORKED_WORTH_SECONDS, WORTH_SECONDS, pool
from vinhdanh.showcase.spec import Output


class Kitchen:
    """A folder of originals, a store, and outputs to make of them."""

    def __init__(self, folder: Path) -> None:
        self.media = folder / "media"
        self.media.mkdir()
        self.store = disk.Store(folder / "derived")
        self.asked: list[float] = []

    def output(self, name: str, width: int = 30) -> Output:
        data = photograph((300, 200), orientation=1)
        (self.media / f"{name}.jpg").write_bytes(data)
        what = {
            "source": f"{name}.jpg",
            "digest": digest.of_bytes(data).hex(),
            "box": (0, 0, 300, 200),
            "size": (width, 20),
            "format": "jpg",
        }
        return Output(f"anh/{name}-{width}.jpg", "picture", {"picture": what}, "content/media")

    def make(
        self, outputs: Sequence[Output], executor: Executor | None = None, recipe: bytes = b"r"
    ) -> dict[str, bytes]:
        def opening(seconds: float) -> Executor | None:
            self.asked.append(seconds)
            return executor

        making = Derivation(self.store, self.media, {}, recipe, opening).make(outputs, outputs)
        return {output.path: data for output, data in making}


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each picture was developed into, in order."""
    found: list[int] = []
    develop: Callable[..., Any] = photographs.develop

    def counted(data: bytes, targets: Sequence[photographs.Target]) -> tuple[bytes, ...]:
        found.append(len(targets))
        return tuple(develop(data, targets))

    monkeypatch.setattr(photographs, "develop", counted)
    return found


def test_a_photograph_is_opened_once_for_all_its_files(kitchen: Kitchen, made: list[int]) -> None:
    outputs = [kitchen.output("a", 30), kitchen.output("b"), kitchen.output("a", 60)]
    assert set(kitchen.make(outputs)) == {output.path for output in outputs}
    assert made == [2, 1]


def test_nothing_is_made_twice(kitchen: Kitchen, made: list[int]) -> None:
    first = kitchen.make([kitchen.output("a")])
    assert kitchen.make([kitchen.output("a")]) == first
    assert made == [1]


def test_another_recipe_makes_it_anew(kitchen: Kitchen, made: list[int]) -> None:
    kitchen.make([kitchen.output("a")])
    kitchen.make([kitchen.output("a")], recipe=b"s")
    assert made == [1, 1]


def test_what_has_rotted_is_made_anew(kitchen: Kitchen, made: list[int], tmp_path: Path) -> None:
    first = kitchen.make([kitchen.output("a")])
    (kept,) = (path for path in (tmp_path / "derived").rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-1])
    assert kitchen.make([kitchen.output("a")]) == first
    assert made == [1, 1]


def test_what_is_planned_no_more_is_forgotten(kitchen: Kitchen, tmp_path: Path) -> None:
    kitchen.make([kitchen.output("a")])
    kitchen.make([kitchen.output("b")])
    assert sum(path.is_file() for path in (tmp_path / "derived").rglob("*")) == 1


def test_one_picture_asks_for_no_other_process(kitchen: Kitchen) -> None:
    kitchen.make([kitchen.output("a", 30), kitchen.output("a", 60)])
    assert kitchen.asked == []


def test_many_pictures_go_to_whatever_executor_there_is(kitchen: Kitchen, made: list[int]) -> None:
    outputs = [kitchen.output(str(number)) for number in range(80)]
    found = kitchen.make(outputs, ThreadPoolExecutor(3))
    assert set(found) == {output.path for output in outputs}
    assert len(made) == 80
    assert len(kitchen.asked) == 1


def test_processes_that_are_started_afresh_make_the_same(kitchen: Kitchen) -> None:
    outputs = [kitchen.output(name) for name in "abcd"]
    alone = kitchen.make(outputs)
    together = kitchen.make(outputs, pool(8) or pytest.fail("no pool"), recipe=b"s")
    assert together == alone


def test_some_work_is_needed_to_start_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert pool(WORTH_SECONDS * 0.9) is None
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert pool(FORKED_WORTH_SECONDS * 0.9) is None
    assert pool(100.0, jobs=1) is None


@pytest.mark.parametrize(("threads", "method"), [(1, "fork"), (2, "spawn")])
def test_processes_are_copies_only_where_that_is_safe(
    threads: int, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, str]] = []
    monkeypatch.setattr("threading.active_count", lambda: threads)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(
        "concurrent.futures.ProcessPoolExecutor",
        lambda count, context, begin: asked.append((count, context.get_start_method())),
    )
    pool(100.0, jobs=3)
    assert asked == [(3, method)]


def test_an_original_that_changes_during_the_build_stops_it(kitchen: Kitchen) -> None:
    outputs = [kitchen.output(name) for name in "ab"]
    (kitchen.media / "a.jpg").write_bytes(b"something else")
    for executor in (None, pool(8)):
        with pytest.raises(disk.DiskError, match=r"a\.jpg"):
            kitchen.make(outputs, executor)


def test_a_picture_that_fails_after_all_is_a_problem(
    kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> tuple[bytes, ...]:
        raise MemoryError

    monkeypatch.setattr(photographs, "develop", refuse)
    with pytest.raises(TemplateError) as caught:
        kitchen.make([kitchen.output("a")])
    assert caught.value.problem.code == "picture-unreadable"


class Killed(ThreadPoolExecutor):
    """An executor whose worker the system has stopped."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        broken: Future[Any] = Future()
        broken.set_exception(BrokenProcessPool())
        return broken


def test_a_worker_that_was_stopped_is_a_problem(kitchen: Kitchen) -> None:
    with pytest.raises(TemplateError) as caught:
        kitchen.make([kitchen.output("a"), kitchen.output("b")], Killed())
    assert caught.value.problem.code == "worker-lost"
