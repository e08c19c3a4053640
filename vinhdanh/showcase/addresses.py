"""Where everything stands on the site. Vietnamese pages are at the root, English ones below `en/`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.events import Event
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.spec import url_of


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths and addresses of outputs. `prefix` is the path of the site on its host, with slashes at both ends."""

    prefix: str
    origin: str
    """Scheme and host, such as `https://vinhdanh.example`; empty when the site does not know where it is published."""

    def page(self, *parts: str, lang: str = "vi") -> str:
        """The output path of a page at `parts`."""
        return "/".join([*_folders(lang), *(part for part in parts if part), "index.html"])

    def record(self, record: Record, lang: str = "vi") -> str:
        """The output path of a record's page."""
        return self.named(record.kind, record.id, lang)

    def named(self, kind: str, id: str, lang: str = "vi") -> str:
        """The output path of the page of a record, also of one that is still to be written."""
        return self.page(by_key()[kind].address(lang), id, lang=lang)

    def kind(self, kind: str, *parts: str, lang: str = "vi") -> str:
        """The output path of the list of a kind, or of a page below it."""
        return self.page(by_key()[kind].address(lang), *parts, lang=lang)

    def url(self, path: str) -> str:
        """The address of an output from the root of the host."""
        return self.prefix + url_of(path)

    def absolute(self, path: str) -> str:
        """The whole address of an output; from the root of the host when the site does not know its own."""
        return self.origin + self.url(path)


def addresses_of(base_url: str | None) -> Addresses:
    """The addresses of a site that is published at `base_url`."""
    if not base_url:
        return Addresses("/", "")
    parts = urlsplit(base_url)
    prefix = f"/{parts.path.strip('/')}/" if parts.path.strip("/") else "/"
    return Addresses(prefix, f"{parts.scheme}://{parts.netloc}")


def record_at(catalogue: Catalogue, path: str, lang: str) -> Record | None:
    """The record at whose output path, or below it, an output path of a language lies; None where there is none."""
    section, *below = path.removeprefix("en/" if lang == "en" else "").split("/")
    for kind in by_key().values():
        address = kind.address(lang)
        if address == section and below:
            return catalogue.get((kind.key, below[0]))
        if not address and (found := catalogue.get((kind.key, section))):
            return found
    return None


def _folders(lang: str) -> tuple[str, ...]:
    """The folder that holds what is in a language; what is Vietnamese needs none."""
    return ("en",) if lang == "en" else ()


def card_path(record: Record | None, lang: str) -> str:
    """The output path of a record's share card in a language; without a record, of that of the site."""
    name = (by_key()[record.kind].folder, record.id) if record else ("site",)
    return "/".join(("the", *_folders(lang), *name)) + ".jpg"


def qr_path(record: Record, lang: str) -> str:
    """The output path of the QR code of a record's page in a language."""
    return "/".join(("qr", *_folders(lang), by_key()[record.kind].folder, f"{record.id}.svg"))


def calendar_path(event: Event, lang: str) -> str | None:
    """The output path of an event's file for calendars in a language; None where its day is not known."""
    if event.date is None or event.date.day is None:
        return None
    kind = by_key()[event.kind].address(lang)
    return "/".join((*_folders(lang), kind, event.id, f"{event.id}.ics"))


def drawing_path(record: Record, size: str) -> str:
    """The output path of a record's drawing."""
    suffix = "" if size == "card" else f"-{size}"
    return f"ve/{by_key()[record.kind].folder}/{record.id}{suffix}.svg"
