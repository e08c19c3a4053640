"""All records together: found by class, kind and id, and out of reach unless they are public."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.problems import Location, Message
from vinhdanh.content.catalogue import Catalogue, Key, place_names
from vinhdanh.content.media import Picture
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.content.model.pages import Place, Source
from vinhdanh.content.model.people import Person
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.content.prose import ProseFacts
from vinhdanh.content.visibility import State

FAULT = Message("bad", "Hỏng.", "Sửa.", "Bad.", "Mend.")


def person(id: str) -> Person:
    return Person(kind="person", id=id, location=Location(f"people/{id}.md"), name=id)


def initiative(id: str) -> Initiative:
    return Initiative(kind="initiative", id=id, location=Location(f"initiatives/{id}.md"), title=id)


def place(id: str, name: str, *predecessors: str, also: tuple[str, ...] = ()) -> Place:
    location = Location("data/places.yaml")
    return Place(kind="place", id=id, location=location, name=name, predecessors=predecessors, also=also)


SOURCE = Source(
    kind="source", id="bao-a", location=Location("data/sources.yaml"), title="Bài A", publisher="Báo A"
)
RECORDS: tuple[Record, ...] = (
    person("hoa"),
    person("lan"),
    initiative("hoa"),
    initiative("moi"),
    SOURCE,
    place("da-nang", "Đà Nẵng", "Quảng Nam"),
)
KEYS = [record.key for record in RECORDS]
MENTIONS: Mapping[Key, tuple[Key, ...]] = {
    ("initiative", "moi"): (("person", "hoa"), ("source", "bao-a")),
    ("person", "lan"): (("person", "hoa"), ("place", "da-nang")),
    ("site", "site"): (("person", "hoa"),),
}


def catalogue(states: Mapping[Key, State] | None = None) -> Catalogue:
    """The catalogue of `RECORDS`; those that `states` does not name are public."""
    all_states = {**dict.fromkeys(KEYS, State.PUBLIC), **(states or {})}
    pictures = {"hoa.jpg": Picture("ab", 3, 4, None), "hong.jpg": Picture("cd", 0, 0, FAULT)}
    prose = {b"body": ProseFacts(plain="Một.")}
    return Catalogue(Site(name="Thử"), RECORDS, all_states, prose, MENTIONS, pictures)


def test_records_are_found_by_class_and_id() -> None:
    found = catalogue()
    assert found.find(Person, "hoa") is RECORDS[0]
    assert found.find(Initiative, "hoa") is RECORDS[2]
    assert found.get(("initiative", "moi")) is RECORDS[3]
    assert found.source("bao-a") is SOURCE


@pytest.mark.parametrize("id", ["", None, "khong-co", "moi"])
def test_what_is_not_there_is_not_found(id: str | None) -> None:
    assert catalogue().find(Person, id) is None


def test_records_of_a_kind_stand_in_the_order_of_their_files() -> None:
    found = catalogue()
    assert [record.id for record in found.every(Person)] == ["hoa", "lan"]
    assert [record.key for record in found.records()] == KEYS
    assert Catalogue(Site(), (), {}, {}, {}, {}).every(Person) == ()


def test_who_mentions_whom() -> None:
    found = catalogue()
    assert [record.key for record in found.mentioned_by(("person", "hoa"))] == [
        ("initiative", "moi"),
        ("person", "lan"),
    ]
    assert [record.key for record in found.mentioned_by(("source", "bao-a"))] == [("initiative", "moi")]
    assert found.mentioned_by(("person", "lan")) == ()


HIDDEN = st.dictionaries(
    st.sampled_from(KEYS), st.sampled_from([State.DRAFT, State.SCHEDULED, State.WITHHELD])
)


@given(HIDDEN)
def test_what_is_hidden_cannot_be_reached_in_any_way(states: dict[Key, State]) -> None:
    found = catalogue(states)
    reached: list[Record | None] = [
        *found.records(),
        *(found.get(key) for key in KEYS),
        found.source("bao-a"),
    ]
    for record in RECORDS:
        reached += [
            *found.every(type(record)),
            found.find(type(record), record.id),
            *found.mentioned_by(record.key),
        ]
    then = found.place("Quảng Nam")
    reached.append(then.today if then else None)
    assert {record.key for record in reached if record} == set(KEYS) - states.keys()
    assert {key: found.state(key) for key in states} == states


def test_the_state_of_what_was_never_written_is_unknown() -> None:
    assert catalogue().state(("person", "khong-co")) is None


@pytest.mark.parametrize(
    ("name", "called", "id", "former"),
    [
        ("Đà Nẵng", "Đà Nẵng", "da-nang", False),
        ("da nang", "Đà Nẵng", "da-nang", False),
        ("da-nang", "Đà Nẵng", "da-nang", False),
        ("TP. Đà Nẵng", "Đà Nẵng", "da-nang", False),
        ("Quảng Nam", "Quảng Nam", "da-nang", True),
        ("quang nam", "Quảng Nam", "da-nang", True),
        ("Cần Thơ", "Cần Thơ", "can-tho", False),
        ("Hậu Giang", "Hậu Giang", "can-tho", True),
    ],
)
def test_a_place_is_found_by_its_names_of_then_and_now(name: str, called: str, id: str, former: bool) -> None:
    places = (
        place("da-nang", "Đà Nẵng", "Quảng Nam", "Đà Nẵng", also=("TP. Đà Nẵng",)),
        place("can-tho", "Cần Thơ", "Hậu Giang"),
        place("an-giang", "An Giang", "Cần Thơ", "Hậu Giang"),
    )
    states = {found.key: State.PUBLIC for found in places}
    then = Catalogue(Site(), places, states, {}, {}, {}).place(name)
    assert then is not None
    assert (then.name, then.today.id, then.former) == (called, id, former)


@pytest.mark.parametrize("name", ["", None, "Sài Gòn"])
def test_an_unknown_place_is_none(name: str | None) -> None:
    assert catalogue().place(name) is None
    assert place_names(()) == {}


def test_pictures_that_cannot_be_shown_are_as_if_they_were_not_there() -> None:
    found = catalogue()
    assert found.picture("hoa.jpg") == Picture("ab", 3, 4, None)
    assert found.picture("hong.jpg") is None
    assert found.picture("khong-co.jpg") is None


def test_a_body_says_what_is_known_of_it_and_no_body_nothing() -> None:
    assert catalogue().prose(b"body").plain == "Một."
    assert catalogue().prose(b"") == catalogue().prose(b"other") == ProseFacts()
