"""Typographic finish of displayed Vietnamese text: quotes, dashes, ellipses and unbreakable spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from vinhdanh.base.vietnamese.amounts.vocabulary import SCALES, UNITS_BY_NAME
from vinhdanh.base.vietnamese.patterns import any_of

_NBSP = "\u00a0"

_QUOTED = re.compile(r'(?<![^\s(\[{“‘/–—-])"(?=\S)([^"\n]+)(?<=\S)"(?!\w)')
_THREE_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_SPACED_HYPHEN = re.compile(r"(?<=[^\s-]) - (?=[^\s-])")
_UNIT = rf"(?:{any_of([*SCALES, *UNITS_BY_NAME, 'VND', 'kV', '°C'])})(?!\w)"
_NUMBER_AND_UNIT = re.compile(
    rf"(?<=[0-9])[ {_NBSP}](?={_UNIT})(?:(?:{any_of(SCALES)})[ {_NBSP}](?={_UNIT}))*"
)
_CITY = re.compile(r"\bTP\. (?=\w)")
_ADDRESSES = ("[Ôô]ng", "[Bb]à", "[Aa]nh", "[Cc]hị", "[Cc]ô", "[Cc]hú", "[Bb]ác", "[Ee]m", "[Đđ]ồng chí")
# The space comes first and small ASCII letters are passed over: searching for the words first is slower.
_ADDRESS_AND_NAME = re.compile(
    r" (?=([^\W\d_a-z]))(?:" + "|".join(rf"(?<=\b{address} )" for address in _ADDRESSES) + ")"
)


@lru_cache(maxsize=1 << 14)  # names, titles and places come on many pages
def tidy(text: str) -> str:
    """Return plain text ready for display; no letter changes, and a second pass changes nothing.

    Straight double quotes that pair up become “ ”, three dots "…", a hyphen between spaces an en dash. No
    line breaks between a number and its unit ("30,7 tỷ đồng"), after "TP.", and between a form of address
    and a name ("chị Thảo"), or before a dash. Not for HTML source, whose attributes need their straight quotes.
    """
    text = _curl_quotes(text)
    # Looking for the plain text first costs a fraction of a search by pattern.
    if "..." in text:
        text = _THREE_DOTS.sub("…", text)
    if " - " in text:
        text = _SPACED_HYPHEN.sub(" – ", text)
    if " – " in text:
        text = text.replace(" – ", f"{_NBSP}– ")
    if "TP. " in text:
        text = _CITY.sub(f"TP.{_NBSP}", text)
    text = _NUMBER_AND_UNIT.sub(_hold_together, text)
    return _ADDRESS_AND_NAME.sub(_hold_name, text)


def _curl_quotes(text: str) -> str:
    """Replace pairs from the inside out: a pair that is found may bare the pair around it."""
    while '"' in text:
        curled = _QUOTED.sub(r"“\1”", text)
        if curled == text:
            break
        text = curled
    return text


def _hold_together(match: re.Match[str]) -> str:
    return match[0].replace(" ", _NBSP)


def _hold_name(match: re.Match[str]) -> str:
    return _NBSP if match[1].isupper() else " "
