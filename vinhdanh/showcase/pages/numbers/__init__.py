"""The numbers page: how many, what the figures come to and by which rule, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import NUMBERS, Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.ledger import ledger_of
from vinhdanh.showcase.pages.numbers import counts, sums
from vinhdanh.showcase.pages.numbers.programmes import programmes
from vinhdanh.showcase.pages.places import tiles
from vinhdanh.showcase.spec import Output

PROGRAMMES = 12
"""Programmes that the page tells of; the others stand in their own list."""


def outputs(frame: Frame) -> Iterator[Output]:
    """The page in this language, and the lists below it."""
    show = frame.show
    ledger = ledger_of(show.relations.initiatives)
    folders = (NUMBERS["vi"],)
    notes = Citations(show.catalogue)
    parts = {
        "counts": counts.totals(show),
        "programmes": programmes(show, notes, PROGRAMMES),
        "sums": sums.sums(frame, ledger, folders),
        "left_out": sums.left_out(frame, ledger, folders),
        "timeline": counts.line_of_time(frame),
        "years": counts.by_year(frame),
        "sectors": counts.by_sector(frame),
        "genders": counts.by_gender(show),
        "tiles": tiles(frame),
        "provinces": counts.by_province(frame),
        "awards": counts.by_award(frame),
        "sources": show.sources(notes),
    }
    title = show.word("numbers_title")
    yield frame.page(
        frame.own_paths(NUMBERS)[frame.lang],
        "numbers.html",
        title,
        parts,
        origin="con-so/",
        description=show.word("numbers_lead"),
        section="directory",
        crumbs=(frame.home(), Crumb(show.word("figures"), None)),
        twins=frame.own_paths(NUMBERS),
    )
    above = (frame.home(), Crumb(show.word("figures"), frame.own_url(NUMBERS)))
    yield from sums.lists(frame, ledger, folders, above)
