"""Who is public today: drafts, records that wait, and people without a basis are not; doubt withholds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.problems import Location
from vinhdanh.base.vietnamese.dates import PartialDate, parse_date
from vinhdanh.content.consents import NOWHERE, Consents
from vinhdanh.content.model.consent import Consent
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.people import Collective, Member, Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import BASES, Basis, Image
from vinhdanh.content.visibility import State, picture_withheld_reason, state_of, withheld_reason

TODAY = "2026-11-22"
ALL = tuple(BASES)
GOOD = Basis(kind="public_record", sources=("bao-a",))


def day(text: str) -> PartialDate:
    date = parse_date(text)
    assert isinstance(date, PartialDate)
    return date


def consent(**more: Any) -> Consent:
    given: dict[str, Any] = {
        "who": ("hoa",),
        "purposes": ("web",),
        "fields": ("all",),
        "date": day("2026-11-20"),
    }
    return Consent(**{**given, "form": "signed", "evidence": "a.pdf", "seal": "1234", **more})


CONSENTS = Consents(
    True,
    {
        "hs-1": consent(),
        "broken": None,
        "of another": consent(who=("lan",)),
        "withdrawn": consent(withdrawn=day("2026-11-22")),
        "expired": consent(expires=day("2026-11-21")),
        "expiring": consent(expires=day("2026-11-22")),
        "of tomorrow": consent(date=day("2026-11-23")),
        "of this month": consent(date=day("2026-11")),
        "not for pages": consent(purposes=("print", "data", "social")),
        "for pages alone": consent(purposes=("web",)),
        "named": consent(fields=("name", "quotes")),
        "nameless": consent(fields=("quotes", "image")),
        "of both": consent(who=("hoa", "lan"), fields=("name", "pictures")),
    },
)


def by(record: str) -> Basis:
    return Basis(kind="consent", record=record)


def person(basis: Basis | None = GOOD, **more: Any) -> Person:
    return Person(kind="person", id="hoa", location=Location("a.md"), name="Hoa", basis=basis, **more)


def collective(basis: Basis | None = None, *members: str) -> Collective:
    named = tuple(Member(who=None, role=name) for name in members)
    return Collective(
        kind="collective", id="to", location=Location("a.md"), name="Tổ", basis=basis, members=named
    )


def initiative(**more: Any) -> Initiative:
    return Initiative(kind="initiative", id="moi", location=Location("a.md"), title="Mới", **more)


STATES: dict[str, tuple[Record, State]] = {
    "a thing": (initiative(), State.PUBLIC),
    "a draft": (initiative(draft=True), State.DRAFT),
    "a draft of a person without a basis": (person(None, draft=True), State.DRAFT),
    "one that waits": (initiative(publish_on=day("2026-11-23")), State.SCHEDULED),
    "one whose day has come": (initiative(publish_on=day("2026-11-22")), State.PUBLIC),
    "one whose day is past": (initiative(publish_on=day("2026-11-21")), State.PUBLIC),
    "one that waits for a month": (initiative(publish_on=day("2026-12")), State.SCHEDULED),
    "one whose month has begun": (initiative(publish_on=day("2026-11")), State.PUBLIC),
    "one that waits for a year": (initiative(publish_on=day("2027")), State.SCHEDULED),
    "a draft that waits": (initiative(draft=True, publish_on=day("2027")), State.DRAFT),
    "a person without a basis that waits": (person(None, publish_on=day("2027")), State.SCHEDULED),
    "a person with a basis": (person(), State.PUBLIC),
    "a person without": (person(None), State.WITHHELD),
    "consent with its record": (person(Basis(kind="consent", record="hs-1")), State.PUBLIC),
    **{
        f"consent {name}": (person(by(name)), state)
        for name, state in {
            "missing": State.WITHHELD,
            "broken": State.WITHHELD,
            "of another": State.WITHHELD,
            "withdrawn": State.WITHHELD,
            "expired": State.WITHHELD,
            "expiring": State.PUBLIC,
            "of tomorrow": State.WITHHELD,
            "of this month": State.PUBLIC,
            "not for pages": State.WITHHELD,
            "for pages alone": State.PUBLIC,
            "named": State.PUBLIC,
            "nameless": State.WITHHELD,
            "of both": State.PUBLIC,
        }.items()
    },
    "consent without its record": (person(Basis(kind="consent")), State.WITHHELD),
    "consent with a source instead": (person(Basis(kind="consent", sources=("bao-a",))), State.WITHHELD),
    "an event with its source": (person(Basis(kind="public_event", sources=("bao-a",))), State.PUBLIC),
    "an event without a source": (person(Basis(kind="public_event", record="hs-1")), State.WITHHELD),
    "no known kind of basis": (person(Basis(kind="", sources=("bao-a",))), State.WITHHELD),
    "withdrawn today": (person(Basis(kind="consent", record="hs-1", withdrawn=day("2026-11-22"))), State.WITHHELD),
    "to be withdrawn": (person(Basis(kind="consent", record="hs-1", withdrawn=day("2027"))), State.WITHHELD),
    "expired yesterday": (person(Basis(kind="consent", record="hs-1", expires=day("2026-11-21"))), State.WITHHELD),
    "expiring today": (person(Basis(kind="consent", record="hs-1", expires=day("2026-11-22"))), State.PUBLIC),
    "expiring some day of this year": (person(Basis(kind="consent", record="hs-1", expires=day("2026"))), State.WITHHELD),
    "a team without names": (collective(), State.PUBLIC),
    "a team with names": (collective(None, "Hoa"), State.WITHHELD),
    "a team with names and a basis": (collective(GOOD, "Hoa"), State.PUBLIC),
    "a team whose basis is not good": (collective(Basis(kind="consent")), State.WITHHELD),
}  # fmt: skip


@pytest.mark.parametrize(("record", "state"), STATES.values(), ids=STATES.keys())
def test_the_state_of_a_record(record: Record, state: State) -> None:
    assert state_of(record, TODAY, ALL, CONSENTS) is state
    if state in (State.PUBLIC, State.WITHHELD):
        assert (withheld_reason(record, TODAY, ALL, CONSENTS) is not None) is (state is State.WITHHELD)


def test_where_no_consents_are_kept_nobody_relies_on_one() -> None:
    assert state_of(person(by("hs-1")), TODAY, ALL, NOWHERE) is State.WITHHELD
    assert state_of(person(), TODAY, ALL, NOWHERE) is State.PUBLIC


@pytest.mark.parametrize(
    ("basis", "vi", "en"),
    [
        (None, "chưa có căn cứ công bố", "no basis"),
        (Basis(kind="public_event", sources=("a",)), "“sự kiện công khai”", "“public event”"),
        (Basis(kind="consent", record="a", withdrawn=day("2026")), "đã rút lại", "withdrawn"),
        (Basis(kind="consent", record="a", expires=day("2026-01-31")), "2026-01-31", "2026-01-31"),
        (Basis(kind="consent"), "không ghi hồ sơ", "without a record"),
        (Basis(kind="public_record"), "không ghi nguồn", "no source"),
        (
            by("missing"),
            "không có hồ sơ đồng ý private/consents/missing.yaml",
            "no consent private/consents/",
        ),
        (by("broken"), "có chỗ sai", "cannot be read"),
        (by("of another"), "không phải là đồng ý của người này", "somebody else's"),
        (by("withdrawn"), "đã rút lại", "withdrawn"),
        (by("expired"), "đã hết hạn", "has expired"),
        (by("of tomorrow"), "phía trước", "in the future"),
        (by("not for pages"), "trang web", "web pages"),
        (by("nameless"), "nêu họ tên", "to be named"),
    ],
)
def test_the_reason_is_told_in_both_languages(basis: Basis | None, vi: str, en: str) -> None:
    reason = withheld_reason(person(basis), TODAY, ("consent", "public_record"), CONSENTS)
    assert reason is not None
    assert vi in reason[0]
    assert en in reason[1]


DATES = st.none() | st.sampled_from(
    [day("2026"), day("2026-11"), day("2026-11-21"), day("2026-11-22"), day("2027")]
)
BASIS = st.builds(
    Basis,
    kind=st.sampled_from(["", *ALL]),
    sources=st.sampled_from([(), ("bao-a",)]),
    record=st.none() | st.sampled_from(["hs-1", "broken", "missing", "nameless"]),
    expires=DATES,
    withdrawn=DATES,
)


@given(st.none() | BASIS, st.lists(st.sampled_from(ALL), unique=True), st.booleans())
def test_nobody_is_public_without_a_good_basis(basis: Basis | None, accepted: list[str], draft: bool) -> None:
    if state_of(person(basis, draft=draft), TODAY, accepted, CONSENTS) is not State.PUBLIC:
        return
    assert basis is not None
    assert not draft
    assert basis.kind in accepted
    assert basis.withdrawn is None
    assert basis.expires is None or basis.expires.iso >= TODAY
    assert basis.record == "hs-1" if basis.kind == "consent" else basis.sources


PICTURES: dict[str, tuple[Image, bool]] = {
    "nobody in it": (Image(file="a.jpg"), True),
    "somebody, with a basis": (Image(file="a.jpg", people=("hoa",), basis=GOOD), True),
    "somebody, without": (Image(file="a.jpg", people=("hoa",)), False),
    "somebody who is not published": (Image(file="a.jpg", people=("hoa", "lan"), basis=GOOD), False),
    "a basis that is not good": (Image(file="a.jpg", people=("hoa",), basis=Basis(kind="consent")), False),
    "agreed to": (Image(file="a.jpg", people=("hoa",), basis=by("hs-1")), True),
    "agreed to by both": (Image(file="a.jpg", people=("hoa", "an"), basis=by("of both")), False),
    "agreed to by one of two": (Image(file="a.jpg", people=("hoa", "an"), basis=by("hs-1")), False),
    "without the pictures": (Image(file="a.jpg", people=("hoa",), basis=by("named")), False),
    "with the pictures alone": (Image(file="a.jpg", people=("hoa",), basis=by("nameless")), True),
    "somebody who wants no pictures": (Image(file="a.jpg", people=("mai",), basis=GOOD), False),
}


@pytest.mark.parametrize(("image", "shown"), PICTURES.values(), ids=PICTURES.keys())
def test_pictures_of_people_need_a_basis_too(image: Image, shown: bool) -> None:
    assert (picture_withheld_reason(image, TODAY, ALL, {"lan"}, CONSENTS, {"mai"}) is None) is shown
