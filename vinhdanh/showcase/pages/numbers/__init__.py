"""The pages of numbers: how many there are, how the programmes counted, and what may be added, by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import NUMBERS, Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.ledger import ledger_of
from vinhdanh.showcase.pages.numbers import counts, sums
from vinhdanh.showcase.pages.numbers.programmes import programmes
from vinhdanh.showcase.pages.places import tiles
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Link

PROGRAMMES = 12
"""Programmes that their page tells of; the others stand in their own list."""

OF_PROGRAMMES = {"vi": "chuong-trinh", "en": "programmes"}
LEDGER = {"vi": "so-cong", "en": "ledger"}
"""Where two of the pages stand below the first, by language."""


def outputs(frame: Frame) -> Iterator[Output]:
    """The pages in this language, and the lists below that of the ledger."""
    show = frame.show
    ledger = ledger_of(show.relations.initiatives)
    notes = Citations(show.catalogue)
    told = programmes(show, notes, PROGRAMMES)
    folders = (NUMBERS["vi"], LEDGER["vi"])
    doors = [
        *([Link(show.word("numbers_programmes"), _url(frame, OF_PROGRAMMES))] if told else []),
        *([Link(show.word("numbers_ledger"), _url(frame, LEDGER))] if ledger.sums or ledger.left_out else []),
    ]
    counted = {
        "counts": counts.totals(show),
        "doors": doors,
        "timeline": counts.line_of_time(frame),
        "years": counts.by_year(frame),
        "sectors": counts.by_sector(frame),
        "genders": counts.by_gender(show),
        "tiles": tiles(frame),
        "provinces": counts.by_province(frame),
        "awards": counts.by_award(frame),
    }
    yield _page(frame, "numbers", counted)
    if told:
        yield _page(
            frame, "numbers_programmes", {"programmes": told, "sources": show.sources(notes)}, OF_PROGRAMMES
        )
    if ledger.sums or ledger.left_out:
        added = {
            "sums": sums.sums(frame, ledger, folders),
            "left_out": sums.left_out(frame, ledger, folders),
        }
        yield _page(frame, "numbers_ledger", added, LEDGER)
    above = (*_crumbs(frame), Crumb(show.word("numbers_ledger"), _url(frame, LEDGER)))
    yield from sums.lists(frame, ledger, folders, above)


def _page(
    frame: Frame, words: str, parts: Mapping[str, Any], below: Mapping[str, str] | None = None
) -> Output:
    """One of the pages, with its `parts`; `words` is the key of its words."""
    show = frame.show
    title = show.word(words if below else "numbers_title")
    lead = show.word(f"{words}_lead")
    paths = frame.own_paths({lang: _folder(lang, below) for lang in NUMBERS})
    return frame.page(
        paths[frame.lang],
        f"{words}.html",
        title,
        {"lead": lead, **parts},
        origin="con-so/",
        description=lead,
        section="directory",
        crumbs=(*_crumbs(frame), Crumb(title, None))
        if below
        else (frame.home(), Crumb(show.word("figures"), None)),
        twins=paths,
    )


def _crumbs(frame: Frame) -> tuple[Crumb, ...]:
    return (frame.home(), Crumb(frame.show.word("figures"), frame.own_url(NUMBERS)))


def _folder(lang: str, below: Mapping[str, str] | None) -> str:
    return f"{NUMBERS[lang]}/{below[lang]}" if below else NUMBERS[lang]


def _url(frame: Frame, below: Mapping[str, str]) -> str:
    return frame.own_url({lang: _folder(lang, below) for lang in NUMBERS})
