"""Everything can be read without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import samples
from tests.browser.visit import open_tab

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]


def test_every_line_is_there_without_javascript(browser: Browser, server: str, urls: list[str]) -> None:
    some = samples(urls)
    complete = _lines(browser, server, some, scripts=True)
    without = _lines(browser, server, some, scripts=False)
    assert {url: lost for url in some if (lost := complete[url] - without[url])} == {}


def _lines(browser: Browser, server: str, urls: list[str], *, scripts: bool) -> dict[str, set[str]]:
    """The visible lines of text of each page."""
    with open_tab(browser, scripts=scripts) as tab:
        found = {}
        for url in urls:
            tab.goto(server + url)
            lines = tab.locator("body").inner_text().splitlines()
            found[url] = {line.strip() for line in lines if line.strip()}
        return found
