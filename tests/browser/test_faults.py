"""The browser tests' own checks: each sees the fault it is there for, and none in a good page."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser

from tests.browser.keyboard import is_inside, press_tab
from tests.browser.nu import nu_check
from tests.browser.pages import pages, samples
from tests.browser.server import serve
from tests.browser.visit import AXE, SCHEMES, Fault, Kind, Look, open_tab, told, visit

pytestmark = pytest.mark.browser
in_chromium = pytest.mark.needs("chromium", "axe")

PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width">
<title>Vinh danh</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a href="#main">Đến nội dung</a>
<main id="main"><h1>Người thợ</h1>{}</main>
</body>
</html>
"""

BAD: dict[Kind, str] = {
    "accessibility": "<img src='/ok.svg'>",
    "sideways": "<p class='wide'>rộng</p>",
    "foreign": "<img src='http://elsewhere.invalid/anh.jpg' alt=''>",
    "blocked": "<p style='color: red'>đỏ</p>",
    "console": "<script src='/broken.js'></script>",
    "failed": "<img src='/missing.svg' alt=''>",
}


PLANTED: dict[str, str] = {
    "image-alt": "<img src='/ok.svg'>",
    "label": "<input type='search'>",
    "button-name": "<button></button>",
    "link-name": "<a href='/'></a>",
    "heading-order": "<h4>Sâu</h4>",
    "landmark-no-duplicate-main": "<main>Hai</main>",
    "aria-valid-attr-value": "<p aria-hidden='có'>Lạ</p>",
    "aria-allowed-role": "<h2 role='button' tabindex='0'>Không phải nút</h2>",
    "list": "<ul><p>Không phải mục</p></ul>",
    "scrollable-region-focusable": "<div class='scroll'><p class='wide'>Dài</p></div>",
    "tabindex": "<p tabindex='3'>Chen ngang</p>",
    "color-contrast": "<p class='pale'>Nhạt</p>",
    "color-contrast in the dark": "<p class='dusk'>Tối</p>",
    "color-contrast of a ground above": "<div class='ground'><p class='plain'>Nền</p></div>",
    "link-in-text-block": "<p>Một câu dài có <a class='bare' href='/'>chỗ nối</a> ở trong.</p>",
}
"""For each sort of thing that axe sees: a page that has it."""

SHADES = """
.wide { width: 1000px }
.scroll { width: 200px; height: 20px; overflow: scroll }
.pale { color: #ccc }
.plain { color: #000 }
.ground { background: #111 }
.bare { color: #222; text-decoration: none }
@media (prefers-color-scheme: dark) {
  html { background: #fff }
  .dusk { color: #ddd }
}
"""


def toy(folder: Path, **bodies: str) -> Path:
    """A small site with one page for each of `bodies`."""
    for name, body in bodies.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    (folder / "site.css").write_text(".wide { width: 1000px }", encoding="utf-8")
    (folder / "broken.js").write_text("throw new Error('hỏng')", encoding="utf-8")
    (folder / "ok.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return folder


def test_each_kind_of_fault_has_a_bad_page() -> None:
    assert BAD.keys() == set(get_args(Kind))


@in_chromium
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_page_is_seen(browser: Browser, tmp_path: Path, kind: Kind) -> None:
    with serve(toy(tmp_path, bad=BAD[kind])) as base:
        faults = visit(browser, base, ["/bad/"])
    assert kind in {fault.kind for fault in faults}
    assert {fault.page for fault in faults} == {"/bad/"}


@in_chromium
def test_all_is_seen_that_axe_sees_in_full_on_each_page_in_each_scheme(
    browser: Browser, tmp_path: Path
) -> None:
    """The dear way, against which `visit` is held: all rules on all texts, in a fresh tab for either scheme."""
    names = {rule: f"page-{number}" for number, rule in enumerate(PLANTED)}
    site = toy(tmp_path, **{names[rule]: f"<p>Chữ</p>{body}" for rule, body in PLANTED.items()})
    (site / "site.css").write_text(SHADES, encoding="utf-8")
    urls = [f"/{name}/" for name in names.values()]
    with serve(site) as base:
        cheap = visit(browser, base, urls, widths=[])
        dear = set()
        for scheme in SCHEMES:
            with open_tab(browser, Look(360, scheme)) as tab:
                for url in urls:
                    tab.goto(base + url)
                    dear |= {(url, told.split(",")[0]) for told in tab.evaluate(AXE, {"preload": True})}
    rules = [(fault.page, fault.detail.partition(",")[0].split(": ")[-1]) for fault in cheap]
    assert set(rules) == dear
    assert {(f"/{name}/", rule.split()[0]) for rule, name in names.items()} <= dear


def test_faults_are_told_by_kind() -> None:
    faults = [Fault("console", "/", "hỏng"), Fault("failed", "/", "404"), Fault("console", "/an/", "hỏng")]
    assert told(faults) == "2 times console:\n  / hỏng\n  /an/ hỏng\n1 times failed:\n  / 404"


@in_chromium
@pytest.mark.parametrize("look", [Look(360, "light"), Look(1280, "dark")], ids=["phone", "laptop"])
def test_a_good_page_has_no_fault(browser: Browser, tmp_path: Path, look: Look) -> None:
    with serve(toy(tmp_path, good="<p>Tốt.</p>")) as base:
        assert visit(browser, base, ["/good/"], look) == []


@in_chromium
def test_a_page_wider_at_some_widths_is_told_for_those(browser: Browser, tmp_path: Path) -> None:
    with serve(toy(tmp_path, bad=BAD["sideways"])) as base:
        told = [fault.detail.split(",")[0] for fault in visit(browser, base, ["/bad/"])]
    assert sorted(text.split(" in ")[1] for text in told) == ["320 px", "360 px", "768 px"]


@in_chromium
@pytest.mark.parametrize(
    ("style", "marked"),
    [("a:focus { outline: 3px solid }", True), ("a:focus { outline: none }", False)],
    ids=["outlined", "unmarked"],
)
def test_focus_is_followed(browser: Browser, tmp_path: Path, style: str, marked: bool) -> None:
    site = toy(tmp_path, page="<a href='/page/'>Xem</a>")
    (site / "site.css").write_text(style, encoding="utf-8")
    with serve(site) as base, open_tab(browser) as tab:
        tab.goto(f"{base}/page/")
        first, second, after = press_tab(tab), press_tab(tab), press_tab(tab)
    assert after is None
    assert [stop and (stop.link, stop.shown, stop.marked) for stop in (first, second)] == [
        ("#main", True, marked),
        ("/page/", True, marked),
    ]


@in_chromium
def test_skip_link_moves_the_focus(browser: Browser, tmp_path: Path) -> None:
    with serve(toy(tmp_path, page="<a href='/page/'>Xem</a>")) as base, open_tab(browser) as tab:
        tab.goto(f"{base}/page/")
        press_tab(tab)
        assert not is_inside(tab, "#main")
        tab.keyboard.press("Enter")
        press_tab(tab)
        assert is_inside(tab, "#main")


@pytest.mark.needs("java", "vnu")
def test_invalid_html_is_seen(tmp_path: Path) -> None:
    assert nu_check(toy(tmp_path, good="<p>Tốt.</p>", bad="<p><div>Hỏng.</div></p>")) == [
        "bad/index.html:12: No “p” element in scope but a “p” end tag seen."
    ]


@in_chromium
def test_server_answers_like_a_web_host(browser: Browser, tmp_path: Path) -> None:
    site = toy(tmp_path, page="")
    (site / "404.html").write_text(PAGE.format("<p>Không có trang này.</p>"), encoding="utf-8")
    with serve(site) as base, open_tab(browser) as tab:
        page = tab.request.get(f"{base}/page")
        assert (page.status, page.url) == (200, f"{base}/page/")
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert tab.request.get(f"{base}/ok.svg").headers["content-type"] == "image/svg+xml"
        for nowhere in ("/", "/nowhere/"):
            answer = tab.request.get(base + nowhere)
            assert answer.status == 404
            assert "Không có trang này." in answer.text()


def test_pages_are_found_and_redirects_passed_over(tmp_path: Path) -> None:
    site = toy(tmp_path, an="", binh="")
    (site / "an" / "index.html").write_text('<meta http-equiv="refresh" content="0; url=/binh/">')
    (site / "404.html").touch()
    assert pages(site) == ["/404.html", "/binh/"]


def test_samples_take_one_page_of_each_kind() -> None:
    people = ["/nguoi/", "/nguoi/an/", "/nguoi/binh/", "/nguoi/trang/2/"]
    english = ["/en/", "/en/people/", "/en/people/an/", "/en/themes/an/"]
    assert samples(["/", "/404.html", *people, *english]) == [
        "/",
        "/404.html",
        "/en/",
        "/en/people/",
        "/en/people/an/",
        "/en/themes/an/",
        "/nguoi/",
        "/nguoi/an/",
        "/nguoi/trang/2/",
    ]
