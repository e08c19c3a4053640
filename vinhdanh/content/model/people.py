"""Honourees: outstanding workers, and teams."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.base.vietnamese.names import PersonName, parse_name
from vinhdanh.content.domain_types import Day, Party, PartyType, PlaceName
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import (
    Basis,
    Differing,
    Honour,
    LabelledFact,
    Quote,
    sources_field,
)
from vinhdanh.content.scalars import Choice, Number, Reference, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """Family, middle and given name, where the usual split would be wrong."""

    family: str | None = labelled(Text(), "Họ", "Family name", ("Có thể nhiều chữ", "May be several words"))
    middle: str | None = labelled(
        Text(), "Đệm", "Middle name", ("Chữ lót", "What stands between"), also=("ten_dem", "chu_lot")
    )
    given: str | None = labelled(Text(), "Tên", "Given name", ("Tên để xếp vần", "The name it is sorted by"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Where somebody works or worked."""

    organisation: Party | None = labelled(
        PartyType("organisation"),
        "Đơn vị",
        "Organisation",
        ("Mã trong organisations/ hoặc tên", "An id of organisations/ or a name"),
        required=True,
    )
    role: str | None = labelled(
        Text(), "Chức danh", "Role", ("Ở đơn vị đó", "In that organisation"), also=("chuc_vu",)
    )
    since: PartialDate | None = labelled(Day(), "Từ", "From", ("Bắt đầu", "Start"), also=("from",))
    until: PartialDate | None = labelled(Day(), "Đến", "To", ("Kết thúc", "End"), also=("to",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentoring:
    """How many people somebody trained."""

    people: int | None = labelled(Number(), "Số người", "People", ("Đã kèm cặp", "Trained so far"))
    note: str | None = labelled(Text(), "Ghi chú", "Note", ("Một câu", "One sentence"))
    sources: tuple[str, ...] = sources_field(required=True)


WORKER_KINDS = {
    "worker": ("công nhân", "worker"),
    "engineer": ("kỹ sư", "engineer"),
    "technician": ("kỹ thuật viên", "technician"),
    "public_employee": ("viên chức", "public employee"),
    "official": ("công chức", "civil servant"),
    "union_officer": ("cán bộ công đoàn", "union officer"),
    "manager": ("quản lý", "manager"),
    "farmer": ("nông dân", "farmer"),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Person(Record):
    """An outstanding worker."""

    name: str = labelled(
        Text(),
        "Họ và tên",
        "Full name",
        ("Đủ dấu, theo thứ tự họ, đệm, tên", "With all marks, family name first"),
        also=("ho_ten", "ten"),
        required=True,
        default="",
    )
    name_parts: NameParts | None = labelled(
        Group(NameParts),
        "Tách họ tên",
        "Name parts",
        ("Chỉ khi cách tách thường dùng bị sai", "Only where the usual split is wrong"),
    )
    address_form: str | None = labelled(
        Choice(
            {
                "anh": ("anh", "Mr"),
                "chị": ("chị", "Ms"),
                "ông": ("ông", "Mr"),
                "bà": ("bà", "Mrs"),
                "đồng chí": ("đồng chí", "Comrade"),
            }
        ),
        "Cách xưng hô",
        "Form of address",
        ("anh, chị, ông, bà", "How the text speaks of the person"),
        also=("xung_ho",),
    )
    gender: str | None = labelled(
        Choice({"male": ("nam", "male"), "female": ("nữ", "female"), "other": ("khác", "other")}),
        "Giới tính",
        "Gender",
        ("nam hoặc nữ", "For counting only"),
        also=("gioi",),
    )
    job_title: str | None = labelled(
        Text(),
        "Chức danh",
        "Job title",
        ("Nghề và việc đang làm", "Trade and present work"),
        also=("nghe_nghiep", "chuc_vu"),
    )
    worker_kind: str | None = labelled(
        Choice(WORKER_KINDS),
        "Đối tượng",
        "Kind of worker",
        ("Theo tiêu chuẩn xét giải", "As the rules of awards name it"),
    )
    affiliations: tuple[Affiliation, ...] = labelled(
        ListOf(Group(Affiliation, "organisation")),
        "Đơn vị công tác",
        "Affiliations",
        ("Đơn vị hiện nay trước, cũ sau", "The present one first"),
        also=("don_vi",),
    )
    place: str | None = labelled(
        PlaceName(),
        "Tỉnh, thành phố",
        "Province",
        ("Tên lúc đó; trang tự ghi tên nay", "As it was called then"),
        also=("tinh", "dia_phuong"),
    )
    place_inferred: bool = labelled(
        YesNo(),
        "Tỉnh suy ra",
        "Province inferred",
        ("“có” nếu suy từ nơi đặt đơn vị", "“yes” when inferred from the employer's seat"),
        default=False,
    )
    sector: str | None = labelled(
        Reference("sector"),
        "Ngành",
        "Sector",
        ("Mã trong data/sectors.yaml", "An id of data/sectors.yaml"),
        also=("linh_vuc",),
    )
    honours: tuple[Honour, ...] = labelled(
        ListOf(Group(Honour, "award")),
        "Danh hiệu, giải thưởng",
        "Honours",
        ("Mới nhất trước", "Newest first"),
        also=("khen_thuong", "giai_thuong"),
    )
    quotes: tuple[Quote, ...] = labelled(
        ListOf(Group(Quote)),
        "Trích dẫn",
        "Quotes",
        ("Đúng nguyên văn, có nguồn", "Exact words with a source"),
        also=("cau_noi",),
    )
    mentoring: Mentoring | None = labelled(
        Group(Mentoring),
        "Kèm cặp",
        "Mentoring",
        ("Đào tạo được bao nhiêu người", "How many people were trained"),
    )
    facts: tuple[LabelledFact, ...] = labelled(
        ListOf(Group(LabelledFact)),
        "Thông tin bên lề",
        "Facts",
        ("Vài dòng ngắn cạnh bài", "A few short lines beside the text"),
    )
    differing: tuple[Differing, ...] = labelled(
        ListOf(Group(Differing)),
        "Chỗ nguồn ghi khác nhau",
        "Differing figures",
        ("Đặt cạnh nhau, không tính trung bình", "Side by side, never averaged"),
    )
    life: str = labelled(
        Choice({"living": ("còn sống", "living"), "deceased": ("đã mất", "deceased")}),
        "Còn hay mất",
        "Life",
        ("Bỏ trống nếu còn sống", "Leave out if living"),
        default="living",
    )
    basis: Basis | None = labelled(
        Group(Basis, "kind"),
        "Căn cứ công bố",
        "Basis",
        ("Không có thì không đăng", "Without it the person is not published"),
    )

    @property
    def parts(self) -> PersonName:
        """The name in its parts, which decide sorting, the A–Z and the monogram."""
        given = self.name_parts or NameParts()
        return parse_name(self.name, family=given.family, middle=given.middle, given=given.given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a collective."""

    who: Party | None = labelled(
        PartyType("person"),
        "Ai",
        "Who",
        ("Mã trong people/ hoặc tên", "An id of people/ or a name"),
        required=True,
    )
    role: str | None = labelled(Text(), "Vai trò", "Role", ("Trong tập thể", "In the collective"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Collective(Record):
    """A team, a workshop, a grassroots union that is honoured as one."""

    name: str = labelled(
        Text(),
        "Tên tập thể",
        "Name",
        ("Tên đầy đủ", "The full name"),
        also=("ten",),
        required=True,
        default="",
    )
    form: str | None = labelled(
        Text(),
        "Loại tập thể",
        "Kind of collective",
        ("tổ, đội, phân xưởng …", "team, crew, workshop …"),
        also=("kind", "loai"),
    )
    members: tuple[Member, ...] = labelled(
        ListOf(Group(Member, "who")), "Thành viên", "Members", ("Những người có tên", "Those who are named")
    )
    organisation: Party | None = labelled(
        PartyType("organisation"),
        "Đơn vị",
        "Organisation",
        ("Mã trong organisations/ hoặc tên", "An id of organisations/ or a name"),
    )
    place: str | None = labelled(
        PlaceName(), "Tỉnh, thành phố", "Province", ("Tên lúc đó", "As it was called then"), also=("tinh",)
    )
    sector: str | None = labelled(
        Reference("sector"), "Ngành", "Sector", ("Mã trong data/sectors.yaml", "An id of data/sectors.yaml")
    )
    honours: tuple[Honour, ...] = labelled(
        ListOf(Group(Honour, "award")),
        "Danh hiệu, giải thưởng",
        "Honours",
        ("Mới nhất trước", "Newest first"),
        also=("khen_thuong",),
    )
    quotes: tuple[Quote, ...] = labelled(
        ListOf(Group(Quote)),
        "Trích dẫn",
        "Quotes",
        ("Đúng nguyên văn, có nguồn", "Exact words with a source"),
    )
    basis: Basis | None = labelled(
        Group(Basis, "kind"),
        "Căn cứ công bố",
        "Basis",
        ("Cần khi nêu tên thành viên", "Needed when members are named"),
    )
