"""What an output is made of: the plan's only vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vinhdanh.base.digest import Plain

Parts = Mapping[str, Plain]
"""Named plain values; whatever the output shows of the showcase is in one of them."""


class BodyUse(NamedTuple):
    """A Markdown body as one page shows it: its digest (hexadecimal), and what its marks become there."""

    digest: str
    cites: Mapping[str, int]
    links: Mapping[str, str]
    media: Mapping[str, str]
    lang: str


@dataclass(frozen=True, slots=True)
class Output:
    """One planned file. `maker` is `template:NAME` or a name of `render.makers`; `parts` are all that it shows."""

    path: str
    maker: str
    parts: Parts
    origin: str
    """The file or the list that asked for it; named when two outputs claim one path."""
    bodies: Mapping[str, BodyUse] = field(default_factory=dict)
    """Bodies by the name under which the template shows them."""


def url_of(path: str) -> str:
    """The address of an output below the site's root: `nguoi/a/index.html` is `nguoi/a/`."""
    return path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
