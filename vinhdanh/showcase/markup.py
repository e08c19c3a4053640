"""Texts that may carry mark-up, put together without losing it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

DOT = "\u00a0· "
"""Stands between the parts of a line; it never begins one."""


def joined(separator: str, texts: Iterable[str | None]) -> str:
    """The texts that are there, in one. `str.join` would turn mark-up among them into visible tags."""
    found = [text for text in texts if text]
    marked = any(isinstance(text, Markup) for text in found)
    return Markup(separator).join(found) if marked else separator.join(found)


def capitalised(text: str) -> str:
    """Text as it begins a line; the rest of its letters stay as they are."""
    return text[:1].upper() + text[1:]
