"""A load that begins with what the last one left finds what one finds that begins with nothing, whatever was saved."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Collection, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import photographs, showcases
from tests.showcases import FILES, TODAY, by_consent, consent, person
from vinhdanh.base import disk
from vinhdanh.base.memory import Memory
from vinhdanh.content.loading import Loaded, Loader
from vinhdanh.content.model.record import Record
from vinhdanh.content.recollection import prose_key
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import Audience

SON, HOA, HOA_EN, MAI = "people/son.md", "people/hoa.md", "people/hoa.en.md", "people/mai.md"
WITHOUT = None
"""What is written to take a file away."""

ANCHORED = "Xem [việc ấy](people/son.md#viec).[@bao-a]"
PICTURED = "image: {file: a.jpg, alt: Anh, credit: Báo A}"
VERSIONS: Mapping[str, tuple[str | None, ...]] = {
    SON: (
        FILES[SON],
        person("Trương Thái Sơn", "affiliations: [dien-luc]", body="Chữ khác.[@bao-b]"),
        person("Trương Thái Sơn", "affiliations: [dien-luc]", body="## Việc\n\nMột việc.\n\n## Nghề\n\nHai."),
        person("Trương Thái Sơn", "affiliations: [dien-luc]", body=""),
        person("Trương Thái Hải", "affiliations: [tong]"),
        person("Trương Thái Sơn", "affiliations: [dien-luk]"),
        person("Trương Thái Sơn", "draft: có"),
        person("Trương Thái Sơn", "publish_on: 2030-01-01"),
        person("Trương Thái Sơn", "aliases: [nguoi/mai-cu]"),
        person("Trương Thái Sơn").replace("public_record", "consent"),
        person("Trương Thái Sơn", PICTURED),
        person("Trương Thái Sơn", PICTURED.replace("alt", "people: [hoa], alt")),
        FILES[SON].replace("name: ", "nme: "),
        "---\nname: Sơn: hỏng\n---\n",
        WITHOUT,
    ),
    HOA: (
        FILES[HOA],
        FILES[HOA].replace("year: 2023", "year: 2024"),
        FILES[HOA].replace("(people/son.md)", "(people/son.md#viec)"),
        FILES[HOA].replace("(people/son.md)", "(people/sonn.md)"),
        FILES[HOA].replace("(people/son.md)", "(people/mai-cu.md)"),
    ),
    HOA_EN: (
        FILES[HOA_EN],
        FILES[HOA_EN].replace("Hoa works", "Hoa works well"),
        FILES[HOA_EN].replace("summary: She works.", "summary: She works.\ndraft: yes"),
        "---\n---\n\nOnly a text.\n",
        WITHOUT,
    ),
    MAI: (
        FILES[MAI],
        person("Lê Thị Mai", "affiliations: [tong]", body=ANCHORED),
        person("Lê Thị Mai", "affiliations: [tong]", body="Ảnh: ![](a.jpg)"),
        person("Lê Thị Mai", "affiliations: [dien-luc]", "sources: [bao-a, bao-b]"),
    ),
    "people/moi.md": (WITHOUT, person("Lý Văn Mới"), person("Lý Văn Mới", "affiliations: [mai-cu]")),
    "people/ghi-chu.txt": (WITHOUT, "Ghi chú."),
    "data/sources.yaml": (
        FILES["data/sources.yaml"],
        FILES["data/sources.yaml"].replace("title: Bài A", "title: Bài Á"),
        "# Hai bài.\n" + FILES["data/sources.yaml"],
        FILES["data/sources.yaml"].replace("id: bao-b", "id: bao-c"),
        FILES["data/sources.yaml"] + "- {id: bao-a, title: Bài A nữa, publisher: Báo A, date: 2023}\n",
    ),
    "data/places.yaml": (
        FILES["data/places.yaml"],
        FILES["data/places.yaml"].replace("predecessors: [Quảng Nam]", "predecessors: [Hội An]"),
    ),
    "site.yaml": (
        FILES["site.yaml"],
        FILES["site.yaml"].replace("[public_record]", "[consent]"),
        FILES["site.yaml"] + "extra_fields:\n  - {key: so_to, label: Số tổ, of: person, type: number}\n",
    ),
    "stories/hai-nguoi.md": (
        FILES["stories/hai-nguoi.md"],
        FILES["stories/hai-nguoi.md"].replace("people/hoa, people/son", "people/hoa"),
    ),
}
PICTURES = (
    WITHOUT,
    photographs.photograph((8, 4), orientation=1),
    photographs.photograph((4, 8), orientation=1),
)
EDITS = [(path, version) for path, versions in VERSIONS.items() for version in versions]
EDITS += [("media/a.jpg", picture) for picture in PICTURES]


class Editor:
    """Saves files in a folder. They look old, so that a save a moment ago is not what makes a load look again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ages = count(1_700_000_000)
        showcases.make(root)
        for path in FILES:
            self._age(root / "content" / path)

    def save(self, path: str, written: str | bytes | None) -> str:
        """Write a file or take it away."""
        target = self.root / "content" / path
        if written is None:
            target.unlink(missing_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(written.encode() if isinstance(written, str) else written)
            self._age(target)
        return path

    def _age(self, target: Path) -> None:
        seconds = next(self._ages)
        os.utime(target, (seconds, seconds))


class Following:
    """Loads again and again, beginning with what the last load has left."""

    def __init__(self, root: Path, audience: Audience) -> None:
        self._folder, self._audience = root / "content", audience
        self.memory, self._understood = Memory(None), Understood()
        self.load(None)

    def load(self, touched: Collection[str] | None) -> Following:
        """Load, beginning with nothing where `touched` is None."""
        before = self.loaded if touched is not None else None
        loader = Loader(self._folder, self.memory, b"", self._audience, self._understood)
        self.loaded = loader.load(TODAY, before, touched)
        return self


def said(following: Following) -> dict[str, Any]:
    """Everything that a load has found, and what the memory has of it."""
    loaded = following.loaded
    catalogue = loaded.catalogue
    bodies = {catalogue.body(record, lang) for record in catalogue.known() for lang in ("vi", "en")} - {b""}
    return {
        "html": {body: following.memory.prose_html(prose_key(body, b"")) for body in bodies},
        "problems": loaded.problems,
        "notices": loaded.notices,
        "files": loaded.files,
        "site": dataclasses.asdict(catalogue.site),
        "known": {record.key: _record(loaded, record) for record in catalogue.known()},
        "shown": [record.key for record in catalogue.records()],
        "every": [record.key for record in catalogue.records() if record in catalogue.every(type(record))],
        "unpublished": [record.key for record in catalogue.unpublished()],
        "pictures": catalogue.picture("a.jpg"),
        "places": [catalogue.place(name) for name in ("Quảng Nam", "Hội An", "Hà Nội") if catalogue.place(name)],
    }  # fmt: skip


def _record(loaded: Loaded, record: Record) -> dict[str, Any]:
    catalogue = loaded.catalogue
    shown = catalogue.get(record.key)
    assert shown is None or shown is record
    return {
        "fields": dataclasses.asdict(record),
        "state": catalogue.state(record.key),
        "says": [catalogue.prose(catalogue.body(record, lang)) for lang in ("vi", "en")],
        "bodies": [catalogue.body(record, lang) for lang in ("vi", "en")],
        "mentioned by": [other.key for other in catalogue.mentioned_by(record.key)],
    }


def without_places(found: dict[str, Any]) -> dict[str, Any]:
    """Records are compared by what they say; in a place they are compared by which they are."""
    places = [(then.name, then.today.key, then.former) for then in found["places"]]
    return {**found, "places": places}


@pytest.mark.parametrize("audience", Audience)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(rounds=st.lists(st.lists(st.sampled_from(EDITS), max_size=3), min_size=1, max_size=8))
def test_whatever_is_saved_a_load_that_follows_finds_what_a_whole_one_finds(
    tmp_path_factory: pytest.TempPathFactory,
    audience: Audience,
    rounds: list[list[tuple[str, str | bytes | None]]],
) -> None:
    editor = Editor(tmp_path_factory.mktemp("trang"))
    # What was last good is remembered, so the other one follows too, but understands all of it anew.
    following, whole = Following(editor.root, audience), Following(editor.root, audience)
    for edits in rounds:
        touched = {editor.save(path, written) for path, written in edits}
        assert without_places(said(following.load(touched))) == without_places(said(whole.load(None)))


SECTIONED = person("Trương Thái Sơn", "affiliations: [dien-luc]", body="## Việc\n\nMột việc.")
IN_2030 = person("Trương Thái Sơn", "publish_on: 2030-01-01")
WITHHELD = person("Trương Thái Sơn").replace("public_record", "consent")
ALIASED = person("Trương Thái Sơn", "aliases: [nguoi/mai-cu]")
SHOWING = person(
    "Trương Thái Sơn",
    "image: {file: a.jpg, people: [hoa], basis: {kind: public_record}, alt: Anh, credit: A}",
)
STEPS: Mapping[str, list[tuple[str, str | bytes | None]]] = {
    "a section that others link to goes": [
        (SON, SECTIONED),
        (MAI, person("Lê Thị Mai", body=ANCHORED)),
        (SON, FILES[SON]),
    ],
    "a former id that others use goes": [
        (SON, ALIASED),
        (MAI, person("Lê Thị Mai", body="Cùng [anh](people/mai-cu.md).[@bao-a]")),
        (SON, FILES[SON]),
    ],
    "the day of one that others mention": [(SON, IN_2030), (SON, IN_2030.replace("2030", "2031"))],
    "the name of one that is withheld": [(SON, WITHHELD), (SON, WITHHELD.replace("Sơn", "Hải"))],
    "the names of a province": [("data/places.yaml", VERSIONS["data/places.yaml"][1])],
    "a picture that is no longer withheld": [
        ("media/a.jpg", PICTURES[1]),
        (SON, SHOWING),
        (SON, SHOWING.replace("public_record}", "public_record, sources: [bao-a]}")),
        (SON, SHOWING),
    ],
    "the second of two with one id": [
        ("data/sources/them.yaml", "- {id: bao-a, title: Bài khác, publisher: Báo B, date: 2022}\n"),
        ("data/sources/them.yaml", "- {id: bao-a, title: Bài lạ, publisher: Báo B, date: 2022}\n"),
    ],
    "beside a file that is at odds": [
        (HOA, FILES[HOA].replace("(people/son.md)", "(people/khong-co.md)")),
        (SON, SECTIONED),
        (MAI, person("Lê Thị Mới", body=ANCHORED)),
        (HOA_EN, FILES[HOA_EN].replace("Hoa works", "Hoa works well")),
        (SON, FILES[SON]),
        (HOA, FILES[HOA]),
    ],
    "a twin becomes a draft": [(HOA_EN, VERSIONS[HOA_EN][2]), (HOA_EN, FILES[HOA_EN])],
    "a name that was meant": [
        (HOA, FILES[HOA].replace("(people/son.md)", "(people/le-thi-moi.md)")),
        (MAI, person("Lê Thị Mới")),
    ],
}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_what_others_look_at_is_seen_by_them(
    tmp_path: Path, audience: Audience, steps: list[tuple[str, str | bytes | None]]
) -> None:
    editor = Editor(tmp_path)
    following, whole = Following(tmp_path, audience), Following(tmp_path, audience)
    for step in steps:
        touched = {editor.save(*step)}
        assert without_places(said(following.load(touched))) == without_places(said(whole.load(None)))


SMALL = {
    "a body": (SON, person("Trương Thái Sơn", "affiliations: [dien-luc]", body="Chữ khác.[@bao-b]")),
    "a body with other sections": (SON, person("Trương Thái Sơn", body="## Việc\n\nMột việc.")),
    "a name": (SON, person("Trương Thái Hải", "affiliations: [dien-luc]")),
    "an honour": (HOA, FILES[HOA].replace("year: 2023", "year: 2024")),
    "a translation": (HOA_EN, FILES[HOA_EN].replace("Hoa works", "Hoa works well")),
    "a source": ("data/sources.yaml", FILES["data/sources.yaml"].replace("title: Bài A", "title: Bài Á")),
    "what cannot be read": (SON, FILES[SON].replace("name: ", "nme: ")),
}


@pytest.mark.parametrize("edit", SMALL.values(), ids=SMALL)
def test_what_nobody_else_looks_at_is_understood_without_a_look_at_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: tuple[str, str]
) -> None:
    editor = Editor(tmp_path)
    following = Following(tmp_path, Audience.EDITORS)
    touched = {editor.save(*edit)}
    with monkeypatch.context() as patch:
        patch.setattr(disk, "scan", lambda folder: pytest.fail("all files are looked at"))
        found = said(following.load(touched))
    assert without_places(found) == without_places(said(Following(tmp_path, Audience.EDITORS))) or (
        edit[0] == SON and "nme" in edit[1]
    )


def test_a_file_that_is_at_odds_does_not_make_every_save_look_at_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = Editor(tmp_path)
    following = Following(tmp_path, Audience.EDITORS)
    following.load({editor.save(MAI, person("Lê Thị Mai", "affiliations: [khong-co]"))})
    monkeypatch.setattr(disk, "scan", lambda folder: pytest.fail("all files are looked at"))
    found = following.load({editor.save(*SMALL["a name"])}).loaded
    assert found.catalogue.names()["person", "son"] == "Trương Thái Hải"
    assert [problem.code for problem in found.problems] == ["dangling-reference"]


def test_of_a_body_alone_no_record_is_another(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    following = Following(tmp_path, Audience.EDITORS)
    before = following.loaded.catalogue
    amended = following.load({editor.save(*SMALL["a body"])}).loaded.catalogue
    assert amended.has_records_of(before)
    assert amended.get(("person", "son")) is before.get(("person", "son"))
    assert amended.mentioned_by(("source", "bao-b")) != before.mentioned_by(("source", "bao-b"))
    renamed = following.load({editor.save(*SMALL["a name"])}).loaded.catalogue
    assert not renamed.has_records_of(amended)


def test_a_file_that_was_saved_a_moment_ago_is_read_again(tmp_path: Path) -> None:
    """Its stamp cannot tell whether it was saved twice in the same instant."""
    editor = Editor(tmp_path)
    following = Following(tmp_path, Audience.EDITORS)
    target = tmp_path / "content" / SON
    target.write_text(person("Trương Thái Hải"), encoding="utf-8")
    stamp = target.stat().st_mtime_ns
    following.load({SON})
    target.write_text(person("Trương Thái Hòa"), encoding="utf-8")
    os.utime(target, ns=(stamp, stamp))
    editor.save(MAI, person("Lê Thị Mai Hai"))
    assert following.load({MAI}).loaded.catalogue.names()["person", "son"] == "Trương Thái Hòa"


AGREED = "../private/consents/son.yaml"
BY_CONSENT = by_consent(person("Trương Thái Sơn", "quotes: [{text: Làm thôi, source: bao-a}]"), "son")
SHARED = "experiences/lam-cham.md"
WORDS = FILES[SHARED].replace("[hoa]", "[hoa, son]")
CONSENTS: list[tuple[str, str | None]] = [
    ("site.yaml", FILES["site.yaml"].replace("[public_record]", "[public_record, consent]")),
    (SON, BY_CONSENT),
    (AGREED, consent("mai")),
    (AGREED, consent("son")),
    (SHARED, WORDS),
    (AGREED, consent("son", "[web]", "[name, body]")),
    (SON, BY_CONSENT.replace("Làm thôi", "Làm luôn")),
    (SHARED, WORDS.replace("Chậm thôi", "Chậm lại")),
    (SON, BY_CONSENT.replace("name:", "draft: có\nname:")),
    (SON, BY_CONSENT.replace("name:", "draft: có\nname:").replace("Làm thôi", "Làm nữa")),
    (SON, BY_CONSENT),
    (AGREED, consent("son", "[web, data]", "all", "withdrawn: 2027")),
    (AGREED, "who: [\n"),
    (SON, BY_CONSENT.replace("Một người thợ", "Một người")),
    (AGREED, None),
]


@pytest.mark.parametrize("audience", Audience)
def test_what_was_agreed_to_is_followed_though_nobody_tells_of_it(tmp_path: Path, audience: Audience) -> None:
    editor = Editor(tmp_path)
    following, whole = Following(tmp_path, audience), Following(tmp_path, audience)
    for path, text in CONSENTS:
        touched = {editor.save(path, text)} - {AGREED}
        assert without_places(said(following.load(touched))) == without_places(said(whole.load(None)))


def test_another_day_is_another_catalogue(tmp_path: Path) -> None:
    Editor(tmp_path).save(SON, person("Trương Thái Sơn", "publish_on: 2026-11-23"))
    memory, understood = Memory(None), Understood()
    loader = Loader(tmp_path / "content", memory, b"", Audience.READERS, understood)
    before = loader.load(TODAY)
    assert before.catalogue.get(("person", "son")) is None
    assert loader.load("2026-11-23", before, ()).catalogue.get(("person", "son")) is not None
