"""A build for editors: drafts and all, into a folder of its own, going on where a published build would stop.

Nothing here can reach a published folder: where a preview goes is decided by the root alone, it has a memory of its
own, and `pipeline.build` knows no audience.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import DamagedError, Memory
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem, sort_problems
from vinhdanh.content.catalogue import Key
from vinhdanh.content.loading import MEDIA_FOLDER, Loaded, Loader
from vinhdanh.content.understood import Understood
from vinhdanh.content.visibility import Audience
from vinhdanh.render import derivation, makers, messages, theme
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome
from vinhdanh.render.planned import Planned, content_of, for_editors
from vinhdanh.render.publication import Publication, html_of
from vinhdanh.render.theme import Theme
from vinhdanh.render.theme_folder import folder_of
from vinhdanh.showcase.planning import plan, plan_page, plan_texts
from vinhdanh.showcase.relations import Relations
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


class Meanwhile(NamedTuple):
    """What has happened while a build goes on: the files below content/ that were touched, and the outputs that are to
    be brought up to date with that."""

    touched: Collection[str]
    first: Collection[str]


class _Wish(NamedTuple):
    """The arguments of `Workshop.preview`."""

    today: str
    first: Collection[str]
    narrate: Narrate
    ready: Ready
    superseded: Callable[[], bool]
    meanwhile: Callable[[], Meanwhile | None]


class _Kept(NamedTuple):
    """What a build leaves for the next one; it counts only when the memory has been saved with it."""

    understood: Understood
    loaded: Loaded
    relations: Relations


class Workshop:
    """Builds the previews of one showcase one after another, each beginning where the last one ended."""

    def __init__(self, root: Path, name: str, *, sandboxed: bool = False) -> None:
        """`root` is the folder that has content/; `name` is a text that no other process has for its workshop;
        `sandboxed` templates are somebody else's."""
        self._root = root
        self._sandboxed = sandboxed
        self._name = name
        self._kept: _Kept | None = None
        self._touched: set[str] | None = None
        """The files below content/ that were touched since then; None when that is not known."""
        self._beyond_content: tuple[Problem, ...] = ()
        """What was wrong in the last build besides the content: it is wrong until a whole build finds it mended."""
        self._settled: Planned | None = None
        """The plan of the last build that brought all outputs up to date, if nothing was wrong besides the content."""
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
        touched: Collection[str] | None = None,
        meanwhile: Callable[[], Meanwhile | None] = lambda: None,
    ) -> Previewed:
        """Bring the preview up to date as of `today` (ISO), the outputs whose paths are in `first` before others.

        `touched` are the paths of the files below content/ that have come, changed or gone since the last call, where
        somebody has kept count; without them, all files are looked at. `meanwhile` tells what was touched since then
        although the build is to go on: pages are brought up to date with that in the middle of it.

        What is wrong is told and does not stop it: the last good version of a file stands in for it, and a page that
        cannot be made stays as it was. Raises BusyError, and SupersededError soon after `superseded` tells so; `first`
        is up to date even then.
        """
        if touched is None or self._touched is None:
            self._touched = None
        else:
            self._touched.update(touched)
        wish = _Wish(today, first, narrate, ready, superseded, meanwhile)
        try:
            with contextlib.closing(Memory(self._root / MEMORY_FOLDER / MEMORY_FILE)) as memory:
                try:
                    return self._previewed(memory, wish)
                except DamagedError:
                    memory.forget()
                    return self._previewed(memory, wish)
        except TemplateError as error:
            self._beyond_content = (error.problem,)
            return _fault(error.problem)
        except disk.DiskError as error:
            return _fault(messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason))

    def _previewed(self, memory: Memory, wish: _Wish) -> Previewed:
        wish.narrate("read", 0)
        kept = self._load(memory, wish.today)
        loaded, look = kept.loaded, self._look()
        options = Options(self._root, self._root / FOLDER, wish.today, sandboxed=self._sandboxed)
        texts = self._texts_since_settled(loaded, look, options.output)
        folder = OutputFolder(options.output, self._root / MEMORY_FOLDER)
        bring = partial(self._bring, folder, memory, look, wish.ready)
        try:
            bring(kept, wish.first)
            watch = _Watch(
                wish, lambda news: bring(self._amended(memory, wish.today, news.touched), news.first)
            )
            about = (loaded.catalogue, look.strings, look.names)
            if texts is None:
                outputs = plan(*about, kept.relations, watch.look)
            else:
                outputs = plan_texts(*about, texts, kept.relations, watch.look)
            found = for_editors(loaded, look, map(watch.passed, outputs))
            publication = Publication(
                folder,
                memory,
                self._engine,
                look,
                options,
                _alone,
                Audience.EDITORS,
                watch.brought,
                watch.look,
            )
            publication.make((each for each in found.outputs if each.path in wish.first), watch.narrate)
            wish.ready(publication.move_in(watch.narrate), found.problems)
            publication.make((each for each in found.outputs if each.path not in wish.first), watch.narrate)
            publication.move_in(watch.narrate)
            outcome = publication.finish(found.pages, found.problems, whole=texts is None)
        finally:
            folder.close()
        memory.save()
        found = found if texts is None or self._settled is None else _joined(self._settled, found)
        known = set(loaded.problems)
        self._beyond_content = (*outcome.faults, *(each for each in found.problems if each not in known))
        self._settled = None if self._beyond_content else found
        return Previewed(outcome, found)

    def _texts_since_settled(self, loaded: Loaded, look: Theme, output: Path) -> Collection[Key] | None:
        """The records whose bodies alone have changed since all outputs were up to date; None when more may have."""
        settled = self._settled
        if settled is None or settled.theme is not look or not disk.is_folder(output):
            return None
        return loaded.catalogue.bodies_since(settled.loaded.catalogue)

    def _load(self, memory: Memory, today: str) -> _Kept:
        """The content, what is understood of it, and its relations: those of before where all records are the same."""
        kept, self._kept = self._kept, None
        if memory.get(_KEEPER) != self._name:  # another's memory, or a new one, lacks what goes with it
            kept = None
        memory.put(_KEEPER, self._name)
        understood = kept.understood if kept else Understood()
        loaded = self._loader(memory, understood).load(today, kept.loaded if kept else None, self._touched)
        return _Kept(understood, loaded, _relations(kept, loaded))

    def _amended(self, memory: Memory, today: str, touched: Collection[str]) -> _Kept:
        """The same in the middle of a build, while other pages are still being made of the content of before.

        Raises SupersededError where that will not do.
        """
        kept, self._kept = self._kept, None
        if kept is None or self._touched is None:
            raise SupersededError
        self._touched.update(touched)
        loaded = self._loader(memory, kept.understood).amended(today, kept.loaded, self._touched)
        if loaded is None:
            memory.save()
            self._kept = kept
            raise SupersededError
        return _Kept(kept.understood, loaded, _relations(kept, loaded))

    def _loader(self, memory: Memory, understood: Understood) -> Loader:
        return Loader(content_of(self._root), memory, self._engine, Audience.EDITORS, understood)

    def _bring(
        self,
        folder: OutputFolder,
        memory: Memory,
        look: Theme,
        ready: Ready,
        kept: _Kept,
        first: Iterable[str],
    ) -> Sequence[str]:
        """Show the first pages as the content is now, and tell what is wrong; the paths of those that differ."""
        moved = _brought(folder, memory, self._engine, kept, look, first)
        ready(moved, sort_problems((*kept.loaded.problems, *self._beyond_content)))
        memory.save()
        self._kept, self._touched = kept, set()
        return moved

    def _look(self) -> Theme:
        """The theme, read again when a file of it may have changed."""
        place = folder_of(self._root)
        found = disk.scan(place)
        stamps = [(str(place / file.path), file.stamp) for file in found]
        if self._theme is None or self._theme[0] != stamps:
            look = theme.load(place, hashed=False, sandboxed=self._sandboxed)
            settled = all(file.settled for file in found)
            self._theme = (stamps if settled else (), look)
        return self._theme[1]


class _Watch:
    """Looks now and then whether a build has been superseded, and brings what was touched meanwhile.

    Raises SupersededError.
    """

    def __init__(self, wish: _Wish, bring: Callable[[Meanwhile], Sequence[str]]) -> None:
        self._wish = wish
        self._bring = bring
        self.brought: set[str] = set()
        """The outputs that have been brought since the build began: it must not undo that."""

    def narrate(self, stage: str, count: int) -> None:
        """Say what is being done, if it is still wanted."""
        self.look()
        self._wish.narrate(stage, count)

    def passed(self, output: Output) -> Output:
        """An output of the plan, if the plan is still wanted."""
        self.look()
        return output

    def look(self) -> None:
        """Look."""
        if self._wish.superseded():
            raise SupersededError
        news = self._wish.meanwhile()
        if news:
            self.brought.update(self._bring(news))


def _joined(whole: Planned, part: Planned) -> Planned:
    """A plan in which some outputs are as another has them, which is newer."""
    newer = {output.path: output for output in part.outputs}
    return replace(part, outputs=tuple(newer.get(output.path, output) for output in whole.outputs))


def _relations(before: _Kept | None, loaded: Loaded) -> Relations:
    if before and loaded.catalogue.has_records_of(before.relations.catalogue):
        return before.relations
    return Relations(loaded.catalogue)


def _brought(
    folder: OutputFolder,
    memory: Memory,
    engine: bytes,
    kept: _Kept,
    look: Theme,
    paths: Iterable[str],
) -> Sequence[str]:
    """Bring the pages of records among some outputs up to date before all is planned; the paths of those that differ.

    A page whose template fails is left to the whole build, which tells of it.
    """
    moved = []
    for path in sorted(paths):
        output = plan_page(kept.loaded.catalogue, look.strings, look.names, path, kept.relations)
        with contextlib.suppress(TemplateError):
            data = makers.make(output, look, partial(html_of, memory, engine)) if output else None
            if data is not None and folder.digest_of(path) not in (None, digest.of_bytes(data)):
                folder.stage(path, data)
                folder.publish(path)
                moved.append(path)
    return moved


def _alone(seconds: float) -> None:
    """Nobody helps a preview: what it has to do at once, it does sooner by itself."""


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
    deriving = derivation.Derivation(store, media, fonts, derivation.recipe(fonts), _alone)
    return next(data for _, data in deriving.make(wanted, planned.outputs))
