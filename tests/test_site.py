"""The project's own site, built from its own content: whole, linked, and with a page for every record."""

from __future__ import annotations

import json
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from tests.showcases import TODAY
from vinhdanh.base.memory import Memory
from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import Loader
from vinhdanh.content.model.events import Event
from vinhdanh.content.model.people import Person
from vinhdanh.showcase.addresses import addresses_of, calendar_path
from vinhdanh.showcase.pages.drawings import SIZES, SIZES_OF
from vinhdanh.showcase.presenter import drawing_path

PROJECT = Path(__file__).resolve().parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """What one page has and what it points at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.files: list[str] = []
        self.lang = ""
        self.redirects = False
        self.canonical: list[str] = []
        self.twins: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "meta" and found.get("http-equiv") == "refresh":
            self.redirects = True
        if tag == "html":
            self.lang = found["lang"]
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical.append(found["href"])
        if tag == "link" and "hreflang" in found:
            self.twins[found["hreflang"]] = found["href"]
        if tag == "link" and found.get("rel") not in ("canonical", "alternate"):
            self.files.append(found["href"])
        if tag == "img":
            self.files.append(found["src"])


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, Page]:
    return {
        path.relative_to(site_dir).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in site_dir.rglob("*.html")
    }


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded = Loader(PROJECT / "content", Memory(None), b"").load(TODAY)
    assert loaded.problems == ()
    return loaded.catalogue


def _address(name: str) -> str:
    return f"https://vinhdanh.example/{name.removesuffix('index.html')}"


def _target(address: str, page: str) -> tuple[str, str] | None:
    """Output path and anchor of an internal address, or None for one that leaves the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page, unquote(parts.fragment)
    assert parts.path.startswith("/"), f"{address} in {page} is relative"
    path = unquote(parts.path).lstrip("/")
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(parts.fragment)


def test_no_internal_link_or_anchor_is_broken(pages: dict[str, Page], site_dir: Path) -> None:
    broken = []
    for name, page in pages.items():
        for address in page.links:
            found = _target(address, name)
            if found is None:
                continue
            path, anchor = found
            target = pages.get(path)
            if (target is None and not (site_dir / path).is_file()) or (
                anchor and target and anchor not in target.ids
            ):
                broken.append(f"{name}: {address}")
    assert broken == []


def test_every_picture_and_asset_is_there(pages: dict[str, Page], site_dir: Path) -> None:
    addresses = {(name, address) for name, page in pages.items() for address in page.files}
    missing = [
        f"{name}: {a}"
        for name, a in addresses
        if (found := _target(a, name)) and not (site_dir / found[0]).is_file()
    ]
    assert missing == []


def test_ids_are_unique_on_each_page(pages: dict[str, Page]) -> None:
    assert [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))] == []


def test_every_record_has_its_page_and_its_drawings(catalogue: Catalogue, site_dir: Path) -> None:
    addresses = addresses_of(catalogue.site.base_url)
    wanted = [
        path
        for record in catalogue.records()
        for path in (
            addresses.record(record),
            *(drawing_path(record, size) for size in SIZES_OF.get(record.kind, SIZES)),
        )
    ]
    assert [path for path in wanted if not (site_dir / path).is_file()] == []


def test_every_translation_has_its_english_page(catalogue: Catalogue, site_dir: Path) -> None:
    addresses = addresses_of(catalogue.site.base_url)
    translated = [record for record in catalogue.records() if record.translation]
    assert sum(isinstance(record, Person) for record in translated) >= 12
    assert [r.id for r in translated if not (site_dir / addresses.record(r, "en")).is_file()] == []


def test_the_facts_are_all_there(catalogue: Catalogue) -> None:
    """The sourced records that the site began with; none may get lost unnoticed."""
    least = {
        "person": 94, "initiative": 103, "organisation": 120, "award": 26, "experience": 66, "event": 32,
        "programme": 5, "source": 222, "theme": 7, "place": 34, "page": 5,
    }  # fmt: skip
    counts = {kind: sum(record.kind == kind for record in catalogue.records()) for kind in least}
    assert {kind: count for kind, count in counts.items() if count < least[kind]} == {}


def test_every_person_initiative_and_experience_names_its_sources(catalogue: Catalogue) -> None:
    kinds = ("person", "initiative", "experience", "event", "award", "organisation", "programme")
    assert [record.id for record in catalogue.records() if record.kind in kinds and not record.sources] == []


def test_no_sentence_stands_in_three_profiles(catalogue: Catalogue) -> None:
    where: dict[str, list[str]] = {}
    for person in catalogue.every(Person):
        for sentence in catalogue.prose(catalogue.body(person)).plain.split(". "):
            if len(sentence.split()) >= 6:
                where.setdefault(sentence.strip(" ."), []).append(person.id)
    assert {sentence: ids for sentence, ids in where.items() if len(ids) > 2} == {}


def test_the_language_of_each_page_is_that_of_its_address(pages: dict[str, Page]) -> None:
    assert [
        name for name, page in pages.items() if page.lang != ("en" if name.startswith("en/") else "vi")
    ] == []


def test_every_page_names_one_address_its_own(pages: dict[str, Page]) -> None:
    assert [
        name for name, page in pages.items() if not page.redirects and page.canonical != [_address(name)]
    ] == []


def test_twins_name_each_other_and_themselves(pages: dict[str, Page]) -> None:
    by_address = {_address(name): page for name, page in pages.items()}
    assert sum(len(page.twins) == 2 for page in pages.values()) > 100
    for address, page in by_address.items():
        if page.twins:
            assert page.twins[page.lang] == address
            assert all(by_address[twin].twins == page.twins for twin in page.twins.values()), address


def test_another_program_reads_the_calendars(site_dir: Path) -> None:
    for file in site_dir.rglob("*.ics"):
        calendar = Calendar.from_ical(file.read_bytes())
        assert (calendar.errors, [part.errors for part in calendar.walk("VEVENT")]) == ([], [[]]), file.name


def test_the_calendars_say_what_the_events_are(catalogue: Catalogue, site_dir: Path) -> None:
    addresses = addresses_of(catalogue.site.base_url)
    with_calendar = [
        (event, path) for event in catalogue.every(Event) if (path := calendar_path(event, "vi"))
    ]
    assert len(with_calendar) > 20
    for event, path in with_calendar:
        (entry,) = Calendar.from_ical((site_dir / path).read_bytes()).walk("VEVENT")
        assert entry["UID"] == f"event-{event.id}@vinhdanh.example"
        assert entry.decoded("DTSTART").isoformat() == (event.date and event.date.iso)
        assert entry.decoded("DTEND") - entry.decoded("DTSTART") == timedelta(days=1)
        assert entry["SUMMARY"] == tidy(event.title)
        assert entry["URL"] == addresses.absolute(addresses.record(event, "vi"))


@pytest.mark.parametrize("name", ["feed.xml", "en/feed.xml"])
def test_the_atom_feed_is_whole(site_dir: Path, name: str) -> None:
    feed = ET.parse(site_dir / name).getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed"
    assert len(entries) > 5
    for entry in entries:
        for part in ("id", "title", "updated", "link", "summary"):
            assert entry.find(f"{ATOM}{part}") is not None
    assert all((entry.findtext(f"{ATOM}id") or "").startswith("https://") for entry in entries)


@pytest.mark.parametrize("name", ["feed.json", "en/feed.json"])
def test_the_json_feed_is_whole(site_dir: Path, name: str) -> None:
    feed = json.loads((site_dir / name).read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all({"id", "url", "title", "date_published"} <= set(item) for item in feed["items"])


def test_the_map_names_every_page_and_robots_names_the_map(site_dir: Path, pages: dict[str, Page]) -> None:
    urls = {
        node.text for node in ET.parse(site_dir / "sitemap.xml").getroot().iter() if node.tag.endswith("}loc")
    }
    assert urls == {_address(name) for name in pages if name.endswith("index.html")}
    assert "Sitemap: https://vinhdanh.example/sitemap.xml" in (site_dir / "robots.txt").read_text(
        encoding="utf-8"
    )


def test_nothing_of_a_machine_is_published(site_dir: Path) -> None:
    needle = str(PROJECT).encode()
    assert [path.name for path in site_dir.rglob("*") if path.is_file() and needle in path.read_bytes()] == []
