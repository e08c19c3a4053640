"""Every problem of the whole showcase, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vinhdanh.base.memory import DamagedError, Memory
from vinhdanh.base.problems import Problem, sort_problems
from vinhdanh.render.pipeline import MEMORY_FILE, MEMORY_FOLDER, Options, engine_digest
from vinhdanh.render.planned import Planned, prepare
from vinhdanh.render.staleness import Trace
from vinhdanh.showcase.spec import Output, url_of


@contextmanager
def prepared(options: Options) -> Iterator[tuple[Planned, Memory]]:
    """What a build would start from, with the memory it would use. Raises TemplateError, DiskError and BusyError."""
    memory = Memory(options.root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        engine = engine_digest()
        try:
            planned = prepare(options.root, options.today, memory, engine)
        except DamagedError:
            memory.forget()
            planned = prepare(options.root, options.today, memory, engine)
        yield planned, memory
        memory.save()
    finally:
        memory.close()


def check(options: Options) -> tuple[Problem, ...]:
    """All problems of content, by file and line. Raises TemplateError, DiskError and BusyError."""
    with prepared(options) as (planned, _):
        return sort_problems(planned.problems)


@dataclass(frozen=True, slots=True)
class Explanation:
    """From what a page is made and why it was last made."""

    url: str
    origin: str
    maker: str
    parts: tuple[str, ...]
    reasons: str | None
    """Names of the parts that differed at the last making; None when the page was not made yet."""


def explain(options: Options, url: str) -> Explanation | None:
    """The story of the output at `url`, or None when none is planned there. Raises TemplateError and DiskError."""
    with prepared(options) as (planned, memory):
        output = _at(planned.outputs, url)
        if output is None:
            return None
        row = memory.output(output.path)
        remembered = tuple(Trace(row.names, row.trace).parts()) if row else ()
        names = remembered or (*output.parts, *output.bodies)
        return Explanation(
            f"/{url_of(output.path)}", output.origin, output.maker, names, row.reasons if row else None
        )


def _at(outputs: Iterable[Output], url: str) -> Output | None:
    wanted = url.strip("/").removesuffix("index.html").strip("/")
    return next((output for output in outputs if url_of(output.path).strip("/") == wanted), None)
