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
    "a person who withdrew": lambda showcase: showcase.write(
        "people/tho-12.md",
        person("Ngô Bá Khá").replace("{kind: public_record", "{withdrawn: 2026-11-22, kind: public_record"),
    ),
    "a person more": lambda showcase: showcase.write("people/moi.md", person("Ngô Bá Khá")),
}

EXPECTED: Mapping[str, Mapping[str, str]] = {
    "a body": {
        "/nguoi/son/": "body",
        "/search/text/13.json": "text",
    },
    "an English body": {
        "/en/people/hoa/": "body",
        "/search/text/12.json": "text",
    },
    "the body of a story": {
        "/cau-chuyen/hai-nguoi/": "body",
        "/search/text/2.json": "text",
    },
    "a summary": {
        "/": "people",
        "/du-lieu/people.csv": "rows",
        "/du-lieu/people.json": "rows",
        "/en/": "people",
        "/feed.json": "data",
        "/feed.xml": "entries",
        "/nguoi/son/": "page, structured, head",
        "/search/text/13.json": "text",
        "/the/people/son.jpg": "card",
    },
    "a job title": {
        "/cau-chuyen/hai-nguoi/": "features",
        "/don-vi/dien-luc/": "sections",
        "/du-lieu/people.csv": "rows",
        "/du-lieu/people.json": "rows",
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
        "/search/card/4.json": "text",
        "/search/text/0.json": "text",
        "/search/text/5.json": "text",
        "/search/text/9.json": "text",
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
        "/du-lieu/people.csv": "rows",
        "/du-lieu/people.json": "rows",
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
        "/search/card/6.json": "text",
        "/search/card/9.json": "text",
        "/search/index.json": "text",
        "/search/text/11.json": "text",
        "/search/text/6.json": "text",
        "/search/title/sa.json": "new",
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
        "/con-so/so-cong/": "left_out",
        "/don-vi/dien-luc/": "sections",
        "/du-lieu/initiatives.csv": "rows",
        "/du-lieu/initiatives.json": "rows",
        "/en/": "initiatives",
        "/en/initiatives/": "rows",
        "/en/numbers/ledger/": "left_out",
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
        "/du-lieu/experiences.csv": "rows",
        "/du-lieu/experiences.json": "rows",
        "/en/": "lessons",
        "/en/people/hoa/": "lessons",
        "/kinh-nghiem/lam-cham/": "lesson",
        "/nguoi/hoa/": "lessons",
        "/sang-kien/ac-quy/": "lessons",
        "/search/text/8.json": "text",
        "/su-kien/toa-dam/": "shared",
    },
    "the publisher of a source": {
        "/cau-chuyen/hai-nguoi/": "sources",
        "/don-vi/tong/": "sources",
        "/du-lieu/sources.csv": "rows",
        "/du-lieu/sources.json": "rows",
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
        "/du-lieu/themes.csv": "rows",
        "/du-lieu/themes.json": "rows",
        "/en/": "seminar",
        "/en/events/": "seminar",
        "/en/experiences/": "filters, sections",
        "/en/themes/": "rows",
        "/kinh-nghiem/": "filters, sections",
        "/kinh-nghiem/lam-cham/": "facts",
        "/search/card/9.json": "text",
        "/search/facet/theme.json": "text",
        "/search/text/1.json": "text",
        "/search/title/kh.json": "text",
        "/su-kien/": "seminar",
        "/su-kien/toa-dam/": "themes, shared",
        "/the/themes/vuot-kho.jpg": "card",
    },
    "a page of its own": {
        "/gioi-thieu/": "page, body",
        "/search/text/11.json": "text",
        "/search/text/13.json": "text",
    },
    "a person who withdrew": {
        "/en/people/tho-12/": "new",
        "/nguoi/tho-12/": "new",
    },
    "a person more": {
        "/": "counts, all_people",
        "/con-so/": "counts, sectors, provinces",
        "/danh-muc/": "rows, letters",
        "/du-lieu/": "kinds",
        "/du-lieu/people.csv": "rows",
        "/du-lieu/people.json": "rows",
        "/en/": "counts, all_people",
        "/en/data/": "kinds",
        "/en/directory/": "rows, letters",
        "/en/numbers/": "counts, sectors, provinces",
        "/en/people/": "page, list_head, groups, letters",
        "/en/search/": "letters",
        "/feed.json": "data",
        "/feed.xml": "entries",
        "/nganh/": "rows",
        "/nganh/dien/": "page, head, facts, sections",
        "/nguoi/": "page, list_head, groups, letters",
        "/nguoi/hoa/": "siblings",
        "/nguoi/mai/": "siblings",
        "/nguoi/moi/": "new",
        "/nguon/bao-a/": "used",
        "/qr/people/moi.svg": "new",
        "/search/card/1.json": "text",
        "/search/facet/kind.json": "text",
        "/search/facet/place.json": "text",
        "/search/facet/sector.json": "text",
        "/search/index.json": "text",
        "/search/text/10.json": "text",
        "/search/text/11.json": "text",
        "/search/text/13.json": "text",
        "/search/text/3.json": "text",
        "/search/text/5.json": "text",
        "/search/text/6.json": "text",
        "/search/text/7.json": "text",
        "/search/text/9.json": "text",
        "/search/title/ba.json": "new",
        "/search/title/kh.json": "text",
        "/search/title/ng.json": "text",
        "/sitemap.xml": "urls",
        "/the/people/moi.jpg": "new",
        "/tim/": "letters",
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
