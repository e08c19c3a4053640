"""Field types of one value: text, number, yes or no, choice, address, path, reference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

import yaml

from vinhdanh.base.digest import Plain
from vinhdanh.base.file_names import is_portable
from vinhdanh.base.vietnamese.text import fold
from vinhdanh.content import value_messages
from vinhdanh.content.fields import MISSING, FieldType, MediaUse, Mention, Reading, is_plain, nearest, scalar
from vinhdanh.content.quoting import exactly


class Text(FieldType):
    """Text. One line unless `lines`; surrounding curly quotes that Word made are taken off with a warning."""

    name = "text"

    def __init__(
        self, *, lines: bool = False, limit: int = 0, example: str = "…", searched: bool = True
    ) -> None:
        """`searched` texts are looked through for what is private."""
        self.lines = lines
        self.searched = searched
        self.limit = limit
        self.example = example

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        if "\n" in text and not self.lines:
            text = " ".join(text.split())
        if self.limit and len(text) > self.limit:
            reading.report(value_messages.TOO_LONG, node, key=reading.key, length=len(text), limit=self.limit)
        if text[0] == "“" and text[-1] == "”" and text.count("“") == 1 and is_plain(node):
            text = text[1:-1].strip()
            if not text:
                return reading.report(value_messages.EMPTY_VALUE, node, key=reading.key)
            raw = reading.source.written(node)
            whole = raw.startswith("“") and raw.endswith("”")
            edit = reading.source.edit_of_node(node, exactly(raw[1:-1].strip())) if whole else None
            reading.report(value_messages.SMART_QUOTES, node, edit, key=reading.key, value=text)
        if self.searched:
            reading.texts.append((node, text))
        return text


class Number(FieldType):
    """A whole number, with or without dots for thousands."""

    name = "number"
    example = "1200"
    words = ("một số nguyên", "a whole number")
    _PATTERN = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+)$")

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        if not self._PATTERN.match(text) or len(text) > 18:
            return reading.report(value_messages.BAD_NUMBER, node, value=text)
        return int(text.replace(".", ""))


class YesNo(FieldType):
    """Yes or no, in Vietnamese or English."""

    name = "yes-no"
    example = "có"
    words = ("“có” hoặc “không”", "“yes” or “no”")
    _WORDS: ClassVar[dict[str, bool]] = {
        **dict.fromkeys(("co", "dung", "yes", "true", "on"), True),
        **dict.fromkeys(("khong", "sai", "no", "false", "off"), False),
    }

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        value = self._WORDS.get(fold(text))
        return reading.report(value_messages.BAD_YES_NO, node, value=text) if value is None else value


class Choice(FieldType):
    """One of a few words; each option has a key, and is written by its key or its Vietnamese or English label."""

    name = "choice"

    def __init__(self, options: Mapping[str, tuple[str, str]]) -> None:
        self.options = options
        self.example = next(iter(options.values()))[0]
        self._keys = _unambiguous(options)

    def key_of(self, word: str) -> str | None:
        """The option that a word means, or None."""
        return self._keys.get(fold(word))

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        key = self.key_of(text)
        if key is not None:
            return key
        near = nearest(text, self._keys)
        guess = self.options[self._keys[near]] if near else None
        return reading.report(
            value_messages.BAD_CHOICE,
            node,
            value=text,
            key=reading.key,
            guess_vi=f" Có phải ý là “{guess[0]}”?" if guess else "",
            guess_en=f" Did you mean “{guess[0]}”?" if guess else "",
            choices_vi=", ".join(vi for vi, _ in self.options.values()),
            choices_en=", ".join(f"{vi} ({en})" for vi, en in self.options.values()),
        )


def _unambiguous(options: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The options by every folded word that means just one of them; “Mr” is `anh` as well as `ông`."""
    meant: dict[str, set[str]] = {}
    for key, (vi, en) in options.items():
        for word in (en, key.replace("_", " "), key, vi):
            meant.setdefault(fold(word), set()).add(key)
    return {word: keys.pop() for word, keys in meant.items() if len(keys) == 1}


class Url(FieldType):
    """A whole web address; no other scheme than http and https."""

    name = "url"
    example = "https://…"
    words = ("một địa chỉ trang web", "a web address")
    _PATTERN = re.compile(r"https?://[^\s<>\"'\\\x00-\x20]+$", re.IGNORECASE)

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        return text if self._PATTERN.match(text) else reading.report(value_messages.BAD_URL, node, value=text)


class SitePath(FieldType):
    """A path inside the site, such as an old address that leads to this record."""

    name = "path"
    example = "/nguoi/ten-cu/"
    words = ("một đường dẫn trong trang", "a path inside the site")
    _PATTERN = re.compile(r"/?[a-z0-9][a-z0-9._~-]*(/[a-z0-9][a-z0-9._~-]*)*/?$", re.IGNORECASE)

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        inside = self._PATTERN.match(text) and ".." not in text and len(text) <= 200
        if not inside or not all(map(is_portable, text.strip("/").split("/"))):
            return reading.report(value_messages.BAD_PATH, node, value=text, example=self.example)
        return text.strip("/")


class MediaFile(FieldType):
    """A file below media/, by its path there."""

    name = "media"
    example = "nguyen-van-a.jpg"
    words = ("tên một tệp trong media/", "the name of a file in media/")

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        path = text.removeprefix("media/").removeprefix("/media/")
        if len(path) > 200 or not all(map(is_portable, path.split("/"))):
            return reading.report(value_messages.BAD_PATH, node, value=text, example=self.example)
        reading.media.append(MediaUse(path, reading.at(node)))
        return path


class Reference(FieldType):
    """The id of another record, of one of the given kinds; `folder/id` where the id alone would not tell the kind."""

    name = "reference"
    words = ("mã của một bản ghi", "the id of a record")

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds
        self.example = "ma-ban-ghi"

    def read(self, node: yaml.Node, reading: Reading) -> Plain:
        text = scalar(node, reading, self)
        if text is MISSING:
            return MISSING
        name = text.removesuffix(".md")
        reading.mentions.append(Mention(self.kinds, name, reading.key, reading.at(node)))
        return name
