"""The directory: the way to everything, by kind, letter, sector, year and province."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vinhdanh.content.model.events import Theme
from vinhdanh.content.model.pages import Place, Source
from vinhdanh.showcase.alphabet import letter_slug
from vinhdanh.showcase.facets import VIETNAMESE_ONLY
from vinhdanh.showcase.frame import DATA, DIRECTORY, NUMBERS, Frame
from vinhdanh.showcase.pages import listing
from vinhdanh.showcase.pages.places import tiles
from vinhdanh.showcase.pages.years import year_url
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import grouped
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Letter, Row


def outputs(frame: Frame) -> Iterator[Output]:
    """The directory in this language."""
    show = frame.show
    about = listing.Listing(
        folders={lang: (DIRECTORY[lang],) for lang in ("vi", "en")},
        name=show.word("directory"),
        title=show.word("directory_title"),
        lead=show.word("directory_lead"),
        section="directory",
        crumbs=(frame.home(),),
    )
    yield listing.page(
        frame,
        about,
        template="directory.html",
        rows=_kinds(frame),
        letters=letters(frame),
        sectors=_sectors(show),
        years=[Letter(year, year_url(frame, year)) for year in frame.occasions.years],
        tiles=tiles(frame),
    )


def _kinds(frame: Frame) -> list[Row]:
    """Every list with how much is in it, and what it is, in one line."""
    show, relations = frame.show, frame.show.relations
    kinds: tuple[tuple[str, Sequence[object]], ...] = (
        ("person", relations.people),
        ("collective", relations.collectives),
        ("initiative", relations.initiatives),
        ("experience", relations.experiences),
        ("story", relations.stories),
        ("event", relations.events),
        ("theme", show.catalogue.every(Theme)),
        ("programme", relations.programmes),
        ("award", relations.awards),
        ("organisation", relations.organisations),
        ("sector", relations.sectors),
        ("place", show.catalogue.every(Place)),
        ("source", show.catalogue.every(Source)),
    )
    rows = [_kind(frame, kind, len(records)) for kind, records in kinds if records]
    years = frame.occasions.years
    if years:
        count = show.word("entries_count", n=show.count(len(years)))
        rows.append(Row(show.word("years"), year_url(frame, ""), meta=(count, show.word("list_of_years"))))
    rows.append(Row(show.word("figures"), frame.own_url(NUMBERS), meta=(show.word("list_of_numbers"),)))
    rows.append(Row(show.word("data"), frame.own_url(DATA), meta=(show.word("list_of_data"),)))
    return rows


def _kind(frame: Frame, kind: str, count: int) -> Row:
    show = frame.show
    lang = "vi" if kind in VIETNAMESE_ONLY else frame.lang
    url = show.addresses.url(show.addresses.kind(kind, lang=lang))
    entries = show.word("entries_count", n=show.count(count))
    return Row(show.word(f"kind_{kind}"), url, meta=(entries, show.word(f"list_of_{kind}")))


def letters(frame: Frame) -> list[Letter]:
    """The letters of people's given names, each with the address of those under it."""
    show = frame.show
    people = show.relations.people
    list_url = show.addresses.url(show.addresses.kind("person", lang=frame.lang))
    initials = grouped(people, lambda person: (person.parts.initial,))
    whole = len(people) <= listing.LONG * frame.site.page_size
    below = listing.LETTERED[frame.lang]
    return [
        Letter(
            each,
            f"{list_url}#van-{letter_slug(each)}" if whole else f"{list_url}{below}/{letter_slug(each)}/",
        )
        for each in initials
    ]


def _sectors(show: Presenter) -> list[Row]:
    return [
        Row(show.heading(each), show.url(each), thumb=show.thumb(each)) for each in show.relations.sectors
    ]
