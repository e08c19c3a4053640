"""What people wrote is replaced whole, never lost, and never overwritten unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.showcases import tree
from vinhdanh.base import saving
from vinhdanh.base.calls import Calls
from vinhdanh.base.disk import DiskError


def test_saving_replaces_a_file_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a/b.md"
    saving.save(file, b"one")
    file.chmod(0o640)
    saving.save(file, b"two")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two", 0o640)
    assert list(tree(tmp_path)) == ["a/b.md"]


def test_saving_that_is_refused_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("one", encoding="utf-8")

    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "held by another program", str(target))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(DiskError, match="held by another program"):
        saving.save(tmp_path / "a.md", b"two")
    assert tree(tmp_path) == {"a.md": b"one"}


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    assert saving.save_new(tmp_path / "a/b.md", b"one") is True
    assert saving.save_new(tmp_path / "a/b.md", b"two") is False
    assert tree(tmp_path) == {"a/b.md": b"one"}


def test_a_new_file_that_is_refused_half_way_leaves_nothing(tmp_path: Path) -> None:
    class Full(Calls):
        def write(self, path: Path | str, data: bytes, *, fresh: bool = False, durable: bool = False) -> None:
            super().write(path, data[:1])
            raise OSError(28, "No space left on device")

    with pytest.raises(DiskError, match="đĩa đã đầy"):
        saving.save_new(tmp_path / "a.md", b"one", Full())
    assert tree(tmp_path) == {}


def test_a_new_file_is_moved_in_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert saving.save_new(tmp_path / "b.md", b"one") is True
    assert saving.save_new(tmp_path / "b.md", b"two") is False
    assert tree(tmp_path) == {"b.md": b"one"}


def test_the_next_folder_was_never_there_before(tmp_path: Path) -> None:
    assert saving.next_folder(tmp_path / "b").name == "0001"
    (tmp_path / "b/0041-old").mkdir()
    assert saving.next_folder(tmp_path / "b").name == "0042"
