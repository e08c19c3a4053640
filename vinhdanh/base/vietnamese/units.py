"""Names of enterprises, unions and public units: the form they begin with, and the proper name they are filed under.

A Vietnamese enterprise is named by its form and its proper name, in this order (Law on Enterprises 59/2020/QH14,
article 37); unions and public units follow the same pattern. In an A–Z the form says nothing: almost all would stand
under C for "Công ty".
"""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.base.vietnamese.collation import sort_key
from vinhdanh.base.vietnamese.text import nfc

_FORMS = """
    tổng công ty, công ty, tập đoàn, doanh nghiệp, hợp tác xã, liên doanh, chi nhánh, khu phức hợp, nhà máy, xí nghiệp
    cổ phần, CP, trách nhiệm hữu hạn, TNHH, một thành viên, hai thành viên, MTV, tư nhân, hợp danh
    tổng liên đoàn lao động, liên đoàn lao động, công đoàn, các
    tỉnh, thành phố, TP, TP., quận, huyện, thị xã
    báo điện tử, báo, tạp chí điện tử, tạp chí, bệnh viện, trung tâm, trường, viện
"""
_FORM_WORDS = frozenset(
    tuple(form.lower().split())
    for line in _FORMS.strip().splitlines()
    for form in line.split(",")
    if form.strip()
)
_LONGEST = max(map(len, _FORM_WORDS))


class UnitName(NamedTuple):
    """A name in its two parts; one that is nothing but a form is taken as the proper name."""

    form: str
    proper: str

    @property
    def sort_key(self) -> tuple[bytes, bytes]:
        """Key of the order of units: proper name, then form."""
        return sort_key(self.proper), sort_key(self.form)


def parse_unit_name(name: str) -> UnitName:
    """Split a unit's name: "Công ty TNHH Canon Việt Nam" is "Công ty TNHH" and "Canon Việt Nam"."""
    words = nfc(name).split()
    lower = tuple(word.lower() for word in words)
    at = 0
    while length := _form_at(lower, at):
        at += length
    return (
        UnitName(" ".join(words[:at]), " ".join(words[at:]))
        if at < len(words)
        else UnitName("", " ".join(words))
    )


def _form_at(words: tuple[str, ...], at: int) -> int:
    """How many words from `at` on are a form; 0 when they are none."""
    lengths = range(_LONGEST, 0, -1)
    return next((length for length in lengths if words[at : at + length] in _FORM_WORDS), 0)
