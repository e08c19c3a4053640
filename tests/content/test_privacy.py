"""What is private is refused as a field, and told at its place in a text until somebody confirms that it may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import showcases
from tests.content import private_words
from tests.content.private_samples import PRIVATE
from vinhdanh.content.private_keys import is_never_published
from vinhdanh.content.reader import read_file

HEAD = "---\nname: Hoa\n"

TOLD = {
    "in a value": (f"{HEAD}summary: Gọi 0912 345 678.\n---\n", [(3, 14)]),
    "in quotes": (f'{HEAD}summary: "Gọi 0912 345 678."\n---\n', [(3, 15)]),
    "in a value of several lines": (
        f"{HEAD}summary: |\n  Chị làm điện.\n  Gọi 0912 345 678.\n---\n",
        [(5, 7)],
    ),
    "in a group": (f"{HEAD}honours:\n  - {{award: a, note: gọi 0912 345 678}}\n---\n", [(4, 26)]),
    "in a list": (f"{HEAD}tags: [a, theo đạo Phật]\n---\n", [(3, 11)]),
    "in the body": (f"{HEAD}---\nMột.\n\nGọi **0912 345 678** nhé.\n", [(6, 7)]),
    "twice in the body": (f"{HEAD}---\nChị sinh ngày 1/2/1990.\n\nTheo đạo Phật.\n", [(4, 5), (6, 1)]),
    "over two lines": (f"{HEAD}---\nMột.\nsinh ngày 1\n/2/1990\n", [(4, 1)]),
    "in an address of another site": (f"{HEAD}---\n[x](https://a.vn/0912345678)\n", []),
    "that is confirmed": (f"{HEAD}confirmed: [0912 345 678]\n---\nGọi 0912 345 678.\n", []),
    "of which something else is confirmed": (f"{HEAD}confirmed: [0912]\n---\nGọi 0912 345 678.\n", [(5, 5)]),
}


@pytest.mark.parametrize(("text", "places"), TOLD.values(), ids=TOLD.keys())
def test_private_words_are_told_at_their_place(text: str, places: list[tuple[int, int]]) -> None:
    problems = read_file("people/hoa.md", text.encode(), {}).problems
    assert [each.code for each in problems] == ["private-text"] * len(places)
    assert [each.location[1:3] for each in problems if each.location] == places


@pytest.mark.parametrize("path", ["pages/lien-he.md", "organisations/a.md", "data/sources/a.yaml"])
def test_an_office_may_tell_how_to_reach_it_but_nothing_of_a_person(path: str) -> None:
    start, end = ("", "\n") if path.endswith("yaml") else ("---\n", "\n---\n")
    keys = "title: A\npublisher: B" if path.endswith("yaml") else "title: A" if "pages" in path else "name: A"
    summary = "summary: Gọi 0912 345 678, thư a@b.vn, hỏi người theo đạo Phật."
    problems = read_file(path, f"{start}{keys}\n{summary}{end}".encode(), {}).problems
    assert [each.message("en") for each in problems] == [
        "“theo đạo Phật” looks like somebody's religion, which is private."
    ]


def test_a_build_says_so_and_a_strict_one_publishes_nothing(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path)
    showcase.replace("people/hoa.en.md", "Hoa works.", "Hoa was diagnosed with cancer.")
    assert not showcase.build(strict=True).published
    outcome = showcase.build()
    assert outcome.published
    assert [(each.code, each.location and each.location[:2]) for each in outcome.problems] == [
        ("private-text", ("content/people/hoa.en.md", 5))
    ]


def test_what_is_confirmed_is_published_nowhere_as_such(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path)
    showcase.replace("people/hoa.md", "sector: dien\n", "sector: dien\nconfirmed: [chim-bao-bao]\n")
    assert showcase.build().published
    assert not [path for path, data in showcase.site().items() if b"chim-bao-bao" in data]


KEYS = [
    *(
        "phone",
        "Số điện thoại",
        "so_dien_thoai_cua_chi",
        "zalo",
        "E-mail",
        "CCCD",
        "hộ chiếu",
        "số tài khoản",
    ),
    *(
        "bank account",
        "địa chỉ nhà",
        "hộ khẩu thường trú",
        "ngày sinh",
        "date of birth",
        "dân tộc",
        "tôn giáo",
    ),
    *("đảng viên", "ngày vào Đảng", "sức khỏe", "tình trạng sức khỏe", "bệnh án", "religion", "nhóm máu"),
]


@pytest.mark.parametrize("key", KEYS)
def test_a_private_field_is_refused(key: str) -> None:
    (problem,) = read_file("people/hoa.md", f"{HEAD}{key}: x\n---\n".encode(), {}).problems
    assert (problem.code, problem.location and problem.location[1:3]) == ("never-publish", (3, 1))


@pytest.mark.parametrize("key", KEYS)
def test_no_site_adds_a_private_field_under_any_name(key: str) -> None:
    added = f"- {{of: person, key: muc_rieng, label: {key}}}"
    text = f"name: A\nextra_fields:\n  {added}\n"
    assert [each.code for each in read_file("site.yaml", text.encode(), {}).problems] == ["never-publish"]


@pytest.mark.parametrize(
    "key", ["bậc thợ", "tiền thưởng", "dân quân", "đảng bộ", "bảo hộ", "học vị", "sinh hoạt", "quê"]
)
def test_what_is_not_private_is_no_private_field(key: str) -> None:
    assert not is_never_published(key)


def test_few_private_words_are_missed_and_hardly_any_alarm_is_false() -> None:
    """On sentences that the patterns were not made of, and on all of the project's own content."""
    found = private_words.score()
    assert found.precision >= 0.95, found.false
    assert found.recall >= 0.85, found.missed
    seen = {what for text, what in PRIVATE if f"{what}: {text}" not in found.missed}
    assert seen == {what for _, what in PRIVATE}, "every kind of thing is seen at times"
    assert private_words.in_content()[1] == []
