"""Pages of provinces: those of today with what came to them, and one for each former name that records carry.

Since 1 July 2025 there are 34 provinces and cities (resolution 202/2025/QH15); records keep the name of their time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.base.vietnamese.units import parse_unit_name
from vinhdanh.content.model.pages import Place
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import DOT
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.gatherings import Gathering, counted, gathered
from vinhdanh.showcase.pages.shelves import Shelf
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.relations import grouped
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Link, Row, Section, Siblings, Value

FORMER = "cu"
"""The part of an address below which former names stand."""

SHADES = (1, 3, 10)
"""Numbers of people from which a tile of the map has its first, second and third shade."""

ISLANDS = (("Hoàng Sa", 6, 8), ("Trường Sa", 6, 14))
"""The archipelagos, which belong to Đà Nẵng and Khánh Hòa, with column and row of their tiles."""


class Kind(NamedTuple):
    """Records of one kind that provinces have: how to shelve them, the key of their count, and who is where."""

    shelf: Callable[..., Shelf[Any]]
    title: str
    count_word: str
    of_place: Mapping[str, Sequence[Any]]


class Tile(NamedTuple):
    """A province on the map of tiles; the columns and rows count from 0, the darkest shade is 3."""

    title: str
    url: str | None
    note: str
    column: int
    row: int
    shade: int


def lists(frame: Frame) -> Iterator[Output]:
    """The list of provinces, if there are any."""
    places = _places(frame)
    if places:
        yield _list(frame, places, _kinds(frame))


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every province, and of every former name."""
    for place, around in with_siblings(frame, _places(frame)):
        yield from _pages(frame, place, _kinds(frame), around)


def _places(frame: Frame) -> list[Place]:
    """The provinces from A to Z; there is one language of their pages."""
    places = frame.show.catalogue.every(Place) if frame.lang == "vi" else ()
    return sorted(places, key=lambda place: parse_unit_name(place.name).sort_key)


def _kinds(frame: Frame) -> tuple[Kind, ...]:
    show, occasions = frame.show, frame.occasions
    return (
        Kind(shelves.people, show.word("people"), "people_count", occasions.honourees_in),
        Kind(shelves.initiatives, show.word("initiatives"), "initiatives_count", occasions.initiatives_in),
        Kind(
            shelves.organisations, show.word("kind_organisation"), "units_count", occasions.organisations_in
        ),
        Kind(shelves.events, show.word("kind_event"), "events_count", occasions.events_in),
    )


def _by_name(frame: Frame, records: Sequence[Record]) -> Mapping[str, tuple[Record, ...]]:
    """Records of one province by its name at their time."""
    occasions, catalogue = frame.occasions, frame.show.catalogue
    return grouped(
        records,
        lambda record: (found.name if (found := catalogue.place(occasions.place_name(record))) else None,),
    )


def _former_names(frame: Frame, place: Place, kinds: Sequence[Kind]) -> list[str]:
    """The former names of a province that its records carry, in the order of the place's own list."""
    carried = {name for kind in kinds for name in _by_name(frame, kind.of_place.get(place.id, ()))}
    return [name for name in place.predecessors if name in carried]


# -- a province of today ----


def _pages(frame: Frame, place: Place, kinds: Sequence[Kind], around: Siblings) -> Iterator[Output]:
    show = frame.show
    former = _former_names(frame, place, kinds)
    counts = counted(show, [(kind.count_word, len(kind.of_place.get(place.id, ()))) for kind in kinds])
    form = show.choice(Place, "form", place.form) or ""
    gathering = Gathering(
        folders=("tinh", place.id),
        title=show.heading(place),
        kicker=form[:1].upper() + form[1:] or None,
        lead=show.word("place_lead", counts=counts) if counts else show.word("place_empty"),
        crumbs=frame.crumbs("place"),
        origin=place.location.file,
        held=[shelf for kind in kinds for shelf in _shelves(frame, place, kind)],
        facts=_facts(frame, place, former),
        siblings=around,
        cover=show.cover(place),
    )
    yield from gathered(frame, gathering)
    for name in former:
        yield from gathered(frame, _former(frame, place, name, kinds))


def _facts(frame: Frame, place: Place, former: Sequence[str]) -> tuple[Fact, ...]:
    """The provinces that it gathers; those whose names occur lead to their pages."""
    show = frame.show
    values = (
        Value(tidy(name), _former_url(frame, name) if name in former else None) for name in place.predecessors
    )
    return show.facts(show.fact(show.word("predecessors"), *values))


def _shelves(frame: Frame, place: Place, kind: Kind) -> Iterator[Shelf[Any]]:
    """The records of one kind, apart for each name that the province had at their time, today's first."""
    show = frame.show
    by_name = _by_name(frame, kind.of_place.get(place.id, ()))
    names = [name for name in (place.name, *place.predecessors) if name in by_name]
    for index, name in enumerate(names):
        shelf = _hedged(frame, kind.shelf(show, by_name[name]))
        title = (
            f"{kind.title}{DOT}{show.place_text(name)}"
            if name != place.name or len(names) > 1
            else kind.title
        )
        yield shelf._replace(
            title=title, kind=kind.title, id=f"{shelf.id}-{slugify(name)}" if index else shelf.id
        )


def _hedged(frame: Frame, shelf: Shelf[Any]) -> Shelf[Any]:
    """The shelf with a label on records of which the province is inferred."""

    def row(record: Record) -> Row:
        found = shelf.row(record)
        inferred = frame.occasions.place_is_inferred(record)
        return found._replace(unverified=frame.show.word("place_inferred")) if inferred else found

    return shelf._replace(row=row)


# -- a former name ----


def _former_url(frame: Frame, name: str) -> str:
    return frame.show.addresses.url(frame.show.addresses.page("tinh", FORMER, slugify(name)))


def _former(frame: Frame, place: Place, name: str, kinds: Sequence[Kind]) -> Gathering:
    """The page of a former name, which leads to the province of today."""
    show = frame.show
    found = [(kind, _by_name(frame, kind.of_place.get(place.id, ())).get(name, ())) for kind in kinds]
    counts = counted(show, [(kind.count_word, len(records)) for kind, records in found])
    today = show.heading(place)
    return Gathering(
        folders=("tinh", FORMER, slugify(name)),
        title=tidy(name),
        kicker=show.word("former_place"),
        lead=show.word("former_place_lead", then=name, now=today, counts=counts),
        crumbs=(*frame.crumbs("place"), frame.crumb(place)),
        origin=place.location.file,
        held=[_hedged(frame, kind.shelf(show, records)) for kind, records in found if records],
        onward=Link(show.word("to_place_today", now=today), show.url(place)),
        cover=show.cover(place),
    )


# -- the list ----


def _list(frame: Frame, places: Sequence[Place], kinds: Sequence[Kind]) -> Output:
    show = frame.show
    title = show.word("places_title", n=show.count(len(places)))
    about = listing.of_kind(frame, "place", title, show.word("places_lead"), languages=("vi",))
    rows = tuple(_row(frame, place, kinds) for place in places)
    former = tuple(
        Row(tidy(name), _former_url(frame, name), meta=(show.word("now_in", now=show.heading(place)),))
        for place in places
        for name in _former_names(frame, place, kinds)
    )
    sections = [Section("hien-nay", show.word("places_today"), rows)]
    if former:
        ordered = tuple(sorted(former, key=lambda row: parse_unit_name(row.title).sort_key))
        sections.append(Section("ten-cu", show.word("places_former"), ordered))
    return listing.page(frame, about, sections=sections, tiles=tiles(frame), template="places.html")


def _row(frame: Frame, place: Place, kinds: Sequence[Kind]) -> Row:
    show = frame.show
    counts = counted(show, [(kind.count_word, len(kind.of_place.get(place.id, ()))) for kind in kinds])
    return Row(show.heading(place), show.url(place), meta=(counts or show.word("nothing_yet"),))


def tiles(frame: Frame) -> tuple[Tile, ...]:
    """The map: a tile for each province, the darker the more people; none when a place has no position."""
    show, people = frame.show, frame.occasions.honourees_in
    places = show.catalogue.every(Place)
    if not places or any(len(place.tile) != 2 for place in places):
        return ()
    found = []
    for place in places:
        count = len(people.get(place.id, ()))
        shade = sum(count >= least for least in SHADES)
        note = show.count(count) if count else ""
        found.append(Tile(show.heading(place), show.url(place), note, place.tile[0], place.tile[1], shade))
    islands = (Tile(name, None, "", column, row, 0) for name, column, row in ISLANDS)
    return (*sorted(found, key=lambda tile: (tile.row, tile.column)), *islands)
