"""Which records are public today: drafts, those that wait for their day, and people without a basis are not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import BASES, Basis, Image


class Audience(StrEnum):
    """For whom a catalogue is made: readers get what is public today, editors see in their preview also what is not."""

    READERS = "readers"
    EDITORS = "editors"


class State(StrEnum):
    """Whether a record is shown, and if not, why."""

    PUBLIC = "public"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    WITHHELD = "withheld"


SHOWN: Mapping[Audience, frozenset[State]] = {
    Audience.READERS: frozenset({State.PUBLIC}),
    Audience.EDITORS: frozenset(State),
}
"""The states of the records that an audience is shown."""


def state_of(record: Record, today: str, accepted: Collection[str]) -> State:
    """The state of a record on the day `today` (ISO), where the publisher accepts the bases `accepted`."""
    if record.draft:
        return State.DRAFT
    if record.publish_on and record.publish_on.iso > today:
        return State.SCHEDULED
    return State.WITHHELD if withheld_reason(record, today, accepted) else State.PUBLIC


def withheld_reason(record: Record, today: str, accepted: Collection[str]) -> tuple[str, str] | None:
    """Why an honouree may not be published, in Vietnamese and English, or None. It fails closed: doubt withholds."""
    if not isinstance(record, (Person, Collective)):
        return None
    basis = record.basis
    if basis is None:
        named = isinstance(record, Person) or record.members
        return ("chưa có căn cứ công bố", "no basis for publishing is given") if named else None
    return _unfit(basis, today, accepted)


def picture_withheld_reason(
    image: Image, today: str, accepted: Collection[str], hidden: Collection[str]
) -> tuple[str, str] | None:
    """Why a picture of people may not be published, or None. `hidden` are the ids of people who are not public."""
    if not image.people:
        return None
    gone = next((id for id in image.people if id in hidden), None)
    if gone:
        return f"“{gone}” trong ảnh chưa được đăng", f"“{gone}” in the picture is not published"
    if image.basis is None:
        return (
            "ảnh có người nhưng chưa có căn cứ công bố",
            "it shows people and no basis for publishing is given",
        )
    return _unfit(image.basis, today, accepted)


def _unfit(basis: Basis, today: str, accepted: Collection[str]) -> tuple[str, str] | None:
    if basis.kind not in accepted:
        vi, en = BASES.get(basis.kind, (basis.kind, basis.kind))
        return f"trang không chấp nhận căn cứ “{vi}”", f"the site does not accept the basis “{en}”"
    if basis.withdrawn:
        return "đã rút lại đồng ý", "consent was withdrawn"
    if basis.expires and basis.expires.iso < today:
        return f"căn cứ công bố hết hạn ngày {basis.expires.iso}", f"the basis expired on {basis.expires.iso}"
    if basis.kind == "consent" and not basis.record:
        return (
            "căn cứ là đồng ý nhưng không ghi hồ sơ",
            "consent is given as the basis without a record of it",
        )
    if basis.kind != "consent" and not basis.sources:
        return "căn cứ công bố không ghi nguồn", "the basis names no source"
    return None
