"""What one process has understood of the content, so that its next load begins where the last one ended.

A one-shot build begins with nothing; a preview keeps this from save to save. Everything in it could be had again from
the files or from the memory: it only saves time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from vinhdanh.content.media import Picture
from vinhdanh.content.model.record import Record
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import FileReading, RawRecord

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, of which those are forgotten that were not asked for between two calls of `turn`."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made if it is not known."""
        found = self.find(key)
        if found is None:
            self._now[key] = found = make()
        return found

    def find(self, key: K) -> V | None:
        """The value of a key if it is known."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def turn(self) -> None:
        """A load is over."""
        self._before, self._now = self._now, {}


class Understood:
    """The readings of files, the facts of bodies, and the typed records that were made of readings."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.readings: Recent[tuple[str, bytes, bytes], tuple[bytes, FileReading]] = Recent()
        """By path, digest of the file and key of the added fields: the key in the memory, and the reading."""
        self.bodies: Recent[bytes, ProseFacts] = Recent()
        """By digest of the body."""
        self.pictures: Recent[tuple[str, bytes], tuple[bytes, Picture]] = Recent()
        """By path below media/ and digest of the file: the key in the memory, and what is known of it."""
        self._records: Recent[tuple[int, int], tuple[RawRecord, RawRecord | None, Record]] = Recent()

    def record(
        self, raw: RawRecord, twin: RawRecord | None, load: Callable[[RawRecord, RawRecord | None], Record]
    ) -> Record:
        """The record of a reading and of its twin's, loaded if those two have not been before."""
        # Both are kept beside the record, so that no other reading can get their identity.
        return self._records.get((id(raw), id(twin)), lambda: (raw, twin, load(raw, twin)))[2]

    def turn(self) -> None:
        """A load is over: forget what it had no use for."""
        self.readings.turn()
        self.bodies.turn()
        self.pictures.turn()
        self._records.turn()
