"""Initiatives: what was thought of, by whom, what it brought, and who took it up."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Day, Party, PartyType, PlaceName
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import PARTIES, FigureLine, Statement, sources_field, unverified_field
from vinhdanh.content.scalars import Choice, Reference, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """One of the authors."""

    who: Party | None = labelled(
        PartyType(*PARTIES), "Ai", "Who", ("Mã hoặc tên", "An id or a name"), required=True
    )
    role: str | None = labelled(Text(), "Vai trò", "Role", ("Ví dụ: đồng tác giả", "Such as: co-author"))
    share: str | None = labelled(
        Text(), "Tỷ lệ", "Share", ("Ví dụ: 60%", "Such as: 60%"), also=("ty_le_dong_gop",)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A council or authority that recognised the initiative."""

    body: Party | None = labelled(
        PartyType("organisation"),
        "Nơi công nhận",
        "Recognised by",
        ("Mã hoặc tên", "An id or a name"),
        also=("council",),
        required=True,
    )
    level: str | None = labelled(Text(), "Cấp", "Level", ("Ví dụ: cấp tập đoàn", "Such as: group level"))
    decision: str | None = labelled(Text(), "Số quyết định", "Decision", ("Nếu có", "If there is one"))
    date: PartialDate | None = labelled(Day(), "Ngày", "Date", ("Khi nào", "When"))
    note: str | None = labelled(Text(), "Ghi chú", "Note", ("Một câu", "One sentence"))
    sources: tuple[str, ...] = sources_field(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replication:
    """How somebody else can do the same."""

    conditions: str | None = labelled(
        Text(lines=True), "Điều kiện", "Conditions", ("Cần có gì", "What is needed")
    )
    cost: str | None = labelled(Text(), "Chi phí", "Cost", ("Khoảng bao nhiêu", "About how much"))
    steps: tuple[str, ...] = labelled(
        ListOf(Text(lines=True)), "Các bước", "Steps", ("Theo thứ tự làm", "In the order of work")
    )
    safety: str | None = labelled(
        Text(lines=True), "An toàn", "Safety", ("Cần tránh gì", "What to beware of")
    )
    sources: tuple[str, ...] = sources_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Somebody who took the initiative up."""

    unit: Party | None = labelled(
        PartyType("organisation"),
        "Đơn vị áp dụng",
        "Taken up by",
        ("Mã hoặc tên", "An id or a name"),
        also=("organisation",),
        required=True,
    )
    date: PartialDate | None = labelled(Day(), "Ngày", "Date", ("Khi nào", "When"))
    note: str | None = labelled(
        Text(lines=True), "Ghi chú", "Note", ("Áp dụng thế nào", "How it was taken up")
    )
    adapted: str | None = labelled(
        Text(lines=True), "Đã sửa đổi gì", "Adapted", ("Khác bản gốc chỗ nào", "What was changed")
    )
    result: str | None = labelled(Text(lines=True), "Kết quả", "Result", ("Được gì", "What came of it"))
    unverified: bool = unverified_field()
    sources: tuple[str, ...] = sources_field(required=True)


SOLUTION_KINDS = {
    "technical": ("kỹ thuật", "technical"),
    "managerial": ("quản lý", "managerial"),
    "operational": ("tác nghiệp", "operational"),
    "applied": ("ứng dụng tiến bộ kỹ thuật", "applied technology"),
    "research": ("nghiên cứu", "research"),
}
"""Kinds of solution that the programme's rules accept as an initiative."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Initiative(Record):
    """A solution that somebody thought of and put to work."""

    title: str = labelled(
        Text(),
        "Tên sáng kiến",
        "Title",
        ("Ngắn, nói được làm gì", "Short; says what is done"),
        also=("tieu_de", "ten"),
        required=True,
        default="",
    )
    solution_kind: str | None = labelled(
        Choice(SOLUTION_KINDS),
        "Loại giải pháp",
        "Kind of solution",
        ("Theo quy định của chương trình", "By the programme's rules"),
        also=("kind", "loai"),
    )
    field: str | None = labelled(Text(), "Lĩnh vực", "Field", ("Ví dụ: tự động hóa", "Such as: automation"))
    authors: tuple[Authorship, ...] = labelled(
        ListOf(Group(Authorship, "who")),
        "Tác giả",
        "Authors",
        ("Mã trong people/ hoặc tên", "Ids of people/ or names"),
        also=("dong_tac_gia",),
    )
    organisation: Party | None = labelled(
        PartyType("organisation"),
        "Đơn vị",
        "Organisation",
        ("Nơi sáng kiến ra đời", "Where it was thought of"),
    )
    sector: str | None = labelled(
        Reference("sector"), "Ngành", "Sector", ("Mã trong data/sectors.yaml", "An id of data/sectors.yaml")
    )
    place: str | None = labelled(
        PlaceName(), "Tỉnh, thành phố", "Province", ("Tên lúc đó", "As it was called then"), also=("tinh",)
    )
    programmes: tuple[str, ...] = labelled(
        ListOf(Reference("programme")),
        "Thuộc chương trình",
        "Programmes",
        ("Mã trong programmes/", "Ids of programmes/"),
        also=("chuong_trinh", "programme"),
    )
    first_applied: PartialDate | None = labelled(
        Day(), "Áp dụng từ", "First applied", ("Năm cũng được", "The year will do"), also=("nam", "year")
    )
    applied_at: str | None = labelled(
        Text(), "Nơi áp dụng", "Applied at", ("Xưởng, tổ, đơn vị", "Workshop, team, unit")
    )
    problem: str | None = labelled(
        Text(lines=True),
        "Trước đó",
        "Problem",
        ("Khó khăn lúc chưa có sáng kiến", "What was hard before"),
        also=("van_de", "kho_khan", "thuc_trang"),
    )
    problem_inferred: bool = labelled(
        YesNo(),
        "Vấn đề suy ra",
        "Problem inferred",
        ("“có” nếu nguồn không nói thẳng", "“yes” when no source says it outright"),
        default=False,
    )
    solution: str | None = labelled(
        Text(lines=True), "Giải pháp", "Solution", ("Đã làm gì", "What was done"), also=("cach_lam_moi",)
    )
    method: Statement | None = labelled(
        Group(Statement),
        "Cách hoạt động",
        "How it works",
        ("Một đoạn, có nguồn", "A paragraph with its source"),
    )
    novelty: str | None = labelled(
        Text(lines=True), "Tính mới", "Novelty", ("Khác cách cũ chỗ nào", "How it differs from the old way")
    )
    figures: tuple[FigureLine, ...] = labelled(
        ListOf(Group(FigureLine)),
        "Số liệu",
        "Figures",
        ("Giá trị làm lợi và số khác", "Benefit and other figures"),
        also=("gia_tri_lam_loi",),
    )
    results: tuple[Statement, ...] = labelled(
        ListOf(Group(Statement)),
        "Kết quả",
        "Results",
        ("Hiệu quả không gói trong một số", "Effects that are not one number"),
    )
    recognitions: tuple[Recognition, ...] = labelled(
        ListOf(Group(Recognition)),
        "Công nhận",
        "Recognitions",
        ("Hội đồng, quyết định", "Councils and decisions"),
    )
    replication: Replication | None = labelled(
        Group(Replication), "Nhân rộng", "Replication", ("Để nơi khác làm theo", "So that others can do it")
    )
    adoptions: tuple[Adoption, ...] = labelled(
        ListOf(Group(Adoption)),
        "Nơi đã làm theo",
        "Adoptions",
        ("Đơn vị đã áp dụng lại", "Units that took it up"),
    )
    rights: str | None = labelled(
        Text(), "Sở hữu trí tuệ", "Rights", ("Ví dụ: đã có bằng độc quyền", "Such as: patented")
    )
