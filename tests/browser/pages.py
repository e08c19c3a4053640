"""The pages of a built site, as their URL paths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_REDIRECT = re.compile(rb'<meta\s[^>]*http-equiv="?refresh', re.IGNORECASE)


def pages(site: Path) -> list[str]:
    """Every page that stays open when it is visited, in order: `/`, `/404.html`, `/nguoi/an/`."""
    files = (file for file in site.rglob("*.html") if not _REDIRECT.search(file.read_bytes()))
    return sorted("/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in files)


def samples(urls: Iterable[str]) -> list[str]:
    """One page of each kind: the first among those that share a section (under its language) and a depth."""
    first: dict[tuple[str, ...], str] = {}
    for url in sorted(urls):
        *folders, last = url.split("/")[1:]
        section = folders[: 2 if folders and len(folders[0]) == 2 else 1]
        first.setdefault((*section, str(len(folders)), last), url)
    return list(first.values())
