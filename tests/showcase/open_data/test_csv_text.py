"""CSV after RFC 4180 that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.showcase.open_data.csv_text import BYTE_ORDER_MARK, FORMULA, cell, csv_text, harmless


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("string", None, ""),
        ("string", "Trương Thái Sơn", "Trương Thái Sơn"),
        ("string", ["bao-a", "bao-b"], "bao-a; bao-b"),
        ("string", ("bao-a",), "bao-a"),
        ("string", [], ""),
        ("integer", 0, "0"),
        ("integer", -5, "-5"),
        ("boolean", True, "true"),
        ("boolean", False, "false"),
        ("object", {"kind": "consent"}, '{"kind":"consent"}'),
        ("array", ["Điều một", "=2"], '["Điều một","=2"]'),
        ("string", "=1+1", "'=1+1"),
        ("string", ["-a"], "'-a"),
        ("string", "a;=1+1", "a;'=1+1"),
        ("string", "a\n-2+3", "a\n'-2+3"),
        ("string", "sạch; -5 độ", "sạch; -5 độ"),
        ("array", ["a;@b"], '["a;\'@b"]'),
    ],
)
def test_cells(kind: str, value: object, expected: str) -> None:
    assert cell(kind, value) == expected


@pytest.mark.parametrize("start", FORMULA)
def test_nothing_begins_a_formula(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_a_file_is_marked_as_utf8_and_ends_its_lines_as_the_standard_says() -> None:
    text = csv_text([("id", "string"), ("n", "integer")], [{"id": "a", "n": 1}, {"id": 'nói "vâng", rồi'}])

    assert text == '\ufeffid,n\r\na,1\r\n"nói ""vâng"", rồi",\r\n'


def test_a_file_without_rows_has_its_columns() -> None:
    assert csv_text([("id", "string")], []) == "\ufeffid\r\n"


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_every_text_is_read_back_but_for_the_apostrophe(pairs: list[tuple[str, str]]) -> None:
    text = csv_text([("a", "string"), ("b", "string")], [{"a": a, "b": b} for a, b in pairs])

    head, *rows = read(text)
    assert head == ["a", "b"]
    assert rows == [[harmless(a), harmless(b)] for a, b in pairs]
    assert not any(each.startswith(FORMULA) for row in rows for each in row)
