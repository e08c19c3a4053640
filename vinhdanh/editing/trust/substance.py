"""What somebody agreed to: the substance of what is published about them, as one digest. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vinhdanh.base import digest
from vinhdanh.content.model.consent import APART

DIGITS = 16
"""Hexadecimal digits that are printed: enough that no two texts share them, few enough to be compared by eye."""

_CITATION = re.compile(r"\[@[^\]]*\]")


def substance(
    original: Mapping[str, Any], translation: Mapping[str, Any], pictures: Mapping[str, str]
) -> str:
    """The digest of what two forms of a record say and of its pictures, which are given as digests by file.

    It stays the same when sources, citations, blanks or the order of keys change, and with any version of the engine:
    the keys `APART` do not count.
    """
    plain = [_plain(original), _plain(translation), dict(pictures)]
    whole = digest.of_plain(plain).hex()[:DIGITS]
    return " ".join(whole[at : at + 4] for at in range(0, DIGITS, 4))


def _plain(value: Any) -> Any:
    match value:
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items() if key not in APART}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case str():
            return " ".join(_CITATION.sub("", value).split())
    return value
