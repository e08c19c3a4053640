"""Files for calendars: what RFC 5545 asks of lines and values, and which events have one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import showcases
from vinhdanh.showcase.pages.calendars import LINE_OCTETS, calendar, escaped, folded


@given(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=300))
def test_a_folded_line_is_short_and_unfolds_to_itself(line: str) -> None:
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= LINE_OCTETS for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == line


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Vượt khó, sáng tạo; lan tỏa", "Vượt khó\\, sáng tạo\\; lan tỏa"),
        ("một\nhai", "một\\nhai"),
        ("C:\\thư mục", "C:\\\\thư mục"),
        ("BEGIN:VEVENT\r\nUID:x", "BEGIN:VEVENT\\nUID:x"),
    ],
)
def test_signs_with_a_meaning_are_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_an_empty_property_is_left_out() -> None:
    assert "LOCATION" not in calendar([("SUMMARY", "A"), ("LOCATION", "")])


def test_an_event_of_a_day_lasts_that_whole_day(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path / "trang")
    showcase.build()
    file = showcase.site()["su-kien/toa-dam/toa-dam.ics"].decode()
    assert file.endswith("END:VCALENDAR\r\n")
    assert "\n" not in file.replace("\r\n", "")
    assert file.split("\r\n")[:-1] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vinh Danh//Vinh Danh//VI",
        "BEGIN:VEVENT",
        "UID:event-toa-dam@thu.example",
        "DTSTAMP:20231007T000000Z",
        "DTSTART;VALUE=DATE:20231007",
        "DTEND;VALUE=DATE:20231008",
        "SUMMARY:Tọa đàm",
        "LOCATION:Hà Nội",
        "URL:https://thu.example/su-kien/toa-dam/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert 'href="/su-kien/toa-dam/toa-dam.ics"' in showcase.site()["su-kien/toa-dam/index.html"].decode()


@pytest.mark.parametrize("date", ["2023-10", "2023"])
def test_an_event_whose_day_is_not_known_has_none(tmp_path: Path, date: str) -> None:
    showcase = showcases.make(tmp_path / "trang")
    showcase.replace("events/toa-dam.md", "date: 2023-10-07", f"date: {date}")
    showcase.build()
    assert not [path for path in showcase.site() if path.endswith(".ics")]
    assert ".ics" not in showcase.site()["su-kien/toa-dam/index.html"].decode()
