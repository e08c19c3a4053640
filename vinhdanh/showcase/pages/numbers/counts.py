"""How many: people, initiatives and units, by sector, province, award, year and gender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vinhdanh.content.model.pages import Place, Sector, Source
from vinhdanh.content.model.people import Person
from vinhdanh.content.model.programmes import Award
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.charts import Timeline, share, timeline
from vinhdanh.showcase.disclosure import Genders, breakdown
from vinhdanh.showcase.facets import VIETNAMESE_ONLY
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.naming import brief
from vinhdanh.showcase.pages.numbers.views import BarRow, Count, Table
from vinhdanh.showcase.pages.years import year_url
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import grouped
from vinhdanh.showcase.views import Link


def totals(show: Presenter) -> tuple[Count, ...]:
    """What the showcase has, each with the list of it; what there is none of is left out."""
    relations = show.relations
    kinds: tuple[tuple[str, Sequence[object]], ...] = (
        ("person", relations.people),
        ("collective", relations.collectives),
        ("initiative", relations.initiatives),
        ("organisation", relations.organisations),
        ("event", relations.events),
        ("experience", relations.experiences),
        ("award", relations.awards),
        ("source", show.catalogue.every(Source)),
    )
    return tuple(
        Count(show.count(len(records)), show.word(f"kind_{kind}"), _list_url(show, kind))
        for kind, records in kinds
        if records
    )


def _list_url(show: Presenter, kind: str) -> str:
    lang = "vi" if kind in VIETNAMESE_ONLY else show.lang
    return show.addresses.url(show.addresses.kind(kind, lang=lang))


# -- by sector, province, award ----


def by_sector(frame: Frame) -> Table | None:
    """People and collectives, initiatives and units of each sector."""
    relations = frame.show.relations
    found = (relations.honourees_in, relations.initiatives_in, relations.organisations_in)
    counts = [(each, tuple(len(of.get(each.id, ())) for of in found)) for each in relations.sectors]
    headings = ("sector", "people", "initiatives", "organisation")
    return _table(frame, "numbers_by_sector", headings, counts, "sector")


def by_province(frame: Frame) -> Table | None:
    """The same by province of today, with those of whom the province is inferred apart."""
    show, occasions = frame.show, frame.occasions
    counts = []
    for place in show.catalogue.every(Place):
        people = occasions.honourees_in.get(place.id, ())
        inferred = sum(occasions.place_is_inferred(each) for each in people)
        others = (occasions.initiatives_in, occasions.organisations_in)
        counts.append((place, (len(people), inferred, *(len(of.get(place.id, ())) for of in others))))
    headings = ("place", "people", "numbers_inferred", "initiatives", "organisation")
    return _table(frame, "numbers_by_place", headings, counts, "place")


def by_award(frame: Frame) -> Table | None:
    """People and collectives by award; a mention is no award and has no gold."""
    relations = frame.show.relations
    pairs = relations.honoured_by
    counts = [
        (award, (len({honouree.key for honouree, _ in pairs.get(award.id, ())}),))
        for award in relations.awards
    ]
    return _table(frame, "numbers_by_award", ("kind_award", "people"), counts, "award")


def _table(
    frame: Frame,
    caption: str,
    headings: Iterable[str],
    counts: Sequence[tuple[Record, tuple[int, ...]]],
    kind: str,
) -> Table | None:
    """The records that have anything, those with most first; `page_size` of them."""
    show = frame.show
    found = sorted((pair for pair in counts if any(pair[1])), key=lambda pair: [-n for n in pair[1]])
    if not found:
        return None
    most = max(numbers[0] for _, numbers in found)
    rows = tuple(_row(show, record, numbers, most) for record, numbers in found[: frame.site.page_size])
    more = None
    if len(found) > len(rows):
        more = Link(show.word("see_all_count", n=show.count(len(found))), _list_url(show, kind))
    return Table(show.word(caption), tuple(show.word(key) for key in headings), rows, more)


def _row(show: Presenter, record: Record, numbers: tuple[int, ...], most: int) -> BarRow:
    gathered = ", ".join(record.predecessors) if isinstance(record, Place) else None
    return BarRow(
        brief(show, record),
        show.url(record),
        show.target_lang(record),
        show.word("numbers_with", names=gathered) if gathered else None,
        share(numbers[0], most),
        tuple(show.count(number) if number else "–" for number in numbers),
        gold=isinstance(record, Award) and record.form != "mention",
    )


# -- by year ----


def line_of_time(frame: Frame) -> Timeline | None:
    """Honours above the line, events below it; the year of the seminar of the home page stands out."""
    occasions = frame.occasions
    given, held = _by_year(occasions.honours_of), _by_year(occasions.events_of)
    if not given or not held:
        return None
    show = frame.show
    best = max(given, key=lambda year: (given[year], year))
    seminar = show.catalogue.get(("event", frame.site.home.event or ""))
    date = getattr(seminar, "date", None)
    words = show.word(
        "numbers_line_text",
        first=min(given),
        last=max(given),
        honours=show.count(sum(given.values())),
        best=best,
        most=show.count(given[best]),
        events=show.count(sum(held.values())),
    )
    return timeline(given, held, (date.year,) if date else (), words)


def _by_year(found: Mapping[str, Sequence[object]]) -> dict[int, int]:
    return {int(year): len(records) for year, records in found.items()}


def by_year(frame: Frame) -> Table | None:
    """What each year had, newest first; `page_size` years."""
    show, occasions = frame.show, frame.occasions
    found = (occasions.honours_of, occasions.initiatives_of, occasions.events_of, occasions.experiences_of)
    rows = tuple(
        BarRow(
            year,
            year_url(frame, year),
            None if show.lang == "vi" else "vi",
            None,
            None,
            tuple(show.count(len(of[year])) if year in of else "–" for of in found),
        )
        for year in occasions.years[: frame.site.page_size]
    )
    keys = ("year", "numbers_honours", "numbers_first_applied", "kind_event", "kind_experience")
    return Table(show.word("numbers_by_year"), tuple(map(show.word, keys)), rows) if rows else None


# -- by gender ----


def by_gender(show: Presenter) -> Table | None:
    """People by gender: all of them, and the sectors that may be broken down; the rest together."""
    people = show.relations.people
    sectors = grouped(people, lambda person: (_sector_id(show, person),))
    groups = {key: _genders(found) for key, found in sectors.items()}
    total, shown = breakdown(groups)
    if total is None:
        return None
    rows = [(show.word("numbers_everybody"), total)]
    rest = total
    for sector in show.relations.sectors:
        if sector.id in shown:
            rows.append((brief(show, sector), shown[sector.id]))
            rest -= shown[sector.id]
    if shown and rest.total:
        rows.append((show.word("numbers_other_sectors"), rest))
    columns = [at for at, count in enumerate(total) if count]
    keys = ("men", "women", "gender_other", "gender_unknown")
    headings = (show.word("numbers_group"), *(show.word(keys[at]) for at in columns))
    table = tuple(
        BarRow(
            title,
            None,
            None,
            None,
            share(genders.women, genders.total),
            tuple(show.count(genders[at]) if genders[at] else "–" for at in columns),
        )
        for title, genders in rows
    )
    return Table(show.word("numbers_by_gender"), headings, table)


def _sector_id(show: Presenter, person: Person) -> str:
    sector = show.catalogue.find(Sector, person.sector)
    return sector.id if sector else "?"


def _genders(people: Sequence[Person]) -> Genders:
    found = [person.gender for person in people]
    return Genders(found.count("male"), found.count("female"), found.count("other"), found.count(None))
