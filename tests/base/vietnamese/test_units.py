from __future__ import annotations

import random

import pytest

from vinhdanh.base.vietnamese.units import parse_unit_name


@pytest.mark.parametrize(
    ("name", "form", "proper"),
    [
        ("Công ty TNHH Canon Việt Nam", "Công ty TNHH", "Canon Việt Nam"),
        ("Công ty TNHH MTV Cao su Thống Nhất", "Công ty TNHH MTV", "Cao su Thống Nhất"),
        ("CÔNG TY CỔ PHẦN Than Hà Lầm", "CÔNG TY CỔ PHẦN", "Than Hà Lầm"),
        ("Tổng công ty CP Dệt may Nam Định", "Tổng công ty CP", "Dệt may Nam Định"),
        ("Công đoàn Tổng công ty Khánh Việt", "Công đoàn Tổng công ty", "Khánh Việt"),
        ("Công đoàn các Khu công nghiệp Hà Nội", "Công đoàn các", "Khu công nghiệp Hà Nội"),
        ("Liên đoàn Lao động tỉnh Long An", "Liên đoàn Lao động tỉnh", "Long An"),
        ("Liên đoàn Lao động TP. Hồ Chí Minh", "Liên đoàn Lao động TP.", "Hồ Chí Minh"),
        ("Báo điện tử Chính phủ", "Báo điện tử", "Chính phủ"),
        ("Trung tâm Công nghệ Sinh học", "Trung tâm", "Công nghệ Sinh học"),
        ("Vietsovpetro", "", "Vietsovpetro"),
        ("Bảo tàng Thế giới", "", "Bảo tàng Thế giới"),
        ("Công ty Báo Mới", "Công ty Báo", "Mới"),
        ("Tổng công ty", "", "Tổng công ty"),
        ("", "", ""),
        ("Co\u0302ng ty  May\u00a010", "Công ty", "May 10"),
    ],
)
def test_parse_unit_name(name: str, form: str, proper: str) -> None:
    assert parse_unit_name(name) == (form, proper)


def test_units_stand_in_the_order_of_their_proper_names() -> None:
    ordered = [
        "Tổng công ty Bến Thành",
        "Công ty CP Cảng Hải Phòng",
        "Công ty TNHH Canon",
        "Tập đoàn Điện lực",
        "Công ty Ô tô",
    ]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=lambda name: parse_unit_name(name).sort_key) == ordered
