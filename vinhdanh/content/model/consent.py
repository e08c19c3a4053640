"""What somebody agreed to, as it is kept in the private folder: never a record of the showcase, never published."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Day
from vinhdanh.content.fields import fields_of, labelled
from vinhdanh.content.groups import ListOf
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.scalars import Choice, Text

WEB, PRINT, DATA, SOCIAL = "web", "print", "data", "social"

PURPOSES = {
    WEB: ("đăng trên trang web", "web pages"),
    PRINT: ("in", "print"),
    DATA: ("dữ liệu mở", "open data"),
    SOCIAL: ("mạng xã hội", "social networks"),
}
"""What somebody's data may be used for, each asked for on its own (law 91/2025/QH15, article 9)."""

APART = frozenset("aliases basis confirmed draft publish_on published sources tags".split())
"""Keys that tell nothing about somebody, wherever they stand; nobody is asked to agree to them."""

ALL = "all"
"""What stands for every field."""

FORMS = {
    "signed": ("giấy có chữ ký", "signed paper"),
    "email": ("thư điện tử", "e-mail"),
    "message": ("tin nhắn", "text message"),
    "recording": ("ghi âm, ghi hình", "recording"),
}
"""Forms of consent that can be proved afterwards; a word in passing is none."""


def _fields() -> dict[str, tuple[str, str]]:
    """All that can be agreed to about a person or a collective, with labels."""
    honourees: tuple[type, ...] = (Collective, Person)
    found = {name: (each.vi, each.en) for kind in honourees for name, each in fields_of(kind).items()}
    own = {name: labels for name, labels in found.items() if name not in APART}
    return {ALL: ("tất cả", "all"), **own, "body": ("bài viết", "text")}


FIELDS = _fields()
"""What fields can be agreed to, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent. What must be there has no default: nothing is taken for granted that nobody said."""

    who: tuple[str, ...] = labelled(
        ListOf(Text(example="truong-thai-son")),
        "Người đồng ý",
        "Who",
        ("Mã của người (hay tập thể) đã đồng ý", "The id of whoever agreed"),
        also=("ai",),
        required=True,
    )
    purposes: tuple[str, ...] = labelled(
        ListOf(Choice(PURPOSES)),
        "Mục đích",
        "Purposes",
        ("Chỉ những ô đã được đánh dấu đồng ý", "Only what was ticked"),
        also=("dung_vao_viec",),
        required=True,
    )
    fields: tuple[str, ...] = labelled(
        ListOf(Choice(FIELDS)),
        "Các mục",
        "Fields",
        ("“tất cả”, hoặc từng mục được đồng ý, kể cả họ tên", "“all”, or each that was agreed to"),
        also=("muc", "noi_dung"),
        required=True,
    )
    date: PartialDate | None = labelled(
        Day(),
        "Ngày đồng ý",
        "Date",
        ("Ngày ký", "The day it was given"),
        also=("ngay", "ngay_ky"),
        required=True,
    )
    form: str = labelled(
        Choice(FORMS), "Hình thức", "Form", ("Bằng cách nào", "How it was given"), required=True, default=""
    )
    evidence: str = labelled(
        Text(example="truong-thai-son.pdf"),
        "Bằng chứng",
        "Evidence",
        ("Tên tệp trong private/, hoặc nơi giữ bản giấy", "A file in private/, or where the paper is kept"),
        required=True,
        default="",
    )
    seal: str = labelled(
        Text(example="1a2b 3c4d 5e6f 7a8b"),
        "Dấu của nội dung",
        "Seal",
        ("16 chữ số in cuối phiếu mà người ấy đã đọc", "The 16 digits at the end of the proof"),
        also=("dau",),
        required=True,
        default="",
    )
    expires: PartialDate | None = labelled(
        Day(), "Hết hạn", "Expires", ("Sau ngày này không đăng nữa", "Not published after this day")
    )
    withdrawn: PartialDate | None = labelled(
        Day(), "Đã rút", "Withdrawn", ("Ngày rút lại đồng ý", "The day consent was withdrawn")
    )
    note: str | None = labelled(
        Text(lines=True), "Ghi chú", "Note", ("Chỉ để nội bộ đọc", "For the officers only")
    )

    @property
    def limits(self) -> frozenset[str] | None:
        """The fields that were agreed to; None when that is every field."""
        return None if ALL in self.fields else frozenset(self.fields)
