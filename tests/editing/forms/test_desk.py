"""Saving forms: together or not at all, never over what others wrote, and never what would be wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests import showcases
from tests.photographs import encoded
from tests.showcases import TODAY, Showcase
from vinhdanh import cli
from vinhdanh.base.disk import DiskError
from vinhdanh.editing import backups
from vinhdanh.editing.forms.desk import Desk, RefusedError, Shelf, Wish

HOA, NEW, TWIN = "content/people/hoa.json", "content/people/an.json", "content/people/an.en.json"
PERSON = {
    "name": "Trần Văn An",
    "summary": "Thợ điện.",
    "basis": {"kind": "public_record", "sources": ["bao-a"]},
}


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


@pytest.fixture
def desk(showcase: Showcase) -> Desk:
    return Desk(showcase.root, lambda: TODAY)


def shelf(desk: Desk) -> Shelf:
    return desk.shelf("http://127.0.0.1:8000/")


def wish(desk: Desk, path: str, given: Any, version: str | None = None) -> Wish:
    """A wish as the browser makes it, which knows the versions that it was given."""
    known = shelf(desk).versions.get(path, "") if version is None else version
    return Wish(path, known, given)


def values(desk: Desk, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shelf(desk).forms[path])
    return found


def refused(desk: Desk, *wishes: Wish) -> list[str]:
    """The codes of the problems for which some wishes are refused; nothing may be written then."""
    before = shelf(desk).forms
    with pytest.raises(RefusedError) as caught:
        desk.save(wishes)
    assert shelf(desk).forms == before
    return [problem.code for problem in caught.value.problems]


def test_every_record_has_a_form_also_those_in_lists_and_in_english(desk: Desk) -> None:
    found = shelf(desk)
    assert {
        HOA,
        "content/people/hoa.en.json",
        "content/sources/bao-a.json",
        "content/places/da-nang.json",
    } <= set(found.forms)
    assert values(desk, HOA)["affiliations"] == [{"organisation": {"id": "dien-luc"}}]
    assert found.versions.keys() == {path for path in found.forms if not re.search(r"/\w+-[\w-]+/", path)}


def test_somebody_may_rely_on_a_consent_that_is_kept_elsewhere(desk: Desk, showcase: Showcase) -> None:
    """That this machine could publish nothing then is nobody's mistake in the form."""
    showcase.replace("site.yaml", "[public_record]", "[public_record, consent]")
    desk.save([wish(desk, HOA, {**values(desk, HOA), "basis": {"kind": "consent", "record": "hoa"}})])
    assert values(desk, HOA)["basis"] == {"kind": "consent", "record": "hoa"}


def test_a_saved_form_is_a_changed_line(desk: Desk, showcase: Showcase) -> None:
    before = showcase.read("people/hoa.md")
    told = desk.save([wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"})])
    assert showcase.read("people/hoa.md") == before.replace("Công nhân", "Kỹ sư")
    assert told == {HOA: shelf(desk).versions[HOA]}
    desk.save([Wish(HOA, told[HOA], {**values(desk, HOA), "job_title": "Công nhân"})])
    assert showcase.read("people/hoa.md") == before


def test_the_former_file_is_kept_and_comes_back(desk: Desk, showcase: Showcase) -> None:
    before = showcase.read("people/hoa.md")
    desk.save([wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"}), wish(desk, NEW, PERSON)])
    done = backups.undo(showcase.root)
    assert done
    assert set(done.written) == {"people/hoa.md", "people/an.md"}
    assert showcase.read("people/hoa.md") == before
    assert NEW not in shelf(desk).forms


def test_nothing_is_written_where_nothing_was_changed(desk: Desk, showcase: Showcase) -> None:
    desk.save([wish(desk, HOA, values(desk, HOA))])
    assert not (showcase.root / ".vinhdanh").exists()


def test_a_new_record_and_its_translation_are_saved_together(desk: Desk, showcase: Showcase) -> None:
    english = wish(desk, TWIN, {"summary": "An electrician."})
    assert refused(desk, english) == ["twin-without-original"]
    desk.save([english, wish(desk, NEW, PERSON)])
    assert showcase.read("people/an.md").startswith(
        "---\nname: Trần Văn An\nbasis:\n  kind: thông tin đã công bố\n"
    )
    assert showcase.read("people/an.en.md") == "---\nsummary: An electrician.\n---\n"
    assert showcase.build().published


def test_a_translation_has_no_copies_of_what_the_original_says(desk: Desk, showcase: Showcase) -> None:
    twin = "content/people/son.en.json"
    copied = {"affiliations": values(desk, "content/people/son.json")["affiliations"]}
    desk.save([wish(desk, twin, copied)])
    assert not (showcase.root / "content/people/son.en.md").exists()
    desk.save([wish(desk, twin, {**copied, "summary": "He welds."})])
    assert showcase.read("people/son.en.md") == "---\nsummary: He welds.\n---\n"
    showcase.write("people/son.en.md", "---\naffiliations: [dien-luc]\n---\n")
    desk.save([wish(desk, twin, {**copied, "summary": "He welds."})])
    assert showcase.read("people/son.en.md") == "---\naffiliations: [dien-luc]\nsummary: He welds.\n---\n"


def test_a_new_source_has_a_file_of_its_own_beside_the_list(desk: Desk, showcase: Showcase) -> None:
    desk.save([wish(desk, "content/sources/bao-c.json", {"title": "Bài C", "publisher": "Báo C"})])
    assert showcase.read("data/sources/bao-c.yaml") == "title: Bài C\npublisher: Báo C\n"


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "a mistake": (HOA, {"honours": [{"award": "khong-co"}]}, "dangling-reference"),
    "something missing": (NEW, {"summary": "Ai đó."}, "missing-required"),
    "a day that is none": (HOA, {"publish_on": "30/02/2026"}, "impossible-date"),
    "no such kind": ("content/ghosts/an.json", PERSON, "form-bad-place"),
    "the settings": ("content/site/site.json", PERSON, "form-bad-place"),
    "another folder": ("content/../private/an.json", PERSON, "form-bad-place"),
    "a name of Windows": ("content/people/con.json", PERSON, "form-bad-place"),
    "a capital": ("content/people/An.json", PERSON, "form-bad-place"),
    "another ending": ("content/people/an.md", PERSON, "form-bad-place"),
    "another shape": (HOA, {"honours": "giai-a"}, "form-bad-value"),
    "no form": (HOA, {"honours": [["giai-a"]]}, "form-bad-value"),
}


@pytest.mark.parametrize(("path", "given", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_would_be_wrong_is_refused(desk: Desk, path: str, given: dict[str, Any], code: str) -> None:
    known = values(desk, path) if path in shelf(desk).forms else {}
    assert refused(desk, wish(desk, path, {**known, **given})) == [code]


def test_one_that_is_refused_holds_back_the_others(desk: Desk) -> None:
    wrong = wish(desk, HOA, {**values(desk, HOA), "sector": "khong-co"})
    assert refused(desk, wish(desk, NEW, PERSON), wrong) == ["dangling-reference"]


def test_what_is_wrong_elsewhere_holds_nobody_back(desk: Desk, showcase: Showcase) -> None:
    showcase.replace("people/son.md", "sector: dien", "sector: khong-co")
    showcase.write("people/hong.md", "chưa xong")
    desk.save([wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"})])
    assert "job_title: Kỹ sư" in showcase.read("people/hoa.md")


def test_what_somebody_else_changed_is_not_written_over(desk: Desk, showcase: Showcase) -> None:
    mine = wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"})
    showcase.replace("people/hoa.md", "Công nhân", "Tổ trưởng")
    assert refused(desk, mine) == ["form-changed-meanwhile"]


def test_a_remark_that_somebody_else_wrote_stays(desk: Desk, showcase: Showcase) -> None:
    mine = wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"})
    showcase.replace("people/hoa.md", "job_title: Công nhân", "# hỏi lại\njob_title: Công nhân")
    desk.save([mine])
    assert "# hỏi lại\njob_title: Kỹ sư\n" in showcase.read("people/hoa.md")


def test_a_record_that_is_there_or_gone_is_told(desk: Desk, showcase: Showcase) -> None:
    assert refused(desk, Wish(HOA, "", PERSON)) == ["form-already-there"]
    mine = wish(desk, "content/people/mai.json", PERSON)
    showcase.remove("people/mai.md")
    assert refused(desk, mine) == ["form-gone"]
    assert refused(desk, Wish("content/people/mai.json", "", None)) == ["form-gone"]


def test_a_record_is_removed_with_its_translation_unless_others_refer_to_it(
    desk: Desk, showcase: Showcase
) -> None:
    assert refused(desk, wish(desk, HOA, None))[:1] == ["dangling-reference"]
    desk.save([wish(desk, NEW, PERSON), wish(desk, TWIN, {"summary": "He works."})])
    desk.save([wish(desk, NEW, None), wish(desk, TWIN, None)])
    assert not (showcase.root / "content/people/an.md").exists()
    assert not (showcase.root / "content/people/an.en.md").exists()
    assert backups.undo(showcase.root)
    assert showcase.read("people/an.md")


def test_an_entry_of_a_list_is_removed_from_it(desk: Desk, showcase: Showcase) -> None:
    showcase.write(
        "data/sources.yaml",
        showcase.read("data/sources.yaml") + "- {id: bao-c, title: Bài C, publisher: C}\n",
    )
    before = showcase.read("data/sources.yaml")
    desk.save([wish(desk, "content/sources/bao-c.json", None)])
    assert showcase.read("data/sources.yaml") == "".join(before.splitlines(keepends=True)[:2])


def test_a_picture_is_kept_as_it_came(desk: Desk, showcase: Showcase) -> None:
    data = encoded(Image.new("RGB", (40, 30), "red"))
    desk.add_picture("chan-dung.jpg", data)
    assert (showcase.root / "content/media/chan-dung.jpg").read_bytes() == data
    assert shelf(desk).pictures == ("chan-dung.jpg",)
    desk.add_picture("chan-dung.jpg", data)
    with pytest.raises(RefusedError):
        desk.add_picture("chan-dung.jpg", encoded(Image.new("RGB", (40, 30), "blue")))


@pytest.mark.parametrize(
    "name",
    [
        "../hoa.jpg",
        "a/b.jpg",
        "con.jpg",
        ".an.jpg",
        "a:b.jpg",
        "a\\b.jpg",
        "a.jpg.",
        "",
        "a.jpg\0",
        "ảnh" * 40 + ".jpg",
    ],
)
def test_no_picture_leaves_its_folder_or_has_a_name_that_some_system_forbids(desk: Desk, name: str) -> None:
    with pytest.raises(RefusedError):
        desk.add_picture(name, encoded(Image.new("RGB", (4, 3), "red")))


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ" * 100], ids=["empty", "svg", "program"]
)
def test_what_is_no_picture_is_refused(desk: Desk, data: bytes) -> None:
    with pytest.raises(RefusedError):
        desk.add_picture("a.jpg", data)


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    desk: Desk, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = showcase.read("people/hoa.md")
    mine = wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"})

    def full(path: Path, data: bytes) -> None:
        raise DiskError(path, "No space left on device")

    monkeypatch.setattr("vinhdanh.base.saving.save", full)
    with pytest.raises(DiskError):
        desk.save([mine])
    assert showcase.read("people/hoa.md") == before


def test_who_withdraws_is_gone_from_what_forms_kept_and_stays_in_content(
    desk: Desk, showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.replace("people/hoa.md", "[anh Sơn](people/son.md)", "một người bạn")
    son = "content/people/son.json"
    desk.save(
        [
            wish(desk, son, {**values(desk, son), "job_title": "Thợ hàn"}),
            wish(desk, HOA, {**values(desk, HOA), "job_title": "Kỹ sư"}),
        ]
    )
    kept = showcase.root / ".vinhdanh/backup/0001/content/people"
    assert {path.name for path in kept.iterdir()} == {"son.md", "hoa.md"}
    assert cli.main(["withdraw", "son", "--root", str(showcase.root)]) == 0, capsys.readouterr()
    assert {path.name for path in kept.iterdir()} == {"hoa.md"}
    assert "withdrawn:" in showcase.read("people/son.md")
    done = backups.undo(showcase.root)
    assert done
    assert done.written == ("people/hoa.md",)
    assert "withdrawn:" in showcase.read("people/son.md")
