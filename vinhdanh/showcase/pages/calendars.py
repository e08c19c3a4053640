"""Events as files for calendars, after RFC 5545: one for each event whose day is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.model.events import Event
from vinhdanh.showcase.addresses import calendar_path
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import joined
from vinhdanh.showcase.spec import Output

LINE_OCTETS = 75
"""Octets of a line, at most, its end not counted (RFC 5545, 3.1)."""

NO_HOST = "vinhdanh.invalid"
"""What stands in identifiers for a site that does not know its address; the name can belong to nobody (RFC 2606)."""


def outputs(frame: Frame) -> Iterator[Output]:
    """The file of every event with a page in this language and a known day."""
    for event in frame.show.catalogue.every(Event):
        path = calendar_path(event, frame.lang)
        if path and frame.show.has_page(event):
            yield Output(path, "text", {"text": calendar(_lines(frame, event))}, event.location.file)


def _lines(frame: Frame, event: Event) -> list[tuple[str, str]]:
    """The properties of an event with their values. It lasts the whole day: the hour is not known."""
    show, address = frame.show, frame.show.addresses
    day = _day(event.date)
    where = joined(", ", (show.plain(event, "venue"), event.place))
    url = address.absolute(address.record(event, frame.lang)) if address.origin else ""
    return [
        ("UID", f"event-{event.id}@{urlsplit(address.origin).hostname or NO_HOST}"),
        ("DTSTAMP", f"{_day(event.published) or day:%Y%m%d}T000000Z"),
        ("DTSTART;VALUE=DATE", f"{day:%Y%m%d}"),
        ("DTEND;VALUE=DATE", f"{day + timedelta(days=1):%Y%m%d}" if day else ""),
        ("SUMMARY", escaped(show.heading(event))),
        ("DESCRIPTION", escaped(show.plain(event, "summary") or "")),
        ("LOCATION", escaped(where)),
        ("URL", url),
        ("TRANSP", "TRANSPARENT"),
    ]


def _day(known: PartialDate | None) -> date | None:
    return date(known.year, known.month, known.day) if known and known.month and known.day else None


def calendar(properties: list[tuple[str, str]]) -> str:
    """A calendar with one event, its lines folded and ended as the standard wants them. Empty values are left out."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vinh Danh//Vinh Danh//VI",
        "BEGIN:VEVENT",
        *(f"{name}:{value}" for name, value in properties if value),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """Text as a value of type TEXT (RFC 5545, 3.3.11)."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"), ("\r", "")):
        text = text.replace(sign, written)
    return text


def folded(line: str) -> str:
    """A line in pieces of no more than 75 octets, the later ones after a space; no letter is cut."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > LINE_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += letter
        octets += size
    return "\r\n".join([*pieces, piece])
