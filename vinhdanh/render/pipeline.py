"""One build: load, plan, compare, render, stage, publish, prune, remember. Values in, an outcome out."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from vinhdanh.base import disk
from vinhdanh.base.memory import DamagedError, Memory
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem, Severity, has_errors
from vinhdanh.content.private import PRIVATE_FOLDER
from vinhdanh.render import messages, unchanged, workers
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome

if TYPE_CHECKING:  # see below
    from vinhdanh.render.spreading import OpenPool

MEMORY_FILE = "memory.sqlite"


def build(options: Options, narrate: Narrate = lambda stage, count: None) -> Outcome:
    """Bring the output folder up to date. A build that fails leaves it as it was, unless it is the disk that fails
    while files are moved in: then some are new, all are whole, and the outcome is `halfway`.
    """
    try:
        memory = Memory(options.root / MEMORY_FOLDER / MEMORY_FILE, options.calls)
    except disk.DiskError as error:
        return _refused(error)
    try:
        try:
            return _build(options, memory, narrate)
        except DamagedError:
            memory.forget()
            return _build(options, memory, narrate)
    except TemplateError as error:
        return Outcome(faults=(error.problem,))
    except disk.DiskError as error:
        return _refused(error)
    finally:
        memory.close()


def _refused(error: disk.DiskError, *, halfway: bool = False) -> Outcome:
    problem = messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason)
    return Outcome(faults=(problem,), halfway=halfway)


def _build(options: Options, memory: Memory, narrate: Narrate) -> Outcome:
    overlap = _overlap(options)
    if overlap:
        return Outcome(faults=(overlap,))
    engine = engine_digest()
    narrate("read", 0)
    seen = unchanged.fingerprint(options, engine)
    known = unchanged.recall(memory, options, seen) if seen else None
    return known or _made(options, memory, engine, seen, narrate)


def _made(options: Options, memory: Memory, engine: bytes, seen: str | None, narrate: Narrate) -> Outcome:
    """The outcome of a build that may have something to do."""
    # Imported here: without anything to do, a build is over before all of this is even loaded.
    from vinhdanh.render.planned import Passing, load  # noqa: PLC0415
    from vinhdanh.render.publication import Publication  # noqa: PLC0415
    from vinhdanh.render.reading_ahead import ahead  # noqa: PLC0415

    open_pool = _opener(options)
    loaded, theme = load(
        options.root, options.today, memory, engine, ahead(engine, open_pool), sandboxed=options.sandboxed
    )
    passing = Passing(loaded, theme)
    if _may_publish(passing.problems, options):
        folder = OutputFolder(options.output, options.root / MEMORY_FOLDER, options.calls)
        try:
            publication = Publication(folder, memory, engine, theme, options, open_pool)
            publication.make(passing, narrate)
            if _may_publish(passing.problems, options):
                publication.move_in(narrate)
                outcome = publication.finish(passing.pages, passing.problems)
                unchanged.note(memory, outcome, seen)
                memory.save()
                return replace(outcome, catalogue=loaded.catalogue)
        except disk.DiskError as error:
            return _refused(error, halfway=folder.changed)
        finally:
            folder.close()
    deque(passing, 0)  # what is wrong with the rest of it is told, too
    memory.save()
    problems = _weighed(passing.problems, strict=options.strict)
    return Outcome(pages=passing.pages, problems=problems, catalogue=loaded.catalogue)


def _opener(options: Options) -> OpenPool:
    """Who makes what this process need not make itself."""
    if options.scheduler:
        from vinhdanh.render.cluster import cluster  # noqa: PLC0415 - few have one

        return partial(cluster, options.scheduler)
    return partial(workers.pool, jobs=options.jobs)


def _may_publish(problems: tuple[Problem, ...], options: Options) -> bool:
    return not (has_errors(problems) or (options.strict and problems))


def _weighed(problems: tuple[Problem, ...], *, strict: bool) -> tuple[Problem, ...]:
    if not strict:
        return problems
    return tuple(replace(problem, severity=Severity.ERROR) for problem in problems)


def _overlap(options: Options) -> Problem | None:
    """Publishing over the content or the templates would mix what we write with what people write."""
    output = options.output.resolve()
    for name in ("content", "templates", MEMORY_FOLDER, PRIVATE_FOLDER):
        inner = (options.root / name).resolve()
        if output == inner or output.is_relative_to(inner) or inner.is_relative_to(output):
            return messages.OVERLAP.at(None, output=str(options.output), inner=str(inner))
    return None


__all__ = ["MEMORY_FILE", "MEMORY_FOLDER", "Options", "Outcome", "build"]
