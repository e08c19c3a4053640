"""One build: load, plan, compare, render, stage, publish, prune, remember. Values in, an outcome out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import DamagedError, Memory, OutputRow
from vinhdanh.base.problems import Problem, Severity, has_errors, sort_problems
from vinhdanh.content.loading import MEDIA_FOLDER, Loaded, Loader, prose_key
from vinhdanh.render import makers, messages, theme
from vinhdanh.render.staleness import MISSING, NEW, TOUCHED, Trace, Tracer, reasons
from vinhdanh.render.templates import TemplateError
from vinhdanh.render.theme import Theme
from vinhdanh.showcase.planning import SHARED_PARTS, plan
from vinhdanh.showcase.spec import Output, url_of

MEMORY_FOLDER = ".vinhdanh"
MEMORY_FILE = "memory.sqlite"
LIBRARIES = ("Jinja2", "Markdown", "MarkupSafe", "Pillow", "PyYAML", "nh3")

Narrate = Callable[[str, int], None]
"""Called with the name of a stage and how many things it has to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `today` is an ISO date; `strict` makes warnings stop publication too."""

    root: Path
    output: Path
    today: str
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. `pages` counts all planned pages, `rendered` the outputs that were made anew."""

    pages: int = 0
    rendered: int = 0
    written: int = 0
    removed: int = 0
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    """Problems of templates, settings or the disk, not of content."""

    @property
    def published(self) -> bool:
        """Whether the output folder now shows the content as it is."""
        return not self.faults and not has_errors(self.problems)


def engine_digest() -> bytes:
    """What decides the output besides content and templates: our code, the libraries and Python itself."""
    code = disk.code_digest(Path(__file__).resolve().parent.parent)
    return digest.of_plain([code.hex(), python_version(), [[name, _version(name)] for name in LIBRARIES]])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


@dataclass(frozen=True, slots=True)
class Planned:
    """Everything that is known before a page is rendered."""

    loaded: Loaded
    theme: Theme
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


def prepare(options: Options, memory: Memory, engine: bytes) -> Planned:
    """Load the content and plan every output, without writing any. Raises TemplateError and DiskError."""
    content = options.root / "content"
    if not disk.is_folder(content):
        raise TemplateError(messages.NO_CONTENT.at(None, path=str(content)))
    loaded = Loader(content, memory, engine).load(options.today)
    look = theme.load(theme.folder_of(options.root))
    outputs = tuple(plan(loaded.catalogue, look.strings, look.names))
    return Planned(loaded, look, outputs, sort_problems((*loaded.problems, *_collisions(outputs))))


def _collisions(outputs: Iterable[Output]) -> Iterable[Problem]:
    """Two outputs for one path, also where only upper and lower case differ: on Windows that is one file."""
    first: dict[str, Output] = {}
    for output in outputs:
        other = first.setdefault(output.path.lower(), output)
        if other is not output:
            url = f"/{url_of(output.path)}"
            yield messages.SAME_ADDRESS.at(None, url=url, first=other.origin, second=output.origin)


def build(options: Options, narrate: Narrate = lambda stage, count: None) -> Outcome:
    """Bring the output folder up to date. A build that fails leaves it as it was."""
    memory = Memory(options.root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        try:
            return _build(options, memory, narrate)
        except DamagedError:
            memory.forget()
            return _build(options, memory, narrate)
    except TemplateError as error:
        return Outcome(faults=(error.problem,))
    except disk.DiskError as error:
        return Outcome(faults=(messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason),))
    finally:
        memory.close()


def _build(options: Options, memory: Memory, narrate: Narrate) -> Outcome:
    overlap = _overlap(options)
    if overlap:
        return Outcome(faults=(overlap,))
    engine = engine_digest()
    narrate("read", 0)
    planned = prepare(options, memory, engine)
    pages = sum(output.path.endswith(".html") for output in planned.outputs)
    if has_errors(planned.problems) or (options.strict and planned.problems):
        memory.save()
        return Outcome(pages=pages, problems=_weighed(planned.problems, strict=options.strict))
    folder = disk.OutputFolder(options.output, options.root / MEMORY_FOLDER)
    try:
        outcome = _Publication(folder, memory, engine, planned, options).run(narrate)
    finally:
        folder.close()
    memory.save()
    return outcome


def _weighed(problems: tuple[Problem, ...], *, strict: bool) -> tuple[Problem, ...]:
    if not strict:
        return problems
    return tuple(Problem(p.code, Severity.ERROR, p.location, p.text, p.fix) for p in problems)


def _overlap(options: Options) -> Problem | None:
    """Publishing over the content or the templates would mix what we write with what people write."""
    output = options.output.resolve()
    for name in ("content", "templates", MEMORY_FOLDER):
        inner = (options.root / name).resolve()
        if output == inner or output.is_relative_to(inner) or inner.is_relative_to(output):
            return messages.OVERLAP.at(None, output=str(options.output), inner=str(inner))
    return None


class _Publication:
    """The writing half of one build."""

    def __init__(
        self, folder: disk.OutputFolder, memory: Memory, engine: bytes, planned: Planned, options: Options
    ) -> None:
        self._folder = folder
        self._root = options.root
        self._memory = memory
        self._engine = engine
        self._planned = planned
        output = str(options.output)
        same_folder = memory.get("output") == output
        self._remembered = memory.outputs() if same_folder else {}
        self._forgotten = set() if same_folder else set(memory.outputs())
        memory.put("output", output)

    def run(self, narrate: Narrate) -> Outcome:
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
        pages = sum(output.path.endswith(".html") for output in self._planned.outputs)
        why = {f"/{url_of(output.path)}": because for output, _, because in stale}
        return Outcome(pages, len(made), written, removed, why, self._planned.problems)

    def _compare(self) -> tuple[list[tuple[Output, Trace, tuple[str, ...]]], list[tuple[str, OutputRow]]]:
        """The outputs to make, each with its trace and why, and rows whose stamp alone has changed."""
        look = self._planned.theme
        tracer = Tracer(self._engine, lambda maker: makers.maker_digest(look, maker))
        stamps = self._folder.stamps(output.path for output in self._planned.outputs)
        stale, kept = [], []
        for output in self._planned.outputs:
            trace = tracer.trace(output, SHARED_PARTS)
            row = self._remembered.get(output.path)
            because = reasons(trace, row, stamps.get(output.path))
            if not because and row and row.stamp != stamps[output.path]:
                if self._folder.digest_of(output.path) == row.digest:
                    kept.append((output.path, row._replace(stamp=stamps[output.path])))
                else:
                    because = (TOUCHED,)
            if because:
                stale.append((output, trace, because))
        return stale, kept

    def _render(
        self, stale: list[tuple[Output, Trace, tuple[str, ...]]], narrate: Narrate
    ) -> list[tuple[str, Trace, bytes, str]]:
        """Stage every stale output; nothing is published before all have rendered."""
        made = []
        for output, trace, because in stale:
            data = makers.make(output, self._planned.theme, self._html_of, self._original)
            self._folder.stage(output.path, data)
            made.append((output.path, trace, digest.of_bytes(data), ", ".join(because)))
            narrate("page", 1)
        return made

    def _original(self, path: str) -> bytes:
        return disk.read(self._root / "content" / MEDIA_FOLDER / path)

    def _html_of(self, hexadecimal: str) -> str:
        html = self._memory.prose_html(prose_key(bytes.fromhex(hexadecimal), self._engine))
        return html or ""

    def _announce(self, made: Iterable[tuple[str, Trace, bytes, str]], gone: Iterable[str]) -> None:
        """Remember which files are about to be ours, so that a killed build leaves nothing that is not known."""
        pending = [(path, OutputRow("", b"", b"", "", NEW)) for path, *_ in made]
        self._memory.put_outputs(pending, self._forgotten)
        if pending or any(gone):
            self._memory.save()

    def _prune(self, path: str) -> bool:
        """Remove an output that is no longer planned, unless somebody put other bytes in its place."""
        known = self._remembered[path].digest
        return (not known or self._folder.digest_of(path) == known) and self._folder.prune(path)

    def _publish(self, made: list[tuple[str, Trace, bytes, str]]) -> tuple[list[tuple[str, OutputRow]], int]:
        rows, written = [], 0
        for path, trace, data_digest, because in made:
            if self._folder.digest_of(path) == data_digest:
                stamp = self._folder.stamps([path])[path]
            else:
                stamp = self._folder.publish(path)
                written += 1
            rows.append((path, OutputRow(trace.names, trace.digests, data_digest, stamp, because)))
        return rows, written


__all__ = ["MISSING", "Options", "Outcome", "Planned", "build", "engine_digest", "prepare"]
