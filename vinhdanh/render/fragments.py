"""Pieces of pages that stand in many pages and need to be made only once."""

from __future__ import annotations

from collections.abc import Callable

from jinja2.runtime import Macro

KEPT = 1 << 14
"""Fragments that are kept for other pages: some 10 MB."""


class Fragments:
    """The filter `once`: `item|once(macro, t)` is `macro(item, t)`, made only once of the same item and strings.

    An entry stands in some twenty lists. It is known by what it is, not by what it equals: marked-up text equals plain
    text that reads the same, and would be escaped otherwise.
    """

    def __init__(self) -> None:
        """Nothing made yet."""
        self._made: dict[tuple[int, int, int], tuple[str, tuple[object, ...]]] = {}

    def __call__(self, item: object, macro: Callable[[object, object], str], t: object) -> str:
        """The fragment that `macro` makes of `item` in the words `t`. Raises TypeError for what is no macro."""
        key = (id(item), id(macro), id(t))
        known = self._made.get(key)
        if known is None:
            if not isinstance(macro, Macro):
                raise TypeError("once: no macro")  # a filter calls past the sandbox, so nothing but templates
            if len(self._made) >= KEPT:
                self._made.clear()
            # Kept with what it was made of, so that nothing else can get the same identity.
            known = self._made[key] = (macro(item, t), (item, macro, t))
        return known[0]
