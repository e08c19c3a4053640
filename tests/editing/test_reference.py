"""The reference page of the content model says what the model says, today."""

from __future__ import annotations

import re

from tests.tools import ROOT
from vinhdanh.content.fields import fields_of
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.editing.reference import model_reference

PAGE = ROOT / "docs" / "model.md"


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
