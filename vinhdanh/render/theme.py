"""The templates folder as a whole: templates, the interface's words in each language, and assets with hashed names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vinhdanh.base import digest, disk
from vinhdanh.base.problems import Location
from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.templates import Templates, read_strings
from vinhdanh.render.theme_folder import folder_of

STYLE_SHEETS = ("tokens.css", "base.css", "layout.css", "parts.css", "search.css", "pages.css")
"""Joined in this order into one file: later ones may rely on the layers that the first declares. Any other sheet is
published by itself, for the pages that ask for it."""

_ASSET_ADDRESS = re.compile(r"url\(\s*[\"']?(?P<path>[^\"')]+)[\"']?\s*\)")
_IDLE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/\s*|^\s+""", re.DOTALL | re.MULTILINE)
"""Texts, which stay, and all that is taken from style sheets, for which every page waits. Minifiers that know less than
today's CSS take more and break it: rcssmin 1.3 makes `.a :is(b)` into `.a:is(b)`."""

_TEXT = (".html", ".xml", ".txt")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a showcase looks like. `assets` holds published files by path; `names` their addresses by short name."""

    templates: Templates
    strings: Mapping[str, Mapping[str, str]]
    assets: Mapping[str, bytes]
    names: Mapping[str, str]


def load(folder: Path, *, hashed: bool = True) -> Theme:
    """Read a templates folder; names of assets carry their digest if `hashed`. Raises TemplateError and DiskError."""
    texts: dict[str, str] = {}
    strings: dict[str, Mapping[str, str]] = {}
    files: dict[str, bytes] = {}
    for found in disk.scan(folder):
        data = disk.read(folder / found.path)
        if found.path.startswith("assets/"):
            files[found.path.removeprefix("assets/")] = data
        elif found.path.startswith("strings/"):
            lang = found.path.removeprefix("strings/").removesuffix(".yaml")
            strings[lang] = read_strings(f"templates/{found.path}", _text(found.path, data))
        elif found.path.endswith(_TEXT):
            texts[found.path] = _text(found.path, data)
    assets, names = _publish(files, _hashed if hashed else lambda path, data: path)
    return Theme(Templates(texts), strings, assets, names)


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        place = Location(f"templates/{path}", data.count(b"\n", 0, error.start) + 1)
        raise TemplateError(messages.TEMPLATE_SYNTAX.at(place, reason="UTF-8")) from None


def _publish(
    files: Mapping[str, bytes], named: Callable[[str, bytes], str]
) -> tuple[Mapping[str, bytes], Mapping[str, str]]:
    """Assets under the names that `named` gives them, of their path and bytes, and one style sheet."""
    published: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for path, data in files.items():
        if not path.endswith(".css"):
            names[path] = f"assets/{named(path, data)}"
            published[names[path]] = data
    sheets = {name: _text(f"assets/{name}", files[name]) for name in files if name.endswith(".css")}
    joined = "\n".join(sheets.pop(name) for name in STYLE_SHEETS if name in sheets)
    for name, text in {"site.css": joined, **sheets}.items():
        addressed = _ASSET_ADDRESS.sub(lambda match: _readdressed(match, names), text)
        css = _IDLE.sub(lambda match: match[1] or "", addressed).encode()
        names[name] = f"assets/{named(name, css)}"
        published[names[name]] = css
    return published, names


def _readdressed(match: re.Match[str], names: Mapping[str, str]) -> str:
    address, sharp, part = match["path"].strip().partition("#")
    path = address.removeprefix("./")
    return f'url("{names[path].removeprefix("assets/")}{sharp}{part}")' if path in names else match[0]


def _hashed(path: str, data: bytes) -> str:
    """A name that carries the digest of the bytes, so that browsers may keep the file for ever."""
    name = PurePosixPath(path)
    return str(name.with_name(f"{name.stem}.{digest.short(data)}{name.suffix}"))


__all__ = ["STYLE_SHEETS", "Theme", "folder_of", "load"]
