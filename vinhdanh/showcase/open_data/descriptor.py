"""The description of the data: `datapackage.json` (Data Package standard 2.0) and schema.org's Dataset."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vinhdanh.base.digest import Plain
from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.model.kinds import Kind

SCHEMAS = "schema"
"""The folder of the table schemas, beside the files."""


class Described(NamedTuple):
    """A kind with the names of its files."""

    kind: Kind
    files: tuple[str, ...]


class About(NamedTuple):
    """What is said of the data as a whole. Addresses are absolute, or empty where the site does not know its own."""

    site: str
    title: str
    description: str
    lang: str
    page: str
    folder: str
    publisher: str


def datapackage(about: About, described: Sequence[Described]) -> Plain:
    """The descriptor: every file is a resource, and the files of one kind share a schema."""
    found = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slugify(about.site),
        "title": about.title,
        "description": about.description,
        "homepage": about.page,
        "contributors": [{"title": about.publisher, "roles": ["publisher"]}] if about.publisher else [],
        "keywords": ["người lao động", "sáng kiến", "vinh danh", "workers", "initiatives", "honours"],
        "resources": [
            resource for each in described for name in each.files for resource in _resources(each.kind, name)
        ],
    }
    return {name: value for name, value in found.items() if value}


def schema_path(kind: Kind) -> str:
    """Where the schema of a kind lies, relative to the descriptor."""
    return f"{SCHEMAS}/{kind.folder}.json"


def _resources(kind: Kind, name: str) -> tuple[Plain, Plain]:
    title = " · ".join(dict.fromkeys(kind.many))
    table = {
        "name": name,
        "type": "table",
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema_path(kind),
    }
    nested = {
        "name": f"{name}-json",
        "title": title,
        "path": f"{name}.json",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }
    return table, nested


def dataset(about: About, described: Sequence[Described], name: str) -> Plain:
    """The same for search engines, in the vocabulary of schema.org. `name` is the path of the descriptor's file."""
    formats = {"csv": "text/csv", "json": "application/json"}
    files = [(name, "application/json")]
    files += [
        (f"{file}.{ending}", formats[ending])
        for each in described
        for file in each.files
        for ending in formats
    ]
    return {
        "@type": "Dataset",
        "name": about.title,
        "description": about.description,
        "url": about.page,
        "inLanguage": about.lang,
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else None,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{about.folder}{path}", "encodingFormat": kind}
            for path, kind in files
        ],
    }
