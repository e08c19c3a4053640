"""Pages as the preview serves them: a built page with our scripts in its head, and the few pages that are our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from typing import Any

from vinhdanh.preview.notes import BADGES, Note

RESERVED = "/_preview/"
"""The addresses below this are the preview's own; no page of a site begins with a low line."""

_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)

_NOTICE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{vi}</title>
<link rel="stylesheet" href="{reserved}notice.css">
</head>
<body>
<main>
<h1>{vi}</h1>
<p>{vi_more}</p>
<p lang="en">{en}. {en_more}</p>
</main>
</body>
</html>
"""


def dressed(html: bytes, note: Note, build: str, token: str) -> bytes:
    """A page with the preview's script before all others, and what it must know: nothing of this is in built files."""
    known = {"build": build, "token": token, "note": plain_note(note)}
    added = (
        f'<meta name="vinhdanh-preview" content="{escape(json.dumps(known, ensure_ascii=False))}">'
        f'<script type="module" src="{RESERVED}client.js"></script>'
        f'<link rel="stylesheet" href="{RESERVED}badges.css">'
    ).encode()
    head = _HEAD.search(html)
    at = head.end() if head else 0
    return html[:at] + added + html[at:]


def plain_note(note: Note) -> dict[str, Any]:
    """A note as browsers are given it: each badge with its name and what it says in both languages."""
    badges = [[name, *BADGES[name]] for name in note.badges]
    return {"file": note.file, "badges": badges, "day": note.day, "record": note.record}


def badge_sheet(hidden: Iterable[tuple[str, str]]) -> str:
    """A style sheet that marks links to pages that readers are not shown. Addresses are letters, digits, - and /."""
    rules = []
    for url, state in hidden:
        if re.fullmatch(r"[\w/.-]+", url):
            rules.append(
                f'main a[href="{url}"]:not(:has(img))::after{{content:" [{BADGES[state][0].lower()}]";font-size:.75em}}'
            )
    return "\n".join(rules)


def missing_page(url: str) -> bytes:
    """What is shown where there is no page and the site has none for that."""
    return _notice(
        f"Không có trang {url}",
        "Trang sẽ tự hiện ra ở đây khi tệp của nó đã viết đúng.",
        f"There is no page {url}",
        "It will appear here by itself as soon as its file is right.",
    )


def waiting_page() -> bytes:
    """What is shown while the first build has not come to a page yet."""
    return _notice(
        "Đang dựng trang lần đầu",
        "Trang sẽ tự hiện ra ở đây, không cần tải lại.",
        "The site is being built for the first time",
        "The page will appear here by itself.",
    )


def refused_page() -> bytes:
    """What is shown to a request that did not come from this machine's own browser."""
    return _notice(
        "Không nhận yêu cầu này",
        "Bản xem trước chỉ mở ở địa chỉ mà lệnh serve đã in ra.",
        "This request is refused",
        "The preview opens only at the address that the serve command printed.",
    )


def _notice(vi: str, vi_more: str, en: str, en_more: str) -> bytes:
    texts = {"vi": vi, "vi_more": vi_more, "en": en, "en_more": en_more}
    return _NOTICE.format(reserved=RESERVED, **{name: escape(text) for name, text in texts.items()}).encode()
