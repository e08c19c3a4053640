"""The QR code of a page: a drawing that says its address, the same each time, on white paper."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image

from vinhdanh.showcase.qr import QUIET, qr_svg

URLS = (
    "https://vinhdanh.example/nguoi/truong-thai-son/",
    "https://vinhdanh.example/su-kien/toa-dam-7-10-2023/",
    "https://vinhdanh.example/đường/",
    f"https://vinhdanh.example/en/{'a' * 150}/",
)


def modules(svg: str) -> list[list[int]]:
    """The dark modules of the drawing, which consists of horizontal lines: where it goes and how far it draws."""
    root = ET.fromstring(svg)
    size = int(root.attrib["viewBox"].split()[2])
    grid = [[0] * size for _ in range(size)]
    (path,) = (node for node in root.iter() if node.attrib.get("stroke"))
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([MmhH])([^MmhH]*)", path.attrib["d"]):
        values = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        if command == "M":
            x, y = values
        elif command == "m":
            x, y = x + values[0], y + values[1]
        else:
            for at in range(int(x), int(x + values[0])):
                grid[int(y)][at] = 1
            x += values[0]
    return grid


@pytest.mark.parametrize("url", URLS)
def test_who_reads_the_drawing_reads_the_address(url: str) -> None:
    grid = modules(qr_svg(url))
    paper = Image.new("L", (len(grid), len(grid)))
    paper.putdata([0 if dark else 255 for row in grid for dark in row])
    (found,) = zxingcpp.read_barcodes(paper.resize((5 * len(grid), 5 * len(grid)), Image.Resampling.NEAREST))
    assert (found.text, found.ec_level) == (url, "M")


@pytest.mark.parametrize("url", URLS)
def test_the_same_address_always_has_the_same_drawing(url: str) -> None:
    assert qr_svg(url) == qr_svg(url)
    assert qr_svg(url) != qr_svg(f"{url}a")


def test_an_address_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        qr_svg(f"https://vinhdanh.example/{'a' * 3000}/")


def test_the_code_is_black_on_white_in_every_scheme() -> None:
    svg = qr_svg(URLS[0])

    assert 'fill="#fff"' in svg
    assert 'stroke="#000"' in svg
    assert "prefers-color-scheme" not in svg
    assert "<script" not in svg


def test_the_white_around_it_is_wide_enough() -> None:
    grid = modules(qr_svg(URLS[0]))
    edges = (*grid[:QUIET], *grid[-QUIET:], *(row[:QUIET] + row[-QUIET:] for row in grid))

    assert not any(any(row) for row in edges)
