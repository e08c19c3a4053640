"""Scanning and reading what people wrote. With `output_folder` and `saving`, all that touches files.

Inputs are stamped before they are read, so that what is saved during a build is seen by the next one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from vinhdanh.base import digest
from vinhdanh.base.calls import SYSTEM, Calls

SAFE_AGE_NS = 2_000_000_000
"""An equal stamp is trusted only when the file is older than this at the time of stamping: the coarsest clock of a file
system still in use (FAT, 2 s) cannot then hide a second save."""

_PASSED_OVER = ("Thumbs.db", "desktop.ini", "4913")
"""Vim tries with a file named 4913 whether it can write into a folder."""

_PASSED_PREFIXES = (".", "~$")

_PASSED_SUFFIXES = ("~", ".tmp", ".swp", ".crswap", ".part")


class DiskError(Exception):
    """The operating system refused; `path` says where and the cause is the OSError."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason

    def __reduce__(self) -> tuple[type[DiskError], tuple[str, str]]:
        """Survives the way from another process."""
        return DiskError, (self.path, self.reason)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a scan met: its path below the folder, its stamp, and whether that is old enough to trust."""

    path: str
    stamp: str
    settled: bool


def scan(folder: Path) -> tuple[Found, ...]:
    """Every file below `folder` in order of path, each stamped now. Links, hidden and temporary files are passed over.

    A folder that is not there has no files. Raises DiskError when a folder cannot be listed.
    """
    now = time.time_ns()
    try:
        return tuple(sorted(_walk(folder, "", now), key=lambda found: found.path))
    except OSError as error:
        raise refused(folder, error) from error


def _walk(folder: Path, prefix: str, now: int) -> Iterator[Found]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if is_passed_over(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/", now)
        elif entry.is_file(follow_symlinks=False):
            with contextlib.suppress(FileNotFoundError):
                status = entry.stat(follow_symlinks=False)
                settled = now - status.st_mtime_ns > SAFE_AGE_NS
                yield Found(prefix + entry.name, stamp_of(status), settled)


def everything(folder: Path) -> tuple[str, ...]:
    """The path of every file and link below `folder`, also hidden and temporary ones, in order. Raises DiskError."""
    found = []
    for at, _, names in os.walk(folder, onerror=_raise):
        inner = Path(at).relative_to(folder)
        found += [(inner / name).as_posix() for name in names]
    return tuple(sorted(found))


def _raise(error: OSError) -> None:
    raise refused(error.filename, error) from error


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is what systems and editors leave behind, and nobody's content."""
    return name.startswith(_PASSED_PREFIXES) or name.endswith(_PASSED_SUFFIXES) or name in _PASSED_OVER


def stamps(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """The stamps of those files at `paths` below `folder` that are there."""
    found = {}
    for path in paths:
        with contextlib.suppress(OSError):
            found[path] = stamp_of(os.stat(f"{folder}/{path}", follow_symlinks=False))
    return found


def stamp_of(status: os.stat_result) -> str:
    """Modification time in nanoseconds, size and inode: what changes when a file is saved or replaced."""
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}"


def read(path: Path) -> bytes:
    """The bytes of a file. Raises DiskError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise refused(path, error) from error


def stamp(path: Path) -> str | None:
    """The stamp of the file at `path`; None when there is none."""
    try:
        status = path.stat(follow_symlinks=False)
    except OSError:
        return None
    return stamp_of(status) if S_ISREG(status.st_mode) else None


def find(folder: Path, path: str) -> Found | None:
    """The file at `path` below `folder` as a scan would meet it now; None when it meets none there."""
    now = time.time_ns()
    try:
        status = os.stat(f"{folder}/{path}", follow_symlinks=False)
    except OSError:
        return None
    settled = now - status.st_mtime_ns > SAFE_AGE_NS
    return Found(path, stamp_of(status), settled) if S_ISREG(status.st_mode) else None


def below(root: Path, path: str) -> Path | None:
    """The file at `path` (with `/`) below the folder `root`; None where there is none or the path leads out of it.

    Neither `..`, nor a drive, nor a link, nor what Windows makes of `\\` and `:` leads out.
    """
    if "\\" in path or ":" in path or "\0" in path:
        return None
    try:
        target = (root / path.lstrip("/")).resolve(strict=True)
        inside = target.is_relative_to(root.resolve(strict=True)) and target.is_file()
    except (OSError, ValueError, RuntimeError):
        return None
    return target if inside else None


_REMOTE = frozenset("9p afs cifs drvfs fuse.sshfs nfs nfs4 prl_fs smb3 smbfs vboxsf virtiofs vmhgfs".split())
"""File systems that do not tell of what others change in them."""


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on another machine, or on the host of this virtual one, so that changes are not told."""
    path = str(folder.resolve())  # of a mapped drive, Windows tells the share
    if any(each.startswith(("\\\\", "//")) for each in (path, str(folder))):
        return True
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system_of(path, mounts) in _REMOTE


def file_system_of(path: str, mounts: str) -> str:
    """The kind of file system that a path lies on, by the lines of fstab(5) of what is mounted; empty if none tells."""
    lines = (line.split(" ") for line in mounts.splitlines() if line.count(" ") >= 2)
    found = [(at, kind) for _, at, kind, *_ in lines if path == at or path.startswith(f"{at.rstrip('/')}/")]
    return max(found, key=lambda mount: len(mount[0]))[1] if found else ""


def program(name: str) -> str | None:
    """Where a program lies on this machine, or None."""
    return shutil.which(name)


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`. Raises DiskError where that may not be known."""
    try:
        return path.is_dir()
    except OSError as error:
        raise refused(path, error) from error


def code_digest(folder: Path) -> bytes:
    """One digest of all Python modules below `folder`: when the engine changes, everything is made anew."""
    modules = [found.path for found in scan(folder) if found.path.endswith(".py")]
    return digest.of_plain([[path, digest.of_bytes(read(folder / path)).hex()] for path in modules])


def remove_folder(path: Path, but: str = "", calls: Calls = SYSTEM) -> bool:
    """Remove a folder that is ours alone, with all in it `but` one entry. False when there was nothing to remove."""
    if path.is_symlink():
        raise DiskError(path, "a link, and no folder of ours")
    try:
        entries = [entry for entry in path.iterdir() if entry.name != but] if path.exists() else []
        for entry in entries:
            is_folder = entry.is_dir() and not entry.is_symlink()
            calls.remove_tree(entry) if is_folder else calls.remove(entry)
        with contextlib.suppress(OSError):
            calls.remove_folder(path)
    except OSError as error:
        raise refused(path, error) from error
    return bool(entries)


class Store:
    """A folder of bytes by key, each with its own digest: what was dear to make and can be made again.

    What has rotted, or was cut off, is as if it had never been kept. Keys are hexadecimal.
    """

    def __init__(self, root: Path, calls: Calls = SYSTEM) -> None:
        """Keep below `root`, which is made when something is kept."""
        self._root = root
        self._calls = calls

    def get(self, key: str) -> bytes | None:
        """The bytes under a key, or None."""
        try:
            kept = self._place(key).read_bytes()
        except OSError:
            return None
        data = kept[digest.SIZE :]
        return data if kept[: digest.SIZE] == digest.of_bytes(data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key. Where nothing can be kept, nothing is: the next build makes them again."""
        place = self._place(key)
        with contextlib.suppress(OSError):
            self._calls.make_folder(place.parent)
            self._calls.write(place, digest.of_bytes(data) + data)

    def keep_only(self, keys: Container[str]) -> None:
        """Forget everything under other keys."""
        for found in scan(self._root):
            if found.path.replace("/", "") not in keys:
                with contextlib.suppress(OSError):
                    self._calls.remove(self._root / found.path)

    def _place(self, key: str) -> Path:
        """Two hundred and fifty-six folders: a single one with all files would be slow on some systems."""
        return self._root / key[:2] / key[2:]


_IN_VIETNAMESE = {
    errno.EACCES: "không có quyền, hoặc chương trình khác đang giữ",
    errno.EPERM: "không có quyền",
    errno.EBUSY: "chương trình khác đang giữ",
    errno.EDQUOT: "hết dung lượng được cấp",
    errno.ENOENT: "không còn ở đó, có lẽ vừa bị xóa hay đổi tên",
    errno.ENOSPC: "đĩa đã đầy",
    errno.ENOTDIR: "có tệp nằm ở chỗ của một thư mục",
    errno.EEXIST: "ở đó đã có một tệp",
    errno.EROFS: "chỗ này chỉ cho đọc",
}
"""What editors meet of errno(3): the system tells it in English on Linux and macOS."""


def refused(path: Path | str, error: OSError) -> DiskError:
    """The error of the operating system as one of ours."""
    said = error.strerror or str(error)
    meaning = _IN_VIETNAMESE.get(error.errno or 0)
    return DiskError(error.filename or path, f"{meaning} ({said})" if meaning else said)
