"""Pages that gather records of several kinds under one name: a sector, a province, a year. In Vietnamese only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.pages import shelves
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import grouped
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Head, Link, Picture, Siblings, Value

SHOWN = 8
"""Records that a shelf shows here, where there may be many shelves; all of them stand in a list of their own."""


class Gathering(NamedTuple):
    """One such page: where it stands, what stands on top, what it gathers, and where it leads."""

    folders: tuple[str, ...]
    title: str
    kicker: str | None
    lead: str | None
    crumbs: tuple[Crumb, ...]
    origin: str
    held: Sequence[Shelf[Any]]
    facts: tuple[Fact, ...] = ()
    onward: Link | None = None
    siblings: Siblings | None = None
    cover: str | Picture | None = None


def gathered(frame: Frame, gathering: Gathering) -> Iterator[Output]:
    """The page, and the lists of those of its shelves that are too long for it."""
    path = frame.show.addresses.page(*gathering.folders)
    limit = min(SHOWN, frame.site.page_size)
    parts = {
        "head": Head(gathering.kicker, gathering.lead, None, None, None, ()),
        "facts": (*gathering.facts, *_contents(frame.show, gathering.held)),
        "sections": shelves.sections(frame, gathering.held, gathering.folders, limit),
        "onward": gathering.onward,
        "siblings": gathering.siblings,
        "sources": (),
    }
    yield frame.page(
        path,
        "gathering.html",
        gathering.title,
        parts,
        origin=gathering.origin,
        description=gathering.lead,
        section="directory",
        crumbs=gathering.crumbs,
        twins={"vi": path},
        cover=gathering.cover,
    )
    above = (*gathering.crumbs, Crumb(gathering.title, frame.show.addresses.url(path)))
    yield from shelves.lists(frame, gathering.held, gathering.folders, above, limit)


def _contents(show: Presenter, held: Sequence[Shelf[Any]]) -> tuple[Fact, ...]:
    """The way to the first shelf of each kind, for the margin; nothing where there is one kind only."""
    kinds = grouped((shelf for shelf in held if shelf.records), lambda shelf: (shelf.kind or shelf.title,))
    links = [
        Value(f"{kind} ({show.count(sum(len(shelf.records) for shelf in found))})", f"#{found[0].id}")
        for kind, found in kinds.items()
    ]
    return show.facts(show.fact(show.word("on_this_page"), *links)) if len(links) > 1 else ()


def counted(show: Presenter, counts: Iterable[tuple[str, int]]) -> str:
    """ "3 người, 2 sáng kiến và 1 đơn vị": of pairs of a phrase's key and a number, those that are not nothing."""
    found = [show.word(key, n=show.count(number)) for key, number in counts if number]
    return show.word("and", most=", ".join(found[:-1]), last=found[-1]) if len(found) > 1 else "".join(found)
