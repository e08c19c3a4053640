"""A preview that begins where the last one ended shows what one that begins with nothing shows, only sooner."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests import photographs, showcases
from tests.showcases import TODAY, Showcase, person, tree
from vinhdanh.base import disk
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import Problem
from vinhdanh.render import previewing
from vinhdanh.render.outcome import MEMORY_FOLDER
from vinhdanh.render.previewing import FOLDER, MEMORY_FILE, SupersededError, Workshop

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


def test_after_every_edit_it_shows_what_one_shows_that_begins_with_nothing(
    showcase: Showcase, workshop: Workshop
) -> None:
    for name, edit in EDITS.items():
        edit(showcase)
        workshop.preview(TODAY, {SON, HOA})
        assert tree(showcase.root / FOLDER) == afresh(showcase), name


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
