"""A record between its file and its form: what is shown, and that only what was changed is written."""

from __future__ import annotations

import difflib
import re
import textwrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools import ROOT
from vinhdanh.content.loading import is_content
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.reader import read_file
from vinhdanh.editing.forms import records
from vinhdanh.editing.forms.records import changed, form_from, form_of, new_file, records_in
from vinhdanh.editing.forms.values import ShapeError

PERSON = "people/hoa.md"

TEXT = textwrap.dedent("""\
    ---
    # Ghi chú đầu tệp
    ho_ten: Nguyễn Thị Hoa   # tên khai sinh
    gender: nữ
    job_title: "Công nhân: tổ 3"
    # trước đơn vị
    affiliations:
      # nơi đang làm
      - organisation: dien-luc
        # chức danh ở đó
        role: Tổ trưởng  # từ 2019
        since: 2019
      - Xưởng Cơ khí
      # hết đơn vị
    honours:
    - {award: giai-a, year: 2023, source: bao-a}
    - award: giai-b
      sources: [bao-a, bao-b]  # hai báo

    unknown_key: giữ nguyên
    summary: |
      Dòng một.
      Dòng hai.

    # trước nguồn
    sources: bao-a
    basis: {kind: public_record, sources: [bao-a]}
    draft: không
    ---

    Chị Hoa làm thợ.[@bao-a]

    - một
    - hai
    """)


def form(text: str, path: str = PERSON) -> dict[str, Any]:
    (written,) = records_in(path, text.encode())
    return form_of(written, {})


def saved(text: str, values: dict[str, Any], path: str = PERSON) -> str:
    (written,) = records_in(path, text.encode())
    return changed(path, text.encode(), written, {}, values).decode()


def difference(old: str, new: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if not re.match(r"---( |$)|\+\+\+ |@@", line)]


def test_a_form_shows_every_value_in_one_shape() -> None:
    assert form(TEXT) == {
        "name": "Nguyễn Thị Hoa",
        "gender": "female",
        "job_title": "Công nhân: tổ 3",
        "affiliations": [
            {"organisation": {"id": "dien-luc"}, "role": "Tổ trưởng", "since": "2019"},
            {"organisation": {"name": "Xưởng Cơ khí"}},
        ],
        "honours": [
            {"award": "giai-a", "year": "2023", "sources": ["bao-a"]},
            {"award": "giai-b", "sources": ["bao-a", "bao-b"]},
        ],
        "basis": {"kind": "public_record", "sources": ["bao-a"]},
        "summary": "Dòng một.\nDòng hai.",
        "sources": ["bao-a"],
        "body": "Chị Hoa làm thợ.[@bao-a]\n\n- một\n- hai",
    }


CHANGES = {
    "a text": (
        {"name": "Trần Thị Hoa"},
        ["-ho_ten: Nguyễn Thị Hoa   # tên khai sinh", "+ho_ten: Trần Thị Hoa   # tên khai sinh"],
    ),
    "an option": ({"gender": "male"}, ["-gender: nữ", "+gender: nam"]),
    "a text that needs quotes": (
        {"job_title": "Thợ: tổ 4"},
        ['-job_title: "Công nhân: tổ 3"', '+job_title: "Thợ: tổ 4"'],
    ),
    "a text with quotes": (
        {"job_title": 'Thợ "cả"'},
        ['-job_title: "Công nhân: tổ 3"', "+job_title: 'Thợ \"cả\"'"],
    ),
    "a key that goes": ({"gender": None}, ["-gender: nữ"]),
    "a key that comes": ({"place": "Quảng Nam"}, ["+place: Quảng Nam"]),
    "several lines": (
        {"summary": "Một.\n\nHai."},
        ["-summary: |", "-  Dòng một.", "-  Dòng hai.", "+summary: |-", "+  Một.", "+", "+  Hai."],
    ),
    "one line of several": (
        {"summary": "Một."},
        ["-summary: |", "-  Dòng một.", "-  Dòng hai.", "+summary: Một."],
    ),
    "a list of one": ({"sources": ["bao-b"]}, ["-sources: bao-a", "+sources:", "+  - bao-b"]),
    "a list that grows": (
        {"sources": ["bao-a", "bao-b"]},
        ["-sources: bao-a", "+sources:", "+  - bao-a", "+  - bao-b"],
    ),
    "a yes": ({"draft": True}, ["-draft: không", "+draft: có"]),
    "a group in braces": (
        {"basis": {"kind": "consent", "record": "hoa-2023"}},
        [
            "-basis: {kind: public_record, sources: [bao-a]}",
            "+basis:",
            "+  kind: đồng ý",
            "+  record: hoa-2023",
        ],
    ),
    "the text below": (
        {"body": "Chị Hoa."},
        ["-Chị Hoa làm thợ.[@bao-a]", "-", "-- một", "-- hai", "+Chị Hoa."],
    ),
    "within an item": (
        {
            "affiliations": [
                {"organisation": {"id": "dien-luc"}, "role": "Kỹ sư"},
                {"organisation": {"name": "Xưởng Cơ khí"}},
            ]
        },
        ["-    role: Tổ trưởng  # từ 2019", "-    since: 2019", "+    role: Kỹ sư  # từ 2019"],
    ),
    "a key within an item": (
        {
            "affiliations": [
                {"organisation": {"id": "dien-luc"}, "role": "Tổ trưởng", "since": "2019", "until": "2024"},
                {"organisation": {"name": "Xưởng Cơ khí"}},
            ]
        },
        ["+    until: 2024"],
    ),
    "an item that goes": (
        {"affiliations": [{"organisation": {"name": "Xưởng Cơ khí"}}]},
        [
            "-  - organisation: dien-luc",
            "-    # chức danh ở đó",
            "-    role: Tổ trưởng  # từ 2019",
            "-    since: 2019",
        ],
    ),
    "an item that comes first": (
        {
            "honours": [
                {"award": "giai-c"},
                {"award": "giai-a", "year": "2023", "sources": ["bao-a"]},
                {"award": "giai-b", "sources": ["bao-a", "bao-b"]},
            ]
        },
        ["+- award: giai-c"],
    ),
    "an item in braces": (
        {
            "honours": [
                {"award": "giai-a", "year": "2024", "sources": ["bao-a"]},
                {"award": "giai-b", "sources": ["bao-a", "bao-b"]},
            ]
        },
        [
            "-- {award: giai-a, year: 2023, source: bao-a}",
            "+- award: giai-a",
            "+  year: 2024",
            "+  sources:",
            "+    - bao-a",
        ],
    ),
    "a remark behind brackets": (
        {
            "honours": [
                {"award": "giai-a", "year": "2023", "sources": ["bao-a"]},
                {"award": "giai-b", "sources": ["bao-b"]},
            ]
        },
        ["-  sources: [bao-a, bao-b]  # hai báo", "+  sources:  # hai báo", "+    - bao-b"],
    ),
    "nothing": ({}, []),
}


@pytest.mark.parametrize(("new", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_only_what_was_changed_is_written(new: dict[str, Any], expected: list[str]) -> None:
    values = {key: value for key, value in {**form(TEXT), **new}.items() if value is not None}
    values = form_from(values, by_key()["person"], {}, "vi")
    after = saved(TEXT, values)
    assert difference(TEXT, after) == expected
    assert form(after) == values


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
def test_line_ends_and_the_byte_order_mark_stay(end: str, mark: str) -> None:
    text = mark + TEXT.replace("\n", end)
    (written,) = records_in(PERSON, text.encode())
    after = changed(
        PERSON, text.encode(), written, {}, {**form_of(written, {}), "place": "Quảng Nam", "body": "A\n\nB"}
    )
    assert after.decode().startswith(mark + "---" + end)
    assert after.decode().count("\n") == after.decode().count(end)
    assert f"place: Quảng Nam{end}" in after.decode()


LIST = """\
# Các báo
- id: bao-a
  title: Bài A  # bài đầu
  publisher: Báo A

- id: bao-b
  title: Bài B
  publisher: Báo B
"""


def test_an_entry_of_a_list_is_changed_and_the_others_are_not_touched() -> None:
    data = LIST.encode()
    first, second = records_in("data/sources.yaml", data)
    assert (first.address.id, second.address.id) == ("bao-a", "bao-b")
    after = changed(
        "data/sources.yaml", data, first, {}, {**form_of(first, {}), "title": "Bài mới", "date": "2023"}
    )
    assert difference(LIST, after.decode()) == [
        "-  title: Bài A  # bài đầu",
        "+  title: Bài mới  # bài đầu",
        "+  date: 2023",
    ]
    assert (
        records.without("data/sources.yaml", data, second)
        == LIST.split("- id: bao-b", maxsplit=1)[0].encode()
    )


def test_what_a_form_does_not_show_is_never_lost() -> None:
    text = "---\nname: Hoa\nhonours: giai-a\nmentoring: nhiều người\nlife: khuất\n---\n"
    assert form(text) == {"name": "Hoa", "honours": [{"award": "giai-a"}]}
    after = saved(text, {"name": "Lan", "honours": [{"award": "giai-a"}]})
    assert after == text.replace("Hoa", "Lan")


def test_a_file_that_cannot_be_read_has_no_form() -> None:
    assert list(records_in(PERSON, b"---\nname: a: b\n---\n")) == []
    assert list(records_in(PERSON, b"")) == []
    assert list(records_in("la/hoa.md", TEXT.encode())) == []
    assert list(records_in("site.yaml", b"name: a\n")) == []


def test_a_translation_has_the_fields_that_are_made_of_words() -> None:
    (written,) = records_in(
        "people/hoa.en.md", b"---\nsummary: She works.\ngender: female\n---\n\nHoa works.\n"
    )
    assert form_of(written, {}) == {"summary": "She works.", "body": "Hoa works."}


@pytest.mark.parametrize("kind", ["person", "source"])
def test_a_new_file_says_what_its_form_says(kind: str) -> None:
    heading = by_key()[kind].heading
    values: dict[str, Any] = {
        heading: "Một # hai: “ba”",
        "summary": "Dòng một.\nDòng hai.",
        "tags": ["a: b", "no"],
    }
    values |= {"body": "Một bài.\n\n---\n\nHết."} if kind == "person" else {"publisher": "Báo"}
    path, data = new_file(by_key()[kind], "moi", {}, "vi", values)
    assert path == ("people/moi.md" if kind == "person" else "data/sources/moi.yaml")
    (written,) = records_in(path, data)
    assert form_of(written, {}) == values
    assert not [problem for problem in read_file(path, data, {}).problems if "unknown" in problem.code]


# -- whatever somebody enters ----

WORDS = st.text(max_size=30)


def rewritten(values: Any, draw: st.DrawFn) -> Any:
    """Values as somebody may have changed them: texts, lists and groups, at any depth."""
    if isinstance(values, dict):
        kept = {key: value for key, value in values.items() if draw(st.integers(0, 9)) > 1}
        return {key: rewritten(value, draw) for key, value in kept.items()}
    if isinstance(values, list):
        items = [rewritten(value, draw) for value in values if draw(st.integers(0, 9)) > 1]
        return draw(st.permutations(items + ([items[0]] if items and draw(st.booleans()) else [])))
    if isinstance(values, str) and draw(st.integers(0, 3)) == 0:
        return draw(WORDS)
    return values


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, bytes, dict[str, Any]]:
    """A file of the real content or the one above, and what its first form says after somebody edited it."""
    path, data = draw(st.sampled_from(FILES))
    values = form_of(next(records_in(path, data)), {})
    return path, data, rewritten(values, draw)


FILES = [
    (PERSON, TEXT.encode()),
    *(
        (path, (ROOT / "content" / path).read_bytes())
        for path in sorted(
            str(file.relative_to(ROOT / "content")) for file in (ROOT / "content").rglob("*.*")
        )
        if is_content(path) and not path.startswith("site")
    ),
]


@settings(max_examples=200, deadline=None)
@given(edits())
def test_whatever_is_entered_is_what_the_file_then_says(edit: tuple[str, bytes, dict[str, Any]]) -> None:
    path, data, entered = edit
    before = next(records_in(path, data))
    try:
        values = form_from(entered, by_key()[before.address.kind], {}, before.address.lang)
    except ShapeError:
        return  # something that the form does not offer
    after = changed(path, data, before, {}, values)
    (mended, *others) = records_in(path, after)
    assert form_of(mended, {}) == values
    assert len(others) == len(list(records_in(path, data))) - 1
    again = changed(path, after, mended, {}, form_of(mended, {}))
    assert again == after


def test_every_record_of_the_real_content_has_a_form_and_comes_back_as_it_was() -> None:
    for path, data in FILES:
        found = list(records_in(path, data))
        assert found, path
        for each in found:
            kind = by_key()[each.address.kind]
            assert form_from(form_of(each, {}), kind, {}, each.address.lang) == form_of(each, {})
