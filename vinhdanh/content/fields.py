"""Field types: from a YAML node to a plain value with problems at their places, and from a plain value to a typed one.

`read` runs once for each saved file, and its result is remembered; `load` runs in every build. The two together keep
the model (see the package `model`) free of parsing.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

import yaml

from vinhdanh.base.digest import Plain
from vinhdanh.base.problems import Edit, Location, Message, Problem
from vinhdanh.base.vietnamese.text import fold, slugify
from vinhdanh.content import value_messages, yaml_messages
from vinhdanh.content.quoting import quoted
from vinhdanh.content.source_text import SourceText, clean, odd_character

MISSING: Any = object()
"""What `read` gives when there is no usable value; the problem has been noted already."""

GUESSES = 20
"""Problems of one record up to which what was meant is guessed: comparing a word with all that are known takes half a
millisecond, and a file may hold tens of thousands that are wrong."""


class Mention(NamedTuple):
    """A reference as it was written: allowed kinds, id, and its place, to be resolved by the catalogue."""

    kinds: tuple[str, ...]
    id: str
    field: str
    location: Location


class MediaUse(NamedTuple):
    """A media file as it was written, and its place."""

    path: str
    location: Location


@dataclass(slots=True)
class Reading:
    """What gathers while one record is read: problems, references and media uses."""

    source: SourceText
    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    media: list[MediaUse] = field(default_factory=list)
    texts: list[tuple[yaml.Node, str]] = field(default_factory=list)
    """Every running text with its node, to be looked through for what is private."""
    key: str = ""
    complete: bool = True
    """False for a translation, which may leave required fields out."""
    notices: list[Problem] | None = None
    """What is not wrong but not written as the model writes it; None where nobody asks."""

    def at(self, node: yaml.Node) -> Location:
        """Where a node begins."""
        return self.source.of_node(node)

    def report(self, message: Message, node: yaml.Node, edit: Edit | None = None, /, **values: object) -> Any:
        """Note a problem at a node; gives MISSING so that a reader can return it."""
        self.problems.append(message.at(self.at(node), edit, **values))
        return MISSING

    def notice(self, message: Message, node: yaml.Node, new: str, **values: object) -> None:
        """Note, where somebody asks, that a node would better be written as `new`."""
        if self.notices is not None:
            edit = self.source.edit_of_node(node, new)
            self.notices.append(message.at(self.at(node), edit, new=new, **values))


class FieldType(ABC):
    """How one kind of value is written, read and loaded. `example` is shown in advice."""

    name: ClassVar[str]
    example: str = "…"
    many: ClassVar[bool] = False
    words: ClassVar[tuple[str, str]] = ("một dòng chữ", "a line of text")

    @abstractmethod
    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The plain value of a node, or MISSING after noting a problem."""

    def load(self, plain: Plain) -> Any:
        """The typed value of a plain one."""
        return plain


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the model: its type, labels, hints, aliases, and whether it must be there."""

    name: str
    type: FieldType
    vi: str
    en: str
    hint: tuple[str, str]
    aliases: tuple[str, ...]
    required: bool

    def label(self, lang: str) -> str:
        """The label for people, in `lang`."""
        return self.en if lang == "en" else self.vi


def labelled(
    kind: FieldType,
    vi: str,
    en: str,
    hint: tuple[str, str] = ("", ""),
    *,
    also: tuple[str, ...] = (),
    required: bool = False,
    default: Any = None,
) -> Any:
    """A dataclass field of the model. Its Vietnamese label, folded, is an alias of its key without being named."""
    metadata = {"labelled": (kind, vi, en, hint, also, required)}
    value = () if kind.many and default is None else default
    return dataclasses.field(default=value, metadata=metadata)


@functools.cache
def fields_of(group: type) -> Mapping[str, Field]:
    """The labelled fields of a dataclass of the model, by key, in the order of declaration."""
    found = {}
    for item in dataclasses.fields(group):
        if "labelled" in item.metadata:
            kind, vi, en, hint, also, required = item.metadata["labelled"]
            aliases = tuple(dict.fromkeys([slugify(vi).replace("-", "_"), *also]))
            found[item.name] = Field(item.name, kind, vi, en, hint, aliases, required)
    return found


@functools.cache
def keys_of(group: type) -> Mapping[str, Field]:
    """The fields of a group by key and by alias."""
    fields = fields_of(group)
    aliases = {alias: item for item in fields.values() for alias in item.aliases}
    return {**aliases, **fields}


def scalar(node: yaml.Node, reading: Reading, needed: FieldType) -> Any:
    """The text of a scalar node in NFC, or MISSING after noting that something else stands there."""
    if not isinstance(node, yaml.ScalarNode):
        return wrong_shape(node, reading, needed)
    text = clean(node.value).replace("\u00a0", " ").strip()
    if not text or is_empty(node):
        return reading.report(value_messages.EMPTY_VALUE, node, key=reading.key)
    odd = None if text.isprintable() else odd_character(text)
    if odd:
        return reading.report(yaml_messages.ODD_CHARACTER, node, code=odd[1])
    if is_plain(node):
        _note_cut_comment(node, reading)
    return text


def _note_cut_comment(node: yaml.ScalarNode, reading: Reading) -> None:
    """A `#` with no space after it is hardly a comment: `Xưởng #3` lost its end."""
    line, column = node.end_mark.line + reading.source.yaml_line, node.end_mark.column
    rest = reading.source.lines[line][column:] if line < len(reading.source.lines) else ""
    if "#" not in rest:
        return
    match = re.match(r"\s+(#[^\s#].*)$", rest)
    if match:
        whole = quoted(f"{node.value} {match[1]}")
        start, old = node.start_mark, reading.source.written(node)
        edit = old and reading.source.edit_in_yaml(start.line, start.column, old + rest, quoted(old + rest))
        fixed = f"{reading.key}: {whole}"
        reading.report(yaml_messages.HASH_CUT, node, edit or None, lost=match[1], fixed=fixed)


def is_plain(node: yaml.Node) -> bool:
    """Whether a scalar stands without quotes."""
    return isinstance(node, yaml.ScalarNode) and not node.style


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing, `~` or `null` was written."""
    return is_plain(node) and node.value in ("", "~", "null")


def wrong_shape(node: yaml.Node, reading: Reading, needed: FieldType) -> Any:
    """Note that a list, a group or a text stands where another shape is needed."""
    found = _SHAPES[type(node)]
    return reading.report(
        value_messages.WRONG_SHAPE,
        node,
        key=reading.key,
        needed_vi=needed.words[0],
        needed_en=needed.words[1],
        found_vi=found[0],
        found_en=found[1],
        example=f"{reading.key}: {needed.example}",
    )


_SHAPES: dict[type, tuple[str, str]] = {
    yaml.ScalarNode: ("một dòng chữ", "a text"),
    yaml.SequenceNode: ("một danh sách", "a list"),
    yaml.MappingNode: ("một nhóm mục", "a group of keys"),
}


def nearest(written: str, known: Sequence[str] | Mapping[str, Any]) -> str | None:
    """The known folded word that was probably meant, if one is near enough to name."""
    wanted = fold(written).replace("_", " ").replace("-", " ")
    found = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
