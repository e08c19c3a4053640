"""What search engines and calendars read of the real site, by checkers that are not ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser.rich_results import FEATURES, lacking
from tests.browser.vocabulary import things, vocabulary_check

pytestmark = pytest.mark.browser
with_vocabulary = pytest.mark.needs("node", "tsc", "schema-dts")

GOOD: Mapping[str, Any] = {
    "@type": "Event",
    "name": "Tọa đàm",
    "url": "https://thu.example/su-kien/",
    "startDate": "2023-10-07",
    "location": {"@type": "Place", "name": "Hà Nội", "address": {"@type": "PostalAddress"}},
    "organizer": [{"@type": "Organization", "name": "A"}, {"@type": "Person", "name": "B"}],
    "potentialAction": {"@type": "SearchAction", "query-input": "required name=q"},
}

BAD: Mapping[str, Mapping[str, Any]] = {
    "no such type": {"@type": "Toạđàm"},
    "no such type inside": {"location": {"@type": "Village", "name": "Hà Nội"}},
    "no such property": {"colour": "đỏ"},
    "a property of another type": {"headline": "Tọa đàm"},
    "a property of another type inside": {"location": {"@type": "Place", "jobTitle": "thợ"}},
    "a thing of another type": {"location": {"@type": "Person", "name": "A"}},
    "a thing of another type in a list": {"organizer": [{"@type": "Person"}, {"@type": "Place"}]},
    "a number for a thing": {"organizer": 7},
    "a text for a date": {"startDate": "mùng bảy"},
    "a day that does not exist": {"endDate": "2023-02-30"},
    "a relative address": {"url": "/su-kien/"},
    "an input that the action does not have": {
        "potentialAction": {"@type": "SearchAction", "colour-input": "required"}
    },
}


@with_vocabulary
def test_every_page_keeps_to_the_vocabulary(site_dir: Path, tmp_path: Path) -> None:
    assert vocabulary_check(things(site_dir), tmp_path) == []


@with_vocabulary
def test_each_sort_of_fault_is_seen(tmp_path: Path) -> None:
    planted = [("good", GOOD), *((name, {**GOOD, **fault}) for name, fault in BAD.items())]
    told = vocabulary_check(planted, tmp_path)
    assert [line.split(":")[0] for line in told] == list(BAD)


def test_every_page_has_what_google_asks_for(site_dir: Path) -> None:
    found = list(things(site_dir))
    assert {thing["@type"] for _, thing in found} == FEATURES.keys()
    assert [f"{page}: {fault}" for page, thing in found for fault in lacking(thing)] == []


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ({"@type": "ProfilePage", "mainEntity": {"@type": "Person", "name": "An"}}, []),
        ({"@type": "ProfilePage", "mainEntity": {"@type": "Person"}}, ["mainEntity.name"]),
        (
            {"@type": "ProfilePage", "mainEntity": {"@type": "Thing", "name": "An"}},
            ["about a Person or an Organization"],
        ),
        (
            {"@type": "Event", "name": "A", "startDate": "2023"},
            ["location.address", "the day on which it starts"],
        ),
        (
            {"@type": "Dataset", "name": "A", "description": "B", "distribution": [{"contentUrl": "x"}, {}]},
            ["distribution.contentUrl", "a description of 50 to 5,000 characters"],
        ),
        (
            {"@type": "BreadcrumbList", "itemListElement": [{"position": 1, "name": "A", "item": "x"}]},
            ["at least two steps"],
        ),
        ({"@type": "Recipe"}, ["not among the types that are checked"]),
    ],
)
def test_what_google_asks_for_is_missed(thing: Mapping[str, Any], told: list[str]) -> None:
    assert lacking(thing) == [f"{thing['@type']}: {fault}" for fault in told]
