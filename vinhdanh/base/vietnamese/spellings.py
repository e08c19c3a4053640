"""Finding a personal name in a text however it was written: to prove that it is gone, or to say where it still stands.

The same name counts with all its marks or with some of them missing, in any case and normal form, with anything
between its syllables that is no letter (also nothing: `TruongThaiSon`), within addresses and JSON, and with initials. A
syllable with another mark is another name: “Thái” is not found where “Thải” stands.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from vinhdanh.base.vietnamese.text import fold, nfc, squeeze

LEAST_SYLLABLES = 2
"""A name of one syllable is a word of the language (“Lan”, “Hoa”): a search for it would tell nothing."""

LEAST_FOR_INITIALS = 3
"""Two initials are too often an abbreviation of something else: “T.S.” is a doctor."""

EXCERPT = 40
"""Characters that are shown on either side of what was found."""

_LETTERS = (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
_PLAIN = {point: fold(chr(point)) for point in _LETTERS if len(fold(chr(point))) == 1}
"""One letter for one letter, so that places in a folded text are places in the text."""

_BETWEEN = r"(?:<[^<>]{0,80}>|&\#?\w{1,8};|[\W_]){0,12}?"
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BLANK_ESCAPE = re.compile(r"\\[nrtbf]")


class Spelling(NamedTuple):
    """Where in a text a name was found (in characters), as it stands there, and with what is around it."""

    start: int
    words: str
    excerpt: str


class Spellings:
    """Finds the names of one person, but not where they are only a part of a longer name of somebody else."""

    def __init__(self, names: Iterable[str], others: Iterable[str] = ()) -> None:
        """`names` are the person's own, `others` those of everybody else that may stand where they like."""
        self._syllables = [nfc(name).lower().split() for name in _with_turned(names)]
        self._syllables = [each for each in self._syllables if len(each) >= LEAST_SYLLABLES]
        self._patterns = [_pattern(each) for each in self._syllables]
        own = [f" {fold(' '.join(each))} " for each in self._syllables]
        longer = (name for name in others if any(each in f" {fold(squeeze(name))} " for each in own))
        self._longer = [
            _pattern(nfc(name).lower().split()) for name in longer if f" {fold(name)} " not in own
        ]
        self._initials = [_initials(each) for each in self._syllables if len(each) >= LEAST_FOR_INITIALS]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._patterns)

    def find(self, text: str) -> Iterator[Spelling]:
        """Every place in a text as it stands, in the order of the patterns; offsets are those of its NFC form."""
        text = nfc(text)
        plain = text.translate(_PLAIN)
        spans = [match.span() for pattern in self._longer for match in _words(pattern, plain)]
        for pattern, syllables in zip(self._patterns, self._syllables, strict=True):
            for match in _words(pattern, plain):
                inside = any(start <= match.start() and match.end() <= end for start, end in spans)
                written = (text[slice(*match.span(at))] for at in range(1, len(syllables) + 1))
                if not inside and all(map(_may_be, written, syllables)):
                    yield _spelling(text, match.start(), match.end())
        for pattern in self._initials:
            for match in pattern.finditer(text):
                if "." in match[0]:
                    yield _spelling(text, match.start(), match.end())

    def find_decoded(self, text: str) -> Iterator[Spelling]:
        """Every place in a text, also where it is written as in JSON, in HTML or in an address."""
        found = list(self.find(text))
        yield from found
        plain = decoded(text)
        if plain != text:
            known = {each.words for each in found}
            yield from (each for each in self.find(plain) if each.words not in known)


def decoded(text: str) -> str:
    """A text with the escapes of JSON, of HTML and of addresses undone."""
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text
    text = _BLANK_ESCAPE.sub(" ", text) if "\\" in text else text
    text = unquote(text, errors="replace") if "%" in text else text
    return html.unescape(text) if "&" in text else text


def _with_turned(names: Iterable[str]) -> list[str]:
    """The names, and each with its family name last, as English texts write it."""
    own = [squeeze(name) for name in names]
    turned = [" ".join((*each.split()[1:], each.split()[0])) for each in own if len(each.split()) > 2]
    return list(dict.fromkeys((*own, *turned)))


def _pattern(syllables: Iterable[str]) -> re.Pattern[str]:
    """The syllables without marks, each a group. It begins with plain letters, which the search runs to quickly."""
    return re.compile(_BETWEEN.join(f"({re.escape(fold(each))})" for each in syllables))


def _words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches that have nothing of a word before or behind them."""
    for match in pattern.finditer(text):
        before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not before.isalnum() and not behind.isalnum():
            yield match


def _may_be(written: str, syllable: str) -> bool:
    """Whether a syllable has no mark that the name does not have; where in it the tone stands is a matter of taste."""
    return not Counter(_marks(written)) - Counter(_marks(syllable))


def _marks(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in plain if unicodedata.combining(sign) or sign == "đ")


def _initials(syllables: list[str]) -> re.Pattern[str]:
    """Capitals with full stops for some of the syllables or all: “T.T.S”, “Trương T. Sơn”."""
    parts = []
    for at, syllable in enumerate(syllables):
        first = "".join(dict.fromkeys((syllable[0].upper(), fold(syllable[0]).upper())))
        whole = "|".join(dict.fromkeys(re.escape(each.capitalize()) for each in (syllable, fold(syllable))))
        stop = r"\.?" if at == len(syllables) - 1 else r"\."
        parts.append(f"(?:{whole}|[{first}]{stop})")
    return re.compile(r"(?<![\w.])" + r"[ \u00a0]?".join(parts) + r"(?!\w)")


def _spelling(text: str, start: int, end: int) -> Spelling:
    return Spelling(start, text[start:end], squeeze(text[max(0, start - EXCERPT) : end + EXCERPT]))
