"""A build for editors: drafts and all, into a folder of its own, going on where a published build would stop.

Nothing here can reach a published folder: where a preview goes is decided by the root alone, it has a memory of its
own, and `pipeline.build` knows no audience.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import disk
from vinhdanh.base.memory import DamagedError, Memory
from vinhdanh.base.problems import Problem
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.content.visibility import Audience
from vinhdanh.render import derivation, messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import MEMORY_FOLDER, Narrate, Options, Outcome
from vinhdanh.render.pipeline import engine_digest
from vinhdanh.render.planned import Planned, prepare
from vinhdanh.render.publication import Publication

FOLDER = f"{MEMORY_FOLDER}/preview"
"""Where a preview lies, below the root."""

MEMORY_FILE = "preview.sqlite"
"""What previews remember, below `MEMORY_FOLDER`: apart from what is remembered of the published site."""

Ready = Callable[[Sequence[str]], None]
"""Called with the paths of outputs that have been moved in while others are still being made."""


class Previewed(NamedTuple):
    """What a preview build did, and its plan; none when the build did not come so far."""

    outcome: Outcome
    planned: Planned | None


def preview(
    root: Path,
    today: str,
    first: Container[str] = (),
    narrate: Narrate = lambda stage, count: None,
    ready: Ready = lambda paths: None,
) -> Previewed:
    """Bring the preview of `root` up to date as of `today` (ISO), the outputs whose paths are in `first` before others.

    What is wrong is told and does not stop it: the last good version of a file stands in for it, and a page that cannot
    be made stays as it was. Raises BusyError.
    """
    memory = Memory(root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        try:
            return _previewed(root, today, memory, first, narrate, ready)
        except DamagedError:
            memory.forget()
            return _previewed(root, today, memory, first, narrate, ready)
    except TemplateError as error:
        return _fault(error.problem)
    except disk.DiskError as error:
        return _fault(messages.DISK_REFUSED.at(None, path=error.path, reason=error.reason))
    finally:
        memory.close()


def _previewed(
    root: Path, today: str, memory: Memory, first: Container[str], narrate: Narrate, ready: Ready
) -> Previewed:
    engine = engine_digest()
    narrate("read", 0)
    planned = prepare(root, today, memory, engine, Audience.EDITORS)
    options = Options(root, root / FOLDER, today)
    folder = disk.OutputFolder(options.output, root / MEMORY_FOLDER)
    try:
        publication = Publication(folder, memory, engine, planned, options, Audience.EDITORS)
        outcome = publication.run(narrate, first, ready)
    finally:
        folder.close()
    memory.save()
    return Previewed(outcome, planned)


def _fault(problem: Problem) -> Previewed:
    return Previewed(Outcome(faults=(problem,)), None)


def derive(root: Path, planned: Planned, path: str) -> bytes | None:
    """The bytes of an output that is dear to make and that the plan has at `path`; None where it has none.

    It is kept in the store that published builds use too. Raises TemplateError and DiskError.
    """
    wanted = [each for each in planned.outputs if each.path == path and each.maker in derivation.MAKERS]
    if not wanted:
        return None
    fonts = derivation.fonts_of(planned.theme.assets, planned.theme.names)
    store = disk.Store(root / MEMORY_FOLDER / derivation.STORE)
    media = root / "content" / MEDIA_FOLDER
    deriving = derivation.Derivation(store, media, fonts, derivation.recipe(fonts), lambda seconds: None)
    return next(data for _, data in deriving.make(wanted, planned.outputs))
