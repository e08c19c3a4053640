"""What an editor is told about a page: the file it comes from, and the badges of what readers are not shown yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.record import Record
from vinhdanh.content.visibility import State
from vinhdanh.editing.wanting import twin_file
from vinhdanh.render.planned import Planned
from vinhdanh.showcase.addresses import addresses_of

NO_TWIN, DRAFT_TWIN = "no-english", "draft-english"
"""Badges besides the names of states: there is no English twin, and there is one that is a draft."""

BADGES: Mapping[str, tuple[str, str]] = {
    State.DRAFT: ("Bản nháp", "Draft"),
    State.SCHEDULED: ("Hẹn ngày đăng", "Scheduled"),
    State.WITHHELD: ("Chưa được đăng", "Withheld"),
    NO_TWIN: ("Chưa có bản tiếng Anh", "No English twin"),
    DRAFT_TWIN: ("Bản tiếng Anh còn nháp", "English draft"),
}
"""What a badge says, in Vietnamese and in English."""


_WITHOUT_TWINS = ("source", "place", "sector")
"""Kinds whose records carry their English words themselves."""


class Note(NamedTuple):
    """The file that a page comes from, relative to the root, and its badges (keys of `BADGES`)."""

    file: str | None = None
    badges: tuple[str, ...] = ()
    day: str | None = None
    """The ISO date on which the page will be published, where one is set."""
    record: str | None = None
    """The folder and the id of its record, by which its form is found."""


def note_of(planned: Planned, url: str) -> Note:
    """What there is to say of the page at `url`, an address from the root of the host, whether there is one or not."""
    catalogue = planned.loaded.catalogue
    path = (
        url.removeprefix(addresses_of(catalogue.site.base_url).prefix).removesuffix("index.html").strip("/")
    )
    lang = "en" if path == "en" or path.startswith("en/") else "vi"
    own = path.removeprefix("en").strip("/") if lang == "en" else path
    if not own:
        return Note(
            twin_file("content/site.yaml")
            if lang == "en" and catalogue.site.translation
            else "content/site.yaml"
        )
    record = _record_at(catalogue, own, lang)
    if record is None:
        return Note()
    file = record.location.file
    state = catalogue.state(record.key)
    badges: list[str] = [state] if state and state is not State.PUBLIC else []
    if "en" in catalogue.site.languages and record.kind not in _WITHOUT_TWINS:
        if not record.translation:
            badges.append(NO_TWIN)
        elif record.translation.get("draft"):
            badges.append(DRAFT_TWIN)
    day = record.publish_on.iso if state is State.SCHEDULED and record.publish_on else None
    own_file = twin_file(file) if lang == "en" and record.translation else file
    return Note(own_file, tuple(badges), day, f"{by_key()[record.kind].folder}/{record.id}")


def hidden_pages(planned: Planned) -> Iterator[tuple[str, State]]:
    """The addresses of the pages that readers are not shown, each with the state of its record."""
    catalogue = planned.loaded.catalogue
    addresses = addresses_of(catalogue.site.base_url)
    for record in catalogue.unpublished():
        state = catalogue.state(record.key)
        if state:
            for lang in catalogue.site.languages:
                yield addresses.url(addresses.record(record, lang)), state


def _record_at(catalogue: Catalogue, path: str, lang: str) -> Record | None:
    """The record whose page stands, or would stand, at a path below the root of its language."""
    section, _, id = path.rpartition("/")
    kinds = (kind for kind in by_key().values() if kind.address(lang) == section)
    return next((found for kind in kinds if (found := catalogue.get((kind.key, id)))), None)
