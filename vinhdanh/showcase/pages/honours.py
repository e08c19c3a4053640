"""Which honours are awards, that stand on the ribbon, and which are mentions."""

from __future__ import annotations

from vinhdanh.content.model.values import Honour
from vinhdanh.showcase.presenter import Presenter


def is_award(show: Presenter, honour: Honour) -> bool:
    """Whether an honour was given as an award; a nomination, a recognition or a mention in a list was not."""
    award = show.catalogue.get(("award", honour.award))
    return honour.state not in ("recognised", "nominated") and getattr(award, "form", None) != "mention"
