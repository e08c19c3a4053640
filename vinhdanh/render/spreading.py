"""Work that goes to other processes: jobs of importable functions and plain arguments, and whoever runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from math import inf
from typing import Any, Generic, NamedTuple, TypeVar

from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.workers import WINDOW

T = TypeVar("T")
R = TypeVar("R")

ENOUGH = 2.0
"""Seconds of work from which more workers are wanted than most machines have cores."""

OpenPool = Callable[[float], Executor | None]
"""An executor for jobs of so many seconds' work on one core, or None when they are better done here."""


class Job(NamedTuple, Generic[T, R]):
    """Things that are done together, and the function that gives the result of each: importable, of plain arguments."""

    things: tuple[T, ...]
    function: Callable[..., Sequence[R]]
    arguments: tuple[Any, ...]
    seconds: float
    """About how long it takes on one core; the sum decides whether other processes are worth starting."""


def opened(things: Iterable[T], seconds: float, open_pool: OpenPool) -> tuple[Iterator[T], Executor | None]:
    """All of the things, each of which takes about so many `seconds` of work, and who does it.

    Only the first are waited for: more than `ENOUGH` seconds of work are as good as no end of it.
    """
    coming = iter(things)
    first = list(islice(coming, int(ENOUGH / seconds)))
    more = next(coming, None)
    if more is None:
        return iter(first), open_pool(seconds * len(first))
    return chain(first, (more,), coming), open_pool(inf)


def done(work: Iterable[Job[T, R]], pool: Executor | None) -> Iterator[tuple[Job[T, R], Sequence[R]]]:
    """The jobs with what they gave, as each is done; never more results than fit in memory wait to be taken.

    Without an executor they are done here. The executor is shut down afterwards. Raises TemplateError, and what the
    functions raise.
    """
    if pool is None:
        for job in work:
            yield job, job.function(*job.arguments)
        return
    try:
        yield from _spread(work, pool)
    except BrokenProcessPool:
        raise TemplateError(messages.WORKER_LOST.at(None)) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _spread(work: Iterable[Job[T, R]], pool: Executor) -> Iterator[tuple[Job[T, R], Sequence[R]]]:
    waiting = iter(work)
    running: dict[Future[Sequence[R]], Job[T, R]] = {}
    while True:
        for job in islice(waiting, WINDOW - len(running)):
            running[pool.submit(job.function, *job.arguments)] = job
        if not running:
            return
        ended, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in ended:
            yield running.pop(future), future.result()
