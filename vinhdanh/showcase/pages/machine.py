"""What machines read: feeds, the map of the site, robots, and pages that lead on or say that nothing is here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.addresses import Addresses
from vinhdanh.showcase.frame import FEED, JSON_FEED, Frame
from vinhdanh.showcase.frame_views import Entry
from vinhdanh.showcase.naming import tells_name
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output

FEED_LENGTH = 40
"""Entries of a feed: more than anybody reads at once, small enough for a phone."""

FEED_KINDS = ("story", "person", "initiative", "experience")
"""Kinds that a feed tells of."""

SITEMAP_LENGTH = 50_000
"""Addresses in one file of the map (sitemaps.org protocol 0.9)."""


def feeds(frame: Frame) -> Iterator[Output]:
    """The Atom feed and the JSON feed of this language: the newest by the day they came to the site."""
    entries = [_entry(frame.show, record) for record in _newest(frame.show)]
    address = frame.show.addresses
    home = address.absolute(address.page(lang=frame.lang))
    title = frame.text("name")
    updated = entries[0].date if entries else "2023-10-07"
    path = frame.path_of_feed(FEED)
    head = {"title": title, "subtitle": frame.text("tagline"), "home": home, "url": address.absolute(path)}
    parts = {"feed": {**head, "lang": frame.lang, "updated": updated}, "entries": entries}
    yield Output(path, "template:feed.xml", parts, "feed")
    path = frame.path_of_feed(JSON_FEED)
    yield Output(path, "json", {"data": _json_feed(frame, entries, home, address.absolute(path))}, "feed")


def _newest(show: Presenter) -> list[Record]:
    """Records with a day of publication, newest first, stories before others of the same day."""
    order = {kind: place for place, kind in enumerate(FEED_KINDS)}
    dated = [r for r in show.catalogue.records() if r.kind in order and r.published and show.has_page(r)]
    dated.sort(key=lambda record: (order[record.kind], record.id))
    dated.sort(key=lambda record: record.published.iso if record.published else "", reverse=True)
    return dated[:FEED_LENGTH]


def _entry(show: Presenter, record: Record) -> Entry:
    url = show.addresses.absolute(show.addresses.record(record, show.lang))
    date = record.published.iso if record.published else ""
    whole = f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10] if len(date) == 7 else date
    return Entry(
        show.heading(record), url, whole, show.description(record) or "", show.word(f"one_{record.kind}")
    )


def _json_feed(frame: Frame, entries: list[Entry], home: str, url: str) -> dict[str, object]:
    """A feed after jsonfeed.org version 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": frame.text("name"),
        "description": frame.text("tagline"),
        "home_page_url": home,
        "feed_url": url,
        "language": frame.lang,
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_text": entry.summary,
                "date_published": f"{entry.date}T00:00:00+07:00",
                "tags": [entry.kind],
            }
            for entry in entries
        ],
    }


def not_found(frame: Frame) -> Iterator[Output]:
    """The page for addresses that lead nowhere; servers want it at the root, whatever the language."""
    if frame.lang == "vi":
        parts = {"home": frame.home(), "ways": frame.site_view.nav}
        yield frame.page("404.html", "404.html", frame.show.word("not_found"), parts, origin="404")


def redirects(frame: Frame) -> Iterator[Output]:
    """A page at every former address of a record, which leads on to the present one."""
    if frame.lang != "vi":
        return
    for record in frame.show.catalogue.records():
        for alias in record.aliases:
            target = frame.show.addresses.record(record)
            address = frame.show.addresses
            parts = {
                "url": address.url(target),
                "canonical": address.absolute(target),
                "title": frame.show.heading(record),
                "t": frame.show.t,
            }
            yield Output(_path_of(alias, address), "template:redirect.html", parts, record.location.file)


def gone(catalogue: Catalogue, shows: Iterable[Presenter]) -> Iterator[Output]:
    """A page without a name at the addresses of those who withdrew, so that old links meet a word and not a fault.

    None where the address itself tells the name, or a part of it: a page there would say who withdrew. There the host
    answers as for any address that leads nowhere, with 404.html.
    """
    withdrawn = [
        record
        for record in catalogue.unpublished()
        if isinstance(record, (Person, Collective))
        and record.basis
        and record.basis.withdrawn
        and catalogue.get(record.key) is None
    ]
    for show in shows:
        for record in withdrawn:
            aliases = (_path_of(alias, show.addresses) for alias in record.aliases if show.lang == "vi")
            for path in (show.addresses.record(record, show.lang), *aliases):
                if not tells_name(path, record):
                    parts = {"home": show.addresses.url(show.addresses.page(lang=show.lang)), "t": show.t}
                    yield Output(path, "template:gone.html", parts, record.location.file)


def _path_of(alias: str, addresses: Addresses) -> str:
    return alias if alias.endswith(".html") else addresses.page(*alias.split("/"))


def site_map(paths: Iterable[str], addresses: Addresses) -> Iterator[Output]:
    """The map of all pages, and robots.txt, which names it. In parts when there are more than one file may hold."""
    pages = sorted(path for path in paths if path.endswith("index.html"))
    urls = [addresses.absolute(path) for path in pages]
    slices = [urls[at : at + SITEMAP_LENGTH] for at in range(0, len(urls), SITEMAP_LENGTH)] or [[]]
    if len(slices) == 1:
        yield Output("sitemap.xml", "template:sitemap.xml", {"urls": slices[0]}, "sitemap")
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(slices) + 1)]
        maps = [addresses.absolute(name) for name in names]
        yield Output("sitemap.xml", "template:sitemap-index.xml", {"maps": maps}, "sitemap")
        for name, part in zip(names, slices, strict=True):
            yield Output(name, "template:sitemap.xml", {"urls": part}, "sitemap")
    yield Output("robots.txt", "template:robots.txt", {"map": addresses.absolute("sitemap.xml")}, "robots")
