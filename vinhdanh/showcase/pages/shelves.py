"""Shelves: records of several kinds that one page gathers. A long shelf shows its first ones and leads to a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from vinhdanh.base.vietnamese.units import parse_unit_name
from vinhdanh.content.model.events import Event, Experience
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.pages import Story
from vinhdanh.content.model.people import Person
from vinhdanh.content.model.programmes import Organisation
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.markup import DOT
from vinhdanh.showcase.pages.listing import Listing, by_letter, newest_first
from vinhdanh.showcase.pages.rows import (
    event_row,
    experience_row,
    initiative_row,
    organisation_row,
    person_row,
    record_row,
)
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Honouree
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Row, Section

R = TypeVar("R")


class Shelf(NamedTuple, Generic[R]):
    """Records of one kind; `id` is its anchor on the page and the address of its list below the page."""

    id: str
    title: str
    records: Sequence[R]
    row: Callable[[R], Row]
    stem: Callable[[R], str] | None = None
    """The word that a record is filed under, where the list is alphabetical and not in the order of time."""
    kind: str = ""
    """What it has in common with other shelves of its page, where its title says more."""


def people(show: Presenter, honourees: Sequence[Honouree], title: str | None = None) -> Shelf[Honouree]:
    """People and collectives in the order of their names."""
    return Shelf(
        "nguoi",
        title or show.word("people"),
        honourees,
        lambda each: person_row(show, each),
        stem_of_honouree,
    )


def initiatives(show: Presenter, found: Sequence[Initiative], title: str | None = None) -> Shelf[Initiative]:
    """Initiatives, newest first."""
    return Shelf(
        "sang-kien", title or show.word("initiatives"), found, lambda each: initiative_row(show, each)
    )


def organisations(
    show: Presenter, found: Sequence[Organisation], title: str | None = None
) -> Shelf[Organisation]:
    """Organisations by name."""
    return Shelf(
        "don-vi",
        title or show.word("kind_organisation"),
        found,
        lambda each: filed_row(show, each),
        stem_of_unit,
    )


def events(show: Presenter, found: Sequence[Event], title: str | None = None) -> Shelf[Event]:
    """Events, newest first."""
    return Shelf("su-kien", title or show.word("kind_event"), found, lambda each: event_row(show, each))


def experiences(show: Presenter, found: Sequence[Experience], title: str | None = None) -> Shelf[Experience]:
    """Experiences, newest first."""
    return Shelf(
        "kinh-nghiem", title or show.word("kind_experience"), found, lambda each: experience_row(show, each)
    )


def stories(show: Presenter, found: Sequence[Story]) -> Shelf[Story]:
    """Stories, newest first."""
    return Shelf("bai-viet", show.word("stories_about"), found, lambda each: record_row(show, each))


def filed_row(show: Presenter, organisation: Organisation) -> Row:
    """An organisation in an A–Z: the name under which it is filed is set apart."""
    name = parse_unit_name(show.heading(organisation))
    return organisation_row(show, organisation)._replace(rest=name.form, given=name.proper)


def stem_of_honouree(honouree: Honouree) -> str:
    """The word that somebody is filed under: the given name, or the collective's name."""
    return honouree.parts.given if isinstance(honouree, Person) else honouree.name


def stem_of_unit(organisation: Organisation) -> str:
    """The word that an organisation is filed under: the first one of its proper name."""
    return parse_unit_name(organisation.name).proper.partition(" ")[0]


# -- on the page and below it ----


def sections(
    frame: Frame, shelves: Iterable[Shelf[R]], folders: tuple[str, ...], limit: int | None = None
) -> tuple[Section, ...]:
    """The shelves that hold anything, as parts of the page at `folders`; each shows at most `limit` records."""
    return tuple(
        _section(frame, shelf, folders, limit or frame.site.page_size) for shelf in shelves if shelf.records
    )


def _section(frame: Frame, shelf: Shelf[R], folders: tuple[str, ...], limit: int) -> Section:
    show = frame.show
    rows = tuple(shelf.row(record) for record in shelf.records[:limit])
    if len(shelf.records) <= limit:
        return Section(shelf.id, shelf.title, rows)
    url = show.addresses.url(show.addresses.page(*folders, shelf.id))
    return Section(
        shelf.id, shelf.title, rows, url, show.word("see_all_count", n=show.count(len(shelf.records)))
    )


def lists(
    frame: Frame,
    shelves: Iterable[Shelf[R]],
    folders: tuple[str, ...],
    crumbs: tuple[Crumb, ...],
    limit: int | None = None,
) -> Iterator[Output]:
    """The lists of the shelves that do not fit on the page at `folders`. They are made in Vietnamese only."""
    for shelf in shelves:
        if frame.lang == "vi" and len(shelf.records) > (limit or frame.site.page_size):
            title = f"{shelf.title}{DOT}{crumbs[-1].title}"
            listing = Listing(
                folders={"vi": (*folders, shelf.id)},
                name=shelf.title,
                title=title,
                lead=None,
                section="directory",
                crumbs=crumbs,
            )
            if shelf.stem:
                yield from by_letter(frame, listing, shelf.records, shelf.stem, shelf.row)
            else:
                yield from newest_first(frame, listing, shelf.records, shelf.row)
