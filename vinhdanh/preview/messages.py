"""The wording of problems with watching and serving."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

NO_EVENTS = Message(
    "no-events",
    "Hệ điều hành không báo được khi tệp thay đổi ({reason}), nên chương trình tự xem lại thư mục đều đặn.",
    "Vẫn dùng được, chỉ chậm hơn một chút. Trên Linux, tăng giới hạn: sudo sysctl fs.inotify.max_user_watches=524288",
    "The system cannot tell when files change ({reason}), so the folders are looked through at intervals.",
    "It works, if a little later. On Linux raise the limit: sudo sysctl fs.inotify.max_user_watches=524288",
    Severity.WARNING,
)
FAILED = Message(
    "preview-failed",
    "Chương trình gặp lỗi của chính nó khi dựng bản xem trước: {reason}.",
    "Trang đang hiện là bản trước đó. Hoàn lại chỗ vừa sửa, và gửi dòng này cho người giữ phần mềm.",
    "The program itself failed while building the preview: {reason}.",
    "What is shown is the version before. Undo the last change, and send this line to the maintainer.",
)
NOT_SAVED = Message(
    "not-saved",
    "Không ghi được vào {path}: {reason}.",
    "Xem ổ đĩa còn chỗ và thư mục có bị khóa không, rồi bấm Lưu lần nữa. Những gì đã điền vẫn còn trong biểu mẫu.",
    "{path} cannot be written: {reason}.",
    "See whether the disk is full or the folder locked, then save again. What was entered is still in the form.",
)
FORM_FAILED = Message(
    "form-failed",
    "Chương trình gặp lỗi của chính nó: {reason}.",
    "Chưa có gì được ghi; những gì đã điền vẫn còn trong biểu mẫu. Gửi dòng này cho người giữ phần mềm.",
    "The program itself failed: {reason}.",
    "Nothing was written; what was entered is still in the form. Send this line to the maintainer.",
)
NO_PORT = Message(
    "no-port",
    "Không mở được cổng {port} trên máy này: {reason}.",
    "Chọn cổng khác: python3 build.py serve --port 8100",
    "Port {port} cannot be opened on this machine: {reason}.",
    "Choose another: python3 build.py serve --port 8100",
)
