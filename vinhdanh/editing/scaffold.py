"""A new content file: what must be there filled in, what may be there to be uncommented, each key below its hint.

Keys, labels and hints are the model's. The file is read and checked before it is written, by what reads all others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vinhdanh.base.vietnamese.text import fold, nfc, slugify
from vinhdanh.content import reader, value_messages
from vinhdanh.content.domain_types import PartyType
from vinhdanh.content.fields import Field, FieldType, fields_of, keys_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import DATA_FOLDER, KINDS, Kind
from vinhdanh.content.model.record import Record
from vinhdanh.content.quoting import exactly
from vinhdanh.content.reader import Extras
from vinhdanh.content.scalars import Reference, Text

Written = Mapping[str, "str | Sequence[str] | Written"]
"""Values as somebody gave them, by key: one text, several for a list, or those of a group."""

DRAFTED = ("person", "collective", "initiative", "story", "event", "experience", "page")
"""Kinds that begin as drafts: nobody is published half-written. The others are names that these refer to."""

LISTED = ("source", "place", "sector")
"""Kinds that are lists of facts without a body; each stands in a file of its own beside the lists."""

ID_LENGTH = 60
"""Letters of an id that is made from a name: what a search engine shows of an address, and far below what file systems
allow."""

_PLAIN = re.compile(r"\w(?:[\w .,/()%+–-]*[\w.)%])?")
"""Texts that need no quotes: they can mean nothing else to YAML."""

_NOTHING = ("null", "Null", "NULL")


class UnknownKeyError(Exception):
    """A key that the kind does not have; `key` is what was written."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Draft(NamedTuple):
    """A file to be written: its path below content/, and its text."""

    path: str
    text: str


def kind_named(written: str) -> Kind | None:
    """The kind that is meant by its key, its folder, or its name in either language."""
    wanted = fold(written).replace("-", " ").replace("_", " ").strip()
    for kind in KINDS:
        if wanted in (kind.key, kind.folder, *map(fold, (*kind.one, *kind.many))):
            return kind
    return None


def id_from(name: str) -> str:
    """The id that a name gives: its words without tones, as many as stay readable in an address; may be empty."""
    slug = slugify(name)
    if len(slug) <= ID_LENGTH:
        return slug
    return slug[: ID_LENGTH + 1].rpartition("-")[0] or slug[:ID_LENGTH]


def required_fields(kind: Kind, extras: Extras) -> list[Field]:
    """The fields that a record of a kind must have, its name first."""
    fields = {**fields_in_order(kind), **extras.get(kind.key, {})}
    found = [field for field in fields.values() if field.required]
    return sorted(found, key=lambda field: field.name != kind.heading)


def fields_in_order(kind: Kind) -> Mapping[str, Field]:
    """The fields of a kind, its own before those that every kind has."""
    record: type = kind.record
    every: type = Record
    own = {name: field for name, field in fields_of(record).items() if fields_of(every).get(name) != field}
    return {**own, **fields_of(record)}


def values_from(kind: Kind, pairs: Sequence[tuple[str, str]], extras: Extras) -> Written:
    """Values from keys with texts; a key may come again for a list, and `group.key` names a key within a group.

    Raises UnknownKeyError.
    """
    record: type = kind.record
    keys = {**keys_of(record), **extras.get(kind.key, {})}
    values: dict[str, str | Sequence[str] | Written] = {}
    for written, text in pairs:
        key, _, inner = written.partition(".")
        field = keys.get(key) or keys.get(slugify(key).replace("-", "_"))
        if field is None:
            raise UnknownKeyError(written)
        before = values.get(field.name)
        if inner:
            group = dict(before) if isinstance(before, Mapping) else {}
            values[field.name] = {**group, inner: text}
        elif isinstance(field.type, ListOf):
            values[field.name] = (*(before if isinstance(before, tuple) else ()), text)
        else:
            values[field.name] = text
    return values


def faults_of(kind: Kind, key: str, extras: Extras, lang: str, text: str) -> list[str]:
    """What is wrong with a text as the value of a key, in sentences; nothing is the usual answer."""
    lines = "\n".join(_lines(key, text))
    reading = reader.read_file(f"{kind.folder}/a.yaml", f"{lines}\n".encode(), extras)
    return [
        f"{problem.message(lang)} {problem.advice(lang)}"
        for problem in reading.problems
        if problem.location and problem.code != value_messages.MISSING_REQUIRED.code
    ]


def path_of(kind: Kind, id: str) -> str:
    """Where the file of a new record goes, below content/."""
    folder = f"{DATA_FOLDER}/{kind.folder}" if kind.key in LISTED else kind.folder
    return f"{folder}/{id}.{'yaml' if kind.key in LISTED else 'md'}"


def draft(kind: Kind, id: str, values: Written, extras: Extras, lang: str) -> Draft:
    """The file of a new record."""
    fields = {**fields_in_order(kind), **extras.get(kind.key, {})}
    given = dict(values)
    if kind.key in DRAFTED:
        given.setdefault("draft", "có")
    first = [field.name for field in required_fields(kind, extras)]
    ordered = [*first, *(name for name in fields if name in given and name not in first)]
    lines = [line for name in ordered if name in given for line in _entry(fields[name], given[name], lang)]
    lines += ["", _MORE[lang == "en"]]
    for name, field in fields.items():
        if name not in given:
            lines += ["", _hint(field, lang), f"# {name}:{_example(field.type)}"]
    listed = kind.key in LISTED
    fenced = lines if listed else ["---", *lines, "---", ""]
    return Draft(path_of(kind, id), "\n".join(fenced) + "\n")


_MORE = (
    "# Những mục có thể thêm: bỏ dấu # ở đầu dòng của mục rồi điền.",
    "# What may be added: take the # away before a key and fill it in.",
)


def _entry(field: Field, value: str | Sequence[str] | Written, lang: str) -> list[str]:
    return [_hint(field, lang), *_lines(field.name, value)]


def _lines(key: str, value: str | Sequence[str] | Written) -> list[str]:
    """A key with its value, as YAML in block style."""
    if isinstance(value, str):
        return [f"{key}: {scalar(value)}"]
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {line}" for inner, text in value.items() for line in _lines(inner, text))]
    return [f"{key}:", *(f"  - {scalar(text)}" for text in value)]


def _hint(field: Field, lang: str) -> str:
    english = lang == "en"
    hint = field.hint[english]
    label = field.en if english else field.vi
    return f"# {label}: {hint}" if hint else f"# {label}"


def _example(kind: FieldType) -> str:
    """What a commented key is followed by: a form to fill where the shape matters, nothing where words belong."""
    inner = kind.item if isinstance(kind, ListOf) else kind
    example = inner.example
    if isinstance(inner, Group):
        fields = fields_of(inner.group)
        needed = [name for name, field in fields.items() if field.required]
        if inner.short and set(needed) <= {inner.short}:
            inner = fields[inner.short].type
            example = inner.example
        elif needed:
            example = f"{{{', '.join(f'{name}: …' for name in needed)}}}"
    if isinstance(inner, (Text, Reference, PartyType)):
        return ""
    return f" [{example}]" if isinstance(kind, ListOf) else f" {example}"


def scalar(text: str) -> str:
    """A text as a YAML value on one line, in quotes where it needs them."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in nfc(text)).split())
    return line if _PLAIN.fullmatch(line) and line not in _NOTHING else exactly(line)
