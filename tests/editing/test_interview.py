"""What somebody at a terminal is asked, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vinhdanh.content.fields import fields_of
from vinhdanh.content.model.events import Experience, Speaker
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.content.model.people import Person
from vinhdanh.editing.interview import StoppedError, Talk, ask_field, ask_kind, matching

NAMES = {
    ("person", "hoa"): "Nguyễn Thị Hoa",
    ("person", "hong"): "Lê Hồng",
    ("person", "son"): "Trương Thái Sơn",
    ("organisation", "dien-luc"): "Công ty Điện lực Hòa Bình",
    ("event", "toa-dam"): "Tọa đàm",
}


def talk(*answers: str, lang: str = "vi") -> tuple[Talk, list[str]]:
    waiting, said = iter(answers), []
    return Talk(lambda prompt: next(waiting, None), said.append, lang), said


def nothing_wrong(text: str) -> Sequence[str]:
    return []


def asked(field: str, *answers: str, of: type = Experience) -> tuple[object, str]:
    conversation, said = talk(*answers)
    return ask_field(conversation, fields_of(of)[field], NAMES, nothing_wrong), "\n".join(said)


def test_the_kind_is_chosen_by_its_number_or_its_name() -> None:
    assert ask_kind(talk("x", "0", "99", "3")[0]) is KINDS[2]
    assert ask_kind(talk("sang kien")[0]) is KINDS[2]
    assert ask_kind(talk("initiative", lang="en")[0]) is KINDS[2]


def test_a_field_is_asked_with_its_label_and_hint_until_it_is_right() -> None:
    conversation, said = talk("", "7", "Hoa")
    field = fields_of(Person)["name"]
    assert (
        ask_field(conversation, field, NAMES, lambda text: ["Không phải tên."] if text == "7" else [])
        == "Hoa"
    )
    assert said == [
        "\nHọ và tên: Đủ dấu, theo thứ tự họ, đệm, tên",
        "Mục này không bỏ trống được.",
        "Không phải tên.",
    ]


def test_a_choice_is_made_by_number_in_words() -> None:
    value, said = asked("setting", "2")
    assert value == "press_at_event"
    assert "  1. tại sự kiện\n" in said


def test_records_are_picked_by_part_of_a_name_without_tones() -> None:
    assert asked("event", "toa", "1")[0] == "toa-dam"
    value, said = asked("speakers", "thi hoa", "1", "son", "1", "")
    assert value == ("hoa", "son")
    assert "  1. Nguyễn Thị Hoa (hoa)\n  2. chỉ ghi tên “thi hoa”" in said


def test_a_plain_name_will_do_where_there_may_be_no_record() -> None:
    assert asked("speakers", "Các đại biểu", "1", "")[0] == ("Các đại biểu",)
    assert asked("event", "không có", "tọa đàm", "", "toa", "1")[0] == "toa-dam"


def test_names_that_begin_with_what_was_typed_come_first() -> None:
    assert matching("ho", ("person",), NAMES) == [("person", "hong"), ("person", "hoa")]
    assert matching("hoa", ("person", "organisation"), NAMES) == [
        ("organisation", "dien-luc"),
        ("person", "hoa"),
    ]
    assert matching("le", ("person",), NAMES) == [("person", "hong")]


@pytest.mark.parametrize("answers", [(), ("",), ("son",), ("xyz",)])
def test_whoever_leaves_is_not_kept(answers: tuple[str, ...]) -> None:
    with pytest.raises(StoppedError):
        asked("event", *answers)


def test_a_speaker_needs_no_more_than_who() -> None:
    assert [name for name, field in fields_of(Speaker).items() if field.required] == ["who"]
