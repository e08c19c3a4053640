"""Pages of provinces: those of today with what came to them, and one for each former name that records carry.

Since 1 July 2025 there are 34 provinces and cities (resolution 202/2025/QH15); records keep the name of their time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from vinhdanh.base.vietnamese.collation import sort_key
from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.content.model.pages import Place
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.facets import label
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.pages.siblings import siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Crumb, Fact, Head, Link, Row, Section, Siblings, Tile, Value

R = TypeVar("R", bound=Record)
Found = tuple[tuple[str, Callable[..., Shelf[Any]], Mapping[str, Sequence[Any]]], ...]
"""What a province may have: the word of its kind, how to shelve it, and the records by the id of a province."""

FORMER = "cu"
"""Below this part of the address stand the pages of former names."""

SHADES = (1, 3, 10)
"""Counts of people from which a tile of the map is drawn in its first, second and third shade."""

ISLANDS = (("Hoàng Sa", "da-nang", 6, 8), ("Trường Sa", "khanh-hoa", 6, 14))
"""Island districts with the province they belong to and their tile (column, row)."""


def outputs(frame: Frame) -> Iterator[Output]:
    """The list of provinces, the page of each, and of each former name; in Vietnamese only."""
    if frame.lang != "vi":
        return
    places = sorted(frame.show.catalogue.every(Place), key=lambda place: sort_key(place.name))
    if places:
        yield _list(frame, places)
    for index, place in enumerate(places):
        yield from _pages(frame, place, siblings(frame.show, places, index))


def _found(frame: Frame) -> Found:
    occasions = frame.occasions
    return (
        ("people", shelves.people, occasions.honourees_in),
        ("initiatives", shelves.initiatives, occasions.initiatives_in),
        ("kind_organisation", shelves.organisations, occasions.organisations_in),
        ("kind_event", shelves.events, occasions.events_in),
    )


# -- a province of today ----


def _pages(frame: Frame, place: Place, around: Siblings) -> Iterator[Output]:
    show = frame.show
    held = _shelves(frame, place)
    folders = ("tinh", place.id)
    form = show.choice(Place, "form", place.form) or ""
    then = sorted({name for _, _, by_id in _found(frame) for name in _by_name(frame, place, by_id.get(place.id, ()))})
    former = [name for name in then if name != place.name]
    counts = counted(show, [(word, len(by_id.get(place.id, ()))) for word, _, by_id in _counting(frame)])
    lead = show.word("place_lead", counts=counts) if counts else show.word("place_empty")
    parts = {
        "head": head(show, place)._replace(kicker=form[:1].upper() + form[1:], lead=lead),
        "facts": _facts(show, place, former),
        "sections": shelves.sections(frame, held, folders),
        "onward": None,
        "siblings": around,
        "sources": show.sources(_no_notes(show), place),
    }
    yield frame.record_page(
        place, "gathering.html", parts, section="directory", crumbs=frame.crumbs("place"), cover=show.cover(place)
    )
    above = (*frame.crumbs("place"), frame.crumb(place))
    yield from shelves.lists(frame, held, folders, above)
    for name in former:
        yield _former_page(frame, place, name, above)
