"""Stories, pages, and the data lists: sources, places, sectors."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Day
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.record import Record
from vinhdanh.content.scalars import Choice, Number, Reference, Text, Url, YesNo

FEATURABLE = (
    "person",
    "collective",
    "initiative",
    "event",
    "organisation",
    "programme",
    "award",
    "experience",
)
"""What a story may be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Somebody or something that a story is about."""

    who: str = labelled(
        Reference(*FEATURABLE),
        "Ai, cái gì",
        "Who or what",
        ("Ví dụ: people/nguyen-van-a", "Such as: people/nguyen-van-a"),
        required=True,
        default="",
    )
    role: str | None = labelled(Text(), "Vai trò", "Role", ("Trong câu chuyện", "In the story"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story(Record):
    """A longer piece about any of the others."""

    title: str = labelled(
        Text(), "Tiêu đề", "Title", ("Một câu", "One line"), also=("ten",), required=True, default=""
    )
    date: PartialDate | None = labelled(Day(), "Ngày", "Date", ("Ngày viết", "The day it was written"))
    author: str | None = labelled(
        Text(), "Người viết", "Author", ("Tên người viết", "Who wrote it"), also=("tac_gia",)
    )
    photographer: str | None = labelled(
        Text(), "Người chụp ảnh", "Photographer", ("Tên người chụp", "Who took the pictures")
    )
    features: tuple[Feature, ...] = labelled(
        ListOf(Group(Feature, "who")),
        "Nhân vật",
        "Features",
        ("Mã của người, sáng kiến, sự kiện …", "Ids of people, initiatives, events …"),
        also=("ve",),
    )
    theme: str | None = labelled(
        Reference("theme"), "Chủ đề", "Theme", ("Mã trong themes/", "An id of themes/")
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page(Record):
    """A page of its own: about, contact, privacy, accessibility."""

    title: str = labelled(
        Text(), "Tiêu đề", "Title", ("Tên trang", "The page's name"), also=("ten",), required=True, default=""
    )
    order: int | None = labelled(Number(), "Thứ tự", "Order", ("Ở chân trang", "In the footer"))


SOURCE_FORMS = {
    "press": ("báo", "press"),
    "union": ("trang công đoàn", "union site"),
    "enterprise": ("trang doanh nghiệp", "company site"),
    "authority": ("cơ quan nhà nước", "public authority"),
    "republisher": ("trang đăng lại", "republishing site"),
    "encyclopedia": ("bách khoa", "encyclopedia"),
    "document": ("văn bản", "document"),
    "other": ("khác", "other"),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Source(Record):
    """Where a fact stands."""

    title: str = labelled(
        Text(),
        "Tựa đề",
        "Title",
        ("Đúng như nguồn", "As the source has it"),
        also=("ten",),
        required=True,
        default="",
    )
    described: bool = labelled(
        YesNo(),
        "Tựa do trang đặt",
        "Described",
        ("“có” nếu chưa thấy tựa gốc", "“yes” when the headline was not seen"),
        default=False,
    )
    publisher: str | None = labelled(
        Text(), "Nơi đăng", "Publisher", ("Tên báo, trang", "Name of the paper or site"), required=True
    )
    url: str | None = labelled(Url(), "Địa chỉ", "Address", ("https://…", "https://…"), also=("link",))
    date: PartialDate | None = labelled(
        Day(), "Ngày nguồn đăng", "Date", ("Ngày, tháng hoặc năm", "Day, month or year")
    )
    date_inferred: bool = labelled(
        YesNo(), "Ngày suy ra", "Date inferred", ("“có” nếu suy từ bài", "“yes” when inferred"), default=False
    )
    form: str | None = labelled(
        Choice(SOURCE_FORMS),
        "Loại nguồn",
        "Kind",
        ("báo, trang công đoàn …", "press, union site …"),
        also=("kind", "loai"),
    )
    note: str | None = labelled(
        Text(lines=True), "Ghi chú", "Note", ("Điểm yếu của nguồn", "Weaknesses of the source")
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place(Record):
    """A province or city of today, with those of before 1 July 2025 that it gathers (resolution 202/2025/QH15)."""

    name: str = labelled(Text(), "Tên", "Name", ("Tên hiện nay", "Today's name"), required=True, default="")
    form: str | None = labelled(
        Choice({"city": ("thành phố", "city"), "province": ("tỉnh", "province")}),
        "Cấp",
        "Kind",
        ("thành phố hoặc tỉnh", "city or province"),
        also=("kind", "loai"),
    )
    also: tuple[str, ...] = labelled(
        ListOf(Text()), "Cách viết khác", "Other spellings", ("Để nhận ra khi gõ", "To be recognised")
    )
    predecessors: tuple[str, ...] = labelled(
        ListOf(Text()),
        "Gồm các tỉnh cũ",
        "Predecessors",
        ("Tên trước 1/7/2025", "Names of before 1 July 2025"),
    )
    tile: tuple[int, ...] = labelled(ListOf(Number()), "Ô bản đồ", "Tile", ("cột, hàng", "column, row"))


MOTIFS = {
    "weave": ("dệt", "weave"),
    "waves": ("sóng điện", "waves"),
    "circuit": ("mạch", "circuit"),
    "gallery": ("đường lò", "gallery"),
    "gears": ("bánh răng", "gears"),
    "platform": ("giàn khoan", "platform"),
    "hull": ("thân tàu", "hull"),
    "latex": ("cạo mủ", "latex"),
    "furnace": ("lò cao", "furnace"),
    "cells": ("tế bào", "cells"),
    "leaves": ("cành lá", "leaves"),
    "molecule": ("phân tử", "molecule"),
    "process": ("bồn chứa", "process"),
    "crane": ("cần cẩu", "crane"),
    "rail": ("đường ray", "rail"),
    "press": ("máy in", "press"),
    "compass": ("com-pa", "compass"),
}
"""What the drawing of a sector may show; a test holds these to the motifs that are drawn."""

HUES = {
    "rose": ("hồng", "rose"),
    "brick": ("gạch", "brick"),
    "rust": ("gỉ sắt", "rust"),
    "amber": ("hổ phách", "amber"),
    "ochre": ("đất son", "ochre"),
    "olive": ("ô liu", "olive"),
    "green": ("lục", "green"),
    "jade": ("ngọc", "jade"),
    "teal": ("mòng két", "teal"),
    "sea": ("biển", "sea"),
    "blue": ("lam", "blue"),
    "violet": ("tím", "violet"),
    "plum": ("mận", "plum"),
    "ink": ("mực", "ink"),
}
"""Accents of drawings, without the red of seminars and the gold of honours."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sector(Record):
    """A branch of the economy, with the motif and hue of its drawings."""

    name: str = labelled(
        Text(), "Tên ngành", "Name", ("Tên cho người đọc", "Name for readers"), required=True, default=""
    )
    name_en: str | None = labelled(
        Text(), "Tên tiếng Anh", "English name", ("Cho trang tiếng Anh", "For the English pages")
    )
    motif: str | None = labelled(
        Choice(MOTIFS),
        "Họa tiết",
        "Motif",
        ("Hình trong bản vẽ của ngành", "What the sector's drawings show"),
    )
    hue: str | None = labelled(
        Choice(HUES), "Sắc", "Hue", ("Màu nhấn của bản vẽ", "The accent of the drawings")
    )
