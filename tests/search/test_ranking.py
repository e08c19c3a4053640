"""What the script finds in the index of a small showcase, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import showcases
from tests.search.engine import found, titles, write
from tests.search.plans import index_of
from tests.showcases import person

pytestmark = pytest.mark.needs("node")

FILES = {
    "people/a.md": person("Nguyễn Linh Ngọc"),
    "people/b.md": person("Nguyễn Ngọc Linh", body="Anh sửa cần trục tháp."),
    "people/c.md": person("Ngọc Lĩnh Nguyên"),
    "people/d.md": person("Đặng Thị Hoà", "affiliations: [dien-luc]", body="Chị vá lưới."),
    "people/e.md": person("Linh Thị Nguyễn"),
    "initiatives/can-truc.md": (
        "---\ntitle: Cần trục tháp tự nâng\nauthors: [b]\norganisation: dien-luc\nsector: than\n"
        "tags: [cẩu]\nproblem: Cáp mòn nhanh.\nfirst_applied: 2019\n---\n\nDùng ròng rọc kép.\n"
    ),
    "initiatives/day-a.md": "---\ntitle: Nối đường bằng dây mới\n---\n",
    "initiatives/day-b.md": "---\ntitle: Kéo dây trên đường mới\n---\n",
    "initiatives/day-c.md": "---\ntitle: Giữ dây đường cũ\n---\n",
    "people/hoa.en.md": "---\nname: Hoa of the Grid\nsummary: She mends switchgear.\n---\n\nHoa works with relays.[@bao-a]\n",
    "people/thu-hoi.md": person(
        "Hồ Thu", "honours:\n  - {award: giai-a, state: thu hồi, note: Kỳ bí, year: 1999, source: bao-a}"
    ),
    "people/kin.md": person("Trần Kín").replace("public_record", "consent"),
    "people/nhap.md": person("Trần Nháp", "draft: có"),
    "people/mai-sau.md": person("Trần Mai Sau", "publish_on: 2099-01-01"),
    "initiatives/cua-kin.md": "---\ntitle: Việc chung\nauthors: [kin, nhap]\n---\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("trang")
    files = index_of(place, {**showcases.FILES, **FILES})
    return write(place / "index", files)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Nguyễn Ngọc Linh", ["Nguyễn Ngọc Linh", "Nguyễn Linh Ngọc"]),
        ("nguyen ngoc linh", ["Nguyễn Ngọc Linh", "Nguyễn Linh Ngọc", "Ngọc Lĩnh Nguyên"]),
        ("Nguyễn Linh Ngọc", ["Nguyễn Linh Ngọc", "Nguyễn Ngọc Linh"]),
        ("linh", ["Nguyễn Ngọc Linh", "Linh Thị Nguyễn", "Nguyễn Linh Ngọc"]),
        ("lĩnh", ["Ngọc Lĩnh Nguyên"]),
        ("Đặng Thị Hòa", ["Đặng Thị Hoà"]),
        ("dang thi hoa", ["Đặng Thị Hoà"]),
        ("DANG", ["Đặng Thị Hoà"]),
        ("ddawngj", ["Đặng Thị Hoà"]),
        ("ddawngj thij hoaf", ["Đặng Thị Hoà"]),
        ("cần trục", ["Cần trục tháp tự nâng"]),
        ("ròng rọc", ["Cần trục tháp tự nâng"]),
        ("cáp mòn", ["Cần trục tháp tự nâng"]),
        ("cẩu", ["Cần trục tháp tự nâng"]),
        ("than", ["Than", "Cần trục tháp tự nâng"]),
        ("lưới", ["Đặng Thị Hoà"]),
        ("dây đường", ["Giữ dây đường cũ", "Kéo dây trên đường mới", "Nối đường bằng dây mới"]),
    ],
)
def test_the_best_come_first(folder: Path, query: str, expected: list[str]) -> None:
    assert titles(found(folder, query)[0])[: len(expected)] == expected


@pytest.mark.parametrize("place", ["Quảng Nam", "Đà Nẵng", "quang nam", "da nang"])
def test_a_province_of_then_or_now_finds_its_people(folder: Path, place: str) -> None:
    answer = found(folder, place)[0]
    assert titles(answer)[0] == "Đà Nẵng"
    assert {"Nguyễn Ngọc Linh", "Công ty Điện lực"} <= set(titles(answer))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Công ty Điện lực", {"Công ty Điện lực", "Đặng Thị Hoà", "Cần trục tháp tự nâng"}),
        ("Giải A", {"Giải A", "Nguyễn Thị Hoa"}),
        ("Vượt khó", {"Vượt khó", "Làm chậm mà chắc", "Tọa đàm", "Hai người thợ"}),
        ("Dùng ắc quy khô", {"Dùng ắc quy khô", "Trương Thái Sơn", "Làm chậm mà chắc"}),
        ("2019", {"Cần trục tháp tự nâng"}),
    ],
)
def test_what_is_related_is_found_too(folder: Path, query: str, expected: set[str]) -> None:
    assert expected <= set(titles(found(folder, query)[0]))


def test_tones_are_not_needed_but_count(folder: Path) -> None:
    with_tones, without = found(folder, "Ngọc Lĩnh", "ngoc linh")
    assert titles(with_tones)[0] == "Ngọc Lĩnh Nguyên"
    assert set(titles(without)) == set(titles(with_tones))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nguyen ng", {"Nguyễn Ngọc Linh", "Nguyễn Linh Ngọc", "Ngọc Lĩnh Nguyên"}),
        ("Nguyễn Ngọ", {"Nguyễn Ngọc Linh", "Nguyễn Linh Ngọc", "Ngọc Lĩnh Nguyên"}),
        ("truong tha", {"Trương Thái Sơn"}),
        ("can tr", {"Cần trục tháp tự nâng"}),
        ("ddawngj th", {"Đặng Thị Hoà"}),
    ],
)
def test_beginnings_are_enough_while_typing(folder: Path, query: str, expected: set[str]) -> None:
    asked = {"query": query, "whole": False, "deep": False}
    assert set(titles(found(folder, asked)[0])) == expected


def test_a_word_in_the_text_alone_is_said(folder: Path) -> None:
    cards = found(folder, "tháp trục")[0]["cards"]
    assert [(card["title"], card["far"]) for card in cards] == [
        ("Cần trục tháp tự nâng", []),
        ("Nguyễn Ngọc Linh", []),
    ]
    assert found(folder, "ròng nâng")[0]["cards"][0]["far"] == ["ròng"]


def test_when_nothing_has_all_words_what_has_most_is_found(folder: Path) -> None:
    assert titles(found(folder, "Đặng Thị Hoà xyz")[0]) == ["Đặng Thị Hoà"]
    assert titles(found(folder, "xyz uvw Hoà")[0]) == []


def test_the_hidden_are_in_no_shard(folder: Path) -> None:
    assert [answer["count"] for answer in found(folder, "kín", "nháp", "sau")] == [0, 0, 0]
    everything = "".join(path.read_text("utf-8") for path in folder.rglob("*.json"))
    assert not any(word in everything for word in ("Trần", "trần", "kín", "nháp"))


def test_a_revoked_honour_finds_nobody(folder: Path) -> None:
    by_award, by_note, by_year = found(folder, "giải A", "kỳ bí", "1999")
    assert "Hồ Thu" not in titles(by_award)
    assert (by_note["count"], by_year["count"]) == (0, 0)


def test_a_vietnamese_page_finds_no_english_twin(folder: Path) -> None:
    switchgear, name = found(folder, "switchgear", "Nguyễn Thị Hoa")
    assert switchgear["count"] == 0
    assert (name["cards"][0]["url"], name["cards"][0]["lang"]) == ("/nguoi/hoa/", None)


def test_an_english_page_finds_both_and_says_which_is_vietnamese(folder: Path) -> None:
    twin, relays, original, other = found(
        folder, "switchgear", "relays", "Nguyễn Thị Hoa", "cần trục tháp", lang="en"
    )
    for answer in (twin, relays, original):
        card = answer["cards"][0]
        assert (card["title"], card["url"], card["lang"]) == ("Hoa of the Grid", "/en/people/hoa/", None)
    assert (other["cards"][0]["url"], other["cards"][0]["lang"]) == ("/sang-kien/can-truc/", "vi")


def test_only_what_is_needed_is_read(folder: Path) -> None:
    first, again, more = found(folder, "linh", "linh", "linh ngoc")
    assert first["read"][:2] == ["index.json", "title/li.json"]
    assert [path.split("/")[0] for path in first["read"][2:]] == [
        "text",
        *["card"] * (len(first["read"]) - 3),
    ]
    assert again["read"] == []
    assert "title/no.json" not in more["read"]
    assert "title/ng.json" in more["read"]


def test_a_broken_shard_is_told_and_the_rest_is_found(folder: Path, tmp_path: Path) -> None:
    for path in folder.rglob("*.json"):
        target = tmp_path / path.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        damaged = "{" if target.parent.name == "text" else path.read_text("utf-8")
        target.write_text(damaged, encoding="utf-8")
    answer = found(tmp_path, "linh")[0]
    assert answer["failed"]
    assert "Nguyễn Ngọc Linh" in titles(answer)
    (tmp_path / "index.json").write_text("null", encoding="utf-8")
    assert "error" in found(tmp_path, "linh")[0]
