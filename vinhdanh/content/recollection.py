"""What each file says, read only when it has changed: else what the memory, or this process, has understood of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import FileRow, Memory
from vinhdanh.base.problems import has_errors
from vinhdanh.content import picture_messages, prose, reader, withdrawn
from vinhdanh.content.media import Picture
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import Extras, FileReading, RawRecord
from vinhdanh.content.standing import LastGood
from vinhdanh.content.understanding import Ahead
from vinhdanh.content.understood import Understood

_UNSETTLED = "?"
"""Before a stamp that is too fresh to trust: it never equals the next scan's."""


MANY = 1000
"""Files that are understood before the memory gets what they say: together they take some 20 MB."""


class Added(NamedTuple):
    """The fields that the site adds, and what stands for them in keys."""

    extras: Extras
    key: bytes


NOTHING_ADDED = Added({}, b"")


class Recollection:
    """Understands files of one content folder with the help of a memory, which is brought up to date on request."""

    def __init__(
        self,
        folder: Path,
        memory: Memory,
        engine: bytes,
        files: Mapping[str, FileRow],
        understood: Understood,
        unsaved: Mapping[str, bytes | None],
        last_good: LastGood | None,
    ) -> None:
        """`files` are those that were read last; the other arguments are those of `loading.Loader`.

        With `last_good`, a broken file has the records of its last good version.
        """
        self._folder = folder
        self._memory = memory
        self._engine = engine
        self._files = files
        self._understood = understood
        self._unsaved = unsaved
        self._last_good = last_good
        self._fresh_files: dict[str, FileRow] = {}
        self._fresh: dict[bytes, str] = {}
        self._kept: set[bytes] = set()
        self._bytes: dict[str, bytes] = {}
        self._bodies: dict[bytes, str] = {}
        self._fresh_proses: list[tuple[bytes, str, str]] = []
        self._kept_proses: set[bytes] = set()

    def remember_files(self, gone: Iterable[str] = ()) -> None:
        """Hand the memory the files that were read now, and those that are gone."""
        self._memory.put_files(self._fresh_files.items(), gone)

    def remember_understood(self, *, whole: bool) -> None:
        """Hand the memory what was understood. When the `whole` folder was read, it forgets all that no file says."""
        self._hand_over()
        if whole:
            self._memory.put_readings((), self._kept)
            self._memory.put_proses((), self._kept_proses)
        self._understood.turn(whole=whole)

    def _hand_over(self) -> None:
        """Hand the memory what has been understood so far."""
        self._memory.put_readings(self._fresh.items(), None)
        self._memory.put_proses(self._fresh_proses, None)
        self._fresh = {}
        self._fresh_proses = []

    def forget_withdrawn(self, readings: Mapping[str, FileReading], added: Added) -> None:
        """Remember nothing that is written about those who withdrew: it is read anew each time, and never shown."""
        paths, bodies = withdrawn.only_theirs((path, each.records) for path, each in readings.items())
        keys = {self._key(path, self._version(path), added.key) for path in paths}
        proses = {prose_key(body, self._engine) for body in bodies}
        self._kept -= keys
        self._kept_proses -= proses
        self._fresh = {key: text for key, text in self._fresh.items() if key not in keys}
        self._fresh_proses = [each for each in self._fresh_proses if each[0] not in proses]

    def _version(self, path: str) -> bytes:
        row = self._fresh_files.get(path) or self._files.get(path)
        return row.digest if row else b""

    # -- files ----

    @property
    def fresh(self) -> Mapping[str, FileRow]:
        """The files that have been read now."""
        return self._fresh_files

    def differs(self, file: disk.Found) -> bool:
        """Whether a file says something else than when it was read last."""
        row = self._files.get(file.path)
        return row is None or self._digest(file) != row.digest

    def _digest(self, file: disk.Found) -> bytes:
        """The digest of a file: the remembered one when its stamp can be trusted, else that of its bytes."""
        row = self._files.get(file.path)
        known = file.path not in self._unsaved
        if known and row and row.stamp == file.stamp:
            return row.digest
        data = self._data(file.path)
        self._bytes[file.path] = data
        stamp = file.stamp if file.settled and known else _UNSETTLED + file.stamp
        self._fresh_files[file.path] = FileRow(stamp, digest.of_bytes(data))
        return self._fresh_files[file.path].digest

    def _data(self, path: str) -> bytes:
        data = self._unsaved.get(path, self._bytes.get(path))
        return disk.read(self._folder / path) if data is None else data

    # -- readings ----

    def read(self, file: disk.Found, added: Added) -> FileReading:
        """What a file says."""
        version = self._digest(file)
        understand = partial(self._understand, file.path, version, added)
        key, reading = self._understood.readings.get((file.path, version, added.key), understand)
        self._kept.add(key)
        if self._last_good and has_errors(reading.problems):
            return self.as_last_good(file.path, reading, added)
        return reading

    def as_last_good(self, path: str, reading: FileReading, added: Added) -> FileReading:
        """The problems of a reading with the records of the last good version of its file, if there ever was one."""
        version = self._last_good.version(path) if self._last_good else None
        key = b"" if reader.is_settings(path) else added.key
        return replace(reading, records=self._records_of(path, version, key) if version else ())

    def was_better(self, path: str) -> bool:
        """Whether a file that has errors in what it refers to had another version before that was good."""
        good = self._last_good.version(path) if self._last_good else None
        return good not in (None, self._version(path) or None)

    def note_broken(self, paths: Iterable[str]) -> None:
        """Keep in mind which files are broken now."""
        if self._last_good:
            self._last_good.remember(paths)

    def _records_of(self, path: str, version: bytes, extras_key: bytes) -> tuple[RawRecord, ...]:
        """The records of a former version of a file; none when it is no longer known, which is not to be remembered."""
        key = self._key(path, version, extras_key)
        self._kept.add(key)
        understood = self._understood.readings.find((path, version, extras_key))
        known = understood[1] if understood else self._recalled(key)
        return known.records if known else ()

    def _understand(self, path: str, version: bytes, added: Added) -> tuple[bytes, FileReading]:
        """The key in the memory, and what a version of a file says: remembered, or read now."""
        key = self._key(path, version, added.key)
        known = self._recalled(key)
        if known:
            return key, known
        reading = reader.read_file(path, self._data(path), added.extras)
        self._bodies.update(reading.bodies)
        self._fresh[key] = reader.dump(reading)
        return key, replace(reading, bodies={})

    def _key(self, path: str, version: bytes, extras_key: bytes) -> bytes:
        return digest.of_plain([path, version.hex(), self._engine.hex(), extras_key.hex()])

    def _recalled(self, key: bytes) -> FileReading | None:
        """A remembered reading."""
        known = self._memory.reading(key)
        try:
            return reader.restore(known) if known else None
        except (ValueError, TypeError, KeyError, IndexError):
            return None

    # -- many files at once ----

    def read_ahead(self, files: Iterable[disk.Found], added: Added, ahead: Ahead) -> None:
        """Have those files understood that nothing is remembered of; `read` then finds them understood."""
        for path, said in ahead(self._unknown(files, added), added.extras):
            version = self._version(path)
            key = self._key(path, version, added.key)
            self._understood.readings.put((path, version, added.key), (key, reader.restore(said.reading)))
            self._fresh[key] = said.reading
            for body in said.bodies:
                self._understood.bodies.put(body.digest, prose.restore(body.facts))
                self._fresh_proses.append((prose_key(body.digest, self._engine), body.facts, body.html))
            self._bytes.pop(path, None)
            if len(self._fresh) >= MANY:
                self._hand_over()

    def _unknown(self, files: Iterable[disk.Found], added: Added) -> Iterator[tuple[str, bytes]]:
        """The bytes of files that neither the memory nor this process has understood, by path."""
        remembered = self._memory.reading_keys()
        for file in files:
            version = self._digest(file)
            known = self._understood.readings.find((file.path, version, added.key))
            if not known and self._key(file.path, version, added.key) not in remembered:
                yield file.path, self._data(file.path)

    # -- pictures ----

    def picture(self, path: str, file: disk.Found) -> Picture:
        """What is known of a media file that somebody uses; measured once for each content of the file."""
        found = self._digest(file)
        measure = partial(self._measured, path, file, found)
        key, picture = self._understood.pictures.get((path, found), measure)
        self._kept.add(key)
        return picture

    def _measured(self, path: str, file: disk.Found, found: bytes) -> tuple[bytes, Picture]:
        key = digest.of_plain(["picture", path, found.hex(), self._engine.hex()])
        known = self._memory.reading(key)
        if known is None:
            from vinhdanh.content import pictures  # noqa: PLC0415 - most builds measure none, and opening costs an import

            measured = pictures.measure(path, self._data(file.path))
            known = json.dumps(measured if isinstance(measured, tuple) else measured.code)
            self._fresh[key] = known
        plain = json.loads(known)
        if isinstance(plain, str):
            return key, Picture(found.hex(), 0, 0, picture_messages.by_code(plain))
        return key, Picture(found.hex(), plain[0], plain[1], None)

    # -- bodies ----

    def prose(self, raws: Iterable[RawRecord]) -> dict[bytes, ProseFacts]:
        """What the bodies of some records say, by digest."""
        facts: dict[bytes, ProseFacts] = {}
        for raw in raws:
            if not raw.body or raw.body in facts:
                continue
            key = prose_key(raw.body, self._engine)
            self._kept_proses.add(key)
            facts[raw.body] = self._understood.bodies.find(raw.body) or self._facts(raw, key)
        return facts

    def _facts(self, raw: RawRecord, key: bytes) -> ProseFacts:
        """What a body says that this process has not met yet.

        The text of a version that is no longer on the disk is not to be had: then nothing, and that is not remembered.
        """
        known = self._restored(self._memory.prose_facts(key))
        text = self.body_text(raw) if known is None else ""
        if text:
            made = prose.render(text)
            known = made.facts
            self._fresh_proses.append((key, prose.dump(known), made.html))
        return self._understood.bodies.get(raw.body, lambda: known) if known else ProseFacts()

    @staticmethod
    def _restored(text: str | None) -> ProseFacts | None:
        try:
            return prose.restore(text) if text else None
        except (ValueError, TypeError):
            return None

    def body_text(self, raw: RawRecord) -> str:
        """The text of a record's body, read again when it was not read in this build."""
        if raw.body not in self._bodies:
            path = raw.location.file.removeprefix("content/")
            self._bodies.update(reader.read_file(path, self._data(path), {}).bodies)
        return self._bodies.get(raw.body, "")


def is_settled(row: FileRow) -> bool:
    """Whether the stamp of a file that was read can be trusted."""
    return not row.stamp.startswith(_UNSETTLED)


def prose_key(body: bytes, engine: bytes) -> bytes:
    """The key under which a rendered body is remembered."""
    return digest.of_plain([body.hex(), engine.hex()])
