"""What each stage of a first build costs: `python3 bench/stages.py [--stories N] [--runs N] [--calls]`.

Does in one process, one after another, what a build does at once: finds and reads the files, understands their front
matter, converts their bodies, joins the catalogue, plans every output, digests the plan, makes the outputs, writes
them. Prints the CPU of each as the least of all runs, for a story and as a share, and how many calls of functions it is
made of, which no noise of a machine reaches. The floor below it all is `write the same files`: the same bytes at the
same paths, by the shortest program that does it.

`--calls` prints nothing but those numbers, as JSON. `tests/test_costs.py` compares them with `bench/calls.json`, which
is written by

    PYTHONHASHSEED=0 python3 bench/stages.py --stories 60 --calls > bench/calls.json
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.stories import write  # noqa: E402 - the project is on the path only now
from vinhdanh.base import digest, disk  # noqa: E402
from vinhdanh.base.output_folder import OutputFolder  # noqa: E402
from vinhdanh.content import prose, reader  # noqa: E402
from vinhdanh.content.assembly import assemble, load_site  # noqa: E402
from vinhdanh.content.loading import is_content  # noqa: E402
from vinhdanh.content.media import Media  # noqa: E402
from vinhdanh.render import makers, theme  # noqa: E402
from vinhdanh.render.staleness import Tracer  # noqa: E402
from vinhdanh.showcase.planning import SHARED_PARTS, plan  # noqa: E402

TODAY = "2026-11-22"
"""The day of the build; nothing that is generated waits for a later one."""

FLOOR = "write the same files"
"""The stage that is no part of a build."""


class FirstBuild:
    """The stages of a first build of the showcase in `root` into `output`, each to be called once and before the next.

    Pictures and share cards, of which generated showcases have none, are not among them.
    """

    def __init__(self, root: Path, output: Path) -> None:
        self._root = root
        self._content = root / "content"
        self._output = output
        self._files: dict[str, bytes] = {}
        self._readings: list[reader.FileReading] = []
        self._proses: dict[bytes, prose.Prose] = {}

    def stages(self) -> Mapping[str, Callable[[], None]]:
        """The stages by name, in order."""
        return {
            "find and read files": self._read,
            "YAML and the model": self._understand,
            "Markdown": self._convert,
            "catalogue": self._join,
            "theme": self._load_theme,
            "plan": self._plan,
            "digests": self._digest,
            "templates, drawings, data": self._make,
            "write": self._publish,
            FLOOR: self._write_the_same,
        }

    def _read(self) -> None:
        files = [file.path for file in disk.scan(self._content) if is_content(file.path)]
        self._files = {path: disk.read(self._content / path) for path in files}
        for data in self._files.values():
            digest.of_bytes(data)

    def _understand(self) -> None:
        self._readings = [reader.read_file(path, data, {}) for path, data in self._files.items()]

    def _convert(self) -> None:
        texts = {key: text for reading in self._readings for key, text in reading.bodies.items()}
        self._proses = {key: prose.render(text) for key, text in texts.items()}

    def _join(self) -> None:
        raws = [raw for reading in self._readings for raw in reading.records]
        facts = {key: made.facts for key, made in self._proses.items()}
        nothing = Media(frozenset(), {})
        self._catalogue = assemble(raws, load_site(raws), facts, lambda raw: "", nothing, TODAY).catalogue

    def _load_theme(self) -> None:
        self._theme = theme.load(theme.folder_of(self._root))

    def _plan(self) -> None:
        self._outputs = list(plan(self._catalogue, self._theme.strings, self._theme.names))

    def _digest(self) -> None:
        tracer = Tracer(b"engine", lambda maker: makers.maker_digest(self._theme, maker))
        for output in self._outputs:
            tracer.trace(output, SHARED_PARTS)

    def _make(self) -> None:
        htmls = {key.hex(): made.html for key, made in self._proses.items()}
        self._made = {
            output.path: makers.make(output, self._theme, htmls.__getitem__) for output in self._outputs
        }

    def _publish(self) -> None:
        folder = OutputFolder(self._output, self._output.parent / "staging")
        for path, data in self._made.items():
            folder.stage(path, data)
        for path in self._made:
            folder.publish(path)
        folder.close()

    def _write_the_same(self) -> None:
        floor = self._output.with_name(f"{self._output.name}-floor")
        folders: set[Path] = set()
        for path, data in self._made.items():
            target = floor / path
            if target.parent not in folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                folders.add(target.parent)
            target.write_bytes(data)


def seconds(root: Path, output: Path) -> Mapping[str, float]:
    """Seconds of CPU of each stage."""
    found = {}
    for name, stage in FirstBuild(root, output).stages().items():
        gc.collect()
        started = time.process_time()
        stage()
        found[name] = time.process_time() - started
    return found


def calls(root: Path, output: Path) -> Mapping[str, int]:
    """How many calls of functions each stage is made of, also of those that are written in C."""
    found = {}
    for name, stage in FirstBuild(root, output).stages().items():
        if name == FLOOR:
            continue
        profile = cProfile.Profile()
        profile.runcall(stage)
        found[name] = sum(entry.callcount for entry in profile.getstats())
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--calls", action="store_true", help="count calls alone, and print JSON")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="vinhdanh-stages-") as folder:
        root, outputs = Path(folder) / "showcase", (Path(folder) / f"site-{number}" for number in count())
        write(root, options.stories)
        seconds(root, next(outputs))  # caches of regular expressions and templates are filled once a process
        runs = [] if options.calls else [seconds(root, next(outputs)) for _ in range(options.runs)]
        counted = calls(root, next(outputs))
    if options.calls:
        print(json.dumps(counted, indent=2))
    else:
        _print(options.stories, runs, counted)


def _print(stories: int, runs: Sequence[Mapping[str, float]], counted: Mapping[str, int]) -> None:
    least = {name: min(run[name] for run in runs) for name in runs[0]}
    whole = sum(least.values()) - least[FLOOR]
    print(f"{stories} stories, CPU, the least of {len(runs)} runs")
    print(f"{'stage':28} {'ms a story':>10} {'share':>6} {'calls a story':>14}")
    for name, each in least.items():
        share = f"{each / whole:.0%}"
        number = f"{counted[name] / stories:.0f}" if name in counted else ""
        print(f"{name:28} {1000 * each / stories:>10.2f} {share:>6} {number:>14}")
    print(f"{'all of a build':28} {1000 * whole / stories:>10.2f}")
    print(f"a build takes {whole / least[FLOOR]:.1f} times the CPU of writing the same files")


if __name__ == "__main__":
    main()
