"""What has changed in the folders that are watched, by the stamps of their files: the truth behind every event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from vinhdanh.base import disk

Folders = Callable[[], Mapping[str, Path]]
"""The folders that are watched now, by the name that paths of their files begin with."""


class Snapshot:
    """The stamps of all files as they were last looked at."""

    def __init__(self, folders: Folders) -> None:
        """Look at every file once."""
        self._folders = folders
        self._stamps: dict[str, str] = {}
        self.rescan()

    def rescan(self) -> frozenset[str]:
        """Look at every file; those that came, changed or went, such as `content/people/hoa.md`."""
        now: dict[str, str] = {}
        for name, folder in self._folders().items():
            now |= self._scanned(name, folder)
        touched = {path for path, stamp in now.items() if self._stamps.get(path) != stamp}
        touched |= self._stamps.keys() - now.keys()
        self._stamps = now
        return frozenset(touched)

    def look(self, suspects: Iterable[str]) -> frozenset[str]:
        """Look at files or folders that something is said to have happened to; those of which it is true."""
        touched: set[str] = set()
        folders = self._folders()
        for suspect in suspects:
            name, _, path = suspect.partition("/")
            if name in folders and not any(map(disk.is_passed_over, path.split("/") if path else ())):
                touched |= self._looked_at(suspect, folders[name] / path if path else folders[name])
        return frozenset(touched)

    def _looked_at(self, suspect: str, place: Path) -> set[str]:
        stamp = disk.stamp(place)
        if stamp is not None:
            changed = self._stamps.get(suspect) != stamp
            self._stamps[suspect] = stamp
            return {suspect} if changed else set()
        if self._stamps.pop(suspect, None) is not None:
            return {suspect}
        # A folder, or what was one.
        now = self._scanned(suspect, place)
        before = {path: stamp for path, stamp in self._stamps.items() if path.startswith(f"{suspect}/")}
        for path in before.keys() - now.keys():
            del self._stamps[path]
        self._stamps |= now
        touched = {path for path, stamp in now.items() if before.get(path) != stamp}
        return touched | (before.keys() - now.keys())

    @staticmethod
    def _scanned(name: str, folder: Path) -> dict[str, str]:
        """The stamps below a folder; none where it cannot be listed, which building it will tell."""
        try:
            return {f"{name}/{found.path}": found.stamp for found in disk.scan(folder)}
        except disk.DiskError:
            return {}
