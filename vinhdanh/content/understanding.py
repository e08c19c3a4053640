"""What one version of a file says, whole and as plain text: it can be made in any process, and be remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from vinhdanh.content import prose, reader
from vinhdanh.content.reader import Extras


class BodySaid(NamedTuple):
    """What one body says: the digest of its text, its facts as `prose.dump` writes them, its HTML with marks."""

    digest: bytes
    facts: str
    html: str


class FileSaid(NamedTuple):
    """What one file says: its reading as `reader.dump` writes it, and its bodies."""

    reading: str
    bodies: tuple[BodySaid, ...]


Ahead = Callable[[Iterable[tuple[str, bytes]], Extras], Iterable[tuple[str, FileSaid]]]
"""Has many files understood at once, each a path below content/ with its bytes, for a site that adds some fields.

Gives what it has understood, in any order, by path; what it leaves out is understood one by one when it is asked for.
"""


def understand(path: str, data: bytes, extras: Extras) -> FileSaid:
    """What a file says; the arguments are those of `reader.read_file`."""
    reading = reader.read_file(path, data, extras)
    made = {digest: prose.render(text) for digest, text in reading.bodies.items()}
    bodies = (BodySaid(digest, prose.dump(body.facts), body.html) for digest, body in made.items())
    return FileSaid(reader.dump(reading), tuple(bodies))
