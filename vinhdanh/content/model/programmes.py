"""Frames around the people: organisations, programmes, awards."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Day, Party, PartyType, PlaceName
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import (
    PARTIES,
    FigureLine,
    Statement,
    Target,
    sources_field,
    unverified_field,
)
from vinhdanh.content.scalars import Choice, Number, Reference, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that an organisation had."""

    name: str = labelled(Text(), "Tên", "Name", ("Tên cũ", "The former name"), required=True, default="")
    since: PartialDate | None = labelled(Day(), "Từ", "From", ("Bắt đầu", "Start"), also=("from",))
    until: PartialDate | None = labelled(Day(), "Đến", "To", ("Kết thúc", "End"), also=("to",))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Organisation(Record):
    """An employer, a union, a public body."""

    name: str = labelled(
        Text(),
        "Tên đơn vị",
        "Name",
        ("Tên đầy đủ", "The full name"),
        also=("ten",),
        required=True,
        default="",
    )
    short_name: str | None = labelled(
        Text(), "Tên gọn", "Short name", ("Tên thường gọi", "The name in daily use"), also=("ten_viet_tat",)
    )
    form: str | None = labelled(
        Choice(
            {
                "enterprise": ("doanh nghiệp", "enterprise"),
                "union": ("công đoàn", "trade union"),
                "public_unit": ("đơn vị sự nghiệp", "public service unit"),
                "press": ("cơ quan báo chí", "press"),
                "authority": ("cơ quan nhà nước", "public authority"),
                "other": ("khác", "other"),
            }
        ),
        "Loại đơn vị",
        "Kind",
        ("doanh nghiệp, công đoàn …", "enterprise, union …"),
        also=("kind", "loai"),
    )
    parent: str | None = labelled(
        Reference("organisation"),
        "Trực thuộc",
        "Parent",
        ("Mã đơn vị cấp trên", "Id of the parent organisation"),
    )
    place: str | None = labelled(
        PlaceName(), "Tỉnh, thành phố", "Province", ("Tên lúc đó", "As it was called then"), also=("tinh",)
    )
    place_inferred: bool = labelled(
        YesNo(),
        "Tỉnh suy ra",
        "Province inferred",
        ("“có” nếu suy từ trụ sở", "“yes” when inferred"),
        default=False,
    )
    sector: str | None = labelled(
        Reference("sector"), "Ngành", "Sector", ("Mã trong data/sectors.yaml", "An id of data/sectors.yaml")
    )
    former_names: tuple[FormerName, ...] = labelled(
        ListOf(Group(FormerName, "name")),
        "Tên cũ",
        "Former names",
        ("Kèm thời gian nếu biết", "With dates if known"),
    )
    rewards: tuple[Statement, ...] = labelled(
        ListOf(Group(Statement)),
        "Cách khen thưởng",
        "How it rewards",
        ("Đơn vị thưởng sáng kiến thế nào", "How it rewards initiative"),
        also=("chinh_sach_khen_thuong",),
    )
    supports: tuple[Statement, ...] = labelled(
        ListOf(Group(Statement)),
        "Cách hỗ trợ",
        "How it supports",
        ("Đơn vị giúp người lao động thế nào", "How it helps those with ideas"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StartClaim:
    """One of several dates that sources give for the start."""

    date: PartialDate | None = labelled(
        Day(), "Ngày", "Date", ("Ngày được nêu", "The date that is given"), required=True
    )
    text: str | None = labelled(Text(), "Nội dung", "Text", ("Nguồn nói gì", "What the source says"))
    sources: tuple[str, ...] = sources_field(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of a programme."""

    name: str = labelled(
        Text(), "Tên", "Name", ("Ví dụ: Giai đoạn 1", "Such as: Phase 1"), required=True, default=""
    )
    since: PartialDate | None = labelled(Day(), "Từ", "From", ("Bắt đầu", "Start"), also=("from", "start"))
    until: PartialDate | None = labelled(Day(), "Đến", "To", ("Kết thúc", "End"), also=("to", "end"))
    target: int | None = labelled(Number(), "Chỉ tiêu", "Target", ("Số sáng kiến", "Number of initiatives"))
    sources: tuple[str, ...] = sources_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A dated step of a programme."""

    date: PartialDate | None = labelled(
        Day(), "Ngày", "Date", ("Ngày hoặc tháng", "Day or month"), required=True
    )
    count: int | None = labelled(
        Number(), "Số lượng", "Count", ("Số sáng kiến khi đó", "Initiatives by then")
    )
    text: str | None = labelled(
        Text(lines=True), "Nội dung", "Text", ("Một câu", "One sentence"), also=("note",)
    )
    conflict: bool = labelled(
        YesNo(),
        "Mâu thuẫn",
        "Conflict",
        ("“có” nếu nguồn khác ghi khác", "“yes” when another source differs"),
        default=False,
    )
    unverified: bool = unverified_field()
    sources: tuple[str, ...] = sources_field(required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme(Record):
    """A programme or movement, such as “1 triệu sáng kiến”."""

    title: str = labelled(
        Text(),
        "Tên chương trình",
        "Title",
        ("Tên đầy đủ", "The full name"),
        also=("tieu_de", "ten"),
        required=True,
        default="",
    )
    short_name: str | None = labelled(
        Text(), "Tên gọn", "Short name", ("Tên thường gọi", "The name in daily use")
    )
    organiser: Party | None = labelled(
        PartyType(*PARTIES), "Đơn vị phát động", "Organiser", ("Mã hoặc tên", "An id or a name")
    )
    start: PartialDate | None = labelled(Day(), "Bắt đầu", "Start", ("Ngày phát động", "When it began"))
    end: PartialDate | None = labelled(Day(), "Kết thúc", "End", ("Ngày tổng kết", "When it ended"))
    start_claims: tuple[StartClaim, ...] = labelled(
        ListOf(Group(StartClaim)),
        "Ngày bắt đầu theo từng nguồn",
        "Claims of the start",
        ("Khi các nguồn ghi khác nhau", "Where sources differ"),
    )
    target: Target | None = labelled(
        Group(Target), "Chỉ tiêu", "Target", ("Số lượng và hạn", "Count and date")
    )
    phases: tuple[Phase, ...] = labelled(
        ListOf(Group(Phase)), "Giai đoạn", "Phases", ("Theo thứ tự thời gian", "In order of time")
    )
    milestones: tuple[Milestone, ...] = labelled(
        ListOf(Group(Milestone)), "Mốc", "Milestones", ("Theo thứ tự thời gian", "In order of time")
    )
    figures: tuple[FigureLine, ...] = labelled(
        ListOf(Group(FigureLine)),
        "Số liệu",
        "Figures",
        ("Tổng của cả chương trình", "Totals of the programme"),
    )
    results: tuple[Statement, ...] = labelled(
        ListOf(Group(Statement)),
        "Kết quả",
        "Results",
        ("Mỗi điều một câu, có nguồn", "One sentence each with a source"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One time that an award was given."""

    year: PartialDate | None = labelled(Day(), "Năm", "Year", ("Năm trao", "The year"))
    name: str | None = labelled(Text(), "Tên lần", "Name", ("Ví dụ: lần thứ IV", "Such as: lần thứ IV"))
    text: str | None = labelled(
        Text(lines=True),
        "Nội dung",
        "Text",
        ("Bao nhiêu người, bao nhiêu đề tài", "How many people and works"),
    )
    sources: tuple[str, ...] = sources_field()


AWARD_FORMS = {
    "title": ("danh hiệu", "title of honour"),
    "prize": ("giải thưởng", "prize"),
    "commendation": ("bằng khen", "certificate of merit"),
    "medal": ("bằng, huy hiệu", "diploma and badge"),
    "tribute": ("chương trình tôn vinh", "tribute programme"),
    "mention": ("ghi nhận", "recognition"),
}
"""Forms of honour; a `mention` is recognition, not an award, and never carries the gold of one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Award(Record):
    """An award or title of honour."""

    name: str = labelled(
        Text(), "Tên giải", "Name", ("Tên đầy đủ", "The full name"), also=("ten",), required=True, default=""
    )
    form: str | None = labelled(
        Choice(AWARD_FORMS),
        "Loại",
        "Kind",
        ("danh hiệu, giải thưởng …", "title, prize …"),
        also=("kind", "loai"),
    )
    conferred_by: Party | None = labelled(
        PartyType("organisation"), "Cơ quan trao", "Conferred by", ("Mã hoặc tên", "An id or a name")
    )
    level: str | None = labelled(Text(), "Cấp", "Level", ("Ví dụ: quốc gia", "Such as: national"))
    cycle: str | None = labelled(
        Text(), "Chu kỳ", "Cycle", ("Ví dụ: 5 năm một lần", "Such as: every five years")
    )
    since: PartialDate | None = labelled(Day(), "Có từ", "Since", ("Năm đặt giải", "The year it was founded"))
    criteria: str | None = labelled(
        Text(lines=True), "Tiêu chí", "Criteria", ("Trao cho ai", "Who receives it")
    )
    editions: tuple[Edition, ...] = labelled(
        ListOf(Group(Edition)), "Các lần trao", "Editions", ("Theo năm", "By year")
    )
