"""What other processes do: plain arguments in, the bytes of files out. They import this room and little else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vinhdanh.base import digest, disk
from vinhdanh.base.problems import Location
from vinhdanh.content import picture_messages
from vinhdanh.render.errors import TemplateError


def develop(media: Path, name: str, known: str, targets: Sequence[Any]) -> tuple[bytes, ...]:
    """The files of the photograph `name` below `media`, whose digest was `known` when it was planned.

    `targets` are the arguments of `photographs.Target`. Raises DiskError, and TemplateError for what cannot be decoded.
    """
    from vinhdanh.render.imaging import photographs  # noqa: PLC0415 - most builds make no picture

    data = original(media, name, known)
    try:
        return photographs.develop(data, [photographs.Target(*target) for target in targets])
    except (OSError, ValueError, SyntaxError, MemoryError):
        raise unreadable(name) from None


def cards(media: Path, batch: Sequence[Mapping[str, Any]], fonts: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """The files of several share cards, as `imaging.cards` reads them. Raises DiskError and TemplateError."""
    from vinhdanh.render.imaging.cards import card  # noqa: PLC0415 - as above
    from vinhdanh.render.imaging.typesetting import Typesetter  # noqa: PLC0415

    setter = Typesetter(fonts)
    made = []
    for what in batch:
        name = what.get("source")
        photograph = original(media, name, what["digest"]) if name else None
        try:
            made.append(card(what, setter, photograph))
        except (OSError, ValueError, SyntaxError, MemoryError):
            if name is None:
                raise
            raise unreadable(name) from None
    return tuple(made)


def original(media: Path, name: str, known: str) -> bytes:
    """The bytes of an original whose digest was `known`. Raises DiskError, also when it is another one by now."""
    data = disk.read(media / name)
    if digest.of_bytes(data).hex() != known:
        raise disk.DiskError(media / name, "thay đổi trong lúc dựng · it changed during the build")
    return data


def unreadable(name: str) -> TemplateError:
    """What stops the build when an original was measured but cannot be decoded after all."""
    place = Location(f"content/media/{name}")
    return TemplateError(picture_messages.UNREADABLE.at(place, path=name))
