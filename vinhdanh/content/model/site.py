"""The settings of a whole showcase, from `site.yaml` and its English twin `site.en.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from vinhdanh.base.digest import Plain
from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content import value_messages
from vinhdanh.content.fields import MISSING, Reading, keys_of, labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.pages import FEATURABLE
from vinhdanh.content.model.values import BASES, FigureLine
from vinhdanh.content.private_keys import is_never_published
from vinhdanh.content.scalars import Choice, Number, Reference, Text, Url, YesNo

LANGUAGES = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What the home page opens with and puts forward."""

    headline: str | None = labelled(Text(), "Câu mở đầu", "Headline", ("Một câu lớn", "One large sentence"))
    lead: str | None = labelled(Text(lines=True), "Lời dẫn", "Lead", ("Hai ba câu", "Two or three sentences"))
    person: str | None = labelled(
        Reference("person"), "Nhân vật mở đầu", "Opening person", ("Mã trong people/", "An id of people/")
    )
    title: str | None = labelled(
        Text(),
        "Tựa chuyện mở đầu",
        "Opening title",
        ("Tựa của câu chuyện đầu trang", "Headline of the opening story"),
    )
    text: str | None = labelled(
        Text(lines=True), "Lời kể mở đầu", "Opening text", ("Một đoạn", "One paragraph")
    )
    event: str | None = labelled(
        Reference("event"), "Sự kiện chính", "Main event", ("Mã trong events/", "An id of events/")
    )
    people: tuple[str, ...] = labelled(
        ListOf(Reference("person")),
        "Những người chọn",
        "Selected people",
        ("Mã trong people/", "Ids of people/"),
    )
    initiatives: tuple[str, ...] = labelled(
        ListOf(Reference("initiative")),
        "Sáng kiến chọn",
        "Selected initiatives",
        ("Mã trong initiatives/", "Ids of initiatives/"),
    )
    experiences: tuple[str, ...] = labelled(
        ListOf(Reference("experience")),
        "Kinh nghiệm chọn",
        "Selected experiences",
        ("Mã trong experiences/", "Ids of experiences/"),
    )
    figures: tuple[FigureLine, ...] = labelled(
        ListOf(Group(FigureLine)), "Con số", "Figures", ("Mỗi số một nguồn", "Each with its source")
    )


EXTRA_TYPES = {
    "text": ("chữ", "text"),
    "number": ("số", "number"),
    "date": ("ngày", "date"),
    "yes_no": ("có/không", "yes or no"),
    "url": ("địa chỉ", "address"),
    "choice": ("lựa chọn", "choice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraField:
    """A field that this showcase adds to a kind."""

    of: str = labelled(
        Choice({key: (key, key) for key in (*FEATURABLE, "story", "theme", "page")}),
        "Loại nội dung",
        "Kind",
        ("person, initiative …", "person, initiative …"),
        also=("kind", "loai"),
        required=True,
        default="",
    )
    key: str = labelled(
        Text(), "Tên mục", "Key", ("Chữ thường không dấu", "Lower-case letters"), required=True, default=""
    )
    type: str = labelled(
        Choice(EXTRA_TYPES), "Kiểu", "Type", ("chữ, số, ngày …", "text, number, date …"), default="text"
    )
    label: str = labelled(
        Text(), "Nhãn", "Label", ("Cho người đọc", "For readers"), required=True, default=""
    )
    label_en: str | None = labelled(
        Text(), "Nhãn tiếng Anh", "English label", ("Cho trang tiếng Anh", "For the English pages")
    )
    choices: tuple[str, ...] = labelled(
        ListOf(Text()), "Các lựa chọn", "Choices", ("Khi kiểu là lựa chọn", "When the type is choice")
    )
    required: bool = labelled(YesNo(), "Bắt buộc", "Required", ("có hoặc không", "yes or no"), default=False)


class _AddedField(Group):
    """An extra field: its key must be free, and may not ask for what is never published."""

    def __init__(self) -> None:
        super().__init__(ExtraField)

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        """The plain field, or MISSING after noting a problem."""
        plain = super().read(node, reading)
        if plain is MISSING or not isinstance(node, yaml.MappingNode):
            return plain
        key, kind = plain["key"], by_key()[plain["of"]]
        record: type = kind.record
        place = next((value for _, value in node.value if value.value == key), node)
        slug = slugify(key).replace("-", "_")
        if any(is_never_published(name) for name in (key, plain["label"], plain.get("label_en", ""))):
            return reading.report(value_messages.NEVER_PUBLISH, place, key=key)
        if key != slug:
            return reading.report(value_messages.BAD_EXTRA_KEY, place, key=key, slug=slug or "ten_muc")
        if key in keys_of(record):
            names = {"kind_vi": kind.one[0], "kind_en": kind.one[1]}
            return reading.report(value_messages.EXTRA_KEY_TAKEN, place, key=key, **names)
        return plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of a showcase."""

    translation: Mapping[str, Any] = field(default_factory=dict)
    """Values of `site.en.yaml` by field name."""

    name: str = labelled(
        Text(),
        "Tên trang",
        "Name",
        ("Tên của cả trang", "The site's name"),
        also=("ten",),
        required=True,
        default="Vinh Danh",
    )
    tagline: str | None = labelled(
        Text(), "Khẩu hiệu", "Tagline", ("Một câu dưới tên", "One line below the name")
    )
    description: str | None = labelled(
        Text(lines=True),
        "Giới thiệu",
        "Description",
        ("Cho chân trang và máy tìm kiếm", "For the footer and search engines"),
    )
    base_url: str | None = labelled(
        Url(),
        "Địa chỉ trang",
        "Address",
        ("https://… nơi trang được đăng", "https://… where the site is published"),
        also=("dia_chi",),
    )
    languages: tuple[str, ...] = labelled(
        ListOf(Choice(LANGUAGES)), "Ngôn ngữ", "Languages", ("vi, en", "vi, en"), default=("vi",)
    )
    publisher: str | None = labelled(
        Text(), "Đơn vị xuất bản", "Publisher", ("Ai chịu trách nhiệm", "Who answers for the site")
    )
    accepted_bases: tuple[str, ...] = labelled(
        ListOf(Choice(BASES)),
        "Căn cứ được chấp nhận",
        "Accepted bases",
        ("consent, public_event, public_record", "consent, public_event, public_record"),
        default=("consent",),
    )
    page_size: int = labelled(
        Number(), "Số mục mỗi trang", "Page size", ("Cho các danh sách dài", "For long lists"), default=48
    )
    no_share_cards: bool = labelled(
        YesNo(),
        "Không làm ảnh chia sẻ",
        "No share cards",
        (
            "“có” thì liên kết gửi đi không kèm ảnh, lần dựng đầu nhanh hơn",
            "“yes” leaves links without a picture and makes the first build faster",
        ),
        default=False,
    )
    home: Home = labelled(
        Group(Home),
        "Trang đầu",
        "Home page",
        ("Nội dung trang đầu", "What the home page shows"),
        default=Home(),
    )
    extra_fields: tuple[ExtraField, ...] = labelled(
        ListOf(_AddedField()),
        "Mục thêm",
        "Extra fields",
        ("Thêm mục cho một loại nội dung", "Fields added to a kind"),
    )
