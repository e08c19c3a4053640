"""What readers are shown of a small showcase: relations, fallbacks, neutral words, the rules of honours and settings."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import Showcase, person


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


def page(showcase: Showcase, path: str) -> str:
    """The main part of a page with single spaces, without the language marks that texts carry."""
    outcome = showcase.build()
    assert outcome.published, (outcome.problems, outcome.faults)
    whole = showcase.site()[f"{path}index.html"].decode()
    main = whole[whole.index("<main") : whole.index("</main>")]
    return " ".join(main.replace("\u00a0", " ").split())


def text(showcase: Showcase, path: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page(showcase, path))).split())


def test_relations_show_on_both_sides(showcase: Showcase) -> None:
    assert "Dùng ắc quy khô" in text(showcase, "nguoi/son/")
    assert "Trương Thái Sơn" in text(showcase, "sang-kien/ac-quy/")
    assert "Dùng ắc quy khô" in text(showcase, "don-vi/tong/")
    assert "Tổng công ty" in text(showcase, "sang-kien/ac-quy/")
    assert "Nguyễn Thị Hoa" in text(showcase, "giai-thuong/giai-a/")
    assert "Làm chậm mà chắc" in text(showcase, "nguoi/hoa/")
    assert "Hai người thợ" in text(showcase, "nguoi/son/")


def test_people_who_met_are_named_on_each_other_s_page(showcase: Showcase) -> None:
    assert "Cùng có mặt: Trương Thái Sơn" in text(showcase, "nguoi/hoa/")
    assert "Cùng có mặt: Nguyễn Thị Hoa" in text(showcase, "nguoi/son/")


def test_a_former_province_is_named_with_the_one_of_today(showcase: Showcase) -> None:
    assert "Quảng Nam (nay thuộc Đà Nẵng)" in text(showcase, "nguoi/son/")
    assert "Trương Thái Sơn" in text(showcase, "tinh/da-nang/")


def test_what_is_not_translated_is_vietnamese_and_marked_so(showcase: Showcase) -> None:
    main = page(showcase, "en/people/hoa/")
    assert "<p>Hoa works." in main
    assert '<span lang="vi">Công nhân</span>' in main
    assert '<span lang="vi">She works' not in main


def test_names_in_the_margin_are_marked_as_vietnamese_where_they_lead_to_no_english_page(
    showcase: Showcase,
) -> None:
    showcase.write("people/hoa.en.md", "---\nsummary: She works.\n---\n")
    main = page(showcase, "en/people/hoa/")
    assert re.search(r'<dd><a href="/don-vi/[^"]+/"><span lang="vi">', main)


def test_a_translation_that_is_a_draft_is_as_if_there_were_none(showcase: Showcase) -> None:
    showcase.write("people/hoa.en.md", "---\nsummary: She works.\ndraft: true\n---\n")
    showcase.build()
    assert "en/people/hoa/index.html" not in showcase.site()


def test_that_somebody_has_died_is_said(showcase: Showcase) -> None:
    assert "Tình trạng" not in text(showcase, "nguoi/son/")
    showcase.write("people/son.md", person("Trương Thái Sơn", "life: đã mất"))
    assert "Tình trạng đã mất" in text(showcase, "nguoi/son/")


def test_a_body_that_is_not_translated_is_marked_as_a_whole(showcase: Showcase) -> None:
    showcase.write("people/hoa.en.md", "---\nsummary: She works.\n---\n")
    assert '<div class="prose" lang="vi">' in page(showcase, "en/people/hoa/")


def test_english_lists_lead_to_vietnamese_pages_where_there_is_no_twin(showcase: Showcase) -> None:
    main = page(showcase, "en/people/")
    assert 'href="/en/people/hoa/"' in main
    assert '<a href="/nguoi/son/" lang="vi">' in main


def test_no_text_shows_its_own_mark_up(showcase: Showcase) -> None:
    showcase.build()
    shown = [path for path, data in showcase.site().items() if path.endswith(".html") and b"&lt;span" in data]
    assert shown == []


@pytest.mark.parametrize("state", ["từ chối", "thu hồi"])
def test_a_declined_or_revoked_honour_disappears_everywhere(showcase: Showcase, state: str) -> None:
    showcase.write(
        "people/hoa.md", person("Nguyễn Thị Hoa", f"honours: [{{award: giai-a, year: 2023, state: {state}}}]")
    )
    assert "Giải A" not in text(showcase, "nguoi/hoa/")
    assert "Nguyễn Thị Hoa" not in text(showcase, "giai-thuong/giai-a/")
    assert "Giải A" not in text(showcase, "nguoi/")


@pytest.mark.parametrize("state", ["ghi nhận", "đề cử"])
def test_what_is_no_award_never_stands_on_the_ribbon(showcase: Showcase, state: str) -> None:
    showcase.write(
        "people/hoa.md", person("Nguyễn Thị Hoa", f"honours: [{{award: giai-a, year: 2023, state: {state}}}]")
    )
    main = page(showcase, "nguoi/hoa/")
    assert 'class="ribbon"' not in main
    assert "Giải A" in main


def test_a_withheld_person_is_named_nowhere_and_mentions_turn_neutral(showcase: Showcase) -> None:
    showcase.write("people/son.md", person("Trương Thái Sơn").replace("public_record", "consent"))
    showcase.replace("people/hoa.md", "[anh Sơn](people/son.md)", "một người bạn")
    assert "một công nhân" in text(showcase, "sang-kien/ac-quy/")
    named = [
        path for path, data in showcase.site().items() if "Thái Sơn".encode() in data or b"nguoi/son/" in data
    ]
    assert named == []


@pytest.mark.parametrize(
    ("setting", "words"),
    [("tại sự kiện", "Chia sẻ tại Tọa đàm"), ("trả lời báo chí nhân sự kiện", "Nói với báo chí nhân Tọa đàm"), ("trả lời báo chí", "Nói với báo chí"), ("bài báo", "Theo một bài báo")],
)  # fmt: skip
def test_only_what_was_shared_there_is_shown_as_shared_there(
    showcase: Showcase, setting: str, words: str
) -> None:
    showcase.replace("experiences/lam-cham.md", "setting: tại sự kiện", f"setting: {setting}")
    shown = text(showcase, "kinh-nghiem/lam-cham/")
    assert words in shown
    assert ("Chia sẻ tại Tọa đàm" in shown) == (setting == "tại sự kiện")


def test_an_aggregate_is_never_the_figure_of_one_initiative(showcase: Showcase) -> None:
    showcase.replace(
        "initiatives/ac-quy.md",
        "source: bao-a}\nadoptions",
        "scope: nhiều sáng kiến, source: bao-a}\nadoptions",
    )
    assert "30,7" not in text(showcase, "nguoi/son/")
    assert "30,7 tỷ đồng mỗi năm" in text(showcase, "sang-kien/ac-quy/")
    assert "gộp nhiều sáng kiến" in text(showcase, "sang-kien/ac-quy/")


def test_a_citation_leads_to_its_source_on_the_page(showcase: Showcase) -> None:
    main = page(showcase, "nguoi/hoa/")
    assert '<a class="ref" href="#nguon-1" aria-label="Nguồn 1">1</a>' in main
    assert 'id="nguon-1"' in main


def test_a_field_that_the_site_added_is_shown_in_the_margin(showcase: Showcase) -> None:
    site = (
        showcases.FILES["site.yaml"]
        + "extra_fields:\n  - {of: person, key: bac_tho, type: number, label: Bậc thợ}\n"
    )
    showcase.write("site.yaml", site)
    showcase.write("people/son.md", person("Trương Thái Sơn", "bac_tho: 7"))
    assert "Bậc thợ 7" in text(showcase, "nguoi/son/")


def test_a_former_address_leads_on(showcase: Showcase) -> None:
    showcase.write("people/son.md", person("Trương Thái Sơn", "aliases: [nguoi/anh-son, cu/son.html]"))
    showcase.build()
    for path in ("nguoi/anh-son/index.html", "cu/son.html"):
        assert '<meta http-equiv="refresh" content="0; url=/nguoi/son/">' in showcase.site()[path].decode()


def test_a_site_below_a_path_of_its_host_links_below_it(showcase: Showcase) -> None:
    showcase.replace("site.yaml", "https://thu.example", "https://thu.example/vinh-danh/")
    main = page(showcase, "nguoi/hoa/")
    addresses = re.findall(r'(?:href|src)="(/[^"]*)"', main)
    assert addresses
    assert [address for address in addresses if not address.startswith("/vinh-danh/")] == []
