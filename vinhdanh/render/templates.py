"""Jinja templates: strict, without globals, and each with a digest of everything it is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import jinja2
import yaml
from jinja2 import nodes

from vinhdanh.base import digest
from vinhdanh.base.problems import Location
from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.fragments import Fragments
from vinhdanh.render.sandbox import Sandbox

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_REFERRING = re.compile(r"\{%[-+]?\s*(extends|include|import|from)\b.*?%\}", re.DOTALL)
"""The tags that name another template. Only they are parsed: parsing whole templates would be felt in every build."""


class Templates:
    """All templates of a showcase, given as texts by name."""

    def __init__(
        self, sources: Mapping[str, str], label: str = "templates", *, sandboxed: bool = False
    ) -> None:
        """`label` is the folder's name in problems; `sandboxed` templates reach nothing of the process.

        Raises TemplateError when a name is computed.
        """
        self._sources = sources
        self._label = label
        self._sandboxed = sandboxed
        kind = Sandbox if sandboxed else jinja2.Environment
        self._environment = kind(
            loader=jinja2.FunctionLoader(self._load),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.globals.clear()
        self._environment.globals["namespace"] = jinja2.utils.Namespace
        del self._environment.filters["random"]
        self._environment.filters["once"] = Fragments()
        self._references = {name: self._references_in(name) for name in sources}
        self._closures: dict[str, bytes] = {}

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """The text of a template, with its own name as the file name that tracebacks carry."""
        return (self._sources[name], name, None) if name in self._sources else None

    def _references_in(self, name: str) -> Mapping[str, int]:
        """The templates that a template names, each with its line."""
        text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), self._sources[name])
        found: dict[str, int] = {}
        for match in _REFERRING.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            for node in self._referring_nodes(match[0]):
                named = getattr(node, "template", None)
                if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
                    place = self._place(name, line)
                    raise TemplateError(messages.COMPUTED_TEMPLATE.at(place, tag=match[0]))
                found.setdefault(named.value, line)
        return found

    def _referring_nodes(self, tag: str) -> tuple[nodes.Node, ...]:
        """A tag as a syntax tree; nothing if it is not well formed, which rendering will tell."""
        try:
            tree = self._environment.parse(tag)
        except jinja2.TemplateSyntaxError:
            return ()
        return tuple(tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)))

    def closure(self, name: str) -> bytes:
        """The digest of a template with all that it extends, includes and imports. Raises TemplateError."""
        if name not in self._closures:
            reached: set[str] = set()
            waiting = [(name, self._place(name, 1))]
            while waiting:
                current, place = waiting.pop()
                if current in reached:
                    continue
                if current not in self._references:
                    raise TemplateError(messages.TEMPLATE_MISSING.at(place, name=current))
                reached.add(current)
                references = self._references[current].items()
                waiting.extend((other, self._place(current, line)) for other, line in references)
            self._closures[name] = digest.of_plain(
                [self._sandboxed, *([each, self._sources[each]] for each in sorted(reached))]
            )
        return self._closures[name]

    def render(self, name: str, context: Mapping[str, Any], url: str) -> str:
        """The text of a page; `url` is named in problems. Raises TemplateError."""
        try:
            return self._environment.get_template(name).render(context)
        except jinja2.TemplateSyntaxError as error:
            place = self._place(error.name or name, error.lineno)
            raise TemplateError(messages.TEMPLATE_SYNTAX.at(place, reason=error.message or "")) from None
        except Exception as error:  # whatever an expression in a template raises is the template's fault
            place = self._place_of(error, name)
            reason = str(error) or type(error).__name__
            raise TemplateError(messages.TEMPLATE_ERROR.at(place, url=url, reason=reason)) from None

    def _place_of(self, error: Exception, name: str) -> Location:
        """The innermost template line of a traceback, which Jinja has rewritten to template names."""
        trace, found = error.__traceback__, (name, 1)
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file in self._sources:
                found = (file, trace.tb_lineno)
            trace = trace.tb_next
        return self._place(*found)

    def _place(self, name: str, line: int) -> Location:
        lines = self._sources.get(name, "").split("\n")
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        return Location(f"{self._label}/{name}", line, 1, excerpt[:160])


def read_strings(name: str, text: str) -> Mapping[str, str]:
    """The interface's words of one language, from YAML. Raises TemplateError when they are not `key: text` lines."""
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise TemplateError(messages.TEMPLATE_SYNTAX.at(Location(name, line), reason=str(error))) from None
    if not isinstance(node, yaml.MappingNode):
        raise TemplateError(messages.TEMPLATE_SYNTAX.at(Location(name), reason="key: text"))
    return {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}


__all__ = ["TemplateError", "Templates", "read_strings"]
