"""Runs every fault of docs/reliability.md and prints that page: `python3 -m tests.faults > docs/reliability.md`.

It takes some minutes and needs strace. The exit code is 1 if anything did not hold.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.faults import families
from tests.faults.families import DAMAGES, STRIKES
from tests.faults.striking import Clumsy
from tests.faults.trials import EDITS, FIRST, Verdict

KILLS = 200
"""Kills at random times."""

Family = Callable[[Path], Iterator[Verdict]]


class Row(NamedTuple):
    """A line of the table: what goes wrong, during what, and how it is tried."""

    fault: str
    during: str
    family: Family


class Told(NamedTuple):
    """What the trials of a line came to."""

    runs: int
    ended: Counter[str]
    torn: int
    lost: int
    unequal: int
    untrue: int

    @property
    def holds(self) -> bool:
        """Whether all trials ended well."""
        return not (self.torn or self.lost or self.unequal or self.untrue or self.ended["broke"])


def rows() -> Iterator[tuple[str, list[Row]]]:
    """The chapters of the page."""
    yield "Killed or refused at every call that changes a file", list(_at_calls())
    yield "Killed or refused inside SQLite, at every system call that writes the memory", [
        Row(fault, "a deletion", partial(families.in_the_memory, edit="a deletion", how=how))
        for fault, how in (("killed", "signal=KILL"), ("the disk is full from then on (ENOSPC)", "error=ENOSPC"))
    ]  # fmt: skip
    yield "Killed at random times", [
        Row("SIGKILL", edit, partial(families.killed_at_random, edit=edit, runs=KILLS // len(EDITS)))
        for edit in EDITS
    ]  # fmt: skip
    yield "The memory between builds", [
        Row(f"memory {damage}", edit, partial(families.damaged, edit=edit, damage=damage, runs=runs))
        for damage in DAMAGES
        for edit in ("an edit", "a deletion")
        for runs in (20 if "random" in damage else 2,)
    ]  # fmt: skip
    yield "Several at once", list(_at_once())
    yield "What people write, and where it lies", list(_around())


def _at_calls() -> Iterator[Row]:
    for fault, strike in STRIKES.items():
        for edit in EDITS:
            every = _every(fault, edit)
            name = fault if every == 1 else f"{fault}, every {every}th call"
            yield Row(name, edit, partial(families.at_each_point, edit=edit, strike=strike, every=every))


def _every(fault: str, edit: str) -> int:
    """One in how many calls is struck: all where the process is killed. A first build makes seven hundred, of which most
    do the same for one output after another."""
    if fault == "killed":
        return 10 if edit == FIRST else 1
    if "ENOSPC" in fault:
        return 40 if edit == FIRST else 6
    return 80 if edit == FIRST else 18


def _at_once() -> Iterator[Row]:
    for what, seconds, patience in (("ends", 1.0, 30.0), ("goes on", 1.0, 0.1)):
        family = partial(families.held, edit="an edit", seconds=seconds, patience=patience)
        yield Row(f"the memory is held by another build, which {what}", "an edit", family)
    for name, preview in (("two builds", False), ("two builds and a preview", True)):
        for edit in EDITS:
            yield Row(name, edit, partial(families.at_once, edit=edit, runs=3, preview=preview))


DENIED = {
    "read a record": ("content/people/son.md", 0o000),
    "list content/": ("content", 0o000),
    "write into site/": ("site", 0o555),
    "write into a folder of site/": ("site/nguoi/son", 0o555),
    "write into .vinhdanh/": (".vinhdanh", 0o555),
    "write the memory": (".vinhdanh/memory.sqlite", 0o444),
}
"""What somebody has no right to, with the path and the mode that see to it."""


def _around() -> Iterator[Row]:
    for edit in ("an edit", "a deletion"):
        yield Row(
            "a record is saved at every 15th call",
            edit,
            partial(families.edited_meanwhile, edit=edit, every=15),
        )
    for edit in (FIRST, "an edit"):
        yield Row("a file vanishes between scan and read", edit, partial(families.vanishing, edit=edit))
    yield Row(
        "the clock goes back between two saves", "an edit", partial(families.clock_set_back, edit="an edit")
    )
    for what, (path, mode) in DENIED.items():
        yield Row(
            f"no right to {what}", "an edit", partial(families.denied, edit="an edit", path=path, mode=mode)
        )
    for name, new in (("saving a record", False), ("saving a new record", True)):
        yield Row("killed at every call", name, partial(families.saving_a_record, new=new))


def sample() -> Iterator[tuple[str, list[Row]]]:
    """What the test suite does each time: one in many trials of most kinds, in less than a minute."""
    yield "A sample", [
        *(
            Row("killed", edit, partial(families.at_each_point, edit=edit, strike=STRIKES["killed"], every=every))
            for edit, every in zip(EDITS, (120, 20, 25, 25), strict=True)
        ),
        *(
            Row(fault, "a deletion", partial(families.at_each_point, edit="a deletion", strike=strike, every=45))
            for fault, strike in STRIKES.items()
            if fault != "killed"
        ),
        *(
            Row(f"memory {damage}", "a deletion", partial(families.damaged, edit="a deletion", damage=damage, runs=1))
            for damage in DAMAGES
        ),
        Row("two builds and a preview", "an edit", partial(families.at_once, edit="an edit", runs=1, preview=True)),
        Row("a record is saved", "an edit", partial(families.edited_meanwhile, edit="an edit", every=30)),
        Row("a file vanishes", "an edit", partial(families.vanishing, edit="an edit")),
        Row("killed", "saving a new record", partial(families.saving_a_record, new=True)),
    ]  # fmt: skip


def clumsy(every: int) -> Row:
    """What must not hold: files that are written where they are read."""
    strike = STRIKES["killed"]
    family = partial(families.at_each_point, edit="an edit", strike=strike, every=every, layer=Clumsy)
    return Row(f"killed, every {every}th call, with a layer that writes in place", "an edit", family)


def tried(row: Row) -> Told:
    """Make the trials of a line, in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        verdicts = list(row.family(Path(folder) / "thử"))
    return Told(
        len(verdicts),
        Counter(verdict.ended for verdict in verdicts),
        sum(not verdict.whole for verdict in verdicts),
        sum(not verdict.kept for verdict in verdicts),
        sum(not verdict.equal for verdict in verdicts),
        sum(not verdict.true for verdict in verdicts),
    )


def line(row: Row, told: Told) -> str:
    """A line of the page."""
    ended = ", ".join(f"{name} {count}" for name, count in sorted(told.ended.items()))
    counts = (told.torn, told.lost, told.unequal, told.untrue)
    return f"| {row.fault} | {row.during} | {told.runs:,} | {ended} | {' | '.join(map(str, counts))} |"


INTRODUCTION = """\
# Reliability

What was done to builds from outside, how often, and what came of it. This page is printed by the command that did it:
`python3 -m tests.faults > docs/reliability.md` (some minutes; Linux, with strace). The test suite does a sample of it
each time (`tests/faults/test_faults.py`).

Each trial is a whole showcase of two people with some 130 outputs, files of others among and beside them, and a build
in a process of its own: the first one, one after an edit, after a deletion, or after somebody withdrew. Whatever
happens, four things must hold, and the last four columns count the trials in which one did not:

- **torn**: a file of ours in `site/` is neither that of before nor that of a whole build;
- **lost**: a file of somebody else, or one that people wrote, is gone or changed;
- **unequal**: the next build does not give, byte for byte, what a clean one gives;
- **untrue**: a build that failed said that the site is as it was, and it was not, or the other way round.

A trial ends as `killed`; as `told`, when the build stopped and said why in Vietnamese and English; as `done`, when it
came to its end nevertheless (what failed could be done without, such as the help for editors, or came after the last
call); as `named`, when it came to its end and named files that may be left from former builds; or as `broke`, with an
exception, which none may.

All that writes goes through one class, `vinhdanh/base/calls.py`; the trials hand in one that fails at the n-th call
(`tests/faults/striking.py`). Each file that is written counts twice: before it, and when half of it is written.
"""

CLOSING = """\
## What this does not show

- A loss of power. Outputs are not forced to the disk one by one, which would make a first build several times slower;
  a build that finds other bytes, or another size or time, than it remembers makes the output anew. What people wrote
  is forced to the disk before it takes the place of the former version.
- Disks that lie about what they have written.
- A memory that is lost or damaged beyond reading while records were removed: pages that ought to go stay, since nobody
  knows whose they are; the build names them (`named`). After a withdrawal, `withdraw` looks through every byte of `site/`
  itself and does not depend on the memory.
- What a killed build had staged stays below `.vinhdanh/` until the next build that has anything to do.
"""


SEEN = """\
## That it would be seen

The same with calls that are not up to it: outputs are written where they lie instead of being moved in whole.
"""


def main(arguments: Sequence[str]) -> int:
    """Print the page, or the lines of a `--sample`."""
    is_sample = arguments == ["--sample"]
    chapters = list(sample() if is_sample else rows())
    every = [*(row for _, lines in chapters for row in lines), clumsy(6 if is_sample else 4)]
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        results = []
        for row, found in zip(every, pool.map(tried, every), strict=True):
            results.append(found)
            print(f"{len(results)}/{len(every)}", line(row, found), file=sys.stderr, flush=True)
    told = iter(zip(every, results, strict=True))
    print(INTRODUCTION)
    for title, lines in chapters:
        _table(f"## {title}\n", [line(*next(told)) for _ in lines])
    _table(SEEN, [line(*next(told))])
    print(CLOSING, end="")
    return 0 if all(each.holds for each in results[:-1]) and results[-1].torn else 1


def _table(title: str, lines: Sequence[str]) -> None:
    heads = ("fault", "during", "trials", "ended", "torn", "lost", "unequal", "untrue")
    print(title, f"| {' | '.join(heads)} |", "|---|---|---:|---|---:|---:|---:|---:|", *lines, "", sep="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
