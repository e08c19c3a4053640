"""A preview that begins where the last one ended shows what one that begins with nothing shows, only sooner."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests import photographs, showcases
from tests.showcases import FILES, TODAY, Showcase, person, tree
from vinhdanh.base import disk
from vinhdanh.base.memory import BusyError, Memory
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem
from vinhdanh.render import previewing
from vinhdanh.render.outcome import MEMORY_FOLDER
from vinhdanh.render.previewing import FOLDER, MEMORY_FILE, Meanwhile, SupersededError, Workshop

SON, HOA = "nguoi/son/index.html", "nguoi/hoa/index.html"


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


@pytest.fixture
def workshop(showcase: Showcase) -> Workshop:
    """A workshop that has built its first preview."""
    found = Workshop(showcase.root, "thử")
    found.preview(TODAY)
    return found


def page(showcase: Showcase, path: str = SON) -> str:
    return (showcase.root / FOLDER / path).read_text(encoding="utf-8")


def afresh(showcase: Showcase) -> dict[str, bytes]:
    """What a preview shows that begins with nothing but the content."""
    other = showcase.root.with_name("khác")
    shutil.copytree(showcase.root / "content", other / "content")
    Workshop(other, "khác").preview(TODAY)
    found = tree(other / FOLDER)
    shutil.rmtree(other)
    return found


def break_off_after_first(showcase: Showcase, workshop: Workshop, first: str) -> list[str]:
    """A preview that is superseded as soon as the page in `first` is there; the codes of the problems told by then."""
    told: list[Problem] = []
    is_ready = False

    def ready(paths: Sequence[str], problems: Sequence[Problem]) -> None:
        nonlocal is_ready
        is_ready = True
        told.extend(problems)

    with pytest.raises(SupersededError):
        workshop.preview(TODAY, {first}, ready=ready, superseded=lambda: is_ready)
    return [problem.code for problem in told]


def test_the_page_that_was_saved_is_there_before_anything_else_is_planned(
    showcase: Showcase, workshop: Workshop
) -> None:
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    assert break_off_after_first(showcase, workshop, SON) == []
    assert "Một người thợ giỏi." in page(showcase)
    showcase.replace("people/son.md", "name: Trương Thái Sơn", "name: Trương Thái Sơn Hải")
    break_off_after_first(showcase, workshop, HOA)
    assert "Trương Thái Sơn Hải" not in page(showcase)
    workshop.preview(TODAY)
    assert "Trương Thái Sơn Hải" in page(showcase)
    assert tree(showcase.root / FOLDER) == afresh(showcase)


def test_what_is_wrong_is_told_before_anything_else_is_planned(
    showcase: Showcase, workshop: Workshop
) -> None:
    showcase.replace("people/son.md", "name: Trương", "nme: Trương")
    assert "unknown-key" in break_off_after_first(showcase, workshop, SON)
    assert "Trương Thái Sơn" in page(showcase)


EDITS: dict[str, Callable[[Showcase], object]] = {
    "a body": lambda s: s.replace("people/son.md", "Một người thợ.", "Thợ.\n\n## Việc\n\nLàm."),
    "a name": lambda s: s.replace("people/hoa.md", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa Mai"),
    "an honour": lambda s: s.replace("people/hoa.md", "year: 2023", "year: 2024"),
    "a translation": lambda s: s.replace("people/hoa.en.md", "She works.", "She works well."),
    "somebody new": lambda s: s.write("people/moi.md", person("Lý Văn Mới", "affiliations: [tong]")),
    "the settings": lambda s: s.replace("site.yaml", "name: Thử", "name: Khác"),
    "a source": lambda s: s.replace("data/sources.yaml", "title: Bài A", "title: Bài Á"),
    "a draft": lambda s: s.replace("people/mai.md", "sector: dien", "sector: dien\ndraft: có"),
    "somebody gone": lambda s: (s.root / "content/people/moi.md").unlink(),
    "another folder": lambda s: s.write("people/mai-hai.md", person("Lê Thị Mai Hai")),
}


def stamps(showcase: Showcase) -> dict[str, str]:
    return {found.path: found.stamp for found in disk.scan(showcase.root / "content")}


def test_after_every_edit_it_shows_what_one_shows_that_begins_with_nothing(
    showcase: Showcase, workshop: Workshop
) -> None:
    for name, edit in EDITS.items():
        before = stamps(showcase)
        edit(showcase)
        after = stamps(showcase)
        touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        workshop.preview(TODAY, {SON, HOA}, touched=touched)
        assert tree(showcase.root / FOLDER) == afresh(showcase), name


def test_where_a_body_alone_was_saved_only_what_tells_of_it_is_planned(
    showcase: Showcase, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(previewing, "plan", lambda *given: pytest.fail("all is planned"))
        for words in ("Một người thợ giỏi.", "Một người thợ khéo."):
            showcase.write("people/son.md", FILES["people/son.md"].replace("Một người thợ.", words))
            outcome = workshop.preview(TODAY, touched={"people/son.md"}).outcome
            assert f"{SON}" in outcome.changed
            assert all(path == SON or path.startswith("search/") for path in outcome.changed)
        showcase.replace("people/hoa.en.md", "Hoa works.", "Hoa works well.")
        with pytest.raises(SupersededError):
            workshop.preview(TODAY, touched={"people/hoa.en.md"}, superseded=lambda: True)
        assert "en/people/hoa/index.html" in workshop.preview(TODAY, touched=()).outcome.changed
    assert tree(showcase.root / FOLDER) == afresh(showcase)


@pytest.mark.parametrize("body", ["Một người thợ.[@bao-b]", "", "Xem [Mai](people/mai.md)."])
def test_a_body_that_tells_of_others_is_seen_where_they_are(
    showcase: Showcase, workshop: Workshop, body: str
) -> None:
    showcase.replace("people/son.md", "Một người thợ.[@bao-a]", body)
    workshop.preview(TODAY, touched={"people/son.md"})
    assert tree(showcase.root / FOLDER) == afresh(showcase)


def test_a_preview_that_was_taken_away_is_made_again(showcase: Showcase, workshop: Workshop) -> None:
    shutil.rmtree(showcase.root / FOLDER)
    workshop.preview(TODAY, touched=())
    assert tree(showcase.root / FOLDER) == afresh(showcase)


def test_where_a_build_has_failed_what_was_touched_before_it_is_not_forgotten(
    showcase: Showcase, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(path: Path) -> Memory:
        raise BusyError(str(path))

    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    with monkeypatch.context() as patch:
        patch.setattr(previewing, "Memory", busy)
        with pytest.raises(BusyError):
            workshop.preview(TODAY, touched={"people/son.md"})
    workshop.preview(TODAY, touched=())
    assert "Một người thợ giỏi." in page(showcase)


def looks(workshop: Workshop, when: Callable[[int], Meanwhile | None], **asked: object) -> int:
    """How often a preview looks whether something was touched meanwhile; `when` is asked with the number of the look."""
    numbers = itertools.count()
    workshop.preview(TODAY, meanwhile=lambda: when(next(numbers)), **asked)  # type: ignore[arg-type]
    return next(numbers)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_what_is_saved_while_a_build_goes_on_is_shown_in_the_middle_of_it_and_stays(
    showcase: Showcase, workshop: Workshop, share: float
) -> None:
    showcase.replace("people/hoa.md", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa Mai")
    last = looks(workshop, lambda number: None, touched={"people/hoa.md"}) - 1
    showcase.replace("people/hoa.md", "Nguyễn Thị Hoa Mai", "Nguyễn Thị Hoa")
    told: list[Sequence[str]] = []

    def meanwhile(number: int) -> Meanwhile | None:
        if number != round(share * last):
            return None
        showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
        return Meanwhile({"people/son.md"}, {SON})

    looks(workshop, meanwhile, touched={"people/hoa.md"}, ready=lambda paths, _: told.append(paths))
    assert [SON] in told
    assert "Một người thợ giỏi." in page(showcase)
    workshop.preview(TODAY, touched=())
    assert tree(showcase.root / FOLDER) == afresh(showcase)


def test_what_concerns_others_is_not_brought_in_the_middle_of_a_build(
    showcase: Showcase, workshop: Workshop
) -> None:
    def meanwhile(number: int) -> Meanwhile:
        showcase.replace("people/son.md", "name: ", "aliases: [nguoi/son-cu]\nname: ")
        return Meanwhile({"people/son.md"}, {SON})

    with pytest.raises(SupersededError):
        looks(workshop, meanwhile, touched=())
    workshop.preview(TODAY, touched=())
    assert tree(showcase.root / FOLDER) == afresh(showcase)


def test_without_a_count_all_files_are_looked_at(showcase: Showcase, workshop: Workshop) -> None:
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    workshop.preview(TODAY)
    assert "Một người thợ giỏi." in page(showcase)


def test_a_picture_that_is_replaced_is_looked_at_again(showcase: Showcase, workshop: Workshop) -> None:
    target = showcase.root / "content/media/son.jpg"
    target.parent.mkdir()
    for size in ((800, 400), (400, 800)):
        target.write_bytes(photographs.photograph(size, orientation=1))
        declared = "image: {file: son.jpg, alt: Anh Sơn, credit: Báo A}"
        showcase.write("people/son.md", person("Trương Thái Sơn", declared))
        workshop.preview(TODAY)
        assert f'width="{size[0]}" height="{size[1]}"' in page(showcase)


def test_a_memory_that_is_lost_or_not_saved_takes_what_was_understood_with_it(
    showcase: Showcase, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    (showcase.root / MEMORY_FOLDER / MEMORY_FILE).unlink()
    workshop.preview(TODAY)
    assert "Một người thợ." in page(showcase)
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")

    def full(folder: OutputFolder, path: str, data: bytes) -> None:
        raise disk.DiskError(path, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(OutputFolder, "stage", full)
        assert workshop.preview(TODAY, {SON}).outcome.faults
    workshop.preview(TODAY)
    assert "Một người thợ giỏi." in page(showcase)
    assert tree(showcase.root / FOLDER) == afresh(showcase)


def test_a_version_that_was_forgotten_while_its_file_was_broken_is_read_again_when_it_is_back(
    showcase: Showcase, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another engine cannot recall what this one read; when the very same text is back, it is there to be read."""
    good = (showcase.root / "content/people/son.md").read_text(encoding="utf-8")
    showcase.write("people/son.md", good.replace("name: ", "nme: "))
    monkeypatch.setattr(previewing, "engine_digest", lambda: b"another engine")
    later = Workshop(showcase.root, "sau")
    later.preview(TODAY)
    showcase.write("people/son.md", good)
    assert later.preview(TODAY).outcome.problems == ()
    assert "Một người thợ." in page(showcase)
    assert tree(showcase.root / FOLDER) == afresh(showcase)
