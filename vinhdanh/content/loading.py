"""From the content folder to the catalogue: scan, read what changed, remember what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import FileRow, Memory
from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import file_messages, prose, reader
from vinhdanh.content.assembly import assemble, load_site
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.reader import SITE, Extras, FileReading, RawRecord

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


class _Reading(NamedTuple):
    path: str
    reading: FileReading


class Loader:
    """Loads one content folder with the help of a memory, which it brings up to date without saving it."""

    def __init__(self, folder: Path, memory: Memory, engine: bytes) -> None:
        """`engine` is the digest of everything but the files that decides what is understood of them."""
        self._folder = folder
        self._memory = memory
        self._engine = engine
        self._bytes: dict[str, bytes] = {}
        self._digests: dict[str, bytes] = {}
        self._bodies: dict[bytes, str] = {}

    def load(self, today: str) -> Loaded:
        """The catalogue of the folder as it is now; `today` is an ISO date. Raises DiskError."""
        found = disk.scan(self._folder)
        self._note_digests(found)
        paths = [file.path for file in found if not file.path.startswith(MEDIA_FOLDER)]
        media = [file.path.removeprefix(MEDIA_FOLDER) for file in found if file.path.startswith(MEDIA_FOLDER)]
        read = [path for path in paths if path.endswith(_READ)]
        readings = self._read_all(read)
        raws = [raw for each in readings for raw in each.reading.records]
        facts = self._prose(raws)
        site = load_site(raws)
        assembled = assemble(raws, site, facts, self._body_text, frozenset(media), today)
        problems = [problem for each in readings for problem in each.reading.problems]
        unused = [_unused(path) for path in paths if not path.endswith(_READ)]
        return Loaded(assembled.catalogue, (*problems, *unused, *assembled.problems), len(read))

    # -- files ----

    def _note_digests(self, found: Iterable[disk.Found]) -> None:
        remembered = self._memory.files()
        fresh = []
        paths = set()
        for file in found:
            if file.path.startswith(MEDIA_FOLDER) or not file.path.endswith(_READ):
                continue
            paths.add(file.path)
            row = remembered.get(file.path)
            if row and row.stamp == file.stamp:
                self._digests[file.path] = row.digest
                continue
            data = disk.read(self._folder / file.path)
            self._bytes[file.path] = data
            self._digests[file.path] = digest.of_bytes(data)
            stamp = file.stamp if file.settled else _UNSETTLED + file.stamp
            fresh.append((file.path, FileRow(stamp, self._digests[file.path])))
        self._memory.put_files(fresh, remembered.keys() - paths)

    def _data(self, path: str) -> bytes:
        data = self._bytes.get(path)
        return disk.read(self._folder / path) if data is None else data

    # -- readings ----

    def _read_all(self, paths: Iterable[str]) -> list[_Reading]:
        remembered = self._memory.readings()
        fresh: list[tuple[bytes, str]] = []
        kept: set[bytes] = set()
        site_paths = sorted(path for path in paths if self._is_site(path))
        done = [self._read(path, {}, b"", remembered, fresh, kept) for path in site_paths]
        extras = reader.extra_fields(load_site(raw for each in done for raw in each.reading.records))
        key = digest.of_plain([[kind, sorted(fields)] for kind, fields in sorted(extras.items())])
        key = (
            digest.of_plain([key.hex(), [self._digests[path].hex() for path in site_paths]])
            if extras
            else key
        )
        others = sorted(path for path in paths if not self._is_site(path))
        done.extend(self._read(path, extras, key, remembered, fresh, kept) for path in others)
        self._memory.put_readings(fresh, remembered.keys() - kept)
        return done

    @staticmethod
    def _is_site(path: str) -> bool:
        address = reader.address_of(path)
        return address is not None and address.kind == SITE

    def _read(
        self,
        path: str,
        extras: Extras,
        extras_key: bytes,
        remembered: Mapping[bytes, str],
        fresh: list[tuple[bytes, str]],
        kept: set[bytes],
    ) -> _Reading:
        parts = [path, self._digests[path].hex(), self._engine.hex(), extras_key.hex()]
        key = digest.of_plain(parts)
        kept.add(key)
        if key in remembered:
            try:
                return _Reading(path, reader.restore(remembered[key]))
            except (ValueError, TypeError, KeyError, IndexError):
                pass
        reading = reader.read_file(path, self._data(path), extras)
        self._bodies.update(reading.bodies)
        fresh.append((key, reader.dump(reading)))
        return _Reading(path, reading)

    # -- bodies ----

    def _prose(self, raws: Iterable[RawRecord]) -> dict[bytes, ProseFacts]:
        remembered = self._memory.prose_facts()
        fresh = []
        kept = set()
        facts: dict[bytes, ProseFacts] = {}
        for raw in raws:
            if not raw.body or raw.body in facts:
                continue
            key = prose_key(raw.body, self._engine)
            kept.add(key)
            known = self._restored(remembered.get(key))
            if known is None:
                made = prose.render(self._body_text(raw))
                known = made.facts
                fresh.append((key, prose.dump(known), made.html))
            facts[raw.body] = known
        self._memory.put_proses(fresh, remembered.keys() - kept)
        return facts

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


def prose_key(body: bytes, engine: bytes) -> bytes:
    """The key under which a rendered body is remembered."""
    return digest.of_plain([body.hex(), engine.hex()])


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
