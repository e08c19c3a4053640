"""Whose record says something else than what they agreed to: it needs to be confirmed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vinhdanh.base import disk
from vinhdanh.base.problems import Location, Problem
from vinhdanh.content import consent_messages, consents
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.editing.trust.proof import seal_of_subject
from vinhdanh.editing.trust.subjects import subject_of
from vinhdanh.editing.trust.substance import DIGITS

LEAST = 4
"""Digits of a seal by which somebody shows that they hold the proof of the text as it is now."""


def to_confirm_again(root: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """A warning for everybody whose substance has another seal than the one that was signed. Raises DiskError."""
    agreements = consents.load(root)
    if not agreements.records:
        return
    for record in catalogue.known():
        if isinstance(record, (Person, Collective)):
            consent = agreements.of(record.basis)
            subject = subject_of(root, record) if consent and not consent.withdrawn else None
            if consent and subject and not same_seal(seal_of_subject(root, catalogue, subject), consent.seal):
                yield consent_messages.CONFIRM_AGAIN.at(_place_of_basis(root, record), id=record.id)


def _place_of_basis(root: Path, record: Record) -> Location:
    """Where the basis of a record is written, without its line, which may tell the name; else where it begins."""
    file, first = record.location.file, record.location.line
    lines = disk.read(root / file).decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines[first - 1 :], first):
        if "basis" in line:
            return Location(file, number, line.index("basis") + 1)
    return Location(file, first, record.location.column)


def same_seal(one: str, other: str) -> bool:
    """Whether two seals are the same, however they are spaced."""
    return _digits(one) == _digits(other)


def begins_seal(written: str, seal: str) -> bool:
    """Whether what somebody typed is a seal or its beginning, of `LEAST` digits or more."""
    return len(_digits(written)) >= LEAST and _digits(seal).startswith(_digits(written))


def is_seal(written: str) -> bool:
    """Whether what somebody typed has the form of a whole seal."""
    digits = _digits(written)
    return len(digits) == DIGITS and set(digits) <= set("0123456789abcdef")


def why_no_seal(written: str, seal: str) -> tuple[str, str] | None:
    """What is wrong with what somebody typed for the seal of a signed proof, in Vietnamese and English; `seal` is that
    of the text as it is now."""
    if begins_seal(written, seal) or is_seal(written):
        return None
    return (
        f"“{written}” không phải dấu của phiếu: gõ đủ 16 chữ số in cuối phiếu đã ký (dấu hiện nay là {seal}).",
        f"“{written}” is not the seal of a proof: type all 16 digits of the signed one (it is {seal} now).",
    )


def _digits(seal: str) -> str:
    return "".join(seal.split()).lower()
