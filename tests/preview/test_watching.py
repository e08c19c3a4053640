"""Watching folders: every way in which editors save, what is not a save, and systems that tell nothing."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from watchdog.observers import Observer

from vinhdanh.base.problems import Problem
from vinhdanh.preview import watching
from vinhdanh.preview.changes import Snapshot
from vinhdanh.preview.watching import Mode, Watch

PATIENCE_SECONDS = 60.0

HOA, SON = "content/people/hoa.md", "content/people/son.md"


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVENTS_EVERY", 0.5)
    monkeypatch.setattr(watching, "POLL_EVERY", 0.02)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in (HOA, SON, "templates/base.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("một", encoding="utf-8")
    return tmp_path


def folders(root: Path) -> Callable[[], Mapping[str, Path]]:
    return lambda: {"content": root / "content", "templates": root / "templates"}


def write_whole(file: Path) -> None:
    file.write_text("hai lần", encoding="utf-8")


def write_in_pieces(file: Path) -> None:
    with file.open("w", encoding="utf-8") as opened:
        for piece in ("hai ", "lần"):
            opened.write(piece)
            opened.flush()


def write_aside_and_rename(file: Path) -> None:
    aside = file.with_name(f".{file.name}.tmp")
    aside.write_text("hai lần", encoding="utf-8")
    aside.replace(file)


def rename_away_and_write(file: Path) -> None:
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text("hai lần", encoding="utf-8")


def delete_and_write(file: Path) -> None:
    file.unlink()
    file.write_text("hai lần", encoding="utf-8")


def link_into_place(file: Path) -> None:
    aside = file.with_name("~$hoa.md")
    aside.write_text("hai lần", encoding="utf-8")
    file.unlink()
    os.link(aside, file)


SAVES = (
    write_whole,
    write_in_pieces,
    write_aside_and_rename,
    rename_away_and_write,
    delete_and_write,
    link_into_place,
)


def gather(watch: Watch, wanted: set[str]) -> set[str]:
    """What a watch tells until it has told all that is wanted."""
    told: set[str] = set()
    while not wanted <= told:
        found = watch.wait(PATIENCE_SECONDS)
        assert found, f"only {told} of {wanted}"
        told |= found
    return told


@pytest.fixture(params=[Mode.EVENTS, Mode.POLL])
def watch(root: Path, request: pytest.FixtureRequest) -> Iterator[Watch]:
    found = Watch(root, folders(root), request.param)
    assert found.by_events is (request.param is Mode.EVENTS)
    yield found
    found.stop()


def test_every_way_of_saving_is_seen(root: Path, watch: Watch) -> None:
    for number, save in enumerate(SAVES):
        (root / HOA).write_text("một" * (number + 2), encoding="utf-8")
        gather(watch, {HOA})
        save(root / HOA)
        assert gather(watch, {HOA}) == {HOA}, save.__name__


def test_what_editors_leave_beside_a_file_is_no_save(root: Path, watch: Watch) -> None:
    for name in (".hoa.md.swp", "hoa.md~", "~$hoa.md", "hoa.md.tmp", "4913", "Thumbs.db", ".sveltia-tmp-1"):
        (root / "content/people" / name).write_text("x", encoding="utf-8")
    (root / HOA).read_text(encoding="utf-8")
    os.utime(root / HOA, ns=((root / HOA).stat().st_atime_ns, (root / HOA).stat().st_mtime_ns))
    (root / SON).write_text("hai", encoding="utf-8")
    assert watch.wait(PATIENCE_SECONDS) == {SON}


def test_folders_come_go_and_get_other_names(root: Path, watch: Watch) -> None:
    (root / "content/people").rename(root / "content/nguoi")
    gather(watch, {HOA, SON, "content/nguoi/hoa.md", "content/nguoi/son.md"})
    shutil.rmtree(root / "content/nguoi")
    gather(watch, {"content/nguoi/hoa.md", "content/nguoi/son.md"})
    (root / "content/a/b").mkdir(parents=True)
    (root / "content/a/b/c.md").write_text("x", encoding="utf-8")
    gather(watch, {"content/a/b/c.md"})


def test_the_content_folder_itself_may_go_and_come_back(root: Path, watch: Watch) -> None:
    (root / "content").rename(root / "noi-dung")
    gather(watch, {HOA, SON})
    (root / "noi-dung").rename(root / "content")
    gather(watch, {HOA, SON})
    (root / HOA).write_text("sau đó", encoding="utf-8")
    assert gather(watch, {HOA}) == {HOA}


def test_what_is_saved_between_two_waits_is_not_lost(root: Path, watch: Watch) -> None:
    (root / HOA).write_text("hai", encoding="utf-8")
    gather(watch, {HOA})
    for number in range(500):
        (root / f"content/people/{number}.md").write_text("x", encoding="utf-8")
    gather(watch, {f"content/people/{number}.md" for number in range(500)})


def test_stopping_ends_the_wait(root: Path, watch: Watch) -> None:
    threading.Timer(0.05, watch.stop).start()
    assert watch.wait(PATIENCE_SECONDS) == frozenset()
    assert watch.is_stopped


def test_waiting_has_an_end(root: Path, watch: Watch) -> None:
    assert watch.wait(0.0) == frozenset()


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EMFILE])
def test_without_events_it_says_so_and_looks(root: Path, reason: int) -> None:
    class Exhausted(Observer):  # type: ignore[misc, valid-type]
        def schedule(self, *given: object, **named: object) -> None:
            raise OSError(reason, os.strerror(reason))

    told: list[Problem] = []
    watch = Watch(root, folders(root), Mode.AUTO, told.append, Exhausted)
    assert [problem.code for problem in told] == ["no-events"]
    assert os.strerror(reason) in told[0].message()
    assert not watch.by_events
    (root / HOA).write_text("hai", encoding="utf-8")
    assert watch.wait(PATIENCE_SECONDS) == {HOA}
    watch.stop()


def test_a_folder_that_goes_while_it_is_asked_about_is_asked_about_again(root: Path) -> None:
    refusals = [FileNotFoundError(errno.ENOENT, "gone")]

    class Racing(Observer):  # type: ignore[misc, valid-type]
        def schedule(self, *given: object, **named: object) -> object:
            if refusals:
                raise refusals.pop()
            return super().schedule(*given, **named)

    told: list[Problem] = []
    watch = Watch(root, folders(root), Mode.AUTO, told.append, Racing)
    assert not watch.by_events
    (root / HOA).write_text("hai", encoding="utf-8")
    assert watch.wait(PATIENCE_SECONDS) == {HOA}
    assert watch.by_events
    assert told == []
    watch.stop()


def test_events_that_never_come_are_made_up_for(root: Path) -> None:
    """A full buffer on Windows or a share that drops tells nobody; the look at all stamps finds the change."""

    class Mute(Observer):  # type: ignore[misc, valid-type]
        def dispatch_events(self, event_queue: object) -> None:
            event_queue.get()  # type: ignore[attr-defined]

    watch = Watch(root, folders(root), Mode.EVENTS, observer=Mute)
    (root / HOA).write_text("hai", encoding="utf-8")
    assert watch.wait(PATIENCE_SECONDS) == {HOA}
    watch.stop()


# -- Stamps


def test_a_suspicion_is_true_only_once(root: Path) -> None:
    snapshot = Snapshot(folders(root))
    (root / HOA).write_text("hai", encoding="utf-8")
    assert snapshot.look([HOA, SON, "content/people", "elsewhere/x.md"]) == {HOA}
    assert snapshot.look([HOA, "content", "templates"]) == frozenset()
    assert snapshot.rescan() == frozenset()


def test_folders_that_are_not_there_have_no_files(tmp_path: Path) -> None:
    snapshot = Snapshot(folders(tmp_path))
    assert snapshot.rescan() == frozenset()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("x", encoding="utf-8")
    assert snapshot.look(["content"]) == {"content/a.md"}
