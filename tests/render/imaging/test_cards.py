"""Share cards: their size, their text, the picture beside it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.photographs import SECRET, photograph
from tests.tools import ROOT
from vinhdanh.base import digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.imaging.jobs import cards
from vinhdanh.showcase.spec import CARD_FONTS, CARD_SIZE

FONTS = {name: (ROOT / "templates/assets" / name).read_bytes() for name in CARD_FONTS}
PLAIN = {
    "site": "Vinh Danh",
    "kicker": "Công nhân",
    "title": "Nguyễn Thị Hoa",
    "line": "Chị Hoa sửa máy cũ.",
    "unit": "Công ty Điện lực\u00a0· Quảng Nam",
    "award": "Giải A 2023",
    "drawing": {"seed": "person/hoa", "motif": "waves", "monogram": "Hoa", "hue": "blue"},
}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def one(what: dict[str, object], media: Path = Path()) -> bytes:
    (card,) = cards(media, [what], FONTS)
    return card


@pytest.fixture
def portrait(tmp_path: Path) -> dict[str, object]:
    data = photograph((912, 1260), "teal", orientation=1)
    (tmp_path / "hoa.jpg").write_bytes(data)
    box = (0, 0, 912, 1260)
    rest = {name: text for name, text in PLAIN.items() if name != "drawing"}
    return {**rest, "source": "hoa.jpg", "digest": digest.of_bytes(data).hex(), "box": box}


def test_a_card_has_the_size_that_networks_ask_for() -> None:
    assert opened(one(PLAIN)).size == CARD_SIZE


def test_the_same_card_gives_the_same_bytes_alone_or_among_others() -> None:
    other = {**PLAIN, "title": "Khác"}
    assert cards(Path(), [other, PLAIN], FONTS)[1] == one(PLAIN)


@pytest.mark.parametrize("name", ["site", "kicker", "title", "line", "unit", "award"])
def test_every_text_shows(name: str) -> None:
    changed = ImageChops.difference(opened(one(PLAIN)), opened(one({**PLAIN, name: "Đổi khác hẳn"})))
    assert changed.convert("L").point(lambda value: value > 60).getbbox() is not None


@pytest.mark.parametrize("name", ["kicker", "line", "unit", "award"])
def test_a_text_may_be_left_out(name: str) -> None:
    rest = {key: value for key, value in PLAIN.items() if key != name}
    assert opened(one(rest)).size == CARD_SIZE


def test_no_text_runs_into_the_picture_or_over_the_edge() -> None:
    long = " ".join(["nghiêng"] * 80)
    with_text = dict.fromkeys(("kicker", "title", "line", "unit", "award"), long)
    card, bare = (opened(one({**PLAIN, **texts})) for texts in (with_text, {}))
    gutter = card.crop((704, 0, 728, 630))
    assert len({colour for _, colour in gutter.getcolors(24 * 630) or []}) == 1
    assert ImageChops.difference(card, bare).crop((760, 0, 1200, 630)).convert("L").getextrema()[1] < 30
    foot = card.crop((0, 600, 700, 630)).convert("L").getextrema()
    assert foot[0] > 200


def test_a_portrait_stands_in_place_of_the_drawing(portrait: dict[str, object], tmp_path: Path) -> None:
    data = one(portrait, tmp_path)
    assert max(abs(a - b) for a, b in zip(opened(data).getpixel((1000, 300)), (0, 128, 128), strict=True)) < 6
    assert SECRET.encode() not in data


def test_a_portrait_that_fails_after_all_is_a_problem(portrait: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "hoa.jpg").write_bytes(b"cut off")
    broken = {**portrait, "digest": digest.of_bytes(b"cut off").hex()}
    with pytest.raises(TemplateError) as caught:
        one(broken, tmp_path)
    assert caught.value.problem.code == "picture-unreadable"
