"""One trial: a showcase in some state, a build that is struck, and what holds afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests import showcases
from tests.showcases import TODAY, Showcase, person, tree
from vinhdanh.base.calls import SYSTEM, Calls
from vinhdanh.base.memory import BusyError
from vinhdanh.editing.schema.refresh import help_editors
from vinhdanh.render.outcome import MEMORY_FOLDER, Options, Outcome
from vinhdanh.render.pipeline import build

Edit = Callable[[Showcase], None]

FOREIGN = {
    "site/cua-nguoi-khac.txt": b"theirs",
    "site/nguoi/son/cua-nguoi-khac.txt": b"theirs",
    "site/nguoi/la/index.html": b"theirs",
    ".vinhdanh-staging-other-abcd1234/0": b"theirs",
    "private/consents/son.md": b"theirs",
}
"""Files of others among and beside ours, below the root."""

_HELP = (".schema", ".vscode", "frontmatter.json")

SMALL: Mapping[str, str] = {
    "site.yaml": (
        "name: Thử\ntagline: Trang để thử.\nbase_url: https://thu.example\nlanguages: [vi]\n"
        "accepted_bases: [public_record]\nno_share_cards: có\nhome:\n  headline: Chào.\n"
    ),
    **{path: text for path, text in showcases.FILES.items() if path.startswith("data/")},
    "people/hoa.md": person("Nguyễn Thị Hoa"),
    "people/son.md": person("Trương Thái Sơn"),
}
"""A showcase of two people: some 130 outputs."""


def nothing(showcase: Showcase) -> None:
    """All stays as it is."""


def renamed(showcase: Showcase) -> None:
    """Somebody has another name."""
    showcase.write("people/son.md", person("Trương Thái An", body="Chữ khác.[@bao-a]"))


def deleted(showcase: Showcase) -> None:
    """A person's file is gone."""
    showcase.remove("people/son.md")


def withdrawn(showcase: Showcase) -> None:
    """A person withdrew."""
    showcase.replace("people/son.md", "sources: [bao-a]}", f"sources: [bao-a], withdrawn: {TODAY}}}")


FIRST = "a first build"
EDITS: Mapping[str, Edit] = {
    FIRST: nothing,
    "an edit": renamed,
    "a deletion": deleted,
    "a withdrawal": withdrawn,
}
"""What is built, by its name: each but the first begins with a site that is up to date."""


class Verdict(NamedTuple):
    """What one trial came to."""

    ended: str
    """`killed`; `told`, when the build failed and said why; `done`; or `broke`, by an exception."""
    whole: bool = True
    """Whether each file of ours was that of before or that of after."""
    kept: bool = True
    """Whether what people wrote, and files of others, are as they were."""
    equal: bool = True
    """Whether the next build gave what a clean one gives."""
    true: bool = True
    """Whether what a failed build said of the site was so."""

    @property
    def holds(self) -> bool:
        """Whether all is as it ought to be."""
        return self.ended != "broke" and all(self[1:])


@dataclass(frozen=True)
class Stage:
    """A showcase before it is built: `root` is never built itself, but copied for each trial."""

    root: Path
    before: Mapping[str, bytes]
    """What is published before."""
    after: Mapping[str, bytes]
    """What a clean build publishes."""
    place: Path
    """Where trials are made."""

    def copy(self) -> Showcase:
        """A fresh copy, with times and all."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.root, self.place)
        return Showcase(self.place)


def staged(folder: Path, name: str) -> Stage:
    """The showcase as it lies there before a build of `EDITS[name]`, in a folder that is not there yet."""
    showcase = showcases.make(folder / "trang", SMALL)
    let_time_pass(showcase)
    if name != FIRST:
        assert publish(showcase.root).published
        EDITS[name](showcase)
        let_time_pass(showcase)
    before = showcase.site()
    for path, data in FOREIGN.items():
        (showcase.root / path).parent.mkdir(parents=True, exist_ok=True)
        (showcase.root / path).write_bytes(data)
    return Stage(showcase.root, before, clean(folder / "clean", EDITS[name]), folder / "thử")


def clean(folder: Path, *edits: Edit) -> Mapping[str, bytes]:
    """What is published of the showcase after some edits by a build that remembers nothing."""
    showcase = showcases.make(folder, SMALL)
    for edit in edits:
        edit(showcase)
    assert publish(showcase.root).published
    return showcase.site()


def let_time_pass(showcase: Showcase) -> None:
    """Let all content be old enough for its stamps to be trusted."""
    for path in (showcase.root / "content").rglob("*"):
        os.utime(path, ns=(path.stat().st_mtime_ns - 10**10,) * 2)


def publish(root: Path, calls: Calls = SYSTEM) -> Outcome:
    """What the command does: build, then bring the help for editors up to date."""
    outcome = build(Options(root, root / "site", TODAY, calls=calls))
    if outcome.catalogue:
        help_editors(root, outcome.catalogue, calls)
    return outcome


class Apart:
    """Something that is done in a process of its own."""

    def __init__(self, work: Callable[[], Outcome | None], *, waiting: bool = False) -> None:
        """It begins at once, or with `go` if it is `waiting`."""
        self._said, saying = os.pipe()
        gate, self._gate = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            os.close(self._gate)
            os.read(gate, 1)
            _do(work, saying)
        os.close(saying)
        os.close(gate)
        if not waiting:
            self.go()

    def go(self) -> None:
        """Let it begin."""
        os.close(self._gate)

    def end(self) -> str:
        """Wait for it, and say how it ended: as in `Verdict`, or `halfway` if that is what it told."""
        with open(self._said, "rb") as pipe:
            said = pipe.read().decode()
        _, status = os.waitpid(self.pid, 0)
        if os.WIFSIGNALED(status):
            return "killed" if os.WTERMSIG(status) == signal.SIGKILL else "broke"
        return said or "broke"


def _do(work: Callable[[], Outcome | None], pipe: int) -> None:
    said = b"broke"
    try:
        outcome = work()
        said = b"done"
        if outcome and not outcome.published:
            said = b"halfway" if outcome.halfway else b"told"
    except BusyError:
        said = b"told"
    except BaseException:
        traceback.print_exc()
    finally:
        os.write(pipe, said)
        os._exit(0)


def judged(
    stage: Stage, showcase: Showcase, ended: str, *, after: Mapping[str, bytes] = {}, rewritten: str = ""
) -> Verdict:
    """The verdict on a trial that has `ended`; the showcase is built once more for it. `after` is what a clean build
    publishes if that is another by now, because the content file at the path `rewritten` was."""
    found = ours(showcase)
    allowed = (stage.before, stage.after, after)
    whole = all(any(data == one.get(path) for one in allowed) for path, data in found.items())
    true = ended not in ("told", "halfway") or (found != stage.before) is (ended == "halfway")
    again = Apart(lambda: publish(showcase.root)).end()
    equal = again == "done" and ours(showcase) == (after or stage.after)
    kept = _kept(stage, showcase, f"content/{rewritten}")
    return Verdict("told" if ended == "halfway" else ended, whole, kept, equal, true)


def _kept(stage: Stage, showcase: Showcase, rewritten: str) -> bool:
    now = tree(showcase.root)
    return all(
        now.get(path) == data
        for path, data in tree(stage.root).items()
        if path in FOREIGN
        or (path.split("/")[0] not in ("site", MEMORY_FOLDER, *_HELP) and path != rewritten)
    )


def ours(showcase: Showcase) -> dict[str, bytes]:
    """What is published, without what others put there."""
    return {path: data for path, data in showcase.site().items() if f"site/{path}" not in FOREIGN}
