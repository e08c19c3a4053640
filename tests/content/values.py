"""One value as an editor writes it, read by a field type: what the tests of field types look at."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.base.digest import Plain
from vinhdanh.base.problems import Problem
from vinhdanh.content import yaml_nodes
from vinhdanh.content.fields import MISSING, FieldType, MediaUse, Mention, Reading
from vinhdanh.content.source_text import SourceText, whole_yaml

FILE = "content/people/hoa.yaml"


class Read(NamedTuple):
    """What a field type made of a value; `plain` is None where there is no usable value."""

    plain: Plain
    codes: list[str]
    problems: list[Problem]
    mentions: list[Mention]
    media: list[MediaUse]


def read(kind: FieldType, written: str, *, complete: bool = True) -> Read:
    """Read `key: written`. `written` may go on over several lines."""
    source = whole_yaml(FILE, f"key: {written}\n")
    assert isinstance(source, SourceText)
    node, problems = yaml_nodes.compose(source)
    assert node is not None, problems
    reading = Reading(source, key="key", complete=complete)
    plain = kind.read(node.value[0][1], reading)
    codes = [problem.code for problem in reading.problems]
    usable = None if plain is MISSING else plain
    return Read(usable, codes, reading.problems, reading.mentions, reading.media)
