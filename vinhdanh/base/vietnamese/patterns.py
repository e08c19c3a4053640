"""Pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(spellings: Iterable[str]) -> str:
    """Return a pattern for any of the spellings, the longest first, with any white space inside."""
    longest_first = sorted(spellings, key=len, reverse=True)
    return "|".join(re.escape(spelling).replace(r"\ ", r"\s+") for spelling in longest_first)


def insensitive(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that takes capitals and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
