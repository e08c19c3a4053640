"""From the content folder to the catalogue: scan, read what changed, remember what was understood."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import FileRow, Memory
from vinhdanh.base.problems import Location, Problem, has_errors
from vinhdanh.content import file_messages, picture_messages, prose, reader, withdrawn
from vinhdanh.content.assembly import Assembled, assemble, load_site
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.media import Media, Picture
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import Extras, FileReading, RawRecord
from vinhdanh.content.standing import LastGood, below_content, broken_files
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import Audience

MEDIA_FOLDER = "media/"
"""Pictures and other files lie here; they are not read as content."""

_READ = (".md", ".yaml", ".yml")

_UNSETTLED = "?"
"""Before a stamp that is too fresh to trust: it never equals the next scan's."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the content folder says: the catalogue, all problems, and the digests that stand for it."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    files: int
    notices: tuple[Problem, ...] = ()
    """What came to light beside the problems that is not wrong but wanting."""


class _Reading(NamedTuple):
    path: str
    reading: FileReading


class Loader:
    """Loads one content folder with the help of a memory, which it brings up to date without saving it."""

    def __init__(
        self,
        folder: Path,
        memory: Memory,
        engine: bytes,
        audience: Audience = Audience.READERS,
        understood: Understood | None = None,
        *,
        unsaved: Mapping[str, bytes | None] | None = None,
    ) -> None:
        """`engine` is the digest of everything but the files that decides what is understood of them; `understood`
        is what earlier loads of this folder in this process have left. `unsaved` holds what some files would say, by
        path, also of files that are not there yet: they are read as if they had been saved so. One that would hold
        None is passed over, as if it were gone.

        Editors are shown the last good version of a file while there are errors in it.
        """
        self._folder = folder
        self._unsaved = unsaved or {}
        self._memory = memory
        self._engine = engine
        self._files = memory.files()
        self._fresh_files: dict[str, FileRow] = {}
        self._fresh: dict[bytes, str] = {}
        self._kept: set[bytes] = set()
        self._bytes: dict[str, bytes] = {}
        self._bodies: dict[bytes, str] = {}
        self._audience = audience
        self._understood = understood or Understood()
        self._last_good = LastGood(memory, self._files) if audience is Audience.EDITORS else None
        self._extras_key = b""
        self._fresh_proses: list[tuple[bytes, str, str]] = []
        self._kept_proses: set[bytes] = set()

    def load(self, today: str) -> Loaded:
        """The catalogue of the folder as it is now; `today` is an ISO date. Raises DiskError."""
        scanned = tuple(
            file for file in disk.scan(self._folder) if self._unsaved.get(file.path, b"") is not None
        )
        there = {file.path for file in scanned}
        added = (path for path, data in self._unsaved.items() if path not in there and data is not None)
        scanned += tuple(disk.Found(path, "", False) for path in added)
        found = {file.path: file for file in scanned if _is_utf8(file.path)}
        misnamed = [_misnamed(file.path) for file in scanned if file.path not in found]
        media = {
            path.removeprefix(MEDIA_FOLDER): file
            for path, file in found.items()
            if path.startswith(MEDIA_FOLDER)
        }
        paths = [path for path in found if not path.startswith(MEDIA_FOLDER)]
        read = [path for path in paths if is_content(path)]
        readings = self._read_all([found[path] for path in read])
        assembled = self._assembled(readings, media, today)
        if self._last_good:
            assembled = self._with_last_good(self._last_good, readings, assembled, media, today)
        else:
            self._forget_withdrawn(readings)
        self._remember(found)
        self._understood.turn()
        problems = [problem for each in readings for problem in each.reading.problems]
        unused = [_unused(path) for path in paths if not path.endswith(_READ)]
        found_out = (*problems, *misnamed, *unused, *assembled.problems)
        return Loaded(assembled.catalogue, found_out, len(read), assembled.notices)

    def _assembled(
        self, readings: Iterable[_Reading], media: Mapping[str, disk.Found], today: str
    ) -> Assembled:
        raws = [raw for each in readings for raw in each.reading.records]
        facts = self._prose(raws)
        used = {use.path for raw in raws for use in raw.media}.union(
            *(known.media for known in facts.values())
        )
        pictures = {path: self._picture(path, media[path]) for path in sorted(used & media.keys())}
        site, files = load_site(raws), Media(frozenset(media), pictures)
        return assemble(raws, site, facts, self._body_text, files, today, self._audience, self._understood)

    def _with_last_good(
        self,
        last_good: LastGood,
        readings: Sequence[_Reading],
        assembled: Assembled,
        media: Mapping[str, disk.Found],
        today: str,
    ) -> Assembled:
        """The catalogue in which also files whose errors lie in what they refer to are as they last were good.

        The problems are those of the files as they are now; of one that cannot be read, those of reading it.
        """
        unread = broken_files(problem for each in readings for problem in each.reading.problems)
        problems = [
            p for p in assembled.problems if not p.location or below_content(p.location) not in unread
        ]
        at_odds = broken_files(problems)
        last_good.remember(unread | at_odds)
        others = {path for path in at_odds if last_good.version(path) not in (None, self._version(path))}
        if others:
            chosen = [
                self._as_last_good(each, b"" if reader.is_settings(each.path) else self._extras_key)
                if each.path in others
                else each
                for each in readings
            ]
            assembled = self._assembled(chosen, media, today)
        return Assembled(assembled.catalogue, tuple(problems), assembled.notices)

    def _as_last_good(self, each: _Reading, extras_key: bytes) -> _Reading:
        """The problems of a reading with the records of the last good version of its file, if there ever was one."""
        version = self._last_good.version(each.path) if self._last_good else None
        records = self._records_of(each.path, version, extras_key) if version else ()
        return _Reading(each.path, replace(each.reading, records=records))

    def _records_of(self, path: str, version: bytes, extras_key: bytes) -> tuple[RawRecord, ...]:
        """The records of a former version of a file; none when it is no longer known, which is not to be remembered."""
        key = self._key(path, version, extras_key)
        self._kept.add(key)
        understood = self._understood.readings.find((path, version, extras_key))
        known = understood[1] if understood else self._recalled(key)
        return known.records if known else ()

    def _version(self, path: str) -> bytes | None:
        row = self._fresh_files.get(path) or self._files.get(path)
        return row.digest if row else None

    # -- files ----

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

    def _remember(self, found: Collection[str]) -> None:
        """Hand what is new to the memory, and what no file has any more."""
        self._memory.put_files(self._fresh_files.items(), [path for path in self._files if path not in found])
        self._memory.put_readings(self._fresh.items(), self._kept)
        self._memory.put_proses(self._fresh_proses, self._kept_proses)

    def _forget_withdrawn(self, readings: Sequence[_Reading]) -> None:
        """Remember nothing that is written about those who withdrew: it is read anew each time, and never shown."""
        paths, bodies = withdrawn.only_theirs((each.path, each.reading.records) for each in readings)
        keys = {self._key(path, self._version(path) or b"", self._extras_key) for path in paths}
        proses = {prose_key(body, self._engine) for body in bodies}
        self._kept -= keys
        self._kept_proses -= proses
        self._fresh = {key: text for key, text in self._fresh.items() if key not in keys}
        self._fresh_proses = [prose for prose in self._fresh_proses if prose[0] not in proses]

    # -- readings ----

    def _read_all(self, files: Iterable[disk.Found]) -> list[_Reading]:
        ordered = sorted(files, key=lambda file: (not reader.is_settings(file.path), file.path))
        settings = [file for file in ordered if reader.is_settings(file.path)]
        done = [self._read(file, {}, b"") for file in settings]
        raws = [raw for each in done for raw in each.reading.records]
        extras = reader.extra_fields(load_site(raws))
        self._extras_key = digest.of_plain([raw.values for raw in raws]) if extras else b""
        return done + [self._read(file, extras, self._extras_key) for file in ordered[len(settings) :]]

    def _read(self, file: disk.Found, extras: Extras, extras_key: bytes) -> _Reading:
        version = self._digest(file)
        understand = partial(self._understand, file.path, version, extras, extras_key)
        key, reading = self._understood.readings.get((file.path, version, extras_key), understand)
        self._kept.add(key)
        if self._last_good and has_errors(reading.problems):
            return self._as_last_good(_Reading(file.path, reading), extras_key)
        return _Reading(file.path, reading)

    def _understand(
        self, path: str, version: bytes, extras: Extras, extras_key: bytes
    ) -> tuple[bytes, FileReading]:
        """The key in the memory, and what a version of a file says: remembered, or read now."""
        key = self._key(path, version, extras_key)
        known = self._recalled(key)
        if known:
            return key, known
        reading = reader.read_file(path, self._data(path), extras)
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

    # -- pictures ----

    def _picture(self, path: str, file: disk.Found) -> Picture:
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

    def _prose(self, raws: Iterable[RawRecord]) -> dict[bytes, ProseFacts]:
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
        text = self._body_text(raw) if known is None else ""
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

    def _body_text(self, raw: RawRecord) -> str:
        """The text of a record's body, read again when it was not read in this build."""
        if raw.body not in self._bodies:
            path = raw.location.file.removeprefix("content/")
            self._bodies.update(reader.read_file(path, self._data(path), {}).bodies)
        return self._bodies.get(raw.body, "")


def is_content(path: str) -> bool:
    """Whether a path below content/ is that of a file which is read for records."""
    return path.endswith(_READ) and not path.startswith(MEDIA_FOLDER) and _is_utf8(path)


def prose_key(body: bytes, engine: bytes) -> bytes:
    """The key under which a rendered body is remembered."""
    return digest.of_plain([body.hex(), engine.hex()])


def _is_utf8(path: str) -> bool:
    """Whether a path can be written down: a name in another encoding comes with lone surrogates in it."""
    return path.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in path)


def _misnamed(path: str) -> Problem:
    return file_messages.BAD_NAME.at(Location(f"content/{path.encode('utf-8', 'replace').decode()}"))


def _unused(path: str) -> Problem:
    word = PurePosixPath(path).suffix.lower() in (".doc", ".docx", ".odt", ".rtf")
    vi = (
        "Chép phần chữ sang một tệp .md"
        if word
        else "Chuyển tệp vào media/ nếu là ảnh, hoặc để ngoài content/"
    )
    en = (
        "Copy the text into a .md file"
        if word
        else "Move it to media/ if it is a picture, or out of content/"
    )
    return file_messages.UNUSED_FILE.at(Location(f"content/{path}"), advice_vi=f"{vi}.", advice_en=f"{en}.")
