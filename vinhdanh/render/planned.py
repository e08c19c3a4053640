"""Everything that is known before a page is rendered: what the content says, what it looks like, what is to be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, sort_problems
from vinhdanh.content.loading import Loaded, Loader
from vinhdanh.content.understanding import Ahead
from vinhdanh.content.yaml_nodes import HAS_LIBYAML
from vinhdanh.render import messages, theme
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.makers import COPY
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


class Passing:
    """A plan that passes by once, with what is counted of its outputs and what is wrong with them as a whole. Of those
    that claim one path the first passes."""

    def __init__(self, loaded: Loaded, look: Theme) -> None:
        """The plan of what was loaded."""
        self._loaded = loaded
        self._outputs = plan(loaded.catalogue, look.strings, look.names)
        self._first: dict[str, str] = {}
        self._collisions: list[Problem] = []
        self.pages = 0
        """How many pages have passed."""

    def __iter__(self) -> Iterator[Output]:
        for output in self._outputs:
            collision = _collision(output, self._first)
            if collision:
                self._collisions.append(collision)
            else:
                self.pages += output.path.endswith(".html")
                yield output

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content and with what has passed."""
        return _problems(self._loaded, self._collisions)


def prepare(root: Path, today: str, memory: Memory, engine: bytes) -> Planned:
    """Load the content below `root` as of `today` (ISO) and plan every output, without writing any. Raises
    TemplateError and DiskError."""
    loaded, look = load(root, today, memory, engine)
    passing = Passing(loaded, look)
    outputs = tuple(passing)
    return Planned(loaded, look, outputs, passing.problems)


def load(
    root: Path,
    today: str,
    memory: Memory,
    engine: bytes,
    ahead: Ahead | None = None,
    *,
    sandboxed: bool = False,
) -> tuple[Loaded, Theme]:
    """The content below `root` as readers see it on the day `today` (ISO), and how it looks; `ahead` has many files
    understood at once; `sandboxed` templates are a stranger's. Raises TemplateError and DiskError."""
    loaded = Loader(content_of(root), memory, engine, ahead=ahead).load(today)
    return loaded, theme.load(theme.folder_of(root), sandboxed=sandboxed)


def content_of(root: Path) -> Path:
    """The folder of the content of a showcase. Raises TemplateError when there is none."""
    content = root / "content"
    if not disk.is_folder(content):
        raise TemplateError(messages.NO_CONTENT.at(None, path=str(content)))
    return content


def for_editors(loaded: Loaded, look: Theme, plan: Iterable[Output]) -> Planned:
    """A plan for a preview: of two outputs that claim one path the first, and assets under their plain names, so that a
    change in a style sheet changes no page."""
    first: dict[str, str] = {}
    outputs, collisions = [], []
    for output in plan:
        collision = _collision(output, first)
        if collision:
            collisions.append(collision)
        else:
            outputs.append(_with_content(output, look))
    return Planned(loaded, look, tuple(outputs), _problems(loaded, collisions))


def _problems(loaded: Loaded, collisions: Iterable[Problem]) -> tuple[Problem, ...]:
    slow = () if HAS_LIBYAML else (messages.NO_LIBYAML.at(None),)
    return sort_problems((*loaded.problems, *collisions, *slow))


def _with_content(output: Output, look: Theme) -> Output:
    """A copy of an asset, whose name does not tell it, with the digest of its bytes; any other output as it is."""
    if output.maker != COPY:
        return output
    return replace(output, parts={**output.parts, "digest": digest.short(look.assets[output.path])})


def _collision(output: Output, first: dict[str, str]) -> Problem | None:
    """What is wrong if an output claims a path of `first`, which has who asked for each file, and for each folder,
    with a slash behind it; else they are put there. A file where another output needs a folder is as wrong.

    Paths that differ in upper and lower case alone are one: on Windows they are one file.
    """
    path = output.path.lower()
    folder = path.rpartition("/")[0]
    taken = next((each for each in (path, f"{path}/") if each in first), None)
    new: list[str] = []
    while taken is None and folder and f"{folder}/" not in first:
        new.append(f"{folder}/")
        taken = folder if folder in first else None
        folder = folder.rpartition("/")[0]
    if taken is not None:
        url = f"/{url_of(output.path) if taken.startswith(path) else taken}"
        return messages.SAME_ADDRESS.at(None, url=url, first=first[taken], second=output.origin)
    first.update(dict.fromkeys((path, *new), output.origin))
    return None
