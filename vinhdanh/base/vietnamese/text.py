"""Plain text: normal form, search folding, slugs and shortening."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_COMBINING_MARK = re.compile("[\u0300-\u036f]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LOOSE_END = " ,;:.!?–—-"
_ELLIPSIS = "…"

# Latin letters up to U+01B0 (ư) and the block U+1EA0–1EF9 hold every precomposed Vietnamese letter.
_VIETNAMESE_RANGES = (range(0x00C0, 0x01B1), range(0x1EA0, 0x1EFA))


def _unmarked(char: str) -> str:
    """Strip tones and vowel marks from one lowercase character; đ, which has no decomposition, becomes d."""
    bare = _COMBINING_MARK.sub("", unicodedata.normalize("NFD", char))
    return "d" if bare == "đ" else bare


_UNMARKED = {point: _unmarked(chr(point)) for points in _VIETNAMESE_RANGES for point in points}


def nfc(text: str) -> str:
    """Return `text` in Unicode Normalization Form C, the only form kept inside the program."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return `text` in lowercase without tones and vowel marks, đ as d, for search and suggestions.

    Composed and decomposed input fold alike. Letters of other scripts stay as they are.
    """
    return " ".join([_fold_word(word) for word in text.split(" ")])


@lru_cache(maxsize=1 << 14)  # more than the syllables in use
def _fold_word(word: str) -> str:
    folded = word.lower().translate(_UNMARKED)
    if folded.isascii():
        return folded
    return nfc(_COMBINING_MARK.sub("", unicodedata.normalize("NFD", folded)))


def slugify(text: str) -> str:
    """Return `text` as an ASCII slug `[a-z0-9]+(-[a-z0-9]+)*`, or an empty string when nothing is left."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def is_slug(text: str) -> bool:
    """Say whether `text` has the form that `slugify` gives."""
    return _SLUG.fullmatch(text) is not None


def squeeze(text: str) -> str:
    """Return `text` with single spaces inside and none around."""
    return " ".join(text.split())


def first_line(text: str, limit: int) -> str:
    """Return the first paragraph of `text` on one line, at most `limit` characters long.

    A longer paragraph is cut at a word boundary and ends in "…"; a single word that is longer than the
    limit is cut inside. `limit` counts characters of the NFC form and must be at least 1.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    paragraph = _BLANK_LINE.split(nfc(text).strip(), maxsplit=1)[0]
    line = squeeze(paragraph)
    if len(line) <= limit:
        return line
    kept = line[: limit - 1]
    if line[limit - 1] != " ":
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(_LOOSE_END) + _ELLIPSIS
