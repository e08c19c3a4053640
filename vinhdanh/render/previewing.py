"""A build for editors: drafts and all, into a folder of its own, going on where a published build would stop.

Nothing here can reach a published folder: where a preview goes is decided by the root alone, it has a memory of its
own, and `pipeline.build` knows no audience.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import DamagedError, Memory
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem, sort_problems
from vinhdanh.content.loading import MEDIA_FOLDER, Loaded, Loader
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import Audience
from vinhdanh.render import derivation, makers, messages, theme
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome
from vinhdanh.render.planned import Planned, content_of, planned
from vinhdanh.render.publication import Publication, html_of
from vinhdanh.render.theme import Theme
from vinhdanh.render.theme_folder import folder_of
from vinhdanh.showcase.planning import plan, plan_page
from vinhdanh.showcase.spec import Output

FOLDER = f"{MEMORY_FOLDER}/preview"
"""Where a preview lies, below the root."""

MEMORY_FILE = "preview.sqlite"
"""What previews remember, below `MEMORY_FOLDER`: apart from what is remembered of the published site."""

Ready = Callable[[Sequence[str], Sequence[Problem]], None]
"""Called with the paths of outputs that have been moved in while others are still being made, and with what is wrong
as far as that is known."""

_KEEPER = "keeper"
"""The key under which a memory names the workshop that saved it last."""


class Previewed(NamedTuple):
    """What a preview build did, and its plan; none when the build did not come so far."""

    outcome: Outcome
    planned: Planned | None


class SupersededError(Exception):
    """Something was saved while a preview was being built: another is to begin in its place."""


class Workshop:
    """Builds the previews of one showcase one after another, each beginning where the last one ended."""

    def __init__(self, root: Path, name: str) -> None:
        """`root` is the folder that has content/; `name` is a text that no other process has for its workshop."""
        self._root = root
        self._name = name
        self._understood = Understood()
        self._beyond_content: tuple[Problem, ...] = ()
        """What was wrong in the last build besides the content: it is wrong until a whole build finds it mended."""
        self._theme: tuple[Sequence[tuple[str, str]], Theme] | None = None

    @cached_property
    def _engine(self) -> bytes:
        """The engine of this process stays the same, whatever becomes of its files."""
        return engine_digest()

    def preview(
        self,
        today: str,
        first: Collection[str] = (),
        narrate: Narrate = lambda stage, count: None,
        ready: Ready = lambda paths, problems: None,
        superseded: Callable[[], bool] = lambda: False,
    ) -> Previewed:
        """Bring the preview up to date as of `today` (ISO), the outputs whose paths are in `first` before others.

        What is wrong is told and does not stop it: the last good version of a file stands in for it, and a page that
        cannot be made stays as it was. Raises BusyError, and SupersededError soon after `superseded` tells so; `first`
        is up to date even then.
        """
        memory = Memory(self._root / MEMORY_FOLDER / MEMORY_FILE)
        watch = _Watch(narrate, superseded)
        try:
            try:
                return self._previewed(today, memory, first, watch, ready)
            except DamagedError:
                memory.forget()
                return self._previewed(today, memory, first, watch, ready)
        except TemplateError as error:
            self._beyond_content = (error.problem,)
            return _fault(error.problem)
        except disk.DiskError as error:
            return _fault(messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason))
        finally:
            memory.close()

    def _previewed(
        self, today: str, memory: Memory, first: Collection[str], watch: _Watch, ready: Ready
    ) -> Previewed:
        watch.narrate("read", 0)
        loaded, understood = self._load(memory, today)
        look = self._look()
        options = Options(self._root, self._root / FOLDER, today)
        folder = OutputFolder(options.output, self._root / MEMORY_FOLDER)
        try:
            told = sort_problems((*loaded.problems, *self._beyond_content))
            ready(_brought(folder, memory, self._engine, loaded, look, first), told)
            memory.save()
            self._understood = understood
            outputs = plan(loaded.catalogue, look.strings, look.names)
            found = planned(loaded, look, map(watch.passed, outputs), Audience.EDITORS)
            publication = Publication(folder, memory, self._engine, found, options, Audience.EDITORS)
            outcome = publication.run(watch.narrate, first, lambda paths: ready(paths, found.problems))
        finally:
            folder.close()
        memory.save()
        known = set(loaded.problems)
        self._beyond_content = (*outcome.faults, *(each for each in found.problems if each not in known))
        return Previewed(outcome, found)

    def _load(self, memory: Memory, today: str) -> tuple[Loaded, Understood]:
        """The content, and what is understood of it; that counts only when the memory has been saved with it."""
        understood, self._understood = self._understood, Understood()
        if memory.get(_KEEPER) != self._name:  # another's memory, or a new one, lacks what goes with it
            understood = self._understood
        memory.put(_KEEPER, self._name)
        loader = Loader(content_of(self._root), memory, self._engine, Audience.EDITORS, understood)
        return loader.load(today), understood

    def _look(self) -> Theme:
        """The theme, read again when a file of it may have changed."""
        place = folder_of(self._root)
        found = disk.scan(place)
        stamps = [(str(place / file.path), file.stamp) for file in found]
        if self._theme is None or self._theme[0] != stamps:
            look = theme.load(place, hashed=False)
            settled = all(file.settled for file in found)
            self._theme = (stamps if settled else (), look)
        return self._theme[1]


class _Watch:
    """Looks now and then whether a build has been superseded. Raises SupersededError."""

    def __init__(self, narrate: Narrate, superseded: Callable[[], bool]) -> None:
        self._narrate = narrate
        self._superseded = superseded

    def narrate(self, stage: str, count: int) -> None:
        """Say what is being done, if it is still wanted."""
        self._look()
        self._narrate(stage, count)

    def passed(self, output: Output) -> Output:
        """An output of the plan, if the plan is still wanted."""
        self._look()
        return output

    def _look(self) -> None:
        if self._superseded():
            raise SupersededError


def _brought(
    folder: OutputFolder,
    memory: Memory,
    engine: bytes,
    loaded: Loaded,
    look: Theme,
    paths: Iterable[str],
) -> Sequence[str]:
    """Bring the pages of records among some outputs up to date before all is planned; the paths of those that differ.

    A page whose template fails is left to the whole build, which tells of it.
    """
    moved = []
    for path in sorted(paths):
        output = plan_page(loaded.catalogue, look.strings, look.names, path)
        with contextlib.suppress(TemplateError):
            data = makers.make(output, look, partial(html_of, memory, engine)) if output else None
            if data is not None and folder.digest_of(path) not in (None, digest.of_bytes(data)):
                folder.stage(path, data)
                folder.publish(path)
                moved.append(path)
    return moved


def _fault(problem: Problem) -> Previewed:
    return Previewed(Outcome(faults=(problem,)), None)


def derive(root: Path, planned: Planned, path: str) -> bytes | None:
    """The bytes of an output that is dear to make and that the plan has at `path`; None where it has none.

    It is kept in the store that published builds use too. Raises TemplateError and DiskError.
    """
    wanted = [each for each in planned.outputs if each.path == path and each.maker in derivation.MAKERS]
    if not wanted:
        return None
    fonts = derivation.fonts_of(planned.theme.assets, planned.theme.names)
    store = disk.Store(root / MEMORY_FOLDER / derivation.STORE)
    media = root / "content" / MEDIA_FOLDER
    deriving = derivation.Derivation(store, media, fonts, derivation.recipe(fonts), lambda seconds: None)
    return next(data for _, data in deriving.make(wanted, planned.outputs))
