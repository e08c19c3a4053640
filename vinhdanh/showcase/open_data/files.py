"""Which file a record is in. Records that are too many for one file are dealt out by the digest of their id.

A record keeps its file whatever comes or goes beside it, so that one edit rewrites one CSV and one JSON file; only when
a kind outgrows its files, each of them parts in two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vinhdanh.base import digest
from vinhdanh.content.model.kinds import Kind
from vinhdanh.content.model.record import Record

FOLDER = "du-lieu"
"""Where the files stand, with the page that explains them."""

DESCRIPTOR = f"{FOLDER}/datapackage.json"

FILE_LENGTH = 2000
"""Records in a file, on average, at most: a megabyte or two, which any spreadsheet opens and a build writes at once."""


class File(NamedTuple):
    """One file of a kind without its ending, such as `people` or `people-03`, relative to `FOLDER`."""

    name: str
    records: tuple[Record, ...]

    def path(self, ending: str) -> str:
        """The output path of the file in one format."""
        return f"{FOLDER}/{self.name}.{ending}"


def names_of(kind: Kind, count: int) -> tuple[str, ...]:
    """The names of the files of a kind that has `count` records."""
    files = _number_of_files(count)
    if files == 1:
        return (kind.folder,)
    width = len(str(files - 1))
    return tuple(f"{kind.folder}-{number:0{width}}" for number in range(files))


def files_of(kind: Kind, records: Sequence[Record]) -> Iterator[File]:
    """The files of a kind one after another, each with its records by id."""
    names = names_of(kind, len(records))
    dealt: list[list[Record]] = [[] for _ in names]
    for record in records:
        dealt[_number_of(record.id, len(names))].append(record)
    for name, found in zip(names, dealt, strict=True):
        yield File(name, tuple(sorted(found, key=lambda record: record.id)))


def _number_of_files(count: int) -> int:
    """The least power of two that keeps files short; when it doubles, each file parts in two."""
    files = 1
    while count > files * FILE_LENGTH:
        files *= 2
    return files


def _number_of(id: str, files: int) -> int:
    return int.from_bytes(digest.of_bytes(id.encode())[:4], "big") % files
