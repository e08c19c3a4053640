"""From entries to shards: each word with the numbers of the records that it is in, as compact JSON.

The format is told in `docs/search.md`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import sub

from vinhdanh.base.vietnamese.search_words import fold, spelling, word_set, words
from vinhdanh.showcase.search.entries import Entry
from vinhdanh.showcase.search.sizing import LONGEST, Sizes, card_shard, text_shard, title_shard

COMMON = ""
"""Stands among the spellings of a word that is in too many records to tell them apart; those are not listed."""

PLACES = 15
"""Places in a title that are told apart; all further ones count as this one."""

BASE = 46
SIGNS = "".join(chr(point) for point in range(0x20, 0x7F) if chr(point) not in "\"\\'")
"""The signs that JSON writes as they are, without the apostrophe: 46 for the last digit of a number, 46 for others."""

Lists = Mapping[str, list[int]]
"""Ascending numbers by word as it is spelled."""


def encoded(value: object) -> str:
    """The text of a shard."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def packed(numbers: Sequence[int]) -> str:
    """Ascending numbers as text: the distance of each from the one before, in digits of base 46, the lowest first.

    A digit after which the number goes on is 46 higher. The most frequent distances are thus one sign, which
    compresses to what they tell: a third less than decimal numbers.
    """
    return "".join(map(_packed, map(sub, numbers, (0, *numbers))))


@lru_cache(maxsize=1 << 16)
def _packed(distance: int) -> str:
    signs = ""
    while distance >= BASE:
        signs += SIGNS[BASE + distance % BASE]
        distance //= BASE
    return signs + SIGNS[distance]


def title_lists(entries: Iterable[Entry]) -> Lists:
    """Where words stand in titles: the number of the record, then the place of the word and whether it is the last."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries:
        at = entry.number << 5
        place = 0
        for title in entry.titles:
            spelled = words(title)
            for index, word in enumerate(spelled):
                last = index == len(spelled) - 1
                found[word].append(at | min(place + index, PLACES) << 1 | last)
            place += len(spelled) + 1
    return found


def near_lists(entries: Iterable[Entry]) -> tuple[Lists, Lists]:
    """Where words stand in fields, and where in the text only."""
    fields: defaultdict[str, list[int]] = defaultdict(list)
    texts: defaultdict[str, list[int]] = defaultdict(list)
    for number, titles, near, text in entries:
        above = word_set(" ".join(titles))
        beside = word_set(" ".join(near)) - above
        for word in beside:
            fields[word].append(number)
        for word in word_set(text) - above - beside:
            texts[word].append(number)
    return fields, texts


def _by_term(lists: Lists) -> dict[str, dict[str, list[int]]]:
    """Lists by folded word, then by spelling."""
    found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for word, numbers in lists.items():
        of_term, spelled = found[fold(word)], spelling(word)
        known = of_term.get(spelled)
        of_term[spelled] = sorted({*known, *numbers}) if known else numbers
    return found


def _count(by_spelling: Mapping[str, Sequence[int]]) -> int:
    return sum(map(len, by_spelling.values()))


def title_shards(entries: Iterable[Entry], sizes: Sizes, longest: int = LONGEST) -> Iterator[tuple[str, str]]:
    """The name and the text of each shard of titles."""
    shards: defaultdict[str, dict[str, object]] = defaultdict(dict)
    for term, found in sorted(_by_term(title_lists(entries)).items()):
        listed = {word: packed(found[word]) for word in sorted(found)}
        shards[title_shard(term, sizes)][term] = {COMMON: ""} if _count(found) > longest else listed
    for name in sorted(shards):
        yield name, encoded(shards[name])


def text_shards(entries: Iterable[Entry], sizes: Sizes) -> Iterator[tuple[str, str]]:
    """The name and the text of each shard of fields and texts, the empty ones too."""
    fields, texts = map(_by_term, near_lists(entries))
    shards: list[dict[str, object]] = [{} for _ in range(sizes.texts)]
    for term in sorted(fields.keys() | texts.keys()):
        near, far = fields.get(term, {}), texts.get(term, {})
        listed: dict[str, object] = {}
        if _count(near) > LONGEST or _count(far) > sizes.telling:
            listed, near, far = {COMMON: ""}, near if _count(near) <= LONGEST else {}, {}
        for word in sorted(near.keys() | far.keys()):
            listed[word] = [packed(near.get(word, ())), packed(far.get(word, ()))]
        shards[text_shard(term, sizes)][term] = listed
    for name, shard in enumerate(shards):
        yield str(name), encoded(shard)


def card_shards(cards: Iterable[Sequence[object]], sizes: Sizes) -> Iterator[tuple[str, str]]:
    """The name and the text of each shard of cards, whose first value is the number; the empty ones too."""
    shards: list[list[Sequence[object]]] = [[] for _ in range(sizes.cards)]
    for card in cards:
        number = card[0]
        assert isinstance(number, int)
        shards[card_shard(number, sizes)].append(card)
    for name, shard in enumerate(shards):
        yield str(name), encoded(shard)
