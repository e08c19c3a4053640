"""Who did not agree to a purpose, and every text that names them: it is left out of what is made for that purpose.

People and collectives are left out by their ids. A text of somebody else may still say the name; so whatever text goes
into such a file is looked through, and where it names somebody, it does not go in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vinhdanh.base.vietnamese.spellings import Spellings, decoded
from vinhdanh.base.vietnamese.text import nfc, slugify
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.naming import names_of

_TAG = re.compile(r"<[^<>]*>")


class Reserve:
    """Those who did not agree to one purpose. It is false where everybody did."""

    def __init__(self, catalogue: Catalogue, purpose: str) -> None:
        """`purpose` is one of `content.model.consent.PURPOSES`."""
        found = catalogue.reserved(purpose)
        self._keys = found.honourees
        self.pictures = found.pictures
        """Files of media/ that may not be used for the purpose."""
        everybody = (*catalogue.every(Person), *catalogue.every(Collective)) if self._keys else ()
        names = {name for record in everybody if record.key in self._keys for name in names_of(record)}
        others = [name for record in everybody for name in names_of(record) if name not in names]
        self._names = [_Name(name, others) for name in sorted(names)]

    def __bool__(self) -> bool:
        """Whether there is anything to leave out."""
        return bool(self._keys or self.pictures)

    def has(self, record: Record | None) -> bool:
        """Whether a record is that of somebody who did not agree."""
        return record is not None and record.key in self._keys

    def tells(self, *texts: str | None) -> bool:
        """Whether any of some texts names somebody who did not agree."""
        text = "\n".join(filter(None, texts)) if self._names else ""
        run = _in_one(_TAG.sub("", decoded(text)))
        return any(name.run in run and name.stands_in(text) for name in self._names)


class _Name:
    """One name, and how to find it. Of one syllable, it is found as a whole word with a capital: too much rather than
    too little is left out."""

    def __init__(self, name: str, others: Iterable[str]) -> None:
        self.run = _in_one(name)
        self._spellings = Spellings([name], others)
        self._word = re.compile(rf"(?<!\w){re.escape(nfc(name))}(?!\w)")

    def stands_in(self, text: str) -> bool:
        """Whether a text says the name."""
        if self._spellings:
            return any(self._spellings.find_decoded(text))
        return bool(self._word.search(decoded(nfc(text))))


def _in_one(text: str) -> str:
    """The letters and digits of a text alone: whatever holds the name, however it is spelt, holds it so."""
    return slugify(text).replace("-", "")
