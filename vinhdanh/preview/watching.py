"""Waiting until somebody saves: events of the system where they come, a look at all stamps as a safety net.

One watch lives as long as the preview. Events only say where to look; what has changed is told by stamps, which are
noted before a build reads the files. So what is saved during a build is seen after it, and what our own reading causes
is not seen at all.
"""

from __future__ import annotations

import contextlib
import errno
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from vinhdanh.base import disk
from vinhdanh.base.problems import Problem
from vinhdanh.preview import messages
from vinhdanh.preview.changes import Folders, Snapshot

WHOLE = frozenset({"closed", "moved", "deleted"})
"""Events after which a file is as somebody wanted it."""

HALF = frozenset({"created", "modified"})
"""Events that may come while a file is still being written; on Windows and macOS there are no others."""

SETTLE_SECONDS = 0.02
"""How long a file that is being written is given to become whole."""

EVENTS_EVERY, POLL_EVERY = 5.0, 0.5
"""Seconds between two looks at all stamps, at least: as a safety net, and where no events come."""

SHARE = 150
"""A look is followed by so many times its own duration without one: all looks together cost less than 1 % of a core."""


class Mode(StrEnum):
    """How changes are found: `auto` polls where events cannot be had."""

    AUTO = "auto"
    EVENTS = "events"
    POLL = "poll"


class Watch:
    """Watches the folders of a showcase. `wait` is called by one thread, `stop` by any."""

    def __init__(
        self,
        root: Path,
        folders: Folders,
        mode: Mode = Mode.AUTO,
        notice: Callable[[Problem], None] = lambda problem: None,
        observer: Callable[[], BaseObserver] = Observer,
    ) -> None:
        """Begin to watch; `notice` is told when events cannot be had. Changes from now on are not missed."""
        self._root = root
        self._folders = folders
        self._notice = notice
        self._new_observer = observer
        self._observer: BaseObserver | None = None
        self._watched: dict[str, Path] = {}
        self._ear = _Ear(self._hear)
        self._lock = threading.Lock()
        self._suspects: set[str] = set()
        self._rang, self._whole = threading.Event(), threading.Event()
        self._stopped = False
        self._wants_events = mode is Mode.EVENTS or (mode is Mode.AUTO and not disk.is_remote(root))
        self._listen()
        began = time.monotonic()
        self._snapshot = Snapshot(folders)
        self._next_look = time.monotonic() + self._interval(time.monotonic() - began)

    @property
    def by_events(self) -> bool:
        """Whether events come."""
        return self._observer is not None

    @property
    def is_stopped(self) -> bool:
        """Whether the watch has ended."""
        return self._stopped

    @property
    def is_rung(self) -> bool:
        """Whether something has been heard that nobody has asked about yet."""
        return self._rang.is_set()

    def wait(self, seconds: float) -> frozenset[str]:
        """Wait until files have changed, and tell which; none when `seconds` have passed, or after `stop`."""
        until = time.monotonic() + seconds
        while not self._stopped:
            left = min(until, self._next_look) - time.monotonic()
            if self._rang.wait(max(0.0, left)):
                touched = self._heard()
            elif time.monotonic() >= self._next_look:
                touched = self._rescan()
            else:
                break
            if touched:
                return touched
        return frozenset()

    def stop(self) -> None:
        """Let `wait` return, and watch no longer."""
        self._stopped = True
        self._rang.set()
        self._whole.set()
        self._deafen()

    # -- events ----

    def _listen(self) -> None:
        """Ask for events of all folders that are there; without them, fall back to looking."""
        if not self._wants_events:
            return
        watched = {name: folder for name, folder in self._folders().items() if disk.is_folder(folder)}
        observer = self._new_observer()
        try:
            for folder in watched.values():
                observer.schedule(self._ear, str(folder), recursive=True)
            # Tells when one of the folders is made, or comes back.
            observer.schedule(self._ear, str(self._root), recursive=False)
            observer.start()
        except OSError as error:
            with contextlib.suppress(RuntimeError, OSError):
                observer.stop()
            self._observer = None
            if error.errno != errno.ENOENT:  # a folder that went a moment ago; the next look asks again
                self._wants_events = False
                self._notice(messages.NO_EVENTS.at(None, reason=error.strerror or str(error)))
            return
        self._observer, self._watched = observer, watched

    def _deafen(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer = None

    def _hear(self, path: str, *, whole: bool) -> None:
        """An event, in a thread of the observer."""
        suspect = self._named(path)
        if suspect is None:
            return
        with self._lock:
            self._suspects.add(suspect)
            if whole:
                self._whole.set()
            self._rang.set()

    def _named(self, path: str) -> str | None:
        """The path as `Snapshot` writes it; None for what is in none of the folders or passed over."""
        for name, folder in self._folders().items():
            with contextlib.suppress(ValueError):
                inner = Path(path).relative_to(folder)
                skipped = any(map(disk.is_passed_over, inner.parts))
                return None if skipped else "/".join((name, *inner.parts))
        return None

    def _heard(self) -> frozenset[str]:
        if not self._whole.is_set():
            self._whole.wait(SETTLE_SECONDS)
        with self._lock:
            suspects, self._suspects = self._suspects, set()
            self._rang.clear()
            self._whole.clear()
        if not suspects.isdisjoint(self._folders()):
            self._renew()
        return self._snapshot.look(suspects)

    def _renew(self) -> None:
        """Listen again, when a folder has come or gone, or the one who tells of events has died."""
        self._deafen()
        self._listen()

    # -- looking ----

    def _rescan(self) -> frozenset[str]:
        began = time.monotonic()
        touched = self._snapshot.rescan()
        self._next_look = time.monotonic() + self._interval(time.monotonic() - began)
        if self._wants_events and not (self._observer and self._is_well(self._observer)):
            self._renew()
        return touched

    def _is_well(self, observer: BaseObserver) -> bool:
        folders = {name: folder for name, folder in self._folders().items() if disk.is_folder(folder)}
        alive = observer.is_alive() and all(emitter.is_alive() for emitter in observer.emitters)
        return alive and folders == self._watched

    def _interval(self, cost: float) -> float:
        return max(EVENTS_EVERY if self._wants_events else POLL_EVERY, SHARE * cost)


class _Ear(FileSystemEventHandler):
    """Hears what `WHOLE` and `HALF` name and nothing else: that we open and read files is told by events too."""

    def __init__(self, hear: Callable[..., None]) -> None:
        super().__init__()
        self._hear = hear

    def dispatch(self, event: FileSystemEvent) -> None:
        """An event of any kind."""
        kind = str(event.event_type)
        if kind not in WHOLE and (kind not in HALF or (event.is_directory and kind == "modified")):
            return
        whole = kind in WHOLE or event.is_directory
        for path in (event.src_path, event.dest_path):
            if path:
                self._hear(
                    path.decode(errors="surrogateescape") if isinstance(path, bytes) else str(path),
                    whole=whole,
                )
