"""Open data: the files of each kind, their description, and the page that explains them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vinhdanh.base.digest import Plain
from vinhdanh.content.model.kinds import KINDS, Kind
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.frame import DATA, Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.open_data.columns import Column, columns_of, schema
from vinhdanh.showcase.open_data.descriptor import About, Described, datapackage, dataset, schema_path
from vinhdanh.showcase.open_data.files import DESCRIPTOR, FOLDER, files_of, names_of
from vinhdanh.showcase.open_data.public import PUBLIC
from vinhdanh.showcase.open_data.rows import Rows
from vinhdanh.showcase.spec import Output

ORIGIN = f"{FOLDER}/"


class FileView(NamedTuple):
    """A file to be fetched, in both formats."""

    name: str
    csv: str
    json: str


class KindView(NamedTuple):
    """A kind with its files and its columns: name, title, description."""

    title: str
    count: str  # type: ignore[assignment]  # a column of the view, not the method of tuples
    files: tuple[FileView, ...]
    columns: tuple[tuple[str, str, str], ...]


def outputs(frame: Frame) -> Iterator[Output]:
    """The page in this language; the files themselves once, beside the Vietnamese page."""
    make = Rows(frame.show, frame.site.extra_fields, frame.undisclosed)
    kinds = [
        (kind, make.open_ones(frame.show.catalogue.every(kind.record)))
        for kind in KINDS
        if kind.key in PUBLIC
    ]
    there: list[tuple[Kind, Sequence[Record]]] = [(kind, records) for kind, records in kinds if records]
    described = [Described(kind, names_of(kind, len(records))) for kind, records in there]
    yield _page(frame, there, described)
    if frame.lang == "vi":
        yield Output(DESCRIPTOR, "json", {"data": datapackage(_about(frame), described)}, ORIGIN)
        for kind, records in there:
            yield from _files(frame, make, kind, records)


def _files(frame: Frame, make: Rows, kind: Kind, records: Sequence[Record]) -> Iterator[Output]:
    """The files of a kind: made one after another, so that no more than one is in the making."""
    extra = frame.site.extra_fields
    columns = columns_of(kind, extra)
    yield Output(f"{FOLDER}/{schema_path(kind)}", "json", {"data": schema(columns)}, ORIGIN)
    named = [(column.name, column.type) for column in columns]
    for file in files_of(kind, records):
        rows: Plain = [make.row(record) for record in file.records]
        yield Output(file.path("csv"), "csv", {"columns": named, "rows": rows}, ORIGIN)
        yield Output(file.path("json"), "rows", {"rows": rows}, ORIGIN)


def _about(frame: Frame) -> About:
    show, address = frame.show, frame.show.addresses
    known = bool(address.origin)
    return About(
        site=frame.site.name,
        title=show.word("data_of", site=frame.text("name")),
        description=show.word("data_lead"),
        lang=frame.lang,
        page=address.absolute(frame.own_paths(DATA)[frame.lang]) if known else "",
        folder=address.absolute(f"{FOLDER}/"),
        publisher=frame.text("publisher"),
    )


# -- the page ----


def _page(
    frame: Frame, there: Sequence[tuple[Kind, Sequence[Record]]], described: Sequence[Described]
) -> Output:
    show = frame.show
    about = _about(frame)
    parts = {
        "kinds": [
            _kind(frame, each, len(records)) for each, (_, records) in zip(described, there, strict=True)
        ],
        "descriptor": show.addresses.url(DESCRIPTOR),
        "cite": show.word("data_cite_as", title=about.title, url=about.page or frame.own_url(DATA)),
    }
    return frame.page(
        frame.own_paths(DATA)[frame.lang],
        "data.html",
        show.word("data_title"),
        parts,
        origin=ORIGIN,
        description=show.word("data_lead"),
        section="directory",
        crumbs=(frame.home(), Crumb(show.word("data"), None)),
        twins=frame.own_paths(DATA),
        about=dataset(about, described, DESCRIPTOR.removeprefix(f"{FOLDER}/")),
    )


def _kind(frame: Frame, described: Described, count: int) -> KindView:
    show = frame.show
    at = 1 if frame.lang == "en" else 0

    def column(each: Column) -> tuple[str, str, str]:
        return each.name, each.title[at], each.description[at]

    def url(name: str) -> str:
        return show.addresses.url(f"{FOLDER}/{name}")

    return KindView(
        described.kind.many[at],
        show.count(count),
        tuple(FileView(name, url(f"{name}.csv"), url(f"{name}.json")) for name in described.files),
        tuple(column(each) for each in columns_of(described.kind, frame.site.extra_fields)),
    )
