"""Ways to narrow a list: options with counts that lead to the pages of a sector, an award, a province, a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized

from vinhdanh.content.model.pages import Sector
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Link, Option, OptionGroup

VIETNAMESE_ONLY = ("sector", "place", "source")
"""Kinds whose lists are made in Vietnamese only."""

LONGEST = 12
"""Options of one group: as many as one looks through; the rest is reached through the list of all."""


def narrowed(
    show: Presenter, word: str, records: Sequence[Record], members: Mapping[str, Sized], anchor: str = ""
) -> OptionGroup:
    """Options that lead to `records`, all of one kind, those with most members first.

    `members` are found by the id of a record; `anchor` is the part of its page that shows them.
    """
    options = [
        Option(brief(show, record), show.url(record) + anchor, len(members[record.id]))
        for record in records
        if record.id in members
    ]
    options.sort(key=lambda option: -option.count)
    more = _all(show, records[0].kind, len(options)) if len(options) > LONGEST else None
    return OptionGroup(show.word(word), tuple(options[:LONGEST]), more)


def _all(show: Presenter, kind: str, count: int) -> Link:
    """The way to the whole list of a kind."""
    lang = "vi" if kind in VIETNAMESE_ONLY else show.lang
    return Link(show.word("see_all_count", n=show.count(count)), show.addresses.url(show.addresses.kind(kind, lang=lang)))


def brief(show: Presenter, record: Record) -> str:
    """The name of a record in daily use, where it has one, else its name; marked like `label`."""
    short = show.text(record, "short_name") if hasattr(record, "short_name") else None
    return short or label(show, record)


def label(show: Presenter, record: Record) -> str:
    """The name of a record for a line of other words: marked as Vietnamese where it is not in the page's language."""
    heading = show.heading(record)
    translated = show.has_page(record) or isinstance(record, Sector)
    return heading if translated else show.foreign(heading)


def chosen(*groups: OptionGroup) -> tuple[OptionGroup, ...]:
    """The groups that offer a choice: more than one option."""
    return tuple(group for group in groups if len(group.options) > 1)
