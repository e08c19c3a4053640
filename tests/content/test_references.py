"""What records point at: each way in which a reference fails is a problem of its own, at its place."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

import pytest

from vinhdanh.base.memory import Memory
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import Loaded, Loader
from vinhdanh.content.model.people import Person
from vinhdanh.content.visibility import State

TODAY = "2026-11-22"
BASIS = "basis: {kind: public_record, sources: [bao-a]}"
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one pixel."""
BASE = {
    "site.yaml": "name: Thử\naccepted_bases: [public_record]\n",
    "data/sources.yaml": "- id: bao-a\n  title: Bài A\n  publisher: Báo A\n",
    "data/places.yaml": "- id: da-nang\n  name: Đà Nẵng\n  predecessors: [Quảng Nam]\n",
    "people/hoa.md": f"---\nname: Nguyễn Thị Hoa\n{BASIS}\nplace: Quảng Nam\n---\nChị Hoa.[@bao-a]\n",
}


def load(folder: Path, files: Mapping[str, str], today: str = TODAY) -> Loaded:
    for path, text in {**BASE, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(DOT if path.startswith("media/") else text.encode())
    return Loader(folder, Memory(None), b"engine").load(today)


def initiative(author: str) -> Mapping[str, str]:
    return {"initiatives/moi.md": f"---\ntitle: Cách mới\nauthors:\n  - {author}\n---\n"}


def test_a_whole_showcase_has_no_problems(tmp_path: Path) -> None:
    assert load(tmp_path, initiative("hoa")).problems == ()


REFERENCES = {
    "nobody of that id": (initiative("hao"), "dangling-reference", 4, "“hoa”"),
    "a source that is cited but not listed": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\nMột câu.\n\nCâu hai.[@bao-b]\n"},
        "dangling-reference", 7, "“bao-a”",
    ),
    "a draft": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\ndraft: có\n---\n", **initiative("lan")},
        "draft-reference", 4, "people/lan.md",
    ),
    "one that waits for its day": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\npublish_on: 2026-12-01\n---\n", **initiative("lan")},
        "future-reference", 4, "2026-12-01",
    ),
    "an unknown province": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\nplace: Quảng Nem\n---\n"},
        "unknown-place", 4, "“Quảng Nam”",
    ),
    "a link to nothing": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\nXem [chị](people/hoaa.md).\n"},
        "broken-link", 5, "people/hoa.md",
    ),
    "a link to a document": (
        {"media/quyet-dinh.pdf": "%PDF", "people/lan.md": f"---\nname: Lan\n{BASIS}\n---\n[đây](../media/quyet-dinh.PDF)\n"},
        "document-link", 5, "khai nó làm nguồn",
    ),
    "a phone number as a link": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\n[gọi](tel:0912345678)\n"},
        "phone-link", 5, "Xóa liên kết và cả số ấy",
    ),
    "a section that is not there": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\n[đây](#mot)\n\n## Một phần\n"},
        "broken-anchor", 5, "muc-mot-phan",
    ),
    "a script as a link": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\n[x](javascript:alert)\n"},
        "unsafe-link", 5, "javascript:alert",
    ),
    "a picture that is missing": (
        {"media/hoa.jpg": "", "people/lan.md": f"---\nname: Lan\n{BASIS}\nimage: {{file: hao.jpg, alt: x, credit: y}}\n---\n"},
        "missing-file", 4, "hoa.jpg",
    ),
    "a picture whose name differs in case": (
        {"media/hoa.jpg": "", "people/lan.md": f"---\nname: Lan\n{BASIS}\nimage: {{file: HOA.JPG, alt: x, credit: y}}\n---\n"},
        "file-case", 4, "hoa.jpg",
    ),
    "a picture outside media": (
        {"people/lan.md": f"---\nname: Lan\n{BASIS}\nimage: {{file: ../../x.jpg, alt: x, credit: y}}\n---\n"},
        "bad-path", 4, "../../x.jpg",
    ),
    "a picture in the text that is not declared": (
        {"media/hoa.jpg": "", "people/lan.md": f"---\nname: Lan\n{BASIS}\n---\n![Chị Lan](media/hoa.jpg)\n"},
        "undeclared-picture", 5, "pictures: [{file: hoa.jpg",
    ),
    "a picture for the text that stands nowhere in it": (
        {
            "media/hoa.jpg": "",
            "people/lan.md": f"---\nname: Lan\n{BASIS}\npictures: [{{file: hoa.jpg, alt: x, credit: y}}]\n---\nChị.\n",
        },
        "unused-picture", 4, "![](hoa.jpg)",
    ),
    "the same id twice": (
        {"people.yaml": f"- id: hoa\n  name: Hoa khác\n  {BASIS}\n"},
        "duplicate-id", 2, "people.yaml",
    ),
    "a translation of nothing": ({"people/lan.en.md": "---\nsummary: x\n---\n"}, "twin-without-original", 2, "lan"),
    "a Word file among the content": ({"people/lan.docx": "x"}, "unused-file", 1, ".md"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "code", "line", "words"), REFERENCES.values(), ids=REFERENCES.keys())
def test_a_reference_that_fails_is_told_at_its_place(
    tmp_path: Path, files: Mapping[str, str], code: str, line: int, words: str
) -> None:
    problems = load(tmp_path, files).problems
    assert [problem.code for problem in problems] == [code]
    assert problems[0].location is not None
    assert problems[0].location.line == line
    assert words in problems[0].message("vi") + problems[0].advice("vi")


BASES = {
    "none": "",
    "one that the site does not accept": "basis: {kind: consent, record: hs-1}\n",
    "one that has expired": "basis: {kind: public_record, sources: [bao-a], expires: 2026-11-21}\n",
    "one that was withdrawn": "basis: {kind: public_record, sources: [bao-a], withdrawn: 2026-11-01}\n",
    "one without its source": "basis: public_record\n",
}


@pytest.mark.parametrize("basis", BASES.values(), ids=BASES.keys())
def test_a_person_without_a_good_basis_is_withheld_and_so_is_each_mention(tmp_path: Path, basis: str) -> None:
    files = {"people/lan.md": f"---\nname: Lan\n{basis}---\n", **initiative("lan")}
    loaded = load(tmp_path, files)
    assert sorted(problem.code for problem in loaded.problems) == ["withheld-person", "withheld-reference"]
    assert loaded.catalogue.state(("person", "lan")) is State.WITHHELD
    assert loaded.catalogue.find(Person, "lan") is None


def test_a_record_appears_on_its_day(tmp_path: Path) -> None:
    files = {"people/lan.md": f"---\nname: Lan\n{BASIS}\npublish_on: 2026-12-01\n---\n"}
    assert load(tmp_path, files, "2026-11-30").catalogue.find(Person, "lan") is None
    assert load(tmp_path, files, "2026-12-01").catalogue.find(Person, "lan") is not None


def test_places_of_then_are_found_among_those_of_today(tmp_path: Path) -> None:
    catalogue: Catalogue = load(tmp_path, {}).catalogue
    then = catalogue.place("Quảng Nam")
    now = catalogue.place("đà nẵng")
    assert then is not None
    assert now is not None
    assert (then.name, then.today.id, then.former) == ("Quảng Nam", "da-nang", True)
    assert (now.name, now.today.id, now.former) == ("Đà Nẵng", "da-nang", False)


def test_a_reference_by_a_former_address_still_finds_its_record(tmp_path: Path) -> None:
    files = {
        "people/lan.md": f"---\nname: Lan\n{BASIS}\naliases: [nguoi/lan-cu]\n---\n",
        **initiative("lan-cu"),
    }
    assert load(tmp_path, files).problems == ()


def test_problems_are_told_again_with_the_same_places_when_nothing_changed(tmp_path: Path) -> None:
    files = {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\nMột.\n\nXem [chị](people/hoaa.md).\n"}
    first = load(tmp_path, files)
    memory = Memory(None)
    cold = Loader(tmp_path, memory, b"engine").load(TODAY).problems
    warm = Loader(tmp_path, memory, b"engine").load(TODAY).problems
    assert first.problems == cold == warm


def test_who_mentions_whom_is_known_from_fields_and_bodies(tmp_path: Path) -> None:
    files = {
        **initiative("hoa"),
        "people/lan.md": f"---\nname: Lan\n{BASIS}\n---\nXem [chị](people/hoa.md).\n",
    }
    catalogue = load(tmp_path, files).catalogue
    assert [record.key for record in catalogue.mentioned_by(("person", "hoa"))] == [
        ("initiative", "moi"),
        ("person", "lan"),
    ]


def test_a_site_adds_a_field_without_any_code(tmp_path: Path) -> None:
    site = BASE["site.yaml"] + "extra_fields:\n  - {of: person, key: bac_tho, type: number, label: Bậc thợ}\n"
    files = {"site.yaml": site, "people/lan.md": f"---\nname: Lan\n{BASIS}\nbac_tho: bảy\n---\n"}
    assert [problem.code for problem in load(tmp_path, files).problems] == ["bad-number"]
    files["people/lan.md"] = files["people/lan.md"].replace("bảy", "7")
    loaded = load(tmp_path, files)
    lan = loaded.catalogue.find(Person, "lan")
    assert loaded.problems == ()
    assert lan is not None
    assert lan.extra == {"bac_tho": 7}


@pytest.mark.parametrize(
    ("key", "code", "fix"),
    [
        ("summary", "extra-key-taken", "Đặt tên khác"),
        ("tom_tat", "extra-key-taken", "Đặt tên khác"),
        ("Bậc thợ", "bad-extra-key", "Đổi thành “bac_tho”."),
        ("bac-tho", "bad-extra-key", "Đổi thành “bac_tho”."),
        ("dien_thoai", "never-publish", "Xóa mục này."),
        ("Email", "never-publish", "Xóa mục này."),
    ],
)
def test_a_field_that_a_site_adds_has_a_free_and_public_key(
    tmp_path: Path, key: str, code: str, fix: str
) -> None:
    site = BASE["site.yaml"] + f"extra_fields:\n  - of: person\n    key: {key}\n    label: Bậc\n"
    line = site.count("\n") - 1
    (problem,) = load(tmp_path, {"site.yaml": site}).problems
    assert problem.location is not None
    assert (problem.code, problem.location.file, problem.location.line) == (code, "content/site.yaml", line)
    assert problem.fix[0].startswith(fix)


def test_thousands_of_wrong_names_are_all_told_and_the_first_are_guessed_at(tmp_path: Path) -> None:
    """To compare one with the names of all records takes long."""
    text = "".join(f"[@bao-a{number}] [x](people/hoaa{number}.md) " for number in range(400))
    found = load(tmp_path, {"people/lan.md": f"---\nname: Lan\n{BASIS}\n---\n{text}\n"}).problems
    assert len(found) == 800
    assert sum("Did you mean" in each.message("en") for each in found) == 20
    assert [each.location.column for each in found[:2] if each.location] == [2, 33]
