"""Pictures as the site shows them: where they stand, how large, and the outputs that publish them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.media import Picture
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.spec import Output

WIDTH = 1600
"""Pixels across, at most: a full page on a sharp phone or half a desktop screen."""


def picture_path(path: str, picture: Picture) -> str:
    """The output path of a file of media/: another picture under the same name gets another address."""
    name = slugify(PurePosixPath(path).stem) or "anh"
    return f"anh/{name}-{picture.digest[:10]}.jpg"


def shown_size(picture: Picture) -> tuple[int, int]:
    """Width and height in pixels as published."""
    width = min(picture.width, WIDTH)
    return width, max(1, round(picture.height * width / picture.width))


def outputs(catalogue: Catalogue) -> Iterator[Output]:
    """Every picture that a public record or its text shows, once."""
    seen: set[str] = set()
    for record in catalogue.records():
        for path in _used(catalogue, record):
            picture = catalogue.picture(path)
            if picture and path not in seen:
                seen.add(path)
                what = {"source": path, "digest": picture.digest, "width": WIDTH}
                yield Output(
                    picture_path(path, picture), "picture", {"picture": what}, f"content/media/{path}"
                )


def _used(catalogue: Catalogue, record: Record) -> Iterator[str]:
    if record.image:
        yield record.image.file
    for body in (record.body, record.translation.get("body") or b""):
        yield from catalogue.prose(body).media
