"""Photographs as they are published: upright, sRGB, small, and without a word of what the camera wrote.

The original is never copied out: it may carry the place where it was taken. Memory stays bounded: a JPEG is reduced as
it is decoded, and any other picture has at most `content.pictures.PIXEL_LIMIT` pixels.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PIL import Image, ImageCms, features

from vinhdanh.content.pictures import opened

OPTIONS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "jpg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
    "webp": ("WEBP", {"quality": 80, "method": 4}),
    # Speed 8 takes a quarter of the time of 6 for files that are 2 % larger; one thread, so that bytes do not vary.
    "avif": ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1, "autotiling": False}),
    "card": ("JPEG", {"quality": 80, "optimize": True}),
}
"""How each format is written, by file ending: at these qualities a portrait shows no difference at arm's length."""

FINER = 2
"""How many times as fine as the largest size a picture is decoded, so that the first reduction does not show."""

_ORIENTATION = 0x0112
_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation in EXIF (CIPA DC-008, tag 0x0112)."""

_TRANSPARENT = ("RGBA", "LA", "PA")


class Target(NamedTuple):
    """A file to make: the part of the upright original (x, y, width, height), the size in pixels, the file ending."""

    box: Sequence[int]
    size: Sequence[int]
    format: str


def develop(data: bytes, targets: Sequence[Target]) -> tuple[bytes, ...]:
    """The files of a picture, in the order of `targets`. Raises OSError or ValueError when it cannot be decoded."""
    with opened(data) as raw:
        full = raw.size
        share = max(target.size[0] / target.box[2] for target in targets) * FINER
        raw.draft(None, (max(1, round(full[0] * share)), max(1, round(full[1] * share))))
        profile = raw.info.get("icc_profile")
        turn = _TURNS.get(raw.getexif().get(_ORIENTATION, 1))
        raw.load()
        picture = _plain(raw)
        factor = int(picture.width / full[0] / share)
        picture = picture.reduce(factor) if factor > 1 else picture
        scale = picture.width / full[0]
        picture = picture.transpose(turn) if turn is not None else picture
    made: dict[tuple[Any, ...], Image.Image] = {}
    files = []
    for target in targets:
        cut = (*target.box, *target.size)
        if cut not in made:
            made[cut] = _bare(_in_srgb(_resized(picture, target, scale), profile))
        files.append(encoded(made[cut], target.format))
    return tuple(files)


def cropped(data: bytes, box: Sequence[int], size: tuple[int, int]) -> Image.Image:
    """A part of a picture in a size, as pixels. It is enlarged if need be. Raises OSError or ValueError."""
    (png,) = develop(data, [Target(box, size, "png")])
    return Image.open(io.BytesIO(png))


def encoded(picture: Image.Image, ending: str) -> bytes:
    """The file of a picture that carries nothing but pixels; a PNG is written for our own use only."""
    name, options = OPTIONS.get(ending, ("PNG", {"compress_level": 0}))
    target = io.BytesIO()
    picture.save(target, name, **options)
    return target.getvalue()


def libraries() -> list[str | None]:
    """The versions of the libraries that decide the bytes besides Pillow's own."""
    names = ("jpg", "libjpeg_turbo", "webp", "avif", "zlib", "littlecms2", "freetype2", "raqm", "harfbuzz")
    return [features.version(name) for name in names]


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels in a mode that can be resized without loss: no palette, no more than eight bits."""
    if picture.mode in ("I", "I;16", "I;16B", "I;16L"):
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if picture.mode in ("P", "1", "PA") or (picture.mode in ("L", "RGB") and "transparency" in picture.info):
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    return picture


def _resized(picture: Image.Image, target: Target, scale: float) -> Image.Image:
    x, y, width, height = (side * scale for side in target.box)
    box = (x, y, min(picture.width, x + width), min(picture.height, y + height))
    size = (target.size[0], target.size[1])
    return picture.resize(size, Image.Resampling.LANCZOS, box=box)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as a browser shows them when no profile travels along; a profile that cannot be read is passed over."""
    if not profile:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        found = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return found or picture


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone, on white where they were transparent: a JPEG has no transparency."""
    if picture.mode in _TRANSPARENT:
        layered = picture.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        picture = Image.alpha_composite(ground, layered)
    bare = Image.new("RGB", picture.size)
    bare.paste(picture.convert("RGB"))
    return bare


__all__ = ["Target", "cropped", "develop", "encoded", "libraries"]
