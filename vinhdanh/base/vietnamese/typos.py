"""Slips of the hand in typed words."""

from __future__ import annotations

from collections.abc import Mapping


def typo_of(written: str, known: Mapping[str, str]) -> str | None:
    """What was meant by a word that is a single slip away from known ones; None unless they all mean the same.

    A slip is a letter too many, one too few, another one, or two swapped: four out of five misspelt words are one of
    these (F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7 (3), 1964).
    Words of fewer than four letters have too many neighbours to tell.
    """
    if len(written) < 4:
        return None
    found = {meaning for word, meaning in known.items() if is_one_slip(written, word)}
    return found.pop() if len(found) == 1 else None


def is_one_slip(one: str, other: str) -> bool:
    """Whether two different words are a single slip apart."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(one) == len(other):
        swapped = one[start : start + 2] == other[start : start + 2][::-1]
        return one[start + 1 :] == other[start + 1 :] or (swapped and one[start + 2 :] == other[start + 2 :])
    shorter, longer = sorted((one, other), key=len)
    return shorter[start:] == longer[start + 1 :]
