"""Lists and groups of labelled fields: aliases, doubles, what is missing, and what a lone value stands for."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.content.values import read
from vinhdanh.content.fields import fields_of, keys_of, labelled
from vinhdanh.content.groups import Group, ListOf, load_group
from vinhdanh.content.private_keys import NEVER_PUBLISHED
from vinhdanh.content.scalars import Number, Reference, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A group with something that it must have."""

    title: str = labelled(Text(), "Tên việc", "Title", also=("ten",), required=True, default="")
    year: int | None = labelled(Number(), "Năm", "Year")
    sources: tuple[str, ...] = labelled(ListOf(Reference("source")), "Nguồn", "Sources", also=("source",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A group that must have more than its short form says."""

    file: str = labelled(Text(), "Tệp", "File", required=True, default="")
    alt: str = labelled(Text(), "Lời tả", "Description", required=True, default="")
    credits: tuple[str, ...] = labelled(ListOf(Text()), "Người chụp", "Credits", required=True)


WORK = Group(Work, "title")
PICTURE = Group(Picture, "file")


def test_labels_without_marks_are_aliases_beside_those_that_are_named() -> None:
    assert fields_of(Work)["title"].aliases == ("ten_viec", "ten")
    assert {key: item.name for key, item in keys_of(Work).items()} == {
        "ten_viec": "title", "ten": "title", "title": "title", "nam": "year", "year": "year",
        "nguon": "sources", "source": "sources", "sources": "sources",
    }  # fmt: skip


def test_labels_speak_two_languages() -> None:
    field = fields_of(Work)["year"]
    assert (field.label("vi"), field.label("en"), field.label("fr")) == ("Năm", "Year", "Năm")


@pytest.mark.parametrize(
    "written",
    [
        "{title: Khoan, year: 2008, sources: [a, b]}",
        "{tên việc: Khoan, NĂM: 2008, Nguồn: [a, b]}",
        "{ten: Khoan, nam: 2008, source: [a, b]}",
        "\n  title: Khoan\n  year: 2.008\n  sources:\n    - a\n    - b",
    ],
    ids=["keys", "labels as people write them", "aliases", "in lines"],
)
def test_a_group_may_be_written_in_either_language(written: str) -> None:
    found = read(WORK, written)
    assert (found.plain, found.codes) == ({"title": "Khoan", "year": 2008, "sources": ["a", "b"]}, [])


def test_a_lone_value_stands_for_the_field_that_a_group_names() -> None:
    assert read(WORK, "Khoan").plain == {"title": "Khoan"}
    assert read(Group(Work), "Khoan").codes == ["wrong-type"]
    assert read(WORK, "''")[:2] == (None, ["empty-value"])


def test_a_lone_value_is_not_enough_where_a_group_must_have_more() -> None:
    found = read(PICTURE, "hoa.jpg")
    assert (found.plain, found.codes) == (None, ["missing-required", "missing-required"])
    assert "Lời tả" in found.problems[0].message("vi")
    assert "alt: …" in found.problems[0].advice("vi")


@pytest.mark.parametrize(
    ("written", "plain", "codes"),
    [
        ("a", ["a"], []),
        ("[a, b]", ["a", "b"], []),
        ("[]", [], []),
        ("[a, ~, b]", ["a", "b"], ["empty-value"]),
        ("[a, [b], c]", ["a", "c"], ["wrong-type"]),
        ("{a: b}", [], ["wrong-type"]),
    ],
)
def test_a_list_keeps_what_is_right(written: str, plain: list[str], codes: list[str]) -> None:
    found = read(ListOf(Text()), written)
    assert (found.plain, found.codes) == (plain, codes)


def test_a_list_of_groups_takes_both_forms() -> None:
    found = read(ListOf(WORK), "[Khoan, {title: Hàn, year: 2008}]")
    assert (found.plain, found.codes) == ([{"title": "Khoan"}, {"title": "Hàn", "year": 2008}], [])


KEYS = {
    "an unknown key with a guess": ("{title: Khoan, yaer: 2008}", {"title": "Khoan"}, "unknown-key", "“year:”"),
    "an unknown key without": ("{title: Khoan, zzz: 1}", {"title": "Khoan"}, "unknown-key", "title, year, sources"),
    "a key that is a list": ("{title: Khoan, [a]: 1}", {"title": "Khoan"}, "unknown-key", "title, year"),
    "a key twice": ("{title: Khoan, title: Hàn}", {"title": "Khoan"}, "duplicate-key", "Giữ lại"),
    "a key and its alias": ("{title: Khoan, tên việc: Hàn}", {"title": "Khoan"}, "duplicate-key", "Giữ lại"),
    "a key without a value": ("{title: Khoan, year: }", {"title": "Khoan"}, "empty-value", "xóa cả dòng"),
    "a private thing": ("{title: Khoan, Số điện thoại: 09}", {"title": "Khoan"}, "never-publish", "Xóa mục này"),
    "something that must be there": ("{year: 2008}", None, "missing-required", "title: …"),
    "what must be there, but empty": ("{title: , year: 2008}", None, "missing-required", "title: …"),
    "what must be there, but nothing": ("{title: ~, year: 2008}", None, "missing-required", "title: …"),
}  # fmt: skip


@pytest.mark.parametrize(("written", "plain", "code", "advice"), KEYS.values(), ids=KEYS.keys())
def test_keys_that_are_wrong(written: str, plain: object, code: str, advice: str) -> None:
    found = read(WORK, written)
    assert (found.plain, found.codes) == (plain, [code])
    assert advice in found.problems[0].advice("vi")


@pytest.mark.parametrize("sources", ["[]", "[~]", "['']", "''", "~"])
def test_a_list_that_must_be_there_may_not_be_empty(sources: str) -> None:
    found = read(PICTURE, f"{{file: a, alt: b, credits: {sources}}}")
    assert found.plain is None
    assert found.codes[-1] == "missing-required"


def test_a_value_that_must_be_there_and_is_wrong_is_told_once() -> None:
    assert read(WORK, "{title: [Khoan]}").codes == ["wrong-type"]


def test_a_group_in_a_translation_still_needs_what_it_must_have() -> None:
    assert read(ListOf(WORK), "[{year: 2008}]", complete=False)[:2] == ([], ["missing-required"])


def test_a_group_is_loaded_with_defaults_for_what_was_not_written() -> None:
    assert load_group(Work, {"title": "Khoan", "sources": ["a"]}) == Work(title="Khoan", sources=("a",))
    assert WORK.load({"title": "Khoan"}) == Work(title="Khoan", year=None, sources=())
    assert ListOf(WORK).load([{"title": "Khoan"}]) == (Work(title="Khoan"),)
    assert load_group(Work, {"year": 2008}, title="Hàn") == Work(title="Hàn", year=2008)


def test_private_keys_are_written_as_slugs_are() -> None:
    assert all(key == key.lower() and key.isascii() and " " not in key for key in NEVER_PUBLISHED)
