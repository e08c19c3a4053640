"""What is known of a picture before it is used: whether it can be shown, and its size the right way up."""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from vinhdanh.base.problems import Message
from vinhdanh.content import picture_messages

PIXEL_LIMIT = 50_000_000
"""Pixels of a picture that is decoded whole: with four bytes each, 200 MB, and as much again while it is reduced."""

JPEG_PIXEL_LIMIT = 170_000_000
"""Pixels of a JPEG, whose decoder can reduce as it reads. Pillow itself opens nothing with more than 178 million."""

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")
"""Formats that are read, as Pillow names them."""

MODES = frozenset("1 L LA P PA RGB RGBA RGBX CMYK YCbCr I I;16 I;16B I;16L".split())
"""Pillow's names of the kinds of pixels that can be turned into what a screen shows."""

_TURNED = frozenset({5, 6, 7, 8})
"""EXIF orientations that swap width and height."""

_ORIENTATION = 0x0112
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
"""Brands of HEIF files (ISO/IEC 23008-12) in the first box; AVIF has its own."""


class PictureFacts(NamedTuple):
    """The size of a picture in pixels, as it is shown upright."""

    width: int
    height: int


class NoHeicError(OSError):
    """A HEIC picture, and nothing installed that reads it."""


def measure(name: str, data: bytes) -> PictureFacts | Message:
    """The size of a picture, or why it cannot be shown. It is decoded once, so that a truncated one is found here."""
    if name.lower().endswith((".svg", ".svgz")) or data.lstrip()[:5].lower() in (b"<?xml", b"<svg "):
        return picture_messages.SVG
    if data.startswith(b"%PDF"):
        return picture_messages.PDF
    try:
        with opened(data) as picture:
            return _measured(picture)
    except NoHeicError:
        return picture_messages.HEIC
    except Image.DecompressionBombError:
        return picture_messages.TOO_MANY_PIXELS
    except (OSError, ValueError, SyntaxError, MemoryError):
        return picture_messages.UNREADABLE


def _measured(picture: Image.Image) -> PictureFacts | Message:
    """The facts of a picture that was opened, once it has been decoded. Raises what Pillow raises."""
    width, height = picture.size
    if width * height > (JPEG_PIXEL_LIMIT if picture.format in ("JPEG", "MPO") else PIXEL_LIMIT):
        return picture_messages.TOO_MANY_PIXELS
    if picture.mode not in MODES:
        return picture_messages.UNREADABLE
    turned = picture.getexif().get(_ORIENTATION) in _TURNED
    picture.draft(None, (1, 1))
    picture.load()
    return PictureFacts(height, width) if turned else PictureFacts(width, height)


def opened(data: bytes) -> Image.Image:
    """A picture of which the head was read; of an animation, the first frame. Raises OSError, and NoHeicError."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return _heic(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # our own limit decides, see `measure`
        try:
            return Image.open(io.BytesIO(data), formats=FORMATS)
        except UnidentifiedImageError as error:
            raise OSError(str(error)) from error


def _heic(data: bytes) -> Image.Image:
    """A telephone's picture, if the extra `heic` is installed. It comes upright."""
    try:
        import pi_heif  # noqa: PLC0415 - an extra that most showcases do without
    except ImportError as error:
        raise NoHeicError(str(error)) from error
    file = pi_heif.open_heif(io.BytesIO(data))
    width, height = file.size
    if width * height > PIXEL_LIMIT:
        raise Image.DecompressionBombError("HEIC")
    found: Image.Image = file.to_pillow()
    return found
