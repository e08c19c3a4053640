"""Digests of plain values: the identity by which everything is remembered.

A plain value is text, a number, true, false, nothing, or a sequence or text-keyed mapping of plain values. What has no
one written form (a set, an object, a number that is none) raises, so that it cannot enter a key.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

Plain = Any
"""What may be digested; named tuples count as sequences."""

SIZE = 16
"""Bytes in a digest: 128 bits, so that a collision among a million records is out of reach."""

_encode = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


class NotPlainError(TypeError):
    """A value that has no stable written form was offered for a digest."""


def canonical(value: Plain) -> bytes:
    """The one written form of a plain value. Raises NotPlainError for anything else."""
    try:
        return _encode(value).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError, RecursionError) as error:
        raise NotPlainError(f"{error} in {type(value).__name__}") from error


def of_bytes(data: bytes) -> bytes:
    """The digest of bytes, such as a file's."""
    return blake2b(data, digest_size=SIZE).digest()


def of_plain(value: Plain) -> bytes:
    """The digest of a plain value. Raises NotPlainError."""
    return blake2b(canonical(value), digest_size=SIZE).digest()


def short(data: bytes) -> str:
    """Ten hexadecimal digits for the name of a file that may be cached for ever."""
    return of_bytes(data).hex()[:10]
