"""Lists: on one page, on pages for each letter, or on numbered pages that stay as they are when something is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from vinhdanh.base.vietnamese.collation import letter_of
from vinhdanh.content.model.kinds import by_key
from vinhdanh.showcase.alphabet import letter_slug
from vinhdanh.showcase.frame import NAVIGATION, Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.pagination import leaves, pager
from vinhdanh.showcase.relations import grouped
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Letter, LinkGroup, OptionGroup, Row, Section

R = TypeVar("R")

LONG = 5
"""Page sizes up to which an A–Z stands on one page: one long page is searched faster than many short ones."""

ROOMY = 3
"""Page sizes up to which an A–Z on one page shows whole entries where it also has brief ones."""

NUMBERED = {"vi": "trang", "en": "page"}
LETTERED = {"vi": "van", "en": "letter"}


class ListHead(NamedTuple):
    """What stands on top of a list."""

    title: str
    lead: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list page shows around its entries. `folders` is where it stands, by language."""

    folders: Mapping[str, tuple[str, ...]]
    name: str
    """A word or two, for breadcrumbs and the titles of further pages."""
    title: str
    lead: str | None
    section: str
    """The entry of the navigation that it belongs to."""
    crumbs: tuple[Crumb, ...]
    filters: tuple[OptionGroup, ...] = ()

    def path(self, frame: Frame, *parts: Mapping[str, str] | str, lang: str | None = None) -> str:
        """The output path of the list or of a page below it, in the frame's language or another."""
        lang = lang or frame.lang
        below = (part if isinstance(part, str) else part[lang] for part in parts)
        return frame.show.addresses.page(*self.folders[lang], *below, lang=lang)

    def url(self, frame: Frame, *parts: Mapping[str, str] | str) -> str:
        """The address of the list or of a page below it."""
        return frame.show.addresses.url(self.path(frame, *parts))


def of_kind(
    frame: Frame,
    kind: str,
    title: str,
    lead: str | None = None,
    filters: tuple[OptionGroup, ...] = (),
    languages: tuple[str, ...] = ("vi", "en"),
) -> Listing:
    """The list of all records of a kind, in the languages in which there is one."""
    return Listing(
        folders={lang: (by_key()[kind].address(lang),) for lang in languages},
        name=frame.show.word(f"kind_{kind}"),
        title=title,
        lead=lead,
        section=kind if kind in dict(NAVIGATION) else "directory",
        crumbs=(frame.home(),),
        filters=filters,
    )


def page(
    frame: Frame,
    listing: Listing,
    *below: Mapping[str, str] | str,
    part: str | None = None,
    template: str = "listing.html",
    **parts: Any,
) -> Output:
    """One page of a list; `below` is its address within the list, `part` says which part of the list it is.

    `parts` are what the template shows besides: `groups`, `sections`, `rows` (`two` columns of them), `letters`,
    `spans`, `pager`, and what a `template` of its own adds. The filters, whose counts change with every new record,
    stand on the list's own page only.
    """
    title = f"{listing.name}, {part}" if part else listing.title
    nothing = {
        "groups": (),
        "sections": (),
        "rows": (),
        "two": False,
        "letters": (),
        "spans": (),
        "pager": None,
    }
    languages = [lang for lang in frame.site.languages if lang in listing.folders]
    above = (Crumb(listing.name, listing.url(frame)),) if part else ()
    head = ListHead(title, None if part else listing.lead)
    return frame.page(
        listing.path(frame, *below),
        template,
        title,
        {"list_head": head, "filters": () if part else listing.filters, **nothing, **parts},
        origin=f"{listing.folders['vi'][0]}/",
        description=listing.lead,
        section=listing.section,
        crumbs=(*listing.crumbs, *above, Crumb(part or listing.name, None)),
        twins={lang: listing.path(frame, *below, lang=lang) for lang in languages},
    )


def newest_first(
    frame: Frame, listing: Listing, records: Sequence[R], row: Callable[[R], Row]
) -> Iterator[Output]:
    """A list in the order of time, on stable pages."""

    def url_of(number: int | None) -> str:
        return listing.url(frame, *_numbered(number))

    for leaf in leaves(records, frame.site.page_size):
        part = frame.show.word("page_number", n=leaf.number) if leaf.number else None
        rows = [row(record) for record in leaf.entries]
        around = pager(leaf.number, leaf.older, url_of)
        yield page(frame, listing, *_numbered(leaf.number), part=part, rows=rows, pager=around)


def _numbered(number: int | None) -> tuple[Mapping[str, str] | str, ...]:
    return (NUMBERED, str(number)) if number else ()


def by_letter(
    frame: Frame,
    listing: Listing,
    records: Sequence[R],
    stem: Callable[[R], str],
    row: Callable[[R], Row | LinkGroup],
    *,
    brief: Callable[[R], Row] | None = None,
    weigh: Callable[[R], int] = lambda record: 1,
    template: str = "listing.html",
    **parts: Any,
) -> Iterator[Output]:
    """A list in alphabetical order: on one page, or on pages for each letter when it is longer than `LONG` pages.

    `records` are in the order of their `stem`, the word they are filed under; `weigh` says how many entries each makes;
    `brief` is an entry in few words, for a page of many; `parts` stand on the list's own page only.
    """
    groups = grouped(records, lambda record: (letter_of(stem(record)),))
    longest = LONG * frame.site.page_size
    count = sum(map(weigh, records))
    if count <= longest:
        shown = brief if brief and count > ROOMY * frame.site.page_size else row
        sections = [_letter_section(each, found, shown) for each, found in groups.items()]
        letters = [Letter(each, f"#{anchor(each)}") for each in groups]
        yield page(frame, listing, template=template, groups=sections, letters=letters, **parts)
        return
    rows = [_letter_row(frame, listing, each, sum(map(weigh, found))) for each, found in groups.items()]
    letters = _letters(frame, listing, groups)
    yield page(frame, listing, template=template, letters=letters, rows=rows, two=True, **parts)
    for each, found in groups.items():
        part = frame.show.word("letter_part", letter=each)
        letters = _letters(frame, listing, groups, current=each)
        slices = [found[at : at + longest] for at in range(0, len(found), longest)]
        for index, records_here in enumerate(slices):
            yield page(
                frame,
                listing,
                *_below_letter(each, index),
                part=part if len(slices) == 1 else f"{part}, {_span(records_here, stem)}",
                template=template,
                groups=[_letter_section(each, records_here, row)],
                letters=letters,
                spans=_spans(frame, listing, each, slices, stem, index),
            )


def anchor(letter: str) -> str:
    """The anchor of a letter's entries."""
    return f"van-{letter_slug(letter)}"


def _below_letter(letter: str, index: int) -> tuple[Mapping[str, str] | str, ...]:
    """The address of a letter within a list; the second and further pages of a letter are numbered."""
    return (LETTERED, letter_slug(letter), *([str(index + 1)] if index else []))


def _letter_section(letter: str, records: Sequence[R], row: Callable[[R], Row | LinkGroup]) -> Section:
    return Section(anchor(letter), letter, tuple(row(record) for record in records))


def _letter_row(frame: Frame, listing: Listing, letter: str, count: int) -> Row:
    show = frame.show
    title = show.word("letter_part", letter=letter)
    entries = show.word("entries_count", n=show.count(count))
    return Row(title[:1].upper() + title[1:], listing.url(frame, *_below_letter(letter, 0)), meta=(entries,))


def _letters(
    frame: Frame, listing: Listing, letters: Mapping[str, object], current: str | None = None
) -> list[Letter]:
    return [Letter(each, listing.url(frame, *_below_letter(each, 0)), each == current) for each in letters]


def _span(records: Sequence[R], stem: Callable[[R], str]) -> str:
    """From which word to which the records go."""
    return "–".join(dict.fromkeys((stem(records[0]), stem(records[-1]))))


def _spans(
    frame: Frame,
    listing: Listing,
    letter: str,
    slices: Sequence[Sequence[R]],
    stem: Callable[[R], str],
    current: int,
) -> list[Letter]:
    """The pages of one letter by their words; nothing for a letter of one page."""
    if len(slices) == 1:
        return []
    return [
        Letter(_span(each, stem), listing.url(frame, *_below_letter(letter, index)), index == current)
        for index, each in enumerate(slices)
    ]
