"""The wording of problems with bodies that hold more than is read. Vietnamese first: editors read these lines."""

from __future__ import annotations

from collections.abc import Mapping

from vinhdanh.base.problems import Location, Message, Problem
from vinhdanh.content import nesting, prose_limits
from vinhdanh.content.prose_limits import Excess

BODY_TOO_LONG = Message(
    "body-too-long",
    "Bài dài quá giới hạn {limit} ký tự; từ chỗ này trở đi không đọc được.",
    "Chia thành nhiều bài rồi đặt liên kết giữa các bài; bảng dữ liệu dài thì đăng ở trang của nguồn.",
    "The text is longer than {limit} characters; it cannot be read from here on.",
    "Divide it into several texts that link to each other; long tables belong on the source's own page.",
)
BODY_TOO_DEEP = Message(
    "body-too-deep",
    "Từ chỗ này, trích dẫn, danh sách hay dấu ngoặc lồng nhau quá sâu (hơn {limit} tầng, hoặc chưa được đóng).",
    "Đóng các dấu ngoặc còn mở, hoặc viết phẳng hơn.",
    "From here on, quotes, lists or brackets nest too deep (more than {limit} levels, or never closed).",
    "Close the brackets that are open, or write it flatter.",
)
CROWDED_LINES = Message(
    "crowded-lines",
    "Một đoạn có hơn {limit} dòng đề mục, đường kẻ hay địa chỉ liên kết đứng sát nhau.",
    "Chèn dòng trống giữa chúng, hoặc bớt đi.",
    "One paragraph has more than {limit} headings, rules or addresses of links, one below the other.",
    "Put blank lines between them, or have fewer.",
)
CROWDED_TAGS = Message(
    "crowded-tags",
    "Bài có hơn {limit} thẻ HTML, thường do dán từ Word hay trang khác.",
    "Dán lại dưới dạng chữ thường (Ctrl+Shift+V) rồi định dạng bằng Markdown.",
    "The text has more than {limit} HTML tags, probably pasted from Word or another page.",
    "Paste it again as plain text (Ctrl+Shift+V) and use Markdown.",
)
CROWDED_TABLE = Message(
    "crowded-table",
    "Bảng ở đoạn này quá lớn (số cột nhân số dòng hơn {limit} ô), hoặc có quá nhiều dấu ` trên một dòng.",
    "Chia bảng ra, hoặc chỉ giữ phần người đọc cần và dẫn tới nguồn.",
    "The table in this paragraph is too large (more than {limit} cells), or one of its lines has too many `.",
    "Divide it, or keep what readers need and link to the source.",
)
CROWDED_LINKS = Message(
    "crowded-links",
    "Địa chỉ liên kết này quá dài mà được dùng quá nhiều lần.",
    "Dùng địa chỉ ngắn hơn, hoặc liên kết một lần.",
    "This address is too long for a text that links so often.",
    "Use a shorter address, or link once.",
)

_OF_KIND: Mapping[str, tuple[Message, int]] = {
    "length": (BODY_TOO_LONG, prose_limits.LENGTH_LIMIT),
    "depth": (BODY_TOO_DEEP, nesting.LIMIT),
    "lines": (CROWDED_LINES, prose_limits.LINES_LIMIT),
    "tags": (CROWDED_TAGS, prose_limits.TAGS_LIMIT),
    "cells": (CROWDED_TABLE, prose_limits.CELLS_LIMIT),
    "links": (CROWDED_LINKS, prose_limits.LINKED_LIMIT),
}


def of_excess(found: Excess, place: Location) -> Problem:
    """The problem of what there is too much of, at its place."""
    message, limit = _OF_KIND[found.kind]
    return message.at(place, limit=f"{limit:,}".replace(",", "."))
