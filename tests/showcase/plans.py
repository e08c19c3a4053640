"""The plan of a small showcase, without rendering it: every output by path."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests import showcases
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.content.loading import Loader
from vinhdanh.render.templates import read_strings
from vinhdanh.showcase.planning import plan
from vinhdanh.showcase.spec import Output

Plan = Mapping[str, Output]


@cache
def strings() -> Mapping[str, Mapping[str, str]]:
    """The interface's words by language."""
    files = {lang: ROOT / "templates" / "strings" / f"{lang}.yaml" for lang in ("vi", "en")}
    return {lang: read_strings(lang, path.read_text(encoding="utf-8")) for lang, path in files.items()}


def planned(folder: Path, files: Mapping[str, str]) -> Plan:
    """The plan of the small showcase with `files` added to it, or put in the place of its own."""
    showcases.make(folder, {**showcases.FILES, **files})
    loaded = Loader(folder / "content", Memory(None), b"").load(showcases.TODAY)
    assert not [problem for problem in loaded.problems if problem.severity == "error"], loaded.problems
    return {output.path: output for output in plan(loaded.catalogue, strings(), {})}
