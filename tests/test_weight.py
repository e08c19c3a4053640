"""What readers on slow networks wait for: the bytes of every page of the project's own site, as they travel."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

FIRST_TRIP = 14 * 1024
"""Bytes that a server may send before it waits for an answer: ten packets (RFC 6928), less their headers."""

WHOLE_HOME = 150_000
"""Bytes of the home page with all that it loads."""

_FACE = re.compile(r'url\("?(?P<path>[^")]+\.woff2)"?\)')


class Loaded(HTMLParser):
    """What a page loads: `blocking` is waited for before anything is shown, `later` is not."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.blocking: list[str] = []
        self.later: list[str] = []
        self.has_photographs = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        kinds = found.get("rel", "").split()
        if tag == "link" and "stylesheet" in kinds:
            (self.later if found.get("media") == "print" else self.blocking).append(found["href"])
        elif tag == "link" and {"icon", "preload", "apple-touch-icon"} & set(kinds):
            self.later.append(found["href"])
        elif tag == "script" and "src" in found:
            (self.later if found.get("type") == "module" else self.blocking).append(found["src"])
        elif tag == "img":
            self.later.append(found["src"])
        elif tag == "picture":
            self.has_photographs = True


@cache
def size(path: Path) -> int:
    """Bytes of a file as it travels: texts packed by gzip, which every server and browser know, the rest as it is."""
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png", ".jpg") else len(gzip.compress(data, 9, mtime=0))


def blocking(site: Path) -> Iterator[tuple[str, int]]:
    """Each page without photographs, with the bytes of its HTML and of what it waits for."""
    for path in site.rglob("*.html"):
        page = Loaded(path.read_text(encoding="utf-8"))
        if not page.has_photographs:
            yield (
                path.relative_to(site).as_posix(),
                size(path) + sum(size(site / url.lstrip("/")) for url in page.blocking),
            )


def test_every_page_without_photographs_comes_with_the_first_trip(site_dir: Path) -> None:
    sizes = dict(blocking(site_dir))
    assert len(sizes) > 800
    assert {page: found for page, found in sizes.items() if found > FIRST_TRIP} == {}


def test_the_home_page_is_light(site_dir: Path) -> None:
    for page in ("index.html", "en/index.html"):
        home = site_dir / page
        loaded = Loaded(home.read_text(encoding="utf-8"))
        urls = {*loaded.blocking, *loaded.later}
        for sheet in loaded.blocking:
            text = (site_dir / sheet.lstrip("/")).read_text(encoding="utf-8")
            urls |= {f"/assets/{match['path']}" for match in _FACE.finditer(text)}
        assert not any(urlsplit(url).netloc for url in urls)
        assert len([url for url in urls if url.endswith(".woff2")]) == 3
        assert size(home) + sum(size(site_dir / url.lstrip("/")) for url in urls) <= WHOLE_HOME
