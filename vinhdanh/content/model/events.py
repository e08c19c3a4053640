"""Where people met and what they shared: events, themes, experiences."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Day, Party, PartyType, PlaceName
from vinhdanh.content.fields import labelled
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import PARTIES, FigureLine, Quote, Statement, sources_field
from vinhdanh.content.scalars import Choice, Number, Reference, Text

EVENT_ROLES = {
    "chair": ("chủ trì", "chair"),
    "keynote": ("đề dẫn", "opening address"),
    "paper": ("tham luận", "paper"),
    "sharing": ("chia sẻ", "shared experience"),
    "speech": ("phát biểu", "speech"),
    "presenter": ("trao giải", "presented awards"),
    "recipient": ("nhận giải", "received an award"),
    "delegate": ("đại biểu", "delegate"),
    "exchange": ("giao lưu", "in conversation"),
}
"""What somebody did at an event, from the chair to the hall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Somebody who took part in an event."""

    who: Party | None = labelled(
        PartyType(*PARTIES), "Ai", "Who", ("Mã hoặc tên", "An id or a name"), required=True
    )
    role: str = labelled(
        Choice(EVENT_ROLES),
        "Vai trò",
        "Role",
        ("chủ trì, đề dẫn, tham luận …", "chair, opening address, paper …"),
        default="delegate",
    )
    title: str | None = labelled(
        Text(), "Chức danh khi đó", "Title then", ("Lúc diễn ra sự kiện", "At the time of the event")
    )
    sources: tuple[str, ...] = sources_field()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Event(Record):
    """A seminar, a ceremony, a forum."""

    title: str = labelled(
        Text(),
        "Tên sự kiện",
        "Title",
        ("Tên đầy đủ", "The full name"),
        also=("tieu_de", "ten"),
        required=True,
        default="",
    )
    form: str | None = labelled(
        Text(),
        "Loại sự kiện",
        "Kind of event",
        ("tọa đàm, lễ tôn vinh …", "seminar, ceremony …"),
        also=("kind", "loai"),
    )
    motto: str | None = labelled(
        Text(),
        "Khẩu hiệu",
        "Motto",
        ("Chủ đề chung của sự kiện", "What the event was about"),
        also=("chu_de_chung",),
    )
    date: PartialDate | None = labelled(
        Day(), "Ngày", "Date", ("Ngày, tháng hoặc năm", "Day, month or year"), also=("thoi_gian",)
    )
    day_part: str | None = labelled(
        Choice(
            {
                "morning": ("sáng", "morning"),
                "afternoon": ("chiều", "afternoon"),
                "evening": ("tối", "evening"),
                "all_day": ("cả ngày", "all day"),
            }
        ),
        "Buổi",
        "Part of the day",
        ("sáng, chiều, tối", "morning, afternoon, evening"),
    )
    place: str | None = labelled(
        PlaceName(), "Tỉnh, thành phố", "Province", ("Tên lúc đó", "As it was called then"), also=("tinh",)
    )
    venue: str | None = labelled(Text(), "Địa điểm", "Venue", ("Hội trường, trụ sở …", "Hall, building …"))
    organisers: tuple[Party, ...] = labelled(
        ListOf(PartyType(*PARTIES)),
        "Đơn vị tổ chức",
        "Organisers",
        ("Mã hoặc tên", "Ids or names"),
        also=("to_chuc",),
    )
    programme: str | None = labelled(
        Reference("programme"),
        "Thuộc chương trình",
        "Programme",
        ("Mã trong programmes/", "An id of programmes/"),
        also=("chuong_trinh",),
    )
    previous: str | None = labelled(
        Reference("event"), "Sự kiện trước", "Previous event", ("Trong cùng chuỗi", "In the same series")
    )
    themes: tuple[str, ...] = labelled(
        ListOf(Reference("theme")),
        "Chủ đề thảo luận",
        "Themes",
        ("Mã trong themes/", "Ids of themes/"),
        also=("chu_de",),
    )
    agenda: tuple[str, ...] = labelled(
        ListOf(Text()), "Nội dung", "Agenda", ("Các nội dung chính", "What was on the agenda")
    )
    participations: tuple[Participation, ...] = labelled(
        ListOf(Group(Participation, "who")),
        "Người tham gia",
        "Participants",
        ("Ai, vai trò gì", "Who, in what role"),
        also=("dien_gia", "thanh_phan"),
    )
    key_points: tuple[Statement, ...] = labelled(
        ListOf(Group(Statement)),
        "Điều được nêu",
        "Key points",
        ("Mỗi điều một câu, có nguồn", "One sentence each with a source"),
    )
    figures: tuple[FigureLine, ...] = labelled(
        ListOf(Group(FigureLine)),
        "Số liệu",
        "Figures",
        ("Số được nêu tại sự kiện", "Figures given at the event"),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme(Record):
    """A topic of discussion that gathers experiences, initiatives and stories."""

    title: str = labelled(
        Text(),
        "Tên chủ đề",
        "Title",
        ("Tên đầy đủ", "The full name"),
        also=("tieu_de", "ten"),
        required=True,
        default="",
    )
    short_title: str | None = labelled(
        Text(), "Tên gọn", "Short title", ("Vài chữ cho danh sách", "A few words for lists")
    )
    order: int | None = labelled(Number(), "Thứ tự", "Order", ("1, 2, 3 …", "1, 2, 3 …"))
    event: str | None = labelled(
        Reference("event"), "Của sự kiện", "Event", ("Mã trong events/", "An id of events/")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who shared an experience."""

    who: Party | None = labelled(
        PartyType(*PARTIES), "Ai", "Who", ("Mã hoặc tên", "An id or a name"), required=True
    )
    title: str | None = labelled(Text(), "Chức danh", "Title", ("Lúc chia sẻ", "At the time"))


SETTINGS = {
    "at_event": ("tại sự kiện", "at the event"),
    "press_at_event": ("trả lời báo chí nhân sự kiện", "to the press on the occasion of an event"),
    "press": ("trả lời báo chí", "to the press"),
    "article": ("bài báo", "in an article"),
}
"""Where something was shared; only `at_event` is shown as shared at an event."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Experience(Record):
    """What somebody shared, so that others can do the same."""

    title: str = labelled(
        Text(),
        "Tiêu đề",
        "Title",
        ("Bài học trong vài chữ", "The lesson in a few words"),
        also=("ten",),
        required=True,
        default="",
    )
    setting: str = labelled(
        Choice(SETTINGS),
        "Chia sẻ ở đâu",
        "Setting",
        ("tại sự kiện hay với báo chí", "at an event or to the press"),
        required=True,
        default="press",
    )
    event: str | None = labelled(
        Reference("event"), "Sự kiện", "Event", ("Mã trong events/", "An id of events/")
    )
    occasion: str | None = labelled(
        Text(), "Dịp", "Occasion", ("Khi không có sự kiện", "Where there is no event")
    )
    date: PartialDate | None = labelled(Day(), "Ngày", "Date", ("Ngày chia sẻ", "When it was shared"))
    speakers: tuple[Speaker, ...] = labelled(
        ListOf(Group(Speaker, "who")),
        "Người chia sẻ",
        "Speakers",
        ("Mã trong people/ hoặc tên", "Ids of people/ or names"),
        also=("speaker",),
        required=True,
    )
    theme: str | None = labelled(
        Reference("theme"), "Chủ đề", "Theme", ("Mã trong themes/", "An id of themes/")
    )
    initiative: str | None = labelled(
        Reference("initiative"), "Sáng kiến", "Initiative", ("Mã trong initiatives/", "An id of initiatives/")
    )
    situation: Statement | None = labelled(
        Group(Statement), "Gặp gì", "Situation", ("Khó khăn ban đầu", "What was hard")
    )
    action: Statement | None = labelled(
        Group(Statement), "Làm gì", "Action", ("Đã làm thế nào", "What was done")
    )
    result: Statement | None = labelled(Group(Statement), "Được gì", "Result", ("Kết quả", "What came of it"))
    advice: Statement | None = labelled(
        Group(Statement),
        "Nhắn lại",
        "Advice",
        ("Lời khuyên, chỉ khi nguồn có", "Only when a source gives it"),
    )
    spread: Statement | None = labelled(
        Group(Statement),
        "Lan ra đâu",
        "How it spread",
        ("Người khác học theo thế nào", "How others learned from it"),
    )
    points: tuple[Statement, ...] = labelled(
        ListOf(Group(Statement)),
        "Các ý",
        "Points",
        ("Mỗi ý một câu, có nguồn", "One sentence each with a source"),
    )
    quote: Quote | None = labelled(Group(Quote), "Trích dẫn", "Quote", ("Đúng nguyên văn", "Exact words"))
