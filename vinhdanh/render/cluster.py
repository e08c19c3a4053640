"""A Dask cluster in the place of this machine's processes: the same jobs, on many machines."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError

CONNECT_SECONDS = 20.0
"""How long a scheduler may take to answer."""

WORTH_SECONDS = 1.0
"""Seconds of work from which sending it away pays."""


class Cluster(Executor):
    """The workers of a scheduler. What a worker that dies had begun is begun again by another."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at `address`, such as `tcp://10.0.0.5:8786`. Raises TemplateError."""
        try:
            import distributed  # noqa: PLC0415 - comes with the extra `cluster` alone
        except ImportError:
            raise TemplateError(messages.NO_DASK.at(None)) from None
        try:
            client: Any = distributed.Client
            self._client = client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:  # ValueError: the address is none
            raise TemplateError(messages.NO_SCHEDULER.at(None, address=address, reason=str(error))) from None
        # Not pure: a result is used once and need not be found again by its arguments, which would cost their digest.
        self._executor: Executor = self._client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a job to the cluster."""
        return self._executor.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let go of the cluster, which goes on for others; what is not wanted any more is cancelled."""
        self._executor.shutdown(wait=wait and not cancel_futures)
        self._client.close()


def cluster(address: str, seconds: float) -> Executor | None:
    """The cluster of a scheduler for so many seconds of work, or None when that is done sooner here.

    Raises TemplateError.
    """
    return Cluster(address) if seconds >= WORTH_SECONDS else None
