"""Whether a build has anything to do: not when all that it would read, and all that it made, lies there untouched.

This is told by stamps, without reading or planning. Where there is doubt, as with a file that was saved a moment ago,
there is something to do.
"""

from __future__ import annotations

from vinhdanh.base import digest, disk
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import pack, unpack
from vinhdanh.content.private import CONSENTS
from vinhdanh.render.outcome import Options, Outcome
from vinhdanh.render.theme_folder import folder_of

_LAST = "last"
"""The key under which the last build is remembered."""


def fingerprint(options: Options, engine: bytes) -> str | None:
    """One digest of all that a build reads, or None while a file is too fresh for its stamp. Raises DiskError."""
    folders = (options.root / "content", folder_of(options.root), options.root / CONSENTS)
    found = [disk.scan(folder) for folder in folders]
    if not all(file.settled for files in found for file in files):
        return None
    stamps = [[[file.path, file.stamp] for file in files] for files in found]
    has_consents = disk.is_folder(folders[2])
    asked = [
        str(folders[1]),
        str(options.output),
        options.today,
        options.strict,
        options.sandboxed,
        has_consents,
    ]
    return digest.of_plain([engine.hex(), asked, stamps]).hex()


def recall(memory: Memory, options: Options, seen: str) -> Outcome | None:
    """The outcome of a build that has nothing to do, or None; `seen` is the fingerprint now."""
    last = memory.get(_LAST)
    if not isinstance(last, dict) or last.get("seen") != seen:
        return None
    outputs = memory.outputs()
    stamps = disk.stamps(options.output, outputs)
    # A row without a trace was announced by a build that did not come to its end.
    if not outputs or any(not row.trace or stamps.get(path) != row.stamp for path, row in outputs.items()):
        return None
    try:
        return Outcome(pages=int(last["pages"]), problems=tuple(map(unpack, last["problems"])))
    except (KeyError, TypeError, ValueError):
        return None


def note(memory: Memory, outcome: Outcome, seen: str | None) -> None:
    """Remember a build that published; `seen` is the fingerprint from before it read anything."""
    last = {"seen": seen, "pages": outcome.pages, "problems": list(map(pack, outcome.problems))}
    memory.put(_LAST, last if seen else None)
