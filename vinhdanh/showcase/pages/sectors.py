"""Pages of sectors: their people, initiatives and organisations."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.content.model.pages import Sector
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.gatherings import Gathering, counted, gathered
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Row


def lists(frame: Frame) -> Iterator[Output]:
    """The list of sectors, if there are any."""
    if frame.lang == "vi" and frame.show.relations.sectors:
        yield _list(frame)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every sector, with its long lists."""
    show = frame.show
    for sector, around in with_siblings(frame, show.relations.sectors) if frame.lang == "vi" else ():
        counts = tally(show, sector)
        gathering = Gathering(
            folders=("nganh", sector.id),
            title=show.heading(sector),
            kicker=show.word("one_sector"),
            lead=show.word("sector_lead", counts=counts) if counts else show.word("sector_empty"),
            crumbs=frame.crumbs("sector"),
            origin=sector.location.file,
            held=(
                shelves.people(show, show.relations.honourees_in.get(sector.id, ())),
                shelves.initiatives(show, show.relations.initiatives_in.get(sector.id, ())),
                shelves.organisations(show, show.relations.organisations_in.get(sector.id, ())),
            ),
            siblings=around,
            cover=show.cover(sector),
        )
        yield from gathered(frame, gathering)


def tally(show: Presenter, sector: Sector) -> str:
    """How many people, initiatives and organisations a sector has, in one line."""
    relations = show.relations
    counts = (
        ("people_count", relations.honourees_in),
        ("initiatives_count", relations.initiatives_in),
        ("units_count", relations.organisations_in),
    )
    return counted(show, [(word, len(found.get(sector.id, ()))) for word, found in counts])


def _list(frame: Frame) -> Output:
    show = frame.show
    rows = [
        Row(show.heading(sector), show.url(sector), meta=(tally(show, sector),), thumb=show.thumb(sector))
        for sector in show.relations.sectors
    ]
    title = show.word("sectors_title", n=show.count(len(rows)))
    about = listing.of_kind(frame, "sector", title, show.word("sectors_lead"), languages=("vi",))
    return listing.page(frame, about, rows=rows, two=True)
