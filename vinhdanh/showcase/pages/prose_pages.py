"""Pages of prose: about, contact, privacy, accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.frame_views import Crumb
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.spec import Output


def outputs(frame: Frame) -> Iterator[Output]:
    """Every page of prose that there is in this language."""
    show = frame.show
    for page in show.pages:
        if show.has_page(page) and frame.only in (None, page):
            notes = Citations(show.catalogue)
            body = show.body(page, notes)
            parts = {"head": head(show, page), "sources": show.sources(notes, page)}
            crumbs = (frame.home(), Crumb(show.heading(page), None))
            yield frame.record_page(page, "page.html", parts, crumbs=crumbs, body=body)
