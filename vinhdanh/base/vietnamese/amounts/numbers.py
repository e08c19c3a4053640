"""Numbers in digits: Vietnamese notation read, Vietnamese and English notation printed."""

from __future__ import annotations

import re
from decimal import Decimal

from vinhdanh.base.vietnamese.amounts.figure import FigureErrorCode
from vinhdanh.base.vietnamese.language import Language

DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
"""Pattern of anything that looks like one number, in whatever notation."""

_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL_DOT = re.compile(r"[0-9]+\.[0-9]+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SWAP = str.maketrans(".,", ",.")
# Decimal arithmetic is exact up to 28 digits; no scale adds significant digits, a sum of many figures may.
_MOST_DIGITS = 18


def read_number(written: str) -> Decimal | tuple[FigureErrorCode, str]:
    """Read digits in Vietnamese notation: "30,7", "1.678.689.152".

    What is not in this notation gives the reason and, where there is one likely meaning, the Vietnamese
    spelling.
    """
    if sum(char.isdigit() for char in written) > _MOST_DIGITS:
        return FigureErrorCode.GROUPING, ""
    if _PLAIN.fullmatch(written) or _GROUPED.fullmatch(written):
        return simplest(Decimal(written.replace(".", "").replace(",", ".")))
    if _DECIMAL_DOT.fullmatch(written):
        return FigureErrorCode.AMBIGUOUS_DOT, written.translate(_SWAP)
    if _ENGLISH.fullmatch(written):
        return FigureErrorCode.ENGLISH_NOTATION, written.translate(_SWAP)
    return FigureErrorCode.GROUPING, ""


def print_number(number: Decimal, lang: Language) -> str:
    """Print a number with all its digits: "1.234,5" in Vietnamese, "1,234.5" in English."""
    english = f"{simplest(number):,f}"
    return english.translate(_SWAP) if lang == "vi" else english


def simplest(number: Decimal) -> Decimal:
    """Return the same number without trailing zeros after the decimal sign and without an exponent."""
    return Decimal(int(number)) if number == int(number) else number.normalize()


def decimals_of(number: Decimal) -> int:
    """Count the digits after the decimal sign, trailing zeros left out."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
