"""From an original to what is published: nothing but the picture, upright, in colours that every browser shows."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from tests.photographs import HEIC, SECRET, animation, encoded, exif, photograph
from vinhdanh.render.imaging.photographs import OPTIONS, Target, develop

NAMES = {"jpg": "JPEG", "webp": "WEBP", "avif": "AVIF", "card": "JPEG"}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def one(data: bytes, size: tuple[int, int], box: tuple[int, int, int, int], ending: str = "jpg") -> bytes:
    (file,) = develop(data, [Target(box, size, ending)])
    return file


@pytest.mark.parametrize("ending", OPTIONS)
@pytest.mark.parametrize(
    "data",
    [
        photograph(),
        HEIC,
        encoded(Image.new("RGB", (300, 200)), "PNG", exif=exif(6)),
        encoded(Image.new("RGB", (300, 200)), "WEBP", exif=exif(6), xmp=SECRET.encode()),
        encoded(Image.new("RGB", (300, 200)), "TIFF", exif=exif(6)),
    ],
    ids=["JPEG", "HEIC", "PNG", "WebP", "TIFF"],
)
def test_nothing_that_a_camera_wrote_is_published(data: bytes, ending: str) -> None:
    file = one(data, (20, 30), (0, 0, 32, 48), ending)
    with opened(file) as picture:
        assert (picture.size, picture.mode, picture.format) == ((20, 30), "RGB", NAMES[ending])
        assert dict(picture.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
    assert SECRET.encode() not in file
    assert not any(word in file for word in (b"Exif", b"GPS", b"xmp", b"ICC_PROFILE"))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_upright(orientation: int) -> None:
    """The red corner of what the camera's owner saw is at the top left, wherever the sensor had it."""
    upright = Image.new("RGB", (60, 40), "white")
    upright.paste("red", (0, 0, 20, 20))
    sensor = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = upright.transpose(sensor) if sensor is not None else upright
    data = encoded(stored, quality=95, exif=exif(orientation))
    with opened(one(data, (60, 40), (0, 0, 60, 40))) as picture:
        assert [picture.getpixel((x, y))[1] > 128 for x, y in ((8, 8), (50, 8), (8, 32))] == [
            False,
            True,
            True,
        ]


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "CMYK", "1", "I;16"])
def test_every_kind_of_colour_becomes_a_plain_picture(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    with opened(one(encoded(Image.new(mode, (40, 30)), kind), (20, 15), (0, 0, 40, 30))) as picture:
        assert (picture.size, picture.mode, picture.format) == ((20, 15), "RGB", "JPEG")


def test_sixteen_bits_become_eight_without_losing_the_light_ones() -> None:
    grey = Image.new("I;16", (40, 30), 0x8080)
    with opened(one(encoded(grey, "PNG"), (20, 15), (0, 0, 40, 30))) as picture:
        assert picture.getpixel((10, 7)) == (0x80, 0x80, 0x80)


def test_what_is_transparent_becomes_white() -> None:
    palette = Image.new("P", (40, 30), 0)
    palette.putpalette([255, 0, 0, 0, 0, 255])
    with opened(one(encoded(palette, "PNG", transparency=0), (20, 15), (0, 0, 40, 30))) as picture:
        assert picture.getpixel((10, 7)) == (255, 255, 255)


def test_an_animation_shows_its_first_frame() -> None:
    with opened(one(animation(), (40, 30), (0, 0, 40, 30))) as picture:
        red, _, blue = picture.getpixel((20, 15))
        assert (red > 200, blue < 60) == (True, True)


def test_colours_of_another_profile_are_those_of_the_screen() -> None:
    """In a profile whose red and blue have changed places, the file's red is the screen's blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")
    data = encoded(Image.new("RGB", (40, 30), "red"), icc_profile=swapped)
    with opened(one(data, (20, 15), (0, 0, 40, 30))) as picture:
        red, _, blue = picture.getpixel((10, 7))
        assert (blue > 200, red < 60) == (True, True)


def test_a_profile_that_cannot_be_read_is_passed_over() -> None:
    data = encoded(Image.new("RGB", (40, 30), "white"), icc_profile=b"nonsense")
    with opened(one(data, (20, 15), (0, 0, 40, 30))) as picture:
        assert picture.getpixel((10, 7)) == (255, 255, 255)


def test_a_part_is_cut_out_of_the_upright_picture() -> None:
    picture = Image.new("RGB", (2000, 1000), "white")
    picture.paste("red", (1000, 0, 2000, 1000))
    data = encoded(picture)
    left = opened(one(data, (50, 50), (0, 0, 1000, 1000))).getpixel((25, 25))
    right = opened(one(data, (50, 50), (1000, 0, 1000, 1000))).getpixel((25, 25))
    assert (left[1] > 250, right[1] < 5) == (True, True)


def test_the_same_picture_gives_the_same_bytes() -> None:
    targets = [Target((0, 0, 200, 300), (100, 150), ending) for ending in OPTIONS]
    assert develop(photograph(), targets) == develop(photograph(), targets)


def test_forty_megapixels_are_decoded_small() -> None:
    """The decoder is asked for twice the size that is needed and no more: memory stays bounded."""
    data = encoded(Image.new("RGB", (7300, 5480), "teal"))
    with opened(one(data, (800, 600), (0, 0, 7300, 5480))) as picture:
        assert picture.size == (800, 600)
