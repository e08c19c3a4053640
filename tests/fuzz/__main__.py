"""Tries very many inputs on all that reads what strangers send: `python3 -m tests.fuzz --runs 20000`.

Prints a table: inputs, outcomes, and the processor time of the slowest. The exit code is 1 when an input made an
exception, or took longer than `--seconds`; such an input is printed. With `--engine atheris` (pip install atheris) the
inputs follow the branches of the code that they reach; one target for each run then.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

SLOWEST_SECONDS = 1.0


class Trial:
    """One target under trial: counts what comes of each input and keeps the slowest, and those that went wrong."""

    def __init__(self, name: str, target: Any, seconds: float) -> None:
        self.name, self._target, self._seconds = name, target, seconds
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self.wrong: list[str] = []

    def __call__(self, value: Any) -> None:
        """Try one input."""
        began = time.process_time()
        try:
            outcome = self._target.probe(value)
        except Exception:
            outcome = "exception"
            self._keep(value, traceback.format_exc(limit=-3))
        took = time.process_time() - began
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, took)
        if took > self._seconds:
            self._keep(value, f"{took:.2f} s")

    def _keep(self, value: Any, why: str) -> None:
        if len(self.wrong) < 5:
            self.wrong.append(f"{self.name}: {repr(value)[:300]}\n{why}")

    def row(self) -> str:
        """A line of the table."""
        counts = [self.outcomes[each] for each in ("record", "problem", "exception")]
        cells = (
            self.name,
            *(f"{count:,}" for count in (sum(counts), *counts)),
            f"{self.slowest * 1000:.0f} ms",
        )
        return f"| {' | '.join(cells)} |"


HEAD = "| What reads | Inputs | Records | Problems | Exceptions | Slowest |\n| --- | ---: | ---: | ---: | ---: | ---: |"


def by_hypothesis(trial: Trial, target: Any, runs: int, number: int) -> None:
    """Inputs by the rules of their strategy, and more of what was fruitful."""

    @seed(number)
    @settings(
        max_examples=runs,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def attempt(value: Any) -> None:
        trial(value)

    attempt()


def by_atheris(trial: Trial, target: Any, runs: int, number: int) -> None:
    """Inputs that follow the branches they reach in `vinhdanh`; does not come back."""
    import atheris

    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(target.inputs)
    def attempt(value: Any) -> None:
        trial(value)
        if sum(trial.outcomes.values()) == runs:
            print(HEAD, trial.row(), *trial.wrong, sep="\n", flush=True)

    fuzz = attempt.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    many = str(runs * 20)  # bytes that make no input are not counted
    atheris.Setup(
        [sys.argv[0], f"-seed={number}", f"-runs={many}", "-verbosity=0"],
        lambda data: _until(fuzz, data, trial, runs),
    )
    atheris.Fuzz()


def _until(fuzz: Any, data: bytes, trial: Trial, runs: int) -> None:
    fuzz(data)
    if sum(trial.outcomes.values()) >= runs:
        os._exit(1 if trial.wrong else 0)  # libFuzzer takes any other end for a crash


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000, metavar="N", help="inputs for each target (1000)")
    parser.add_argument("--target", action="append", metavar="NAME", help="only this one; may be repeated")
    parser.add_argument("--engine", choices=("hypothesis", "atheris"), default="hypothesis")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument(
        "--seconds", type=float, default=SLOWEST_SECONDS, metavar="S", help="of processor time (1.0)"
    )
    options = parser.parse_args()
    if options.engine == "atheris":
        import atheris

        with atheris.instrument_imports(include=["vinhdanh"]):
            from tests.fuzz.targets import TARGETS
    else:
        from tests.fuzz.targets import TARGETS
    trials = [Trial(name, TARGETS[name], options.seconds) for name in options.target or TARGETS]
    run = by_atheris if options.engine == "atheris" else by_hypothesis
    if options.engine == "hypothesis":
        print(HEAD)
    for trial in trials:
        run(trial, TARGETS[trial.name], options.runs, options.seed)
        print(trial.row(), flush=True)
    for trial in trials:
        print(*trial.wrong, sep="\n\n", end="\n" if trial.wrong else "")
    return 1 if any(trial.wrong for trial in trials) else 0


if __name__ == "__main__":
    sys.exit(main())
