"""What a build costs: `python3 bench/run.py [--stories N] [--runs N] [--jobs N] [--beside NAME=COMMAND ...]`.

Writes a generated showcase and builds it, each time in a fresh process, which `--jobs N` lets others help: first, again
with nothing changed, after one body was edited, after one title was edited. Prints seconds of CPU and wall (median,
smallest, largest) and the peak memory of all processes together. The outputs are checked: a figure of a build that made
the wrong pages is no figure.

Machines differ and are shared, so other generators may build the same stories in turns with ours, first and then again
with nothing changed, by a command that runs in their folder; what they make is said in `bench/others.py`. Then every
build of ours is also printed as a ratio to their first one, pair by pair:

    --beside "hugo=hugo --quiet"
    --beside "pelican=pelican content -q"
    --beside "eleventy=eleventy --quiet"

Each run also times a yardstick beside its builds: Python-Markdown alone, converting the same bodies.
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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import markdown

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.measuring import Measured, run  # noqa: E402 - the project is on the path only now
from bench.others import EDITED, OTHERS  # noqa: E402
from bench.scale import person_id, piece_id  # noqa: E402
from bench.stories import write  # noqa: E402

ENGINE = (sys.executable, str(PROJECT / "build.py"))
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""As people have it: the engine's modules are compiled once, not in every build."""

PASSES = 3
"""Times that the yardstick is taken in each run; the fastest counts."""


@dataclass(frozen=True, slots=True)
class Built:
    """One build of ours: what it cost, and what it said."""

    cost: Measured
    said: dict[str, Any]


def build(root: Path, jobs: int) -> Built:
    """Build the showcase in `root` with so many processes. Raises SystemExit when that fails."""
    command = [*ENGINE, "build", "--root", str(root), "--json", "--explain", "--jobs", str(jobs)]
    cost = run(command, root, ENVIRONMENT)
    return Built(cost, json.loads(cost.printed))


def built_beside(name: str, command: str, folder: Path, stories: int) -> tuple[Measured, Measured]:
    """What a first build of the same stories by another generator costs, and another with nothing changed.

    Raises SystemExit when one fails, AssertionError when it did not make the pages.
    """
    folder.mkdir()
    other = OTHERS[name]
    other.write(folder, stories)
    found = tuple(run(shlex.split(command), folder, ENVIRONMENT) for _ in range(2))
    assert sum(1 for _ in (folder / other.output).rglob("*.html")) >= stories
    assert "<h1" in (folder / other.output / EDITED / "index.html").read_text(encoding="utf-8")
    return found[0], found[1]


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


def once(stories: int, root: Path, jobs: int) -> dict[str, Built]:
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
    beside: dict[str, list[tuple[Measured, Measured]]] = {name: [] for name, _ in others}
    subprocess.run([*ENGINE, "--version"], env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    runs, sticks = [], []
    # Nothing is deleted before the end: on ext4 files that are made after a deletion cost up to ten times as much.
    with tempfile.TemporaryDirectory(prefix="vinhdanh-bench-") as folder:
        for number in range(options.runs):
            root = Path(folder) / f"showcase-{number}"
            runs.append(once(options.stories, root, options.jobs))
            sticks.append(yardstick(root))
            for name, command in others:
                place = Path(folder) / f"{name}-{number}"
                beside[name].append(built_beside(name, command, place, options.stories))
        _print(options.stories, options.jobs, runs, sticks)
        for name, costs in beside.items():
            _print_beside(name, runs, costs)
        if options.keep:
            shutil.rmtree(options.keep, ignore_errors=True)
            shutil.copytree(root, options.keep)


def _print(stories: int, jobs: int, runs: Sequence[Mapping[str, Built]], sticks: Sequence[float]) -> None:
    pages = runs[0]["first"].said["pages"]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"{stories} stories, {pages} pages; --jobs {jobs}; {len(runs)} runs; {machine}")
    print(f"yardstick, ms of CPU: {_spread(sticks)}")
    print(
        f"{'build':26} {'rendered':>8} {'CPU s':>22} {'wall s':>22} {'peak MB':>8} {'yardsticks a page':>18}"
    )
    for name in runs[0]:
        all_of = [run[name].cost for run in runs]
        in_sticks = median(1000 * one.cpu / pages / stick for one, stick in zip(all_of, sticks, strict=True))
        print(
            f"{name:26} {runs[0][name].said['rendered']:>8} {_costs(all_of)} {in_sticks:>18.2f}", flush=True
        )


def _print_beside(
    other: str, runs: Sequence[Mapping[str, Built]], costs: Sequence[tuple[Measured, Measured]]
) -> None:
    first, again = ([pair[number] for pair in costs] for number in range(2))
    print(f"{f'{other}, first':26} {'':>8} {_costs(first)}")
    print(f"{f'{other}, nothing changed':26} {'':>8} {_costs(again)}")
    for name in runs[0]:
        ours = [run[name].cost for run in runs]
        ratios = {
            "wall": [our.wall / their.wall for our, their in zip(ours, first, strict=True)],
            "CPU": [our.cpu / their.cpu for our, their in zip(ours, first, strict=True)],
            "memory": [our.memory / their.memory for our, their in zip(ours, first, strict=True)],
        }
        told = ", ".join(f"{what} {_spread(values)}" for what, values in ratios.items())
        print(f"  ours, {name}, to {other}, first: {told}", flush=True)


def _costs(costs: Sequence[Measured]) -> str:
    cpu, wall = _spread([one.cpu for one in costs]), _spread([one.wall for one in costs])
    return f"{cpu:>22} {wall:>22} {median(one.memory for one in costs):>8.0f}"


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


if __name__ == "__main__":
    main()
