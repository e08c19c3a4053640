"""Values of one piece: how each may be written, what is refused, and what advice comes with the refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.values import FILE, read
from vinhdanh.base.problems import Location
from vinhdanh.content.fields import FieldType, MediaUse, Mention
from vinhdanh.content.scalars import Choice, MediaFile, Number, Reference, SitePath, Text, Url, YesNo

FORMS = {"technical": ("kỹ thuật", "technical"), "managerial": ("quản lý", "managerial")}
TITLES = {"anh": ("anh", "Mr"), "ông": ("ông", "Mr"), "chị": ("chị", "Ms")}


@pytest.mark.parametrize(
    ("kind", "written", "plain"),
    [
        (Text(), "Chị Hoa", "Chị Hoa"),
        (Text(), "  Chị Hoa  ", "Chị Hoa"),
        (Text(), "'Chị “Hoa”'", "Chị “Hoa”"),
        (Text(), '"“Làm chậm mà chắc”"', "“Làm chậm mà chắc”"),
        (Text(), "“Vua” và “Chúa”", "“Vua” và “Chúa”"),
        (Text(), "Ho\u0300a", "Hòa"),
        (Text(), "Chị\u00a0Hoa\u200b", "Chị Hoa"),
        (Text(), "|\n  một\n  hai", "một hai"),
        (Text(lines=True), "|\n  một\n\n  hai", "một\n\nhai"),
        (Text(), "2023-10-07", "2023-10-07"),
        (Text(), "no", "no"),
        (Number(), "1200", 1200),
        (Number(), "1.200", 1200),
        (Number(), "1.234.567", 1234567),
        (Number(), "'0123'", 123),
        (Number(), "-3", -3),
        (Number(), "+3", 3),
        (YesNo(), "có", True),
        (YesNo(), "Có", True),
        (YesNo(), "đúng", True),
        (YesNo(), "yes", True),
        (YesNo(), "true", True),
        (YesNo(), "không", False),
        (YesNo(), "KHÔNG", False),
        (YesNo(), "no", False),
        (YesNo(), "false", False),
        (Choice(FORMS), "technical", "technical"),
        (Choice(FORMS), "Kỹ thuật", "technical"),
        (Choice(FORMS), "ky thuat", "technical"),
        (Choice(FORMS), "quản lý", "managerial"),
        (Choice(TITLES), "ông", "ông"),
        (Choice(TITLES), "anh", "anh"),
        (Choice(TITLES), "Ms", "chị"),
        (Url(), "https://laodong.vn/a?b=1#c", "https://laodong.vn/a?b=1#c"),
        (Url(), "HTTP://laodong.vn", "HTTP://laodong.vn"),
        (SitePath(), "/nguoi/ten-cu/", "nguoi/ten-cu"),
        (SitePath(), "nguoi/ten-cu.html", "nguoi/ten-cu.html"),
        (MediaFile(), "hoa.jpg", "hoa.jpg"),
        (MediaFile(), "media/2023/Chị Hoa.jpg", "2023/Chị Hoa.jpg"),
        (MediaFile(), "/media/hoa.jpg", "hoa.jpg"),
        (Reference("person"), "hoa", "hoa"),
        (Reference("person"), "people/hoa.md", "people/hoa"),
    ],
)  # fmt: skip
def test_ways_to_write_a_value(kind: FieldType, written: str, plain: object) -> None:
    found = read(kind, written)
    assert (found.plain, found.codes) == (plain, [])


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (Text(), '""', "empty-value"),
        (Text(), "“”", "empty-value"),
        (Text(), "'\u200b'", "empty-value"),
        (Text(), "~", "empty-value"),
        (Text(), "[Hoa, Lan]", "wrong-type"),
        (Text(), "{ho: Nguyễn}", "wrong-type"),
        (Number(), "1.20", "bad-number"),
        (Number(), "1,200", "bad-number"),
        (Number(), "12 người", "bad-number"),
        (Number(), "0x1F", "bad-number"),
        (Number(), "1e3", "bad-number"),
        (Number(), "1" * 19, "bad-number"),
        (Number(), "[1]", "wrong-type"),
        (YesNo(), "chắc là có", "bad-yes-no"),
        (YesNo(), "1", "bad-yes-no"),
        (Choice(FORMS), "nghệ thuật số", "bad-choice"),
        (Choice(TITLES), "Mr", "bad-choice"),
        (Url(), "laodong.vn", "bad-url"),
        (Url(), "javascript:alert(1)", "bad-url"),
        (Url(), "https://", "bad-url"),
        (Url(), "https://a b", "bad-url"),
        (Url(), "'https://a\"b'", "bad-url"),
        (Url(), "ftp://laodong.vn", "bad-url"),
        (Url(), "//laodong.vn", "bad-url"),
        (SitePath(), "../ngoai", "bad-path"),
        (SitePath(), "a/..b", "bad-path"),
        (SitePath(), "a..b", "bad-path"),
        (SitePath(), "//a", "bad-path"),
        (SitePath(), "C:/a", "bad-path"),
        (SitePath(), "a" * 201, "bad-path"),
        (SitePath(), "/", "bad-path"),
        (MediaFile(), "../hoa.jpg", "bad-path"),
        (MediaFile(), "a/../../hoa.jpg", "bad-path"),
        (MediaFile(), "a/./hoa.jpg", "bad-path"),
        (MediaFile(), "'C:\\hoa.jpg'", "bad-path"),
        (MediaFile(), "/etc/passwd", "bad-path"),
        (MediaFile(), "a//hoa.jpg", "bad-path"),
        (MediaFile(), "media/", "bad-path"),
        (MediaFile(), "anh/", "bad-path"),
        (MediaFile(), "https://a.vn/hoa.jpg", "bad-path"),
        (MediaFile(), "a" * 201, "bad-path"),
        (Reference("person"), "[hoa]", "wrong-type"),
    ],
)  # fmt: skip
def test_a_value_that_is_refused(kind: FieldType, written: str, code: str) -> None:
    found = read(kind, written)
    assert (found.plain, found.codes) == (None, [code])
    assert found.problems[0].location is not None
    assert found.problems[0].location.column == len("key: ") + 1


def test_curly_quotes_around_everything_are_taken_off_with_a_warning() -> None:
    found = read(Text(), "“Chị Hoa”")
    assert (found.plain, found.codes) == ("Chị Hoa", ["smart-quotes"])


def test_a_text_that_is_too_long_is_kept_and_told() -> None:
    found = read(Text(limit=5), "Chị Hoa")
    assert (found.plain, found.codes) == ("Chị Hoa", ["too-long"])
    assert "7" in found.problems[0].message("vi")
    assert read(Text(limit=7), "Chị Hoa").codes == []


@pytest.mark.parametrize(
    ("written", "codes"),
    [("Xưởng #3 tốt", ["hash-cut"]), ("Xưởng # ba", []), ("Xưởng#3", []), ("'Xưởng #3'", [])],
)
def test_a_lost_end_is_told_but_a_comment_is_not(written: str, codes: list[str]) -> None:
    assert read(Text(), written).codes == codes


def test_a_choice_that_is_nearly_right_gets_a_guess_and_all_choices() -> None:
    problem = read(Choice(FORMS), "ky thuât số").problems[0]
    assert "“kỹ thuật”" in problem.message("vi")
    assert problem.advice("vi") == "Chọn một trong: kỹ thuật, quản lý."
    assert problem.advice("en") == "Choose one of: kỹ thuật (technical), quản lý (managerial)."


def test_a_reference_and_a_media_file_are_noted_with_their_places() -> None:
    place = Location(FILE, 1, 6, "key: hoa.md")
    assert read(Reference("person", "collective"), "hoa.md").mentions == [
        Mention(("person", "collective"), "hoa", "key", place)
    ]
    assert read(MediaFile(), "media/hoa.jpg").media == [
        MediaUse("hoa.jpg", Location(FILE, 1, 6, "key: media/hoa.jpg"))
    ]
    assert read(MediaFile(), "../hoa.jpg").media == []


@given(st.integers(-(10**12), 10**12))
def test_a_number_with_dots_is_the_number(number: int) -> None:
    assert read(Number(), f"{number:,}".replace(",", ".")).plain == number


SCALARS = (Text(), Text(lines=True), Number(), YesNo(), Choice(FORMS), Url(), SitePath(), MediaFile())


@given(
    st.sampled_from(SCALARS),
    st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="'")),
)
def test_any_text_is_a_value_or_a_problem(kind: FieldType, text: str) -> None:
    found = read(kind, f"'{text}'")
    assert (found.plain is None) <= bool(found.codes)
    if found.plain is not None:
        kind.load(found.plain)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="'")))
def test_no_path_leaves_its_folder(text: str) -> None:
    for kind in (SitePath(), MediaFile()):
        path = read(kind, f"'{text}'").plain
        if path is not None:
            assert path
            assert not path.startswith("/")
            assert not {"..", ".", ""} & set(path.split("/"))
            assert not set(path) & set('\\:*?"<>|')
