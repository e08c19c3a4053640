"""Values in quotes, as a corrected line shows them and a mended file has them."""

from __future__ import annotations

import re


def quoted(text: str) -> str:
    """A value that YAML would misread, in double quotes; quotes within it turn into the curly ones of print."""
    inner = re.sub(r'"([^"]*)"', r"“\1”", text.strip()).replace('"', "”").replace("\\", "\\\\")
    if inner.startswith("“") and inner.endswith("”") and inner.count("“") == 1:
        inner = inner[1:-1]
    return f'"{inner}"'


def exactly(text: str) -> str:
    """A value in the quotes that leave each of its characters as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
