"""Pictures that editors give: what is refused and why, and that nothing but the picture is published."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from vinhdanh.content.pictures import PictureFacts, measure, published

GPS, ORIENTATION, DESCRIPTION = 0x8825, 0x0112, 0x010E


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def photograph() -> bytes:
    """A picture that lies on its side and carries what cameras write."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[DESCRIPTION] = "BI MAT"
    exif.get_ifd(GPS)[1] = "N"
    return encoded(Image.new("RGB", (300, 200), "navy"), exif=exif, comment=b"BI MAT")


def bomb() -> bytes:
    """A PNG that says it is 50,000 pixels wide and high."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "picture-unreadable"),
        ("a.jpg", b"not a picture", "picture-unreadable"),
        ("a.jpg", photograph()[:60], "picture-unreadable"),
        ("a.jpg", encoded(Image.effect_noise((400, 400), 90))[:9000], "picture-unreadable"),
        ("a.svg", b"<svg onload='alert(1)'/>", "picture-svg"),
        ("a.png", b"<?xml version='1.0'?><svg/>", "picture-svg"),
        ("a.heic", b"....ftypheic", "picture-heic"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "picture-heic"),
        ("a.png", bomb(), "picture-too-large"),
    ],
    ids=[
        "empty",
        "text",
        "cut off in the header",
        "cut off",
        "svg",
        "svg in disguise",
        "heic",
        "heic in disguise",
        "bomb",
    ],
)
def test_what_cannot_be_shown_is_refused(name: str, data: bytes, code: str) -> None:
    found = measure(name, data)
    assert not isinstance(found, PictureFacts)
    assert found.code == code


def test_the_size_is_that_of_the_upright_picture() -> None:
    assert measure("a.jpg", photograph()) == PictureFacts(200, 300)


def test_nothing_that_a_camera_wrote_is_published() -> None:
    data = published(photograph(), 1000)
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.size, picture.mode, dict(picture.getexif())) == ((200, 300), "RGB", {})
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
    assert b"BI MAT" not in data


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "CMYK", "1", "I;16"])
def test_every_kind_of_colour_becomes_a_plain_picture(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    data = published(encoded(Image.new(mode, (40, 30)), kind), 20)
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.size, picture.mode, picture.format) == ((20, 15), "RGB", "JPEG")


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert published(photograph(), 100) == published(photograph(), 100)


def test_a_picture_is_never_made_larger() -> None:
    with Image.open(io.BytesIO(published(encoded(Image.new("RGB", (30, 20))), 1000))) as picture:
        assert picture.size == (30, 20)
