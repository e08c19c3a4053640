"""Files: what a scan sees, what a stamp is worth, and an output folder that holds whole files of ours only."""

from __future__ import annotations

import errno
import os
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.showcases import tree
from vinhdanh.base import digest, disk
from vinhdanh.base.calls import SYSTEM
from vinhdanh.base.disk import DiskError
from vinhdanh.base.output_folder import OutputFolder

LONG_AGO = 1_600_000_000


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def paths(folder: Path) -> list[str]:
    return [found.path for found in disk.scan(folder)]


# -- scanning ----


def test_a_scan_finds_files_at_any_depth_in_order(tmp_path: Path) -> None:
    write(tmp_path, {"b.md": "", "a/c/d.md": "", "a/b.md": "", "Ảnh.jpg": ""})
    assert paths(tmp_path) == ["a/b.md", "a/c/d.md", "b.md", "Ảnh.jpg"]


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", ".git/config", "Thumbs.db", "desktop.ini"),
        *("a.md~", "~$bao-cao.md", "a.md.swp", "a.tmp", "a.crswap", "a.part"),
    ],
)
def test_hidden_and_temporary_files_are_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "x", "a.md": "x"})
    assert paths(tmp_path) == ["a.md"]


def test_links_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "x", "outside/b.md": "x"})
    (tmp_path / "content/file.md").symlink_to(tmp_path / "outside/b.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "outside")
    (tmp_path / "content/round").symlink_to(tmp_path / "content")
    (tmp_path / "content/nowhere.md").symlink_to(tmp_path / "gone.md")
    assert paths(tmp_path / "content") == ["a.md"]


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert disk.scan(tmp_path / "content") == ()
    assert not disk.is_folder(tmp_path / "content")


def test_a_file_where_a_folder_belongs_is_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path, {"content": "x"})
    with pytest.raises(DiskError) as refused:
        disk.scan(tmp_path / "content")
    assert refused.value.path == str(tmp_path / "content")
    assert refused.value.reason


def test_what_editors_meet_is_told_in_vietnamese() -> None:
    full = disk.refused("a", OSError(errno.ENOSPC, "No space left on device"))
    assert full.reason == "đĩa đã đầy (No space left on device)"
    assert disk.refused("a", OSError(errno.EIO, "Input/output error")).reason == "Input/output error"


# -- stamps ----


def stamp(folder: Path) -> str:
    return disk.scan(folder)[0].stamp


def test_a_stamp_is_that_of_the_file_and_stays(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "một"})
    assert stamp(tmp_path) == disk.stamp_of(os.stat(tmp_path / "a.md"))
    assert stamp(tmp_path) == stamp(tmp_path)


def test_a_stamp_changes_with_time_size_and_replacement(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "một"})
    os.utime(tmp_path / "a.md", (LONG_AGO, LONG_AGO))
    stamps = [stamp(tmp_path)]
    os.utime(tmp_path / "a.md", (LONG_AGO, LONG_AGO + 1))
    stamps.append(stamp(tmp_path))
    write(tmp_path, {"a.md": "một hai"})
    os.utime(tmp_path / "a.md", (LONG_AGO, LONG_AGO + 1))
    stamps.append(stamp(tmp_path))
    write(tmp_path, {"b.md": "một hai"})
    os.utime(tmp_path / "b.md", (LONG_AGO, LONG_AGO + 1))
    os.replace(tmp_path / "b.md", tmp_path / "a.md")
    stamps.append(stamp(tmp_path))
    assert len(set(stamps)) == 4


@pytest.mark.parametrize(
    ("age", "settled"),
    [(disk.SAFE_AGE_NS + 1, True), (disk.SAFE_AGE_NS, False), (0, False), (-1_000_000_000, False)],
    ids=["old enough", "on the edge", "just saved", "from the future"],
)
def test_a_stamp_is_trusted_only_when_no_second_save_can_hide_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: int, settled: bool
) -> None:
    write(tmp_path, {"a.md": "một"})
    saved = (tmp_path / "a.md").stat().st_mtime_ns
    monkeypatch.setattr("time.time_ns", lambda: saved + age)
    assert disk.scan(tmp_path)[0].settled is settled


# -- reading ----


def test_reading_gives_bytes_or_says_where_it_was_refused(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "Hòa"})
    assert disk.read(tmp_path / "a.md") == "Hòa".encode()
    for gone in ("b.md", "a.md/b.md"):
        with pytest.raises(DiskError) as refused:
            disk.read(tmp_path / gone)
        assert refused.value.path == str(tmp_path / gone)


def test_the_digest_of_code_depends_on_modules_only_and_not_on_their_place(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.py": "x = 1", "one/b/c.py": "", "two/a.py": "x = 1", "two/b/c.py": ""})
    first = disk.code_digest(tmp_path / "one")
    assert first == disk.code_digest(tmp_path / "two")
    write(tmp_path, {"one/readme.md": "x"})
    assert disk.code_digest(tmp_path / "one") == first
    write(tmp_path, {"one/b/c.py": "y = 2"})
    assert disk.code_digest(tmp_path / "one") != first
    (tmp_path / "two/b").rename(tmp_path / "two/d")
    assert disk.code_digest(tmp_path / "two") != first


def test_a_folder_of_ours_is_removed_whole(tmp_path: Path) -> None:
    write(tmp_path, {"ours/a/b.md": "x"})
    assert disk.remove_folder(tmp_path / "ours") is True
    assert disk.remove_folder(tmp_path / "ours") is False
    assert tree(tmp_path) == {}


def test_a_link_is_not_taken_for_a_folder_of_ours(tmp_path: Path) -> None:
    write(tmp_path, {"theirs/a.md": "x"})
    (tmp_path / "ours").symlink_to(tmp_path / "theirs")
    with pytest.raises(DiskError):
        disk.remove_folder(tmp_path / "ours")
    assert (tmp_path / "theirs/a.md").is_file()


# -- publishing ----


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    return OutputFolder(tmp_path / "site", tmp_path / ".vinhdanh")


def put(folder: OutputFolder, path: str, data: bytes) -> str:
    folder.stage(path, data)
    return folder.publish(path)


def test_what_is_staged_is_not_published_yet(folder: OutputFolder) -> None:
    folder.stage("a/index.html", b"x")
    assert tree(folder.root) == {}
    folder.publish("a/index.html")
    assert tree(folder.root) == {"a/index.html": b"x"}


def test_publishing_gives_the_stamp_of_what_lies_there(folder: OutputFolder) -> None:
    stamp = put(folder, "a/index.html", b"x")
    assert folder.stamp("a/index.html") == stamp
    assert folder.stamp("b.html") is None


def test_an_output_is_compared_by_its_bytes(folder: OutputFolder) -> None:
    put(folder, "a.html", b"x")
    assert folder.digest_of("a.html") == digest.of_bytes(b"x")
    assert folder.digest_of("b.html") is None


def test_whoever_reads_during_publication_sees_the_old_or_the_new_file(folder: OutputFolder) -> None:
    versions = [sign * 200_000 for sign in (b"a", b"b")]
    put(folder, "index.html", versions[0])
    done = threading.Event()
    seen: list[bytes] = []

    def read() -> None:
        while not done.is_set():
            seen.append((folder.root / "index.html").read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(1, 101):
        put(folder, "index.html", versions[turn % 2])
    done.set()
    reader.join()
    assert set(seen) <= set(versions)


def test_a_move_that_is_refused_leaves_the_old_file(
    folder: OutputFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "index.html", b"old")
    folder.stage("index.html", b"new")

    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(DiskError) as refused:
        folder.publish("index.html")
    assert refused.value.path == str(folder.root / "index.html")
    assert refused.value.reason == "không có quyền, hoặc chương trình khác đang giữ (in use)"
    assert tree(folder.root) == {"index.html": b"old"}


def test_a_folder_in_the_place_of_an_output_is_kept(folder: OutputFolder) -> None:
    write(folder.root, {"index.html/theirs.txt": "x"})
    with pytest.raises(DiskError):
        put(folder, "index.html", b"x")
    with pytest.raises(DiskError):
        folder.prune("index.html")
    assert tree(folder.root) == {"index.html/theirs.txt": b"x"}


OUTSIDE = ["../a.txt", "a/../../a.txt", "a/../b.txt", "..", "", ".", "/outside/a.txt"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_folder_is_written_or_removed(
    folder: OutputFolder, tmp_path: Path, path: str
) -> None:
    write(tmp_path, {"a.txt": "theirs", "outside/a.txt": "theirs"})
    path = path.replace("/outside", str(tmp_path / "outside"))
    folder.stage(path, b"x")
    for touch in (folder.publish, folder.prune, folder.digest_of):
        with pytest.raises(DiskError):
            touch(path)
    folder.close()
    assert tree(tmp_path) == {"a.txt": b"theirs", "outside/a.txt": b"theirs"}


def test_an_output_folder_may_be_named_by_way_of_its_parent(tmp_path: Path) -> None:
    (tmp_path / "trang").mkdir()
    folder = OutputFolder(tmp_path / "trang/../site", tmp_path / ".vinhdanh")
    put(folder, "a/index.html", b"x")
    assert tree(tmp_path / "site") == {"a/index.html": b"x"}


# -- pruning ----


def test_pruning_removes_the_folders_that_are_empty_without_the_output(folder: OutputFolder) -> None:
    put(folder, "a/b/c/index.html", b"x")
    put(folder, "a/index.html", b"x")
    assert folder.prune("a/b/c/index.html") is True
    assert not (folder.root / "a/b").exists()
    assert tree(folder.root) == {"a/index.html": b"x"}


def test_pruning_keeps_folders_with_files_of_others_and_the_folder_itself(folder: OutputFolder) -> None:
    put(folder, "a/b/index.html", b"x")
    write(folder.root, {"a/theirs.txt": "x"})
    assert folder.prune("a/b/index.html") is True
    assert tree(folder.root) == {"a/theirs.txt": b"x"}
    put(folder, "index.html", b"x")
    (folder.root / "a/theirs.txt").unlink()
    (folder.root / "a").rmdir()
    folder.prune("index.html")
    assert folder.root.is_dir()


def test_a_folder_that_was_pruned_is_made_again(folder: OutputFolder) -> None:
    put(folder, "a/b/index.html", b"x")
    folder.prune("a/b/index.html")
    put(folder, "a/b/index.html", b"y")
    assert tree(folder.root) == {"a/b/index.html": b"y"}


@pytest.mark.parametrize("path", ["gone.html", "gone/index.html", "file.txt/index.html"])
def test_pruning_what_is_gone_is_no_error(folder: OutputFolder, path: str) -> None:
    write(folder.root, {"file.txt": "x"})
    assert folder.prune(path) is False
    assert tree(folder.root) == {"file.txt": b"x"}


# -- staging ----


def staged_folders(parent: Path) -> list[str]:
    return [entry.name for entry in parent.iterdir()]


def test_closing_leaves_nothing_that_was_staged(folder: OutputFolder, tmp_path: Path) -> None:
    folder.stage("a.html", b"x")
    assert len(staged_folders(tmp_path / ".vinhdanh")) == 1
    folder.close()
    assert staged_folders(tmp_path / ".vinhdanh") == []


@pytest.mark.parametrize("name", ["site", "kết quả [1]", "*"])
def test_what_a_killed_build_left_behind_is_removed(tmp_path: Path, name: str) -> None:
    killed = OutputFolder(tmp_path / name, tmp_path / ".vinhdanh")
    killed.stage("a.html", b"x")
    next_one = OutputFolder(tmp_path / name, tmp_path / ".vinhdanh")
    next_one.close()
    assert staged_folders(tmp_path / ".vinhdanh") == []


def elsewhere(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `path` seem to lie on another file system."""
    real = Path.stat

    def stat(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(self, follow_symlinks=follow_symlinks)
        if self != path:
            return found
        return os.stat_result((found.st_mode, found.st_ino, found.st_dev + 1, *found[3:]))

    monkeypatch.setattr(Path, "stat", stat)


def test_beside_an_output_folder_on_another_file_system_only_ours_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(tmp_path / "showcase/.vinhdanh", monkeypatch)
    www = tmp_path / "www"
    theirs = {
        "staging-site-nam_2025/a.txt": "theirs",
        "site-2/a.txt": "theirs",
        ".vinhdanh-staging-site-2-abcd1234/0": "another output folder's",
    }
    write(www, theirs)
    killed = OutputFolder(www / "site", tmp_path / "showcase/.vinhdanh")
    killed.stage("a.html", b"x")
    folder = OutputFolder(www / "site", tmp_path / "showcase/.vinhdanh")
    put(folder, "a.html", b"new")
    folder.close()
    assert {path: data.decode() for path, data in tree(www).items()} == {**theirs, "site/a.html": "new"}


def test_staging_again_replaces_what_waits(folder: OutputFolder) -> None:
    folder.stage("a.html", b"old")
    folder.stage("a.html", b"new")
    folder.stage("b.html", b"b")
    folder.publish("a.html")
    folder.stage("c.html", b"c")
    folder.publish("b.html")
    folder.publish("c.html")
    assert tree(folder.root) == {"a.html": b"new", "b.html": b"b", "c.html": b"c"}


NAMES = st.sampled_from(["a/index.html", "a/b/index.html", "a/b/c.txt", "d.txt"])
STEPS = st.lists(st.tuples(st.sampled_from(["stage", "publish", "prune"]), NAMES, st.binary(max_size=2)))


@settings(max_examples=60)
@given(STEPS)
def test_any_steps_leave_just_what_was_published_and_not_pruned(steps: list[tuple[str, str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = OutputFolder(Path(place) / "site", Path(place) / ".vinhdanh")
        write(folder.root, {"theirs/a.txt": "x"})
        waiting: dict[str, bytes] = {}
        expected = {"theirs/a.txt": b"x"}
        for step, path, data in steps:
            if step == "stage":
                folder.stage(path, data)
                waiting[path] = data
            elif step == "publish" and path in waiting:
                folder.publish(path)
                expected[path] = waiting.pop(path)
            elif step == "prune":
                assert folder.prune(path) is (expected.pop(path, None) is not None)
        assert tree(folder.root) == expected
        kept = {str(parent) for path in expected for parent in Path(path).parents}
        folders = {str(entry.relative_to(folder.root)) for entry in folder.root.rglob("*") if entry.is_dir()}
        assert folders <= kept
        folder.close()


def test_a_folder_of_ours_is_removed_but_for_one_entry(tmp_path: Path) -> None:
    write(tmp_path, {"ours/a.md": "x", "ours/keep/b.md": "y"})
    assert disk.remove_folder(tmp_path / "ours", but="keep") is True
    assert disk.remove_folder(tmp_path / "ours", but="keep") is False
    assert tree(tmp_path) == {"ours/keep/b.md": b"y"}


# -- What may be served


def test_only_files_below_a_folder_are_found(tmp_path: Path) -> None:
    root = tmp_path / "gốc"
    (root / "a b").mkdir(parents=True)
    (root / "a b/c.txt").write_text("c", encoding="utf-8")
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    (root / "out").symlink_to(tmp_path / "secret")
    (root / "in").symlink_to(root / "a b/c.txt")
    for path in ("a b/c.txt", "/a b/c.txt", "a b/../a b/c.txt", "in"):
        assert disk.below(root, path) == root / "a b/c.txt"
    for path in (
        "",
        "a b",
        "../secret",
        "a b/../../secret",
        "out",
        "no",
        "a b\\c.txt",
        "C:/x",
        "a\0b",
        "x" * 5000,
    ):
        assert disk.below(root, path) is None
    assert disk.below(tmp_path / "no", "x") is None


MOUNTS = "overlay / overlay rw 0 0\n//nas/bai /mnt/bai cifs rw 0 0\ntmpfs /mnt/bai/nhanh tmpfs rw 0 0\n"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home", "overlay"),
        ("/mnt/bai", "cifs"),
        ("/mnt/bai/a", "cifs"),
        ("/mnt/bai/nhanh/a", "tmpfs"),
        ("/mnt/bais", "overlay"),
    ],
)
def test_the_innermost_mount_tells_the_file_system(path: str, kind: str) -> None:
    assert disk.file_system_of(path, MOUNTS) == kind
    assert disk.file_system_of(path, "") == ""


def test_a_share_of_windows_is_remote() -> None:
    assert disk.is_remote(Path("//nas/bai"))


def test_a_stamp_is_that_of_a_file(tmp_path: Path) -> None:
    assert disk.stamp(tmp_path) is None
    assert disk.stamp(tmp_path / "no") is None
    (tmp_path / "a").write_text("x", encoding="utf-8")
    assert disk.stamp(tmp_path / "a") == disk.stamps(tmp_path, ["a"])["a"]


def test_folders_are_made_with_those_above_and_one_that_is_there_will_do(tmp_path: Path) -> None:
    SYSTEM.make_folder(tmp_path / "a/b/c")
    SYSTEM.make_folder(tmp_path / "a/b/c")
    assert (tmp_path / "a/b/c").is_dir()
    with pytest.raises(FileExistsError):
        SYSTEM.make_folder(tmp_path / "a/b/c", fresh=True)
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        SYSTEM.make_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        SYSTEM.make_folder(tmp_path / "file/a")


def test_a_folder_that_may_not_be_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(DiskError, match="không có quyền"):
        disk.is_folder(tmp_path)
