"""The texts of generated files: sentences, bodies, front matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from bench import words

BODY_BYTES = 2500
"""Length of a body in UTF-8; the last paragraph may go a little beyond."""


def sentence(chance: Random) -> str:
    """A sentence of the stock, filled in."""
    text = chance.choice(words.SENTENCES).format(
        thing=chance.choice(words.THINGS),
        where=chance.choice(words.WORKPLACES),
        name=f"anh {chance.choice(words.GIVEN)}",
        n=chance.randint(2, 40),
    )
    return text[0].upper() + text[1:]


def body(chance: Random, sources: Sequence[str], links: Sequence[str]) -> str:
    """About `BODY_BYTES` of Markdown: sections of paragraphs, each with a citation; the links one by one; a list."""
    waiting = list(links)
    parts: list[str] = []
    for number, heading in enumerate(words.HEADINGS, 1):
        parts.append(f"### {heading}")
        if number == 2:
            parts.append("\n".join(f"- {item.format(n=chance.randint(2, 9))}" for item in words.ITEMS))
        while sum(len(part.encode()) for part in parts) < BODY_BYTES * number / len(words.HEADINGS):
            parts.append(_paragraph(chance, sources, f" Xem thêm {waiting.pop()}." if waiting else ""))
    return "\n\n".join(parts)


def _paragraph(chance: Random, sources: Sequence[str], link: str) -> str:
    said = " ".join(sentence(chance) for _ in range(3))
    return f"{sentence(chance)}{link} {said}[@{chance.choice(sources)}]"


def markdown(front: Mapping[str, Any], text: str = "") -> str:
    """A content file with front matter."""
    return f"---\n{yaml(front)}---\n" + (f"\n{text}\n" if text else "")


def yaml(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Block style, as people write it. Empty lists are left out; no text of the stock needs quotes."""
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Mapping[str, Any] | Sequence[Any]) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, item in value.items() if item != [] for line in _entry(key, item)]
    return [line for item in value for line in _item(item)]


def _entry(key: str, value: Any) -> list[str]:
    if isinstance(value, (Mapping, list)):
        return [f"{key}:", *(f"  {line}" for line in _lines(value))]
    return [f"{key}: {value}"]


def _item(value: Any) -> list[str]:
    first, *rest = _lines(value) if isinstance(value, Mapping) else [str(value)]
    return [f"- {first}", *(f"  {line}" for line in rest)]
