"""The page that says what each problem means, in Vietnamese and English, made of the wordings themselves.

`python3 -m vinhdanh.manual > docs/problems.md` writes it anew.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from types import ModuleType

from vinhdanh.base.problems import Message, Severity
from vinhdanh.content import (
    consent_messages,
    file_messages,
    picture_messages,
    prose_messages,
    reference_messages,
    value_messages,
    yaml_messages,
)
from vinhdanh.editing import link_messages, wanting_messages
from vinhdanh.editing.forms import messages as form_messages
from vinhdanh.editing.schema import messages as help_messages
from vinhdanh.preview import messages as preview_messages
from vinhdanh.render import messages

COMMAND = "python3 -m vinhdanh.manual > docs/problems.md"

CHAPTERS: tuple[tuple[str, str, ModuleType], ...] = (
    ("Tệp", "Files", file_messages),
    ("Phần khai báo", "Front matter", yaml_messages),
    ("Tên mục và giá trị", "Keys and values", value_messages),
    ("Chỗ nhắc đến nội dung khác", "References and links", reference_messages),
    ("Thân bài", "Texts", prose_messages),
    ("Ảnh", "Pictures", picture_messages),
    ("Đồng ý", "Consents", consent_messages),
    ("Điều nên bổ sung", "What is wanting", wanting_messages),
    ("Địa chỉ trang khác", "Pages of other sites", link_messages),
    ("Biểu mẫu", "Forms", form_messages),
    ("Gợi ý khi gõ", "Help while typing", help_messages),
    ("Bản xem trước", "The preview", preview_messages),
    ("Cả trang và mẫu trang", "The whole site and its templates", messages),
)
"""The chapters of the page, with the modules whose messages they list."""

_WEIGHTS = {
    Severity.ERROR: "lỗi · error",
    Severity.WARNING: "nên xem · warning",
    Severity.NOTICE: "bổ sung · notice",
}

_INTRODUCTION = f"""\
# Các chỗ sai và cách sửa · What each problem means

Trang này được viết ra từ chính những câu mà chương trình nói, nên luôn đúng với chương trình. Đừng sửa tay; khi một câu
thay đổi, chạy: `{COMMAND}`.

- **Lỗi**: trang chưa dựng được cho đến khi sửa xong; trang cũ vẫn còn nguyên.
- **Nên xem**: trang vẫn dựng được, nhưng có lẽ không đúng ý người viết.
- **Bổ sung**: không sai, chỉ là còn thiếu; chỉ `python3 build.py check` nhắc, và `check --all` chỉ rõ từng chỗ.

Chỗ nào chương trình biết chắc phải viết lại thế nào thì `python3 build.py check --fix` tự sửa: nó cho xem trước, hỏi
rồi mới ghi, cất bản cũ trong `.vinhdanh/backup/`; `python3 build.py check --undo` trả lại như trước. Dấu … dưới đây
thay cho chữ trong tệp.

This page is made of the very sentences that the program says. Errors stop a build and leave the old site as it is;
warnings do not; notices are not wrong but wanting, and only `check` tells them. `check --fix` mends what is beyond
doubt, `check --undo` takes that back. An ellipsis stands for words of the file.
"""


def problem_reference() -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION]
    for vi, en, module in CHAPTERS:
        parts.append(f"## {vi} · {en}\n")
        parts += map(_entry, messages_of(module))
    return "\n".join(parts)


def messages_of(module: ModuleType) -> Iterator[Message]:
    """The messages that a module declares, in their order."""
    return (value for value in vars(module).values() if isinstance(value, Message))


def _entry(message: Message) -> str:
    lines = (
        f"### `{message.code}`",
        "",
        f"*{_WEIGHTS[message.severity]}*",
        "",
        f"- {_worded(message.vi)} **Cách sửa:** {_worded(message.vi_fix)}",
        f"- {_worded(message.en)} **Fix:** {_worded(message.en_fix)}",
        "",
    )
    return "\n".join(lines)


def _worded(text: str) -> str:
    """A wording without the names of what differs from case to case, and nothing that Markdown takes for its own."""
    return re.sub(r"([*_<>\[\]#\\`])", r"\\\1", text.format_map(_Elided()))


class _Elided(dict[str, str]):
    """An ellipsis for whatever differs from case to case; a guess is made only where there is one."""

    def __missing__(self, name: str) -> str:
        """What stands for a name."""
        return "" if name.startswith("guess_") else "…"


if __name__ == "__main__":
    sys.stdout.buffer.write(problem_reference().encode())
