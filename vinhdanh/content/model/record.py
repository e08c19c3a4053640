"""What every record has, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vinhdanh.base.digest import Plain
from vinhdanh.base.problems import Location
from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Day
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.values import Image, sources_field
from vinhdanh.content.scalars import SitePath, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Record:
    """One thing that an editor wrote. Kind, id, location and whether there is a body come from the file, the rest from
    its keys. What the body says is for the catalogue to tell: a record is the same whatever stands in its text."""

    kind: str
    id: str
    location: Location
    has_body: bool = False
    """Whether there is a Markdown body."""
    extra: Mapping[str, Plain] = field(default_factory=dict)
    """Values of the fields that the site added to this kind."""
    translation: Mapping[str, Any] = field(default_factory=dict)
    """Values of the English twin by field name; `has_body` when it has one."""

    summary: str | None = labelled(
        Text(lines=True, limit=300),
        "Tóm tắt",
        "Summary",
        ("Một hai câu cho danh sách và khi chia sẻ", "A sentence or two for lists and for sharing"),
        also=("gioi_thieu", "mo_ta"),
    )
    image: Image | None = labelled(
        Group(Image, "file"),
        "Ảnh",
        "Picture",
        ("Kèm lời tả và người chụp", "With a description and a credit"),
        also=("hinh", "anh_dai_dien"),
    )
    pictures: tuple[Image, ...] = labelled(
        ListOf(Group(Image, "file")),
        "Ảnh trong bài",
        "Pictures in the text",
        (
            "Khai mỗi ảnh một lần, rồi viết ![](tên tệp) ở chỗ muốn đặt",
            "Declare each picture once, then write ![](file name) where it is to stand",
        ),
    )
    sources: tuple[str, ...] = sources_field()
    tags: tuple[str, ...] = labelled(
        ListOf(Text()), "Từ khóa", "Tags", ("Vài từ để tìm", "A few words to be found by"), also=("the",)
    )
    draft: bool = labelled(
        YesNo(), "Bản nháp", "Draft", ("“có” thì chưa đăng", "“yes” keeps it off the site"), default=False
    )
    publish_on: PartialDate | None = labelled(
        Day(), "Hẹn ngày đăng", "Publish on", ("Đến ngày này mới đăng", "Not on the site before this day")
    )
    published: PartialDate | None = labelled(
        Day(), "Ngày đăng", "Published", ("Ngày đưa lên trang này", "The day it came to this site")
    )
    aliases: tuple[str, ...] = labelled(
        ListOf(SitePath()),
        "Địa chỉ cũ",
        "Former addresses",
        ("Sẽ chuyển tiếp về trang này", "They lead on to this page"),
    )
    unverified: tuple[str, ...] = labelled(
        ListOf(Text(lines=True)),
        "Điều chưa kiểm chứng",
        "Unverified",
        ("Mỗi điều một câu cho người đọc", "One sentence each, for readers"),
        also=("chua_kiem_chung",),
    )

    confirmed: tuple[str, ...] = labelled(
        ListOf(Text(searched=False)),
        "Đã xác nhận được đăng",
        "Confirmed for publication",
        (
            "Chữ giống điều riêng tư mà người được nói đến đã cho đăng",
            "Words that look private and may be published, as those they are about have said",
        ),
        also=("da_xac_nhan",),
    )

    @property
    def key(self) -> tuple[str, str]:
        """Kind and id, which name a record among all."""
        return self.kind, self.id

    @property
    def images(self) -> tuple[Image, ...]:
        """Every picture that the record declares, that at its head first."""
        return (self.image, *self.pictures) if self.image else self.pictures

    @property
    def heading(self) -> str:
        """The name or title, whichever the kind has."""
        return str(getattr(self, "name", None) or getattr(self, "title", None) or self.id)
