"""The site's search engine, run by Node over an index in a folder."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests import tools
from tests.tools import ROOT

ENGINE = ROOT / "templates" / "assets" / "js" / "search-engine.js"
CASES: Mapping[str, list[list[Any]]] = json.loads(
    (ROOT / "tests" / "search" / "words.json").read_text("utf-8")
)


def asked(**question: object) -> Any:
    """What `engine.mjs` answers."""
    script = Path(__file__).with_suffix(".mjs")
    done = subprocess.run(
        [str(tools.node()), str(script)],
        input=json.dumps({"engine": str(ENGINE), **question}).encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def found(folder: Path, *queries: str | Mapping[str, object], lang: str = "vi", **more: object) -> list[Any]:
    """The answer to each query in the index below `folder`: `cards`, `count`, `failed`, `steps`, `read` or `error`."""
    each = [query if isinstance(query, Mapping) else {"query": query} for query in queries]
    answers: list[Any] = asked(folder=str(folder), lang=lang, queries=each, **more)
    return answers


def titles(answer: Mapping[str, Any]) -> list[str]:
    """The titles of an answer, best first."""
    return [card["title"] for card in answer["cards"]]


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the shards of an index below `folder`."""
    for path, text in files.items():
        target = folder / f"{path}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


__all__: Sequence[str] = ["CASES", "asked", "found", "titles", "write"]
