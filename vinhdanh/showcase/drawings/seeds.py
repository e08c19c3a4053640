"""Parameters of a drawing, from a record's id: each is a hash of the id and the parameter's own name.

There is no sequence of random numbers: a new parameter in a motif leaves all others as they were, and the
same id gives the same drawing on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_DIGEST_BYTES = 6
_RANGE = 1 << 8 * _DIGEST_BYTES


class Seed:
    """The source of one drawing's parameters."""

    __slots__ = ("_id",)

    def __init__(self, identifier: str) -> None:
        """``identifier`` is usually the record's id; any text will do."""
        self._id = identifier

    def share(self, name: str) -> float:
        """The parameter ``name`` as a number from 0 up to, not including, 1."""
        text = f"{self._id}\0{name}".encode()
        return int.from_bytes(blake2b(text, digest_size=_DIGEST_BYTES).digest(), "big") / _RANGE

    def number(self, name: str, low: float, high: float) -> float:
        """The parameter as a number between the two."""
        return low + (high - low) * self.share(name)

    def whole(self, name: str, low: int, high: int) -> int:
        """The parameter as a whole number from ``low`` to ``high``, both included."""
        return low + int(self.share(name) * (high - low + 1))

    def choice(self, name: str, options: Sequence[T]) -> T:
        """One of the options."""
        return options[int(self.share(name) * len(options))]

    def sign(self, name: str) -> int:
        """1 or -1: which hand a figure has, which way it leans."""
        return 1 if self.share(name) < 0.5 else -1

    def flag(self, name: str, probability: float = 0.5) -> bool:
        """Whether something is there, with the probability given."""
        return self.share(name) < probability
