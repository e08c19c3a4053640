"""From a planned output to its bytes: a template, a drawing, a copied asset, JSON, CSV, or a text as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from vinhdanh.base import digest
from vinhdanh.content import prose
from vinhdanh.render import body_pictures
from vinhdanh.render.theme import Theme
from vinhdanh.showcase.drawings.drawing import draw
from vinhdanh.showcase.drawings.plain import drawing_of
from vinhdanh.showcase.drawings.sheet import Size
from vinhdanh.showcase.open_data.csv_text import csv_text
from vinhdanh.showcase.open_data.json_text import json_text
from vinhdanh.showcase.spec import BodyUse, Output, url_of

TEMPLATE = "template:"
COPY = "copy"
"""The maker of a file that the theme has ready."""

HtmlOf = Callable[[str], str]
"""The HTML with marks of a body, by the hexadecimal digest of its text."""


DATA: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "json": lambda parts: json.dumps(parts["data"], ensure_ascii=False, indent=1) + "\n",
    "text": lambda parts: str(parts["text"]),
    "rows": lambda parts: json_text(parts["rows"]),
    "qr": lambda parts: _qr(parts["url"]),
    "csv": lambda parts: csv_text(parts["columns"], parts["rows"]),
}
"""Makers that need nothing but the parts: what they write, by name."""


def maker_digest(theme: Theme, maker: str) -> bytes:
    """What a maker is made of besides the engine: the closure of a template. Raises TemplateError."""
    return (
        theme.templates.closure(maker.removeprefix(TEMPLATE))
        if maker.startswith(TEMPLATE)
        else b"\0" * digest.SIZE
    )


def make(output: Output, theme: Theme, html_of: HtmlOf) -> bytes:
    """The bytes of an output that is not dear to make (see `derivation`). Raises TemplateError."""
    if output.maker.startswith(TEMPLATE):
        bodies = {name: body_html(use, theme, html_of) for name, use in output.bodies.items()}
        name = output.maker.removeprefix(TEMPLATE)
        return theme.templates.render(name, {**output.parts, **bodies}, f"/{url_of(output.path)}").encode()
    if output.maker == "drawing":
        what = output.parts["drawing"]
        return draw(drawing_of(what, Size(what["size"]))).encode()
    if output.maker in DATA:
        return DATA[output.maker](output.parts).encode()
    return theme.assets[output.path]


def _qr(url: str) -> str:
    from vinhdanh.showcase.qr import qr_svg  # noqa: PLC0415 - made once for each page and hardly ever again

    return qr_svg(url)


def body_html(use: BodyUse, theme: Theme, html_of: HtmlOf) -> Markup:
    """A body's HTML as one page shows it. It was cleaned when it was made from Markdown."""
    word = theme.strings[use.lang]["source"]

    def cite(id: str) -> str:
        number = use.cites.get(id)
        if number is None:
            return ""
        return f'<a class="ref" href="#nguon-{number}" aria-label="{escape(word)} {number}">{number}</a>'

    def link(target: str) -> str:
        return str(escape(use.links.get(target, "#")))

    def media(path: str) -> str:
        picture = use.media.get(path)
        return str(escape(picture.url)) if picture else ""

    html = body_pictures.framed(html_of(use.digest), use.media)
    return Markup(prose.fill(html, cite, link, media))
