"""The writing half of a build: compare, render, stage, publish, prune, remember."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import OUTPUT, DamagedError, Memory, OutputRow
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.content.recollection import prose_key
from vinhdanh.content.visibility import Audience
from vinhdanh.render import derivation, makers, messages, rendering
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome
from vinhdanh.render.spreading import OpenPool
from vinhdanh.render.staleness import NEW, TOUCHED, Trace, Tracer, reasons
from vinhdanh.render.theme import Theme
from vinhdanh.render.theme_folder import folder_of
from vinhdanh.showcase.planning import SHARED_PARTS
from vinhdanh.showcase.spec import Look, Output, url_of

NAMED = 5
"""How many of the files that nobody remembers are named."""


class _Made(NamedTuple):
    """An output that waits to be moved in: its path, what it was made of, the digest of its bytes, and why."""

    path: str
    trace: Trace
    digest: bytes
    because: str


def html_of(memory: Memory, engine: bytes, hexadecimal: str) -> str:
    """The HTML with marks of a body, by the hexadecimal digest of its text. Raises DamagedError where it is lost: the
    facts of the body were remembered, or it would have been converted in this build."""
    html = memory.prose_html(prose_key(bytes.fromhex(hexadecimal), engine))
    if html is None:
        raise DamagedError(hexadecimal)
    return html


def _named_from(root: Path, output: Path) -> str:
    """The output folder as it is remembered: one below the root moves with it."""
    return output.relative_to(root).as_posix() if output.is_relative_to(root) else str(output)


class Publication:
    """Brings one output folder up to date with a plan, which may come in pieces: `make` and `move_in` for each, then
    `finish`. What was made and not moved in is not published."""

    def __init__(
        self,
        folder: OutputFolder,
        memory: Memory,
        engine: bytes,
        theme: Theme,
        options: Options,
        open_pool: OpenPool,
        audience: Audience = Audience.READERS,
        newer: Container[str] = frozenset(),
        look: Look = lambda: None,
    ) -> None:
        """`engine` is the digest of everything that decides the output besides content and templates; `newer`, which
        may grow, holds the paths of outputs that have been moved in since the plan was made: they stay as they are.
        `look` is called now and then.

        For editors, outputs that are dear to make are left until somebody asks for them, and a page whose template
        fails stays as it was while all others are published.
        """
        self._folder = folder
        self._root = options.root
        self._calls = options.calls
        self._open_pool = open_pool
        self._sandboxed = options.sandboxed
        self._memory = memory
        self._engine = engine
        self._theme = theme
        self._fonts = derivation.fonts_of(theme.assets, theme.names)
        self._recipe = derivation.recipe(self._fonts)
        self._lenient = audience is Audience.EDITORS
        self._newer = newer
        self._look = look
        self._tracer = Tracer(
            engine,
            lambda maker: makers.maker_digest(theme, maker),
            dict.fromkeys(derivation.MAKERS, self._recipe),
        )
        self._output = _named_from(options.root, options.output)
        same_folder = memory.get(OUTPUT) == self._output
        self._remembered = memory.outputs() if same_folder else {}
        self._forgotten = set() if same_folder else set(memory.outputs())
        self._planned: set[str] = set()
        self._dear: list[Output] = []
        self._kept: list[tuple[str, OutputRow]] = []
        self._why: dict[str, tuple[str, ...]] = {}
        self._made: list[_Made] = []
        self._moved: list[str] = []
        self._faults: dict[Problem, None] = {}

    def make(self, outputs: Iterable[Output], narrate: Narrate) -> None:
        """Stage those of some planned outputs that are stale. Raises TemplateError and DiskError."""
        narrate("render", 0)
        waiting: dict[str, tuple[Trace, str]] = {}
        for output, data in self._bytes(self._stale(outputs, waiting), narrate):
            self._folder.stage(output.path, data)
            trace, because = waiting.pop(output.path)
            self._made.append(_Made(output.path, trace, digest.of_bytes(data), because))
            narrate("page", 1)

    def move_in(self, narrate: Narrate) -> Sequence[str]:
        """Publish what was made; the paths of what was not there before as it is now. Raises DiskError."""
        made, self._made = self._made, []
        narrate("write", len(made))
        self._announce(made)
        before = len(self._moved)
        self._memory.put_outputs(self._publish(made), ())
        return self._moved[before:]

    def finish(self, pages: int, problems: tuple[Problem, ...], *, whole: bool = True) -> Outcome:
        """Remember what stays as it is and, if this was a `whole` plan, remove what is no longer planned."""
        gone = [path for path in self._remembered if path not in self._planned] if whole else []
        pruned = [path for path in gone if self._prune(path)]
        self._memory.put_outputs(self._kept, gone)
        counts = (pages, len(self._why), len(self._moved), len(pruned))
        problems = (*problems, *self._unknown())
        return Outcome(*counts, self._why, (*self._moved, *pruned), problems, tuple(self._faults))

    def _unknown(self) -> tuple[Problem, ...]:
        """What lies among the outputs that may be a former build's, where not all of those are remembered."""
        if self._lenient or (self._remembered and not self._memory.rescued):
            return ()
        found = self._folder.others(self._planned)
        names = ", ".join(found[:NAMED]) + (" …" if len(found) > NAMED else "")
        about = {"folder": self._folder.root.name, "count": len(found), "names": names}
        return (messages.UNKNOWN_FILES.at(None, **about),) if found else ()

    def _stale(self, outputs: Iterable[Output], waiting: dict[str, tuple[Trace, str]]) -> Iterator[Output]:
        """The outputs to make; with the path of each, `waiting` gets its trace and why."""
        for output in outputs:
            self._look()
            if output.maker in derivation.MAKERS:
                if self._lenient:
                    continue
                self._dear.append(output)
            self._planned.add(output.path)
            trace = self._tracer.trace(output, SHARED_PARTS)
            because = self._reasons(output.path, trace)
            if because:
                self._why[f"/{url_of(output.path)}"] = because
                waiting[output.path] = (trace, ", ".join(because))
                yield output

    def _reasons(self, path: str, trace: Trace) -> tuple[str, ...]:
        """Why an output must be made; where its stamp alone has changed, that is noted and no reason."""
        row, stamp = self._remembered.get(path), self._folder.stamp(path)
        because = reasons(trace, row, stamp)
        if not because and row and stamp and row.stamp != stamp:
            if self._folder.digest_of(path) != row.digest:
                return (TOUCHED,)
            self._kept.append((path, row._replace(stamp=stamp)))
        return because

    def _bytes(self, outputs: Iterable[Output], narrate: Narrate) -> Iterator[tuple[Output, bytes]]:
        """The bytes of every output: pages first, as they come, then what is dear to make."""
        bodies = partial(html_of, self._memory, self._engine)
        dear: list[Output] = []
        cheap = _without(outputs, derivation.MAKERS, dear)
        if self._lenient:
            yield from self._leniently(cheap, bodies)
        else:
            place = rendering.Place(folder_of(self._root), self._theme.digest, self._engine, self._sandboxed)
            yield from rendering.render(cheap, self._theme, place, bodies, self._open_pool)
        if dear:
            narrate("pictures", len(dear))
            store = disk.Store(self._root / MEMORY_FOLDER / derivation.STORE, self._calls)
            media = self._root / "content" / MEDIA_FOLDER
            deriving = derivation.Derivation(store, media, self._fonts, self._recipe, self._open_pool)
            yield from deriving.make(dear, self._dear)

    def _leniently(self, outputs: Iterable[Output], bodies: makers.HtmlOf) -> Iterator[tuple[Output, bytes]]:
        """The bytes of those outputs whose templates do not fail; the faults of the others are noted."""
        for output in outputs:
            try:
                data = makers.make(output, self._theme, bodies)
            except TemplateError as error:
                self._faults.setdefault(error.problem)
            else:
                yield output, data

    def _announce(self, made: Sequence[_Made]) -> None:
        """Remember which files are about to be ours, so that a killed build leaves nothing that is not known."""
        pending = ((each.path, OutputRow("", b"", b"", "", NEW)) for each in made)
        self._memory.put(OUTPUT, self._output)
        self._memory.put_outputs(pending, self._forgotten)
        self._forgotten = set()
        if made:
            self._memory.save()

    def _prune(self, path: str) -> bool:
        """Remove an output that is no longer planned, unless somebody put other bytes in its place."""
        known = self._remembered[path].digest
        return (
            path not in self._newer
            and (not known or self._folder.digest_of(path) == known)
            and self._folder.prune(path)
        )

    def _publish(self, made: Iterable[_Made]) -> Iterator[tuple[str, OutputRow]]:
        """Move in what differs from what lies there; what is to be remembered of it."""
        for path, trace, data, because in made:
            if path in self._newer:
                continue
            stamp = self._folder.stamp(path)
            if stamp is None or self._folder.digest_of(path) != data:
                stamp = self._folder.publish(path)
                self._moved.append(path)
            yield path, OutputRow(trace.names, trace.digests, data, stamp, because)


def _without(outputs: Iterable[Output], makers: Container[str], aside: list[Output]) -> Iterator[Output]:
    """Those outputs that none of some makers makes; the others are put aside."""
    for output in outputs:
        if output.maker in makers:
            aside.append(output)
        else:
            yield output
