"""Which counts may be broken down by gender without telling of few people. Pure.

A group is broken down only when every cell has at least `LEAST` people, and only as long as the groups that are not,
taken together, hold `LEAST` in every cell too: what is left when the groups shown are taken from the total is a
table of its own (complementary suppression, as in the handbook on statistical disclosure control of the ESSNet, 2010).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LEAST = 5
"""People in the smallest cell that is shown, as the rules of the showcase have it."""


class Genders(NamedTuple):
    """People by gender; `unknown` are those of whom no gender is recorded."""

    men: int
    women: int
    others: int
    unknown: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    def __sub__(self, other: Genders) -> Genders:
        """Those who are left when `other` is taken away."""
        return Genders(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))


def safe(genders: Genders) -> bool:
    """Whether a breakdown tells of no few people. A cell without anybody tells the gender of all the others, so that
    men and women must both be there; the other two cells may be empty."""
    needed = genders.men >= LEAST and genders.women >= LEAST
    return needed and all(count == 0 or count >= LEAST for count in (genders.others, genders.unknown))


def breakdown(groups: Mapping[str, Genders]) -> tuple[Genders | None, Mapping[str, Genders]]:
    """What may be shown of a partition: the total or None, and the groups that may be broken down, in their order.

    `groups` must be a partition: each person in exactly one group.
    """
    total = Genders(*(sum(cells) for cells in zip(*groups.values(), strict=True))) if groups else None
    if total is None or not safe(total):
        return None, {}
    shown = {key: genders for key, genders in groups.items() if safe(genders)}
    while shown and not _rest_is_safe(total, shown):
        del shown[min(shown, key=lambda key: (shown[key].total, key))]
    return total, shown


def _rest_is_safe(total: Genders, shown: Mapping[str, Genders]) -> bool:
    rest = total
    for genders in shown.values():
        rest -= genders
    return rest.total == 0 or safe(rest)
