"""Marks in the HTML of a body, where other records, sources and files come in, and what a body's links may lead to.

A mark is made of private-use characters, which are taken from every text: nobody can type one, nor write one as an
entity.
"""

from __future__ import annotations

import html
import re

OPEN, CLOSE = "\ue000", "\ue001"
CITE, LINK, MEDIA = "c", "l", "m"
"""Kinds of marks: a source to cite, a record to link, a media file."""

MARK = re.compile(f"{OPEN}([{CITE}{LINK}{MEDIA}])([^{CLOSE}]*){CLOSE}")

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_NUMERIC = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));?", re.IGNORECASE)
_NEVER_MEANT = (
    range(0x202A, 0x202F),
    range(0x2066, 0x206A),
    range(0xD800, 0xF900),
    range(0xFFFE, 0x10000),
)
"""Numbers of signs that turn the direction of letters, surrogates, private use: as
`source_text.clean` takes them from what is written plainly."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_ROUNDS = 3
_UNSAFE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}|\\|.*[\x00-\x20]", re.IGNORECASE | re.DOTALL)


def mark(kind: str, name: str) -> str:
    """The mark of a kind for what `name` names."""
    return f"{OPEN}{kind}{name}{CLOSE}"


def without_private(body: str) -> str:
    """The body without private-use characters; nor, written as numbers, others that nobody means to write."""
    if "&#" in body:
        body = _NUMERIC.sub(_unless_private, body)
    return body if body.isascii() else _PRIVATE.sub("\ufffd", body)


def _unless_private(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return "\ufffd" if any(code in block for block in _NEVER_MEANT) else match[0]


def unescaped(text: str) -> str:
    """The text with its entities read once, as a browser does."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _read_through(written: str) -> str:
    """What a browser may make of an address, also when its entities are written as entities."""
    for _ in range(_ROUNDS):
        written = unescaped(written)
    settled = written if unescaped(written) == written else written.replace("&", "")
    return _PRIVATE.sub("", settled).strip()


def is_external(target: str) -> bool:
    """Whether a link leaves the site by a safe scheme."""
    return re.match(r"(https?://|mailto:)\S", target, re.IGNORECASE) is not None


class Found:
    """What one conversion comes across."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.clear()

    def clear(self) -> None:
        """Forget everything, for the next body."""
        self.cites: list[str] = []
        self.links: list[str] = []
        self.media: list[str] = []
        self.headings: list[tuple[int, str, str]] = []
        self.unsafe: list[str] = []

    def link(self, written: str) -> str | None:
        """What stands for a link's address: itself when it leaves the site, a mark when it does not, None if unsafe."""
        target = _read_through(written)
        if is_external(target):
            return written
        if _UNSAFE.match(target):
            self.unsafe.append(written.strip())
            return None
        self.links.append(target)
        return mark(LINK, target)

    def picture(self, written: str) -> str:
        """The path below media/ of a picture; no picture comes from another site."""
        path = re.sub(r"^(\.\./)*(/?media/)?", "", _read_through(written))
        self.media.append(path)
        return path
