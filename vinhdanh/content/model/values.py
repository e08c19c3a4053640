"""Groups of fields that several kinds share: statements with sources, figures, honours, quotes, images, bases."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.amounts import Figure
from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import (
    Amount,
    Day,
    Focus,
    FocusType,
    Party,
    PartyType,
)
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.scalars import Choice, MediaFile, Number, Reference, Text, YesNo

HONOUREES = ("person", "collective")
"""The kinds that can be honoured, write an initiative, or speak."""

PARTIES = (*HONOUREES, "organisation")
"""Everything that can act: honourees and organisations."""


def sources_field(required: bool = False) -> tuple[str, ...]:
    """The field that names sources by id; written `source` or `sources`."""
    found: tuple[str, ...] = labelled(
        ListOf(Reference("source")),
        "Nguồn",
        "Sources",
        ("Mã nguồn trong data/sources.yaml", "Ids of data/sources.yaml"),
        also=("source", "cac_nguon"),
        required=required,
    )
    return found


def unverified_field() -> bool:
    """The field that marks a thing as not verified."""
    found: bool = labelled(
        YesNo(),
        "Chưa kiểm chứng",
        "Unverified",
        ("“có” nếu nguồn chưa rõ hoặc mâu thuẫn", "“yes” when sources are unclear or contradict each other"),
        default=False,
    )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence with the sources that bear it out."""

    text: str = labelled(
        Text(lines=True), "Nội dung", "Text", ("Một hai câu", "A sentence or two"), required=True, default=""
    )
    sources: tuple[str, ...] = sources_field(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's exact words."""

    text: str = labelled(
        Text(lines=True),
        "Nguyên văn",
        "Exact words",
        ("Đúng từng chữ, không thêm ngoặc kép", "Word for word, without quotation marks"),
        required=True,
        default="",
    )
    occasion: str | None = labelled(
        Text(), "Dịp", "Occasion", ("Nói ở đâu, với ai", "Where or to whom it was said")
    )
    date: PartialDate | None = labelled(Day(), "Ngày", "Date", ("Ngày nói", "When it was said"))
    sources: tuple[str, ...] = sources_field(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure with what it counts, for how long, who says so, and where that stands."""

    value: Figure = labelled(
        Amount(),
        "Giá trị",
        "Value",
        ("Viết như báo: trên 30,7 tỷ đồng/năm", "As the press writes it: trên 30,7 tỷ đồng/năm"),
        also=("gia_tri_lam_loi",),
        required=True,
    )
    label: str | None = labelled(
        Text(),
        "Nghĩa của số",
        "What it counts",
        ("Bỏ trống nếu là giá trị làm lợi", "Leave out for benefit in money"),
    )
    period: str | None = labelled(
        Text(), "Thời gian", "Period", ("Số này tính cho lúc nào", "The time that the figure covers")
    )
    since: PartialDate | None = labelled(Day(), "Từ", "From", ("Từ khi nào", "Since when"), also=("from",))
    until: PartialDate | None = labelled(Day(), "Đến", "To", ("Đến khi nào", "Until when"), also=("to",))
    scope: str = labelled(
        Choice(
            {
                "one": ("một sáng kiến", "one initiative"),
                "group": ("nhiều sáng kiến", "several initiatives"),
                "programme": ("cả chương trình", "a whole programme"),
            }
        ),
        "Phạm vi",
        "Scope",
        ("Số gộp không được tính cho một sáng kiến", "An aggregate is never shown as one initiative's"),
        default="one",
    )
    as_of: PartialDate | None = labelled(
        Day(), "Tính đến", "As of", ("Ngày chốt số", "The day it was counted")
    )
    said_by: str | None = labelled(
        Text(), "Ai nêu", "Said by", ("Người hoặc cơ quan nêu số", "Who gives the figure")
    )
    note: str | None = labelled(
        Text(lines=True), "Ghi chú", "Note", ("Một câu cho người đọc", "One sentence for readers")
    )
    unverified: bool = unverified_field()
    sources: tuple[str, ...] = sources_field(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """Figures on which sources differ, shown side by side and never averaged."""

    label: str = labelled(
        Text(),
        "Về điều gì",
        "What about",
        ("Ví dụ: số sáng kiến", "Such as: number of initiatives"),
        default="",
    )
    figures: tuple[FigureLine, ...] = labelled(
        ListOf(Group(FigureLine)),
        "Các số",
        "Figures",
        ("Mỗi số một nguồn", "Each with its own source"),
        required=True,
    )
    note: str | None = labelled(
        Text(lines=True), "Ghi chú", "Note", ("Vì sao khác nhau, nếu biết", "Why they differ, if known")
    )


HONOUR_LEVELS = {
    "national": ("quốc gia", "national"),
    "confederation": ("Tổng Liên đoàn", "General Confederation"),
    "ministry": ("bộ, ngành", "ministry or industry"),
    "province": ("tỉnh, thành phố", "province"),
    "district": ("quận, huyện", "district"),
    "employer": ("đơn vị", "employer"),
    "grassroots": ("cơ sở", "grassroots"),
}
"""Levels from the country down to the workplace, as the rules on emulation and commendation name them."""

HONOUR_STATES = {
    "nominated": ("đề cử", "nominated"),
    "recognised": ("ghi nhận", "recognised"),
    "awarded": ("đã trao", "awarded"),
    "posthumous": ("truy tặng", "awarded posthumously"),
    "declined": ("từ chối", "declined"),
    "revoked": ("thu hồi", "revoked"),
}
"""States of an honour; a declined or revoked one is shown nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour:
    """An award as it was given to one honouree."""

    award: str = labelled(
        Reference("award"),
        "Giải thưởng",
        "Award",
        ("Mã trong awards/", "An id of awards/"),
        also=("danh_hieu",),
        required=True,
        default="",
    )
    year: PartialDate | None = labelled(Day(), "Năm", "Year", ("Năm được trao", "The year it was given"))
    edition: str | None = labelled(
        Text(), "Lần", "Edition", ("Ví dụ: lần thứ IV", "Such as: lần thứ IV"), also=("lan_thu",)
    )
    date: PartialDate | None = labelled(Day(), "Ngày", "Date", ("Ngày trao, nếu biết", "The day, if known"))
    level: str | None = labelled(
        Choice(HONOUR_LEVELS), "Cấp", "Level", ("Cấp trao", "The level it was given at")
    )
    citation: str | None = labelled(Text(), "Lời tuyên dương", "Citation", ("Một câu", "One sentence"))
    decision: str | None = labelled(
        Text(), "Số quyết định", "Decision", ("Số và ngày quyết định", "Number and date of the decision")
    )
    initiatives: tuple[str, ...] = labelled(
        ListOf(Reference("initiative")),
        "Cho sáng kiến",
        "For initiatives",
        ("Mã trong initiatives/", "Ids of initiatives/"),
    )
    organisation: Party | None = labelled(
        PartyType("organisation"),
        "Đơn vị khi đó",
        "Organisation then",
        ("Nơi làm việc lúc được trao", "Employer at the time"),
    )
    state: str = labelled(
        Choice(HONOUR_STATES),
        "Tình trạng",
        "State",
        ("Bỏ trống nếu đã trao", "Leave out if it was given"),
        default="awarded",
    )
    note: str | None = labelled(
        Text(), "Ghi chú", "Note", ("Một câu cho người đọc", "One sentence for readers")
    )
    unverified: bool = unverified_field()
    sources: tuple[str, ...] = sources_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledFact:
    """A short fact for the margin: a label and a line."""

    label: str = labelled(
        Text(), "Nhãn", "Label", ("Hai ba chữ", "Two or three words"), required=True, default=""
    )
    text: str = labelled(Text(), "Nội dung", "Text", ("Một dòng", "One line"), required=True, default="")
    sources: tuple[str, ...] = sources_field()


BASES = {
    "consent": ("đồng ý", "consent"),
    "public_event": ("sự kiện công khai", "public event"),
    "public_record": ("thông tin đã công bố", "public record"),
}
"""Bases on which a person may be published (law 91/2025/QH15, articles 16 and 32)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why a person, or a picture of people, may be published."""

    kind: str = labelled(
        Choice(BASES),
        "Loại",
        "Kind",
        ("Một trong ba căn cứ", "One of three bases"),
        required=True,
        default="",
    )
    sources: tuple[str, ...] = sources_field()
    record: str | None = labelled(
        Text(),
        "Hồ sơ",
        "Record",
        (
            "Tên hồ sơ đồng ý trong private/consents/, không có đuôi .yaml",
            "Name of the consent in private/consents/, without .yaml",
        ),
    )
    expires: PartialDate | None = labelled(
        Day(), "Hết hạn", "Expires", ("Sau ngày này không đăng nữa", "Not published after this day")
    )
    withdrawn: PartialDate | None = labelled(
        Day(), "Đã rút", "Withdrawn", ("Ngày rút lại đồng ý", "The day consent was withdrawn")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture with what it needs to be shown."""

    file: str = labelled(
        MediaFile(),
        "Tệp",
        "File",
        ("Tên tệp trong media/", "Name of the file in media/"),
        required=True,
        default="",
    )
    alt: str = labelled(
        Text(),
        "Lời tả",
        "Alternative text",
        ("Tả ảnh cho người không nhìn thấy", "For those who cannot see it"),
        required=True,
        default="",
    )
    caption: str | None = labelled(
        Text(), "Chú thích", "Caption", ("Một câu dưới ảnh", "One sentence below the picture")
    )
    credit: str = labelled(
        Text(),
        "Người chụp",
        "Credit",
        ("Ai chụp, ai cho phép", "Who took it, who permits it"),
        required=True,
        default="",
    )
    focus: Focus | None = labelled(
        FocusType(),
        "Điểm chính",
        "Focus",
        (
            "Chỗ không được cắt mất, thường là khuôn mặt: 50% 30%",
            "What no crop may lose, such as a face: 50% 30%",
        ),
    )
    licence: str | None = labelled(Text(), "Giấy phép", "Licence", ("Điều kiện sử dụng", "Terms of use"))
    people: tuple[str, ...] = labelled(
        ListOf(Reference("person")), "Người trong ảnh", "People shown", ("Mã trong people/", "Ids of people/")
    )
    basis: Basis | None = labelled(
        Group(Basis, "kind"),
        "Căn cứ công bố",
        "Basis",
        ("Cần có nếu ảnh có người", "Needed when people are shown"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a programme set out to reach."""

    count: int | None = labelled(
        Number(), "Số lượng", "Count", ("Bao nhiêu sáng kiến", "How many initiatives")
    )
    by: PartialDate | None = labelled(Day(), "Hạn", "By", ("Đến khi nào", "By when"))
    sources: tuple[str, ...] = sources_field()
