"""The writing half of a build: compare, render, stage, publish, prune, remember."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import Memory, OutputRow
from vinhdanh.content.loading import MEDIA_FOLDER, prose_key
from vinhdanh.render import derivation, makers, workers
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome
from vinhdanh.render.planned import Planned
from vinhdanh.render.staleness import NEW, TOUCHED, Trace, Tracer, reasons
from vinhdanh.showcase.planning import SHARED_PARTS
from vinhdanh.showcase.spec import Output, url_of


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


class Publication:
    """Brings one output folder up to date with a plan."""

    def __init__(
        self, folder: disk.OutputFolder, memory: Memory, engine: bytes, planned: Planned, options: Options
    ) -> None:
        """`engine` is the digest of everything that decides the output besides content and templates."""
        self._folder = folder
        self._root = options.root
        self._memory = memory
        self._engine = engine
        self._fonts = derivation.fonts_of(planned.theme.assets, planned.theme.names)
        self._recipe = derivation.recipe(self._fonts)
        self._planned = planned
        self._stamps = folder.stamps(output.path for output in planned.outputs)
        output = str(options.output)
        same_folder = memory.get("output") == output
        self._remembered = memory.outputs() if same_folder else {}
        self._forgotten = set() if same_folder else set(memory.outputs())
        memory.put("output", output)

    def run(self, narrate: Narrate) -> Outcome:
        """Make what is stale and publish it. Raises TemplateError and DiskError, the folder being as it was then."""
        stale, kept = self._compare()
        narrate("render", len(stale))
        made = self._render(stale, narrate)
        planned = {output.path for output in self._planned.outputs}
        gone = [path for path in self._remembered if path not in planned]
        self._announce(made, gone)
        narrate("write", len(made))
        rows, written = self._publish(made)
        removed = sum(self._prune(path) for path in gone)
        self._memory.put_outputs([*rows, *kept], gone)
        why = {f"/{url_of(output.path)}": because for output, _, because in stale}
        return Outcome(self._planned.pages, len(made), written, removed, why, self._planned.problems)

    def _compare(self) -> tuple[list[_Stale], list[tuple[str, OutputRow]]]:
        """The outputs to make, and rows whose stamp alone has changed."""
        look = self._planned.theme
        own = dict.fromkeys(derivation.MAKERS, self._recipe)
        tracer = Tracer(self._engine, lambda maker: makers.maker_digest(look, maker), own)
        stale, kept = [], []
        for output in self._planned.outputs:
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
        dear = []
        for output in outputs:
            if output.maker in derivation.MAKERS:
                dear.append(output)
            else:
                yield output, makers.make(output, self._planned.theme, self._html_of)
        if dear:
            narrate("pictures", len(dear))
            store = disk.Store(self._root / MEMORY_FOLDER / derivation.STORE)
            media = self._root / "content" / MEDIA_FOLDER
            deriving = derivation.Derivation(store, media, self._fonts, self._recipe, workers.pool)
            yield from deriving.make(dear, self._planned.outputs)

    def _html_of(self, hexadecimal: str) -> str:
        html = self._memory.prose_html(prose_key(bytes.fromhex(hexadecimal), self._engine))
        return html or ""

    def _announce(self, made: Iterable[_Made], gone: Iterable[str]) -> None:
        """Remember which files are about to be ours, so that a killed build leaves nothing that is not known."""
        pending = [(each.path, OutputRow("", b"", b"", "", NEW)) for each in made]
        self._memory.put_outputs(pending, self._forgotten)
        if pending or any(gone):
            self._memory.save()

    def _prune(self, path: str) -> bool:
        """Remove an output that is no longer planned, unless somebody put other bytes in its place."""
        known = self._remembered[path].digest
        return (not known or self._folder.digest_of(path) == known) and self._folder.prune(path)

    def _publish(self, made: Iterable[_Made]) -> tuple[list[tuple[str, OutputRow]], int]:
        """Move in what differs from what lies there; the rows of all, and how many were moved."""
        rows, written = [], 0
        for path, trace, data, because in made:
            stamp = self._stamps.get(path)
            if stamp is None or self._folder.digest_of(path) != data:
                stamp = self._folder.publish(path)
                written += 1
            rows.append((path, OutputRow(trace.names, trace.digests, data, stamp, because)))
        return rows, written
