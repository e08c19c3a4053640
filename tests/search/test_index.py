"""The index as it is laid into shards: what each holds, and how few a new record touches."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import showcases
from tests.search.plans import index_of
from tests.showcases import person
from vinhdanh.base.vietnamese.search_words import fold, word_set
from vinhdanh.content.domain_types import Party
from vinhdanh.content.fields import fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import by_key
from vinhdanh.showcase.search import fields
from vinhdanh.showcase.search.entries import Entry
from vinhdanh.showcase.search.shards import BASE, SIGNS, packed, text_shards, title_shards
from vinhdanh.showcase.search.sizing import (
    SMALLEST,
    card_shard,
    numbered,
    sizes_of,
    text_shard,
    title_shard,
)

SIZES = sizes_of(20)
KEYS = st.sets(
    st.tuples(st.sampled_from(["person", "initiative"]), st.text("abcdefgh-", min_size=1, max_size=9))
)
VIETNAMESE = st.lists(
    st.sampled_from("Công nhân lò ắc quy đường dây Nguyễn Kđăm 35kV vá lưới hoà bình sửa mỏ 2006 Ấn".split()),
    min_size=1,
    max_size=12,
).map(" ".join)


def unpacked(text: str) -> Iterator[int]:
    value, digit = 0, 1
    for sign in text:
        at = SIGNS.index(sign)
        value += at % BASE * digit
        digit *= BASE
        if at < BASE:
            yield value
            digit = 1


# -- numbers and sizes ----


@pytest.mark.parametrize(
    ("records", "sizes"),
    [
        (0, (1024, 16, 16, 2, 2048)),
        (256, (1024, 16, 16, 2, 2048)),
        (257, (2048, 32, 32, 2, 2048)),
        (10_000, (65_536, 1024, 1024, 2, 2048)),
        (40_000, (262_144, 4096, 4096, 3, 8192)),
        (1_000_000, (4_194_304, 65_536, 65_536, 4, 32_768)),
    ],
)
def test_sizes_grow_in_steps(records: int, sizes: tuple[int, ...]) -> None:
    assert sizes_of(records) == sizes


@given(KEYS)
def test_every_record_has_a_number_of_its_own(keys: set[tuple[str, str]]) -> None:
    found = numbered(keys, SIZES)
    assert found.keys() == keys
    assert len(set(found.values())) == len(keys)
    assert all(0 <= number < SIZES.numbers for number in found.values())
    assert found == numbered(sorted(keys, reverse=True), SIZES)


def test_a_new_record_hardly_ever_moves_another() -> None:
    keys = [("person", f"nguoi-{number}") for number in range(2 * SMALLEST)]
    sizes = sizes_of(len(keys))
    moved = []
    for at in range(SMALLEST + 1, len(keys)):
        before, after = numbered(keys[:at], sizes), numbered(keys[: at + 1], sizes)
        moved.append(sum(before[key] != after[key] for key in before))
    assert sum(moved) / len(moved) < 0.2
    assert max(moved) <= 3


@given(st.sets(st.integers(0, 1 << 24)).map(sorted))
def test_numbers_are_read_as_they_were_packed(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


def test_packed_numbers_need_no_escape_in_json() -> None:
    assert json.dumps(SIGNS) == f'"{SIGNS}"'
    assert len(SIGNS) == 2 * BASE


def test_names_of_shards() -> None:
    assert [title_shard(term, SIZES) for term in ("nguyen", "y", "35kv", "москва")] == ["ng", "y_", "35", "_"]
    known = {"a": 0xE40C292C, "foobar": 0xBF9CF968}  # FNV-1a of 32 bits
    assert {term: text_shard(term, SIZES) for term in known} == {
        term: value % SIZES.texts for term, value in known.items()
    }
    assert card_shard(5, SIZES) == card_shard(5 + SIZES.numbers, SIZES) == 0
    assert card_shard(SIZES.numbers - 1, SIZES) == SIZES.cards - 1


# -- words ----


def test_a_title_says_where_its_words_stand() -> None:
    entries = [Entry(3, ("Chợ Lớn", "Lớn"), (), "")]
    shards = {name: json.loads(text) for name, text in title_shards(entries, SIZES)}
    assert shards.keys() == {"ch", "lo"}
    assert list(unpacked(shards["ch"]["cho"]["chợ"])) == [3 << 5]
    assert list(unpacked(shards["lo"]["lon"]["lớn"])) == [3 << 5 | 1 << 1 | 1, 3 << 5 | 3 << 1 | 1]


def test_a_word_counts_where_it_stands_highest() -> None:
    entries = [Entry(3, ("Lớn",), ("lớn", "Hoà"), "lớn hoà mạnh")]
    assert _texts(entries, "lon") == {}
    assert _texts(entries, "hoa") == {"hòa": ([3], [])}
    assert _texts(entries, "manh") == {"mạnh": ([], [3])}


def test_a_word_that_is_nearly_everywhere_is_common() -> None:
    entries = [Entry(number, ("A",), (), "của" if number else "riêng") for number in range(9)]
    assert _texts(entries, "cua", telling=8)["của"] == ([], list(range(1, 9)))
    assert _texts(entries, "cua", telling=7) == {"": ([], [])}
    assert _texts(entries, "rieng", telling=7) == {"riêng": ([], [0])}
    shards = {name: json.loads(text) for name, text in title_shards(entries, SIZES, longest=8)}
    assert shards == {"a_": {"a": {"": ""}}}


def _texts(entries: list[Entry], term: str, telling: int = 100) -> Mapping[str, tuple[list[int], list[int]]]:
    shards = dict(text_shards(entries, SIZES._replace(telling=telling)))
    found = json.loads(shards[str(text_shard(term, SIZES))]).get(term, {})
    return {word: (_list(lists, 0), _list(lists, 1)) for word, lists in found.items()}


def _list(lists: list[str] | str, at: int) -> list[int]:
    return list(unpacked(lists[at])) if lists else []


TEXT = st.lists(st.text("abcdđê", min_size=1, max_size=3), max_size=6).map(" ".join)
ENTRIES = st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=8)


@given(ENTRIES)
def test_an_entry_more_touches_the_shards_of_its_words_and_no_others(
    texts: list[tuple[str, str, str]],
) -> None:
    sizes = sizes_of(40_000)._replace(telling=3)
    entries = [Entry(number, (title,), (near,), text) for number, (title, near, text) in enumerate(texts)]
    new = entries[-1]
    titles = {title_shard(fold(word), sizes) for word in word_set(new.titles[0])}
    words = {str(text_shard(fold(word), sizes)) for word in word_set(" ".join(texts[-1]))}
    before, after = dict(title_shards(entries[:-1], sizes)), dict(title_shards(entries, sizes))
    assert {name for name in after if before.get(name) != after[name]} <= titles
    before, after = dict(text_shards(entries[:-1], sizes)), dict(text_shards(entries, sizes))
    assert before.keys() == after.keys()
    assert {name for name in after if before[name] != after[name]} <= words


# -- fields ----


@pytest.mark.parametrize("kind", fields.SEARCHED)
def test_every_field_is_one_of_the_model(kind: str) -> None:
    named = (*fields.TEXTS[kind], *fields.NAMES.get(kind, ()), *fields.PARTIES.get(kind, ()))
    model = by_key()[kind].record
    referred = [name for name, _ in fields.REFERENCES.get(kind, ())]
    assert [name for name in (*(path[0] for path in named), *referred) if name not in fields_of(model)] == []
    for name, *rest in (path for path in named if len(path) > 1):
        found = fields_of(model)[name].type
        group = found.item if isinstance(found, ListOf) else found
        assert isinstance(group, Group)
        assert rest[0] in fields_of(group.group), (kind, name)


def test_lists_on_the_way_are_followed_and_what_is_empty_is_left_out() -> None:
    found = Party("hoa", "")
    nest = SimpleNamespace(
        one=SimpleNamespace(text="a"), many=(SimpleNamespace(text="b"), SimpleNamespace(text=""))
    )
    assert list(fields.at([nest], ("one", "text"))) == ["a"]
    assert list(fields.at([nest], ("many", "text"))) == ["b"]
    assert list(fields.at([SimpleNamespace(who=found, none=None)], ("who",))) == [found]
    assert list(fields.at([SimpleNamespace(none=None)], ("none", "text"))) == []


# -- whole showcases ----


def _finds(files: Mapping[str, str], word: str) -> set[int]:
    """The numbers of the records that a word finds, read as the script reads them."""
    head = json.loads(files["index"])
    sizes = sizes_of(1)
    assert (head["numbers"], head["texts"]) == (sizes.numbers, sizes.texts)
    term = fold(word)
    titles = json.loads(files.get(f"title/{title_shard(term, sizes)}", "{}")).get(term, {})
    found = {value >> 5 for listed in titles.values() for value in unpacked(listed)}
    texts: Mapping[str, list[str]] = json.loads(files[f"text/{text_shard(term, sizes)}"]).get(term, {})
    return found.union(*(unpacked(listed) for lists in texts.values() for listed in lists))


@settings(max_examples=15)
@given(VIETNAMESE, VIETNAMESE, VIETNAMESE)
def test_every_word_of_a_record_finds_it(name: str, title: str, body: str) -> None:
    added = {"people/them.md": person(f"Lê {name}", f"job_title: Thợ {title}", body=f"Viết: {body}.")}
    with tempfile.TemporaryDirectory() as folder:
        files = index_of(Path(folder), {**showcases.FILES, **added})
    cards = {
        tuple(card[1:3]): card[0]
        for key, text in files.items()
        if key.startswith("card/")
        for card in json.loads(text)
    }
    number = cards[0, "them"]
    for word in word_set(f"Lê {name} Thợ {title} Viết {body} Điện lực Quảng Nam Đà Nẵng"):
        assert number in _finds(files, word), word


NEW: Mapping[str, tuple[str, str]] = {
    "a person": (
        "people/them.md",
        person(
            "Đỗ Văn Thêm",
            "affiliations: [dien-luc]",
            "honours:\n  - {award: giai-a, year: 2023, source: bao-a}",
            body="Anh tự chế máy vá lưới cho cả tổ.",
        ),
    ),
    "an initiative of somebody": (
        "initiatives/them.md",
        "---\ntitle: Máy vá lưới\nauthors: [mai]\nsector: than\nfirst_applied: 2020\n---\n\nLưới rách được vá ngay.\n",
    ),
    "an English twin": ("people/son.en.md", "---\nname: Son of the Grid\n---\n\nHe works.\n"),
}


@pytest.mark.parametrize("what", NEW)
def test_a_new_record_touches_just_the_shards_of_its_words(tmp_path: Path, what: str) -> None:
    path, text = NEW[what]
    before = index_of(tmp_path / "truoc", showcases.FILES)
    after = index_of(tmp_path / "sau", {**showcases.FILES, path: text})
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    sizes = sizes_of(1)
    terms = {fold(word) for word in word_set(f"{text} {_RELATED}")}
    titles = {f"title/{title_shard(term, sizes)}" for term in terms}
    texts = {f"text/{text_shard(term, sizes)}" for term in terms}
    facets = {f"facet/{name}" for name in ("kind", "sector", "place", "year", "award", "theme")}
    assert sum(name.startswith("card/") for name in changed) == 1
    assert {name for name in changed if not name.startswith("card/")} <= titles | texts | facets | {"index"}


_RELATED = "Công ty Điện lực Giải A Quảng Nam Đà Nẵng Than Lê Thị Mai Tổng"
"""The words of the records to which the new ones are related."""


def test_facets_know_their_records(tmp_path: Path) -> None:
    files = index_of(tmp_path, showcases.FILES)
    facets: dict[str, dict[str, Any]] = {
        name: json.loads(files[f"facet/{name}"])
        for name in ("kind", "sector", "place", "year", "award", "theme")
    }
    labels = {name: {value: tuple(row[:2]) for value, row in found.items()} for name, found in facets.items()}
    assert labels["sector"] == {"dien": ("Điện lực", "Electricity")}
    assert labels["kind"]["person"] == ("Người", "People")
    assert labels["place"].keys() == {"da-nang", "ha-noi"}
    assert labels["year"].keys() == {"2006", "2023", "2026"}
    assert labels["award"] == {"giai-a": ("Giải A", "Giải A")}
    assert labels["theme"] == {"vuot-kho": ("Vượt khó", "Vượt khó")}
    counts = {
        name: {value: len(list(unpacked(row[2]))) for value, row in found.items()}
        for name, found in facets.items()
    }
    assert (counts["kind"]["person"], counts["award"]["giai-a"], counts["theme"]["vuot-kho"]) == (3, 1, 3)
