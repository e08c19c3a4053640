"""Pictures as the site shows them: in which sizes and formats, where they stand, and the outputs that publish them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from vinhdanh.base import digest
from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import Focus
from vinhdanh.content.media import Picture
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.addresses import Addresses
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Picture as PictureView
from vinhdanh.showcase.views import PictureSource

MAKER: Final = "picture"

FORMATS: Final = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
"""File endings and media types, the smallest files first: browsers take the first that they know."""

DEFAULT_FOCUS: Final = Focus(50, 38)
"""Where the face of somebody in the middle of a portrait usually is."""

TALLEST = 8000
"""Pixels of height, at most: a WebP holds 16,383, and no screen shows more of a picture at once."""

_APART = 0.9
"""A width is left out when the next larger one is hardly larger."""


class Shape(NamedTuple):
    """A way to show pictures: the ratio that they are cropped to (None: whole), the widths in pixels, the formats."""

    ratio: tuple[int, int] | None
    widths: tuple[int, ...]
    formats: tuple[str, ...] = tuple(FORMATS)


WHOLE: Final = Shape(None, (480, 960, 1600))
"""In a text: a phone, a sharp phone, a sharp desktop screen."""

COVER: Final = Shape((8, 5), (320, 640, 1280))
"""On cards, in the ratio of the drawings."""

THUMB: Final = Shape((1, 1), (128,), ("jpg",))
"""In lists, 64 pixels wide on a sharp screen; one file, since three would not save a kilobyte."""


class Box(NamedTuple):
    """A part of a picture, in pixels of the upright original."""

    x: int
    y: int
    width: int
    height: int


def box_of(picture: Picture, ratio: tuple[int, int] | None, focus: Focus) -> Box:
    """The largest part of a picture that has a ratio of width to height, as near about the focus as the edges allow."""
    width, height = picture.width, picture.height
    if ratio is None:
        return Box(0, 0, width, height)
    across, down = ratio
    cut_width = min(width, max(1, round(height * across / down)))
    cut_height = min(height, max(1, round(width * down / across)))
    x = round(width * focus.across / 100 - cut_width / 2)
    y = round(height * focus.down / 100 - cut_height / 2)
    return Box(min(max(0, x), width - cut_width), min(max(0, y), height - cut_height), cut_width, cut_height)


def sizes_of(box: Box, widths: Iterable[int]) -> list[tuple[int, int]]:
    """The sizes in which a part of a picture is published, growing; it is never made larger than it is."""
    widths = sorted(widths)
    largest = max(1, min(widths[-1], box.width, box.width * TALLEST // box.height))
    wanted = [width for width in widths if width < largest * _APART]
    return [
        (width, min(TALLEST, max(1, round(box.height * width / box.width)))) for width in (*wanted, largest)
    ]


class Rendition(NamedTuple):
    """A picture cut to a shape, with all the files that show it."""

    path: str
    picture: Picture
    box: Box
    shape: Shape

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each size in pixels, growing."""
        return sizes_of(self.box, self.shape.widths)

    def file(self, width: int, ending: str) -> str:
        """The output path of one file: another picture, or another cut, under the same name gets another address."""
        name = slugify(PurePosixPath(self.path).stem) or "anh"
        cut = self.picture.digest
        if self.shape.ratio:
            cut = digest.of_plain([cut, self.box]).hex()
        return f"anh/{name}-{cut[:10]}-{width}.{ending}"

    def outputs(self) -> Iterator[Output]:
        """Every file, the smallest first."""
        for width, height in self.sizes:
            for ending in self.shape.formats:
                what = {
                    "source": self.path,
                    "digest": self.picture.digest,
                    "box": self.box,
                    "size": (width, height),
                    "format": ending,
                }
                origin = f"content/media/{self.path}"
                yield Output(self.file(width, ending), MAKER, {"picture": what}, origin)

    def view(self, addresses: Addresses, alt: str) -> PictureView:
        """What a page shows; the JPEG of middle size is for readers that know no choice of sizes."""
        sizes = self.sizes
        width, height = sizes[-1]
        sources = tuple(
            PictureSource(
                FORMATS[ending],
                ", ".join(f"{addresses.url(self.file(wide, ending))} {wide}w" for wide, _ in sizes),
            )
            for ending in self.shape.formats
        )
        middle = sizes[len(sizes) // 2][0]
        return PictureView(
            addresses.url(self.file(middle, self.shape.formats[-1])), width, height, alt, sources=sources
        )


def rendition(
    catalogue: Catalogue, path: str, shape: Shape = WHOLE, focus: Focus = DEFAULT_FOCUS
) -> Rendition | None:
    """A file of media/ in a shape, or None when it is not there or cannot be shown."""
    picture = catalogue.picture(path)
    return Rendition(path, picture, box_of(picture, shape.ratio, focus), shape) if picture else None


def of_record(catalogue: Catalogue, record: Record, shape: Shape) -> Rendition | None:
    """The photograph of a record in a shape, or None when it has none that may be shown."""
    image = record.image
    return rendition(catalogue, image.file, shape, image.focus or DEFAULT_FOCUS) if image else None


def outputs(catalogue: Catalogue) -> Iterator[Output]:
    """Every picture that a public record or its text shows, once."""
    seen: set[str] = set()
    for record in catalogue.records():
        for found in _used(catalogue, record):
            first = found.file(found.sizes[0][0], found.shape.formats[0])
            if first not in seen:
                seen.add(first)
                yield from found.outputs()


def _used(catalogue: Catalogue, record: Record) -> Iterator[Rendition]:
    if record.image:
        shown = (of_record(catalogue, record, shape) for shape in (WHOLE, COVER, THUMB))
        yield from filter(None, shown)
    for body in (catalogue.body(record), catalogue.body(record, "en")):
        declared = {image.file for image in record.images}
        for path in catalogue.prose(body).media if body else ():
            found = rendition(catalogue, path) if path in declared else None
            if found:
                yield found
