"""Rows as CSV after RFC 4180, made for spreadsheets: nothing in a cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from vinhdanh.base.digest import Plain

BYTE_ORDER_MARK = "\ufeff"
"""Excel for Windows reads a CSV file as UTF-8 only when it begins with this; without it, every Vietnamese letter with a
mark is broken. Readers that know UTF-8 pass it over (the Unicode Standard, 23.8; "utf-8-sig" in Python)."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What a cell may not begin with: spreadsheets would run it as a formula (OWASP, CSV Injection; ASVS 5.0, 1.2.10), some
of them also with signs of full width."""

_SPLIT = re.compile("(?<=[;\t\r\n])(?=[=+@＝＋－＠-])")
"""Where a cell would begin in an Excel that takes semicolons for what separates cells, as it does where decimals are
written with a comma, in Vietnam too: quotes do not keep such a text together."""

SEPARATOR = "; "
"""Between the ids of a list in one cell; no id has it."""

Cells = Mapping[str, Plain]


def csv_text(columns: Sequence[tuple[str, str]], rows: Iterable[Cells]) -> str:
    """The whole file. `columns` are pairs of a name and a type of Table Schema; what a row lacks is an empty cell."""
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(name for name, _ in columns)
    writer.writerows([cell(kind, row.get(name)) for name, kind in columns] for row in rows)
    return buffer.getvalue()


def cell(kind: str, value: Plain) -> str:
    """One value as the text of a cell: lists of ids on one line, other lists and groups as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind in ("array", "object"):
        return harmless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    if isinstance(value, (list, tuple)):
        return harmless(SEPARATOR.join(value))
    return harmless(value) if isinstance(value, str) else str(value)


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before what would begin one."""
    text = _SPLIT.sub("'", text)
    return f"'{text}" if text.startswith(FORMULA) else text
