"""Other processes for what is dear to make. Whoever has a cluster puts another `Executor` in their place."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import Executor

WINDOW = 32
"""Jobs that are handed out at once: enough for the most workers that are started, few enough for their results."""

WORTH_SECONDS = 2
"""Seconds of work from which other processes pay for their start, which takes about half a second each."""

MOST = 8
"""Workers, at most: each may hold 400 MB, see `content.pictures.PIXEL_LIMIT`."""


def pool(seconds: int) -> Executor | None:
    """Processes for so many seconds of work, or None when it is done sooner without.

    They are started afresh, as Windows can only do, and not forked: so the same happens everywhere, and none inherits
    the lock on the memory.
    """
    count = min(MOST, os.cpu_count() or 1, max(1, seconds))
    if count < 2 or seconds < WORTH_SECONDS:
        return None
    # Imported here: most builds make no picture.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C reaches all processes of a terminal; the one that people talk to answers it, and none outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the build has ended, also when it was killed: a worker by itself would wait for its next job forever."""
    from multiprocessing import parent_process  # noqa: PLC0415 - as above

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
