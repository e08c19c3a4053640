"""The wording of what is wrong with the help while typing. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

NO_HELP = Message(
    "no-help",
    "Chưa ghi được các tệp gợi ý khi gõ (.schema/, .vscode/): {reason}.",
    "Cứ viết tiếp: bài và trang không bị ảnh hưởng, chỉ là phần mềm soạn thảo chưa biết những mã mới. "
    "Muốn có gợi ý, cho phép ghi vào thư mục của trang.",
    "The files of help while typing (.schema/, .vscode/) could not be written: {reason}.",
    "Write on: neither content nor site suffers, only your editor does not know new ids yet. "
    "To have this help, allow writing into the folder of the site.",
    Severity.WARNING,
)
