from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.text import first_line, fold, is_slug, nfc, slugify, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Trương Thái Sơn", "truong thai son"),
        ("ĐIỆN LỰC", "dien luc"),
        ("Đường dây 220 kV", "duong day 220 kv"),
        ("ăâêôơư ĂÂÊÔƠƯ", "aaeoou aaeoou"),
        ("ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự", "aaaaa aaaaa eeeee ooooo ooooo uuuuu"),
        ("Y Thanh Hà Niê Kđăm", "y thanh ha nie kdam"),
        ("Café “Huế”", "cafe “hue”"),
        ("한국 Ωμέγα", "한국 ωμεγα"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_leaves_nothing_but_ascii_of_any_vietnamese_letter() -> None:
    letters = "aăâeêioôơuưyđ"
    marked = [nfc(letter + tone) for letter in letters for tone in "\u0300\u0309\u0303\u0301\u0323"]
    assert set(fold("".join([*letters, *marked, *map(str.upper, marked)]))) - {"\u0300"} <= set("aeiouyd")


@given(st.text())
@example("Nguyễn Thị Ánh Nguyệt")
@example("ậ Ợ")
def test_fold_is_the_same_for_composed_and_decomposed_text(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Trương Thái Sơn", "truong-thai-son"),
        ("Điện lực Chợ Lớn", "dien-luc-cho-lon"),
        ("1 triệu sáng kiến", "1-trieu-sang-kien"),
        ("  “Vua sáng kiến” – EVNHCMC ", "vua-sang-kien-evnhcmc"),
        ("TP.HCM/Bình Dương", "tp-hcm-binh-duong"),
        ("Ia H’Drai", "ia-h-drai"),
        ("---", ""),
        ("한국", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_a_slug_or_nothing(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or (is_slug(slug) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug))
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("truong-thai-son", True),
        ("1tr-sang-kien", True),
        ("a", True),
        ("", False),
        ("-a", False),
        ("a-", False),
        ("a--b", False),
        ("A", False),
        ("sơn", False),
        ("a b", False),
        ("a\n", False),
        ("٣", False),
    ],
)
def test_is_slug(text: str, expected: bool) -> None:
    assert is_slug(text) is expected


def test_nfc_composes() -> None:
    assert nfc("Nguye\u0302\u0303n") == "Nguyễn"


def test_squeeze() -> None:
    assert squeeze("  một \t hai\nba\u00a0bốn ") == "một hai ba bốn"


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        ("Ngắn thôi", 20, "Ngắn thôi"),
        ("Vừa đúng", 8, "Vừa đúng"),
        ("Công nhân Trương Thái Sơn", 16, "Công nhân…"),
        ("Công nhân Trương Thái Sơn", 17, "Công nhân Trương…"),
        ("Công nhân Trương Thái Sơn", 18, "Công nhân Trương…"),
        ("Công nhân, kỹ sư", 12, "Công nhân…"),
        ("Anh nói – chị nghe", 11, "Anh nói…"),
        ("Dòng một\ncủa đoạn đầu\n\nđoạn sau", 40, "Dòng một của đoạn đầu"),
        ("\n\n  Đoạn đầu\n \n sau", 40, "Đoạn đầu"),
        ("Nghiêngnghiêng", 6, "Nghiê…"),
        ("Nguye\u0302\u0303n", 6, "Nguyễn"),
        ("ab", 1, "…"),
        ("", 5, ""),
    ],
)
def test_first_line(text: str, limit: int, line: str) -> None:
    assert first_line(text, limit) == line


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_a_first_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = first_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1


def test_first_line_refuses_a_limit_without_room() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        first_line("a", 0)
