"""Lists of people, initiatives, organisations and sources, as they grow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.showcase.plans import Plan, planned
from tests.showcases import person
from vinhdanh.base import digest
from vinhdanh.showcase.planning import SHARED_PARTS


def initiative(number: int) -> dict[str, str]:
    """An initiative of one of two sectors; a higher number came later."""
    keys = f"sector: {'dien' if number % 2 else 'than'}\npublished: 2020-01-{number:02}"
    text = f"---\ntitle: Việc {number:02}\nauthors: [son]\nsources: [bao-a]\n{keys}\n---\n"
    return {f"initiatives/viec-{number:02}.md": text}


def initiatives(count: int) -> dict[str, str]:
    return {path: text for number in range(1, count + 1) for path, text in initiative(number).items()}


def people(names: str) -> dict[str, str]:
    """People of these given names."""
    return {f"people/nguoi-{at}.md": person(f"Trần Văn {name}") for at, name in enumerate(names.split())}


def titles(plan: Plan, path: str) -> str:
    """What stands on a list page, letter by letter where it has letters."""
    parts = plan[f"{path}index.html"].parts
    groups = [
        f"{group.title}: {' '.join(row.given or row.title for row in group.rows)}"
        for group in parts["groups"]
    ]
    return "; ".join([*groups, *(row.title for row in parts["rows"])])


def traces(plan: Plan, below: str) -> dict[str, bytes]:
    """The digest of all that each page below an address shows."""
    pages = {path: output for path, output in plan.items() if path.startswith(below)}
    return {
        path: digest.of_plain({name: part for name, part in output.parts.items() if name not in SHARED_PARTS})
        for path, output in pages.items()
    }


@pytest.mark.parametrize("folder", ["sang-kien/trang/", "en/initiatives/page/"])
def test_numbered_pages_stay_when_an_initiative_is_added(tmp_path: Path, folder: str) -> None:
    before = traces(planned(tmp_path / "before", initiatives(13)), folder)
    after = traces(planned(tmp_path / "after", initiatives(14)), folder)

    assert len(before) == 2
    assert len(after) == 3
    assert before.items() <= after.items()


def test_initiatives_that_came_last_stand_first(tmp_path: Path) -> None:
    plan = planned(tmp_path, initiatives(7))

    assert titles(plan, "sang-kien/").startswith("Dùng ắc quy khô; Việc khác; Việc 07; Việc 06")
    assert titles(plan, "sang-kien/trang/1/") == "Việc 04; Việc 03; Việc 02; Việc 01"


def test_people_stand_under_the_letters_of_their_given_names(tmp_path: Path) -> None:
    plan = planned(tmp_path, people("Ánh Đức Dũng Ân"))

    assert titles(plan, "nguoi/") == "A: Ánh; Â: Ân; D: Dũng; Đ: Đức; H: Hoa; M: Mai; S: Sơn"
    letters = [(item.letter, item.url) for item in plan["nguoi/index.html"].parts["letters"]]
    assert letters[:3] == [("A", "#van-a"), ("Â", "#van-aa"), ("D", "#van-d")]


def test_many_people_stand_on_a_page_for_each_letter(tmp_path: Path) -> None:
    plan = planned(tmp_path, people("An " * 17 + "Đức"))

    assert titles(plan, "nguoi/") == "Vần A; Vần Đ; Vần H; Vần M; Vần S"
    assert titles(plan, "nguoi/van/dd/") == "Đ: Đức"
    assert titles(plan, "nguoi/van/a/") == "A: " + " ".join(["An"] * 17)
    assert titles(plan, "en/people/letter/dd/") == "Đ: Đức"


def test_a_letter_with_very_many_people_has_further_pages(tmp_path: Path) -> None:
    plan = planned(tmp_path, people("An " * 20 + "Anh"))

    assert titles(plan, "nguoi/van/a/") == "A: " + " ".join(["An"] * 20)
    assert titles(plan, "nguoi/van/a/2/") == "A: Anh"
    spans = [(item.letter, item.current) for item in plan["nguoi/van/a/2/index.html"].parts["spans"]]
    assert spans == [("An", False), ("Anh", True)]


def test_a_page_of_a_letter_stays_when_somebody_comes_under_another(tmp_path: Path) -> None:
    before = traces(planned(tmp_path / "before", people("An " * 20)), "nguoi/van/")
    after = traces(planned(tmp_path / "after", people("An " * 20 + "Hà")), "nguoi/van/")

    changed = {path for path, trace in after.items() if before.get(path) != trace}
    assert changed == {"nguoi/van/h/index.html"}


def test_the_filters_of_people_lead_to_sectors_and_provinces(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"people/mai.md": person("Lê Thị Mai").replace("Quảng Nam", "Hà Nội")})

    filters = {group.title: group.options for group in plan["nguoi/index.html"].parts["filters"]}
    places = filters["Nơi làm việc, theo tỉnh ngày nay"]
    assert [(option.text, option.url, option.count) for option in places] == [
        ("Đà Nẵng", "/tinh/da-nang/#nguoi", 2),
        ("Hà Nội", "/tinh/ha-noi/#nguoi", 1),
    ]
    assert "Ngành" not in filters, "one sector is no choice"


def test_organisations_are_filed_by_proper_name_and_unions_stand_apart(tmp_path: Path) -> None:
    def unit(name: str, *more: str) -> str:
        return "\n".join(["---", f"name: {name}", *more, "sources: [bao-a]", "---", ""])

    plan = planned(
        tmp_path,
        {
            "organisations/dien-luc.md": unit("Công ty Điện lực", "kind: doanh nghiệp"),
            "organisations/tong.md": unit("Tổng công ty An Khê", "kind: doanh nghiệp"),
            "organisations/tren.md": unit("Tổng Liên đoàn Lao động Việt Nam", "kind: công đoàn"),
            "organisations/duoi.md": unit("Công đoàn Cao su", "kind: công đoàn", "parent: tren"),
        },
    )

    assert titles(plan, "don-vi/") == "A: An Khê; Đ: Điện lực"
    (top,) = plan["don-vi/index.html"].parts["tree"]
    assert (top.title, [part.title for part in top.children]) == (
        "Tổng Liên đoàn Lao động Việt Nam",
        ["Công đoàn Cao su"],
    )


def test_units_in_a_circle_end_where_they_began(tmp_path: Path) -> None:
    def union(name: str, parent: str) -> str:
        return f"---\nname: Công đoàn {name}\nkind: công đoàn\nparent: {parent}\nsources: [bao-a]\n---\n"

    plan = planned(tmp_path, {"organisations/a.md": union("A", "b"), "organisations/b.md": union("B", "a")})

    tree = plan["don-vi/a/index.html"].parts["tree"]
    assert (tree.title, tree.children[0].title, tree.children[0].current) == (
        "Công đoàn B",
        "Công đoàn A",
        True,
    )


def test_sources_stand_under_their_publishers_newest_first(tmp_path: Path) -> None:
    more = (
        "- {id: bao-a, title: Bài A, publisher: Báo Lao Động, date: 2023-10-08}\n"
        "- {id: bao-b, title: Bài B, publisher: Báo An Giang}\n"
        "- {id: bao-c, title: Bài C, publisher: Báo Lao Động, date: 2024}\n"
    )
    plan = planned(tmp_path, {"data/sources.yaml": more})

    groups = plan["nguon/index.html"].parts["groups"]
    shown = [
        (group.title, [(p.rest, p.title, [link.title for link in p.links]) for p in group.rows])
        for group in groups
    ]
    assert shown == [
        ("A", [("Báo", "An Giang", ["Bài B"])]),
        ("L", [("Báo", "Lao Động", ["Bài C (2024)", "Bài A (8/10/2023)"])]),
    ]


def test_a_source_names_what_rests_on_it(tmp_path: Path) -> None:
    used = planned(tmp_path, {})["nguon/bao-b/index.html"].parts["used"]

    assert [(group.title, [link.title for link in group.links]) for group in used] == [
        ("Sáng kiến", ["Dùng ắc quy khô", "Việc khác"]),
        ("Câu chuyện", ["Hai người thợ"]),
        ("Đơn vị", ["Tổng công ty"]),
        ("Giải thưởng, danh hiệu", ["Giải A"]),
    ]


def test_the_directory_counts_every_kind_that_there_is(tmp_path: Path) -> None:
    rows = planned(tmp_path, {})["danh-muc/index.html"].parts["rows"]

    counts = {row.url: row.meta[0].replace("\u00a0", " ") for row in rows}
    assert counts["/nguoi/"] == "3 mục"
    assert counts["/sang-kien/"] == "2 mục"
    assert counts["/nam/"] == "2 mục"
    assert "/tap-the/" not in counts


def test_collectives_follow_the_people_and_have_a_list(tmp_path: Path) -> None:
    team = "---\nname: Tổ Hàn 2\norganisation: tong\nbasis: {kind: public_record, sources: [bao-a]}\n---\n"
    plan = planned(tmp_path, {"collectives/to-han.md": team})

    (teams,) = plan["nguoi/index.html"].parts["sections"]
    assert (teams.id, [row.title for row in teams.rows]) == ("tap-the", ["Tổ Hàn 2"])
    assert plan["tap-the/index.html"].parts["groups"][0].title == "T"
