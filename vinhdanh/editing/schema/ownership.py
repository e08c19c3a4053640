"""Which files are ours to write anew: those with our seal, unbroken. A person's own file is never touched, nor one of
ours that a person changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from vinhdanh.base import digest

FOLDER = ".schema"
"""The JSON Schema files lie here, below the root of the showcase."""

_UNSEALED = "vinhdanh:" + "0" * 32
_SEAL = re.compile(r"vinhdanh:[0-9a-f]{32}")

NOTE = (
    "Vinh Danh viết tệp này từ mô hình nội dung và viết lại khi mô hình đổi. Sửa tay thì tệp là của bạn, không bị "
    f"ghi đè nữa. · Written by Vinh Danh; once you change it, it is yours and stays as it is. [{_UNSEALED}]"
)
"""What stands at the head of each file; the seal is the digest of the file with zeros in its place."""


def sealed(text: str) -> str:
    """A text with `NOTE` in it, with its seal."""
    return text.replace(_UNSEALED, f"vinhdanh:{_digest(text)}", 1)


def is_ours(text: str) -> bool:
    """Whether a file is as we wrote it. Other ends of lines, as git makes them on Windows, break no seal."""
    text = text.replace("\r\n", "\n")
    found = _SEAL.search(text)
    return found is not None and sealed(_SEAL.sub(_UNSEALED, text, count=1)) == text


def json_text(value: Mapping[str, Any]) -> str:
    """A JSON file that people read, its note in `$comment`."""
    return sealed(_written({"$comment": NOTE, **value}))


def compact_text(value: Mapping[str, Any]) -> str:
    """A JSON file that programs read, which is made in a tenth of the time."""
    return sealed(json.dumps({"$comment": NOTE, **value}, ensure_ascii=False, separators=(",", ":")) + "\n")


def jsonc_text(value: Mapping[str, Any]) -> str:
    """A JSON file of VS Code, which may have remarks, its note on the first line."""
    return sealed(f"// {NOTE}\n{_written(value)}")


def _written(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _digest(text: str) -> str:
    return digest.of_bytes(text.encode()).hex()[:32]
