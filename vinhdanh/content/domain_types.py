"""Field types of the domain: partial dates, figures in Vietnamese notation, places by name, parties, points."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from vinhdanh.base.digest import Plain
from vinhdanh.base.vietnamese.amounts import Figure, FigureError, parse_figure
from vinhdanh.base.vietnamese.dates import DateError, PartialDate, parse_date, was_iso
from vinhdanh.base.vietnamese.text import is_slug
from vinhdanh.content import value_messages
from vinhdanh.content.fields import MISSING, FieldType, Mention, Reading, scalar


class Day(FieldType):
    """A date of which the day, the month or only the year is known."""

    name = "date"
    example = "2023-10-07"
    words = ("một ngày", "a date")

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The date in ISO form; the Vietnamese day/month/year is read too, with advice to write ISO."""
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        date = parse_date(text)
        if isinstance(date, DateError):
            message = value_messages.IMPOSSIBLE_DATE if date.code == "impossible" else value_messages.BAD_DATE
            return reading.report(message, node, value=text)
        if not was_iso(text):
            edit = reading.source.edit_of_node(node, date.iso)
            reading.report(value_messages.LOCAL_DATE, node, edit, value=text, iso=date.iso)
        return date.iso

    def load(self, plain: Plain) -> PartialDate:
        """The date that was read."""
        date = parse_date(plain)
        assert isinstance(date, PartialDate)
        return date


class Amount(FieldType):
    """A figure as the Vietnamese press writes it: `trên 30,7 tỷ đồng/năm`, `gần 30 sáng kiến`, `250-300 giờ công`."""

    name = "figure"
    example = "trên 30,7 tỷ đồng/năm"
    words = ("một số liệu", "a figure")

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The text as written, once it is known to be readable."""
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        figure = parse_figure(text)
        if isinstance(figure, FigureError):
            return reading.report(
                value_messages.BAD_FIGURE, node, value=text, rest=text[figure.start :] or text
            )
        if "tỉ" in text:
            _note_spelling(node, figure, reading)
        return text

    def load(self, plain: Plain) -> Figure:
        """The figure that was read."""
        figure = parse_figure(plain)
        assert isinstance(figure, Figure)
        return figure


_BILLION = re.compile(r"(?<=\d )tỉ\b")


def _note_spelling(node: yaml.Node, figure: Figure, reading: Reading) -> None:
    """Both spellings of the word for a thousand millions are right; the site keeps to one, as it prints it."""
    new = _BILLION.sub("tỷ", reading.source.written(node))
    if parse_figure(new.strip("\"'")) == figure:
        reading.notice(value_messages.BILLION_SPELLING, node, new)


class PlaceName(FieldType):
    """A province as it was called at the time; the catalogue finds today's province."""

    name = "place"
    example = "Quảng Nam"
    words = ("tên một tỉnh, thành phố", "the name of a province")

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The name as written; whether it is known is for the catalogue to say."""
        text = scalar(node, reading, self)
        if text is not MISSING:
            reading.mentions.append(Mention(("place",), text, reading.key, reading.at(node)))
        return text


class Party(NamedTuple):
    """Somebody or something named: a record by its id, or a plain name when there is no record."""

    id: str
    name: str


class PartyType(FieldType):
    """A party: text that is a slug is the id of a record of the given kinds, any other text is a plain name."""

    name = "party"
    example = "nguyen-van-a"
    words = ("một mã hoặc một tên", "an id or a name")

    def __init__(self, *kinds: str) -> None:
        """Allow records of `kinds`; the first kind that has the id counts."""
        self.kinds = kinds

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The text as written; an id is noted as a reference."""
        text = scalar(node, reading, self)
        if text is not MISSING and is_slug(text):
            reading.mentions.append(Mention(self.kinds, text, reading.key, reading.at(node)))
        return text

    def load(self, plain: Plain) -> Any:
        """The party that was read."""
        return Party(plain, "") if is_slug(plain) else Party("", plain)


class Focus(NamedTuple):
    """The point of a picture that a crop keeps in view, in percent from the left and from the top."""

    across: int
    down: int


class FocusType(FieldType):
    """The point of a picture that must not be cropped away: two percentages, from the left and from the top."""

    name = "focus"
    example = "50% 30%"
    words = ("hai số phần trăm, từ trái và từ trên", "two percentages, from the left and from the top")
    _PATTERN = re.compile(r"(\d{1,3})\s*%?[\s,;]+(\d{1,3})\s*%?$")

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The two numbers."""
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        match = self._PATTERN.match(text)
        numbers = [int(number) for number in match.groups()] if match else [101]
        return numbers if max(numbers) <= 100 else reading.report(value_messages.BAD_FOCUS, node, value=text)

    def load(self, plain: Plain) -> Focus:
        """The point that was read."""
        return Focus(*plain)
