"""What stops a build besides problems of content."""

from __future__ import annotations

from vinhdanh.base.problems import Problem


class TemplateError(Exception):
    """A template or a setting that cannot be used; `problem` says where and why. Survives pickling."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem
