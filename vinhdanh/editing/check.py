"""Every problem of the whole showcase, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import NamedTuple

from vinhdanh.base import disk
from vinhdanh.base.memory import DamagedError, Memory
from vinhdanh.base.problems import Problem, Severity, sort_problems
from vinhdanh.content import consent_messages, reader
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import Loaded, Loader, is_content
from vinhdanh.editing import mending
from vinhdanh.editing.mending import Mending
from vinhdanh.editing.trust.confirming import to_confirm_again
from vinhdanh.editing.wanting import wanting
from vinhdanh.render import messages
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.pipeline import MEMORY_FILE, MEMORY_FOLDER, Options
from vinhdanh.render.planned import Planned, prepare
from vinhdanh.render.staleness import Trace
from vinhdanh.showcase.spec import Output, url_of


@contextmanager
def prepared(options: Options) -> Iterator[tuple[Planned, Memory]]:
    """What a build would start from, with the memory it would use. Raises TemplateError, DiskError and BusyError."""
    with _memory(options) as (memory, engine):
        try:
            planned = prepare(options.root, options.today, memory, engine)
        except DamagedError:
            memory.forget()
            planned = prepare(options.root, options.today, memory, engine)
        yield planned, memory
        memory.save()


@contextmanager
def _memory(options: Options) -> Iterator[tuple[Memory, bytes]]:
    """The memory of the showcase, and the engine's digest. What is not saved is forgotten."""
    memory = Memory(options.root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        yield memory, engine_digest()
    finally:
        memory.close()


class Checked(NamedTuple):
    """What was found, by file and line: what is wrong, and what is not wrong but wanting."""

    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    own_address: str = ""
    """Where the site itself is published; empty when it does not know."""

    def joined(self, more: Iterable[Problem]) -> Checked:
        """With more that was found."""
        more = tuple(more)
        notices = (found for found in more if found.severity is Severity.NOTICE)
        problems = (found for found in more if found.severity is not Severity.NOTICE)
        return self._replace(
            problems=sort_problems((*self.problems, *problems)),
            notices=sort_problems((*self.notices, *notices)),
        )


def check(options: Options, *, spelling: bool = False) -> Checked:
    """All that is wrong or wanting in the content. Raises TemplateError, DiskError and BusyError.

    `spelling` also notices what is written otherwise than the model writes it, for which every file is read again.
    """
    with prepared(options) as (planned, _):
        catalogue = planned.loaded.catalogue
        content = options.root / "content"
        found = [*planned.loaded.notices, *wanting(catalogue)]
        if spelling:
            extras = reader.extra_fields(catalogue.site)
            paths = (file.path for file in disk.scan(content) if is_content(file.path))
            for path in paths:
                found += reader.read_file(path, disk.read(content / path), extras, noticing=True).notices
        own = catalogue.site.base_url or ""
        wrong = [*map(_of_content, planned.problems)]
        wrong += to_confirm_again(options.root, catalogue)
        return Checked(sort_problems(wrong), sort_problems(found), own)


def _of_content(problem: Problem) -> Problem:
    """A problem as it weighs for the content: that this machine may not publish is nothing to mend there."""
    elsewhere = problem.code == consent_messages.CONSENTS_ELSEWHERE.code
    return replace(problem, severity=Severity.WARNING) if elsewhere else problem


def mend(options: Options) -> Mending:
    """What can be mended, in thought. Raises TemplateError, DiskError and BusyError."""
    _must_have_content(options)
    with _memory(options) as (memory, engine):
        try:
            found = mending.mend(options.root, options.today, memory, engine)
        except DamagedError:
            memory.forget()
            found = mending.mend(options.root, options.today, memory, engine)
    return found._replace(left=tuple(map(_of_content, found.left)))


def catalogue_of(options: Options) -> Catalogue:
    """What the content says now. Raises TemplateError, DiskError and BusyError."""
    return _loaded(options, {}).catalogue


def check_unsaved(options: Options, path: str, data: bytes) -> tuple[Problem, ...]:
    """What would be wrong in a content file if it held `data`. Raises TemplateError, DiskError and BusyError."""
    found = _loaded(options, {path: data}).problems
    own = (problem for problem in found if problem.location and problem.location.file == f"content/{path}")
    return sort_problems(own)


def _loaded(options: Options, unsaved: Mapping[str, bytes]) -> Loaded:
    _must_have_content(options)
    with _memory(options) as (memory, engine):
        folder = options.root / "content"
        try:
            return Loader(folder, memory, engine, unsaved=unsaved).load(options.today)
        except DamagedError:
            memory.forget()
            return Loader(folder, memory, engine, unsaved=unsaved).load(options.today)


def _must_have_content(options: Options) -> None:
    if not disk.is_folder(options.root / "content"):
        raise TemplateError(messages.NO_CONTENT.at(None, path=str(options.root / "content")))


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
