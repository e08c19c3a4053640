"""Everything that is known before a page is rendered: what the content says, what it looks like, what is to be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vinhdanh.base import disk
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, sort_problems
from vinhdanh.content.loading import Loaded, Loader
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


def prepare(root: Path, today: str, memory: Memory, engine: bytes) -> Planned:
    """Load the content below `root` as of `today` (ISO) and plan every output, without writing any.

    Raises TemplateError and DiskError.
    """
    content = root / "content"
    if not disk.is_folder(content):
        raise TemplateError(messages.NO_CONTENT.at(None, path=str(content)))
    loaded = Loader(content, memory, engine).load(today)
    look = theme.load(theme.folder_of(root))
    outputs = tuple(plan(loaded.catalogue, look.strings, look.names))
    slow = () if HAS_LIBYAML else (messages.NO_LIBYAML.at(None),)
    return Planned(loaded, look, outputs, sort_problems((*loaded.problems, *_collisions(outputs), *slow)))


def _collisions(outputs: Iterable[Output]) -> Iterable[Problem]:
    """Two outputs for one path, also where only upper and lower case differ: on Windows that is one file."""
    first: dict[str, Output] = {}
    for output in outputs:
        other = first.setdefault(output.path.lower(), output)
        if other is not output:
            url = f"/{url_of(output.path)}"
            yield messages.SAME_ADDRESS.at(None, url=url, first=other.origin, second=output.origin)
