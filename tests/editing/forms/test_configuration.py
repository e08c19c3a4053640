"""How the forms are laid out: from the model, for the CMS, in Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests import showcases, tools
from tests.showcases import TODAY, Showcase
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.editing.forms.configuration import ICONS
from vinhdanh.editing.forms.desk import Desk, Shelf


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    showcase: Showcase = showcases.make(tmp_path_factory.mktemp("forms") / "trang")
    extra = "extra_fields:\n  - {of: person, key: shift, label: Ca làm việc, type: choice, choices: [ngày, đêm]}\n"
    showcase.write("site.yaml", showcase.read("site.yaml") + extra)
    return Desk(Path(showcase.root), lambda: TODAY).shelf("http://127.0.0.1:8000/")


def collection(shelf: Shelf, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in shelf.configuration["collections"] if each["name"] == name)
    return found


def fields(shelf: Shelf, name: str) -> dict[str, Any]:
    return {field["name"]: field for field in collection(shelf, name)["fields"]}


def widgets(plain: Any) -> Iterator[dict[str, Any]]:
    """Every widget of a configuration, at any depth."""
    if isinstance(plain, dict):
        if "widget" in plain:
            yield plain
        for value in plain.values():
            yield from widgets(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from widgets(value)


@pytest.mark.needs("sveltia")
def test_the_cms_understands_its_configuration(shelf: Shelf) -> None:
    package = tools.sveltia()
    assert package
    schema = json.loads((package / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(shelf.configuration)] == []


def test_every_kind_has_a_list_with_its_fields(shelf: Shelf) -> None:
    names = [each["name"] for each in shelf.configuration["collections"] if not each.get("hide")]
    assert names == [kind.folder for kind in KINDS]
    assert set(ICONS) == {kind.key for kind in KINDS}
    assert next(iter(fields(shelf, "people"))) == "name"
    assert list(fields(shelf, "people"))[-1] == "body"
    assert "body" not in fields(shelf, "sources")


def test_labels_hints_and_patterns_are_vietnamese(shelf: Shelf) -> None:
    people = fields(shelf, "people")
    assert (people["name"]["label"], people["name"]["required"]) == ("Họ và tên", ["vi"])
    assert people["gender"]["options"][1] == {"label": "nữ", "value": "female"}
    assert people["published"]["pattern"][1].startswith("Viết ngày như: 2023-10-07")
    assert people["shift"]["options"] == [
        {"label": "ngày", "value": "ngày"},
        {"label": "đêm", "value": "đêm"},
    ]
    for widget in widgets(shelf.configuration["collections"]):
        assert widget["label"]


def test_records_are_picked_from_lists_that_are_there(shelf: Shelf) -> None:
    names = {each["name"] for each in shelf.configuration["collections"]}
    relations = [each for each in widgets(shelf.configuration["collections"]) if each["widget"] == "relation"]
    assert {each["collection"] for each in relations} <= names
    assert fields(shelf, "people")["sector"]["collection"] == "sectors"
    assert fields(shelf, "people")["sources"]["multiple"]
    who = fields(shelf, "initiatives")["authors"]["fields"][0]
    assert [each["name"] for each in who["fields"]] == ["id", "name"]
    entry = json.loads(shelf.forms["content/person-collective-organisation/people--hoa.json"])
    assert entry == {"title": "Nguyễn Thị Hoa (cá nhân)", "id": "hoa", "path": "people/hoa"}


def test_places_are_offered_by_their_names_of_then_and_now(shelf: Shelf) -> None:
    assert fields(shelf, "people")["place"]["options"] == ["Đà Nẵng", "Quảng Nam", "Hà Nội"]


def test_what_is_new_begins_as_a_draft_and_nothing_else_becomes_one(shelf: Shelf) -> None:
    assert fields(shelf, "people")["draft"]["default"] is True
    assert fields(shelf, "organisations")["draft"]["default"] is False
    assert json.loads(shelf.forms["content/people/hoa.json"])["draft"] is False


def test_translations_have_words_only(shelf: Shelf) -> None:
    people = fields(shelf, "people")
    translated = {name for name, field in people.items() if field["i18n"]}
    assert {"summary", "body", "facts"} <= translated
    assert not {"gender", "sector", "basis", "sources", "draft", "published"} & translated


def test_nobodys_face_is_taken_from_elsewhere(shelf: Shelf) -> None:
    assert shelf.configuration["media_libraries"]["stock_assets"] == {"providers": []}
