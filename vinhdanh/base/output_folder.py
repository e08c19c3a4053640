"""The folder that is published.

Outputs wait in a staging folder on the same file system and are moved in whole; a build that is killed leaves whole
files only.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path, PurePath

from vinhdanh.base import digest
from vinhdanh.base.disk import DiskError, refused, stamp_of


class OutputFolder:
    """A folder that is published: files are staged first and then moved in whole. Nothing foreign is ever removed."""

    def __init__(self, root: Path, staging_parent: Path) -> None:
        """Publish into `root`; stage below `staging_parent`, or beside `root` when that is another file system."""
        self.root = root
        try:
            root.mkdir(parents=True, exist_ok=True)
            staging_parent.mkdir(parents=True, exist_ok=True)
            same = root.stat().st_dev == staging_parent.stat().st_dev
            parent = staging_parent if same else root.parent
            self._remove_left_overs(parent)
            self._staging = Path(tempfile.mkdtemp(prefix=self._staging_prefix(), dir=parent))
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
                shutil.rmtree(entry, ignore_errors=True)

    def stamp(self, path: str) -> str | None:
        """The stamp of an output as it lies there, or None."""
        try:
            return stamp_of(os.stat(f"{self.root}/{path}", follow_symlinks=False))
        except OSError:
            return None

    def stage(self, path: str, data: bytes) -> None:
        """Write an output aside, durable enough to be moved in later. Raises DiskError."""
        target = f"{self._staging}/{self._count}"
        try:
            with open(target, "xb") as file:
                file.write(data)
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
                os.makedirs(folder, exist_ok=True)
                self._folders.add(folder)
            os.replace(self._staged.pop(path), target)
            return stamp_of(os.stat(target))
        except OSError as error:
            raise refused(target, error) from error

    def digest_of(self, path: str) -> bytes | None:
        """The digest of the output as it lies there, or None."""
        try:
            with open(self._inside(path), "rb") as file:
                return digest.of_bytes(file.read())
        except OSError:
            return None

    def prune(self, path: str) -> bool:
        """Remove an output of ours and the folders that are empty without it. False when it was gone already."""
        target = Path(self._inside(path))
        self._must_lie_inside(target.parent.as_posix())
        try:
            target.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise refused(target, error) from error
        for folder in target.parents:
            if folder == self.root:
                break
            try:
                folder.rmdir()
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
        shutil.rmtree(self._staging, ignore_errors=True)

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
