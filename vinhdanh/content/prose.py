"""Markdown bodies to HTML with marks where other records and sources come in.

The result depends on the body's own text and the engine only, so that it can be remembered by digest and made in any
process.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from vinhdanh.content import prose_cleaning
from vinhdanh.content.prose_conversion import FIRST_HEADING, HEADING_ID_PREFIX, converter
from vinhdanh.content.prose_limits import Excess, excess
from vinhdanh.content.prose_marks import (
    CITE,
    LINK,
    MARK,
    MEDIA,
    OPEN,
    is_external,
    unescaped,
    without_private,
)


class ProseFacts(NamedTuple):
    """What a body says without its HTML. Entries are texts to look for in the body when a problem must be placed."""

    cites: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    headings: tuple[tuple[int, str, str], ...] = ()
    unsafe: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    excess: Excess | None = None
    """What there is too much of; then the body is not converted at all."""
    plain: str = ""


class Prose(NamedTuple):
    """A rendered body: what it says, and its HTML with marks."""

    facts: ProseFacts
    html: str


def render(body: str) -> Prose:
    """The HTML of a Markdown body, cleaned by an allow-list, with marks for citations, links and media."""
    too_much = excess(body)
    if too_much:
        return Prose(ProseFacts(excess=too_much), "")
    body = without_private(body)
    converting = converter()
    try:
        html = converting.convert_afresh(body)
    except RecursionError:
        converter.cache_clear()
        return Prose(ProseFacts(excess=Excess("depth", 0)), "")
    found = converting.found
    removed: tuple[str, ...] = ()
    if "<" in body:
        removed = prose_cleaning.foreign_tags(html)
        html = prose_cleaning.clean(html, found)
    html = prose_cleaning.settled(html)
    facts = ProseFacts(
        cites=tuple(dict.fromkeys(found.cites)),
        links=tuple(dict.fromkeys(found.links)),
        media=tuple(dict.fromkeys(found.media)),
        headings=tuple(found.headings),
        unsafe=tuple(found.unsafe),
        removed=removed,
        plain=prose_cleaning.plain(html),
    )
    return Prose(facts, html)


def fill(
    html: str, cite: Callable[[str], str], link: Callable[[str], str], media: Callable[[str], str]
) -> str:
    """The HTML with every mark replaced: a citation by HTML, a link and a media file by an address.

    Each is asked for by the text that `ProseFacts` has of it.
    """
    by_kind = {CITE: cite, LINK: link, MEDIA: media}
    return MARK.sub(lambda match: by_kind[match[1]](unescaped(match[2])), html) if OPEN in html else html


def dump(facts: ProseFacts) -> str:
    """The facts as JSON text; `restore` is its inverse."""
    return json.dumps(facts, ensure_ascii=False)


def restore(text: str) -> ProseFacts:
    """The facts that `dump` wrote. Raises ValueError or TypeError when the text is damaged."""
    cites, links, media, headings, unsafe, removed, too_much, plain = json.loads(text)
    levels = tuple((level, id, title) for level, id, title in headings)
    return ProseFacts(
        tuple(cites),
        tuple(links),
        tuple(media),
        levels,
        tuple(unsafe),
        tuple(removed),
        Excess(*too_much) if too_much else None,
        plain,
    )


__all__ = [
    "FIRST_HEADING",
    "HEADING_ID_PREFIX",
    "Prose",
    "ProseFacts",
    "dump",
    "fill",
    "is_external",
    "render",
    "restore",
]
