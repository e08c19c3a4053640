"""The frame of every page: navigation, breadcrumbs, alternates, and the parts that all pages of a language share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup

from vinhdanh.content.model.consent import DATA as OPEN_DATA
from vinhdanh.content.model.consent import PRINT, SOCIAL
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.showcase import structured
from vinhdanh.showcase.added_fields import added_facts
from vinhdanh.showcase.addresses import card_path, qr_path, record_at
from vinhdanh.showcase.frame_views import Alternate, Crumb, FeedLink, NavItem, PageView, Paper, SiteView
from vinhdanh.showcase.occasions import Occasions
from vinhdanh.showcase.pages.card_texts import texts_of
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.reserve import Reserve
from vinhdanh.showcase.spec import CARD_FONTS, BodyUse, Output
from vinhdanh.showcase.views import Link, Picture
from vinhdanh.showcase.wording import Lang

NAVIGATION = (
    ("person", "people"),
    ("initiative", "initiatives"),
    ("event", "seminar"),
    ("experience", "shared_nav"),
)
"""Kinds of the navigation with the key of their word; the directory of everything else is the fifth."""

DIRECTORY = {"vi": "danh-muc", "en": "directory"}
SEARCH = {"vi": "tim", "en": "search"}
UNCARDED = ("source", "page")
"""Kinds whose pages are shared with the card of the site: of sources there may be as many as stories."""

NUMBERS = {"vi": "con-so", "en": "numbers"}
DATA = {"vi": "du-lieu", "en": "data"}
PRINTED = frozenset({"person", "collective", "initiative", "story", "event", "experience"})
"""Kinds whose pages people print and hand on."""

STYLED = (
    *("home", "record", "work", "event", "organisation", "list", "events", "organisations"),
    *("places", "directory", "search", "numbers", "data"),
)
"""Kinds of pages with a style sheet of their own beside the one of all pages."""

FEED, JSON_FEED = "feed.xml", "feed.json"


class Frame:
    """Makes the outputs of one language: each page in its frame."""

    def __init__(
        self, show: Presenter, site: Site, assets: Mapping[str, str], only: Record | None = None
    ) -> None:
        """`assets` gives the path of each published asset by its short name; `only` is the record whose pages are asked
        for, None when all are."""
        self.show = show
        self.site = site
        self.only = only
        self.site_view = self._site_view()
        self.has_cards = not site.no_share_cards and all(font in assets for font in CARD_FONTS)
        self.shared = {"site": self.site_view, "t": show.t, "asset": self._assets(assets)}

    @property
    def lang(self) -> Lang:
        """The language of the pages."""
        return self.show.lang

    @cached_property
    def occasions(self) -> Occasions:
        """What happened where and when."""
        return Occasions(self.show.relations)

    # -- what was not agreed to ----

    @cached_property
    def undisclosed(self) -> Reserve:
        """Those of whom nothing is given out as data."""
        return Reserve(self.show.catalogue, OPEN_DATA)

    @cached_property
    def unshared(self) -> Reserve:
        """Those of whom nothing is made for social networks."""
        return Reserve(self.show.catalogue, SOCIAL)

    @cached_property
    def unprinted(self) -> Reserve:
        """Those of whom nothing is made for paper."""
        return Reserve(self.show.catalogue, PRINT)

    def is_printed(self, record: Record) -> bool:
        """Whether the page of a record has what leads back to it from paper."""
        return record.kind in PRINTED and not self.unprinted.has(record)

    def _assets(self, assets: Mapping[str, str]) -> Mapping[str, str]:
        names = {
            "css": "site.css",
            "print_css": "print.css",
            "suggestions_css": "suggestions.css",
            **{f"{kind}_css": f"{kind}-page.css" for kind in STYLED},
            "newsreader": "fonts/newsreader.woff2",
            "be_400": "fonts/be-vietnam-pro-400.woff2",
            "be_600": "fonts/be-vietnam-pro-600.woff2",
            "favicon": "icons/favicon.svg",
            "touch_icon": "icons/apple-touch-icon.png",
            "search": "js/search.js",
            "search_engine": "js/search-engine.js",
            "search_page": "js/search-page.js",
        }
        return {key: self.show.addresses.url(assets.get(path, "")) for key, path in names.items()}

    def text(self, name: str) -> str:
        """A text of `site.yaml` in this language."""
        translated = self.site.translation.get(name) if self.lang == "en" else None
        return str(translated or getattr(self.site, name) or "")

    def _site_view(self) -> SiteView:
        show = self.show
        address = show.addresses
        nav = [
            NavItem(kind, show.word(word), address.url(address.kind(kind, lang=self.lang)))
            for kind, word in NAVIGATION
        ]
        directory = self.own_url(DIRECTORY)
        nav.append(NavItem("directory", show.word("directory"), directory))
        feed = address.url(self.path_of_feed(FEED))
        json_feed = address.url(self.path_of_feed(JSON_FEED))
        feeds = (
            FeedLink(self.text("name"), feed, "application/atom+xml"),
            FeedLink(self.text("name"), json_feed, "application/feed+json"),
        )
        own = (
            Link(show.word("figures"), self.own_url(NUMBERS)),
            Link(show.word("data"), self.own_url(DATA)),
        )
        pages = (*own, *(show.link(page) for page in show.pages))
        return SiteView(
            self.text("name"),
            self.text("tagline"),
            self.text("description"),
            address.url(address.page(lang=self.lang)),
            self.text("publisher"),
            tuple(nav),
            pages,
            feeds,
            self.own_url(SEARCH),
            f"{address.prefix}search/",
        )

    def own_paths(self, name: Mapping[str, str]) -> Mapping[str, str]:
        """The output path, by language, of a page that no record asks for; `name` has its own by language."""
        return {lang: self.show.addresses.page(name[lang], lang=lang) for lang in self.site.languages}

    def own_url(self, name: Mapping[str, str]) -> str:
        """The address of such a page in this language."""
        return self.show.addresses.url(self.own_paths(name)[self.lang])

    def path_of_feed(self, name: str) -> str:
        """The output path of a feed of this language."""
        return f"en/{name}" if self.lang == "en" else name

    # -- pages ----

    def record_page(
        self,
        record: Record,
        template: str,
        parts: Mapping[str, Any],
        *,
        section: str | None = None,
        crumbs: Iterable[Crumb] = (),
        body: BodyUse | None = None,
        title: str | None = None,
        cover: str | Picture | None = None,
    ) -> Output:
        """The page of a record, with its twin in the other language if there is one."""
        path = self.show.addresses.record(record, self.lang)
        languages = ("vi", "en") if record.translation and "en" in self.site.languages else (self.lang,)
        twins = {lang: self.show.addresses.record(record, lang) for lang in languages}
        added = added_facts(self.show, self.site.extra_fields, record)
        if added:
            parts = {**parts, "facts": (*parts.get("facts", ()), *added)}
        return self.page(
            path,
            template,
            title or self.show.heading(record),
            parts,
            origin=record.location.file,
            description=self.show.description(record),
            section=section,
            crumbs=crumbs,
            twins=twins,
            body=body,
            cover=self.show.picture(record) or cover,
            form="profile" if record.kind == "person" else "article",
            about=self._about(record, path),
            paper=self._paper(record),
        )

    def _about(self, record: Record, path: str) -> structured.Node | None:
        if self.undisclosed.has(record):
            return None
        return structured.of_record(self.show, record, self.show.addresses.absolute(path), self._card(path))

    def _paper(self, record: Record) -> Paper | None:
        address = self.show.addresses
        if not address.origin or not self.is_printed(record):
            return None
        url = address.absolute(address.record(record, self.lang))
        return Paper(url, address.url(qr_path(record, self.lang)))

    def page(
        self,
        path: str,
        template: str,
        title: str,
        parts: Mapping[str, Any],
        *,
        origin: str,
        description: str | None = None,
        section: str | None = None,
        crumbs: Iterable[Crumb] = (),
        twins: Mapping[str, str] | None = None,
        body: BodyUse | None = None,
        cover: str | Picture | None = None,
        form: str = "website",
        about: structured.Node | None = None,
        paper: Paper | None = None,
    ) -> Output:
        """Any page. `twins` gives the output path of each language in which it exists; `form` is its type in the words
        of the Open Graph protocol; `about` tells search engines what the page is about.
        """
        address = self.show.addresses
        alternates = tuple(Alternate(lang, address.absolute(twin)) for lang, twin in (twins or {}).items())
        view = PageView(
            self.lang,
            address.url(path),
            title,
            description,
            address.absolute(path) if address.origin else None,
            alternates,
            section,
            tuple(crumbs),
            cover,
            self._card(path),
            form,
            paper,
        )
        bodies = {"body": body} if body else {}
        parts = {"page": view, "structured": self._structured(view, about), **self.shared, **parts}
        return Output(path, f"template:{template}", parts, origin, bodies)

    def _structured(self, page: PageView, about: structured.Node | None) -> Markup:
        """What search engines read of a page; nothing where whole addresses cannot be given."""
        if page.canonical is None:
            return Markup("")
        nodes = [about] if about else []
        if page.crumbs:
            origin = self.show.addresses.origin
            nodes.append(structured.breadcrumbs(page.crumbs, page.title, page.canonical, origin))
        return structured.script(node for node in nodes if not self._discloses(node))

    def _discloses(self, node: structured.Node) -> bool:
        """Whether a thing, as search engines would read it, tells of somebody who did not agree to be data."""
        return bool(self.undisclosed) and self.undisclosed.tells(structured.script([node]))

    # -- share cards ----

    @cached_property
    def carded(self) -> tuple[Record, ...]:
        """The records that have a share card: all with a page in this language but sources and pages of text."""
        return tuple(filter(self._is_carded, self.show.catalogue.records()))

    def _is_carded(self, record: Record) -> bool:
        return record.kind not in UNCARDED and self.show.has_page(record) and not self._is_unshared(record)

    def _is_unshared(self, record: Record) -> bool:
        """Whether a card of a record would show or name somebody who did not agree to that."""
        if not self.unshared:
            return False
        return self.unshared.has(record) or self.unshared.tells(*texts_of(self.show, record).values())

    def _card(self, path: str) -> str | None:
        """The whole address of the card of the page at `path`: its record's, else the site's."""
        address = self.show.addresses
        record = record_at(self.show.catalogue, path, self.lang)
        own = record and self._is_carded(record) and address.record(record, self.lang) == path
        found = card_path(record if own else None, self.lang)
        return address.absolute(found) if self.has_cards and address.origin else None

    # -- breadcrumbs ----

    def home(self) -> Crumb:
        """The first step of all breadcrumbs."""
        return Crumb(self.text("name"), self.show.addresses.url(self.show.addresses.page(lang=self.lang)))

    def crumbs(self, kind: str) -> tuple[Crumb, ...]:
        """Home and the list of a kind: the breadcrumbs of a record's page."""
        url = self.show.addresses.url(self.show.addresses.kind(kind, lang=self.lang))
        return (self.home(), Crumb(self.show.word(f"kind_{kind}"), url))

    def crumb(self, record: Record) -> Crumb:
        """A record as a step of the breadcrumbs of what stands below it."""
        return Crumb(self.show.heading(record), self.show.url(record))
