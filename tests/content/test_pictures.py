"""Pictures that editors give: what is refused and why, and how large the others are."""

from __future__ import annotations

import sys

import pytest
from PIL import Image

from tests.photographs import HEIC, animation, bomb, encoded, photograph
from vinhdanh.content import pictures
from vinhdanh.content.pictures import PictureFacts, measure


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "picture-unreadable"),
        ("a.jpg", b"not a picture", "picture-unreadable"),
        ("a.jpg", photograph()[:60], "picture-unreadable"),
        ("a.jpg", encoded(Image.effect_noise((400, 400), 90))[:9000], "picture-unreadable"),
        ("a.png", encoded(Image.effect_noise((400, 400), 90), "PNG")[:9000], "picture-unreadable"),
        ("a.tif", encoded(Image.new("LAB", (4, 4)), "TIFF"), "picture-unreadable"),
        ("a.pdf", b"%PDF-1.7\n", "picture-pdf"),
        ("a.svg", b"<svg onload='alert(1)'/>", "picture-svg"),
        ("a.png", b"<?xml version='1.0'?><svg/>", "picture-svg"),
        ("a.heic", HEIC[:300], "picture-unreadable"),
        ("a.png", bomb(), "picture-too-large"),
    ],
    ids=[
        "empty",
        "text",
        "cut off in the header",
        "cut off",
        "PNG cut off",
        "colours that no screen has",
        "PDF",
        "svg",
        "svg in disguise",
        "HEIC cut off",
        "bomb",
    ],
)
def test_what_cannot_be_shown_is_refused(name: str, data: bytes, code: str) -> None:
    found = measure(name, data)
    assert not isinstance(found, PictureFacts)
    assert found.code == code


@pytest.mark.parametrize(
    ("data", "size"),
    [(photograph(), (200, 300)), (animation(), (40, 30)), (HEIC, (32, 64))],
    ids=["on its side", "animation", "a telephone's"],
)
def test_the_size_is_that_of_the_upright_picture(data: bytes, size: tuple[int, int]) -> None:
    assert measure("a", data) == PictureFacts(*size)


@pytest.mark.parametrize("data", [HEIC, b"\0\0\0\x18ftypheic"], ids=["whole", "in disguise"])
def test_without_the_extra_a_telephones_picture_is_answered_with_a_way_out(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    found = measure("a.jpg", data)
    assert not isinstance(found, PictureFacts)
    assert found.code == "picture-heic"
    problem = found.at(None, path="a.heic")
    assert ["pip install pi-heif" in sentence for sentence in problem.fix] == [True, True]


@pytest.mark.parametrize("limit", ["PIXEL_LIMIT", "JPEG_PIXEL_LIMIT"])
def test_a_jpeg_may_be_larger_than_a_picture_that_must_be_decoded_whole(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, limit, 100)
    jpeg, png = photograph(), encoded(Image.new("RGB", (300, 200)), "PNG")
    refused = [not isinstance(measure("a", data), PictureFacts) for data in (jpeg, png)]
    assert refused == [limit == "JPEG_PIXEL_LIMIT", limit == "PIXEL_LIMIT"]
