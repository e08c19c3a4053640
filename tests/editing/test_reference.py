"""The reference page of the content model says what the model says, today."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.tools import ROOT
from vinhdanh.content.fields import fields_of
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.editing.reference import COMMAND, model_reference

PAGE = ROOT / "docs" / "model.md"


def test_the_page_in_docs_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == model_reference(), (
        f"docs/model.md is out of date; run: {COMMAND}"
    )


def test_the_command_writes_the_page() -> None:
    python, _, rest = COMMAND.partition(" ")
    arguments, _, target = rest.partition(" > ")
    assert (python, ROOT / target) == ("python3", PAGE)
    written = subprocess.run(
        [sys.executable, *arguments.split()], cwd=ROOT, capture_output=True, check=True
    ).stdout
    assert written.decode("utf-8") == model_reference()


def test_every_field_of_every_kind_is_on_the_page() -> None:
    page = model_reference()
    common, *sections = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    for kind in KINDS:
        section = next(text for text in sections if f"`content/{kind.folder}/`" in text)
        assert section.startswith(kind.many[0])
        record: type = kind.record
        for field in fields_of(record).values():
            assert f"| `{field.name}` | {field.vi}" in section + common
            assert all(f"`{alias}`" in section + common for alias in field.aliases)


def test_every_table_is_whole_and_every_link_leads_to_a_section() -> None:
    page = model_reference()
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {6}
    anchors = {title.lower() for title in re.findall(r"^### (\w+)$", page, re.MULTILINE)}
    links = set(re.findall(r"\]\(#([^)]*)\)", page))
    assert links == anchors
