"""Everything that is known before a page is rendered: what the content says, what it looks like, what is to be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, sort_problems
from vinhdanh.content.loading import Loaded, Loader
from vinhdanh.content.visibility import Audience
from vinhdanh.content.yaml_nodes import HAS_LIBYAML
from vinhdanh.render import messages, theme
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.theme import Theme
from vinhdanh.showcase.planning import plan
from vinhdanh.showcase.spec import Output, url_of


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with what it was made from."""

    loaded: Loaded
    theme: Theme
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]

    @property
    def pages(self) -> int:
        """How many pages are planned."""
        return sum(output.path.endswith(".html") for output in self.outputs)


def prepare(
    root: Path, today: str, memory: Memory, engine: bytes, audience: Audience = Audience.READERS
) -> Planned:
    """Load the content below `root` as of `today` (ISO) and plan every output, without writing any.

    For editors, of two outputs that claim one path the first is planned, and assets keep their plain names, so that a
    change in a style sheet changes no page. Raises TemplateError and DiskError.
    """
    loaded = Loader(content_of(root), memory, engine, audience).load(today)
    look = theme.load(theme.folder_of(root), hashed=audience is Audience.READERS)
    return planned(loaded, look, plan(loaded.catalogue, look.strings, look.names), audience)


def content_of(root: Path) -> Path:
    """The folder of the content of a showcase. Raises TemplateError when there is none."""
    content = root / "content"
    if not disk.is_folder(content):
        raise TemplateError(messages.NO_CONTENT.at(None, path=str(content)))
    return content


def planned(
    loaded: Loaded, look: Theme, plan: Iterable[Output], audience: Audience = Audience.READERS
) -> Planned:
    """A plan for an audience, with what is wrong with it as a whole."""
    outputs = tuple(plan)
    collisions = tuple(_collisions(outputs))
    if audience is Audience.EDITORS:
        outputs = tuple(_for_editors(outputs, look))
    slow = () if HAS_LIBYAML else (messages.NO_LIBYAML.at(None),)
    return Planned(loaded, look, outputs, sort_problems((*loaded.problems, *collisions, *slow)))


def _for_editors(outputs: Iterable[Output], look: Theme) -> Iterable[Output]:
    """The first output for each path; copies of assets, whose names do not tell it, with the digest of their bytes."""
    taken: set[str] = set()
    for output in outputs:
        if output.path.lower() in taken:
            continue
        taken.add(output.path.lower())
        if output.maker == "copy":
            parts = {**output.parts, "digest": digest.short(look.assets[output.path])}
            yield replace(output, parts=parts)
        else:
            yield output


def _collisions(outputs: Iterable[Output]) -> Iterable[Problem]:
    """Two outputs for one path, also where only upper and lower case differ: on Windows that is one file."""
    first: dict[str, Output] = {}
    for output in outputs:
        other = first.setdefault(output.path.lower(), output)
        if other is not output:
            url = f"/{url_of(output.path)}"
            yield messages.SAME_ADDRESS.at(None, url=url, first=other.origin, second=output.origin)
