"""What awards, programmes, provinces, sectors and years gather, and how what is doubtful is told from the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.showcase.plans import Plan, planned
from tests.showcases import FILES, person


def shelves(plan: Plan, path: str) -> dict[str, list[Any]]:
    """The rows of each shelf of a page, by its title."""
    return {shelf.title: list(shelf.rows) for shelf in plan[f"{path}index.html"].parts["sections"]}


def names(plan: Plan, path: str) -> dict[str, list[str]]:
    """The titles of the rows of each shelf."""
    return {title: [row.title for row in rows] for title, rows in shelves(plan, path).items()}


def honoured(name: str, *honours: str) -> str:
    return person(name, f"honours: [{', '.join(honours)}]")


# -- awards ----


def test_those_honoured_stand_by_year_newest_first_unknown_last(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        {
            "people/son.md": honoured(
                "Trương Thái Sơn", "{award: giai-a, year: 2020}", "{award: giai-a, year: 2024}"
            ),
            "people/mai.md": honoured("Lê Thị Mai", "{award: giai-a}"),
        },
    )

    assert names(plan, "giai-thuong/giai-a/") == {
        "Được trao năm 2024": ["Trương Thái Sơn"],
        "Được trao năm 2023": ["Nguyễn Thị Hoa"],
        "Được trao năm 2020": ["Trương Thái Sơn"],
        "Được trao, chưa rõ năm": ["Lê Thị Mai"],
    }


def test_a_recognition_is_worded_as_one_and_has_no_gold(tmp_path: Path) -> None:
    plan = planned(
        tmp_path, {"awards/giai-a.md": FILES["awards/giai-a.md"].replace("giải thưởng", "ghi nhận")}
    )

    (title, rows), *_ = shelves(plan, "giai-thuong/giai-a/").items()
    assert (title, rows[0].title, rows[0].honours) == ("Được ghi nhận năm 2023", "Nguyễn Thị Hoa", None)
    assert "medal" not in str(plan["ve/awards/giai-a.svg"].parts)
    (hoa,) = (
        row for group in plan["nguoi/index.html"].parts["groups"] for row in group.rows if row.given == "Hoa"
    )
    assert hoa.honours is None


def test_an_honour_that_is_unverified_says_so(tmp_path: Path) -> None:
    plan = planned(
        tmp_path, {"people/hoa.md": honoured("Nguyễn Thị Hoa", "{award: giai-a, year: 2023, unverified: có}")}
    )

    for path in ("giai-thuong/giai-a/", "nam/2023/"):
        row = next(iter(shelves(plan, path).values()))[0]
        assert row.unverified == "danh hiệu chưa kiểm chứng"


def test_an_award_with_very_many_has_a_list_for_each_year(tmp_path: Path) -> None:
    many = {
        f"people/nguoi-{at}.md": honoured(f"Lê An{at}", "{award: giai-a, year: 2024}") for at in range(20)
    }
    plan = planned(tmp_path, many)

    (shelf, *_) = plan["giai-thuong/giai-a/index.html"].parts["sections"]
    assert (len(shelf.rows), shelf.url) == (6, "/giai-thuong/giai-a/nam-2024/")
    assert "giai-thuong/giai-a/nam-2024/index.html" in plan


# -- programmes ----

PROGRAMME = """---
title: Phong trào
organiser: tong
start: 2021-12-15
start_claims:
  - {date: 2021-12-15, text: Phát động., source: bao-a}
  - {date: 2022-01-08, text: Mở cổng., source: bao-b}
milestones:
  - {date: 2023-10-08, count: 2000000, text: Khi tổng kết., source: bao-a}
  - {date: 2023-10-08, count: 2400000, text: Khi tổng kết., source: bao-b}
  - {date: 2023-10-01, text: Họp., source: bao-b}
figures:
  - {value: hơn 2 triệu sáng kiến, label: tổng số, as_of: 2023-10-08, scope: programme, source: bao-a}
  - {value: "hơn 2,4 triệu sáng kiến", label: tổng số, as_of: 2023-10-08, scope: programme, source: bao-b}
  - {value: hơn 33.000 tỷ đồng, label: giá trị, as_of: 2023-10-08, scope: programme, source: bao-a}
  - {value: hơn 10.000 tỷ đồng, label: giá trị, as_of: 2022-07, scope: programme, source: bao-b}
---
"""


def test_totals_of_one_day_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    parts = planned(tmp_path, {"programmes/phong-trao.md": PROGRAMME})[
        "chuong-trinh/phong-trao/index.html"
    ].parts

    (differing,) = parts["differing"]
    assert differing.note.startswith("Tổng số, tính đến 8/10/2023. ")
    assert [(figure.number, figure.source_refs) for figure in differing.figures] == [
        ("2", (1,)),
        ("2,4", (2,)),
    ]
    assert [figure.number for figure in parts["figures"]] == ["33.000", "10.000"]
    assert [(claim.when, claim.refs) for claim in parts["claims"]] == [
        ("15/12/2021", (1,)),
        ("8/1/2022", (2,)),
    ]


def test_a_milestone_says_over_where_its_figure_does_and_that_sources_differ(tmp_path: Path) -> None:
    parts = planned(tmp_path, {"programmes/phong-trao.md": PROGRAMME})[
        "chuong-trinh/phong-trao/index.html"
    ].parts

    knots = [(knot.title.replace("\u00a0", " "), knot.text, knot.unverified) for knot in parts["milestones"]]
    assert knots == [
        ("trên 2 triệu sáng kiến", "Khi tổng kết.", "nguồn khác ghi khác"),
        ("trên 2,4 triệu sáng kiến", "Khi tổng kết.", "nguồn khác ghi khác"),
        ("Họp", None, False),
    ]


# -- provinces ----


def test_a_province_parts_its_people_by_its_name_at_the_time(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"people/mai.md": person("Lê Thị Mai").replace("Quảng Nam", "Đà Nẵng")})

    found = names(plan, "tinh/da-nang/")
    assert found["Người\u00a0· Đà Nẵng"] == ["Lê Thị Mai"]
    assert found["Người\u00a0· Quảng Nam (nay thuộc Đà Nẵng)"] == ["Nguyễn Thị Hoa", "Trương Thái Sơn"]
    assert found["Sáng kiến\u00a0· Quảng Nam (nay thuộc Đà Nẵng)"] == ["Dùng ắc quy khô"]
    ids = [shelf.id for shelf in plan["tinh/da-nang/index.html"].parts["sections"]]
    assert ids[:3] == ["nguoi", "nguoi-quang-nam", "sang-kien"]


def test_a_former_name_has_a_page_that_leads_to_today_s(tmp_path: Path) -> None:
    page = planned(tmp_path, {})["tinh/cu/quang-nam/index.html"]

    assert (page.parts["page"].title, page.parts["onward"].url) == ("Quảng Nam", "/tinh/da-nang/")
    assert page.parts["sections"][0].title == "Người"


def test_a_former_name_that_no_record_carries_has_no_page(tmp_path: Path) -> None:
    places = FILES["data/places.yaml"].replace("Quảng Nam]", "Quảng Nam, Hải Dương]")
    plan = planned(tmp_path, {"data/places.yaml": places})

    (fact, *_) = plan["tinh/da-nang/index.html"].parts["facts"]
    assert [(value.text, value.url) for value in fact.values] == [
        ("Quảng Nam", "/tinh/cu/quang-nam/"),
        ("Hải Dương", None),
    ]
    assert "tinh/cu/hai-duong/index.html" not in plan


def test_a_province_without_anybody_has_a_page_too(tmp_path: Path) -> None:
    places = FILES["data/places.yaml"] + "- {id: cao-bang, name: Cao Bằng, kind: tỉnh}\n"
    page = planned(tmp_path, {"data/places.yaml": places})["tinh/cao-bang/index.html"]

    assert page.parts["sections"] == ()
    assert page.parts["head"].lead == "Trang này chưa có ai, chưa có sáng kiến nào ở đây."


def test_an_inferred_province_says_so_for_what_depends_on_it(tmp_path: Path) -> None:
    unit = FILES["organisations/dien-luc.md"].replace(
        "place: Quảng Nam", "place: Quảng Nam\nplace_inferred: có"
    )
    found = shelves(planned(tmp_path, {"organisations/dien-luc.md": unit}), "tinh/da-nang/")

    labels = {row.title: row.unverified for rows in found.values() for row in rows}
    assert labels["Công ty Điện lực"] == labels["Dùng ắc quy khô"] == "tỉnh suy ra, chưa kiểm chứng"
    assert labels["Nguyễn Thị Hoa"] is False


def test_the_map_has_every_province_where_all_have_a_tile(tmp_path: Path) -> None:
    tiled = (
        "- {id: da-nang, name: Đà Nẵng, kind: thành phố, predecessors: [Quảng Nam], tile: [4, 9]}\n"
        "- {id: ha-noi, name: Hà Nội, kind: thành phố, tile: [3, 2]}\n"
    )
    without = planned(tmp_path / "without", {})["tinh/index.html"].parts["tiles"]
    tiles = planned(tmp_path / "with", {"data/places.yaml": tiled})["tinh/index.html"].parts["tiles"]

    assert without == ()
    assert [(tile.title, tile.note, tile.shade) for tile in tiles] == [
        ("Hà Nội", "", 0),
        ("Đà Nẵng", "3", 2),
        ("Hoàng Sa", "", 0),
        ("Trường Sa", "", 0),
    ]


# -- sectors and years ----


def test_a_long_shelf_leads_to_its_own_list(tmp_path: Path) -> None:
    more = {
        f"initiatives/viec-{at}.md": f"---\ntitle: Việc {at}\nauthors: [son]\nsector: dien\nsources: [bao-a]\n---\n"
        for at in range(7)
    }
    plan = planned(tmp_path, more)

    shelf = next(each for each in plan["nganh/dien/index.html"].parts["sections"] if each.id == "sang-kien")
    assert (len(shelf.rows), shelf.url, shelf.note) == (4, "/nganh/dien/sang-kien/", "Xem tất cả 9")
    assert len(plan["nganh/dien/sang-kien/index.html"].parts["rows"]) == 5
    assert len(plan["nganh/dien/sang-kien/trang/1/index.html"].parts["rows"]) == 4


def test_a_year_tells_who_was_honoured_and_what_happened(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"programmes/phong-trao.md": PROGRAMME})

    found = names(plan, "nam/2023/")
    assert found == {
        "Được vinh danh, ghi nhận": ["Nguyễn Thị Hoa"],
        "Tọa đàm, sự kiện": ["Tọa đàm"],
        "Các mốc": ["Phong trào"] * 3,
    }
    assert shelves(plan, "nam/2023/")["Được vinh danh, ghi nhận"][0].honours == "Giải A"
    assert names(plan, "nam/2006/") == {"Sáng kiến áp dụng lần đầu": ["Dùng ắc quy khô"]}


def test_the_margin_leads_to_each_kind_where_there_are_several(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"people/mai.md": person("Lê Thị Mai").replace("Quảng Nam", "Đà Nẵng")})

    (fact,) = plan["nganh/dien/index.html"].parts["facts"]
    assert [(value.text, value.url) for value in fact.values] == [
        ("Người (3)", "#nguoi"),
        ("Sáng kiến (2)", "#sang-kien"),
    ]
    (*_, fact) = plan["tinh/da-nang/index.html"].parts["facts"]
    assert [value.text for value in fact.values] == ["Người (3)", "Sáng kiến (1)", "Đơn vị (1)"]
    assert plan["nam/2006/index.html"].parts["facts"] == ()


def test_facet_pages_are_made_in_vietnamese_only(tmp_path: Path) -> None:
    english = {path for path in planned(tmp_path, {}) if path.startswith("en/")}

    assert not [
        path for path in english if path.startswith(("en/provinces", "en/sectors", "en/sources", "en/nam"))
    ]
    assert {"en/people/index.html", "en/awards/index.html", "en/directory/index.html"} <= english
