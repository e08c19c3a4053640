"""Addresses and anchors of the letters of an A–Z."""

from __future__ import annotations

_TELEX = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "khac"}
"""Letters that ASCII has not, as they are typed with the Telex method; "#" stands for what is no letter."""


def letter_slug(letter: str) -> str:
    """The part of an address that stands for a letter: "a" for A, "dd" for Đ, "ow" for Ơ."""
    return _TELEX.get(letter) or letter.lower()
