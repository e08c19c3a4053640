"""Which records are public today: drafts, those that wait for their day, and people without a basis are not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from vinhdanh.content.agreement import PICTURES
from vinhdanh.content.consents import CONSENT, Consents
from vinhdanh.content.model.consent import WEB
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


Reason = tuple[str, str]
"""Why something is withheld, in Vietnamese and English."""

ELSEWHERE: Reason = (
    "máy này không có private/consents/ để xem hồ sơ đồng ý",
    "this machine has no private/consents/ to look the consent up in",
)
"""Why somebody is withheld of whom it cannot be known here whether they agreed."""


def state_of(record: Record, today: str, accepted: Collection[str], consents: Consents) -> State:
    """The state of a record on the day `today` (ISO), where the publisher accepts the bases `accepted`."""
    if record.draft:
        return State.DRAFT
    if record.publish_on and record.publish_on.iso > today:
        return State.SCHEDULED
    return State.WITHHELD if withheld_reason(record, today, accepted, consents) else State.PUBLIC


def withheld_reason(
    record: Record, today: str, accepted: Collection[str], consents: Consents
) -> Reason | None:
    """Why an honouree may not be published, in Vietnamese and English, or None. It fails closed: doubt withholds."""
    if not isinstance(record, (Person, Collective)):
        return None
    basis = record.basis
    if basis is None:
        named = isinstance(record, Person) or record.members
        return ("chưa có căn cứ công bố", "no basis for publishing is given") if named else None
    return _unfit(basis, today, accepted) or _unconsented(
        basis, today, consents, [record.id], frozenset({"name"})
    )


def picture_withheld_reason(
    image: Image,
    today: str,
    accepted: Collection[str],
    hidden: Collection[str],
    consents: Consents,
    unpictured: Collection[str] = (),
) -> Reason | None:
    """Why a picture of people may not be published, or None. `hidden` are the ids of people who are not public,
    `unpictured` those of people who did not agree to pictures."""
    if not image.people:
        return None
    gone = next((id for id in image.people if id in hidden), None)
    if gone:
        return f"“{gone}” trong ảnh chưa được đăng", f"“{gone}” in the picture is not published"
    shy = next((id for id in image.people if id in unpictured), None)
    if shy:
        return f"“{shy}” không đồng ý đăng ảnh", f"“{shy}” did not agree to pictures"
    if image.basis is None:
        return (
            "ảnh có người nhưng chưa có căn cứ công bố",
            "it shows people and no basis for publishing is given",
        )
    return _unfit(image.basis, today, accepted) or _unconsented(
        image.basis, today, consents, image.people, PICTURES
    )


def _unfit(basis: Basis, today: str, accepted: Collection[str]) -> Reason | None:
    """What is wrong with a basis as it stands in content/."""
    if basis.kind not in accepted:
        vi, en = BASES.get(basis.kind, (basis.kind, basis.kind))
        return f"trang không chấp nhận căn cứ “{vi}”", f"the site does not accept the basis “{en}”"
    if basis.withdrawn:
        return "đã rút lại đồng ý", "consent was withdrawn"
    if basis.expires and basis.expires.iso < today:
        return f"căn cứ công bố hết hạn ngày {basis.expires.iso}", f"the basis expired on {basis.expires.iso}"
    if basis.kind == CONSENT and not basis.record:
        return (
            "căn cứ là đồng ý nhưng không ghi hồ sơ",
            "consent is given as the basis without a record of it",
        )
    if basis.kind != CONSENT and not basis.sources:
        return "căn cứ công bố không ghi nguồn", "the basis names no source"
    return None


def _unconsented(
    basis: Basis, today: str, consents: Consents, who: Collection[str], needed: Collection[str]
) -> Reason | None:
    """What the record of a consent lacks for those `who` are to be published: they gave it, it is in force on the day
    `today`, for web pages, and for one of the fields `needed`."""
    if basis.kind != CONSENT:
        return None
    if not consents.here:
        return ELSEWHERE
    file, consent = f"private/consents/{basis.record}.yaml", consents.of(basis)
    if consent is None:
        if basis.record in consents.records:
            return f"hồ sơ đồng ý {file} có chỗ sai", f"the consent {file} cannot be read"
        return f"không có hồ sơ đồng ý {file}", f"there is no consent {file}"
    limits = consent.limits
    found = (
        (
            not set(who) <= set(consent.who),
            (f"{file} không phải là đồng ý của người này", f"the consent {file} is somebody else's"),
        ),
        (consent.withdrawn, ("đã rút lại đồng ý", "consent was withdrawn")),
        (
            consent.date is None or consent.date.iso > today,
            (f"{file} ghi ngày đồng ý còn ở phía trước", f"the consent {file} is dated in the future"),
        ),
        (
            consent.expires and consent.expires.iso < today,
            (f"đồng ý trong {file} đã hết hạn", f"the consent {file} has expired"),
        ),
        (
            WEB not in consent.purposes,
            ("không đồng ý đăng trên trang web", "web pages were not agreed to"),
        ),
        (limits is not None and limits.isdisjoint(needed), _UNNAMED if "name" in needed else _UNPICTURED),
    )
    return next((reason for wrong, reason in found if wrong), None)


_UNNAMED: Reason = ("không đồng ý nêu họ tên", "to be named was not agreed to")
_UNPICTURED: Reason = ("không đồng ý đăng ảnh", "pictures were not agreed to")
