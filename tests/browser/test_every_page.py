"""What holds of every page of the site: each is opened once in a real browser and read by the Nu checker."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.nu import nu_check
from tests.browser.pages import samples
from tests.browser.visit import Look, told, visit

pytestmark = pytest.mark.browser
in_chromium = pytest.mark.needs("chromium", "axe")

PARTS = 4
"""The pages are dealt out to this many tests, so that processes can share the work; each learns the looks of texts
anew."""


@in_chromium
@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_fault(browser: Browser, server: str, urls: list[str], part: int) -> None:
    faults = visit(browser, server, urls[part::PARTS])
    assert not faults, told(faults)


@in_chromium
def test_no_kind_of_page_has_a_fault_on_a_laptop(browser: Browser, server: str, urls: list[str]) -> None:
    faults = visit(browser, server, samples(urls), Look(1280), [1280])
    assert not faults, told(faults)


@pytest.mark.needs("java", "vnu")
def test_every_page_is_valid_html(site_dir: Path) -> None:
    messages = nu_check(site_dir)
    assert not messages, "\n".join([f"{len(messages)} messages", *messages[:40]])
