"""What search engines read: the right things with whole addresses, and nothing that could break out of its element."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import showcases
from tests.showcases import FILES, Showcase
from vinhdanh.showcase.structured import script

HOME = "https://thu.example/"


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    made = showcases.make(tmp_path / "trang")
    made.build()
    return made


def graph(showcase: Showcase, path: str) -> dict[str, Any]:
    """The things on a page by their type."""
    page = showcase.site()[f"{path}index.html"].decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    found = json.loads(text)
    assert found["@context"] == "https://schema.org"
    return {node["@type"]: node for node in found["@graph"]}


def test_a_person_has_a_profile_with_work_and_award(showcase: Showcase) -> None:
    page = graph(showcase, "nguoi/hoa/")["ProfilePage"]
    assert page == {
        "@type": "ProfilePage",
        "url": f"{HOME}nguoi/hoa/",
        "inLanguage": "vi",
        "dateCreated": "2026-11-22",
        "mainEntity": {
            "@type": "Person",
            "name": "Nguyễn Thị Hoa",
            "description": "Làm điện.",
            "image": f"{HOME}the/people/hoa.jpg",
            "jobTitle": "Công nhân",
            "affiliation": {
                "@type": "Organization",
                "name": "Công ty Điện lực",
                "url": f"{HOME}don-vi/dien-luc/",
            },
            "award": "Giải A (2023)",
            "url": f"{HOME}nguoi/hoa/",
        },
    }


def test_texts_in_another_language_come_without_mark_up(showcase: Showcase) -> None:
    person = graph(showcase, "en/people/hoa/")["ProfilePage"]["mainEntity"]
    assert (person["description"], person["jobTitle"]) == ("She works.", "Công nhân")


def test_an_event_has_its_day_its_place_and_who_held_it(showcase: Showcase) -> None:
    event = graph(showcase, "su-kien/toa-dam/")["Event"]
    assert event["startDate"] == "2023-10-07"
    assert event["location"] == {
        "@type": "Place",
        "name": "Hà Nội",
        "address": {"@type": "PostalAddress", "addressRegion": "Hà Nội", "addressCountry": "VN"},
    }
    assert event["organizer"]["name"] == "Tổng công ty"


@pytest.mark.parametrize(
    ("known", "instead"),
    [("date: 2023-10-07", "date: 2023-10"), ("place: Hà Nội", "")],
    ids=["no-day", "no-place"],
)
def test_an_event_of_which_too_little_is_known_is_not_called_one(
    showcase: Showcase, known: str, instead: str
) -> None:
    showcase.replace("events/toa-dam.md", known, instead)
    showcase.build()
    assert set(graph(showcase, "su-kien/toa-dam/")) == {"BreadcrumbList"}


@pytest.mark.parametrize(
    ("path", "about"),
    [
        ("sang-kien/ac-quy/", "Trương Thái Sơn"),
        ("kinh-nghiem/lam-cham/", "Nguyễn Thị Hoa"),
        ("cau-chuyen/hai-nguoi/", ["Nguyễn Thị Hoa", "Trương Thái Sơn"]),
    ],
)
def test_what_is_told_is_an_article_about_people(
    showcase: Showcase, path: str, about: str | list[str]
) -> None:
    article = graph(showcase, path)["Article"]
    found = article["about"]
    names = [each["name"] for each in found] if isinstance(found, list) else found["name"]
    assert names == about
    assert {"headline", "image", "datePublished", "author", "publisher", "mainEntityOfPage"} <= set(article)


def test_an_organisation_is_one(showcase: Showcase) -> None:
    organisation = graph(showcase, "don-vi/dien-luc/")["Organization"]
    assert organisation["name"] == "Công ty Điện lực"
    assert organisation["address"]["addressRegion"] == "Đà Nẵng"


def test_the_home_page_stands_for_the_site(showcase: Showcase) -> None:
    site = graph(showcase, "")["WebSite"]
    assert (site["name"], site["url"], site["inLanguage"]) == ("Thử", HOME, "vi")


def test_every_other_page_says_where_it_stands(showcase: Showcase) -> None:
    for path in showcase.site():
        if path.endswith("/index.html") and path != "en/index.html" and not path.startswith("404"):
            steps = graph(showcase, path.removesuffix("index.html"))["BreadcrumbList"]["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all(step["item"].startswith(HOME) for step in steps)
            assert steps[-1]["item"] == f"{HOME}{path.removesuffix('index.html')}"


def test_every_page_names_its_own_address_and_its_twins_name_each_other(showcase: Showcase) -> None:
    twins: dict[str, dict[str, str]] = {}
    for path, data in showcase.site().items():
        if path.endswith("index.html"):
            page, url = data.decode(), f"{HOME}{path.removesuffix('index.html')}"
            assert f'<link rel="canonical" href="{url}">' in page, path
            twins[url] = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', page))
    assert twins[f"{HOME}nguoi/hoa/"] == {"vi": f"{HOME}nguoi/hoa/", "en": f"{HOME}en/people/hoa/"}
    for url, named in twins.items():
        assert not named or url in named.values()
        assert all(twins[other] == named for other in named.values())


def test_nothing_ends_the_element_that_the_text_stands_in() -> None:
    evil = "</script><script>alert(1)</script><!-- & \u2028"
    text = script([{"@type": "Person", "name": evil}])
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == evil


def test_what_says_nothing_is_left_out() -> None:
    assert json.loads(script([{"@type": "Person", "name": "", "award": [], "url": None}]))["@graph"] == [
        {"@type": "Person"}
    ]
    assert script([]) == ""


def test_without_an_address_nothing_is_said(tmp_path: Path) -> None:
    site = FILES["site.yaml"].replace("base_url: https://thu.example\n", "")
    showcase = showcases.make(tmp_path / "trang", {**FILES, "site.yaml": site})
    showcase.build()
    assert b"ld+json" not in showcase.site()["nguoi/hoa/index.html"]
