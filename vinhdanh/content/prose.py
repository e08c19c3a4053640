"""Markdown bodies to HTML with marks where other records and sources come in.

The result depends on the body's own text and this module only, so that it can be remembered by digest and made in any
process. Marks use private-use characters, which reading removes from every text: nobody can type one.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from vinhdanh.base.vietnamese.text import slugify

OPEN, CLOSE = "\ue000", "\ue001"
CITE, LINK, MEDIA = "c", "l", "m"
"""Kinds of marks: a source to cite, a record to link, a media file."""

HEADING_ID_PREFIX = "muc-"
"""Keeps the ids of an editor's headings apart from those of the templates."""

FIRST_HEADING = 3
"""Level of a body's top headings: the page's title is 1 and the section that holds the body 2."""

_MARK = re.compile(f"{OPEN}([clm])([^{CLOSE}]*){CLOSE}")
_TAGS = frozenset(
    "a abbr b blockquote br caption code dd del dl dt em figcaption figure h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q "
    "s small span strong sub sup table tbody td tfoot th thead tr ul".split()
)
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
_RAW_TAG = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9-]*)")
_CITATION = r"\[((?:@[a-z0-9-]+)(?:\s*;\s*@[a-z0-9-]+)*)\]"


class ProseFacts(NamedTuple):
    """What a body says without its HTML. Every entry is the text to look for in the body when a problem must be placed."""

    cites: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    headings: tuple[tuple[int, str, str], ...] = ()
    unsafe: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    no_alt: tuple[str, ...] = ()
    too_deep: bool = False
    plain: str = ""


class Prose(NamedTuple):
    """A rendered body: what it says, and its HTML with marks."""

    facts: ProseFacts
    html: str


def render(body: str) -> Prose:
    """The HTML of a Markdown body, cleaned by an allow-list, with marks for citations, links and media."""
    converter = _converter()
    found = converter.found
    found.clear()
    try:
        html = converter.reset().convert(body)
    except RecursionError:
        return Prose(ProseFacts(too_deep=True), "")
    removed = tuple(sorted({tag.lower() for tag in _RAW_TAG.findall(body)} - _TAGS)) if "<" in body else ()
    if "<" in body:
        html = nh3.clean(
            html, tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes=set(_SCHEMES), link_rel=None
        )
    facts = ProseFacts(
        cites=tuple(dict.fromkeys(found.cites)),
        links=tuple(dict.fromkeys(found.links)),
        media=tuple(dict.fromkeys(found.media)),
        headings=tuple(found.headings),
        unsafe=tuple(found.unsafe),
        removed=removed,
        no_alt=tuple(found.no_alt),
        plain=_plain(html),
    )
    return Prose(facts, html)


def fill(
    html: str, cite: Callable[[str], str], link: Callable[[str], str], media: Callable[[str], str]
) -> str:
    """The HTML with every mark replaced: a citation by HTML, a link and a media file by an address."""
    by_kind = {CITE: cite, LINK: link, MEDIA: media}
    return _MARK.sub(lambda match: by_kind[match[1]](match[2]), html) if OPEN in html else html


def dump(facts: ProseFacts) -> str:
    """The facts as JSON text; `restore` is its inverse."""
    return json.dumps(facts, ensure_ascii=False)


def restore(text: str) -> ProseFacts:
    """The facts that `dump` wrote. Raises ValueError or TypeError when the text is damaged."""
    cites, links, media, headings, unsafe, removed, no_alt, too_deep, plain = json.loads(text)
    levels = tuple((level, id, title) for level, id, title in headings)
    return ProseFacts(
        tuple(cites),
        tuple(links),
        tuple(media),
        levels,
        tuple(unsafe),
        tuple(removed),
        tuple(no_alt),
        too_deep,
        plain,
    )


def is_external(target: str) -> bool:
    """Whether a link leaves the site by a safe scheme."""
    return re.match(r"(https?://|mailto:)\S", target, re.IGNORECASE) is not None


def _plain(html: str) -> str:
    text = re.sub(r"<[^>]+>", " ", _MARK.sub("", html))
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return " ".join(text.split())


class _Found:
    """What one conversion comes across."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.cites: list[str] = []
        self.links: list[str] = []
        self.media: list[str] = []
        self.headings: list[tuple[int, str, str]] = []
        self.unsafe: list[str] = []
        self.no_alt: list[str] = []


class _Converter(markdown.Markdown):
    """Python-Markdown with what this site needs and a place for what is found."""

    def __init__(self) -> None:
        self.found = _Found()
        super().__init__(extensions=["tables", "sane_lists", _Site(self.found)], output_format="html")

    def reset(self) -> _Converter:
        super().reset()
        return self


@functools.cache
def _converter() -> _Converter:
    """One converter in each process: making it costs more than a body, and it is reset before each."""
    return _Converter()


class _Site(Extension):
    def __init__(self, found: _Found) -> None:
        super().__init__()
        self._found = found

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Citations before links (which would take the brackets), marks after everything else."""
        md.inlinePatterns.register(_Citations(_CITATION, md, self._found), "citation", 175)
        md.treeprocessors.register(_Marks(md, self._found), "marks", 5)


class _Citations(InlineProcessor):
    def __init__(self, pattern: str, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(pattern, md)
        self._found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """A span that holds one mark for each source."""
        ids = [part.strip().removeprefix("@") for part in m[1].split(";")]
        self._found.cites.extend(ids)
        element = Element("span")
        element.text = AtomicString("".join(f"{OPEN}{CITE}{id}{CLOSE}" for id in ids))
        return element, m.start(0), m.end(0)


class _Marks(Treeprocessor):
    def __init__(self, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(md)
        self._found = found

    def run(self, root: Element) -> None:
        """Give headings their level and id, links and pictures their marks."""
        headings = [element for element in root.iter() if re.fullmatch(r"h[1-6]", element.tag)]
        top = min((int(element.tag[1]) for element in headings), default=1)
        used: dict[str, int] = {}
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element in headings:
                self._heading(element, FIRST_HEADING - top, used)

    def _heading(self, element: Element, shift: int, used: dict[str, int]) -> None:
        level = min(6, int(element.tag[1]) + shift)
        title = " ".join(_MARK.sub("", "".join(element.itertext())).split())
        base = HEADING_ID_PREFIX + (slugify(title) or "phan")
        used[base] = used.get(base, 0) + 1
        id = base if used[base] == 1 else f"{base}-{used[base]}"
        element.tag = f"h{level}"
        element.set("id", id)
        self._found.headings.append((level, id, title))

    def _link(self, element: Element) -> None:
        target = (element.get("href") or "").strip()
        if is_external(target):
            if not target.lower().startswith("mailto:"):
                element.set("rel", "external")
            return
        if re.match(r"[a-z][a-z0-9+.-]*:|//|\\", target, re.IGNORECASE) or re.search(r"[\x00-\x20]", target):
            self._found.unsafe.append(target)
            element.attrib.pop("href", None)
            return
        self._found.links.append(target)
        element.set("href", f"{OPEN}{LINK}{target}{CLOSE}")

    def _picture(self, element: Element) -> None:
        source = (element.get("src") or "").strip()
        path = re.sub(r"^(\.\./)*(/?media/)?", "", source)
        self._found.media.append(path)
        if not (element.get("alt") or "").strip():
            self._found.no_alt.append(path)
        element.set("src", f"{OPEN}{MEDIA}{path}{CLOSE}")
