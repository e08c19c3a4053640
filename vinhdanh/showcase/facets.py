"""Ways to narrow a list: options with counts that lead to the pages of a sector, an award, a province, a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sized

from vinhdanh.content.model.pages import Sector
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Option, OptionGroup

LONGEST = 24
"""Options of one group: as many as one looks through; the rest is reached through the list of all."""


def narrowed(
    show: Presenter, word: str, records: Iterable[Record], members: Mapping[str, Sized], anchor: str = ""
) -> OptionGroup:
    """Options that lead to `records`, those with most members first.

    `members` are found by the id of a record; `anchor` is the part of its page that shows them.
    """
    options = [
        Option(label(show, record), show.url(record) + anchor, len(members[record.id]))
        for record in records
        if record.id in members
    ]
    options.sort(key=lambda option: -option.count)
    return OptionGroup(show.word(word), tuple(options[:LONGEST]))


def label(show: Presenter, record: Record) -> str:
    """The name of a record for a line of other words: marked as Vietnamese where it is not in the page's language."""
    heading = show.heading(record)
    translated = show.has_page(record) or isinstance(record, Sector)
    return heading if translated else show.foreign(heading)


def chosen(*groups: OptionGroup) -> tuple[OptionGroup, ...]:
    """The groups that offer a choice: more than one option."""
    return tuple(group for group in groups if len(group.options) > 1)
