"""Nothing that is built comes to lie elsewhere than in its folder, or over something else that is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import showcases


@pytest.mark.parametrize(
    ("aliases", "url"),
    [
        ("[robots.txt]", "/robots.txt"),
        ("[sitemap.xml/a]", "/sitemap.xml"),
        ("[a.html, a.html/b]", "/a.html"),
        ("[nguoi/son/index.html]", "/nguoi/son/"),
        ("[NGUOI/SON/]", "/NGUOI/SON/"),
        ("[cu/Hoa/, CU/hoa/]", "/CU/hoa/"),
        ("[feed.xml/x/y]", "/feed.xml"),
    ],
)
def test_a_former_address_takes_no_other_s_place(tmp_path: Path, aliases: str, url: str) -> None:
    """Neither a file's nor a folder's, also on a system that does not tell upper from lower case."""
    showcase = showcases.make(tmp_path)
    showcase.replace("people/hoa.md", "sector: dien\n", f"sector: dien\naliases: {aliases}\n")
    outcome = showcase.build()
    assert {found.code for found in outcome.problems} == {"same-address"}
    assert any(f"“{url}”" in found.message("en") for found in outcome.problems)
    assert not showcase.site()


@pytest.mark.parametrize("inner", ["nguoi", "nguoi/hoa", "en"])
def test_a_link_in_the_output_folder_leads_no_page_out(tmp_path: Path, inner: str) -> None:
    """As the folder of somebody else's showcase could bring one along."""
    showcase = showcases.make(tmp_path / "trang")
    outside = tmp_path / "ngoai"
    outside.mkdir()
    link = showcase.root / "site" / inner
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside)
    outcome = showcase.build()
    assert [found.code for found in outcome.faults] == ["disk"]
    assert list(outside.iterdir()) == []


def test_an_output_folder_that_is_itself_a_link_is_one_s_own_wish(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path / "trang")
    (tmp_path / "dia-khac").mkdir()
    (showcase.root / "site").symlink_to(tmp_path / "dia-khac")
    assert showcase.build().published
    assert (tmp_path / "dia-khac" / "index.html").is_file()


def test_svg_in_media_is_never_copied(tmp_path: Path) -> None:
    """It may hold scripts, and would run them as ours; nor is anything else of media/ published as it came."""
    showcase = showcases.make(tmp_path)
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    for name in ("a.svg", "b.jpg", "c.svgz", "d.html", "e.js"):
        showcase.write(f"media/{name}", svg)
    assert showcase.build().published
    assert not [path for path, data in showcase.site().items() if b"alert(1)" in data]
    for name in ("a.svg", "b.jpg", "c.svgz", "d.html"):
        showcase.write(
            "pages/gioi-thieu.md", f"---\ntitle: A\nimage: {{file: {name}, alt: a, credit: b}}\n---\n"
        )
        found = [each for each in showcase.build().problems if each.location]
        assert [
            (each.code.startswith("picture-") or each.code, each.location[:3])
            for each in found
            if each.location
        ] == [(True, ("content/pages/gioi-thieu.md", 3, 15))], found
