"""Looking for what is left of somebody in everything that a build wrote: names of files and every byte of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from vinhdanh.base import disk
from vinhdanh.base.vietnamese.spellings import Spellings
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.naming import tells_name

_RUN = re.compile(rb"(?:[\x20-\x7e]|[\xc3-\xc6\xcc\xcd][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf]){5,}")
"""A run of letters that Vietnamese is written with in UTF-8, in a file of another kind: of what a picture or a database
is made of, hardly anything passes."""


class Leftover(NamedTuple):
    """Where something is left: the file, and what stands there with a little of what is around it."""

    place: str
    words: str


def in_output(folder: Path, record: Record, spellings: Spellings) -> Iterator[Leftover]:
    """What is left in a published folder, hidden files too: the name, and addresses that tell it. Raises DiskError."""
    address = _address_of(record) if tells_name(record.id, record) else None
    for path in disk.everything(folder):
        yield from _in_text(path, path, spellings, address)
        text = _text(folder / path)
        if text is not None:
            yield from _in_text(path, text, spellings, address)


def in_memory(
    folder: Path, texts: Iterable[str], record: Record, spellings: Spellings, own: Iterable[str]
) -> Iterator[Leftover]:
    """What is left in the folder of what builds remember, whose memory holds `texts`. Raises DiskError.

    The id and `own`, the names of files in content/, are no leftover there: content/ still has them, and whoever reads
    what builds remember has content/ too.
    """
    stems = {record.id, *(PurePosixPath(path).name.split(".")[0] for path in own)}
    known = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(stems)))})(?![\w-])")
    for path in disk.everything(folder):
        yield from _in_text(path, known.sub(" ", path), spellings, None)
        text = _text(folder / path)
        if text is not None:
            yield from _in_text(path, known.sub(" ", text), spellings, None)
    for text in texts:
        yield from _in_text("memory.sqlite", known.sub(" ", text), spellings, None)


def _in_text(
    place: str, text: str, spellings: Spellings, address: re.Pattern[str] | None
) -> Iterator[Leftover]:
    """Each thing once for a place."""
    found = [Leftover(place, each.excerpt) for each in spellings.find_decoded(text)]
    if address and not found:
        found = [Leftover(place, match[0]) for match in address.finditer(text)]
    yield from found[:1]


def _text(file: Path) -> str | None:
    """The bytes of a file as text; None for a link, of which only the name is ours."""
    if disk.stamp(file) is None:
        return None
    data = disk.read(file)
    return (b"\n".join(_RUN.findall(data)) if b"\0" in data else data).decode("utf-8", "replace")


def _address_of(record: Record) -> re.Pattern[str]:
    """The record's place in addresses and in names of files: below the folder of its kind."""
    kind = by_key()[record.kind]
    folders = "|".join(sorted({kind.folder, *kind.path}))
    return re.compile(rf"(?:{folders})(?:/|%2[Ff]){re.escape(record.id)}(?![a-z0-9-])")
