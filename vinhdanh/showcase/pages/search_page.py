"""The page that answers a search; without JavaScript it leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.showcase.frame import SEARCH, Frame
from vinhdanh.showcase.pages.directory import letters
from vinhdanh.showcase.spec import Output


def outputs(frame: Frame) -> Iterator[Output]:
    """The search page in this language."""
    paths = frame.own_paths(SEARCH)
    yield frame.page(
        paths[frame.lang],
        "search.html",
        frame.show.word("search_title"),
        {"letters": letters(frame)},
        origin="search",
        description=frame.show.word("search_lead"),
        section="search",
        crumbs=(frame.home(),),
        twins=paths,
    )
