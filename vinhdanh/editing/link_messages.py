"""The wording of problems with pages of other sites. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

GONE = Message(
    "dead-link",
    "Trang {address} không còn nữa (máy chủ trả lời {said}).",
    "Tìm địa chỉ mới của trang, hoặc bản lưu ở web.archive.org; nguồn giấy thì bỏ địa chỉ, giữ tên nguồn.",
    "The page {address} is gone (the server says {said}).",
    "Look for its new address, or a copy at web.archive.org; without either keep the source and drop the address.",
    Severity.WARNING,
)
UNSURE = Message(
    "unsure-link",
    "Chưa biết trang {address} còn hay không ({said}).",
    "Mở thử bằng trình duyệt; máy chủ có thể chỉ từ chối chương trình, hoặc đang bận.",
    "It is not known whether {address} is still there ({said}).",
    "Open it in a browser: the server may only refuse programs, or be busy.",
    Severity.NOTICE,
)
