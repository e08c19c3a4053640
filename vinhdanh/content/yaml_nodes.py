"""YAML to nodes that know their place: the C loader's composer without implicit types, guarded against hostile input.

Nothing is turned into a number, a date or a yes here; the model decides what a scalar means, so `no` stays the text
“no” and `0123456` stays seven digits.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from vinhdanh.base.problems import Problem
from vinhdanh.content import yaml_faults, yaml_messages
from vinhdanh.content.source_text import SourceText

DEPTH_LIMIT = 12
"""Levels of nesting that are read; the deepest form of the model has five."""

_CLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HAS_LIBYAML: bool = hasattr(yaml, "CSafeLoader")
"""Whether the fast C loader is there; without it reading is some seven times slower."""

_CHAINED = re.compile(rf"(?:[-?] ){{{DEPTH_LIMIT}}}")
_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_PLAIN_TAGS = frozenset(_TAGS.values())


class _TextLoader(_CLoader):  # type: ignore[misc]
    """Every scalar is text: nothing is resolved, neither by form nor by place."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The tag of a node without one of its own."""
        return _TAGS[kind]

    def descend_resolver(self, node: object, index: object) -> None:
        """Called for every node; there is nothing to be done."""

    def ascend_resolver(self) -> None:
        """Called for every node; there is nothing to be done."""


def compose(source: SourceText) -> tuple[yaml.Node | None, list[Problem]]:
    """The root node of a source's YAML part, or None when it is empty or cannot be read, and what is wrong with it."""
    early = _guard(source)
    if early:
        return None, early
    try:
        loader = _TextLoader(source.yaml_text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, yaml_faults.explain(error, source)
    if isinstance(node, yaml.ScalarNode) and source.yaml_text.strip():
        found = yaml_faults.in_lone_text(source)
        return (None, [found]) if found else (node, [])
    problem = _foreign_tag(node, source) if node is not None and "!" in source.yaml_text else None
    return (None, [problem]) if problem else (node, [])


def _guard(source: SourceText) -> list[Problem]:
    """What must be seen before the parser: it would pass over it, or be slowed or broken by it."""
    text = source.yaml_text
    if "\u00a0" in text or "\uff1a" in text:
        found = yaml_faults.in_odd_characters(source)
        if found:
            return found
    if text.count("[") + text.count("{") > DEPTH_LIMIT and _flow_depth(text) > DEPTH_LIMIT:
        return [yaml_messages.TOO_DEEP.at(source.in_yaml(0, 0), limit=DEPTH_LIMIT)]
    if _CHAINED.search(text):
        return [yaml_messages.TOO_DEEP.at(source.in_yaml(0, 0), limit=DEPTH_LIMIT)]
    if "&" in text or "*" in text:
        return _anchors(source)
    return []


def _flow_depth(text: str) -> int:
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}\n]", text):
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign != "\n":
            depth = max(0, depth - 1)
    return deepest


def _anchors(source: SourceText) -> list[Problem]:
    try:
        for event in yaml.parse(source.yaml_text, Loader=_TextLoader):
            if getattr(event, "anchor", None):
                return [yaml_messages.ANCHOR.at(source.of_node(event))]
    except yaml.YAMLError:
        return []
    return []


def _foreign_tag(node: yaml.Node, source: SourceText) -> Problem | None:
    if node.tag not in _PLAIN_TAGS:
        return yaml_messages.TAG.at(source.of_node(node), tag=node.tag)
    if isinstance(node, yaml.ScalarNode):
        return None
    children = (child for item in node.value for child in (item if isinstance(item, tuple) else (item,)))
    return next((found for child in children if (found := _foreign_tag(child, source))), None)
