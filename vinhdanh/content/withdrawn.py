"""What is written about people who withdrew what they are published on. Nothing of it is remembered between builds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vinhdanh.content.reader import RawRecord


class Theirs(NamedTuple):
    """The paths of files in which such records stand, and the digests of bodies that no other record has."""

    paths: frozenset[str]
    bodies: frozenset[bytes]


def only_theirs(files: Iterable[tuple[str, Sequence[RawRecord]]]) -> Theirs:
    """What of some files, each a path with its records, is about those who withdrew; their translations count too."""
    files = tuple(files)
    gone = {(raw.kind, raw.id) for _, raws in files for raw in raws if _is_withdrawn(raw)}
    if not gone:
        return Theirs(frozenset(), frozenset())
    paths = {path for path, raws in files if any((raw.kind, raw.id) in gone for raw in raws)}
    theirs = {raw.body for _, raws in files for raw in raws if (raw.kind, raw.id) in gone}
    others = {raw.body for _, raws in files for raw in raws if (raw.kind, raw.id) not in gone}
    return Theirs(frozenset(paths), frozenset(theirs - others))


def _is_withdrawn(raw: RawRecord) -> bool:
    basis = raw.values.get("basis")
    return isinstance(basis, Mapping) and "withdrawn" in basis
