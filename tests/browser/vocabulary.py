"""schema.org's vocabulary as an outside checker: Google's schema-dts, generated from the vocabulary itself, and the
TypeScript compiler, which tells of a type that does not exist, a property that its type does not have, and a value
of another type.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests import tools

Thing = Mapping[str, Any]

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

LEXICAL = {
    "export type Date = string;": "export type Date = `${number}` | `${number}-${number}` | `${number}-${number}-${number}`;",
    "export type DateTime = string;": "export type DateTime = `${number}-${number}-${number}T${string}`;",
    "export type URL = string;": "export type URL = `https://${string}`;",
}
"""schema-dts lets any text stand for a date or an address; here each has to look like one. Dates may leave out the
day or the month (ISO 8601-1, 5.2.2)."""

_SETTINGS = {
    "strict": True,
    "noEmit": True,
    "skipLibCheck": True,
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "target": "es2022",
    "types": [],
}


def things(site: Path) -> Iterator[tuple[str, Thing]]:
    """Every thing at the top of a page's JSON-LD, with the path of the page."""
    for file in sorted(site.rglob("*.html")):
        for text in _SCRIPT.findall(file.read_text(encoding="utf-8")):
            data = json.loads(text)
            assert data["@context"] == "https://schema.org", file
            yield from ((file.relative_to(site).as_posix(), thing) for thing in data["@graph"])


def vocabulary_check(found: Iterable[tuple[str, Thing]], folder: Path) -> list[str]:
    """What the compiler says of things, as `page: message`, once for things of one shape; works in `folder`."""
    shapes: dict[str, str] = {}
    for page, thing in found:
        shapes.setdefault(_typed(_shape(thing)), page)
    pages = list(shapes.values())
    head = 'import type * as schema from "./schema.js";'
    lines = (f"export const t{number}: schema.Thing = {text};" for number, text in enumerate(shapes))
    (folder / "things.ts").write_text("\n".join([head, *lines]), encoding="utf-8")
    (folder / "schema.d.ts").write_text(_declarations(), encoding="utf-8")
    settings = {"compilerOptions": {**_SETTINGS, "paths": _library()}, "files": ["things.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [str(tools.node()), str(tools.tsc()), "--pretty", "false"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    told = re.findall(r"^things\.ts\((\d+),\d+\): error (.*)", done.stdout, re.MULTILINE)
    assert bool(told) == bool(done.returncode), done.stdout + done.stderr
    return [f"{pages[int(line) - 2]}: {message}" for line, message in told]


def _declarations() -> str:
    path = tools.schema_dts()
    assert path
    text = path.read_text(encoding="utf-8")
    for loose, strict in LEXICAL.items():
        assert text.count(loose) == 1, loose
        text = text.replace(loose, strict)
    return text


def _library() -> dict[str, list[str]]:
    """Where the compiler finds what schema-dts imports, as its `paths` want it."""
    path = tools.schema_dts()
    assert path
    return {"schema-dts-lib": [path.parents[2].joinpath("schema-dts-lib/dist/index.d.ts").as_posix()]}


def _shape(value: Any) -> Any:
    """A value with one like it in place of each text and number, so that equal things are checked once."""
    if isinstance(value, Mapping):
        return {name: part if name == "@type" else _shape(part) for name, part in sorted(value.items())}
    if isinstance(value, list):
        shapes = {json.dumps(_shape(each)): _shape(each) for each in value}
        return [shapes[key] for key in sorted(shapes)]
    if isinstance(value, str):
        return _like(value)
    return value if isinstance(value, bool) else 1


def _like(text: str) -> str:
    """A text like this one: an item of the vocabulary itself, a date, an address, or any text."""
    if text.startswith("https://schema.org/"):
        return text
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return _like_date(text)
    parts = urlsplit(text)
    return "https://thu.example/" if parts.scheme == "https" and parts.netloc and " " not in text else "text"


def _like_date(text: str) -> str:
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return "text"
    return "2023-10-07"[: len(text)]


def _typed(shape: Any) -> str:
    """A shape as an expression. What an action asks for (`query-input`, see schema.org/docs/actions.html) belongs to
    no type of the vocabulary but is told of by schema-dts as `WithActionConstraints`."""
    if isinstance(shape, Mapping):
        inside = ", ".join(f"{json.dumps(name)}: {_typed(part)}" for name, part in shape.items())
        if any(name.endswith(("-input", "-output")) for name in shape):
            kind = f"schema.WithActionConstraints<schema.{shape['@type']}>"
            return f"((action: {kind}) => action)({{{inside}}})"
        return f"{{{inside}}}"
    return f"[{', '.join(map(_typed, shape))}]" if isinstance(shape, list) else json.dumps(shape)
