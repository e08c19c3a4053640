"""Settings, recommended extensions and snippets of VS Code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import DATA_FOLDER, KINDS, Kind
from vinhdanh.content.reader import SITE
from vinhdanh.content.scalars import Choice
from vinhdanh.editing.schema.ownership import FOLDER, jsonc_text

EXTENSIONS = ("redhat.vscode-yaml", "eliostruyf.vscode-front-matter")
"""YAML by Red Hat reads the schemas; Front Matter shows forms for Markdown files."""

_ENDINGS = ("yaml", "yml")


def files() -> Mapping[str, str]:
    """The files of `.vscode/` by path."""
    return {
        ".vscode/settings.json": jsonc_text(_settings()),
        ".vscode/extensions.json": jsonc_text({"recommendations": list(EXTENSIONS)}),
        ".vscode/vinh-danh.code-snippets": jsonc_text(dict(map(_snippet, KINDS))),
    }


def _settings() -> Mapping[str, Any]:
    return {
        "files.encoding": "utf8",
        "yaml.schemas": dict(_associations()),
        # Schemas come from this folder only: nothing is asked of other hosts, no foreign schema is guessed by a name.
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "frontMatter.telemetry.disable": True,
        # Snippets are offered in Markdown only when this is on.
        "[markdown]": {"editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"}},
    }


def _associations() -> Iterator[tuple[str, list[str]]]:
    """Each schema with the files that it is for; what begins with `!` is left out."""
    for kind in KINDS:
        own = [f"content/{kind.folder}/*.{ending}" for ending in _ENDINGS]
        twins = [f"content/{kind.folder}/*.en.{ending}" for ending in _ENDINGS]
        folders = ("content", f"content/{DATA_FOLDER}")
        lists = [f"{folder}/{kind.folder}.{ending}" for folder in folders for ending in _ENDINGS]
        yield f"{FOLDER}/{kind.key}.json", [*own, *(f"!{path}" for path in twins)]
        yield f"{FOLDER}/{kind.key}.en.json", twins
        yield f"{FOLDER}/{kind.folder}.json", lists
    for name in (SITE, f"{SITE}.en"):
        yield f"{FOLDER}/{name}.json", [f"content/{name}.{ending}" for ending in _ENDINGS]


def _snippet(kind: Kind) -> tuple[str, Mapping[str, Any]]:
    """What the word `vd-ca-nhan` grows into: all keys that must be there, and those that a good page has."""
    record: type = kind.record
    fields = fields_of(record)
    must = [field for field in fields.values() if field.required]
    good = [fields[name] for name in _GOOD if name in fields and not fields[name].required]
    lines = list(_Lines().of([*must, *good]))
    body = ["---", *lines, "---", "", "$0"]
    text = {
        "prefix": f"vd-{slugify(kind.one[0])}",
        "description": f"{kind.one[0]} · {kind.one[1]}",
        "body": body,
    }
    return f"Vinh Danh: {kind.one[0]}", {"scope": "markdown,yaml", **text}


_GOOD = ("summary", "sources", "basis")
"""What need not be there, but a page without it is poor, or not published."""


class _Lines:
    """Lines of a snippet, their places to fill in numbered from 1."""

    def __init__(self) -> None:
        self._last = 0

    def of(self, fields: Iterable[Field], indent: str = "") -> Iterator[str]:
        for field in fields:
            kind = field.type.item if isinstance(field.type, ListOf) else field.type
            listed = isinstance(field.type, ListOf)
            if isinstance(kind, Group):
                yield f"{indent}{field.name}:"
                inner = (each for each in fields_of(kind.group).values() if each.required)
                for number, line in enumerate(self.of(inner, "")):
                    yield f"{indent}  {('- ' if number == 0 else '  ') if listed else ''}{line}"
            else:
                yield f"{indent}{field.name}: {self._value(kind, listed=listed)}"

    def _value(self, kind: FieldType, *, listed: bool) -> str:
        self._last += 1
        if isinstance(kind, Choice):
            words = ",".join(_escaped(vi, ",|") for vi, _ in kind.options.values() if kind.key_of(vi))
            place = f"${{{self._last}|{words}|}}"
        else:
            place = f"${{{self._last}:{_escaped(kind.example, '')}}}"
        return f"[{place}]" if listed else place


def _escaped(text: str, more: str) -> str:
    """Text inside a place to fill in, where some signs have a meaning."""
    return "".join(f"\\{sign}" if sign in f"\\$}}{more}" else sign for sign in text)
