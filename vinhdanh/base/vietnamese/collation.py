"""Vietnamese alphabetical order, as Unicode CLDR defines it for the locale `vi`.

The rules are those of CLDR `common/collation/vi.xml` (ă â đ ê ô ơ ư are letters of their own; tones in the
order ngang, huyền, hỏi, ngã, sắc, nặng) on top of the CLDR root order, which gives spaces, punctuation,
symbols, digits and the other Latin letters their places. Three levels are compared one after the other over
the whole string: letters, then tones and other marks, then case.

Beyond Latin script the order is simpler than CLDR's: other letters follow ỹ by code point, and a symbol
missing from the table below stands just before the digits.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from vinhdanh.base.vietnamese.text import nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_DIGITS = "0123456789"
# CLDR root order of white space, punctuation, symbols and currency signs.
_SYMBOLS = (
    "\t\n\x0b\x0c\r\x85\u2028\u2029 _‗-‐‒–—―,;:!¡?¿.·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•′※`´^¯¨¸°©®"
    "←→↑↓↔+±÷×<=>¬|¦~−⁄∙√∞≈≤≥■□▪●★☆♀♂♥¤¢$£¥₩₫€"
)
# Order of combining marks: the five Vietnamese tones stand together, after CLDR's tailoring for `vi`.
_MARKS = (
    "\u0332\u0313\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0342\u0308\u030b\u0307\u0338\u0327\u0328"
    "\u0304\u0335"
)
# Private-use characters that stand for differences of the second level that Unicode has no mark for.
_VARIANTS = "\ue000\ue001\ue002\ue003"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VOWELS_WITH_MARK = {
    "a" + _BREVE: "ă",
    "a" + _CIRCUMFLEX: "â",
    "e" + _CIRCUMFLEX: "ê",
    "o" + _CIRCUMFLEX: "ô",
    "o" + _HORN: "ơ",
    "u" + _HORN: "ư",
}
# Characters that CLDR orders as one or two others, though Unicode does not decompose them.
_DECOMPOSED = {
    "ð": "d" + _VARIANTS[0],
    "ħ": "h\u0335",
    "ł": "l\u0335",
    "ø": "o\u0338",
    "æ": "a" + _VARIANTS[0] + "e",
    "œ": "o" + _VARIANTS[0] + "e",
    "ß": "ss",
    **{quote: "'" + variant for quote, variant in zip("‘’‚‛", _VARIANTS, strict=True)},
    **{quote: '"' + variant for quote, variant in zip("“”„‟", _VARIANTS, strict=True)},
}

_LEVEL_BREAK = b"\x01"
_COMMON = "\x02"
# Variants of a letter by Unicode's decomposition tag: these stand between the plain small letter and the
# plain capital, all others (superscripts, fractions) after the capitals. CLDR sorts ß there too.
_EARLY_VARIANTS = ("", "<wide", "<compat", "<font", "<circle")
_LATE_VARIANT, _LATE_CAPITAL = "\x0e", "\x0f"
_SECONDARY = {mark: chr(3 + place) for place, mark in enumerate(_MARKS + _VARIANTS)}
_OTHER_MARK = chr(3 + len(_SECONDARY))
_PRIMARY_START = 0x10
_ORDERED = [*_SYMBOLS, "", *_DIGITS, *_ALPHABET, "\U0010ffff"]
_PRIMARY = {char: chr(_PRIMARY_START + place) for place, char in enumerate(_ORDERED)}
_OTHER_SYMBOL, _OTHER_LETTER = _PRIMARY[""], _PRIMARY["\U0010ffff"]
_SPACE, _COMMON_BYTE = _PRIMARY[" "].encode(), _COMMON.encode()
_HEADINGS = {_PRIMARY[letter]: letter.upper() for letter in _ALPHABET}
_OTHER_HEADING = "#"
_IGNORED_CATEGORIES = frozenset({"Cc", "Cf"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def _parts(char: str) -> str:
    """Split a character into base characters and marks; one that has a weight of its own is not split."""
    lower = char.lower()
    if lower in _PRIMARY:
        return char
    if lower in _DECOMPOSED:
        parts = _DECOMPOSED[lower]
        return parts if lower == char else parts.upper()
    plainer = unicodedata.normalize("NFD", char)
    if plainer == char:
        plainer = unicodedata.normalize("NFKD", char)
    return char if plainer == char else "".join(map(_parts, plainer))


def _base_weight(char: str) -> str:
    """Return the first-level weight of a base character; an ignored one has none."""
    weight = _PRIMARY.get(char)
    if weight is not None:
        return weight
    category = unicodedata.category(char)
    if category in _IGNORED_CATEGORIES or ord(char) in _VARIATION_SELECTORS:
        return ""
    return (_OTHER_LETTER if category[0] in "LMNC" else _OTHER_SYMBOL) + char


def _case_weights(char: str) -> tuple[str, str]:
    """Return the third-level weights of the small and the capital letters that a character is made of."""
    tag, bracket, _ = unicodedata.decomposition(char).partition(">")
    if char.lower() == "ß" or (bracket and tag not in _EARLY_VARIANTS):
        return _LATE_VARIANT, _LATE_CAPITAL
    place = _EARLY_VARIANTS.index(tag) if bracket else 0
    return chr(ord(_COMMON) + place), chr(ord(_COMMON) + len(_EARLY_VARIANTS) + place)


def _weigh(char: str) -> tuple[str, str, str]:
    """Return the weights of one NFC character on the three levels."""
    small, capital = _case_weights(char)
    letters: list[str] = []
    secondary = tertiary = ""
    for part in _parts(char):
        lower = part.lower()
        vowel = _VOWELS_WITH_MARK.get(letters[-1] + part) if letters else None
        if vowel:
            letters[-1] = vowel
        elif part in _SECONDARY or unicodedata.combining(part):
            secondary += _SECONDARY.get(part) or _OTHER_MARK + part
        elif _base_weight(lower):
            letters.append(lower)
            secondary += _COMMON
            tertiary += small if part == lower else capital
    return "".join(map(_base_weight, letters)), secondary, tertiary


def _common_points() -> list[int]:
    """Return the code points of Latin letters up to ư, combining marks and Vietnamese precomposed letters."""
    return [*range(0x01B1), *range(0x0300, 0x0370), *range(0x1EA0, 0x1EFA)]


_WEIGHTS = {chr(point): _weigh(chr(point)) for point in _common_points()}


@lru_cache(maxsize=1 << 14)  # more than the syllables in use
def _weigh_word(word: str) -> tuple[bytes, bytes, bytes]:
    """Return the encoded weights of an NFC text on the three levels.

    No character's weights depend on its neighbours, and UTF-8 keeps the order of code points, so that the
    weights of a text are those of its words put together.
    """
    weights = [_WEIGHTS.get(char) or _weigh(char) for char in word]
    return _encode(weights, 0), _encode(weights, 1), _encode(weights, 2)


def _encode(weights: list[tuple[str, str, str]], level: int) -> bytes:
    return "".join([weight[level] for weight in weights]).encode("utf-8", "surrogatepass")


def sort_key(text: str) -> bytes:
    """Return a key whose byte order is the Vietnamese alphabetical order of texts.

    Canonically equal texts (NFC, NFD) have equal keys, and so have texts that differ in ignored control
    characters only. Any text has a key, whatever its script.
    """
    words = [_weigh_word(word) for word in nfc(text).split(" ")]
    letters = _SPACE.join([word[0] for word in words])
    # The common weight is the lowest of its level, so that leaving it off at the end keeps the order.
    tones = _COMMON_BYTE.join([word[1] for word in words]).rstrip(_COMMON_BYTE)
    cases = _COMMON_BYTE.join([word[2] for word in words]).rstrip(_COMMON_BYTE)
    return _LEVEL_BREAK.join((letters, tones, cases))


def letter_of(text: str) -> str:
    """Return the heading of an A–Z list under which `text` stands.

    Tones and foreign marks fall away ("Ánh" stands under A), Vietnamese letters stay ("Ấn" under Â, "Đức"
    under Đ). A text that begins with anything but a Latin letter of the list stands under "#".
    """
    letters = _weigh_word(nfc(text).partition(" ")[0])[0].decode("utf-8", "surrogatepass")
    return _HEADINGS.get(letters[:1], _OTHER_HEADING)
