"""The sources of one page, numbered in the order in which the page first needs them."""

from __future__ import annotations

from collections.abc import Iterable

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.pages import Source


class Citations:
    """Gives numbers to sources while a page is put together."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know the sources of `catalogue`; the ids of others get no number."""
        self._catalogue = catalogue
        self._numbers: dict[str, int] = {}

    def refs(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of sources, given now if they have none yet."""
        known = (id for id in dict.fromkeys(ids) if self._catalogue.source(id))
        return tuple(self._numbers.setdefault(id, len(self._numbers) + 1) for id in known)

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of sources by id, for the marks of a body."""
        return {id: number for id in ids for number in self.refs((id,))}

    def listed(self) -> tuple[tuple[int, Source], ...]:
        """Every source that has a number, in order."""
        found = ((number, self._catalogue.source(id)) for id, number in self._numbers.items())
        return tuple((number, source) for number, source in found if source)
