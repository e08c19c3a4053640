"""Making outputs of templates, drawings and data: here one by one, or in batches in other processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from vinhdanh.render import makers, messages, theme
from vinhdanh.render.engine import require_engine
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.makers import COPY, HtmlOf
from vinhdanh.render.spreading import Job, OpenPool, done, opened
from vinhdanh.render.theme import Theme
from vinhdanh.showcase.spec import Output

BATCH = 64
"""Outputs of one job: enough that entries which stand in several of their lists are made once, few enough that no
process waits long for the last one."""

SECONDS = 0.001
"""About how long an output takes on one core."""


class Place(NamedTuple):
    """Where other processes find the theme, and what tells that it and the engine are the same there."""

    folder: Path
    digest: bytes
    engine: bytes
    sandboxed: bool = False
    """Whether the templates are somebody else's."""


def render(
    outputs: Iterable[Output], look: Theme, place: Place, html_of: HtmlOf, open_pool: OpenPool
) -> Iterator[tuple[Output, bytes]]:
    """The bytes of every output, in any order, while they come. Raises TemplateError."""
    coming, pool = opened(outputs, SECONDS, open_pool)
    here: list[Output] = []
    if pool is not None:
        for job, files in done(jobs(_sent(coming, here), place, html_of), pool):
            yield from zip(job.things, files, strict=True)
    for output in chain(here, coming):
        yield output, makers.make(output, look, html_of)


def _sent(outputs: Iterable[Output], here: list[Output]) -> Iterator[Output]:
    """The outputs that others make; copies, which the theme has ready, are for us."""
    for output in outputs:
        if output.maker == COPY:
            here.append(output)
        else:
            yield output


def jobs(outputs: Iterable[Output], place: Place, html_of: HtmlOf) -> Iterator[Job[Output, bytes]]:
    """Batches of outputs with all that is needed to make them elsewhere."""
    waiting = iter(outputs)
    while batch := tuple(islice(waiting, BATCH)):
        digests = {use.digest for output in batch for use in output.bodies.values()}
        bodies = {digest: html_of(digest) for digest in sorted(digests)}
        yield Job(batch, make_all, (place, batch, bodies), SECONDS * len(batch))


def make_all(place: Place, outputs: Sequence[Output], bodies: Mapping[str, str]) -> list[bytes]:
    """The bytes of some outputs; `bodies` has the HTML with marks of each of their bodies, by its digest.

    Raises TemplateError, also when the theme has changed since the build began, or this is another engine.
    """
    require_engine(place.engine)
    look = theme.at(place.folder, place.digest, place.sandboxed)
    if look.digest != place.digest:
        raise TemplateError(messages.THEME_CHANGED.at(None, folder=str(place.folder)))
    return [makers.make(output, look, bodies.__getitem__) for output in outputs]
