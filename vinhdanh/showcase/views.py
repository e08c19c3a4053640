"""What templates see: narrow, frozen, plain values. Texts come ready; nothing here can be computed with."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """A title that may lead somewhere; `lang` says in which language the target is, where it is not the page's."""

    title: str
    url: str | None
    lang: str | None = None


class Value(NamedTuple):
    """One value of a fact."""

    text: str
    url: str | None = None


class Fact(NamedTuple):
    """A label with its values, for the margin."""

    label: str
    values: tuple[Value, ...]


class FigureView(NamedTuple):
    """An amount on its dimension line."""

    before: str
    number: str
    unit: str
    after: str
    comparator: str
    label: str
    source_refs: tuple[int, ...]
    source_title: str | None
    source_url: str | None
    unverified: bool


class FigureGroup(NamedTuple):
    """Figures that contradict each other, with a sentence about them."""

    note: str
    figures: tuple[FigureView, ...]


class HonourView(NamedTuple):
    """An honour on the ribbon."""

    award: str
    url: str | None
    when: str | None
    level: str | None
    note: str | None
    unverified: bool


class QuoteView(NamedTuple):
    """Exact words with their occasion."""

    text: str
    speaker: str | None
    occasion: str | None
    source_title: str | None
    source_url: str | None
    source_ref: int | None


class Step(NamedTuple):
    """A statement with the numbers of its sources."""

    html: str
    refs: tuple[int, ...]


class Lesson(NamedTuple):
    """What somebody shared."""

    title: str
    url: str | None
    kicker: str | None
    speaker: str | None
    speaker_url: str | None
    situation: Step | None
    action: Step | None
    result: Step | None
    advice: Step | None
    points: tuple[Step, ...]
    quote: QuoteView | None


class Row(NamedTuple):
    """An entry of a quiet list, or a card when it has a cover."""

    title: str
    url: str | None
    lang: str | None = None
    meta: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    honours: str | None = None
    thumb: str | None = None
    cover: str | Picture | None = None
    rest: str = ""
    given: str = ""
    figure: FigureView | None = None
    unverified: bool | str = False
    honours_note: str | None = None
    """What sources leave open about the honours."""


class Knot(NamedTuple):
    """A knot of the thread that ties a person, an initiative and a seminar."""

    when: str
    title: str
    url: str | None
    text: str | None
    refs: tuple[int, ...]
    current: bool = False
    unverified: bool | str = False


class SourceView(NamedTuple):
    """An entry of a page's list of sources; `page` is the address of its own page here."""

    number: int
    title: str
    url: str | None
    publisher: str | None
    date: str | None
    note: str | None
    page: str


class Unit(NamedTuple):
    """An organisation in a tree."""

    title: str
    url: str | None
    note: str | None
    current: bool
    children: tuple[Unit, ...]


class YearItem(NamedTuple):
    """One thing of a year."""

    text: str
    url: str | None
    refs: tuple[int, ...] = ()
    unverified: bool | str = False


class YearGroup(NamedTuple):
    """A year with what happened in it."""

    year: str
    items: tuple[YearItem, ...]


class Option(NamedTuple):
    """A way to narrow a list."""

    text: str
    url: str
    count: int  # type: ignore[assignment]  # a column of the view, not the method of tuples
    current: bool = False


class OptionGroup(NamedTuple):
    """Options of one kind, such as sectors; `more` leads to those that are left out."""

    title: str
    options: tuple[Option, ...]
    more: Link | None = None


class Letter(NamedTuple):
    """A letter of the A–Z; without an address nobody is under it."""

    letter: str
    url: str | None
    current: bool = False


class LinkGroup(NamedTuple):
    """A title with links under it; `rest` stands before the part of a name under which it is filed."""

    rest: str
    title: str
    links: tuple[Link, ...]


class Section(NamedTuple):
    """A titled part of a page; a long one leads to its own list at `url`, in the words of `note`."""

    id: str
    title: str
    rows: tuple[Row | LinkGroup, ...]
    url: str | None = None
    note: str | None = None


class PageNumber(NamedTuple):
    """A page of a long list; without a number it is a gap."""

    number: int | None
    url: str | None
    current: bool = False


class Pager(NamedTuple):
    """The pages of a long list: the newest entries (no address: this page), older pages by number, the next older."""

    newest_url: str | None
    older_url: str | None
    items: tuple[PageNumber, ...]


class Siblings(NamedTuple):
    """The records before and after one."""

    previous: Link | None
    next: Link | None


class PictureSource(NamedTuple):
    """The files of a photograph in one format: the media type and a `srcset`."""

    type: str
    srcset: str


class Picture(NamedTuple):
    """A photograph: one file of middle size, the largest size in pixels, and all files by format."""

    url: str
    width: int
    height: int
    alt: str
    caption: str | None = None
    credit: str | None = None
    sources: tuple[PictureSource, ...] = ()


class Playbill(NamedTuple):
    """A seminar as it is announced on another page."""

    kicker: str
    date_iso: str
    date: str
    title: str
    url: str
    text: str | None
    themes: tuple[Link, ...]


class StoryView(NamedTuple):
    """The story that the home page opens with."""

    kicker: str
    title: str
    url: str
    cover: str | Picture
    text: str
    quote: QuoteView | None
    honours: tuple[HonourView, ...]


class Head(NamedTuple):
    """What stands around the title of a record; the languages are set where they are not the page's."""

    kicker: str | None
    lead: str | None
    title_class: str | None
    title_lang: str | None
    body_lang: str | None
    unverified: tuple[str, ...]


class Byline(NamedTuple):
    """Whose a thing is: people or organisations, and where they did it."""

    people: tuple[Link, ...]
    unit: Link | None = None
