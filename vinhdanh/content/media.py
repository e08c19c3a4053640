"""The files of media/ as records and bodies use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vinhdanh.base.problems import Message


class Picture(NamedTuple):
    """A picture that somebody uses: digest of the original (hexadecimal), size upright in pixels, or what is wrong."""

    digest: str
    width: int
    height: int
    fault: Message | None


@dataclass(frozen=True, slots=True)
class Media:
    """All files of media/ by path, and what is known of those that are used."""

    paths: frozenset[str] = frozenset()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
