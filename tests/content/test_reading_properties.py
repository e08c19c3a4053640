"""Whatever a file holds: records, or problems at places that are in the file, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vinhdanh.base.problems import Severity
from vinhdanh.content.assembly import load_record, load_site
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.content.reader import SITE, FileReading, dump, read_file, restore

PERSON = """---
name: "Nguyễn Thị Hoa"
xưng hô: chị
summary: >
  Chị Hoa làm việc
  ở phân xưởng.
affiliations:
  - organisation: dien-luc
    since: 2006-05
honours:
  - {award: giai-a, year: 2023, source: [bao-a, bao-b]}
quotes:
  - text: 'Làm chậm mà chắc'
    source: bao-a
basis: {kind: public_record, sources: [bao-a]}
published: 2026-11-22   # ngày đăng
---
Chị [Hoa](people/hoa.md).[@bao-a]
"""
LISTS = """- id: bao-a
  title: Bài A
  publisher: Báo A
  url: https://a.example
- {id: bao-b, title: Bài B, publisher: Báo B}
"""
SITE_FILE = """name: Thử
languages: [vi, en]
extra_fields:
  - {of: person, key: bac_tho, type: number, label: Bậc thợ}
"""
FILES = {"people/hoa.md": PERSON, "data/sources.yaml": LISTS, "site.yaml": SITE_FILE}

PATHS = st.sampled_from(
    [f"{kind.folder}/hoa.{ending}" for kind in KINDS for ending in ("md", "yaml", "en.md")]
    + [f"{place}{kind.folder}.yaml" for kind in KINDS for place in ("", "data/")]
    + ["site.yaml", "site.en.yaml", "peple/hoa.md", "people/Chị Hoa.md", "hoa.md", "data/hoa.yaml"]
)
PIECES = st.sampled_from(
    [
        *(
            "---",
            "...",
            "<<",
            ":",
            "-",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            "'",
            '"',
            "|",
            ">",
            "&",
            "*",
            "!",
            "%",
            "@",
            "?",
        ),
        *("~", "\\", " ", "\n", "\n  ", "\n- ", ": ", " #", "\r\n", "\r", "\n---\n", "\t", "`"),
        *(
            "name",
            "body",
            "id",
            "draft",
            "published",
            "honours",
            "basis",
            "x",
            "hoa",
            "2023-10-07",
            "có",
            "null",
            "é",
        ),
        *(
            "\u00a0",
            "\ufeff",
            "\u2028",
            "\x85",
            "\x07",
            "\x1b",
            "\ue000",
            "\uff1a",
            "“",
            "”",
            "e\u0301",
            "😀",
        ),
    ]
)
YAMLISH = st.lists(PIECES, max_size=30).map("".join)


def check(path: str, data: bytes) -> None:
    """What must hold of any file, and can be said without knowing what is in it."""
    reading = read_file(path, data, {})
    check_places(path, data, reading)
    check_memory(reading)
    for record in reading.records:
        if record.kind == SITE:
            load_site([record])
        else:
            load_record(record, record)


def check_places(path: str, data: bytes, reading: FileReading) -> None:
    """Every place names the file, and a line and column that an editor shows, or the one just behind the text."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    places = [problem.location for problem in reading.problems] + [
        record.location for record in reading.records
    ]
    for place in places:
        assert place is not None
        assert place.file == f"content/{path}"
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def check_memory(reading: FileReading) -> None:
    """What is remembered of a file is what was read."""
    restored = restore(dump(reading))
    assert (restored.records, restored.problems) == (reading.records, reading.problems)
    assert set(reading.bodies) == {record.body for record in reading.records if record.body}


@given(PATHS, st.binary())
def test_any_bytes(path: str, data: bytes) -> None:
    check(path, data)


@given(PATHS, st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text(path: str, text: str) -> None:
    check(path, f"---\n{text}\n---\n".encode())


@settings(max_examples=300)
@example("people/hoa.md", "\n# chỉ có ghi chú")
@example("people/hoa.md", "name: a\u2028b\nlife: x")
@example("people/hoa.md", "name: a\x07")
@given(PATHS, YAMLISH)
def test_any_text_made_of_what_yaml_is_made_of(path: str, text: str) -> None:
    check(path, f"---\nname: Hoa\n{text}\n---\n".encode())


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A file that was right, after a few slips of the hand."""
    path = draw(st.sampled_from(sorted(FILES)))
    text = FILES[path]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        put = draw(PIECES | st.just("") | st.just(text[start:end] * 2))
        text = text[:start] + put + text[end:]
    return path, text


@settings(max_examples=300)
@given(mutated())
def test_a_right_file_after_a_few_slips(file: tuple[str, str]) -> None:
    path, text = file
    check(path, text.encode())


@given(st.sampled_from(sorted(FILES)), st.integers(0), st.integers(0, 255))
def test_a_right_file_after_one_byte_has_rotted(path: str, at: int, byte: int) -> None:
    data = bytearray(FILES[path].encode())
    data[at % len(data)] = byte
    check(path, bytes(data))


@given(st.sampled_from(sorted(FILES)), st.integers(0))
def test_a_right_file_that_was_cut_off(path: str, length: int) -> None:
    data = FILES[path].encode()
    check(path, data[: length % len(data)])


@pytest.mark.parametrize("path", sorted(FILES))
def test_the_right_files_are_right(path: str) -> None:
    assert read_file(path, FILES[path].encode(), {}).problems == ()


@given(YAMLISH)
def test_a_file_of_a_record_is_never_passed_over_in_silence(text: str) -> None:
    reading = read_file("people/hoa.md", f"---\n{text}\n---\n".encode(), {})
    assert reading.records or any(problem.severity is Severity.ERROR for problem in reading.problems)
