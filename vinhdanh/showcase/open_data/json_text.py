"""Rows as JSON: a list with a line for each record, so that comparing two versions shows what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from vinhdanh.base.digest import Plain


def json_text(rows: Iterable[Plain]) -> str:
    """The whole file. Without indentation the encoder of the standard library is some ten times as fast."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
