"""Python-Markdown with what this site needs: citations, headings with ids, and marks for links and pictures."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, AtomicString

from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.prose_cleaning import without_tags
from vinhdanh.content.prose_marks import CITE, MARK, MEDIA, OPEN, Found, mark, unescaped

HEADING_ID_PREFIX = "muc-"
"""Keeps the ids of an editor's headings apart from those of the templates."""

FIRST_HEADING = 3
"""Level of a body's top headings: the page's title is 1 and the section that holds the body 2."""

_CITATION = r"\[((?:@[a-z0-9-]+)(?:\s*;\s*@[a-z0-9-]+)*)\]"
_LEVELS = {f"h{level}": level for level in range(1, 7)}


class Converter(markdown.Markdown):
    """A converter and what it finds."""

    def __init__(self) -> None:
        """Ready for the first body."""
        self.found = Found()
        super().__init__(extensions=["tables", "sane_lists", _Site(self.found)], output_format="html")

    def convert_afresh(self, body: str) -> str:
        """The HTML of a body; `found` then tells of this body alone. Raises RecursionError."""
        self.found.clear()
        self.reset()
        return self.convert(body)


@functools.cache
def converter() -> Converter:
    """One converter in each process: making it costs more than a body. After an error it must be made anew."""
    return Converter()


class _Site(Extension):
    def __init__(self, found: Found) -> None:
        super().__init__()
        self._found = found

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Citations before links (which would take the brackets), marks after everything else."""
        md.inlinePatterns.register(_Citations(_CITATION, md, self._found), "citation", 175)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Marks(md, self._found), "marks", -1)


_SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "citation": ("[",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "not_strong": ("*", "_"),
    "em_strong": ("*", "_"),
    "em_strong2": ("_",),
}
"""By the name of an inline pattern, the signs of which a text must have one for the pattern to match."""


class _Inline(InlineTreeprocessor):
    """The library's own processor, which tries only what can match: to try all patterns takes a third of its time."""

    @functools.cached_property
    def _patterns(self) -> list[tuple[Any, tuple[str, ...]]]:
        """Every pattern in its order, with its signs; one that is not known has the sign that every text has."""
        every = self.md.inlinePatterns
        signs = {id(every[name]): signs for name, signs in _SIGNS.items() if name in every}
        return [(pattern, signs.get(id(pattern), ("",))) for pattern in every]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns that may match to the texts in which one may match."""
        text = "".join(tree.itertext())
        found = [(each, signs) for each, signs in self._patterns if any(sign in text for sign in signs)]
        patterns: Any = [each for each, _ in found]
        self.inlinePatterns = patterns
        may_match = re.compile("|".join(sorted({re.escape(sign) for _, signs in found for sign in signs})))
        for element in tree.iter() if found else ():
            if element.text and not may_match.search(element.text):
                element.text = AtomicString(element.text)
        return super().run(tree, ancestors) if found else tree


class _Citations(InlineProcessor):
    def __init__(self, pattern: str, md: markdown.Markdown, found: Found) -> None:
        super().__init__(pattern, md)
        self._found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """A span that holds one mark for each source."""
        ids = [part.strip().removeprefix("@") for part in m[1].split(";")]
        self._found.cites.extend(ids)
        element = Element("span")
        element.text = AtomicString("".join(mark(CITE, id) for id in ids))
        return element, m.start(0), m.end(0)


class _Marks(Treeprocessor):
    def __init__(self, md: markdown.Markdown, found: Found) -> None:
        super().__init__(md)
        self._found = found

    def run(self, root: Element) -> None:
        """Give headings their level and id, links and pictures their marks, and take inline styles away."""
        levels = [_LEVELS[element.tag] for element in root.iter() if element.tag in _LEVELS]
        shift = FIRST_HEADING - min(levels, default=1)
        used: dict[str, int] = {}
        _figures(root)
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag in _LEVELS:
                self._heading(element, _LEVELS[element.tag] + shift, used)
            else:
                element.attrib.pop("style", None)  # of aligned columns; the site's security policy forbids it

    def _heading(self, element: Element, level: int, used: dict[str, int]) -> None:
        element.tag = f"h{min(6, level)}"
        title = self._title(element)
        base = id = HEADING_ID_PREFIX + (slugify(title) or "phan")
        while id in used:
            used[base] += 1
            id = f"{base}-{used[base]}"
        used[id] = 1
        element.set("id", OPEN + id)
        self._found.headings.append((min(6, level), id, title))

    def _title(self, element: Element) -> str:
        """The text of a heading; the library keeps the HTML in it elsewhere, under a number."""
        kept = self.md.htmlStash.rawHtmlBlocks
        text = MARK.sub("", "".join(element.itertext()))
        text = HTML_PLACEHOLDER_RE.sub(lambda match: without_tags(str(kept[int(match[1])])), text)
        return " ".join(unescaped(text.replace(AMP_SUBSTITUTE, "&")).split())

    def _link(self, element: Element) -> None:
        written = element.attrib.pop("href", "").replace(AMP_SUBSTITUTE, "&")
        address = self._found.link(written)
        if address is None:
            return
        element.set("href", address)
        if address.lower().startswith("http"):
            element.set("rel", "external")

    def _picture(self, element: Element) -> None:
        element.set("src", mark(MEDIA, self._found.picture(element.get("src") or "")))


def _figures(root: Element) -> None:
    """Put every picture that stands in a paragraph into a figure beside it, where a caption has its place."""
    for parent in list(root.iter()) if root.find(".//img") is not None else ():
        for at, child in reversed(list(enumerate(parent))):
            if child.tag == "p" and child.find("img") is not None:
                parent[at : at + 1] = _parted(child)


def _parted(paragraph: Element) -> list[Element]:
    """The paragraphs and figures that a paragraph with pictures in it becomes."""
    parts = [Element("p")]
    parts[0].text = paragraph.text
    for child in list(paragraph):
        if child.tag == "img":
            figure, after = Element("figure"), Element("p")
            after.text, child.tail = child.tail, None
            figure.append(child)
            parts += [figure, after]
        else:
            parts[-1].append(child)
    for part in parts:
        part.text = (part.text or "").lstrip()
        if len(part) and part.tag == "p":
            part[-1].tail = (part[-1].tail or "").rstrip()
        else:
            part.text = part.text.rstrip()
        part.tail = "\n"
    return [part for part in parts if len(part) or part.text]
