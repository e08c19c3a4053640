"""Personal names: family name (họ), middle name (chữ lót), given name (tên), and the order of people.

Vietnamese people are listed by given name, then middle name, then family name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vinhdanh.base.vietnamese.collation import letter_of, sort_key
from vinhdanh.base.vietnamese.text import nfc, squeeze


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts; `as_written` keeps the order of a name whose parts stand otherwise."""

    family: str
    middle: str
    given: str
    as_written: str = ""

    @property
    def full(self) -> str:
        """The whole name as it is printed."""
        return self.as_written or " ".join(part for part in (self.family, self.middle, self.given) if part)

    @property
    def short(self) -> str:
        """The given name alone, as in "chị Thảo"."""
        return self.given

    @property
    def initial(self) -> str:
        """The letter under which the A–Z of people files the name."""
        return letter_of(self.given)

    @property
    def sort_key(self) -> tuple[bytes, bytes, bytes, str]:
        """Key of the order of people: given name, middle name, family name, then the whole name."""
        return sort_key(self.given), sort_key(self.middle), sort_key(self.family), self.full


@lru_cache(maxsize=1 << 14)  # a person stands in many lists
def parse_name(
    full: str,
    *,
    family: str | None = None,
    middle: str | None = None,
    given: str | None = None,
) -> PersonName:
    """Split a full name into its parts.

    By itself the first syllable is the family name, the last one the given name, the rest the middle name;
    a single syllable is a given name. A part that is passed stands as it is (a double family name, "Niê
    Kđăm" at the end of "Y Thanh Hà Niê Kđăm") and the other parts are taken from the remaining syllables.
    The full name never changes but for white space and normal form.
    """
    syllables = nfc(full).split()
    rest = syllables
    if family is not None:
        rest = _without(rest, family)
    if given is not None:
        rest = _without(rest, given, last=True)
    if middle is not None:
        rest = _without(rest, middle)
    if given is None:
        given, rest = (rest[-1], rest[:-1]) if rest else ("", rest)
    if family is None:
        family, rest = (rest[0], rest[1:]) if rest else ("", rest)
    if middle is None:
        middle = " ".join(rest)
    return PersonName(squeeze(nfc(family)), squeeze(nfc(middle)), squeeze(nfc(given)), " ".join(syllables))


def _without(syllables: list[str], part: str, *, last: bool = False) -> list[str]:
    """Return `syllables` without the first (or last) run that spells `part`; unchanged when there is none."""
    wanted = nfc(part).split()
    starts = [at for at in range(len(syllables)) if syllables[at : at + len(wanted)] == wanted]
    if not wanted or not starts:
        return syllables
    start = starts[-1 if last else 0]
    return syllables[:start] + syllables[start + len(wanted) :]
