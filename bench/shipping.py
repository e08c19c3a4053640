"""What it costs to send rendering away: `python3 bench/shipping.py [--stories N]`.

Plans a generated showcase, makes every output but pictures here, and puts the same outputs into the jobs that other
processes or machines get. Prints the CPU seconds of both, and how much is sent and sent back.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.stories import write  # noqa: E402 - the project is on the path only now
from vinhdanh.base.memory import Memory  # noqa: E402
from vinhdanh.render import derivation, makers, rendering  # noqa: E402
from vinhdanh.render.engine import engine_digest  # noqa: E402
from vinhdanh.render.planned import prepare  # noqa: E402
from vinhdanh.render.publication import html_of  # noqa: E402
from vinhdanh.render.theme_folder import folder_of  # noqa: E402

TODAY = "2026-11-22"
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and its seconds of CPU."""
    started = time.process_time()
    return work(), time.process_time() - started


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000, help="story pages to generate (default 1000)")
    stories = parser.parse_args(arguments).stories
    with tempfile.TemporaryDirectory(prefix="vinhdanh-shipping-") as folder:
        root, memory, engine = Path(folder), Memory(None), engine_digest()
        write(root, stories)
        planned = prepare(root, TODAY, memory, engine)
        outputs = [each for each in planned.outputs if each.maker not in derivation.MAKERS]
        place = rendering.Place(folder_of(root), planned.theme.digest, engine)
        look = planned.theme

        def html(digest: str) -> str:
            return html_of(memory, engine, digest)

        made, making = timed(lambda: [makers.make(each, look, html) for each in outputs])
        sent = [each for each in outputs if each.maker != makers.COPY]
        jobs, packing = timed(
            lambda: [pickle.dumps(job.arguments, 5) for job in rendering.jobs(sent, place, html)]
        )
        _, unpacking = timed(lambda: [pickle.loads(job) for job in jobs])
        back = sum(
            len(data) for output, data in zip(outputs, made, strict=True) if output.maker != makers.COPY
        )
    print(f"{stories} stories: {len(outputs)} outputs made here in {making:.2f} s of CPU")
    print(f"sent away in {len(jobs)} jobs: {packing:.2f} s to pack, {unpacking:.2f} s to unpack")
    print(f"{sum(map(len, jobs)) / 1e6:.1f} MB there, {back / 1e6:.1f} MB back")
    print(f"packing and unpacking are {(packing + unpacking) / making:.0%} of making")


if __name__ == "__main__":
    main()
