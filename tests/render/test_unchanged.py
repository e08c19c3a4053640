"""When a build has nothing to do, and what makes it look again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase, person
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.render import unchanged
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.outcome import Options, Outcome
from vinhdanh.render.pipeline import MEMORY_FILE, MEMORY_FOLDER

LONG_AGO = 1_700_000_000

FILES = {
    "site.yaml": "name: Thử\naccepted_bases: [public_record]\n",
    **{
        f"data/{name}.yaml": showcases.FILES[f"data/{name}.yaml"] for name in ("places", "sectors", "sources")
    },
    "people/son.md": person("Trương Thái Sơn"),
    "people/mai.md": person("Lê Thị Mai"),
}


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    """A small showcase with templates of its own, in files that are old enough to be trusted, built once."""
    showcase = showcases.make(tmp_path / "trang", FILES)
    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    for name in ("content", "templates"):
        for file in (showcase.root / name).rglob("*"):
            os.utime(file, (LONG_AGO, LONG_AGO))
    assert showcase.build().published
    return showcase


def recalled(
    showcase: Showcase, options: Options | None = None, engine: bytes | None = None
) -> Outcome | None:
    """What is recalled of the last build without planning."""
    options = options or Options(showcase.root, showcase.root / "site", TODAY)
    memory = Memory(showcase.root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        seen = unchanged.fingerprint(options, engine or engine_digest())
        return unchanged.recall(memory, options, seen) if seen else None
    finally:
        memory.close()


def test_a_build_that_has_nothing_to_do_says_what_the_last_one_said(showcase: Showcase) -> None:
    old = showcase.root / "content/ghi-chu.txt"
    old.write_text("Một tệp không ai đọc.", encoding="utf-8")
    os.utime(old, (LONG_AGO, LONG_AGO))
    last = showcase.build()
    assert [problem.code for problem in last.problems] == ["unused-file"]
    assert recalled(showcase) == replace(last, rendered=0, written=0, removed=0, reasons={})
    assert showcase.build() == recalled(showcase)


def save(path: str, text: str = "\nThêm một câu.\n") -> Callable[[Showcase], object]:
    """Add to a file, or make it."""

    def change(showcase: Showcase) -> None:
        with (showcase.root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


CHANGES: dict[str, Callable[[Showcase], object]] = {
    "a file of content": save("content/people/son.md"),
    "a new file of content": save("content/people/moi.md", "---\nname: Người Mới\n---\n"),
    "a file of content that is gone": lambda showcase: showcase.remove("people/mai.md"),
    "a picture": save("content/media/anh.jpg"),
    "a template": save("templates/person.html"),
    "a style sheet": save("templates/assets/pages.css"),
    "a page that is gone": lambda showcase: (showcase.root / "site/nguoi/son/index.html").unlink(),
    "a page that somebody changed": save("site/nguoi/son/index.html"),
    "a drawing that is gone": lambda showcase: (showcase.root / "site/ve/people/son.svg").unlink(),
    "a memory that is gone": lambda showcase: shutil.rmtree(showcase.root / MEMORY_FOLDER),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_build_looks_again_after_a_change(showcase: Showcase, change: Callable[[Showcase], object]) -> None:
    (showcase.root / "content/media").mkdir()
    assert recalled(showcase) is not None
    change(showcase)
    assert recalled(showcase) is None


@pytest.mark.parametrize(
    "asked",
    [{"today": "2027-01-01"}, {"strict": True}, {"output": Path("elsewhere")}],
    ids=lambda asked: next(iter(asked)),
)
def test_a_build_looks_again_when_it_is_asked_for_something_else(
    showcase: Showcase, asked: dict[str, object]
) -> None:
    options = Options(showcase.root, showcase.root / "site", TODAY)
    assert recalled(showcase, replace(options, **asked)) is None  # type: ignore[arg-type]


def test_another_engine_looks_again(showcase: Showcase) -> None:
    assert recalled(showcase, engine=b"another") is None


def test_a_file_that_was_saved_a_moment_ago_is_looked_at_again(showcase: Showcase) -> None:
    save("content/people/son.md")(showcase)
    assert "/nguoi/son/" in showcase.build().reasons
    assert recalled(showcase) is None


def test_what_was_true_before_an_edit_is_not_recalled_when_the_edit_is_taken_back(showcase: Showcase) -> None:
    file, kept = showcase.root / "content/people/son.md", showcase.root / "son.md"
    file.rename(kept)
    shutil.copyfile(kept, file)
    save("content/people/son.md")(showcase)
    assert "/nguoi/son/" in showcase.build().reasons
    kept.rename(file)
    assert recalled(showcase) is None
    assert "/nguoi/son/" in showcase.build().reasons


@pytest.mark.parametrize(
    "last", [None, "", [], {}, {"seen": "?"}, {"seen": "SEEN"}, {"seen": "SEEN", "pages": "x", "problems": []},
             {"seen": "SEEN", "pages": 1, "problems": [1]}], ids=repr,
)  # fmt: skip
def test_a_memory_that_makes_no_sense_is_no_memory(showcase: Showcase, last: object) -> None:
    options = Options(showcase.root, showcase.root / "site", TODAY)
    seen = unchanged.fingerprint(options, engine_digest())
    assert seen is not None
    memory = Memory(showcase.root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        memory.put(
            "last", {**last, "seen": seen} if isinstance(last, dict) and last.get("seen") == "SEEN" else last
        )
        assert unchanged.recall(memory, options, seen) is None
    finally:
        memory.close()
