"""What search costs: `python3 bench/search.py [--stories N …]`.

For each number of stories it generates a showcase, makes the index in this process, and lets the site's own script (in
Node.js) answer queries from it. Prints CPU for each story, bytes for each story, and what a reader loads, compressed
with gzip: for a first query (scripts included) and for later ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.scale import name_of, person_id, place_of, title_of  # noqa: E402 - the project is on the path only now
from bench.stories import write  # noqa: E402
from vinhdanh.base.memory import Memory  # noqa: E402
from vinhdanh.content.catalogue import Catalogue  # noqa: E402
from vinhdanh.content.loading import Loader  # noqa: E402
from vinhdanh.render import theme  # noqa: E402
from vinhdanh.showcase import search  # noqa: E402
from vinhdanh.showcase.addresses import addresses_of  # noqa: E402
from vinhdanh.showcase.presenter import Presenter  # noqa: E402
from vinhdanh.showcase.relations import Relations  # noqa: E402

SCRIPTS = PROJECT / "templates" / "assets" / "js"
TODAY = "2026-11-22"
TIMES = 3
"""How often the index is made; the least CPU counts, since other work on the machine can only add."""


def index_of(catalogue: Catalogue) -> tuple[Mapping[str, str], float]:
    """The shards of a catalogue, and the seconds of CPU that they took."""
    look = theme.load(PROJECT / "templates")
    addresses = addresses_of(catalogue.site.base_url)
    best, files = float("inf"), {}
    for _ in range(TIMES):
        relations = Relations(catalogue)
        shows = {"vi": Presenter(catalogue, relations, look.strings["vi"], addresses, "vi")}
        shows["en"] = Presenter(catalogue, relations, look.strings["en"], addresses, "en")
        begun = time.process_time()
        files = dict(search.files(shows))
        best = min(best, time.process_time() - begun)
    return files, best


def queries() -> list[str]:
    """What readers ask for: a name, half a title, a province, a name with its province."""
    found = []
    for number in range(0, 40, 4):
        title = title_of(number).split()
        found += [
            name_of(number),
            " ".join(title[:4]),
            place_of(number),
            f"{name_of(number)} {place_of(number)}",
        ]
    return found


def answered(files: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Which files the script read for each query."""
    with tempfile.TemporaryDirectory() as place:
        for path, text in files.items():
            target = Path(place, f"{path}.json")
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, encoding="utf-8")
        question = {"engine": str(SCRIPTS / "search-engine.js"), "folder": place, "queries": queries()}
        done = subprocess.run(
            ["node", str(Path(__file__).with_suffix(".mjs"))],
            input=json.dumps(question).encode(),
            capture_output=True,
            check=True,
        )
        answer: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
        return answer


def indexes(stories: int) -> tuple[Mapping[str, str], float, Mapping[str, str]]:
    """The shards of a generated showcase, the seconds of CPU that they took, and the shards with one story more."""
    with tempfile.TemporaryDirectory() as place:
        write(Path(place), stories)
        content, memory = Path(place, "content"), Memory(Path(place, "memory.sqlite"))
        files, seconds = index_of(Loader(content, memory, b"").load(TODAY).catalogue)
        memory.save()
        story = (content / "people" / f"{person_id(1)}.md").read_text(encoding="utf-8")
        (content / "people" / "moi.md").write_text(story.replace(name_of(1), "Đỗ Thị Mới"), encoding="utf-8")
        more, _ = index_of(Loader(content, memory, b"").load(TODAY).catalogue)
        memory.close()
    return files, seconds, more


def measure(stories: int) -> None:
    """Print what search costs for a number of stories."""
    files, seconds, more = indexes(stories)
    changed = [path for path in more if files.get(path) != more[path]]
    weights = {f"{path}.json": len(gzip.compress(text.encode(), 6)) for path, text in files.items()}
    scripts = sum(len(gzip.compress(script.read_bytes(), 6)) for script in SCRIPTS.glob("*.js"))
    answers = answered(files)
    assert all(answer["hits"] for answer in answers["first"])
    first = [scripts + sum(weights[path] for path in answer["read"]) for answer in answers["first"]]
    later = [sum(weights[path] for path in answer["read"]) for answer in answers["later"]]
    print(f"{stories} stories: {len(files)} shards, {1000 * seconds / stories:.2f} ms of CPU a story")
    for family in ("title", "card", "facet", "text"):
        texts = [text for path, text in files.items() if path.startswith(family)]
        print(
            f"  {family:5} {len(texts):5} shards, {sum(len(t.encode()) for t in texts) / stories:6.1f} bytes a story"
        )
    for name, bytes_of in (("first", first), ("later", later)):
        print(f"  {name} query: {median(bytes_of) / 1000:.1f} kB, at most {max(bytes_of) / 1000:.1f} kB")
    print(f"  scripts: {scripts / 1000:.1f} kB; one story more rewrites {len(changed)} shards")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each number of stories."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, nargs="+", default=[1000, 10_000], help="how many stories")
    for stories in parser.parse_args(arguments).stories:
        measure(stories)


if __name__ == "__main__":
    main()
