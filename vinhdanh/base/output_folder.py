"""The folder that is published.

Outputs wait in a staging folder on the same file system and are moved in whole; a build that is killed leaves whole
files only.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Container
from pathlib import Path, PurePath

from vinhdanh.base import digest
from vinhdanh.base.calls import SYSTEM, Calls
from vinhdanh.base.disk import DiskError, refused, scan, stamp_of


class OutputFolder:
    """A folder that is published: files are staged first and then moved in whole. Nothing foreign is ever removed."""

    def __init__(self, root: Path, staging_parent: Path, calls: Calls = SYSTEM) -> None:
        """Publish into `root`; stage below `staging_parent`, or beside `root` when that is another file system."""
        self.root = root
        self.changed = False
        """Whether anything was moved in or removed."""
        self._calls = calls
        try:
            calls.make_folder(root)
            calls.make_folder(staging_parent)
            same = root.stat().st_dev == staging_parent.stat().st_dev
            parent = staging_parent if same else root.parent
            self._remove_left_overs(parent)
            self._staging = calls.make_own_folder(self._staging_prefix(), parent)
        except OSError as error:
            raise refused(root, error) from error
        self._staged: dict[str, str] = {}
        self._count = 0
        self._folders: set[str] = set()
        self._checked = {str(root), ""}
        """Folders that are no links: the root may be one, which is its owner's wish."""

    def _staging_prefix(self) -> str:
        """Ours beyond doubt: beside the output folder there may be folders of other people."""
        return f".vinhdanh-staging-{self.root.name}-"

    def _remove_left_overs(self, parent: Path) -> None:
        ours = re.compile(re.escape(self._staging_prefix()) + "[a-z0-9_]{8}")  # as tempfile.mkdtemp ends it
        for entry in parent.iterdir():
            if ours.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    self._calls.remove_tree(entry)

    def stamp(self, path: str) -> str | None:
        """The stamp of an output as it lies there, or None."""
        try:
            return stamp_of(os.stat(f"{self.root}/{path}", follow_symlinks=False))
        except OSError:
            return None

    def others(self, ours: Container[str]) -> tuple[str, ...]:
        """The paths of the files that are not `ours`; hidden ones are passed over. Raises DiskError."""
        return tuple(found.path for found in scan(self.root) if found.path not in ours)

    def stage(self, path: str, data: bytes) -> None:
        """Write an output aside, durable enough to be moved in later. Raises DiskError."""
        target = f"{self._staging}/{self._count}"
        try:
            self._calls.write(target, data, fresh=True)
        except OSError as error:
            raise refused(self.root / path, error) from error
        self._count += 1
        self._staged[path] = target

    def publish(self, path: str) -> str:
        """Move a staged output in, replacing what is there in one step, and return its stamp. Raises DiskError."""
        target = self._inside(path)
        try:
            folder = os.path.dirname(target)
            if folder not in self._folders:
                self._must_lie_inside(folder)
                self._calls.make_folder(folder)
                self._folders.add(folder)
            self._calls.move(self._staged.pop(path), target)
            self.changed = True
            return stamp_of(os.stat(target))
        except OSError as error:
            raise refused(target, error) from error

    def digest_of(self, path: str) -> bytes | None:
        """The digest of the output as it lies there, or None."""
        try:
            return digest.of_bytes(Path(self._inside(path)).read_bytes())
        except OSError:
            return None

    def prune(self, path: str) -> bool:
        """Remove an output of ours and the folders that are empty without it. False when it was gone already."""
        target = Path(self._inside(path))
        self._must_lie_inside(target.parent.as_posix())
        try:
            self._calls.remove(target)
            self.changed = True
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise refused(target, error) from error
        for folder in target.parents:
            if folder == self.root:
                break
            try:
                self._calls.remove_folder(folder)
            except OSError:
                break
            self._folders.discard(str(folder))
        return True

    def _must_lie_inside(self, folder: str) -> None:
        """No link in the folder leads out of it: a folder that came from elsewhere could bring one along."""
        while folder not in self._checked:
            if os.path.islink(folder):
                raise DiskError(folder, "a link, which may lead out of the output folder")
            self._checked.add(folder)
            folder = folder.rpartition("/")[0]

    def close(self) -> None:
        """Remove the staging folder with what was not published."""
        with contextlib.suppress(OSError):
            self._calls.remove_tree(self._staging)

    def _inside(self, path: str) -> str:
        if _may_lead_out(path):
            raise DiskError(path, "outside the output folder")
        return f"{self.root}/{path}"


def _may_lead_out(path: str) -> bool:
    """Whether a path may lead out of the folder it is added to, or be that folder itself."""
    if path and path[0] not in "./" and ".." not in path and not os.altsep:
        return False  # almost all of them; to take each apart would cost as much as to write a file
    parts = PurePath(path)
    return bool(parts.anchor) or not parts.parts or ".." in parts.parts
