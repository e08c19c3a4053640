"""The model: what an editor is told of each field, and that no two of its words mean different things."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import Counter

import pytest

from tests.content.values import read
from vinhdanh.base.vietnamese.text import is_slug
from vinhdanh.content.assembly import load_record, load_site
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind, by_folder, by_key, by_record
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.site import Site
from vinhdanh.content.private_keys import NEVER_PUBLISHED
from vinhdanh.content.reader import address_of, read_file
from vinhdanh.content.scalars import Choice


def innermost(kind: FieldType) -> FieldType:
    return innermost(kind.item) if isinstance(kind, ListOf) else kind


def groups(*roots: type) -> list[type]:
    """The classes and all groups of keys in them, each once."""
    found = list(roots)
    for owner in found:
        kinds = (innermost(field.type) for field in fields_of(owner).values())
        found += [kind.group for kind in kinds if isinstance(kind, Group) and kind.group not in found]
    return found


RECORDS: list[type] = [kind.record for kind in KINDS]
GROUPS = groups(*RECORDS, Site)
FIELDS = {f"{group.__name__}.{field.name}": field for group in GROUPS for field in fields_of(group).values()}
CHOICES = {name: kind for name, field in FIELDS.items() if isinstance(kind := innermost(field.type), Choice)}

each_group = pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)


# -- fields ----


@each_group
def test_every_field_is_explained_in_both_languages(group: type) -> None:
    for field in fields_of(group).values():
        for text in (field.vi, field.en, *field.hint):
            assert text.strip() == text != "", field.name
            assert unicodedata.is_normalized("NFC", text), field.name
            assert not text.endswith("."), field.name
        assert field.en.isascii(), field.name


@each_group
def test_no_word_means_two_fields_of_a_group(group: type) -> None:
    fields = fields_of(group).values()
    words = Counter(word for field in fields for word in {field.name, *field.aliases})
    assert [word for word, count in words.items() if count > 1] == []


@each_group
def test_keys_and_aliases_are_written_alike(group: type) -> None:
    words = [word for field in fields_of(group).values() for word in (field.name, *field.aliases)]
    assert [word for word in words if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", word)] == []


@each_group
def test_what_is_left_out_has_a_default_of_its_shape(group: type) -> None:
    defaults = {item.name: item.default for item in dataclasses.fields(group)}
    for field in fields_of(group).values():
        assert isinstance(defaults[field.name], tuple) is field.type.many, field.name
        assert field.type.name != "yes-no" or defaults[field.name] is False, field.name


@each_group
def test_the_examples_that_advice_shows_can_be_written(group: type) -> None:
    kinds = [innermost(field.type) for field in fields_of(group).values()]
    assert [
        kind.example for kind in kinds if not isinstance(kind, Group) and read(kind, kind.example).codes
    ] == []


def test_nothing_private_of_a_person_can_be_written_under_another_name() -> None:
    fields = [field for group in groups(Person, Collective) for field in fields_of(group).values()]
    assert {word for field in fields for word in (field.name, *field.aliases)} & NEVER_PUBLISHED == set()


# -- choices ----


@pytest.mark.parametrize("kind", CHOICES.values(), ids=CHOICES.keys())
def test_every_choice_has_both_labels_and_is_chosen_by_its_key_and_its_vietnamese_label(kind: Choice) -> None:
    assert kind.options
    for key, (vi, en) in kind.options.items():
        assert vi.strip() == vi != ""
        assert en.strip() == en != ""
        assert read(kind, key).plain == key
        assert read(kind, vi).plain == key


def test_every_english_label_chooses_too_but_for_those_that_english_does_not_tell_apart() -> None:
    told_apart = {
        (name, en)
        for name, kind in CHOICES.items()
        for key, (_, en) in kind.options.items()
        if read(kind, en).plain != key
    }
    assert told_apart == {("Person.address_form", "Mr")}


# -- kinds ----


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_has_its_folder_names_and_path_in_both_languages(kind: Kind) -> None:
    assert is_slug(kind.key)
    assert is_slug(kind.folder)
    for text in (*kind.one, *kind.many):
        assert text.strip() == text != ""
    if kind.key != "page":  # pages stand at the root
        assert is_slug(kind.address("vi"))
        assert is_slug(kind.address("en"))
    assert (by_key()[kind.key], by_folder()[kind.folder], by_record()[kind.record]) == (kind, kind, kind)


def test_kinds_do_not_get_into_each_others_way() -> None:
    for values in (
        [kind.key for kind in KINDS],
        [kind.folder for kind in KINDS],
        [kind.address("vi") for kind in KINDS],
        [kind.address("en") for kind in KINDS],
        [kind.one[0] for kind in KINDS],
        [kind.one[1] for kind in KINDS],
    ):
        assert len(set(values)) == len(values)


@pytest.mark.parametrize(
    ("path", "kind", "id", "lang"),
    [
        ("people/hoa.md", "person", "hoa", "vi"),
        ("people/hoa.en.md", "person", "hoa", "en"),
        ("people/2023/hoa.yaml", "person", "hoa", "vi"),
        ("people.yaml", "person", "", "vi"),
        ("data/sources.yaml", "source", "", "vi"),
        ("data/sources.en.yaml", "source", "", "en"),
        ("data/sources/bao-a.yaml", "source", "bao-a", "vi"),
        ("site.yaml", "site", "site", "vi"),
        ("site.en.yaml", "site", "site", "en"),
    ],
)
def test_a_path_says_what_a_file_is(path: str, kind: str, id: str, lang: str) -> None:
    assert address_of(path) == (kind, id, lang)


@pytest.mark.parametrize(
    "path", ["peple/hoa.md", "hoa.md", "data/hoa.yaml", "data/peple/hoa.yaml", "site/a.yaml"]
)
def test_a_path_that_says_nothing(path: str) -> None:
    assert address_of(path) is None


MINIMAL = {
    "person": "name: Nguyễn Thị Hoa",
    "collective": "name: Tổ khoan",
    "initiative": "title: Dùng ắc quy khô",
    "story": "title: Hai người thợ",
    "event": "title: Tọa đàm",
    "experience": "title: Làm chậm\nsetting: tại sự kiện\nspeakers: [Chị Hoa]",
    "organisation": "name: Công ty",
    "programme": "title: Phong trào",
    "award": "name: Giải A",
    "theme": "title: Vượt khó",
    "page": "title: Giới thiệu",
    "source": "title: Bài A\npublisher: Báo A",
    "place": "name: Đà Nẵng",
    "sector": "name: Điện lực",
}
"""The least that a file of each kind must say."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_least_is_enough(kind: Kind) -> None:
    text = MINIMAL[kind.key]
    reading = read_file(f"{kind.folder}/mot.yaml", text.encode(), {})
    assert reading.problems == ()
    record = load_record(reading.records[0], None)
    assert type(record) is kind.record
    assert record.key == (kind.key, "mot")
    assert text.startswith(f"{kind.heading}: {record.heading}")
    assert (record.draft, record.sources, record.image, record.translation) == (False, (), None, {})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_least_cannot_be_less(kind: Kind) -> None:
    """Each line that is left out is asked for."""
    lines = MINIMAL[kind.key].split("\n")
    for line in lines:
        rest = [other for other in lines if other != line] or ["draft: không"]
        problems = read_file(f"{kind.folder}/mot.yaml", "\n".join(rest).encode(), {}).problems
        assert [problem.code for problem in problems] == ["missing-required"]
        assert f"“{line.partition(':')[0]}”" in problems[0].message("vi")


def test_a_site_without_settings_has_defaults_that_publish_nobody_by_mistake() -> None:
    site = load_site([])
    assert (site.languages, site.accepted_bases, site.page_size) == (("vi",), ("consent",), 48)
