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
    "Ảnh “{path}” quá lớn (hơn 50 triệu điểm ảnh; riêng JPEG: hơn 170 triệu).",
    "Thu nhỏ ảnh xuống khoảng 4.000 điểm ảnh mỗi chiều.",
    "The picture “{path}” is too large (more than 50 million pixels; for a JPEG, more than 170 million).",
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
    "Ảnh “{path}” ở dạng HEIC của điện thoại, máy này chưa đọc được.",
    "Lưu ảnh lại thành JPEG, hoặc cài phần đọc HEIC một lần cho máy này: python -m pip install pi-heif",
    "The picture “{path}” is in the phone's HEIC format, which this computer cannot read yet.",
    "Save it as JPEG, or install the reader of HEIC once: python -m pip install pi-heif",
)
PDF = Message(
    "picture-pdf",
    "“{path}” là tệp PDF, không phải ảnh.",
    "Mở tệp, chụp lại trang cần cho xem rồi lưu thành PNG hay JPEG; che chữ ký, số điện thoại, số giấy tờ nếu có.",
    "“{path}” is a PDF file, not a picture.",
    "Save the page to be shown as PNG or JPEG; cover signatures, phone numbers and identity numbers.",
)


def by_code(code: str) -> Message:
    """The message with a code; `UNREADABLE` for a code that is not known any more."""
    return {message.code: message for message in (TOO_MANY_PIXELS, SVG, HEIC, PDF)}.get(code, UNREADABLE)
