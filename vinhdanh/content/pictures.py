"""What is known of a picture before it is used: whether it can be shown, and its size the right way up."""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from vinhdanh.base.problems import Message
from vinhdanh.content import picture_messages

PIXEL_LIMIT = 120_000_000
"""Pixels of a picture that is opened: three times a large camera's; more is a mistake or an attack on the memory."""

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")
"""Formats that are read, as Pillow names them."""

_TURNED = frozenset({5, 6, 7, 8})
"""EXIF orientations that swap width and height."""

_ORIENTATION = 0x0112


class PictureFacts(NamedTuple):
    """The size of a picture in pixels, as it is shown upright."""

    width: int
    height: int


def measure(name: str, data: bytes) -> PictureFacts | Message:
    """The size of a picture, or why it cannot be shown. It is decoded once, so that a truncated one is found here."""
    if name.lower().endswith((".svg", ".svgz")) or data.lstrip()[:5].lower() in (b"<?xml", b"<svg "):
        return picture_messages.SVG
    if name.lower().endswith((".heic", ".heif")) or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypheix"):
        return picture_messages.HEIC
    try:
        with _opened(data) as picture:
            width, height = picture.size
            if width * height > PIXEL_LIMIT:
                return picture_messages.TOO_MANY_PIXELS
            turned = picture.getexif().get(_ORIENTATION) in _TURNED
            picture.load()
    except Image.DecompressionBombError:
        return picture_messages.TOO_MANY_PIXELS
    except (OSError, ValueError, SyntaxError):
        return picture_messages.UNREADABLE
    return PictureFacts(height, width) if turned else PictureFacts(width, height)


def published(data: bytes, width: int) -> bytes:
    """The picture as it is published: upright, sRGB, at most `width` pixels wide, a JPEG without any metadata.

    The original is never copied out: it may carry the place where it was taken. Raises OSError when it is damaged.
    """
    with _opened(data) as opened:
        picture = ImageOps.exif_transpose(opened)
        picture = _on_white(_in_srgb(picture))
        if picture.width > width:
            height = max(1, round(picture.height * width / picture.width))
            picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        bare = Image.new("RGB", picture.size)
        bare.paste(picture)
        target = io.BytesIO()
        bare.save(target, "JPEG", quality=82, optimize=True, progressive=True)
        return target.getvalue()


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # our own limit decides, see `measure`
        try:
            return Image.open(io.BytesIO(data), formats=FORMATS)
        except UnidentifiedImageError as error:
            raise OSError(str(error)) from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours as a browser shows them when no profile travels along."""
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode in ("RGBA", "LA", "PA") else "RGB"
        found = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return found or picture


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparency, which a JPEG cannot hold."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    return picture.convert("RGB")
