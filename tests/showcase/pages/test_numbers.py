"""The numbers page of a small showcase: what it shows of the ledger, and what its parts do not hold."""

from __future__ import annotations

from pathlib import Path

from tests.showcase.plans import planned
from vinhdanh.base import digest
from vinhdanh.showcase.pages.numbers.sums import SHOWN

LEDGER = "con-so/so-cong/index.html"
PLAIN = "---\ntitle: Dùng ắc quy khô\nauthors: [son]\n---\n"


def initiative(title: str, *figures: str) -> str:
    lines = "".join(f"  - {{{figure}, source: bao-a}}\n" for figure in figures)
    return f"---\ntitle: {title}\nauthors: [son, hoa]\nsector: dien\nfigures:\n{lines}---\n"


FIGURES = {
    "initiatives/mot.md": initiative("Một", 'value: "1,3 tỷ đồng/năm"'),
    "initiatives/hai.md": initiative("Hai", "value: khoảng 9 tỷ đồng/năm"),
    "initiatives/gop.md": initiative("Gộp", "value: 900 tỷ đồng/năm, scope: group"),
}


def test_a_sum_has_its_rule_its_summands_and_their_sources(tmp_path: Path) -> None:
    (found,) = planned(tmp_path, FIGURES)[LEDGER].parts["sums"]

    assert (found.figure.before, found.figure.number, found.figure.unit) == ("trên", "32", "tỷ đồng")
    assert "2 sáng kiến" in found.rule
    assert "1 số hạng là cận dưới" in found.rule
    assert [each.title for each in found.summands] == ["Dùng ắc quy khô", "Một"]
    assert {each.url for each in found.summands} == {"/sang-kien/ac-quy/", "/sang-kien/mot/"}
    assert all(each.figure.source_url == "/nguon/bao-a/" for each in found.summands)


def test_what_is_not_added_stands_with_its_reason(tmp_path: Path) -> None:
    groups = planned(tmp_path, FIGURES)[LEDGER].parts["left_out"]

    assert {group.id: [each.title for each in group.entries] for group in groups} == {
        "khong-cong-aggregate": ["Gộp"],
        "khong-cong-approximate": ["Hai"],
    }


def test_each_page_of_numbers_leads_to_the_others_that_there_are(tmp_path: Path) -> None:
    with_sums, without = (
        planned(tmp_path / "a", FIGURES),
        planned(tmp_path / "b", {"initiatives/ac-quy.md": PLAIN}),
    )
    doors = [door.url for door in with_sums["con-so/index.html"].parts["doors"]]

    assert "/con-so/so-cong/" in doors
    assert all(f"{url[1:]}index.html" in with_sums for url in doors)
    assert LEDGER not in without


def test_a_long_sum_leads_to_a_list_of_its_own(tmp_path: Path) -> None:
    many = {
        f"initiatives/so-{at}.md": initiative(f"Số {at}", f"value: {at} triệu đồng/năm")
        for at in range(1, SHOWN + 2)
    }
    plan = planned(tmp_path, many)
    (found,) = plan[LEDGER].parts["sums"]

    assert len(found.summands) == SHOWN
    assert found.more.url == "/con-so/so-cong/tong-dong-per-year/"
    assert "con-so/so-cong/tong-dong-per-year/index.html" in plan


def test_few_people_are_not_broken_down_by_gender(tmp_path: Path) -> None:
    assert planned(tmp_path, {})["con-so/index.html"].parts["genders"] is None


def test_a_name_or_a_text_is_in_no_part(tmp_path: Path) -> None:
    """What is shown are counts and titles of initiatives: neither people nor prose."""
    plan = planned(tmp_path, FIGURES)
    shared = ("site", "t", "asset", "page")
    written = b"".join(
        digest.canonical(value)
        for path in ("con-so/index.html", LEDGER)
        for name, value in plan[path].parts.items()
        if name not in shared
    )

    assert "Thay bằng ắc quy".encode() not in written
    assert "Trương Thái Sơn".encode() not in written
    assert "Hoa" not in written.decode()


def test_withheld_people_are_not_counted(tmp_path: Path) -> None:
    hidden = "---\nname: Phạm Văn Kín\nsector: than\nplace: Hà Nội\n---\n"
    before = planned(tmp_path / "a", {})["con-so/index.html"].parts
    after = planned(tmp_path / "b", {"people/kin.md": hidden})["con-so/index.html"].parts

    for name in ("counts", "sectors", "provinces", "years", "awards"):
        assert before[name] == after[name]
