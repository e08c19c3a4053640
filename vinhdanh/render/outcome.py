"""What a build is asked for, and what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vinhdanh.base.calls import SYSTEM, Calls
from vinhdanh.base.problems import Problem, has_errors

if TYPE_CHECKING:  # a build that has nothing to do is over before the catalogue is even loaded
    from vinhdanh.content.catalogue import Catalogue

MEMORY_FOLDER = ".vinhdanh"
"""What builds remember lies here, below the root."""

Narrate = Callable[[str, int], None]
"""Called with the name of a stage and how many things it has to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `today` is an ISO date; `strict` makes warnings stop publication too; `jobs` is how
    many processes may build together, 0 for as many as there are cores; `scheduler` is the address of a Dask cluster
    that builds in their place; `calls` are those by which it changes files; `sandboxed` templates are somebody else's
    and reach nothing of the process."""

    root: Path
    output: Path
    today: str
    strict: bool = False
    jobs: int = 0
    scheduler: str = ""
    calls: Calls = SYSTEM
    sandboxed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. `pages` counts all planned pages, `rendered` the outputs that were made anew."""

    pages: int = 0
    rendered: int = 0
    written: int = 0
    removed: int = 0
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    """Paths of the outputs that were moved in or removed."""
    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    """Problems of templates, settings or the disk, not of content."""
    halfway: bool = False
    """Whether a fault came when the output folder had been changed: its files are whole, but not all are new."""
    catalogue: Catalogue | None = field(default=None, compare=False, repr=False)
    """What the content says; None when there was nothing to do, or it could not be read."""

    @property
    def published(self) -> bool:
        """Whether the output folder now shows the content as it is."""
        return not self.faults and not has_errors(self.problems)
