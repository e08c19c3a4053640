"""What stops a build besides problems of content."""

from __future__ import annotations

import traceback
from pathlib import Path

from vinhdanh.base.problems import Problem


class TemplateError(Exception):
    """A template or a setting that cannot be used; `problem` says where and why. Survives pickling."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def account_of(error: BaseException) -> str:
    """What a maintainer must know of a fault of our own, on one line: what it is, and where in the program it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return " ".join(f"{type(error).__name__}: {error}{place}".split())
