"""Records in the words of one language: texts, dates, counts, names, links, places."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal, Self, cast

from markupsafe import Markup, escape

from vinhdanh.base.vietnamese.amounts import format_count
from vinhdanh.base.vietnamese.dates import DateStyle, PartialDate, format_date
from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import Party
from vinhdanh.content.fields import fields_of
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.pages import Sector
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Organisation
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import (
    PARTIES,
)
from vinhdanh.content.references import NEUTRAL
from vinhdanh.content.scalars import Choice
from vinhdanh.showcase.addresses import Addresses
from vinhdanh.showcase.relations import Relations
from vinhdanh.showcase.views import (
    Link,
    Value,
)

Lang = Literal["vi", "en"]

REMEMBERED = 1 << 16
"""Rows, links, names and addresses that are kept for the next list: what is made of one record stands in some twenty
lists, near each other."""


class Wording:
    """Says things in one language. What is not translated stays Vietnamese and is marked as such."""

    def __init__(
        self,
        catalogue: Catalogue,
        relations: Relations,
        strings: Mapping[str, str],
        addresses: Addresses,
        lang: Lang,
    ) -> None:
        """`strings` are the interface's words in `lang`."""
        self.catalogue = catalogue
        self.relations = relations
        self.t = strings
        self.addresses = addresses
        self.lang: Lang = lang
        self._native = lang == "vi"
        self.once = self._remembering()

    def _remembering(self) -> Callable[..., Any]:
        return lru_cache(maxsize=REMEMBERED)(lambda make, *what: make(self, *what))

    def of(self, record: Record, name: str) -> Self:
        """The same for what `value` gives of a field: words that are translated are not marked as Vietnamese."""
        return self.native() if record.translation.get(name) is not None else self

    def native(self) -> Self:
        """The same for words that are already in its language."""
        other = copy.copy(self)
        other._native = True
        other.once = other._remembering()
        return other

    # -- words ----

    def word(self, key: str, **values: object) -> str:
        """A phrase of the interface, with its `{names}` filled in; mark-up in a value is kept."""
        marked = any(isinstance(value, Markup) for value in values.values())
        phrase = Markup(escape(self.t[key])) if marked else self.t[key]
        return phrase.format_map(values) if values else phrase

    def foreign(self, text: str) -> str:
        """Vietnamese text on this page: as it is, or marked with its language on an English page."""
        text = tidy(text)
        return text if self._native else Markup('<span lang="vi">{}</span>').format(text)

    def text(self, record: Record, name: str) -> str | None:
        """A text field in this language; where there is no translation, the Vietnamese marked as such."""
        if self.lang == "en" and record.translation.get(name):
            return tidy(str(record.translation[name]))
        value = getattr(record, name)
        return self.foreign(value) if value else None

    def value(self, record: Record, name: str) -> Any:
        """Any field in this language: the translation if there is one, else the original."""
        translated = record.translation.get(name) if self.lang == "en" else None
        return getattr(record, name) if translated is None else translated

    def plain(self, record: Record, name: str) -> str | None:
        """A text field without any mark-up, for titles of windows and descriptions."""
        value = self.value(record, name)
        return tidy(value) if value else None

    def choice(self, group: type, name: str, key: str | None) -> str | None:
        """The label of an option in this language."""
        kind = fields_of(group)[name].type
        assert isinstance(kind, Choice)
        return None if key is None else kind.options[key][1 if self.lang == "en" else 0]

    def day(self, date: PartialDate | None, style: DateStyle = "short") -> str | None:
        """A date in words, or None."""
        return format_date(date, self.lang, style) if date else None

    def count(self, number: int) -> str:
        """A whole number with its thousands parted."""
        return format_count(number, self.lang)

    # -- addresses and links ----

    def has_page(self, record: Record) -> bool:
        """Whether the record has a page in this language."""
        return self.lang == "vi" or bool(record.translation)

    def url(self, record: Record) -> str:
        """The address of a record: in this language if it has a page there, else in Vietnamese."""
        return cast("str", self.once(Wording._url, record))

    def _url(self, record: Record) -> str:
        return self.addresses.url(self.addresses.record(record, self.lang if self.has_page(record) else "vi"))

    def heading(self, record: Record) -> str:
        """The name or title of a record in this language, without mark-up."""
        return cast("str", self.once(Wording._heading, record))

    def _heading(self, record: Record) -> str:
        translated = record.translation.get(by_key()[record.kind].heading) if self.lang == "en" else None
        if self.lang == "en" and isinstance(record, Sector) and record.name_en:
            return record.name_en
        return tidy(translated or record.heading)

    def target_lang(self, record: Record) -> str | None:
        """The language of a record's page, where it is not that of this one."""
        return None if self.has_page(record) else "vi"

    def label(self, record: Record) -> str:
        """The name or title of a record among other words, marked as Vietnamese where that is what it is."""
        heading = self.heading(record)
        translated = self.has_page(record) or isinstance(record, Sector)
        return heading if translated else self.foreign(heading)

    def link(self, record: Record) -> Link:
        """A link to a record."""
        return cast("Link", self.once(Wording._link, record))

    def _link(self, record: Record) -> Link:
        return Link(self.label(record), self.url(record), self.target_lang(record))

    def party(self, party: Party | None) -> Link | None:
        """Somebody named: a link when there is a public record; neutral words when the record may not be shown."""
        if party is None:
            return None
        if party.name:
            return Link(self.foreign(party.name), None)
        record = self.party_record(party)
        if record:
            return self.link(record)
        kind = next((kind for kind in PARTIES if self.catalogue.state((kind, party.id))), "person")
        return Link(self.neutral(kind), None)

    def neutral(self, kind: str) -> str:
        """What stands for a party of a kind that may not be named."""
        word = NEUTRAL.get(kind) if self.lang == "vi" else self.t.get(f"neutral_{kind}")
        return word or self.word("neutral_organisation")

    def party_record(self, party: Party | None) -> Person | Collective | Organisation | None:
        """The public record of a party, or None."""
        if party is None or not party.id:
            return None
        found = (self.catalogue.get((kind, party.id)) for kind in PARTIES)
        return cast(
            "Person | Collective | Organisation | None", next((record for record in found if record), None)
        )

    def short_name(self, organisation: Organisation) -> str:
        """The name of an organisation in daily use."""
        return tidy(organisation.short_name or organisation.name)

    def place_text(self, name: str | None) -> str | None:
        """A province as it was called at the time, with today's name where that is another."""
        found = self.catalogue.place(name)
        if found is None:
            return tidy(name) if name else None
        if not found.former:
            return tidy(found.name)
        return tidy(self.word("place_now", then=found.name, now=found.today.name))

    def place_value(self, name: str | None) -> Value | None:
        """A province with the address of its page."""
        found = self.catalogue.place(name)
        text = self.place_text(name)
        return Value(text, self.url(found.today) if found else None) if text else None
