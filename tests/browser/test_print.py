"""Paper: how many sheets a record needs, what stands on them, and what readers on a screen do not pay for."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import Look, open_tab

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

PAGES = (
    "/nguoi/truong-thai-son/",
    "/nguoi/bang-truc-lam/",
    "/nguoi/duong-van-hung/",
    "/en/people/truong-thai-son/",
    "/sang-kien/khay-xu-mau-inox/",
    "/sang-kien/cap-linh-kien-tu-dong-canon/",
    "/sang-kien/may-can-dam/",
    "/cau-chuyen/thuong-cho-y-tuong/",
    "/cau-chuyen/bay-chu-de-mot-buoi-chieu/",
    "/kinh-nghiem/son-vsp/",
    "/su-kien/toa-dam-2023-10-07/",
    "/en/events/toa-dam-2023-10-07/",
)
"""Records of all lengths: the longest of each kind, and some in between."""

_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_record_prints_on_one_sheet_or_two(browser: Browser, server: str, scheme: str) -> None:
    sheets = {}
    with open_tab(browser, Look(1280, "dark" if scheme == "dark" else "light")) as tab:
        for page in PAGES:
            tab.goto(server + page)
            sheets[page] = len(_SHEET.findall(tab.pdf(prefer_css_page_size=True)))
    assert {page: count for page, count in sheets.items() if not 1 <= count <= 2} == {}


def test_the_code_is_fetched_for_paper_and_not_for_the_screen(browser: Browser, server: str) -> None:
    fetched: list[str] = []
    with open_tab(browser) as tab:
        tab.on("request", lambda request: fetched.append(request.url.removeprefix(server)))
        tab.goto(server + PAGES[0], wait_until="networkidle")
        tab.mouse.wheel(0, 20_000)
        tab.wait_for_timeout(300)
        assert [url for url in fetched if url.startswith("/qr/")] == []
        tab.pdf()
        assert [url for url in fetched if url.startswith("/qr/")] == ["/qr/people/truong-thai-son.svg"]


def test_on_paper_the_way_back_and_the_addresses_of_sources_can_be_read(
    browser: Browser, server: str
) -> None:
    with open_tab(browser, Look(1280, "dark")) as tab:
        tab.goto(server + PAGES[0])
        address = tab.locator(".paper-address")
        assert not address.is_visible()
        tab.emulate_media(media="print")
        assert address.is_visible()
        assert "https://vinhdanh.example/nguoi/truong-thai-son/" in address.inner_text()
        shown = "a => getComputedStyle(a, '::after').content"
        assert all(
            "https://" in content
            for content in tab.locator(".sources a").evaluate_all(f"l => l.map({shown})")
        )
        for part in (".site-nav", ".site-footer", ".siblings", "section[aria-labelledby=cung-don-vi]"):
            assert not tab.locator(part).is_visible(), part
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
