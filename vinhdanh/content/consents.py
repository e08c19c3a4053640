"""Who agreed to what: the records of the private folder, read anew by each build and remembered by none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from vinhdanh.base import disk
from vinhdanh.base.problems import Location, Problem, Severity
from vinhdanh.content import consent_messages, source_text, yaml_nodes
from vinhdanh.content.fields import Field, FieldType, Reading, fields_of, keys_of
from vinhdanh.content.groups import ListOf, field_named, load_group, read_mapping
from vinhdanh.content.model.consent import Consent
from vinhdanh.content.model.values import Basis
from vinhdanh.content.private import CONSENTS
from vinhdanh.content.reader import RawRecord
from vinhdanh.content.scalars import Choice
from vinhdanh.content.source_text import SourceText

CONSENT = "consent"
"""The kind of basis that needs a record."""

Stamps = tuple[tuple[str, str], ...]
"""Paths of files with their stamps."""


class Consents(NamedTuple):
    """The records by name. One that cannot be read is None: it counts for nobody."""

    here: bool
    """Whether this machine has the folder at all."""
    records: Mapping[str, Consent | None] = {}
    problems: tuple[Problem, ...] = ()
    stamps: Stamps | None = None
    """What the files looked like before they were read; None while one of them is too fresh for its stamp."""

    def of(self, basis: Basis | None) -> Consent | None:
        """The record that a basis relies on, if it can be read."""
        if basis is None or basis.kind != CONSENT or basis.record is None:
            return None
        return self.records.get(basis.record)

    def limits(self, raw: RawRecord) -> frozenset[str] | None:
        """The fields of an honouree that were agreed to; None where that is every field, or nobody has to be asked."""
        basis = raw.values.get("basis")
        if not isinstance(basis, Mapping) or basis.get("kind") != CONSENT:
            return None
        record = self.records.get(str(basis.get("record")))
        return record.limits if record else None


NOWHERE = Consents(here=False, stamps=())
"""Those of a showcase that keeps none."""


def stamps_of(root: Path) -> Stamps | None:
    """What the files of consents look like now, as `Consents.stamps` has it. Raises DiskError."""
    if not disk.is_folder(root / CONSENTS):
        return NOWHERE.stamps
    found = disk.scan(root / CONSENTS)
    settled = all(file.settled for file in found)
    return (("", ""), *((file.path, file.stamp) for file in found)) if settled else None


def load(root: Path) -> Consents:
    """All consents of the showcase below `root`. Raises DiskError when the folder cannot be listed."""
    folder = root / CONSENTS
    if not disk.is_folder(folder):
        return NOWHERE
    stamps = stamps_of(root)
    records: dict[str, Consent | None] = {}
    problems: list[Problem] = []
    for path in (file.path for file in disk.scan(folder)):
        name, dot, ending = path.rpartition(".")
        if dot and ending in ("yaml", "yml") and "/" not in path:
            record, faults = _read_file(folder / path, f"{CONSENTS}/{path}")
            if name in records:  # with the other ending: nobody knows which one counts
                record, faults = None, (_fault(Location(f"{CONSENTS}/{path}"), "duplicate-id", None),)
            records[name] = record
            problems.extend(faults)
    return Consents(True, records, tuple(problems), stamps)


def _read_file(path: Path, file: str) -> tuple[Consent | None, tuple[Problem, ...]]:
    try:
        return read(file, disk.read(path))
    except disk.DiskError:
        return None, (_fault(Location(file), "disk-refused", None),)


def read(file: str, data: bytes) -> tuple[Consent | None, tuple[Problem, ...]]:
    """The consent that a file records, or what is wrong with it; `file` is its path as a problem shows it."""
    text = source_text.decode(file, data)
    source = text if isinstance(text, Problem) else source_text.whole_yaml(file, text)
    if isinstance(source, Problem):
        return None, (_fault(source.location or Location(file), source.code, None),)
    node, problems = yaml_nodes.compose(source)
    if not isinstance(node, yaml.MappingNode):
        found = [(each.location, each.code) for each in problems] or [(Location(file), "not-a-mapping")]
        return None, tuple(_fault(place or Location(file), code, None) for place, code in found)
    group: type = Consent
    fields, keys = fields_of(group), keys_of(group)
    reading = Reading(source, complete=False)
    values = read_mapping(node, fields, keys, reading)
    wrong = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    faults = [_told(problem, node, source, keys) for problem in wrong]
    if not faults:
        faults = [
            _lacking(each, source) for name, each in fields.items() if each.required and not values.get(name)
        ]
    return (None, tuple(faults)) if faults else (load_group(group, values), ())


def _lacking(field: Field, source: SourceText) -> Problem:
    labels = {"key": field.name, "label_vi": field.vi, "label_en": field.en}
    return consent_messages.CONSENT_LACKS.at(Location(source.file), example=_example(field), **labels)


def _told(problem: Problem, node: yaml.MappingNode, source: SourceText, keys: Mapping[str, Field]) -> Problem:
    """A problem without anything that was written: its place, which key it is about, and what may stand there."""
    place = problem.location or Location(source.file)
    before = [key for key, _ in node.value if source.of_node(key)[1:3] <= place[1:3]]
    return _fault(place, problem.code, field_named(before[-1], keys) if before else None)


def _fault(place: Location, code: str, field: Field | None) -> Problem:
    group: type = Consent
    known = ", ".join(fields_of(group))
    advice = {
        "advice_vi": f"Viết: {_example(field)}" if field else f"Sửa chỗ ấy. Các mục: {known}.",
        "advice_en": f"Write: {_example(field)}" if field else f"Mend that place. The keys are: {known}.",
    }
    at = {
        "at_vi": f" ở mục “{field.name}”" if field else "",
        "at_en": f" at “{field.name}”" if field else "",
    }
    bare = Location(place.file, place.line, place.column)
    return consent_messages.CONSENT_FAULT.at(bare, fault=code, **at, **advice)


def _example(field: Field) -> str:
    """How a key is written, with all that may stand there where that is a choice."""
    kind: FieldType = field.type
    item = kind.item if isinstance(kind, ListOf) else kind
    words = ", ".join(item.options) if isinstance(item, Choice) else item.example
    return f"{field.name}: [{words}]" if isinstance(kind, ListOf) else f"{field.name}: {words}"
