"""A few inputs for all that reads what strangers send; `python3 -m tests.fuzz` tries very many."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.targets import PROBLEM, RECORD, TARGETS, Target

DEAR = "a body as long as may be"
"""Takes seconds for a few inputs."""


@pytest.mark.parametrize(
    "target",
    [each for name, each in TARGETS.items() if name != DEAR],
    ids=[name for name in TARGETS if name != DEAR],
)
def test_every_outcome_is_a_record_or_a_problem(target: Target) -> None:
    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(target.inputs)
    def attempt(value: Any) -> None:
        assert target.probe(value) in (RECORD, PROBLEM)

    attempt()
