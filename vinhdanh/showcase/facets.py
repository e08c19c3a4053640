"""Ways to narrow a list: options with counts that lead to the pages of a sector, an award, a province, a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized

from vinhdanh.content.model.record import Record
from vinhdanh.showcase.naming import brief
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Link, Option, OptionGroup

VIETNAMESE_ONLY = ("sector", "place", "source")
"""Kinds whose lists are made in Vietnamese only."""

LONGEST = 8
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
    return Link(
        show.word("see_all_count", n=show.count(count)),
        show.addresses.url(show.addresses.kind(kind, lang=lang)),
    )


def chosen(*groups: OptionGroup) -> tuple[OptionGroup, ...]:
    """The groups that offer a choice: more than one option."""
    return tuple(group for group in groups if len(group.options) > 1)
