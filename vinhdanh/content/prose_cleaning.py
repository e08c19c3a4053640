"""HTML that came out of a body, made safe and whole: an allow-list, our own ids, and marks only where they fit."""

from __future__ import annotations

import re
from functools import partial

import nh3

from vinhdanh.content.prose_marks import CITE, CLOSE, MARK, MEDIA, OPEN, Found, mark, unescaped

_TAGS = frozenset(
    "a abbr b blockquote br caption code dd del dl dt em figcaption figure h3 h4 h5 h6 hr i img ins kbd li mark ol p "
    "pre q s small span strong sub sup table tbody td tfoot th thead tr ul".split()
)
_INLINE = "a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup"
_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "img": {"src", "alt", "title"},
    "abbr": {"title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(3, 7)},
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_TOLD_SCHEMES = frozenset("javascript vbscript data file blob tel sms callto facetime".split())
"""Schemes that are handed to `_kept` only so that it can tell of them; any other is taken away without a word."""

_REST = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
_RAW_TAG = re.compile(rf"<!--.*?-->|<([a-zA-Z][a-zA-Z0-9-]*){_REST}", re.DOTALL)
_ANY_TAG = re.compile(rf"</?[a-zA-Z]{_REST}")
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})\b{_REST}")
_ANCHOR = re.compile(rf"<a\b{_REST}.*?</a>", re.DOTALL)
_CITATION = re.compile(f"{OPEN}{CITE}[^{CLOSE}]*{CLOSE}")


def foreign_tags(html: str) -> tuple[str, ...]:
    """The elements that cleaning will remove, once each, as they were written."""
    names: dict[str, str] = {}
    for name in filter(None, _RAW_TAG.findall(html)):
        names.setdefault(name.lower(), name)
    return tuple(sorted(name for lower, name in names.items() if lower not in _TAGS))


def clean(html: str, found: Found) -> str:
    """The HTML without what the allow-list does not name; links and pictures in it are treated as Markdown's are."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES | _TOLD_SCHEMES),
        link_rel=None,
        attribute_filter=partial(_kept, found),
    )


def _kept(found: Found, tag: str, attribute: str, value: str) -> str | None:
    """The value that an attribute keeps, or None to take it away."""
    if value.startswith(OPEN):
        return value
    if attribute not in _ATTRIBUTES.get(tag, ()):
        return None  # asked of what is taken away with its element too: nobody misses what that leads to
    if attribute == "id":
        return None
    if attribute == "href":
        return found.link(value)
    return mark(MEDIA, found.picture(value)) if attribute == "src" else value


def settled(html: str) -> str:
    """The HTML with ids freed from their mark, and citations only where a link may stand: not in tags and links."""
    html = html.replace(f' id="{OPEN}', ' id="')
    if f"{OPEN}{CITE}" not in html:
        return html
    html = _ANY_TAG.sub(lambda match: _CITATION.sub("", match[0]), html)
    return _ANCHOR.sub(lambda match: _CITATION.sub("", match[0]) + "".join(_CITATION.findall(match[0])), html)


def plain(html: str) -> str:
    """The text of the HTML on one line."""
    text = _INLINE_TAG.sub("", MARK.sub("", html))
    return " ".join(unescaped(_ANY_TAG.sub(" ", text)).split())


def without_tags(html: str) -> str:
    """The HTML without its tags; entities stay."""
    return _ANY_TAG.sub("", html)
