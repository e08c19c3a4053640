"""Names that mean the same on every system, and those that mean something else on one."""

from __future__ import annotations

import pytest

from vinhdanh.base.file_names import LENGTH_LIMIT, is_portable

FINE = [
    "hoa",
    "hoa.jpg",
    "Ảnh chân dung.jpg",
    "con-gai",
    "console",
    "com10",
    "aux2.md",
    ".htaccess",
    "a.b.c",
    "a" * LENGTH_LIMIT,
]
NOT_FINE = [
    *("CON", "con", "Prn.txt", "nul", "aux.tar.gz", "COM1", "lpt9.md", "com¹", "CONIN$", "nul."),
    *("a.", "a ", " a", ".", "..", "...", "", "a:b", "C:", "a/b", "a\\b", "a?", "a*", "a|b", "<a>", 'a"'),
    *("a\0", "a\n", "a\x7f", "a" * (LENGTH_LIMIT + 1)),
]


@pytest.mark.parametrize("name", FINE)
def test_a_name_that_every_system_keeps(name: str) -> None:
    assert is_portable(name)


@pytest.mark.parametrize("name", NOT_FINE)
def test_a_name_that_some_system_changes_or_refuses(name: str) -> None:
    assert not is_portable(name)
