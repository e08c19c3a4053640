"""The edit matrix: for each kind of edit, exactly the pages that are made anew and the parts that differ.

A part that grows by accident makes more pages stale and shows here. When a change is meant, run this module as a
script (`python3 -m tests.render.test_edit_matrix`): it prints the matrix as it is now.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import Showcase, person

Edit = Callable[[Showcase], None]

EDITS: Mapping[str, Edit] = {
    "a body": lambda showcase: showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi."),
    "an English body": lambda showcase: showcase.replace("people/hoa.en.md", "Hoa works.", "Hoa works hard."),
    "the body of a story": lambda showcase: showcase.replace(
        "stories/hai-nguoi.md", "Hai người làm.", "Hai người cùng làm."
    ),
    "a summary": lambda showcase: showcase.replace(
        "people/son.md", "summary: Làm điện.", "summary: Làm điện giỏi."
    ),
    "a job title": lambda showcase: showcase.replace(
        "people/hoa.md", "job_title: Công nhân", "job_title: Kỹ sư"
    ),
    "the name of a person": lambda showcase: showcase.replace(
        "people/son.md", "name: Trương Thái Sơn", "name: Trương Thái Sang"
    ),
    "a figure": lambda showcase: showcase.replace("initiatives/ac-quy.md", "30,7", "31,7"),
    "what somebody shared": lambda showcase: showcase.replace(
        "experiences/lam-cham.md", "Máy cũ.", "Máy rất cũ."
    ),
    "the publisher of a source": lambda showcase: showcase.replace(
        "data/sources.yaml", "publisher: Báo B", "publisher: Báo Bê"
    ),
    "the title of a theme": lambda showcase: showcase.replace(
        "themes/vuot-kho.md", "title: Vượt khó", "title: Vượt khó khăn"
    ),
    "a page of its own": lambda showcase: showcase.replace("pages/gioi-thieu.md", "Trang này", "Trang đây"),
    "a person more": lambda showcase: showcase.write("people/moi.md", person("Ngô Bá Khá")),
}

EXPECTED: Mapping[str, Mapping[str, str]] = {
    "a body": {
        "/nguoi/son/": "body",
    },
    "an English body": {
        "/en/people/hoa/": "body",
    },
    "the body of a story": {
        "/cau-chuyen/hai-nguoi/": "body",
    },
    "a summary": {
        "/": "people",
        "/en/": "people",
        "/feed.json": "data",
        "/feed.xml": "entries",
        "/nguoi/son/": "page, structured, head",
        "/the/people/son.jpg": "card",
    },
    "a job title": {
        "/cau-chuyen/hai-nguoi/": "features",
        "/don-vi/dien-luc/": "sections",
        "/en/people/": "groups",
        "/en/people/hoa/": "structured, head",
        "/giai-thuong/giai-a/": "sections",
        "/kinh-nghiem/lam-cham/": "people",
        "/nam/2023/": "sections",
        "/nganh/dien/": "sections",
        "/nguoi/": "groups",
        "/nguoi/hoa/": "structured, head",
        "/nguoi/son/": "colleagues",
        "/sang-kien/khac/": "authors",
        "/su-kien/toa-dam/": "met",
        "/the/en/people/hoa.jpg": "card",
        "/the/people/hoa.jpg": "card",
        "/tinh/cu/quang-nam/": "sections",
        "/tinh/da-nang/": "sections",
    },
    "the name of a person": {
        "/": "people, initiatives",
        "/cau-chuyen/hai-nguoi/": "structured, features",
        "/chu-de/vuot-kho/": "initiatives",
        "/chuong-trinh/phong-trao/": "sections",
        "/don-vi/dien-luc/": "sections",
        "/en/": "people, initiatives",
        "/en/initiatives/": "rows",
        "/en/people/": "groups",
        "/en/people/hoa/": "thread, colleagues",
        "/feed.json": "data",
        "/feed.xml": "entries",
        "/kinh-nghiem/lam-cham/": "initiative",
        "/nam/2006/": "sections",
        "/nganh/dien/": "sections",
        "/nguoi/": "groups",
        "/nguoi/hoa/": "thread, colleagues",
        "/nguoi/mai/": "siblings",
        "/nguoi/son/": "page, structured, initiatives",
        "/nguon/bao-a/": "used",
        "/sang-kien/": "rows",
        "/sang-kien/ac-quy/": "structured, byline, authors",
        "/sang-kien/khac/": "related",
        "/su-kien/toa-dam/": "speakers, met",
        "/the/initiatives/ac-quy.jpg": "card",
        "/the/people/son.jpg": "card",
        "/tinh/cu/quang-nam/": "sections",
        "/tinh/da-nang/": "sections",
    },
    "a figure": {
        "/": "initiatives",
        "/chu-de/vuot-kho/": "initiatives",
        "/chuong-trinh/phong-trao/": "sections",
        "/don-vi/dien-luc/": "sections",
        "/en/": "initiatives",
        "/en/initiatives/": "rows",
        "/kinh-nghiem/lam-cham/": "initiative",
        "/nam/2006/": "sections",
        "/nganh/dien/": "sections",
        "/nguoi/son/": "initiatives",
        "/sang-kien/": "rows",
        "/sang-kien/ac-quy/": "outcome",
        "/sang-kien/khac/": "related",
        "/tinh/cu/quang-nam/": "sections",
        "/tinh/da-nang/": "sections",
    },
    "what somebody shared": {
        "/": "lessons",
        "/chu-de/vuot-kho/": "lessons",
        "/en/": "lessons",
        "/en/people/hoa/": "lessons",
        "/kinh-nghiem/lam-cham/": "lesson",
        "/nguoi/hoa/": "lessons",
        "/sang-kien/ac-quy/": "lessons",
        "/su-kien/toa-dam/": "shared",
    },
    "the publisher of a source": {
        "/cau-chuyen/hai-nguoi/": "sources",
        "/don-vi/tong/": "sources",
        "/giai-thuong/giai-a/": "sources",
        "/nguon/": "groups",
        "/nguon/bao-b/": "head",
        "/sang-kien/ac-quy/": "sources",
        "/sang-kien/khac/": "sources",
    },
    "the title of a theme": {
        "/": "seminar",
        "/cau-chuyen/hai-nguoi/": "facts",
        "/chu-de/": "rows",
        "/chu-de/vuot-kho/": "page, structured",
        "/en/": "seminar",
        "/en/events/": "seminar",
        "/en/experiences/": "filters, sections",
        "/en/themes/": "rows",
        "/kinh-nghiem/": "filters, sections",
        "/kinh-nghiem/lam-cham/": "facts",
        "/su-kien/": "seminar",
        "/su-kien/toa-dam/": "themes, shared",
        "/the/themes/vuot-kho.jpg": "card",
    },
    "a page of its own": {
        "/gioi-thieu/": "page, body",
    },
    "a person more": {
        "/": "counts, all_people",
        "/danh-muc/": "rows, letters",
        "/en/": "counts, all_people",
        "/en/directory/": "rows, letters",
        "/en/people/": "page, list_head, groups, letters",
        "/feed.json": "data",
        "/feed.xml": "entries",
        "/nganh/": "rows",
        "/nganh/dien/": "page, head, facts, sections",
        "/nguoi/": "page, list_head, groups, letters",
        "/nguoi/hoa/": "siblings",
        "/nguoi/mai/": "siblings",
        "/nguoi/moi/": "new",
        "/nguon/bao-a/": "used",
        "/sitemap.xml": "urls",
        "/the/people/moi.jpg": "new",
        "/tinh/": "sections",
        "/tinh/cu/quang-nam/": "page, head, facts, sections",
        "/tinh/da-nang/": "page, head, facts, sections",
        "/ve/people/moi-thumb.svg": "new",
        "/ve/people/moi.svg": "new",
    },
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_makes_just_these_pages_anew(tmp_path: Path, name: str) -> None:
    assert _reasons(tmp_path, name) == EXPECTED[name]


def test_the_words_of_the_site_are_on_every_page_of_their_language(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path / "trang")
    pages = showcase.build().pages
    showcase.replace("site.en.yaml", "A site for tests.", "Another.")
    reasons = showcase.build().reasons
    assert all(url.startswith(("/en/", "/the/en/")) for url in reasons)
    assert 0 < len(reasons) < pages


def _reasons(folder: Path, name: str) -> Mapping[str, str]:
    showcase = showcases.make(folder / "trang")
    assert showcase.build().published
    EDITS[name](showcase)
    outcome = showcase.build()
    assert outcome.published
    return {url: ", ".join(why) for url, why in sorted(outcome.reasons.items())}


if __name__ == "__main__":
    for edit in EDITS:
        with tempfile.TemporaryDirectory() as place:
            print(f"{edit!r}: {{")
            for address, parts in _reasons(Path(place), edit).items():
                print(f'    "{address}": "{parts}",')
            print("},")
