from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.typography import tidy


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        pytest.param('Gọi là "vua sáng kiến"', "Gọi là “vua sáng kiến”", id="quotes"),
        pytest.param('("đẹp", "tốt")', "(“đẹp”, “tốt”)", id="quotes beside brackets and commas"),
        pytest.param('"Ông nói "được" rồi"', "“Ông nói “được” rồi”", id="quotes in quotes"),
        pytest.param('màn hình 15" và 17"', 'màn hình 15" và 17"', id="inches"),
        pytest.param('một dấu " lẻ', 'một dấu " lẻ', id="unpaired quote"),
        pytest.param("Và rồi...", "Và rồi…", id="ellipsis"),
        pytest.param("Và rồi....", "Và rồi....", id="four dots"),
        pytest.param("Sáng kiến - động lực", "Sáng kiến\u00a0– động lực", id="dash"),
        pytest.param("a - b - c", "a\u00a0– b\u00a0– c", id="dashes"),
        pytest.param("- mục một", "- mục một", id="list marker"),
        pytest.param("bia-rượu 2018-2022", "bia-rượu 2018-2022", id="hyphen"),
        pytest.param("trên 30,7 tỷ đồng/năm", "trên 30,7\u00a0tỷ\u00a0đồng/năm", id="money"),
        pytest.param("33 nghìn tỷ đồng", "33\u00a0nghìn\u00a0tỷ\u00a0đồng", id="two scales"),
        pytest.param("1,3 triệu USD", "1,3\u00a0triệu\u00a0USD", id="dollars"),
        pytest.param("giảm 40 % và 250 giờ công", "giảm 40\u00a0% và 250\u00a0giờ công", id="units"),
        pytest.param(
            "đường dây 220 kV dài 5 km", "đường dây 220\u00a0kV dài 5\u00a0km", id="technical units"
        ),
        pytest.param("50 mét và 3 mẹ", "50 mét và 3 mẹ", id="words that begin like a unit"),
        pytest.param("TP. Hồ Chí Minh", "TP.\u00a0Hồ Chí Minh", id="city"),
        pytest.param("Chị Thảo, anh Sơn", "Chị\u00a0Thảo, anh\u00a0Sơn", id="forms of address"),
        pytest.param("đồng chí Đức, bà Ấn", "đồng chí\u00a0Đức, bà\u00a0Ấn", id="names with marked initials"),
        pytest.param("anh ấy, bà con", "anh ấy, bà con", id="no name follows"),
        pytest.param("Toàn bà Con", "Toàn bà\u00a0Con", id="capital after a form of address"),
        pytest.param("nhanh Sơn", "nhanh Sơn", id="a word that ends like a form of address"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_tidy(text: str, finished: str) -> None:
    assert tidy(text) == finished


_PIECES = st.lists(
    st.sampled_from(
        ['"', "...", ".", " - ", "-", " ", "\n", "5", "tỷ", "đồng", "TP.", "anh", "Sơn", "(", ")", "“", "”"]
    )
).map("".join)


@given(st.text() | _PIECES)
@example('"a "b" c"')
@example('""a""')
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text() | _PIECES)
def test_letters_and_digits_stay(text: str) -> None:
    assert [char for char in tidy(text) if char.isalnum()] == [char for char in text if char.isalnum()]
