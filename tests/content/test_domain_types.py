"""Values of the domain: dates, figures, places and parties, as editors write them."""

from __future__ import annotations

import pytest

from tests.content.values import FILE, read
from vinhdanh.base.problems import Location
from vinhdanh.base.vietnamese.amounts import Figure
from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.domain_types import Amount, Day, Focus, FocusType, Party, PartyType, PlaceName
from vinhdanh.content.fields import Mention

PARTY = PartyType("person", "collective")


@pytest.mark.parametrize(
    ("written", "plain", "date"),
    [
        ("2023-10-07", "2023-10-07", PartialDate(2023, 10, 7)),
        ("2023-10", "2023-10", PartialDate(2023, 10)),
        ("2023", "2023", PartialDate(2023)),
        ("'2023'", "2023", PartialDate(2023)),
    ],
)
def test_a_date_as_it_should_be_written(written: str, plain: str, date: PartialDate) -> None:
    found = read(Day(), written)
    assert (found.plain, found.codes) == (plain, [])
    assert Day().load(found.plain) == date


@pytest.mark.parametrize(
    ("written", "plain"),
    [("7/10/2023", "2023-10-07"), ("10/2023", "2023-10"), ("ngày 7 tháng 10 năm 2023", "2023-10-07")],
)
def test_a_date_as_it_is_said_is_understood_with_a_warning(written: str, plain: str) -> None:
    found = read(Day(), written)
    assert (found.plain, found.codes) == (plain, ["local-date"])
    assert plain in found.problems[0].message("vi")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2023-02-30", "impossible-date"),
        ("31/9/2023", "impossible-date"),
        ("2023-13-01", "impossible-date"),
        ("hôm qua", "bad-date"),
        ("10", "bad-date"),
        ("[2023]", "wrong-type"),
    ],
)
def test_a_date_that_is_none(written: str, code: str) -> None:
    found = read(Day(), written)
    assert (found.plain, found.codes) == (None, [code])


@pytest.mark.parametrize(
    "written", ["trên 30,7 tỷ đồng/năm", "gần 30 sáng kiến", "250-300 giờ công", "giảm 40%"]
)
def test_a_figure_is_kept_as_it_was_written(written: str) -> None:
    found = read(Amount(), written)
    assert (found.plain, found.codes) == (written, [])
    assert isinstance(Amount().load(found.plain), Figure)


def test_a_figure_that_cannot_be_read_says_from_where_on() -> None:
    found = read(Amount(), "nhiều tiền lắm")
    assert (found.plain, found.codes) == (None, ["bad-figure"])
    assert "“nhiều tiền lắm”" in found.problems[0].message("vi")
    assert "trên 30,7 tỷ đồng/năm" in found.problems[0].advice("vi")


def test_a_place_is_a_name_to_be_found() -> None:
    found = read(PlaceName(), "Quảng Nam")
    assert found.plain == "Quảng Nam"
    assert found.mentions == [Mention(("place",), "Quảng Nam", "key", Location(FILE, 1, 6, "key: Quảng Nam"))]


@pytest.mark.parametrize(
    ("written", "party", "mentioned"),
    [
        ("nguyen-thi-hoa", Party("nguyen-thi-hoa", ""), ["nguyen-thi-hoa"]),
        ("hoa", Party("hoa", ""), ["hoa"]),
        ("Nguyễn Thị Hoa", Party("", "Nguyễn Thị Hoa"), []),
        ("Hoa", Party("", "Hoa"), []),
        ("tổ khoan 3", Party("", "tổ khoan 3"), []),
    ],
)
def test_a_party_is_an_id_or_a_name(written: str, party: Party, mentioned: list[str]) -> None:
    found = read(PARTY, written)
    assert PARTY.load(found.plain) == party
    assert [mention.id for mention in found.mentions] == mentioned
    assert all(mention.kinds == ("person", "collective") for mention in found.mentions)


@pytest.mark.parametrize("written", ["50% 30%", "50 30", "50%, 30%", "50 ; 30"])
def test_a_focus_is_two_percentages(written: str) -> None:
    assert FocusType().load(read(FocusType(), f"'{written}'").plain) == Focus(50, 30)


@pytest.mark.parametrize("written", ["50%", "giữa", "50% 130%", "-5 20", "1 2 3"])
def test_a_focus_that_is_none(written: str) -> None:
    found = read(FocusType(), f"'{written}'")
    assert (found.plain, found.codes) == (None, ["bad-focus"])


@pytest.mark.parametrize(
    "kind", [Day(), Amount(), PlaceName(), PARTY, FocusType()], ids=lambda kind: kind.name
)
def test_nothing_and_the_wrong_shape_are_refused(
    kind: Day | Amount | PlaceName | PartyType | FocusType,
) -> None:
    for written, code in (("''", "empty-value"), ("{a: b}", "wrong-type")):
        found = read(kind, written)
        assert (found.plain, found.codes, found.mentions) == (None, [code], [])
