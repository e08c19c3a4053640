"""From one file to the records in it: which kind, which ids, their plain values, and everything that is wrong.

The result is plain data, so that it can be remembered by the digest of the file and made in any process.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import yaml

from vinhdanh.base import digest
from vinhdanh.base.digest import Plain
from vinhdanh.base.file_names import LENGTH_LIMIT, is_portable
from vinhdanh.base.problems import Location, Problem, pack, unpack
from vinhdanh.base.vietnamese.text import is_slug, slugify
from vinhdanh.content import file_messages, privacy, source_text, value_messages, yaml_messages, yaml_nodes
from vinhdanh.content.domain_types import Day
from vinhdanh.content.fields import (
    MISSING,
    Field,
    FieldType,
    MediaUse,
    Mention,
    Reading,
    fields_of,
    keys_of,
    nearest,
    scalar,
)
from vinhdanh.content.groups import read_mapping
from vinhdanh.content.model.kinds import DATA_FOLDER, by_folder, by_key
from vinhdanh.content.model.site import Site
from vinhdanh.content.scalars import Choice, Number, Text, Url, YesNo
from vinhdanh.content.source_text import SourceText

SITE = "site"
"""The kind of `site.yaml`."""

Extras = Mapping[str, Mapping[str, Field]]
"""The fields that a site adds, by kind and key."""


class RawRecord(NamedTuple):
    """A record as it was written, before references are resolved."""

    kind: str
    id: str
    lang: str
    location: Location
    values: Mapping[str, Plain]
    extra: Mapping[str, Plain]
    body: bytes
    body_line: int
    mentions: tuple[Mention, ...]
    media: tuple[MediaUse, ...]


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that one file says. `bodies` holds the texts of new bodies by digest; they and notices are not remembered."""

    records: tuple[RawRecord, ...] = ()
    problems: tuple[Problem, ...] = ()
    bodies: Mapping[bytes, str] = field(default_factory=dict)
    notices: tuple[Problem, ...] = ()


class Address(NamedTuple):
    """What a path says of the file: its kind, the id of its one record (empty in a list file) and its language."""

    kind: str
    id: str
    lang: str


def address_of(path: str) -> Address | None:
    """What a path below `content/` says of the file, or None when no kind has that folder."""
    *folders, name = path.split("/")
    stem, lang = _language(name.rpartition(".")[0] or name)
    if not folders and stem == SITE:
        return Address(SITE, SITE, lang)
    below = folders[1:] if folders[:1] == [DATA_FOLDER] else folders
    kind = by_folder().get(below[0] if below else stem)
    return Address(kind.key, stem if below else "", lang) if kind else None


def is_settings(path: str) -> bool:
    """Whether a path below `content/` is that of the settings of the whole showcase, or of their translation."""
    address = address_of(path)
    return address is not None and address.kind == SITE


def _language(stem: str) -> tuple[str, str]:
    return (stem.removesuffix(".en"), "en") if stem.endswith(".en") else (stem, "vi")


def read_file(path: str, data: bytes, extras: Extras, *, noticing: bool = False) -> FileReading:
    """Read one file of `content/`; `path` is its path there, `extras` the fields that the site added.

    `noticing` also gathers what is not wrong but not written as the model writes it, which builds do not ask for.
    """
    address = address_of(path)
    if address is None:
        return FileReading(problems=(_unknown_folder(f"content/{path}", path),))
    source = source_of(path, data, address)
    if isinstance(source, Problem):
        return FileReading(problems=(source,))
    found = _read_source(source, address, extras, noticing=noticing)
    return replace(found, notices=(*found.notices, *source_text.not_composed(source))) if noticing else found


def source_of(path: str, data: bytes, address: Address) -> SourceText | Problem:
    """The text of a content file in its parts, or why it is none; `address` is what its path says."""
    file = f"content/{path}"
    text = source_text.decode(file, data)
    if isinstance(text, Problem):
        return text
    if file.endswith(".md"):
        return source_text.split_markdown(file, text, _heading_key(address))
    return source_text.whole_yaml(file, text)


def _read_source(source: SourceText, address: Address, extras: Extras, *, noticing: bool) -> FileReading:
    """What a text says whose path says what it is."""
    node, problems = yaml_nodes.compose(source)
    if isinstance(node, yaml.SequenceNode):
        return _read_list(node, source, address, extras, noticing=noticing)
    if node is None and not problems and address.id:
        node = yaml.MappingNode("tag:yaml.org,2002:map", [])
    if isinstance(node, yaml.MappingNode) and address.id:
        return _read_record(node, source, address, extras, source.body, noticing=noticing)
    if isinstance(node, yaml.MappingNode):
        problems = [file_messages.NOT_A_LIST.at(source.of_node(node))]
    elif node is not None:
        problems = [*problems, _not_a_mapping(node, source, address)]
    return FileReading(problems=tuple(problems))


def _heading_key(address: Address) -> str:
    kind = by_key().get(address.kind)
    return kind.heading if kind else "name"


def _read_list(
    node: yaml.SequenceNode, source: SourceText, address: Address, extras: Extras, *, noticing: bool
) -> FileReading:
    readings = [_read_entry(item, source, address, extras, noticing=noticing) for item in node.value]
    return FileReading(
        tuple(record for reading in readings for record in reading.records),
        tuple(problem for reading in readings for problem in reading.problems),
        {body: text for reading in readings for body, text in reading.bodies.items()},
        tuple(notice for reading in readings for notice in reading.notices),
    )


def _read_entry(
    item: yaml.Node, source: SourceText, address: Address, extras: Extras, *, noticing: bool
) -> FileReading:
    """One record of a list file."""
    if not isinstance(item, yaml.MappingNode):
        return FileReading(problems=(_not_a_mapping(item, source, address),))
    taken, rest = take(item, "id")
    id = taken.value if isinstance(taken, yaml.ScalarNode) else ""
    if not id:
        labels = {"key": "id", "label_vi": "mã", "label_en": "id", "example": "id: ten-khong-dau"}
        return FileReading(problems=(value_messages.MISSING_REQUIRED.at(source.of_node(item), **labels),))
    own = Address(address.kind, id, address.lang)
    return _read_record(rest, source, own, extras, "", noticing=noticing)


def take(node: yaml.MappingNode, key: str) -> tuple[yaml.Node | None, yaml.MappingNode]:
    """What is first written under `key`, or None, and a mapping without it."""
    at = next((number for number, (name, _) in enumerate(node.value) if name.value == key), None)
    if at is None:
        return None, node
    pairs = [*node.value[:at], *node.value[at + 1 :]]
    return node.value[at][1], yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


def _read_record(
    node: yaml.MappingNode,
    source: SourceText,
    address: Address,
    extras: Extras,
    body: str,
    *,
    noticing: bool,
) -> FileReading:
    reading = Reading(source, complete=address.lang == "vi", notices=[] if noticing else None)
    place = reading.at(node) if node.value else source.location(0, 0)
    if not is_slug(address.id):
        slug = slugify(address.id) or "ten-khong-dau"
        return FileReading(problems=(file_messages.BAD_ID.at(place, id=address.id, slug=slug),))
    if not is_portable(address.id):
        return FileReading(
            problems=(file_messages.UNPORTABLE_ID.at(place, id=address.id, limit=LENGTH_LIMIT),)
        )
    body_line = source.body_line
    if not body.strip():
        written, node = take(node, "body")
        body, body_line = _written_body(written, reading)
    kind = by_key().get(address.kind)
    record_type: type = kind.record if kind else Site
    extra = extras.get(address.kind, {})
    fields, keys = fields_of(record_type), keys_of(record_type)
    if extra:
        aliases = {alias: item for item in extra.values() for alias in item.aliases}
        fields, keys = {**fields, **extra}, {**keys, **extra, **aliases}
    values = read_mapping(node, fields, keys, reading)
    body = source_text.clean(body)
    odd = source_text.odd_character(body)
    if odd:
        line, start = body.count("\n", 0, odd[0]), body.rfind("\n", 0, odd[0]) + 1
        where = source.location(body_line + line, odd[0] - start)
        reading.problems.append(yaml_messages.ODD_CHARACTER.at(where, code=odd[1]))
        body = ""
    reading.problems += privacy.in_record(
        address.kind, reading.texts, (body, body_line), source, values.get("confirmed", ())
    )
    record = RawRecord(
        address.kind,
        address.id,
        address.lang,
        place,
        {name: value for name, value in values.items() if name not in extra},
        {name: value for name, value in values.items() if name in extra},
        digest.of_bytes(body.encode()) if body.strip() else b"",
        body_line,
        tuple(reading.mentions),
        tuple(reading.media),
    )
    bodies = {record.body: body} if record.body else {}
    return FileReading((record,), tuple(reading.problems), bodies, tuple(reading.notices or ()))


def _written_body(node: yaml.Node | None, reading: Reading) -> tuple[str, int]:
    """The body that stands under a key, and the number of the line, from 0, on which it begins."""
    reading.key = "body"
    if node is None or scalar(node, reading, Text(lines=True)) is MISSING:
        return "", 0
    in_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return node.value, reading.at(node).line - 1 + in_block


def _not_a_mapping(node: yaml.Node, source: SourceText, address: Address) -> Problem:
    found = "một dòng chữ" if isinstance(node, yaml.ScalarNode) else "một danh sách"
    return file_messages.NOT_A_MAPPING.at(
        source.of_node(node), found=found, example=f"{_heading_key(address)}: …"
    )


def _unknown_folder(file: str, path: str) -> Problem:
    folder = PurePosixPath(path).parts[0].removesuffix(".yaml").removesuffix(".md")
    near = nearest(folder, by_folder())
    return file_messages.UNKNOWN_FOLDER.at(
        Location(file),
        folder=folder,
        guess_vi=f" Có phải ý là “{near}”?" if near else "",
        guess_en=f" Did you mean “{near}”?" if near else "",
        known=", ".join(f"{name}/" for name in by_folder()),
    )


def extra_fields(site: Site) -> Extras:
    """The fields that a site adds, ready for reading."""
    found: dict[str, dict[str, Field]] = {}
    for item in site.extra_fields:
        kind = _extra_type(item.type, item.choices)
        labels = (item.label, item.label_en or item.label)
        made = Field(item.key, kind, *labels, ("", ""), (), item.required)
        found.setdefault(item.of, {})[item.key] = made
    return found


def _extra_type(name: str, choices: Sequence[str]) -> FieldType:
    if name == "choice" and choices:
        return Choice({choice: (choice, choice) for choice in choices})
    types: Mapping[str, Callable[[], FieldType]] = {
        "number": Number,
        "date": Day,
        "yes_no": YesNo,
        "url": Url,
    }
    return types.get(name, Text)()


# -- remembering ----


def dump(reading: FileReading) -> str:
    """The reading as JSON text; `restore` is its inverse, but for the bodies."""
    records = [[*record[:6], record.body.hex(), *record[7:]] for record in reading.records]
    return json.dumps([records, [pack(problem) for problem in reading.problems]], ensure_ascii=False)


def restore(text: str) -> FileReading:
    """The reading that `dump` wrote. Raises ValueError, TypeError, KeyError or IndexError when the text is damaged."""
    records, problems = json.loads(text)
    return FileReading(tuple(map(_restored, records)), tuple(unpack(problem) for problem in problems))


def _restored(plain: list[Any]) -> RawRecord:
    kind, id, lang, place, values, extra, body, body_line, mentions, media = plain
    return RawRecord(
        kind,
        id,
        lang,
        Location(*place),
        values,
        extra,
        bytes.fromhex(body),
        body_line,
        tuple(Mention(tuple(kinds), name, field, Location(*at)) for kinds, name, field, at in mentions),
        tuple(MediaUse(path, Location(*at)) for path, at in media),
    )
