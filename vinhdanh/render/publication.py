"""The writing half of a build: compare, render, stage, publish, prune, remember."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import DamagedError, Memory, OutputRow
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.content.recollection import prose_key
from vinhdanh.content.visibility import Audience
from vinhdanh.render import derivation, makers, rendering, workers
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome
from vinhdanh.render.planned import Planned
from vinhdanh.render.spreading import OpenPool
from vinhdanh.render.staleness import NEW, TOUCHED, Trace, Tracer, reasons
from vinhdanh.render.theme_folder import folder_of
from vinhdanh.showcase.planning import SHARED_PARTS
from vinhdanh.showcase.spec import Look, Output, url_of


class _Stale(NamedTuple):
    """An output that must be made, and why."""

    output: Output
    trace: Trace
    because: tuple[str, ...]


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


def _opener(options: Options) -> OpenPool:
    if options.scheduler:
        from vinhdanh.render.cluster import cluster  # noqa: PLC0415 - few have one

        return partial(cluster, options.scheduler)
    return partial(workers.pool, jobs=options.jobs)


class Publication:
    """Brings one output folder up to date with a plan."""

    def __init__(
        self,
        folder: OutputFolder,
        memory: Memory,
        engine: bytes,
        planned: Planned,
        options: Options,
        audience: Audience = Audience.READERS,
        newer: Container[str] = frozenset(),
        look: Look = lambda: None,
        *,
        whole: bool = True,
    ) -> None:
        """`engine` is the digest of everything that decides the output besides content and templates; `newer`, which
        may grow, holds the paths of outputs that have been moved in since the plan was made: they stay as they are.
        `look` is called now and then. Outputs that are not planned are removed, if this is a `whole` plan.

        For editors, outputs that are dear to make are left until somebody asks for them, and a page whose template
        fails stays as it was while all others are published.
        """
        self._folder = folder
        self._root = options.root
        self._open_pool = _opener(options)
        self._memory = memory
        self._engine = engine
        self._fonts = derivation.fonts_of(planned.theme.assets, planned.theme.names)
        self._recipe = derivation.recipe(self._fonts)
        self._planned = planned
        self._lenient = audience is Audience.EDITORS
        later = derivation.MAKERS if self._lenient else frozenset()
        self._outputs = [each for each in planned.outputs if each.maker not in later]
        self._newer = newer
        self._look = look
        self._whole = whole
        self._faults: dict[Problem, None] = {}
        self._stamps = folder.stamps(output.path for output in self._outputs)
        output = str(options.output)
        same_folder = memory.get("output") == output
        self._remembered = memory.outputs() if same_folder else {}
        self._forgotten = set() if same_folder else set(memory.outputs())
        memory.put("output", output)

    def run(
        self,
        narrate: Narrate,
        first: Container[str] = (),
        ready: Callable[[Sequence[str]], None] | None = None,
    ) -> Outcome:
        """Make what is stale and publish it. Raises TemplateError and DiskError, the folder being as it was then.

        With `ready`, the outputs whose paths are in `first` are published before the others are made, and it is called
        with the paths of those that were moved in.
        """
        stale, kept = self._compare()
        narrate("render", len(stale))
        planned = {output.path for output in self._outputs}
        gone = [path for path in self._remembered if path not in planned] if self._whole else []
        moved = []
        if ready:
            moved = self._bring([each for each in stale if each.output.path in first], [], narrate)
            ready(moved)
            stale_yet = [each for each in stale if each.output.path not in first]
        moved += self._bring(stale_yet if ready else stale, gone, narrate)
        pruned = [path for path in gone if self._prune(path)]
        self._memory.put_outputs(kept, gone)
        why = {f"/{url_of(output.path)}": because for output, _, because in stale}
        counts = (self._planned.pages, len(stale), len(moved), len(pruned))
        return Outcome(*counts, why, (*moved, *pruned), self._planned.problems, tuple(self._faults))

    def _bring(self, stale: Sequence[_Stale], gone: Sequence[str], narrate: Narrate) -> list[str]:
        """Make outputs and move them in; the paths of those that were not there before as they are now."""
        made = self._render(stale, narrate)
        self._announce(made, gone)
        narrate("write", len(made))
        return self._publish(made)

    def _compare(self) -> tuple[list[_Stale], list[tuple[str, OutputRow]]]:
        """The outputs to make, and rows whose stamp alone has changed."""
        look = self._planned.theme
        own = dict.fromkeys(derivation.MAKERS, self._recipe)
        tracer = Tracer(self._engine, lambda maker: makers.maker_digest(look, maker), own)
        stale, kept = [], []
        for output in self._outputs:
            self._look()
            trace = tracer.trace(output, SHARED_PARTS)
            row, stamp = self._remembered.get(output.path), self._stamps.get(output.path)
            because = reasons(trace, row, stamp)
            if not because and row and stamp and row.stamp != stamp:
                if self._folder.digest_of(output.path) == row.digest:
                    kept.append((output.path, row._replace(stamp=stamp)))
                else:
                    because = (TOUCHED,)
            if because:
                stale.append(_Stale(output, trace, because))
        return stale, kept

    def _render(self, stale: Iterable[_Stale], narrate: Narrate) -> list[_Made]:
        """Stage every stale output; nothing is published before all have rendered."""
        stale_at = {each.output.path: each for each in stale}
        made = []
        for output, data in self._bytes([each.output for each in stale], narrate):
            self._folder.stage(output.path, data)
            _, trace, because = stale_at[output.path]
            made.append(_Made(output.path, trace, digest.of_bytes(data), ", ".join(because)))
            narrate("page", 1)
        return made

    def _bytes(self, outputs: Iterable[Output], narrate: Narrate) -> Iterator[tuple[Output, bytes]]:
        """The bytes of every output: pages first, then what is dear to make."""
        bodies = partial(html_of, self._memory, self._engine)
        cheap: list[Output] = []
        dear: list[Output] = []
        for output in outputs:
            (dear if output.maker in derivation.MAKERS else cheap).append(output)
        if self._lenient:
            yield from self._leniently(cheap, bodies)
        else:
            place = rendering.Place(folder_of(self._root), self._planned.theme.digest, self._engine)
            yield from rendering.render(cheap, self._planned.theme, place, bodies, self._open_pool)
        if dear:
            narrate("pictures", len(dear))
            store = disk.Store(self._root / MEMORY_FOLDER / derivation.STORE)
            media = self._root / "content" / MEDIA_FOLDER
            deriving = derivation.Derivation(store, media, self._fonts, self._recipe, self._open_pool)
            yield from deriving.make(dear, self._planned.outputs)

    def _leniently(self, outputs: Iterable[Output], bodies: makers.HtmlOf) -> Iterator[tuple[Output, bytes]]:
        """The bytes of those outputs whose templates do not fail; the faults of the others are noted."""
        for output in outputs:
            try:
                data = makers.make(output, self._planned.theme, bodies)
            except TemplateError as error:
                self._faults.setdefault(error.problem)
            else:
                yield output, data

    def _announce(self, made: Iterable[_Made], gone: Iterable[str]) -> None:
        """Remember which files are about to be ours, so that a killed build leaves nothing that is not known."""
        pending = [(each.path, OutputRow("", b"", b"", "", NEW)) for each in made]
        self._memory.put_outputs(pending, self._forgotten)
        if pending or any(gone):
            self._memory.save()

    def _prune(self, path: str) -> bool:
        """Remove an output that is no longer planned, unless somebody put other bytes in its place."""
        known = self._remembered[path].digest
        return (
            path not in self._newer
            and (not known or self._folder.digest_of(path) == known)
            and self._folder.prune(path)
        )

    def _publish(self, made: Iterable[_Made]) -> list[str]:
        """Move in what differs from what lies there, and remember all; the paths of what was moved."""
        rows, moved = [], []
        for path, trace, data, because in made:
            if path in self._newer:
                continue
            stamp = self._stamps.get(path)
            if stamp is None or self._folder.digest_of(path) != data:
                stamp = self._folder.publish(path)
                moved.append(path)
            rows.append((path, OutputRow(trace.names, trace.digests, data, stamp, because)))
        self._memory.put_outputs(rows, ())
        return moved
