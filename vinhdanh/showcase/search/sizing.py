"""How finely the index is cut, and which number each record has in it: functions of the collection alone.

Every size is a power of two that grows in steps with the number of records, so that between two steps a new record
changes the shards that it is in and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

SMALLEST = 256
"""Records up to which the index is cut as for this many."""

SPREAD = 4
"""Numbers for each record: so many that few records want the same one."""

TOGETHER = 16
"""Records for each shard of cards and for each shard of text."""

TELLING = 1 << 11
"""Records in whose text a word may stand, however few there are in all, and still tell them apart."""

LONGEST = 1 << 15
"""Records that a list may have at most: it costs a reader 40 kB."""

DEPTHS = ((1 << 15, 2), (1 << 18, 3))
"""Up to how many records a shard of titles is for how many first letters; beyond the last, for four."""

Key = tuple[str, str]


class Sizes(NamedTuple):
    """The cut of an index."""

    numbers: int
    """Numbers that records may have: from 0. An English twin has that of its original and this many more."""
    cards: int
    """Shards of cards."""
    texts: int
    """Shards of words in fields and texts."""
    depth: int
    """First letters of a word that decide in which shard of titles it is."""
    telling: int
    """Records in whose text alone a word may stand before it counts as common."""


def sizes_of(records: int) -> Sizes:
    """The cut for a number of records."""
    room = SMALLEST
    while room < records:
        room *= 2
    depth = next((depth for most, depth in DEPTHS if room <= most), 4)
    telling = min(max(TELLING, room // 8), LONGEST)
    return Sizes(room * SPREAD, room // TOGETHER, room // TOGETHER, depth, telling)


def numbered(keys: Iterable[Key], sizes: Sizes) -> Mapping[Key, int]:
    """A number for each record. Of two that want the same, the later key takes the next that is free."""
    taken: dict[int, Key] = {}
    for key in sorted(keys):
        wanted = (
            int.from_bytes(blake2b("/".join(key).encode(), digest_size=8).digest(), "big") % sizes.numbers
        )
        while wanted in taken:
            wanted = (wanted + 1) % sizes.numbers
        taken[wanted] = key
    return {key: number for number, key in taken.items()}


def text_shard(term: str, sizes: Sizes) -> int:
    """The shard of a folded word in fields and texts: FNV-1a (Fowler, Noll, Vo) of 32 bits over its UTF-8."""
    found = 0x811C9DC5
    for byte in term.encode():
        found = ((found ^ byte) * 0x01000193) & 0xFFFFFFFF
    return found & (sizes.texts - 1)


def title_shard(term: str, sizes: Sizes) -> str:
    """The shard of a folded word in titles: its first letters, filled up with `_`; `_` for what is not ASCII."""
    return term[: sizes.depth].ljust(sizes.depth, "_") if term.isascii() else "_"


def card_shard(number: int, sizes: Sizes) -> int:
    """The shard of the card of a record, which has its twin's too."""
    return number % sizes.numbers * sizes.cards // sizes.numbers
