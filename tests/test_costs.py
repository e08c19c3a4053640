"""Nothing gets dearer unnoticed: the calls that each stage of a build is made of, which no busy machine changes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache

import pytest

from tests.tools import ROOT

FEW, MANY = 60, 240
"""Stories of the small corpora."""

MARGIN = 1.1
"""Times the numbers of `bench/calls.json`: other versions of Python and of libraries stay below it."""

GROWTH = 1.15
"""Times as many calls a story where there are more stories: what grows with the square of them would be four times."""

BASELINE: Mapping[str, int] = json.loads((ROOT / "bench/calls.json").read_text(encoding="utf-8"))


@cache
def calls(stories: int) -> Mapping[str, int]:
    """How many calls each stage makes, counted in a process of its own, whose caches nobody else has filled."""
    command = [sys.executable, "bench/stages.py", "--calls", "--stories", str(stories)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: Mapping[str, int] = json.loads(done.stdout)
    return found


def test_no_stage_makes_more_calls_than_it_did() -> None:
    found = calls(FEW)
    assert found.keys() == BASELINE.keys()
    dearer = {
        name: (BASELINE[name], count) for name, count in found.items() if count > MARGIN * BASELINE[name]
    }
    assert not dearer, "mend it, or say in the commit what it is worth and write bench/calls.json anew"


@pytest.mark.parametrize("stage", BASELINE)
def test_a_story_costs_no_more_where_there_are_many(stage: str) -> None:
    assert calls(MANY)[stage] / MANY <= GROWTH * calls(FEW)[stage] / FEW
