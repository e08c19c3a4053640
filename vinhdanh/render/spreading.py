"""Work that goes to other processes: jobs of importable functions and plain arguments, and whoever runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, NamedTuple

from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.workers import WINDOW
from vinhdanh.showcase.spec import Output

OpenPool = Callable[[float], Executor | None]
"""An executor for jobs of so many seconds' work on one core, or None when they are better done here."""


class Job(NamedTuple):
    """Outputs that are made together, and the function that makes their bytes: importable, of plain arguments."""

    outputs: tuple[Output, ...]
    function: Callable[..., Sequence[bytes]]
    arguments: tuple[Any, ...]
    seconds: float
    """About how long it takes on one core; the sum decides whether other processes are worth starting."""


def done(work: Iterable[Job], pool: Executor | None) -> Iterator[tuple[Job, Sequence[bytes]]]:
    """The jobs with what they made, as each is done; never more results than fit in memory wait to be taken.

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


def _spread(work: Iterable[Job], pool: Executor) -> Iterator[tuple[Job, Sequence[bytes]]]:
    waiting = iter(work)
    running: dict[Future[Sequence[bytes]], Job] = {}
    while True:
        for job in islice(waiting, WINDOW - len(running)):
            running[pool.submit(job.function, *job.arguments)] = job
        if not running:
            return
        ended, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in ended:
            yield running.pop(future), future.result()
