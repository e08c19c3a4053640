"""Share cards as planned: what is on them, which page names them, and that an unchanged one is never made again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import photographs, showcases
from tests.showcases import FILES, Showcase, person


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


def card(showcase: Showcase, path: str) -> dict[str, Any]:
    """What a card shows; tests make no pixels."""
    found: dict[str, Any] = json.loads(showcase.site()[f"the/{path}.jpg"])
    return found


def metas(showcase: Showcase, path: str) -> dict[str, str]:
    page = showcase.site()[f"{path}index.html"].decode()
    return dict(re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)"', page))


def test_a_person_is_shown_with_work_unit_and_award(showcase: Showcase) -> None:
    showcase.build()
    assert card(showcase, "people/hoa") == {
        "site": "Thử",
        "kicker": "Công nhân",
        "title": "Nguyễn Thị Hoa",
        "line": "Làm điện.",
        "unit": "Công ty Điện lực\u00a0· Quảng Nam (nay thuộc Đà Nẵng)",
        "award": "Giải A 2023",
        "drawing": {"seed": "person/hoa", "motif": "waves", "hue": "blue", "monogram": "H"},
    }


def test_texts_in_another_language_come_without_mark_up(showcase: Showcase) -> None:
    showcase.build()
    english = card(showcase, "en/people/hoa")
    assert english["line"] == "She works."
    assert not [text for text in english.values() if "<" in str(text)]


def test_an_event_with_themes_is_announced_by_its_motto(showcase: Showcase) -> None:
    showcase.build()
    found = card(showcase, "events/toa-dam")
    assert (found["title"], found["unit"], found["drawing"]["marks"]) == (
        "Vượt khó, sáng tạo",
        "7/10/2023",
        1,
    )


def test_every_record_but_sources_and_pages_has_a_card(showcase: Showcase) -> None:
    showcase.build()
    cards = {
        path.split("/")[1] for path in showcase.site() if re.fullmatch(r"the/[^/]+/[^/]+\.jpg", path)
    } - {"en"}
    assert cards == {
        "awards", "events", "experiences", "initiatives", "organisations", "people", "places", "programmes",
        "sectors", "stories", "themes",
    }  # fmt: skip


def test_every_page_names_a_card_that_is_there(showcase: Showcase) -> None:
    showcase.build()
    site = showcase.site()
    for path in site:
        if path.endswith("index.html"):
            found = metas(showcase, path.removesuffix("index.html"))
            assert found["og:image"].removeprefix("https://thu.example/") in site, path
            assert found["og:url"] == f"https://thu.example/{path.removesuffix('index.html')}"
            assert {"og:title", "og:type", "og:locale", "og:site_name", "twitter:card"} <= set(found)


@pytest.mark.parametrize(
    ("page", "image", "form"),
    [
        ("nguoi/hoa/", "the/people/hoa.jpg", "profile"),
        ("en/people/hoa/", "the/en/people/hoa.jpg", "profile"),
        ("cau-chuyen/hai-nguoi/", "the/stories/hai-nguoi.jpg", "article"),
        ("nganh/dien/", "the/sectors/dien.jpg", "website"),
        ("nguoi/", "the/site.jpg", "website"),
        ("en/", "the/en/site.jpg", "website"),
        ("nguon/bao-a/", "the/site.jpg", "article"),
    ],
)
def test_a_page_is_shared_with_its_own_card(showcase: Showcase, page: str, image: str, form: str) -> None:
    showcase.build()
    found = metas(showcase, page)
    assert (found["og:image"], found["og:type"]) == (f"https://thu.example/{image}", form)


def test_without_an_address_no_picture_is_named(tmp_path: Path) -> None:
    site = FILES["site.yaml"].replace("base_url: https://thu.example\n", "")
    showcase = showcases.make(tmp_path / "trang", {**FILES, "site.yaml": site})
    showcase.build()
    assert not {"og:image", "og:url", "twitter:card"} & set(metas(showcase, "nguoi/hoa/"))


def test_a_portrait_stands_on_the_card(showcase: Showcase) -> None:
    target = showcase.root / "content/media/hoa.jpg"
    target.parent.mkdir(parents=True)
    target.write_bytes(photographs.photograph((912, 1260), orientation=1))
    image = "image: {file: hoa.jpg, alt: Chị Hoa, credit: Báo A, people: [hoa], basis: {kind: public_record, sources: [bao-a]}}"
    showcase.write("people/hoa.md", person("Nguyễn Thị Hoa", image))
    showcase.build()
    found = card(showcase, "people/hoa")
    assert (found["source"], found["box"]) == ("hoa.jpg", [0, 0, 912, 1260])
    assert "drawing" not in found


def test_an_unchanged_card_is_not_made_again(showcase: Showcase) -> None:
    showcase.build()
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    assert not [url for url in showcase.build().reasons if url.startswith("/the/")]
    showcase.replace("people/son.md", "summary: Làm điện.", "summary: Làm điện giỏi.")
    assert [url for url in showcase.build().reasons if url.startswith("/the/")] == ["/the/people/son.jpg"]


def test_a_showcase_may_do_without_cards(showcase: Showcase) -> None:
    showcase.write("site.yaml", FILES["site.yaml"] + "no_share_cards: có\n")
    showcase.build()
    assert not [path for path in showcase.site() if path.startswith("the/")]
    assert "og:image" not in metas(showcase, "nguoi/hoa/")


def test_a_theme_without_the_typefaces_has_no_cards(showcase: Showcase) -> None:
    import shutil

    from tests.tools import ROOT

    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    for font in (showcase.root / "templates/assets/fonts").glob("*.woff2"):
        font.unlink()
    assert showcase.build().published
    assert not [path for path in showcase.site() if path.startswith("the/")]
    assert "og:image" not in metas(showcase, "nguoi/hoa/")
