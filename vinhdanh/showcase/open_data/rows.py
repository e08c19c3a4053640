"""Records as plain rows: the public fields and nothing else, with ids of public records only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from vinhdanh.base.digest import Plain
from vinhdanh.base.vietnamese.amounts import Figure, format_figure
from vinhdanh.content.domain_types import Amount, Day, Party, PartyType, PlaceName
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import ExtraField
from vinhdanh.content.scalars import MediaFile, Reference
from vinhdanh.showcase.open_data.public import PUBLIC, PUBLIC_GROUPS
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import shown_honours
from vinhdanh.showcase.reserve import Reserve

EXTRA = "extra_"
"""Before the key of a field that the showcase added to a kind."""

Row = dict[str, Plain]


class Rows:
    """Makes rows of the records of one showcase."""

    def __init__(self, show: Presenter, extra_fields: Iterable[ExtraField], undisclosed: Reserve) -> None:
        """`show` is the Vietnamese presenter; `extra_fields` are those that the showcase added; `undisclosed` are those
        of whom nothing comes out: neither their own rows nor a value that names them."""
        self._show = show
        self._undisclosed = undisclosed
        self._extra = sorted((field.of, field.key) for field in extra_fields)
        self._told: Mapping[type[FieldType], Callable[[Any, Any], Plain]] = {
            ListOf: self._list,
            Group: self._group,
            Day: lambda kind, value: value.iso,
            Amount: lambda kind, value: _figure(value),
            PartyType: lambda kind, value: self._party(value),
            Reference: self._reference,
            MediaFile: _refuse,
        }

    def open_ones(self, records: Sequence[Record]) -> Sequence[Record]:
        """Those records that have a row: not those of people who did not agree, nor what is named after them."""
        if not self._undisclosed:
            return records
        return [record for record in records if not self._is_reserved(record)]

    def _is_reserved(self, record: Record | None) -> bool:
        if record is None or not self._undisclosed:
            return False
        path = self._show.addresses.record(record)
        return self._undisclosed.has(record) or self._undisclosed.tells(record.id, path, record.heading)

    def row(self, record: Record) -> Row:
        """The public fields of a record that are there, by column. What is not there has no key."""
        show, address = self._show, self._show.addresses
        row: Row = {"id": record.id, "page_url": address.absolute(address.record(record))}
        if record.translation and "en" in show.catalogue.site.languages:
            row["page_url_en"] = address.absolute(address.record(record, "en"))
        group: type = type(record)
        fields = fields_of(group)
        for name in PUBLIC[record.kind]:
            value = getattr(record, name)
            if name == "honours" and isinstance(record, (Person, Collective)):
                value = shown_honours(record)
            if value is not None and value != ():
                row.update(self._column(name, fields[name].type, value))
        for of, key in self._extra:
            if of == record.kind and key in record.extra:
                row[f"{EXTRA}{key}"] = record.extra[key]
        return self._without_named(row) if self._undisclosed else row

    def _without_named(self, row: Row) -> Row:
        """A row without the values, and the entries of lists, that name somebody who did not agree."""
        kept: Row = {}
        for name, value in row.items():
            if isinstance(value, list):
                entries = [entry for entry in value if not self._undisclosed.tells(*_texts(entry))]
                kept.update({name: entries} if entries else {})
            elif not self._undisclosed.tells(*_texts(value)):
                kept[name] = value
        return kept

    def _column(self, name: str, kind: FieldType, value: Any) -> Row:
        """The column or the columns of one field; none when there is nothing that may be told."""
        if type(kind) is PartyType:
            party = self._party(value)
            return {f"{name}_{key}" if key != "name" else name: text for key, text in party.items()}
        if type(kind) is PlaceName:
            found = self._show.catalogue.place(value)
            return {name: value, **({f"{name}_now": found.today.id} if found else {})}
        plain = self._plain(kind, value)
        return {} if _is_nothing(plain) else {name: plain}

    def _plain(self, kind: FieldType, value: Any) -> Plain:
        """A value of the model as a plain one; None where it may not be told."""
        tell = self._told.get(type(kind))
        return value if tell is None or value is None else tell(kind, value)

    def _list(self, kind: ListOf, value: Any) -> Plain:
        found = (self._plain(kind.item, item) for item in value)
        return [plain for plain in found if plain is not None]

    def _group(self, kind: Group, value: Any) -> Plain:
        fields = fields_of(kind.group)
        names = PUBLIC_GROUPS[kind.group]
        found = {name: self._plain(fields[name].type, getattr(value, name)) for name in names}
        return {name: plain for name, plain in found.items() if plain is not False and not _is_nothing(plain)}

    def _party(self, party: Party) -> Row:
        """Somebody by kind and id when there is a public record, else by the words that stand for them."""
        record = self._show.party_record(party)
        if record and self._is_reserved(record):
            return {"name": self._show.neutral(record.kind)}
        if record:
            return {"kind": record.kind, "id": record.id}
        link = self._show.party(party)
        return {"name": link.title} if link else {}

    def _reference(self, kind: Reference, written: str) -> str | None:
        """The id of a public record, with its kind where it may be of several; None for any other."""
        if len(kind.kinds) > 1:
            featured = self._show.relations.featured(written)
            return None if self._is_reserved(featured) else self._show.relations.feature_key(written)
        record = self._show.catalogue.get((kind.kinds[0], written.rpartition("/")[2]))
        return record.id if record and not self._is_reserved(record) else None


def _refuse(kind: FieldType, value: Any) -> Plain:
    raise TypeError("files of media/ are no data")


def _texts(value: Plain) -> Iterator[str]:
    """Every text in a plain value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _is_nothing(plain: Plain) -> bool:
    return plain is None or plain in ([], {}, "")


def _figure(figure: Figure) -> Row:
    """An amount for people (`text`, in Vietnamese notation) and for machines; amounts are decimal texts."""
    found = {
        "text": format_figure(figure).text,
        "comparator": str(figure.comparator),
        "low": f"{figure.low:f}",
        "high": None if figure.high is None else f"{figure.high:f}",
        "unit": figure.unit,
        "metric": str(figure.metric),
        "period": str(figure.period),
        "per": figure.per,
        "of": figure.of,
    }
    return {name: value for name, value in found.items() if value}
