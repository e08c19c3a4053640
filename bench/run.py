"""What a build costs: `python3 bench/run.py [--stories N] [--runs N] [--jobs N] [--beside NAME=COMMAND ...]`.

Writes a generated showcase and builds it, each time in a fresh process, which `--jobs N` lets others help: first, again
with nothing changed, after one body was edited, after one title was edited. Prints CPU and wall seconds (median,
smallest, largest) and peak memory. The outputs are checked: a figure of a build that made the wrong pages is no figure.

Machines differ and are shared, so each run also times a yardstick beside its builds: Python-Markdown alone, converting
the same bodies. What a page costs is printed in milliseconds and in yardsticks. Other generators may build the same
stories beside each first build, by a command that runs in their folder, and are printed as ratios pair by pair:

    --beside "pelican=pelican content -q"
    --beside "hugo=hugo --quiet"
    --beside "eleventy=eleventy --quiet"
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import markdown

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.others import WRITERS  # noqa: E402 - the project is on the path only now
from bench.scale import person_id, piece_id  # noqa: E402
from bench.stories import write  # noqa: E402

ENGINE = (sys.executable, str(PROJECT / "build.py"))
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""As people have it: the engine's modules are compiled once, not in every build."""

PASSES = 3
"""Times that the yardstick is taken in each run; the fastest counts."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: seconds of CPU of all its processes and of wall, peak memory of the largest in MB, what it said."""

    cpu: float
    wall: float
    memory: float
    said: dict[str, Any]


def build(root: Path, jobs: int) -> Measured:
    """Build the showcase in `root` with so many processes. Raises SystemExit when that fails."""
    command = [*ENGINE, "build", "--root", str(root), "--json", "--explain", "--jobs", str(jobs)]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        output.seek(0)
        said = json.loads(output.read())
    if status != 0:
        raise SystemExit(f"the build failed: {said['problems'][:3]}")
    return Measured(usage.ru_utime + usage.ru_stime, said["seconds"], usage.ru_maxrss / 1024, said)


def built_beside(name: str, command: str, folder: Path, stories: int) -> float:
    """Seconds of CPU that another generator takes for a first build of the same stories. SystemExit when it fails."""
    folder.mkdir()
    WRITERS[name](folder, stories)
    process = subprocess.Popen(
        shlex.split(command),
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{name} failed in {folder}")
    return usage.ru_utime + usage.ru_stime


def yardstick(root: Path) -> float:
    """Milliseconds of CPU that Python-Markdown alone takes for a body of the showcase in `root`."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((root / "content").rglob("*.md"))]
    bodies = [text.split("\n---\n", 1)[1] for text in texts]
    plain = markdown.Markdown()
    found = []
    for _ in range(PASSES):
        started = time.process_time()
        for body in bodies:
            plain.reset().convert(body)
        found.append(time.process_time() - started)
    return 1000 * min(found) / len(bodies)


def _edit(root: Path, path: str, change: Callable[[str], str]) -> None:
    target = root / "content" / path
    target.write_text(change(target.read_text(encoding="utf-8")), encoding="utf-8")


def _more_body(text: str) -> str:
    return f"{text.rstrip()}\n\nThêm một câu.\n"


def _other_title(text: str) -> str:
    return text.replace("title: ", "title: Lại ", 1)


def once(stories: int, root: Path, jobs: int) -> dict[str, Measured]:
    """The four builds of one run. Raises AssertionError when an output is not as it must be."""
    write(root, stories)
    found = {"first": build(root, jobs)}
    first = found["first"].said
    assert first["rendered"] >= first["pages"] >= stories
    title = f"{root}/site/nguoi/{person_id(1)}/index.html"
    assert "<h1" in Path(title).read_text(encoding="utf-8")
    found["nothing changed"] = build(root, jobs)
    assert found["nothing changed"].said["rendered"] == 0
    _edit(root, f"people/{person_id(1)}.md", _more_body)
    found["one body edited"] = build(root, jobs)
    reasons = found["one body edited"].said["reasons"]
    assert [why for url, why in reasons.items() if not url.startswith("/search/")] == [["body"]]
    _edit(root, f"stories/{piece_id(1)}.md", _other_title)
    found["one title edited"] = build(root, jobs)
    assert 0 < found["one title edited"].said["rendered"] < first["rendered"] / 4
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000, help="story pages to generate (default 1000)")
    parser.add_argument("--runs", type=int, default=3, help="runs; medians are printed (default 3)")
    parser.add_argument("--jobs", type=int, default=1, help="processes that build together (default 1)")
    parser.add_argument("--keep", type=Path, help="keep the last showcase in this folder")
    parser.add_argument("--beside", action="append", default=[], metavar="NAME=COMMAND")
    options = parser.parse_args(arguments)
    others = [given.partition("=")[::2] for given in options.beside]
    beside: dict[str, list[float]] = {name: [] for name, _ in others}
    subprocess.run([*ENGINE, "--version"], env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    runs, sticks = [], []
    # Nothing is deleted before the end: on ext4 files that are made after a deletion cost up to ten times as much.
    with tempfile.TemporaryDirectory(prefix="vinhdanh-bench-") as folder:
        for number in range(options.runs):
            root = Path(folder) / f"showcase-{number}"
            runs.append(once(options.stories, root, options.jobs))
            sticks.append(yardstick(root))
            for name, command in others:
                beside[name].append(
                    built_beside(name, command, Path(folder) / f"{name}-{number}", options.stories)
                )
        if options.keep:
            shutil.rmtree(options.keep, ignore_errors=True)
            shutil.copytree(root, options.keep)
    _print(options.stories, runs, sticks)
    for name, seconds in beside.items():
        ratios = [run["first"].cpu / other for run, other in zip(runs, seconds, strict=True)]
        print(f"{name}: {_spread(seconds)} s of CPU; our first build is {_spread(ratios)} times that")


def _print(stories: int, runs: Sequence[dict[str, Measured]], sticks: Sequence[float]) -> None:
    pages = runs[0]["first"].said["pages"]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"{stories} stories, {pages} pages; {len(runs)} runs; {machine}")
    print(f"yardstick, ms of CPU: {_spread(sticks)}")
    print(
        f"{'build':18} {'rendered':>8} {'CPU s':>22} {'ms a page':>10} {'yardsticks':>11} {'wall s':>22} {'peak MB':>8}"
    )
    for name in runs[0]:
        all_of = [run[name] for run in runs]
        cpu, wall = _spread([one.cpu for one in all_of]), _spread([one.wall for one in all_of])
        each = 1000 * median(one.cpu for one in all_of) / pages
        memory = median(one.memory for one in all_of)
        in_sticks = median(1000 * one.cpu / pages / stick for one, stick in zip(all_of, sticks, strict=True))
        rendered = all_of[0].said["rendered"]
        print(f"{name:18} {rendered:>8} {cpu:>22} {each:>10.2f} {in_sticks:>11.2f} {wall:>22} {memory:>8.0f}")


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


if __name__ == "__main__":
    main()
