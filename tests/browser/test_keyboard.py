"""The site can be used with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.keyboard import is_inside, press_tab
from tests.browser.pages import samples
from tests.browser.visit import Look, open_tab

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

STOPS = 30
"""How far into each page the Tab key is followed: past its header and well into its content."""

looks = pytest.mark.parametrize("look", [Look(360), Look(1280)], ids=["phone", "laptop"])


@looks
def test_first_stop_skips_to_the_content(browser: Browser, server: str, urls: list[str], look: Look) -> None:
    astray = []
    with open_tab(browser, look) as tab:
        for url in samples(urls):
            tab.goto(server + url)
            first = press_tab(tab)
            if not (first and first.shown and first.link.startswith("#")):
                astray.append(f"{url}: no skip link, but {first}")
                continue
            tab.keyboard.press("Enter")
            press_tab(tab)
            if not (is_inside(tab, first.link) or is_inside(tab, "footer")):
                astray.append(f"{url}: {first.link} leads nowhere")
    assert not astray, "\n".join(astray)


@looks
def test_focus_is_seen_wherever_it_goes(browser: Browser, server: str, urls: list[str], look: Look) -> None:
    unseen = []
    with open_tab(browser, look) as tab:
        for url in samples(urls):
            tab.goto(server + url)
            for _ in range(STOPS):
                stop = press_tab(tab)
                if stop is None:
                    break
                if not (stop.shown and stop.marked):
                    unseen.append(f"{url}: {stop}")
    assert not unseen, "\n".join(unseen[:40])
