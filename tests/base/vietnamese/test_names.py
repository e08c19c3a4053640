from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.names import PersonName, parse_name


@pytest.mark.parametrize(
    ("full", "family", "middle", "given_name"),
    [
        ("Trương Thái Sơn", "Trương", "Thái", "Sơn"),
        ("Nguyễn Thị Phương Thảo", "Nguyễn", "Thị Phương", "Thảo"),
        ("Lê Lợi", "Lê", "", "Lợi"),
        ("Thảo", "", "", "Thảo"),
        ("Y Thanh Hà Niê Kđăm", "Y", "Thanh Hà Niê", "Kđăm"),
        ("  Trương \t Thái\u00a0Sơn ", "Trương", "Thái", "Sơn"),
        ("Nguye\u0302\u0303n Va\u0306n An", "Nguyễn", "Văn", "An"),
        ("", "", "", ""),
    ],
)
def test_parse_name(full: str, family: str, middle: str, given_name: str) -> None:
    name = parse_name(full)
    assert (name.family, name.middle, name.given) == (family, middle, given_name)


@pytest.mark.parametrize(
    ("full", "overrides", "parts"),
    [
        pytest.param(
            "Tôn Nữ Thị Ninh", {"family": "Tôn Nữ"}, ("Tôn Nữ", "Thị", "Ninh"), id="double family name"
        ),
        pytest.param(
            "Y Thanh Hà Niê Kđăm",
            {"family": "Niê Kđăm", "given": "Hà"},
            ("Niê Kđăm", "Y Thanh", "Hà"),
            id="family name last",
        ),
        pytest.param(
            "Trần Thị Bích Ngọc", {"given": "Bích Ngọc"}, ("Trần", "Thị", "Bích Ngọc"), id="double given"
        ),
        pytest.param(
            "Anh Tú Anh", {"given": "Anh"}, ("Anh", "Tú", "Anh"), id="given name is the last such syllable"
        ),
        pytest.param("Lê An", {"family": "Lê An"}, ("Lê An", "", ""), id="nothing left for the given name"),
        pytest.param("Vàng A Phủ", {"middle": ""}, ("Vàng", "", "Phủ"), id="empty middle name"),
        pytest.param("Vàng A Phủ", {"middle": "A"}, ("Vàng", "A", "Phủ"), id="middle name"),
        pytest.param("John Smith", {"family": "Smith"}, ("Smith", "", "John"), id="family name behind"),
        pytest.param(
            "Anh Ba", {"family": "Nguyễn"}, ("Nguyễn", "Anh", "Ba"), id="a part that is not in the name"
        ),
        pytest.param("Lê An", {"given": " An "}, ("Lê", "", "An"), id="white space in a part"),
    ],
)
def test_parts_may_be_set(full: str, overrides: dict[str, str], parts: tuple[str, str, str]) -> None:
    name = parse_name(full, **overrides)
    assert (name.family, name.middle, name.given) == parts
    assert name.full == full


def test_full_name_of_parts_alone() -> None:
    assert PersonName("Trương", "Thái", "Sơn").full == "Trương Thái Sơn"
    assert PersonName("", "", "Sơn").full == "Sơn"


@pytest.mark.parametrize(
    ("full", "initial"), [("Lê Thị Ánh", "A"), ("Lê Đức", "Đ"), ("Hồ Văn Ấn", "Â"), ("", "#")]
)
def test_initial(full: str, initial: str) -> None:
    assert parse_name(full).initial == initial


def test_short_is_the_given_name() -> None:
    assert parse_name("Nguyễn Thị Phương Thảo").short == "Thảo"


_IN_ORDER = [
    "Vũ Bình An",
    "Lê Thị Hoài An",
    "Nguyễn Văn An",
    "Trần Văn An",
    "Lê Ân",
    "Bùi Văn Dũng",
    "Bùi Văn Đức",
    "Lê Hòa",
    "Lê Hóa",
    "Trương Thái Sơn",
    "Nguyễn Thị Phương Thảo",
    "Nguyễn Thị Thu Thảo",
    "Lê Thạo",
]


def test_order_is_given_middle_family() -> None:
    names = [parse_name(full) for full in random.Random(1).sample(_IN_ORDER, len(_IN_ORDER))]
    assert [name.full for name in sorted(names, key=lambda name: name.sort_key)] == _IN_ORDER


def test_names_alike_in_parts_are_ordered_by_the_whole_name() -> None:
    first, second = PersonName("Lê", "", "An", "An Lê"), PersonName("Lê", "", "An", "Lê An")
    assert first.sort_key < second.sort_key


@given(st.text())
def test_any_text_is_a_name(text: str) -> None:
    name = parse_name(text)
    assert name.full.split() == [part for part in f"{name.family} {name.middle} {name.given}".split() if part]
    assert name.sort_key == parse_name(name.full).sort_key
