"""What a command costs with all the processes that it starts."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_SECONDS = 0.1
"""How often the memory is looked at; a look takes as long again as the one before at most half of that."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of CPU of all processes and of wall, their peak memory together in MB, and what was printed."""

    cpu: float
    wall: float
    memory: float
    printed: bytes


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Run a command in `folder` to its end (Linux). Raises SystemExit when it fails."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=errors, start_new_session=True
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        watch.end()
        process.returncode = status  # it has been waited for
        output.seek(0)
        errors.seek(0)
        printed = output.read()
        if status != 0:
            raise SystemExit(f"failed: {' '.join(command)}\n{(errors.read() or printed).decode()[-2000:]}")
    return Measured(usage.ru_utime + usage.ru_stime, wall, watch.peak, printed)


class _Watch(threading.Thread):
    """Looks at the memory of a group of processes until it is told to end."""

    def __init__(self, group: int) -> None:
        super().__init__(daemon=True)
        self._group = group
        self._ended = threading.Event()
        self.peak = 0.0

    def run(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            began = time.monotonic()
            self.peak = max(self.peak, _memory(self._group))
            pause = max(LOOK_SECONDS, 2 * (time.monotonic() - began))

    def end(self) -> None:
        self._ended.set()
        self.join()


def _memory(group: int) -> float:
    """The memory of a group of processes in MB, what they share counted once: their `Pss` in /proc/PID/smaps_rollup."""
    kilobytes = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError, StopIteration):  # it may end while it is looked at
            if os.getpgid(int(folder.name)) == group:
                rollup = (folder / "smaps_rollup").read_text(encoding="ascii")
                kilobytes += next(
                    int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")
                )
    return kilobytes / 1024
