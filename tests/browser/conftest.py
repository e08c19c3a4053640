"""A browser, and the real site served to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests import tools
from tests.browser.pages import pages
from tests.browser.server import serve

expect.set_options(timeout=60_000)
"""Milliseconds that a page is given to become what a test expects: on a busy machine five seconds are not enough."""

_ARGUMENTS = [
    # Nothing but the test's own server can be reached, or even looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-quic",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one per process of the test run."""
    # Chromium's sandbox refuses to work for root, as whom CI runs.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=tools.chromium(), args=_ARGUMENTS, chromium_sandbox=not as_root
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(site_dir: Path) -> Iterator[str]:
    """The URL at which the real site is served, without the last slash."""
    with serve(site_dir) as url:
        yield url


@pytest.fixture(scope="session")
def urls(site_dir: Path) -> list[str]:
    """The URL path of every page of the real site that is not a redirect."""
    found = pages(site_dir)
    assert found, "the site has no pages"
    return found
