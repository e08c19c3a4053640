"""The templates folder as a whole: templates, the interface's words in each language, and assets with hashed names."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from vinhdanh.base import digest, disk
from vinhdanh.base.problems import Location
from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.templates import Templates, read_strings
from vinhdanh.render.theme_folder import folder_of

EVERYWHERE = "site.css"
"""The style sheet of every page."""

STYLE_SHEETS: Mapping[str, tuple[str, ...]] = {
    EVERYWHERE: ("tokens.css", "base.css", "layout.css", "parts.css", "search.css", "pages.css"),
    "home-page.css": ("telling.css", "playbill.css", "trades.css", "home.css"),
    "record-page.css": ("points.css", "sourced.css", "tables.css", "record.css"),
    "work-page.css": ("points.css", "telling.css", "sourced.css", "tables.css", "record.css", "work.css"),
    "event-page.css": ("points.css", "telling.css", "sourced.css", "record.css", "playbill.css", "event.css"),
    "organisation-page.css": ("points.css", "sourced.css", "tables.css", "record.css", "tree.css"),
    "list-page.css": ("disclosure.css", "listing.css"),
    "events-page.css": ("listing.css", "playbill.css"),
    "organisations-page.css": ("disclosure.css", "listing.css", "tree.css"),
    "places-page.css": ("listing.css", "map.css"),
    "directory-page.css": ("listing.css", "trades.css", "map.css"),
    "search-page.css": ("disclosure.css", "listing.css", "finding.css"),
    "numbers-page.css": (
        "disclosure.css",
        "points.css",
        "sourced.css",
        "tables.css",
        "map.css",
        "numbers.css",
    ),
    "data-page.css": ("disclosure.css", "points.css", "tables.css", "record.css", "work.css", "data.css"),
}
"""What is joined, in this order, where there is any of it: the file that every page has, whose first sheet declares the
layers that all others rely on, and the one that a kind of page has besides, so that no page waits for what it does not
show. A sheet that is named nowhere here is published by itself, for what asks for it later: paper, or a script."""

_ASSET_ADDRESS = re.compile(r"url\(\s*[\"']?(?P<path>[^\"')]+)[\"']?\s*\)")
_IDLE = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/\s*|;\s*(?=\})|\s+(?=[{}])"""
    r"|(?P<sign>[{};,])\s*(?:(?P<name>[a-z-]+:)\s+)?|(?P<space>\s+)",
    re.DOTALL,
)
"""Texts, which stay, and all that is taken from style sheets, for which every page waits: remarks, line ends, spaces
beside braces, semicolons and commas and after the name of a property. No more: minifiers that know less than today's
CSS break it, as rcssmin 1.3 makes `.a :is(b)` into `.a:is(b)`."""

_TEXT = (".html", ".xml", ".txt")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a showcase looks like. `assets` holds published files by path; `names` their addresses by short name."""

    templates: Templates
    strings: Mapping[str, Mapping[str, str]]
    assets: Mapping[str, bytes]
    names: Mapping[str, str]
    digest: bytes = b""
    """That of all files that it was made of."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a templates folder; equal when their digests are."""

    digest: bytes
    data: Mapping[str, bytes] = field(compare=False)


def load(folder: Path, *, hashed: bool = True, sandboxed: bool = False) -> Theme:
    """Read a templates folder; names of assets carry their digest if `hashed`; `sandboxed` templates are a stranger's.

    Raises TemplateError and DiskError.
    """
    data = {found.path: disk.read(folder / found.path) for found in disk.scan(folder)}
    whole = digest.of_plain([[path, digest.of_bytes(each).hex()] for path, each in data.items()])
    return _made_of(_Files(whole, data), hashed, sandboxed)


@functools.lru_cache(maxsize=1)
def at(folder: Path, wanted: bytes, sandboxed: bool) -> Theme:
    """The theme of a folder in another process than that which read it: read again only for another digest `wanted`.

    Its digest is another than that when the folder has changed meanwhile. Raises TemplateError and DiskError.
    """
    return load(folder, sandboxed=sandboxed)


@functools.lru_cache(maxsize=2)
def _made_of(files: _Files, hashed: bool, sandboxed: bool) -> Theme:
    """The theme of some files; a process that was forked has it from its parent, templates compiled and all."""
    texts: dict[str, str] = {}
    strings: dict[str, Mapping[str, str]] = {}
    own: dict[str, bytes] = {}
    for path, data in files.data.items():
        if path.startswith("assets/"):
            own[path.removeprefix("assets/")] = data
        elif path.startswith("strings/"):
            lang = path.removeprefix("strings/").removesuffix(".yaml")
            strings[lang] = read_strings(f"templates/{path}", _text(path, data))
        elif path.endswith(_TEXT):
            texts[path] = _text(path, data)
    assets, names = _publish(own, _hashed if hashed else lambda path, data: path)
    return Theme(Templates(texts, sandboxed=sandboxed), strings, assets, names, files.digest)


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        place = Location(f"templates/{path}", data.count(b"\n", 0, error.start) + 1)
        raise TemplateError(messages.TEMPLATE_SYNTAX.at(place, reason="UTF-8")) from None


def _publish(
    files: Mapping[str, bytes], named: Callable[[str, bytes], str]
) -> tuple[Mapping[str, bytes], Mapping[str, str]]:
    """Assets under the names that `named` gives them, of their path and bytes, and the style sheets."""
    published: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for path, data in files.items():
        if not path.endswith(".css"):
            names[path] = f"assets/{named(path, data)}"
            published[names[path]] = data
    sheets = {name: _text(f"assets/{name}", files[name]) for name in files if name.endswith(".css")}
    joined = {
        name: "\n".join(sheets[part] for part in parts if part in sheets)
        for name, parts in STYLE_SHEETS.items()
        if name == EVERYWHERE or not sheets.keys().isdisjoint(parts)
    }
    apart = sheets.keys() - {part for parts in STYLE_SHEETS.values() for part in parts}
    for name, text in {**joined, **{name: sheets[name] for name in sorted(apart)}}.items():
        addressed = _ASSET_ADDRESS.sub(lambda match: _readdressed(match, names), text)
        css = _IDLE.sub(_kept, addressed).strip().encode()
        names[name] = f"assets/{named(name, css)}"
        published[names[name]] = css
    return published, names


def _kept(match: re.Match[str]) -> str:
    """What stays of an idle part of a style sheet."""
    return match["text"] or (match["sign"] or "") + (match["name"] or "") or (" " if match["space"] else "")


def _readdressed(match: re.Match[str], names: Mapping[str, str]) -> str:
    address, sharp, part = match["path"].strip().partition("#")
    path = address.removeprefix("./")
    return f'url("{names[path].removeprefix("assets/")}{sharp}{part}")' if path in names else match[0]


def _hashed(path: str, data: bytes) -> str:
    """A name that carries the digest of the bytes, so that browsers may keep the file for ever."""
    name = PurePosixPath(path)
    return str(name.with_name(f"{name.stem}.{digest.short(data)}{name.suffix}"))


__all__ = ["STYLE_SHEETS", "Theme", "folder_of", "load"]
