"""The pictures of a body as its page shows them: in the sizes and formats that there are, credited, and lazily."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from vinhdanh.content.prose_marks import CLOSE, MEDIA, OPEN, unescaped
from vinhdanh.showcase.views import Picture

SIZES = "(min-width: 40rem) 38rem, 100vw"
"""How wide a picture in a text is shown: the measure of the style sheet, `tokens.css`."""

_IMAGE = rf"<img(?=[^>]*\ssrc=\"{OPEN}{MEDIA}([^{CLOSE}]*){CLOSE}\")((?:[^<>\"]|\"[^\"]*\")*?)\s*/?>"
"""An image as `content.prose` writes it, with the mark of a file of media/."""

_PICTURE = re.compile(rf"<figure>\s*{_IMAGE}\s*</figure>|{_IMAGE}")
"""A picture on a line of its own, or one within a line or a figure of the editor's."""

_ALT = re.compile(r"\salt=\"([^\"]*)\"")


def framed(html: str, pictures: Mapping[str, Picture | None]) -> str:
    """The HTML with marks, each image in a `<picture>` with all its files, its size, its caption and its credit.

    An image that may not be shown, or cannot be, is left out whole.
    """
    return _PICTURE.sub(lambda match: _framed(match, pictures), html) if pictures else html


def _framed(match: re.Match[str], pictures: Mapping[str, Picture | None]) -> str:
    alone = match[1] is not None
    path, attributes = (match[1], match[2]) if alone else (match[3], match[4])
    picture = pictures.get(unescaped(path))
    if picture is None:
        return ""
    words = " · ".join(str(escape(text)) for text in (picture.caption, picture.credit) if text)
    if alone:
        return (
            f'<figure class="plate">{_picture(picture, attributes)}<figcaption>{words}</figcaption></figure>'
        )
    return f"{_picture(picture, attributes)} <small>{words}</small>"


def _picture(picture: Picture, attributes: str) -> str:
    """The picture in all its files; what the editor wrote to describe it comes before what was declared."""
    sources = "".join(
        f'<source type="{source.type}" srcset="{escape(source.srcset)}" sizes="{SIZES}">'
        for source in picture.sources
    )
    written = _ALT.search(attributes)
    if not written or not written[1].strip():
        attributes = f'{_ALT.sub("", attributes)} alt="{escape(picture.alt)}"'
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<picture>{sources}<img{attributes} {size} loading="lazy" decoding="async"></picture>'
