"""What must be made anew, and why: the digests of an output's parts compared with those remembered. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from vinhdanh.base import digest
from vinhdanh.base.digest import Plain
from vinhdanh.base.memory import OutputRow
from vinhdanh.showcase.spec import Output

PART_SIZE = 8
"""Bytes kept of each part's digest: enough to see a change; the whole trace has many."""

NEW, MISSING, TOUCHED = "new", "missing", "changed on disk"
"""Reasons besides the names of parts."""


class Trace(NamedTuple):
    """The names of an output's parts, in order, and their digests one after another."""

    names: str
    digests: bytes

    def parts(self) -> Mapping[str, bytes]:
        """The digest of each part by its name."""
        names = self.names.split(" ")
        cuts = (self.digests[at : at + PART_SIZE] for at in range(0, len(self.digests), PART_SIZE))
        return dict(zip(names, cuts, strict=False))


class Tracer:
    """Makes traces. Parts that many outputs share are digested once: they are the same object each time."""

    def __init__(
        self, engine: bytes, maker_digest: Callable[[str], bytes], own: Mapping[str, bytes] | None = None
    ) -> None:
        """`engine` stands for code and libraries, `maker_digest` for what a maker is made of, such as a template.

        `own` gives the digest of code and libraries for makers that not all of the engine decides.
        """
        self._engine = engine[:PART_SIZE]
        self._own = {maker: code[:PART_SIZE] for maker, code in (own or {}).items()}
        self._maker_digest = maker_digest
        self._shared: dict[int, tuple[Plain, bytes]] = {}

    def trace(self, output: Output, shared: frozenset[str]) -> Trace:
        """The trace of an output; `shared` names the parts that it has in common with others."""
        engine = self._own.get(output.maker, self._engine)
        found = {"engine": engine, "template": self._maker_digest(output.maker)[:PART_SIZE]}
        for name, value in output.parts.items():
            found[name] = self._of_shared(value) if name in shared else digest.of_plain(value)[:PART_SIZE]
        for name, use in output.bodies.items():
            found[name] = digest.of_plain(use.digest)[:PART_SIZE]
            found[f"{name}-links"] = digest.of_plain(use[1:])[:PART_SIZE]
        return Trace(" ".join(found), b"".join(found.values()))

    def _of_shared(self, value: Plain) -> bytes:
        known = self._shared.get(id(value))
        if known is None:
            # The value is kept beside its digest, so that no other value can get its identity.
            known = (value, digest.of_plain(value)[:PART_SIZE])
            self._shared[id(value)] = known
        return known[1]


def reasons(trace: Trace, remembered: OutputRow | None, stamp: str | None) -> tuple[str, ...]:
    """Why an output must be made: the parts that differ, or that it is new or not there; none if it is current.

    `stamp` is that of the file as it lies in the output folder now, or None. A stamp that differs is for the caller to
    judge by the bytes.
    """
    if remembered is None or not remembered.trace:
        return (NEW,)
    if stamp is None:
        return (MISSING,)
    if (trace.names, trace.digests) == (remembered.names, remembered.trace):
        return ()
    before = Trace(remembered.names, remembered.trace).parts()
    now = trace.parts()
    changed = [name for name in now if now[name] != before.get(name)]
    gone = [name for name in before if name not in now]
    return (*changed, *gone)
