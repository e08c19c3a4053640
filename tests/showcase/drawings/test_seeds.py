"""Parameters from an id: the same everywhere, within their bounds, each by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.showcase.drawings.seeds import Seed

IDS = st.text(max_size=20)


def test_an_id_gives_the_same_number_on_every_machine() -> None:
    assert Seed("person/truong-thai-son").share("angle") == 0.8255888768560631
    assert Seed("").share("") == 0.5857792771268464


def test_id_and_name_are_kept_apart() -> None:
    assert Seed("ab").share("c") != Seed("a").share("bc")


@given(IDS, IDS)
def test_numbers_stay_within_their_bounds(identifier: str, name: str) -> None:
    seed = Seed(identifier)
    assert 0 <= seed.share(name) < 1
    assert 2 <= seed.number(name, 2, 3) <= 3
    assert seed.whole(name, -1, 1) in (-1, 0, 1)
    assert seed.choice(name, "xyz") in ("x", "y", "z")
    assert seed.sign(name) in (-1, 1)
    assert seed.flag(name, 1.0)
    assert not seed.flag(name, 0.0)


def test_every_outcome_occurs() -> None:
    seed = Seed("a")
    names = [str(number) for number in range(100)]
    assert {seed.whole(name, 3, 6) for name in names} == {3, 4, 5, 6}
    assert {seed.choice(name, (1, 2, 3)) for name in names} == {1, 2, 3}
    assert {seed.sign(name) for name in names} == {-1, 1}
    assert {seed.flag(name) for name in names} == {True, False}


def test_parameters_do_not_follow_each_other() -> None:
    seed = Seed("a")
    assert len({seed.share(str(number)) for number in range(1000)}) == 1000
