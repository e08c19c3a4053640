"""The report of a withdrawal: what was done, by when what must be done, and what a generator cannot do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vinhdanh.base.problems import Problem
from vinhdanh.content.model.record import Record
from vinhdanh.editing.trust.deadlines import deadlines
from vinhdanh.editing.trust.searching import Leftover
from vinhdanh.editing.trust.subjects import Mention
from vinhdanh.showcase.addresses import Addresses, addresses_of, card_path, drawing_path, qr_path

LISTED = 200
"""Leftovers that the report lists: whoever mends so many sees what kind they are, and runs the command again."""

LINE = 300
"""Characters of a line that the report shows."""

OUTSIDE = (
    "**Máy chủ**: đưa trang vừa dựng lên, rồi xóa trên máy chủ các tệp đã bỏ (danh sách ở dưới). Nhiều cách tải lên "
    "chỉ chép thêm mà không xóa. Xóa bộ nhớ đệm (cache, CDN) và các bản sao lưu cũ của máy chủ.",
    "**Máy tìm kiếm** (Google, Bing, Cốc Cốc): xin gỡ các địa chỉ ở dưới. Với Google: Search Console, mục Removals, "
    "hoặc search.google.com/search-console/remove-outdated-content.",
    "**Bài đã chia sẻ** (Facebook, Zalo, nhóm chat): xóa bài; ảnh chia sẻ còn nằm trong bộ nhớ của các mạng này. Với "
    "Facebook: mở developers.facebook.com/tools/debug, nhập địa chỉ, bấm Scrape Again.",
    "**Nguồn tin (feed) và tệp dữ liệu**: ai đã tải thì vẫn giữ. Báo cho những nơi mà đơn vị biết là đang dùng.",
    "**Kho lưu trữ web** (web.archive.org và tương tự): gửi thư xin gỡ, kèm các địa chỉ ở dưới.",
    "**Bản in và bản chép**: kỷ yếu, tờ rơi, USB, tệp đã gửi qua Zalo hay thư.",
    "**Kho mã nguồn và bản sao lưu** của thư mục content/: lịch sử git vẫn còn các bản cũ, và tệp của người này vẫn "
    "còn trong content/ (không đăng). Người ấy muốn xóa hẳn thì xóa tệp ở đó nữa.",
)
"""Places that a generator cannot reach."""


class Withdrawal(NamedTuple):
    """What a report is about. Days are ISO dates."""

    record: Record
    base_url: str | None
    languages: tuple[str, ...]
    withdrawn: str
    received: str
    published: bool
    """Whether the output folder now shows the content as it is."""
    removed: tuple[str, ...]
    mentions: tuple[Mention, ...]
    leftovers: tuple[Leftover, ...]
    namesakes: tuple[Record, ...]
    searchable: bool
    """Whether the name is long enough to be looked for."""

    @property
    def whole(self) -> bool:
        """Whether the person is gone from all that builds write, as far as that can be told."""
        return self.published and self.searchable and not self.leftovers


def former_addresses(record: Record, addresses: Addresses, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Where the person stood: pages, share cards, codes, drawings, former addresses."""
    paths = [addresses.record(record, lang) for lang in languages]
    paths += [card_path(record, lang) for lang in languages] + [qr_path(record, lang) for lang in languages]
    paths += [drawing_path(record, size) for size in ("card", "thumb")]
    return (
        *map(addresses.absolute, paths),
        *(f"{addresses.origin}{addresses.prefix}{a}" for a in record.aliases),
    )


def report(withdrawal: Withdrawal, problems: tuple[Problem, ...] = ()) -> str:
    """The report as Markdown, in Vietnamese. `problems` are what kept the site from being published."""
    record, due = withdrawal.record, deadlines(withdrawal.received)
    former = former_addresses(record, addresses_of(withdrawal.base_url), withdrawal.languages)
    sections = (
        [f"# Rút lại đồng ý: {record.heading}", "", "Tệp này riêng tư: không đăng, không đưa vào git.", ""],
        [
            f"- Hồ sơ: `{record.location.file}` (mã `{record.id}`)",
            f"- Nhận yêu cầu: {_day(withdrawal.received)}",
            f"- Ghi “withdrawn” vào hồ sơ: {_day(withdrawal.withdrawn)}",
            f"- Kết quả: {_result(withdrawal)}",
            "",
        ],
        [
            "## Hạn theo luật",
            "",
            f"- [ ] Trả lời người yêu cầu: chậm nhất {_day(due.answer)} (2 ngày làm việc)",
            f"- [ ] Dừng đăng ở mọi nơi của đơn vị: chậm nhất {_day(due.stop)} (15 ngày)",
            f"- [ ] Các bên được giao xử lý cũng dừng: chậm nhất {_day(due.others)} (20 ngày)",
            "",
            "Tính từ ngày sau ngày nhận, chỉ trừ thứ bảy và chủ nhật, chưa trừ ngày lễ, nên hạn ghi ở đây chỉ có thể "
            "sớm hơn hạn thật. Các số 2, 15, 20 ngày lấy từ bài giới thiệu Luật 91/2025/QH15 và nghị định hướng dẫn, "
            "chưa được luật sư đọc lại: hãy hỏi người phụ trách pháp lý.",
            "",
        ],
        _section("Chưa dựng được trang mới vì", _problems(problems)),
        _section("Còn sót, phải sửa rồi chạy lại lệnh", _leftovers(withdrawal)),
        _section("Chỗ khác nhắc đến người này, cần đọc lại bằng mắt", _mentions(withdrawal.mentions)),
        _section("Những nơi chương trình không với tới", (f"- [ ] {place}" for place in OUTSIDE)),
        _section("Địa chỉ cũ", (f"- {address}" for address in former)),
        _section("Tệp đã bỏ khỏi trang", (f"- {path}" for path in withdrawal.removed)),
    )
    return "\n".join(line for section in sections for line in section)


def _result(withdrawal: Withdrawal) -> str:
    if not withdrawal.published:
        return "**CHƯA XONG**: trang mới chưa dựng được, trang cũ vẫn còn người này."
    if not withdrawal.searchable:
        return "**CẦN XEM BẰNG MẮT**: tên chỉ có một chữ, không dò được trong bài viết."
    if withdrawal.leftovers:
        return f"**CHƯA XONG**: còn {len(withdrawal.leftovers)} chỗ sót."
    return (
        "đã gỡ khỏi trang và khỏi bộ nhớ của chương trình; đã dò họ tên có dấu, không dấu, viết liền, viết tắt, trong "
        "địa chỉ và tên tệp: không còn. Chưa dò được: tên gọi tắt (“anh Sơn”), biệt danh, chữ trong ảnh."
    )


def _problems(problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems:
        place = f"`{problem.location.file}:{problem.location.line}` " if problem.location else ""
        yield f"- {place}{problem.message('vi')}"


def _leftovers(withdrawal: Withdrawal) -> Iterator[str]:
    for each in withdrawal.namesakes:
        yield (
            f"- Có người khác cùng tên đang được đăng (`{each.location.file}`): chương trình không phân biệt được, "
            "hãy xem từng chỗ."
        )
    yield from (f"- `{each.place}`: … {each.words} …" for each in withdrawal.leftovers[:LISTED])
    if len(withdrawal.leftovers) > LISTED:
        yield f"- … và {len(withdrawal.leftovers) - LISTED} chỗ nữa"


def _mentions(mentions: tuple[Mention, ...]) -> Iterator[str]:
    for each in mentions:
        yield f"- [ ] `{each.file}:{each.line}`: {each.text[:LINE]}"


def _section(title: str, lines: Iterator[str]) -> list[str]:
    """A list below a heading; nothing where the list is empty."""
    entries = list(lines)
    if not entries:
        return []
    return [f"## {title}", "", *entries, ""]


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}/{int(month)}/{year}"
