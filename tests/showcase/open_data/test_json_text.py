"""JSON with a line for each record."""

from __future__ import annotations

import json

import pytest

from vinhdanh.showcase.open_data.json_text import json_text


@pytest.mark.parametrize("rows", [[], [{"id": "a"}], [{"id": "a", "n": [1, {"b": "“é”\n"}]}, {"id": "b"}]])
def test_each_record_has_its_line(rows: list[object]) -> None:
    text = json_text(rows)

    assert json.loads(text) == rows
    assert text.count("\n") == (len(rows) + 2 if rows else 1)
    assert "\\u" not in text
