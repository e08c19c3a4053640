"""What an output is made of: the plan's only vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vinhdanh.base.digest import Plain
from vinhdanh.showcase.views import Picture

CARD = "card"
"""The maker of share cards."""

CARD_SIZE = (1200, 630)
"""Pixels of a share card: the size that Facebook, Zalo and X ask for."""

CARD_FONTS = (
    "fonts/be-vietnam-pro-400.woff2",
    "fonts/be-vietnam-pro-600.woff2",
    "fonts/newsreader.woff2",
)
"""The files of a theme that cards are set in; without them there are none."""

Look = Callable[[], None]
"""Called now and then while much is made at once; what it raises breaks that off."""

Parts = Mapping[str, Plain]
"""Named plain values; whatever the output shows of the showcase is in one of them."""


class BodyUse(NamedTuple):
    """A Markdown body as one page shows it: its digest (hexadecimal), and what its marks become there.

    A file of media/ that cannot be shown becomes None.
    """

    digest: str
    cites: Mapping[str, int]
    links: Mapping[str, str]
    media: Mapping[str, Picture | None]
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
