"""One record between its file and its form: found in the file, shown, and put back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from vinhdanh.base.problems import Problem
from vinhdanh.content import yaml_nodes
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import Kind, by_key
from vinhdanh.content.model.values import Basis
from vinhdanh.content.reader import Address, Extras, address_of, source_of, take
from vinhdanh.content.scalars import Text
from vinhdanh.content.source_text import SourceText, clean, decode
from vinhdanh.editing.forms import messages
from vinhdanh.editing.forms.patching import Change, Patch, applied
from vinhdanh.editing.forms.values import ShapeError, Values, entries, shown, tidy
from vinhdanh.editing.scaffold import LISTED, fields_in_order, path_of
from vinhdanh.editing.wanting import twin_file

BODY = Field(
    "body",
    Text(lines=True),
    "Nội dung bài",
    "Text",
    ("Viết bằng Markdown; dẫn nguồn bằng [@mã-nguồn]", "Markdown; a source is cited as [@source-id]"),
    ("noi_dung",),
    required=False,
)
"""The text of a record, which in a Markdown file stands below the front matter."""


class UnwritableError(Exception):
    """A form cannot write a record without touching what it does not show; `problem` says so."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Written(NamedTuple):
    """A record as it stands in a file: what its address says, its mapping, and the text around it."""

    address: Address
    node: yaml.MappingNode
    source: SourceText
    in_list: bool


def records_in(path: str, data: bytes) -> Iterator[Written]:
    """The records of a content file; none where it cannot be read."""
    address = address_of(path)
    source = source_of(path, data, address) if address and address.kind in by_key() else None
    if address is None or source is None or isinstance(source, Problem):
        return
    node, problems = yaml_nodes.compose(source)
    if address.id and not problems and (node is None or isinstance(node, yaml.MappingNode)):
        empty = yaml.MappingNode("tag:yaml.org,2002:map", [])
        yield Written(address, node or empty, source, in_list=False)
    elif not address.id and isinstance(node, yaml.SequenceNode):
        for each in node.value:
            id, _ = take(each, "id") if isinstance(each, yaml.MappingNode) else (None, None)
            if isinstance(id, yaml.ScalarNode):
                yield Written(address._replace(id=id.value), each, source, in_list=True)


def form_fields(kind: Kind, extras: Extras, lang: str) -> Mapping[str, Field]:
    """The fields of a form, the kind's own first; that of a translation has those that are made of words."""
    fields = {**fields_in_order(kind), **extras.get(kind.key, {})}
    return {name: field for name, field in fields.items() if lang == "vi" or has_words(field.type)}


def has_words(kind: FieldType) -> bool:
    """Whether a value is, or holds, text that is written in one language. Why somebody may be named is none."""
    match kind:
        case ListOf():
            return has_words(kind.item)
        case Group() if kind.group is Basis:
            return False
        case Group():
            return any(has_words(field.type) for field in fields_of(kind.group).values())
    return isinstance(kind, Text)


def has_body(kind: Kind) -> bool:
    """Whether the records of a kind have a text."""
    return kind.key not in LISTED


def form_of(written: Written, extras: Extras) -> Values:
    """What the form of a record shows."""
    kind = by_key()[written.address.kind]
    values = shown(written.node, form_fields(kind, extras, written.address.lang), written.source)
    if not has_body(kind):
        return values
    body = written.source.body.strip()
    inner = {} if body else shown(written.node, {BODY.name: BODY}, written.source)
    return {**values, **({BODY.name: body} if body else inner)}


def form_from(given: object, kind: Kind, extras: Extras, lang: str) -> Values:
    """What somebody entered into the form of a kind, as `form_of` would show it. Raises ShapeError."""
    values = tidy(given, form_fields(kind, extras, lang))
    body = given.get(BODY.name) if isinstance(given, Mapping) and has_body(kind) else None
    text = _as_in_a_file(body) if isinstance(body, str) and body.strip() else ""
    return {**values, **({BODY.name: text} if text else {})}


def _as_in_a_file(body: str) -> str:
    """A text as it would be read from a file. Raises ShapeError."""
    text = decode("", body.encode("utf-8", "replace"))
    if isinstance(text, Problem):
        raise ShapeError(BODY.name)
    return clean(text).strip()


def changed(path: str, data: bytes, written: Written, extras: Extras, new: Values) -> bytes:
    """The bytes of a file in which a record says what its form says, and all else is as it was.

    Raises UnwritableError where that cannot be had.
    """
    kind, old = by_key()[written.address.kind], form_of(written, extras)
    if old == new:
        return data
    for whole in (False, True):
        after = applied(data, _changes(written, extras, kind, old, new, whole=whole))
        if _says(path, after, written.address, extras) == new and _others(path, after, written) == _others(
            path, data, written
        ):
            return after
    raise UnwritableError(messages.UNWRITABLE.at(written.source.of_node(written.node)))


def _changes(
    written: Written, extras: Extras, kind: Kind, old: Values, new: Values, *, whole: bool
) -> list[Change]:
    fields = form_fields(kind, extras, written.address.lang)
    patch = Patch(written.source, whole=whole)
    if not has_body(kind):
        return list(patch.mapping(written.node, fields, old, new))
    if not written.source.file.endswith(".md") or take(written.node, BODY.name)[0] is not None:
        return list(patch.mapping(written.node, {**fields, BODY.name: BODY}, old, new))
    return [*patch.mapping(written.node, fields, old, new), *_body_changes(written.source, old, new)]


def _body_changes(source: SourceText, old: Values, new: Values) -> Iterator[Change]:
    """The text below the front matter written anew, if it differs."""
    if old.get(BODY.name) == new.get(BODY.name):
        return
    body = f"\n{new[BODY.name]}\n" if BODY.name in new else ""
    yield Change((source.body_line, 0), (len(source.lines), 0), body)


def _says(path: str, data: bytes, address: Address, extras: Extras) -> Values | None:
    """What the form of a record would show, given the bytes of its file."""
    found = next((each for each in records_in(path, data) if each.address == address), None)
    return form_of(found, extras) if found else None


def _others(path: str, data: bytes, written: Written) -> list[Address]:
    """The other records of a file."""
    return [each.address for each in records_in(path, data) if each.address != written.address]


def without(path: str, data: bytes, written: Written) -> bytes | None:
    """The bytes of a file without one record; None where the file is that record's alone. Raises UnwritableError."""
    if not written.in_list:
        return None
    after = applied(data, [Patch(written.source).whole_item(written.node)])
    if _others(path, after, written) == _others(path, data, written) != []:
        return after
    raise UnwritableError(messages.UNWRITABLE.at(written.source.of_node(written.node)))


def new_file(kind: Kind, id: str, extras: Extras, lang: str, values: Values) -> tuple[str, bytes]:
    """Path below content/ and bytes of a file for a record that has none."""
    path = path_of(kind, id) if lang == "vi" else twin_file(path_of(kind, id))
    lines = entries(values, form_fields(kind, extras, lang))
    if not path.endswith(".md"):
        return path, "".join(f"{line}\n" for line in lines).encode()
    body = [values[BODY.name], ""] if BODY.name in values else []
    return path, "\n".join(["---", *lines, "---", "", *body]).encode()
