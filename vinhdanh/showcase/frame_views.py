"""What the frame of a page and the feeds see: plain values, as in `views`."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.views import Link, Picture


class Alternate(NamedTuple):
    """The page in another language, or itself."""

    lang: str
    url: str


class Crumb(NamedTuple):
    """A step of the breadcrumbs."""

    title: str
    url: str | None


class Paper(NamedTuple):
    """What leads back from a printed page: its whole address, and the address of its QR code."""

    address: str
    qr: str


class PageView(NamedTuple):
    """What the skeleton of every page needs."""

    lang: str
    url: str
    title: str
    description: str | None
    canonical: str | None
    alternates: tuple[Alternate, ...]
    section: str | None
    crumbs: tuple[Crumb, ...]
    cover: str | Picture | None = None
    card: str | None = None
    """The whole address of the picture that goes with a shared link; None where no address is known."""
    form: str = "website"
    """What the page is to a network, in the words of the Open Graph protocol."""
    paper: Paper | None = None


class NavItem(NamedTuple):
    """An entry of the navigation."""

    key: str
    title: str
    url: str


class FeedLink(NamedTuple):
    """A feed that a page announces."""

    title: str
    url: str
    type: str


class SiteView(NamedTuple):
    """What every page shows of the showcase."""

    name: str
    tagline: str
    description: str
    home_url: str
    publisher: str
    nav: tuple[NavItem, ...]
    footer_links: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    search_url: str
    index_url: str


class Entry(NamedTuple):
    """An entry of a feed; the date is a whole ISO day."""

    title: str
    url: str
    date: str
    summary: str
    kind: str
