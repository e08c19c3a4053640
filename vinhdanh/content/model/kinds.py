"""The table of all kinds: folder, record class, names for people, and the first part of their addresses."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from vinhdanh.content.model.events import Event, Experience, Theme
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.pages import Page, Place, Sector, Source, Story
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.programmes import Award, Organisation, Programme
from vinhdanh.content.model.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `one` and `many` are its names in Vietnamese and English, `path` its address in both."""

    key: str
    folder: str
    record: type[Record]
    one: tuple[str, str]
    many: tuple[str, str]
    path: tuple[str, str]
    heading: str = "title"
    """The key of its title or name, which every record must have."""

    def address(self, lang: str) -> str:
        """The first part of the addresses of this kind, in `lang`."""
        return self.path[1] if lang == "en" else self.path[0]


KINDS = (
    Kind("person", "people", Person, ("cá nhân", "person"), ("Cá nhân tiêu biểu", "People"), ("nguoi", "people"), "name"),
    Kind("collective", "collectives", Collective, ("tập thể", "collective"), ("Tập thể tiêu biểu", "Collectives"), ("tap-the", "collectives"), "name"),
    Kind("initiative", "initiatives", Initiative, ("sáng kiến", "initiative"), ("Sáng kiến", "Initiatives"), ("sang-kien", "initiatives")),
    Kind("story", "stories", Story, ("câu chuyện", "story"), ("Câu chuyện", "Stories"), ("cau-chuyen", "stories")),
    Kind("event", "events", Event, ("sự kiện", "event"), ("Tọa đàm, sự kiện", "Seminars and events"), ("su-kien", "events")),
    Kind("experience", "experiences", Experience, ("kinh nghiệm", "shared experience"), ("Kinh nghiệm chia sẻ", "Shared experience"), ("kinh-nghiem", "experiences")),
    Kind("organisation", "organisations", Organisation, ("đơn vị", "organisation"), ("Đơn vị", "Organisations"), ("don-vi", "organisations"), "name"),
    Kind("programme", "programmes", Programme, ("chương trình", "programme"), ("Chương trình, phong trào", "Programmes"), ("chuong-trinh", "programmes")),
    Kind("award", "awards", Award, ("giải thưởng", "award"), ("Giải thưởng, danh hiệu", "Awards and titles"), ("giai-thuong", "awards"), "name"),
    Kind("theme", "themes", Theme, ("chủ đề", "theme"), ("Chủ đề", "Themes"), ("chu-de", "themes")),
    Kind("page", "pages", Page, ("trang", "page"), ("Trang", "Pages"), ("", "")),
    Kind("source", "sources", Source, ("nguồn", "source"), ("Nguồn", "Sources"), ("nguon", "sources")),
    Kind("place", "places", Place, ("tỉnh, thành phố", "province"), ("Tỉnh, thành phố", "Provinces"), ("tinh", "provinces"), "name"),
    Kind("sector", "sectors", Sector, ("ngành", "sector"), ("Ngành", "Sectors"), ("nganh", "sectors"), "name"),
)  # fmt: skip
"""Every kind, in the order in which readers meet them."""

DATA_FOLDER = "data"
"""Folder of list files whose records have no file of their own."""


@functools.cache
def by_key() -> Mapping[str, Kind]:
    """The kinds by key."""
    return {kind.key: kind for kind in KINDS}


@functools.cache
def by_record() -> Mapping[type[Record], Kind]:
    """The kinds by the class of their records."""
    return {kind.record: kind for kind in KINDS}


@functools.cache
def by_folder() -> Mapping[str, Kind]:
    """The kinds by the name of their folder."""
    return {kind.folder: kind for kind in KINDS}
