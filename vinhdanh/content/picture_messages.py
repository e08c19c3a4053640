"""The wording of problems with pictures. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message

UNREADABLE = Message(
    "picture-unreadable",
    "Không mở được ảnh “{path}”: tệp hỏng, dở dang, hoặc không phải ảnh.",
    "Chép lại ảnh gốc, hoặc lưu lại dưới dạng JPEG hay PNG.",
    "The picture “{path}” cannot be opened: it is damaged, cut off, or no picture.",
    "Copy the original again, or save it as JPEG or PNG.",
)
TOO_MANY_PIXELS = Message(
    "picture-too-large",
    "Ảnh “{path}” quá lớn (hơn 120 triệu điểm ảnh).",
    "Thu nhỏ ảnh xuống khoảng 4.000 điểm ảnh mỗi chiều.",
    "The picture “{path}” is too large (more than 120 million pixels).",
    "Make it about 4,000 pixels wide or high.",
)
SVG = Message(
    "picture-svg",
    "Ảnh “{path}” là SVG; tệp SVG có thể chứa mã chạy nên không được đăng.",
    "Xuất hình sang PNG rồi dùng tệp PNG.",
    "The picture “{path}” is an SVG file, which may hold scripts and is not published.",
    "Export it as PNG and use that.",
)
HEIC = Message(
    "picture-heic",
    "Ảnh “{path}” ở dạng HEIC của điện thoại, chương trình chưa đọc được.",
    "Trên điện thoại chọn Cài đặt › Camera › Định dạng › Tương thích nhất, hoặc lưu lại thành JPEG.",
    "The picture “{path}” is in the phone's HEIC format, which cannot be read.",
    "Choose Settings › Camera › Formats › Most Compatible on the phone, or save it as JPEG.",
)


def by_code(code: str) -> Message:
    """The message with a code; `UNREADABLE` for a code that is not known any more."""
    return {message.code: message for message in (TOO_MANY_PIXELS, SVG, HEIC)}.get(code, UNREADABLE)
