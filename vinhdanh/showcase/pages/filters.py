"""The ways to narrow each list."""

from __future__ import annotations

from vinhdanh.content.model.pages import Place
from vinhdanh.showcase.facets import chosen, narrowed
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.views import Option, OptionGroup


def people_filters(frame: Frame) -> tuple[OptionGroup, ...]:
    """People by sector, award and province of today."""
    show, relations = frame.show, frame.show.relations
    honoured = {award: {each.key for each, _ in pairs} for award, pairs in relations.honoured_by.items()}
    return chosen(
        narrowed(show, "sector", relations.sectors, relations.honourees_in, "#nguoi"),
        narrowed(show, "honours", relations.awards, honoured),
        narrowed(show, "place_today", show.catalogue.every(Place), frame.occasions.honourees_in, "#nguoi"),
    )


def initiative_filters(frame: Frame) -> tuple[OptionGroup, ...]:
    """Initiatives by sector, programme and year."""
    show, relations = frame.show, frame.show.relations
    by_year = frame.occasions.initiatives_of
    years = (
        Option(year, f"{show.addresses.url(show.addresses.page('nam', year))}#sang-kien", len(by_year[year]))
        for year in sorted(by_year, reverse=True)
    )
    return chosen(
        narrowed(show, "sector", relations.sectors, relations.initiatives_in, "#sang-kien"),
        narrowed(
            show, "kind_programme", relations.programmes, relations.initiatives_of_programme, "#sang-kien"
        ),
        OptionGroup(show.word("first_year"), tuple(years)),
    )


def organisation_filters(frame: Frame) -> tuple[OptionGroup, ...]:
    """Organisations by sector and province of today."""
    show, relations = frame.show, frame.show.relations
    return chosen(
        narrowed(show, "sector", relations.sectors, relations.organisations_in, "#don-vi"),
        narrowed(
            show, "place_today", show.catalogue.every(Place), frame.occasions.organisations_in, "#don-vi"
        ),
    )
