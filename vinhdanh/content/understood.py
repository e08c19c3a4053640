"""What one process has understood of the content, so that its next load begins where the last one ended.

A one-shot build begins with nothing; a preview keeps this from save to save. Everything in it could be had again from
the files or from the memory: it only saves time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from vinhdanh.base import digest
from vinhdanh.content.catalogue import Key
from vinhdanh.content.media import Picture
from vinhdanh.content.model.record import Record
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import FileReading, RawRecord

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, of which those are forgotten that a whole load did not ask for."""

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

    def put(self, key: K, value: V) -> None:
        """From now on this is the value of a key."""
        self._now[key] = value

    def turn(self, *, whole: bool) -> None:
        """A load is over; of a `whole` one it is known that nothing else is of use any more."""
        if whole:
            self._before = {}
        self._before.update(self._now)
        self._now = {}


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
        self._records: Recent[Key, tuple[RawRecord, RawRecord | None, Record]] = Recent()

    def record(
        self, raw: RawRecord, twin: RawRecord | None, load: Callable[[RawRecord, RawRecord | None], Record]
    ) -> Record:
        """The record of a reading and of its twin's: that of before if both differ in nothing but their bodies."""
        key = (raw.kind, raw.id)
        known = self._records.find(key)
        same = known and _same_but_body(known[0], raw) and _same_but_body(known[1], twin)
        record = known[2] if known and same else load(raw, twin)
        self._records.put(key, (raw, twin, record))
        return record

    def turn(self, *, whole: bool) -> None:
        """A load is over: if it was a `whole` one, forget what it had no use for."""
        self.readings.turn(whole=whole)
        self.bodies.turn(whole=whole)
        self.pictures.turn(whole=whole)
        self._records.turn(whole=whole)


def _same_but_body(before: RawRecord | None, now: RawRecord | None) -> bool:
    """Whether two readings make the same record: all is the same in them, also what is equal but written otherwise."""
    if before is now:
        return True
    if before is None or now is None:
        return False
    return _front(before) == _front(now)


def _front(raw: RawRecord) -> tuple[object, ...]:
    return raw.lang, raw.location, digest.canonical([raw.values, raw.extra]), bool(raw.body)
