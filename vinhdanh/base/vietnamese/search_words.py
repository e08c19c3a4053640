"""Words as search sees them: what counts as one, and which spellings are the same.

The search script of the site folds in the same way; one table of cases (`tests/search/words.json`) holds both to it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vinhdanh.base.vietnamese.text import fold, nfc

_WORD = re.compile(r"[^\W_]+")

_TONE_ON_SECOND = {
    second: first
    for line in (
        "oà òa oá óa oả ỏa oã õa oạ ọa",
        "oè òe oé óe oẻ ỏe oẽ õe oẹ ọe",
        "uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy",
    )
    for second, first in zip(line.split()[::2], line.split()[1::2], strict=True)
}
"""The two customs of placing a tone in an open syllable: hoà and hòa are one word."""


def words(text: str) -> list[str]:
    """The words of a text in lowercase: runs of letters and digits, which in Vietnamese are syllables."""
    return _WORD.findall(nfc(text.lower()))


def word_set(text: str) -> set[str]:
    """The different words of a text. What stands between two spaces is looked into once, not for each text."""
    return set().union(*map(_words_between, set(text.lower().split())))


@lru_cache(maxsize=1 << 16)  # syllables in use with what may stand before and after them
def _words_between(lower: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(nfc(lower)))


@lru_cache(maxsize=1 << 14)  # more than the syllables in use
def spelling(word: str) -> str:
    """The one spelling of a lowercase word, whichever custom of placing tones it follows."""
    ending = _TONE_ON_SECOND.get(word[-2:])
    return word[:-2] + ending if ending and word[-3:-2] != "q" else word


__all__ = ["fold", "spelling", "word_set", "words"]
