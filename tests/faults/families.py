"""The families of faults: each makes trials of one kind and gives their verdicts."""

from __future__ import annotations

import errno
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.faults.striking import Strike, Striking, kill, meanwhile, no_room, refused, refused_once
from tests.faults.trials import EDITS, FIRST, Apart, Stage, Verdict, clean, judged, ours, publish, staged
from tests.showcases import TODAY, Showcase, person, tree
from vinhdanh.base import memory, saving
from vinhdanh.base.memory import Memory
from vinhdanh.render import previewing
from vinhdanh.render.outcome import MEMORY_FOLDER, Outcome
from vinhdanh.render.pipeline import MEMORY_FILE

STRIKES: dict[str, Strike] = {
    "killed": kill,
    "the disk is full from then on (ENOSPC)": partial(no_room, errno.ENOSPC),
    "the quota is used up from then on (EDQUOT)": partial(no_room, errno.EDQUOT),
    "read-only from then on (EROFS)": partial(refused, errno.EROFS),
    "refused once (EACCES)": partial(refused_once, errno.EACCES),
}
"""What may go wrong at a call, by its name."""

_MEMORY = f"{MEMORY_FOLDER}/{MEMORY_FILE}"


def points(stage: Stage) -> int:
    """How many points a build of this stage has at which a call may go wrong."""
    calls = Striking(sys.maxsize, kill)
    publish(stage.copy().root, calls)
    return calls.count


def at_each_point(
    folder: Path, edit: str, strike: Strike, every: int = 1, layer: type[Striking] = Striking
) -> Iterator[Verdict]:
    """Builds that are struck at each point, or at one of `every` so many."""
    stage = staged(folder, edit)
    for at in range(1, points(stage) + 1, every):
        showcase = stage.copy()
        ended = Apart(lambda: publish(showcase.root, layer(at, strike))).end()  # noqa: B023 - ends in here
        yield judged(stage, showcase, ended)


def edited_meanwhile(folder: Path, edit: str, every: int = 1) -> Iterator[Verdict]:
    """Somebody saves a record at each point of a build."""
    stage = staged(folder, edit)
    text = person("Nguyễn Thị Hoa Mai", body="Chữ mới.[@bao-b]")

    def save(showcase: Showcase) -> None:
        showcase.write("people/hoa.md", text)

    after = clean(folder / "clean-after", EDITS[edit], save)
    for at in range(1, points(stage) + 1, every):
        showcase = stage.copy()
        strike = partial(meanwhile, partial(save, showcase))
        ended = Apart(lambda: publish(showcase.root, Striking(at, strike))).end()  # noqa: B023
        yield judged(stage, showcase, ended, after=after, rewritten="people/hoa.md")


def killed_at_random(folder: Path, edit: str, runs: int) -> Iterator[Verdict]:
    """Builds that get a real SIGKILL at a random time; those that were over before it are made again."""
    stage, chance = staged(folder, edit), random.Random(f"{edit} {runs}")
    started = time.monotonic()
    publish(stage.copy().root)
    length = time.monotonic() - started
    while runs:
        showcase = stage.copy()
        process = Apart(lambda: publish(showcase.root))  # noqa: B023
        time.sleep(chance.uniform(0, length))
        os.kill(process.pid, signal.SIGKILL)
        ended = process.end()
        if ended == "killed":
            runs -= 1
            yield judged(stage, showcase, ended)


def in_the_memory(folder: Path, edit: str, how: str) -> Iterator[Verdict]:
    """Builds that are struck at each system call that SQLite makes to write the memory; `how` is strace's."""
    stage = staged(folder, edit)
    for call, count in _counted(stage).items():
        for at in range(1, count + 1):
            showcase = stage.copy()
            inject = f"inject={call}:{how}:when={at}{'+' if 'error' in how else ''}"
            yield judged(stage, showcase, _traced(showcase, inject).end())


def _counted(stage: Stage) -> dict[str, int]:
    showcase, log = stage.copy(), stage.place.with_name("strace")
    _traced(showcase, "trace=pwrite64,fdatasync,fsync,ftruncate,unlink", "-o", str(log)).end()
    counts: dict[str, int] = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        name = line.split("(")[0]
        if name.isidentifier():
            counts[name] = counts.get(name, 0) + 1
    return counts


def _traced(showcase: Showcase, what: str, *more: str) -> Apart:
    file = str(showcase.root / _MEMORY)
    process = Apart(lambda: publish(showcase.root), waiting=True)
    command = ["strace", "-p", str(process.pid), "-P", file, "-P", f"{file}-journal", "-e", what, *more]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr
    while "attached" not in tracer.stderr.readline():
        assert tracer.poll() is None, "strace may not attach itself here"
    process.go()
    tracer.communicate()
    return process


# -- The memory


def _cut(file: Path, chance: random.Random) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size))


def _rotten(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file.write_bytes(data)


def _another_version(file: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA user_version = {memory.VERSION + 1 + chance.randrange(9)}")


def _another_database(file: Path, chance: random.Random) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE theirs (number)")
        db.execute(f"PRAGMA user_version = {memory.VERSION}")


def _no_database(file: Path, chance: random.Random) -> None:
    file.write_bytes(chance.randbytes(5000))


def _lost(file: Path, chance: random.Random) -> None:
    file.unlink()


DAMAGES: dict[str, Callable[[Path, random.Random], None]] = {
    "cut off at a random length": _cut,
    "forty random bytes": _rotten,
    "of another version": _another_version,
    "another program's database": _another_database,
    "no database": _no_database,
    "lost": _lost,
}


def damaged(folder: Path, edit: str, damage: str, runs: int) -> Iterator[Verdict]:
    """Builds that find their memory damaged. Where it no longer tells which files are ours, those that ought to go
    stay, and the build says so: that counts as equal."""
    stage, chance = staged(folder, edit), random.Random(f"{damage} {edit}")
    for _ in range(runs):
        showcase = stage.copy()
        DAMAGES[damage](showcase.root / _MEMORY, chance)
        codes = folder / "codes"
        codes.write_text("", encoding="utf-8")
        ended = Apart(lambda: _noting(publish(showcase.root), codes)).end()  # noqa: B023
        more = {path: data for path, data in ours(showcase).items() if path not in stage.after}
        named = "unknown-files" in codes.read_text(encoding="utf-8")
        for path in more if named else ():
            (showcase.root / "site" / path).unlink()
        verdict = judged(stage, showcase, ended)
        yield verdict._replace(ended="named" if more and named and ended == "done" else verdict.ended)


def _noting(outcome: Outcome, file: Path) -> Outcome:
    file.write_text(" ".join(problem.code for problem in outcome.problems), encoding="utf-8")
    return outcome


# -- Several at once


def held(folder: Path, edit: str, seconds: float, patience: float) -> Iterator[Verdict]:
    """A build while another holds the memory for so many seconds; it has the patience for so many."""
    stage = staged(folder, edit)
    showcase = stage.copy()
    # First of all, since SQLite forbids to fork while it has a file open.
    second = Apart(lambda: _impatient(showcase.root, patience), waiting=True)
    holder = Memory(showcase.root / _MEMORY)
    second.go()
    time.sleep(seconds)
    ended = second.end() if patience < seconds else ""
    holder.close()
    yield judged(stage, showcase, ended or second.end())


def _impatient(root: Path, patience: float) -> Outcome:
    memory.WAIT_SECONDS = patience
    return publish(root)


def at_once(folder: Path, edit: str, runs: int, *, preview: bool) -> Iterator[Verdict]:
    """Two builds at once, and a preview with them."""
    stage = staged(folder, edit)
    shown = stage.copy()
    _preview(shown.root)
    wanted = tree(shown.root / previewing.FOLDER)
    for _ in range(runs):
        showcase = stage.copy()
        works = [publish, publish, *([_preview] if preview else [])]
        processes = [Apart(lambda work=work: work(showcase.root)) for work in works]  # type: ignore[misc]  # noqa: B023
        ends = {process.end() for process in processes}
        verdict = judged(stage, showcase, "done" if ends == {"done"} else "broke")
        same = not preview or tree(showcase.root / previewing.FOLDER) == wanted
        yield verdict._replace(equal=verdict.equal and same)


def _preview(root: Path) -> Outcome:
    return previewing.Workshop(root, "trial").preview(TODAY).outcome


# -- What people write


def vanishing(folder: Path, edit: str) -> Iterator[Verdict]:
    """A file is gone between the scan that met it and the moment at which it is read."""
    stage = staged(folder, edit)
    for path in ("people/hoa.md", "data/sources.yaml", "site.yaml"):
        showcase = stage.copy()
        file = showcase.root / "content" / path
        text = file.read_bytes()
        if edit != FIRST:
            file.touch()
        ended = Apart(lambda: _without(file, showcase.root)).end()  # noqa: B023
        file.write_bytes(text)
        yield judged(stage, showcase, ended)


def _without(file: Path, root: Path) -> Outcome:
    def remove(event: str, about: tuple[object, ...]) -> None:
        if event == "open" and str(about[0]) == str(file) and file.exists():
            file.unlink()

    sys.addaudithook(remove)
    return publish(root)


def clock_set_back(folder: Path, edit: str) -> Iterator[Verdict]:
    """A record is saved, and again with as many bytes, while the clock goes back: by how much, in seconds."""
    stage = staged(folder, edit)
    for back in (0, 1, 3_600, 86_400 * 400):
        showcase = stage.copy()
        file = showcase.root / "content/people/hoa.md"
        ahead = time.time_ns() + 10**12
        text = file.read_bytes()
        for number, data in enumerate((text.replace(b"Hoa", b"Lan"), text)):
            file.write_bytes(data)
            os.utime(file, ns=(ahead - number * back * 10**9,) * 2)
            ended = Apart(lambda: publish(showcase.root)).end()  # noqa: B023
            if ended != "done":
                break
        yield judged(stage, showcase, ended)


def denied(folder: Path, edit: str, path: str, mode: int) -> Iterator[Verdict]:
    """Builds by somebody who may not read or write what lies at a path: in earnest, as a user without rights."""
    stage = staged(folder, edit)
    showcase = stage.copy()
    for above in (folder, folder.parent):
        above.chmod(0o755)
    for file in (showcase.root, *showcase.root.rglob("*")):
        os.chown(file, _NOBODY, _NOBODY)
    place = showcase.root / path
    before = place.stat().st_mode
    place.chmod(mode)
    ended = Apart(lambda: _as_nobody(showcase.root)).end()
    place.chmod(before)
    yield judged(stage, showcase, ended)


_NOBODY = 65534


def _as_nobody(root: Path) -> Outcome:
    if os.geteuid() == 0:
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    return publish(root)


def saving_a_record(folder: Path, *, new: bool) -> Iterator[Verdict]:
    """A record is saved, killed at each point: it is as it was, or as it was to be."""
    old, text = b"old" * 99, b"new" * 99
    file = folder / "a.md"
    folder.mkdir(parents=True)
    for at in range(1, 9):
        file.unlink(missing_ok=True)
        if not new:
            file.write_bytes(old)
        save = saving.save_new if new else saving.save
        ended = Apart(lambda: save(file, text, Striking(at, kill)) and None).end()  # type: ignore[func-returns-value]  # noqa: B023
        found = file.read_bytes() if file.exists() else None
        whole = found in ((None, text) if new else (old, text))
        saving.save(file, text)
        others = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
        yield Verdict(ended, whole, others == ["a.md"], file.read_bytes() == text)
