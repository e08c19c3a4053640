"""Other processes for what is dear to make. Whoever has a cluster puts another `Executor` in their place."""

from __future__ import annotations

import os
import signal
import sys
import threading
from concurrent.futures import Executor

WINDOW = 32
"""Jobs that are handed out at once: enough for the most workers that are started, few enough for their results."""

WORTH_SECONDS = 2.0
"""Seconds of work from which other processes pay for their start, which takes about half a second each."""

FORKED_WORTH_SECONDS = 0.3
"""The same where a process begins as a copy of this one, with all that this one has loaded, in a few milliseconds."""

MOST = 8
"""Workers, at most, unless somebody says otherwise: each may hold 400 MB, see `content.pictures.PIXEL_LIMIT`."""


def pool(seconds: float, jobs: int = 0) -> Executor | None:
    """Processes for so many seconds of work, or None when it is done sooner without; `jobs` is how many there may be, 0
    for as many as there are cores.

    They are copies of this process where that is safe, which is on Linux while it has one thread; elsewhere they are
    started afresh. None of them touches the memory, whose lock is this process's alone.
    """
    forked = sys.platform == "linux" and threading.active_count() == 1
    worth = FORKED_WORTH_SECONDS if forked else WORTH_SECONDS
    count = int(min(jobs or min(MOST, os.cpu_count() or 1), seconds / worth + 1))
    if count < 2:
        return None
    # Imported here: most builds have little to do.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(count, get_context("fork" if forked else "spawn"), _begin)


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
