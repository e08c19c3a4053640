"""From the content folder to the catalogue: scan, read what changed, remember what was understood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import FileRow, Memory
from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import consents, file_messages, named, reader
from vinhdanh.content.amendment import amended
from vinhdanh.content.assembly import Assembled, assemble, load_site
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.consents import Consents, Stamps
from vinhdanh.content.media import Media
from vinhdanh.content.reader import FileReading
from vinhdanh.content.recollection import NOTHING_ADDED, Added, Recollection, is_settled
from vinhdanh.content.standing import LastGood, below_content, broken_files
from vinhdanh.content.understanding import Ahead
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import Audience

MEDIA_FOLDER = "media/"
"""Pictures and other files lie here; they are not read as content."""

_READ = (".md", ".yaml", ".yml")


class Left(NamedTuple):
    """What a load leaves for the next one to begin with."""

    today: str
    rows: Mapping[str, FileRow]
    """The files as they were read, by path."""
    unsettled: frozenset[str]
    """Those of them that must be read again, since they had been saved a moment before."""
    readings: Mapping[str, FileReading]
    """What each file says that is read for records, by path; of a broken one, the records of its last good version."""
    added: Added
    aside: tuple[Problem, ...]
    """What is wrong with files that are not read."""
    assembled: Assembled
    shown: Assembled
    """The same with the last good versions of the files `at_odds`."""
    at_odds: frozenset[str]
    """The files that can be read but have errors in what they refer to."""
    consents: Stamps | None
    """What the files of consents looked like; None where that cannot be told."""

    def can_take(self, path: str) -> bool:
        """Whether another version of a file can take the place of the one that was read, without a look at others."""
        return path in self.readings and path not in self.at_odds and not reader.is_settings(path)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the content folder says: the catalogue, all problems, and the digests that stand for it."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    files: int
    notices: tuple[Problem, ...] = ()
    """What came to light beside the problems that is not wrong but wanting."""
    left: Left | None = field(default=None, compare=False, repr=False)


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
        ahead: Ahead | None = None,
    ) -> None:
        """`engine` is the digest of everything but the files that decides what is understood of them; `understood`
        is what earlier loads of this folder in this process have left: with it, a load leaves something for the next.
        `unsaved` holds what some files would say, by path, also of files that are not there yet: they are read as if
        they had been saved so. One that would hold None is passed over, as if it were gone. `ahead` has many files
        understood at once.

        Editors are shown the last good version of a file while there are errors in it.
        """
        self._folder = folder
        self._unsaved = unsaved or {}
        self._memory = memory
        self._engine = engine
        self._audience = audience
        self._goes_on = understood is not None
        self._understood = understood or Understood()
        self._ahead = ahead

    def load(
        self, today: str, before: Loaded | None = None, touched: Collection[str] | None = None
    ) -> Loaded:
        """The catalogue of the folder as it is now; `today` is an ISO date. Raises DiskError.

        `before` is the last load with the same `understood`, since which the memory was saved and no files were made,
        saved or removed but those at the paths `touched`; None when nobody has kept count.
        """
        found = self.amended(today, before, touched) if before and touched is not None else None
        return found or self._whole(today)

    def amended(self, today: str, before: Loaded, touched: Collection[str]) -> Loaded | None:
        """The same without a look at any other file; None where that does not do. Raises DiskError."""
        left = before.left
        agreed = (
            left and left.consents is not None and left.consents == consents.stamps_of(self._folder.parent)
        )
        return self._amended(left, touched, today) if left and agreed else None

    def _whole(self, today: str) -> Loaded:
        rows = self._memory.files()
        recollection = self._recollection(rows)
        scanned = tuple(
            file for file in disk.scan(self._folder) if self._unsaved.get(file.path, b"") is not None
        )
        there = {file.path for file in scanned}
        fresh = (path for path, data in self._unsaved.items() if path not in there and data is not None)
        scanned += tuple(disk.Found(path, "", False) for path in fresh)
        found = {file.path: file for file in scanned if _is_utf8(file.path)}
        aside = [_misnamed(file.path) for file in scanned if file.path not in found]
        paths = [path for path in found if not path.startswith(MEDIA_FOLDER)]
        aside.extend(_unused(path) for path in paths if not path.endswith(_READ))
        agreements = consents.load(self._folder.parent)
        files = [found[path] for path in paths if is_content(path)]
        readings, added = _read_all(recollection, files, self._ahead)
        assembled = self._assembled(recollection, readings.values(), found, today, agreements)
        aside.extend(self._named(readings, assembled))
        problems, at_odds = self._faults(recollection, readings, aside, assembled)
        others = {path for path in at_odds if recollection.was_better(path)}
        shown = assembled
        if others:
            chosen = (
                recollection.as_last_good(path, reading, added) if path in others else reading
                for path, reading in readings.items()
            )
            shown = self._assembled(recollection, chosen, found, today, agreements)
        if self._audience is not Audience.EDITORS:
            recollection.forget_withdrawn(readings, added)
        recollection.remember_files([path for path in rows if path not in found])
        recollection.remember_understood(whole=True)
        now = {path: row for path, row in {**rows, **recollection.fresh}.items() if path in found}
        unsettled = frozenset(path for path, row in now.items() if not is_settled(row))
        left = Left(
            today, now, unsettled, readings, added, tuple(aside), assembled, shown, at_odds, agreements.stamps
        )
        loaded = _loaded(left, problems)
        return loaded if self._goes_on else replace(loaded, left=None)

    def _amended(self, left: Left, touched: Collection[str], today: str) -> Loaded | None:
        """What `_whole` gives, from what the last load has left; None where that does not do."""
        files = {path: disk.find(self._folder, path) for path in {*touched, *left.unsettled}}
        there = [file for file in files.values() if file]
        if today != left.today or self._unsaved or len(there) < len(files) or self._is_named_anywhere(left):
            return None
        recollection = self._recollection(left.rows)
        found = {file.path: file for file in there if recollection.differs(file)}
        if not all(map(left.can_take, found)):
            return None
        read = {path: recollection.read(file, left.added) for path, file in found.items()}
        now = [raw for reading in read.values() for raw in reading.records]
        facts = recollection.prose(now)
        recollection.remember_understood(whole=False)  # from now on this process takes it for known
        before = [raw for path in read for raw in left.readings[path].records]
        if [raw[:3] for raw in now] != [raw[:3] for raw in before]:
            return None
        changed = [raw for raw, old in zip(now, before, strict=True) if raw != old]
        args = (changed, facts, recollection.body_text, today, self._understood)
        assembled = amended(left.assembled, *args)
        shown = assembled if left.shown is left.assembled else amended(left.shown, *args)
        if assembled is None or shown is None:
            return None
        readings = {**left.readings, **read}
        problems, at_odds = self._faults(recollection, readings, left.aside, assembled)
        if at_odds != left.at_odds:
            return None
        recollection.remember_files()
        rows = {**left.rows, **recollection.fresh}
        unsettled = frozenset(path for path in files if not is_settled(rows[path]))
        left = left._replace(
            rows=rows, unsettled=unsettled, readings=readings, assembled=assembled, shown=shown
        )
        return _loaded(left, problems)

    def _named(self, readings: Mapping[str, FileReading], assembled: Assembled) -> Iterable[Problem]:
        """Where public texts name somebody who is withheld. Editors see those people in their preview; and where
        nobody knows who agreed, nothing is published, so that no text has to be changed for that."""
        if self._audience is Audience.EDITORS or not assembled.knows_consents:
            return ()
        files = ((path, reading.records) for path, reading in readings.items())
        return named.withheld(files, assembled.catalogue, self._text)

    def _is_named_anywhere(self, left: Left) -> bool:
        """Whether any file may name somebody whom readers must not be told of."""
        return self._audience is not Audience.EDITORS and named.somebody_withheld(left.assembled.catalogue)

    def _text(self, path: str) -> str:
        data = self._unsaved.get(path) or disk.read(self._folder / path)
        return data.decode("utf-8", "replace")

    def _recollection(self, rows: Mapping[str, FileRow]) -> Recollection:
        last_good = LastGood(self._memory, rows) if self._audience is Audience.EDITORS else None
        return Recollection(
            self._folder, self._memory, self._engine, rows, self._understood, self._unsaved, last_good
        )

    def _assembled(
        self,
        recollection: Recollection,
        readings: Iterable[FileReading],
        found: Mapping[str, disk.Found],
        today: str,
        agreements: Consents,
    ) -> Assembled:
        raws = [raw for reading in readings for raw in reading.records]
        facts = recollection.prose(raws)
        media = {
            path.removeprefix(MEDIA_FOLDER): file
            for path, file in found.items()
            if path.startswith(MEDIA_FOLDER)
        }
        used = {use.path for raw in raws for use in raw.media}.union(
            *(known.media for known in facts.values())
        )
        pictures = {path: recollection.picture(path, media[path]) for path in sorted(used & media.keys())}
        site, files = load_site(raws), Media(frozenset(media), pictures)
        body_text = recollection.body_text
        return assemble(
            raws, site, facts, body_text, files, today, self._audience, self._understood, agreements
        )

    def _faults(
        self,
        recollection: Recollection,
        readings: Mapping[str, FileReading],
        aside: Iterable[Problem],
        assembled: Assembled,
    ) -> tuple[tuple[Problem, ...], frozenset[str]]:
        """What is wrong; and, for editors, which files can be read but have errors in what they refer to: they are to
        be shown as they last were good. `aside` is what is wrong with files that are not read.

        The problems are those of the files as they are now; of one that cannot be read, those of reading it.
        """
        unreadable = [problem for reading in readings.values() for problem in reading.problems]
        problems = assembled.problems
        if self._audience is not Audience.EDITORS:
            return (*unreadable, *aside, *problems), frozenset()
        unread = broken_files(unreadable)
        own = [p for p in problems if not p.location or below_content(p.location) not in unread]
        at_odds = broken_files(own)
        recollection.note_broken(unread | at_odds)
        return (*unreadable, *aside, *own), at_odds


def _read_all(
    recollection: Recollection, files: Iterable[disk.Found], ahead: Ahead | None
) -> tuple[Mapping[str, FileReading], Added]:
    """What each file says, by path, the settings first; and the fields that these add."""
    ordered = sorted(files, key=lambda file: (not reader.is_settings(file.path), file.path))
    settings = [file for file in ordered if reader.is_settings(file.path)]
    readings = {file.path: recollection.read(file, NOTHING_ADDED) for file in settings}
    raws = [raw for reading in readings.values() for raw in reading.records]
    extras = reader.extra_fields(load_site(raws))
    added = Added(extras, digest.of_plain([raw.values for raw in raws]) if extras else b"")
    if ahead:
        recollection.read_ahead(ordered[len(settings) :], added, ahead)
    for file in ordered[len(settings) :]:
        readings[file.path] = recollection.read(file, added)
    return readings, added


def _loaded(left: Left, problems: tuple[Problem, ...]) -> Loaded:
    """What a load has found, with all `problems`."""
    return Loaded(left.shown.catalogue, problems, len(left.readings), left.shown.notices, left)


def is_content(path: str) -> bool:
    """Whether a path below content/ is that of a file which is read for records."""
    return path.endswith(_READ) and not path.startswith(MEDIA_FOLDER) and _is_utf8(path)


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
