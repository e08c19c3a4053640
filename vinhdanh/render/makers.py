"""From a planned output to its bytes: a template, a drawing, a copied asset, JSON, or CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from vinhdanh.base import digest
from vinhdanh.content import prose
from vinhdanh.render.theme import Theme
from vinhdanh.showcase.drawings.drawing import Drawing, draw
from vinhdanh.showcase.drawings.motifs import Motif
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.drawings.sheet import Size
from vinhdanh.showcase.open_data.csv_text import csv_text
from vinhdanh.showcase.open_data.json_text import json_text
from vinhdanh.showcase.spec import BodyUse, Output, url_of

TEMPLATE = "template:"
HtmlOf = Callable[[str], str]
"""The HTML with marks of a body, by the hexadecimal digest of its text."""

Original = Callable[[str], bytes]
"""The bytes of a file of media/."""


DATA: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "json": lambda parts: json.dumps(parts["data"], ensure_ascii=False, indent=1) + "\n",
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


def make(output: Output, theme: Theme, html_of: HtmlOf, original: Original) -> bytes:
    """The bytes of an output. Raises TemplateError."""
    if output.maker.startswith(TEMPLATE):
        bodies = {name: body_html(use, theme, html_of) for name, use in output.bodies.items()}
        name = output.maker.removeprefix(TEMPLATE)
        return theme.templates.render(name, {**output.parts, **bodies}, f"/{url_of(output.path)}").encode()
    if output.maker == "drawing":
        return draw(_drawing(output.parts)).encode()
    if output.maker == "picture":
        from vinhdanh.content import pictures  # noqa: PLC0415 - most builds make none, and opening costs an import

        what = output.parts["picture"]
        return pictures.published(original(what["source"]), what["width"])
    if output.maker in DATA:
        return DATA[output.maker](output.parts).encode()
    return theme.assets[output.path]


def _qr(url: str) -> str:
    from vinhdanh.showcase.qr import qr_svg  # noqa: PLC0415 - made once for each page and hardly ever again

    return qr_svg(url)


def _drawing(parts: Mapping[str, Any]) -> Drawing:
    parts = parts["drawing"]
    hue = parts.get("hue")
    return Drawing(
        parts["seed"],
        Motif(parts["motif"]),
        Size(parts["size"]),
        parts.get("monogram"),
        parts.get("marks"),
        Hue(hue) if hue else None,
    )


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
        return str(escape(use.media.get(path, "")))

    return Markup(prose.fill(html_of(use.digest), cite, link, media))
