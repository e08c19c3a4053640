"""The page on problems says what the program says, today, and leaves none out."""

from __future__ import annotations

import importlib
import re

from tests.tools import ROOT
from vinhdanh.base.problems import Message
from vinhdanh.manual import CHAPTERS, messages_of, problem_reference

PAGE = ROOT / "docs" / "problems.md"


def declared() -> dict[str, list[str]]:
    """Every message of the engine by its code, with the modules that declare it."""
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "vinhdanh").rglob("*.py")):
        if " = Message(" in file.read_text(encoding="utf-8"):
            name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            for value in vars(importlib.import_module(name)).values():
                if isinstance(value, Message):
                    found.setdefault(value.code, []).append(name)
    return found


def test_every_message_is_on_the_page_once() -> None:
    listed = re.findall(r"^### `([\w-]+)`$", problem_reference(), re.MULTILINE)
    assert sorted(listed) == sorted(declared())
    assert len(listed) == len(set(listed))


def test_every_code_belongs_to_one_message() -> None:
    assert {code: names for code, names in declared().items() if len(names) > 1} == {}


def test_every_message_is_worded_in_full() -> None:
    for _, _, module in CHAPTERS:
        for message in messages_of(module):
            assert all((message.vi, message.vi_fix, message.en, message.en_fix)), message.code
            assert message.vi[0] in "“{" or message.vi[0].isupper(), message.code
