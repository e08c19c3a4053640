"""The person or the collective that a command is about: the record, the file that it stands in, who mentions it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import disk
from vinhdanh.base.vietnamese.spellings import Spellings
from vinhdanh.base.vietnamese.text import fold, nfc
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import is_content
from vinhdanh.content.model.kinds import by_folder
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.reader import Extras, address_of
from vinhdanh.editing.forms.records import Written, changed, form_of, records_in
from vinhdanh.showcase.naming import names_of


class Subject(NamedTuple):
    """A record that may be withheld, as it stands in its file; `path` is below content/."""

    record: Person | Collective
    path: str
    data: bytes
    written: Written


class Mention(NamedTuple):
    """A line of a content file (`file` is below the root) that names the subject, and the record that it belongs to."""

    record: Record | None
    file: str
    line: int
    text: str
    named: bool
    """Whether the line says the name, and not the id alone."""


def asked_for(root: Path, catalogue: Catalogue, wanted: str) -> Subject | None:
    """The person, or else the collective, with an id; `people/ID` and `collectives/ID` are understood too.

    Raises DiskError.
    """
    folder, _, id = wanted.rpartition("/")
    kinds = [by_folder()[folder].key] if folder in by_folder() else ["person", "collective"]
    known = {record.key: record for record in catalogue.known() if isinstance(record, (Person, Collective))}
    record = next((known[kind, id] for kind in kinds if (kind, id) in known), None)
    return subject_of(root, record) if record else None


def subject_of(root: Path, record: Person | Collective) -> Subject | None:
    """A record as it stands in its file; None where it stands there no more. Raises DiskError."""
    path = record.location.file.removeprefix("content/")
    data = disk.read(root / "content" / path)
    address = (record.kind, record.id, "vi")
    written = next((each for each in records_in(path, data) if each.address == address), None)
    return Subject(record, path, data, written) if written else None


def spellings_of(record: Record, catalogue: Catalogue) -> Spellings:
    """What finds the names of a record, but not in the longer names of other people."""
    others = (r.heading for r in catalogue.known() if isinstance(r, Person) and r.key != record.key)
    return Spellings(names_of(record), others)


def namesakes(record: Record, catalogue: Catalogue) -> tuple[Record, ...]:
    """The public records of the same name, with or without marks: what names them cannot be told apart."""
    names = {fold(name) for name in names_of(record)}
    return tuple(r for r in catalogue.records() if r.key != record.key and fold(r.heading) in names)


def withdrawn(subject: Subject, extras: Extras, day: str) -> bytes:
    """The bytes of the file in which the basis is withdrawn as of an ISO day, and all else is as it was.

    Somebody of whom no basis is recorded gets one, withdrawn, so that nobody adds one unawares. Raises UnwritableError.
    """
    values = form_of(subject.written, extras)
    basis = values.get("basis") or {"kind": "consent"}
    new = {**values, "basis": {**basis, "withdrawn": day}}
    return changed(subject.path, subject.data, subject.written, extras, new)


def mentions(root: Path, catalogue: Catalogue, record: Record) -> Iterator[Mention]:
    """Every line of content/ outside the record's own files that names it: by its id in a record that refers to it,
    or by its name anywhere. Raises DiskError.
    """
    spellings = spellings_of(record, catalogue)
    refers = {each.location.file for each in catalogue.mentioned_by(record.key)}
    id = re.compile(rf"(?<![\w-]){re.escape(record.id)}(?![\w-])")
    for found in disk.scan(root / "content"):
        if not is_content(found.path):
            continue
        file = f"content/{found.path}"
        text = nfc(disk.read(root / file).decode("utf-8", "replace"))
        lines = {text.count("\n", 0, each.start) + 1 for each in spellings.find(text)}
        bare = id.sub("-" * len(record.id), text)
        named = {bare.count("\n", 0, each.start) + 1 for each in spellings.find(bare)}
        if file in refers or file.replace(".en.", ".") in refers:
            lines |= {at for at, line in enumerate(text.split("\n"), 1) if id.search(line)}
        for number in sorted(lines):
            owner = _owner(catalogue, file, number)
            if owner is None or owner.key != record.key:
                line = text.split("\n")[number - 1].strip()
                yield Mention(owner, file, number, line, number in named)


def _owner(catalogue: Catalogue, file: str, line: int) -> Record | None:
    """The record that a line of a file belongs to."""
    address = address_of(file.removeprefix("content/"))
    if address and address.id:
        return next((r for r in catalogue.known() if r.key == (address.kind, address.id)), None)
    before = [r for r in catalogue.known() if r.location.file == file and r.location.line <= line]
    return max(before, key=lambda each: each.location.line, default=None)
