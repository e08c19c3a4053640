"""Where forms are kept: every record of a showcase under the path of its form, and the only way to save one.

Nothing is saved that would be wrong: the whole showcase is read as it would be then, and what comes out worse is
refused. Nothing is saved over what somebody else changed meanwhile, and the former file is always kept.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from vinhdanh.base import digest, disk, saving
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, Severity, sort_problems
from vinhdanh.base.vietnamese.text import is_slug
from vinhdanh.content import pictures, reader
from vinhdanh.content.consent_messages import CONSENTS_ELSEWHERE
from vinhdanh.content.loading import MEDIA_FOLDER, Loaded, Loader, is_content
from vinhdanh.content.model.kinds import by_folder, by_key
from vinhdanh.content.reader import Address, Extras
from vinhdanh.content.understood import Understood
from vinhdanh.editing import backups
from vinhdanh.editing.backups import Exchange
from vinhdanh.editing.forms import configuration, messages, records
from vinhdanh.editing.forms.records import UnwritableError, Written
from vinhdanh.editing.forms.values import ShapeError, Values

_FORM_PATH = re.compile(r"content/([a-z]+)/([a-z0-9-]+)(?:\.(en))?\.json")

_PICTURE_NAME = re.compile(r"[\w-][\w .-]{0,98}\.[A-Za-z]{3,4}")
"""One level, no sign that some system forbids, and no name that hides."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever the ending."""


class Wish(NamedTuple):
    """A form to be saved: its path, the version that somebody began with (empty for a new record), and what it says
    now; nothing when the record is to be removed."""

    path: str
    version: str
    given: object | None


class Shelf(NamedTuple):
    """All forms as JSON texts by path, their versions, the names of pictures, and how the forms are laid out."""

    forms: Mapping[str, str]
    versions: Mapping[str, str]
    pictures: tuple[str, ...]
    configuration: Mapping[str, Any]


class RefusedError(Exception):
    """Nothing was saved; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


class _Place(NamedTuple):
    """Where a record stands: the file's path below content/, its bytes, and the record in it."""

    path: str
    data: bytes
    written: Written


class Desk:
    """The forms of one showcase. Any thread may ask; one is served at a time."""

    def __init__(self, root: Path, today: Callable[[], str]) -> None:
        """`root` is the folder that has content/; `today` gives the ISO date."""
        self._root = root
        self._content = root / "content"
        self._today = today
        self._lock = threading.Lock()
        self._understood = Understood()

    def shelf(self, site_url: str) -> Shelf:
        """Everything there is to write on; `site_url` is where the preview shows the pages. Raises DiskError."""
        with self._lock:
            catalogue = self._load({}).catalogue
            extras = reader.extra_fields(catalogue.site)
            found = dict(self._forms(extras))
            forms = {path: text_of(configuration.answered(values)) for path, values in found.items()}
            names = tuple(file.path for file in disk.scan(self._content / MEDIA_FOLDER))
            return Shelf(
                {**forms, **configuration.picked(catalogue, extras)},
                {path: version_of(values) for path, values in found.items()},
                names,
                configuration.configuration(catalogue, extras, site_url),
            )

    def save(self, wishes: Sequence[Wish]) -> Mapping[str, str]:
        """Save forms together or not at all; gives their versions now, by path. Raises RefusedError and DiskError."""
        with self._lock:
            before = self._load({})
            extras = reader.extra_fields(before.catalogue.site)
            files = self._files_for(wishes, extras)
            after = self._load({path: new for path, (_, new) in files.items()})
            worse = _worse(before.problems, after.problems)
            if worse:
                raise RefusedError(*worse)
            differing = [Exchange(path, old, new) for path, (old, new) in files.items() if old != new]
            changed = backups.write(self._root, differing).changed if differing else ()
            if changed:
                raise RefusedError(messages.CHANGED_MEANWHILE.at(None, id=", ".join(changed)))
            written = (
                each for path, (_, new) in files.items() if new for each in records.records_in(path, new)
            )
            known = {form_path(each.address): each for each in written}
            return {
                path: version_of(records.form_of(known[path], extras)) for path, *_ in wishes if path in known
            }

    def add_picture(self, name: str, data: bytes) -> None:
        """Put a picture into media/. Raises RefusedError and DiskError."""
        if not _PICTURE_NAME.fullmatch(name) or _DEVICES.match(name):
            raise RefusedError(messages.BAD_PICTURE_NAME.at(None, path=name))
        facts = pictures.measure(name, data)
        if not isinstance(facts, pictures.PictureFacts):
            raise RefusedError(facts.at(None, path=name))
        target = self._content / MEDIA_FOLDER / name
        with self._lock:
            if not saving.save_new(target, data) and disk.read(target) != data:
                raise RefusedError(messages.ALREADY_THERE.at(None, id=name))

    def _load(self, unsaved: Mapping[str, bytes | None]) -> Loaded:
        """The content as it would be; nothing of that is kept but what was understood of the files."""
        memory = Memory(None)
        try:
            loader = Loader(self._content, memory, b"", unsaved=unsaved, understood=self._understood)
            return loader.load(self._today())
        finally:
            memory.close()

    def _forms(self, extras: Extras) -> Iterator[tuple[str, Values]]:
        for file in disk.scan(self._content):
            if is_content(file.path):
                for each in records.records_in(file.path, disk.read(self._content / file.path)):
                    yield form_path(each.address), records.form_of(each, extras)

    # -- saving ----

    def _files_for(
        self, wishes: Sequence[Wish], extras: Extras
    ) -> dict[str, tuple[bytes | None, bytes | None]]:
        """The files that wishes change, each as it is and as it would be; None is no file."""
        files: dict[str, tuple[bytes | None, bytes | None]] = {}
        addressed = [(_address_of(wish.path), wish) for wish in wishes]
        for address, wish in sorted(addressed, key=lambda each: each[0].lang != "vi"):
            find = partial(self._find, unsaved={path: new for path, (_, new) in files.items()})
            place = find(address)
            _must_be_as_known(wish, address, place, extras)
            original = find(address._replace(lang="vi")) if address.lang != "vi" else None
            path, new = self._wanted(wish, address, place, original, extras)
            old = files[path][0] if path in files else place.data if place else None
            files[path] = (old, new)
        return files

    def _wanted(
        self, wish: Wish, address: Address, place: _Place | None, original: _Place | None, extras: Extras
    ) -> tuple[str, bytes | None]:
        """The file that a wish changes, and its bytes then; of a translation, `original` is what it translates."""
        try:
            if wish.given is None and place:
                return place.path, records.without(place.path, place.data, place.written)
            kind = by_key()[address.kind]
            values = records.form_from(wish.given, kind, extras, address.lang)
            known = records.form_of(place.written, extras) if place else {}
            if original:
                values = _without_copies(values, records.form_of(original.written, extras), known)
            if place:
                return place.path, records.changed(place.path, place.data, place.written, extras, values)
            path, data = records.new_file(kind, address.id, extras, address.lang, values)
            return path, data if values or address.lang == "vi" else None
        except UnwritableError as error:
            raise RefusedError(error.problem) from error
        except ShapeError as error:
            raise RefusedError(messages.BAD_VALUE.at(None, key=error.key)) from error

    def _find(self, address: Address, unsaved: Mapping[str, bytes | None]) -> _Place | None:
        """Where a record stands, as files would be after earlier wishes."""
        paths = dict.fromkeys([file.path for file in disk.scan(self._content)])
        for path in filter(is_content, {**paths, **unsaved}):
            told = reader.address_of(path)
            if told is None or told != address._replace(id=told.id and address.id):
                continue
            data = unsaved[path] if path in unsaved else disk.read(self._content / path)
            for each in records.records_in(path, data or b""):
                if each.address == address:
                    return _Place(path, data or b"", each)
        return None


def _without_copies(values: Values, original: Values, known: Values) -> Values:
    """A translation without the lists and groups that the CMS copied into it: what is the same needs no translation."""
    return {
        name: value
        for name, value in values.items()
        if name in known or not isinstance(value, (list, dict)) or value != original.get(name)
    }


def form_path(address: Address) -> str:
    """The path under which a record's form is known."""
    ending = "" if address.lang == "vi" else f".{address.lang}"
    return f"content/{by_key()[address.kind].folder}/{address.id}{ending}.json"


def text_of(values: Values) -> str:
    """A form as JSON text."""
    return json.dumps(values, ensure_ascii=False, indent=2)


def version_of(values: Values) -> str:
    """What tells a form from the same form with other values."""
    return digest.of_plain(values).hex()


def _address_of(path: str) -> Address:
    """The record that the path of a form means. Raises RefusedError."""
    found = _FORM_PATH.fullmatch(path)
    kind = by_folder().get(found[1]) if found else None
    if found is None or kind is None or not is_slug(found[2]) or _DEVICES.match(found[2]):
        raise RefusedError(messages.BAD_PLACE.at(None, path=path))
    return Address(kind.key, found[2], found[3] or "vi")


def _must_be_as_known(wish: Wish, address: Address, place: _Place | None, extras: Extras) -> None:
    """Refuse to write over what is not what somebody had before their eyes."""
    if place is None and (wish.version or wish.given is None):
        raise RefusedError(messages.GONE.at(None, id=address.id))
    if place and not wish.version:
        raise RefusedError(messages.ALREADY_THERE.at(None, id=address.id))
    if place and version_of(records.form_of(place.written, extras)) != wish.version:
        raise RefusedError(messages.CHANGED_MEANWHILE.at(None, id=address.id))


def _worse(before: Sequence[Problem], after: Sequence[Problem]) -> tuple[Problem, ...]:
    """The errors of the content that there were not before, wherever they stand: not that this machine lacks what it
    would need to publish."""
    known = Counter(map(_gist, before))
    new = [problem for problem in after if problem.severity is Severity.ERROR and not known[_gist(problem)]]
    return sort_problems(each for each in new if each.code != CONSENTS_ELSEWHERE.code)


def _gist(problem: Problem) -> tuple[object, ...]:
    """A problem but for its line: that moves with what is written above."""
    return problem.code, problem.location and problem.location.file, problem.text
