"""Pages of sources: the reference in full, and what on this site rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.base.vietnamese.collation import sort_key
from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.base.vietnamese.units import parse_unit_name
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.content.model.pages import Source
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import listing
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import grouped
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Link, LinkGroup, Value

Publisher = tuple[str, tuple[Source, ...]]
"""A publisher with its sources, newest first."""


def lists(frame: Frame) -> Iterator[Output]:
    """The list of sources by publisher, if there are any."""
    sources = frame.show.catalogue.every(Source)
    if frame.lang == "vi" and sources:
        yield from _list(frame, sources)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every source; there is one language of them."""
    for source in frame.show.catalogue.every(Source) if frame.lang == "vi" else ():
        if frame.only in (None, source):
            yield _page(frame, source)


def _page(frame: Frame, source: Source) -> Output:
    show = frame.show
    parts = {
        "head": head(show, source)._replace(kicker=tidy(source.publisher) if source.publisher else None),
        "facts": _facts(show, source),
        "original": Link(show.word("read_original"), source.url) if source.url else None,
        "note": tidy(source.note) if source.note else None,
        "used": used(show, source),
        "siblings": None,
        "sources": (),
    }
    return frame.record_page(
        source,
        "source.html",
        parts,
        section="directory",
        crumbs=frame.crumbs("source"),
        title=tidy(source.title),
    )


def _facts(show: Presenter, source: Source) -> tuple[Fact, ...]:
    date = show.day(source.date)
    inferred = show.word("date_inferred", date=date) if date and source.date_inferred else date
    site = source.url.split("/")[2].removeprefix("www.") if source.url else None
    return show.facts(
        show.fact(show.word("source_date"), inferred or show.word("undated")),
        show.fact(show.word("source_kind"), show.choice(Source, "form", source.form)),
        show.fact(show.word("address"), Value(site, source.url) if site else None),
        show.fact(show.word("headline"), show.word("title_described") if source.described else None),
    )


def used(show: Presenter, source: Source) -> tuple[LinkGroup, ...]:
    """What mentions a source, by kind in the order of kinds, each in the order of its title."""
    by_kind = grouped(show.catalogue.mentioned_by(source.key), lambda record: (record.kind,))

    def links(records: tuple[Record, ...]) -> tuple[Link, ...]:
        ordered = sorted(records, key=lambda record: (sort_key(record.heading), record.id))
        return tuple(show.link(record) for record in ordered)

    return tuple(
        LinkGroup("", show.word(f"kind_{kind.key}"), links(by_kind[kind.key]))
        for kind in KINDS
        if kind.key in by_kind
    )


# -- the list ----


def _list(frame: Frame, sources: tuple[Source, ...]) -> Iterator[Output]:
    """Sources under their publishers, from A to Z: on one page, or on a page for each letter when they are many."""
    show = frame.show
    publishers = _publishers(show, sources)
    title = show.word("sources_title", n=show.count(len(sources)))
    about = listing.of_kind(frame, "source", title, show.word("sources_lead"), languages=("vi",))
    yield from listing.by_letter(
        frame,
        about,
        publishers,
        _stem,
        lambda each: _group(show, each),
        template="sources.html",
        weigh=lambda each: len(each[1]),
    )


def _publishers(show: Presenter, sources: tuple[Source, ...]) -> list[Publisher]:
    found = grouped(sources, lambda source: (source.publisher or show.word("publisher_unknown"),))
    newest = {
        name: tuple(sorted(each, key=lambda source: source.date.iso if source.date else "", reverse=True))
        for name, each in found.items()
    }
    return sorted(newest.items(), key=lambda pair: parse_unit_name(pair[0]).sort_key)


def _stem(publisher: Publisher) -> str:
    return parse_unit_name(publisher[0]).proper.partition(" ")[0]


def _group(show: Presenter, publisher: Publisher) -> LinkGroup:
    name = parse_unit_name(tidy(publisher[0]))
    return LinkGroup(name.form, name.proper, tuple(_link(show, source) for source in publisher[1]))


def _link(show: Presenter, source: Source) -> Link:
    date = show.day(source.date)
    return Link(tidy(source.title) + (f" ({date})" if date else ""), show.url(source))
