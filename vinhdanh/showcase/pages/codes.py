"""The QR codes of the pages that people print. A browser fetches one only when it prints (see templates/base.html)."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.showcase.addresses import qr_path
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.spec import Output


def outputs(frame: Frame) -> Iterator[Output]:
    """The code of each such page in this language; none when the site does not know its own address."""
    show, address = frame.show, frame.show.addresses
    if not address.origin:
        return
    for record in show.catalogue.records():
        if frame.is_printed(record) and show.has_page(record):
            url = address.absolute(address.record(record, frame.lang))
            yield Output(qr_path(record, frame.lang), "qr", {"url": url}, record.location.file)
