"""The pictures of a body as its page shows them: in the sizes and formats that there are, and lazily."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from vinhdanh.content.prose_marks import CLOSE, MEDIA, OPEN, unescaped
from vinhdanh.showcase.views import Picture

SIZES = "(min-width: 40rem) 38rem, 100vw"
"""How wide a picture in a text is shown: the measure of the style sheet, `tokens.css`."""

_PICTURE = re.compile(
    rf"<img(?=[^>]*\ssrc=\"{OPEN}{MEDIA}([^{CLOSE}]*){CLOSE}\")((?:[^<>\"]|\"[^\"]*\")*?)\s*/?>"
)
"""An image as `content.prose` writes it, with the mark of a file of media/."""


def framed(html: str, pictures: Mapping[str, Picture | None]) -> str:
    """The HTML with marks, each image of a known picture in a `<picture>` with all its files and its size."""
    return _PICTURE.sub(lambda match: _framed(match, pictures), html) if pictures else html


def _framed(match: re.Match[str], pictures: Mapping[str, Picture | None]) -> str:
    picture = pictures.get(unescaped(match[1]))
    if picture is None:
        return match[0]
    sources = "".join(
        f'<source type="{source.type}" srcset="{escape(source.srcset)}" sizes="{SIZES}">'
        for source in picture.sources
    )
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<picture>{sources}<img{match[2]} {size} loading="lazy" decoding="async"></picture>'
