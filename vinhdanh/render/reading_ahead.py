"""Understanding many files at once, in other processes, where that pays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from vinhdanh.content.reader import Extras
from vinhdanh.content.understanding import Ahead, FileSaid, understand
from vinhdanh.render.engine import require_engine
from vinhdanh.render.spreading import Job, OpenPool, done, opened

BATCH = 32
"""Files of one job."""

SECONDS = 0.002
"""About how long a file takes on one core."""


def ahead(engine: bytes, open_pool: OpenPool) -> Ahead:
    """Has files understood by an executor; `engine` is the digest that it must have."""
    return partial(_understood, engine, open_pool)


def _understood(
    engine: bytes, open_pool: OpenPool, files: Iterable[tuple[str, bytes]], extras: Extras
) -> Iterator[tuple[str, FileSaid]]:
    coming, pool = opened(files, SECONDS, open_pool)
    if pool is not None:
        for job, said in done(_jobs(engine, coming, extras), pool):
            yield from zip(job.things, said, strict=True)


def _jobs(engine: bytes, files: Iterator[tuple[str, bytes]], extras: Extras) -> Iterator[Job[str, FileSaid]]:
    while batch := tuple(islice(files, BATCH)):
        paths = tuple(path for path, _ in batch)
        yield Job(paths, understand_all, (engine, batch, extras), SECONDS * len(batch))


def understand_all(engine: bytes, files: Sequence[tuple[str, bytes]], extras: Extras) -> list[FileSaid]:
    """What some files say. Raises TemplateError where this is another engine."""
    require_engine(engine)
    return [understand(path, data, extras) for path, data in files]
