"""What a build does to the output folder, and what it never does."""

from __future__ import annotations

import errno
import random
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests import showcases
from tests.faults.striking import Striking, no_room
from tests.showcases import Showcase, person
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Severity
from vinhdanh.render import planned
from vinhdanh.render.pipeline import MEMORY_FILE, MEMORY_FOLDER, Options, build

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


def test_a_second_build_renders_and_writes_nothing(showcase: Showcase) -> None:
    first = showcase.build()
    second = showcase.build()
    assert first.published
    assert (second.rendered, second.written, second.removed, second.reasons) == (0, 0, 0, {})
    assert second.pages == first.pages


def test_a_body_edit_renders_one_page_and_says_why(showcase: Showcase) -> None:
    showcase.build()
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    outcome = showcase.build()
    assert outcome.reasons == {"/nguoi/son/": ("body",), "/search/text/13.json": ("text",)}
    assert outcome.written == 2


def test_a_touched_file_renders_nothing(showcase: Showcase) -> None:
    showcase.build()
    (showcase.root / "content/people/son.md").touch()
    assert showcase.build().rendered == 0


def test_a_failed_build_leaves_the_site_as_it_was(showcase: Showcase) -> None:
    showcase.build()
    before = showcase.site()
    showcase.write("people/son.md", "---\nname: Sơn: hỏng\n---\n")
    showcase.remove("people/mai.md")
    outcome = showcase.build()
    assert not outcome.published
    assert [problem.code for problem in outcome.problems][:1] == ["dangling-reference"]
    assert showcase.site() == before


def test_a_template_that_fails_leaves_the_site_as_it_was_and_is_placed(showcase: Showcase) -> None:
    showcase.build()
    before = showcase.site()
    templates = showcase.root / "templates"
    _copy(PROJECT / "templates", templates)
    person_page = templates / "person.html"
    person_page.write_text(
        person_page.read_text(encoding="utf-8") + "\n{% block head %}{{ persn.name }}{% endblock %}\n",
        encoding="utf-8",
    )
    outcome = showcase.build()
    fault = outcome.faults[0]
    assert fault.code == "template-error"
    assert fault.location is not None
    assert fault.location.file == "templates/person.html"
    assert "persn" in fault.location.excerpt
    assert showcase.site() == before


@pytest.mark.parametrize(
    ("text", "code"),
    [("{% extends 'base.html' %}{% block main %}{{ oops ", "template-syntax"), ("{% extends name %}", "computed-template"), ("{% extends 'nowhere.html' %}", "template-missing")],
    ids=["not closed", "computed name", "missing parent"],
)  # fmt: skip
def test_a_template_that_cannot_be_read_is_told(showcase: Showcase, text: str, code: str) -> None:
    _copy(PROJECT / "templates", showcase.root / "templates")
    (showcase.root / "templates" / "person.html").write_text(text, encoding="utf-8")
    assert [fault.code for fault in showcase.build().faults] == [code]


def test_warnings_stop_publication_only_when_asked(showcase: Showcase) -> None:
    showcase.write("people/son.md", person("Trương Thái Sơn").replace("public_record", "consent"))
    loose = showcase.build()
    assert loose.published
    assert loose.problems
    assert not showcase.build(strict=True).published


def test_a_removed_record_leaves_no_file_and_no_empty_folder(showcase: Showcase) -> None:
    showcase.build()
    showcase.remove("people/mai.md")
    outcome = showcase.build()
    assert outcome.removed >= 3
    assert not (showcase.root / "site/nguoi/mai").exists()
    assert not [path for path in showcase.site() if "mai" in path]


def test_foreign_files_are_never_touched(showcase: Showcase) -> None:
    showcase.build()
    foreign = showcase.root / "site/nguoi/mai/rieng.txt"
    foreign.write_text("của người khác", encoding="utf-8")
    showcase.remove("people/mai.md")
    showcase.build()
    assert foreign.read_text(encoding="utf-8") == "của người khác"


def test_an_output_that_somebody_replaced_is_not_pruned(showcase: Showcase) -> None:
    showcase.build()
    page = showcase.root / "site/nguoi/mai/index.html"
    page.write_text("của người khác", encoding="utf-8")
    showcase.remove("people/mai.md")
    showcase.build()
    assert page.read_text(encoding="utf-8") == "của người khác"


def test_pages_that_are_lost_or_damaged_come_back(showcase: Showcase) -> None:
    showcase.build()
    before = showcase.site()
    (showcase.root / "site/nguoi/mai/index.html").unlink()
    (showcase.root / "site/nguoi/hoa/index.html").write_text("x", encoding="utf-8")
    outcome = showcase.build()
    assert outcome.reasons == {"/nguoi/mai/": ("missing",), "/nguoi/hoa/": ("changed on disk",)}
    assert showcase.site() == before


def test_unchanged_pages_keep_their_times(showcase: Showcase) -> None:
    showcase.build()
    page = showcase.root / "site/nguoi/hoa/index.html"
    before = page.stat().st_mtime_ns
    showcase.replace("people/son.md", "Một người thợ.", "Khác.")
    showcase.build()
    assert page.stat().st_mtime_ns == before


def test_two_contents_for_one_address_stop_the_build_and_are_both_named(showcase: Showcase) -> None:
    showcase.build()
    before = showcase.site()
    showcase.write("people/mai.md", person("Lê Thị Mai", "aliases: [nguoi/hoa]"))
    outcome = showcase.build()
    problem = next(problem for problem in outcome.problems if problem.code == "same-address")
    assert "/nguoi/hoa/" in problem.message("vi")
    assert "people/hoa.md" in problem.message("vi")
    assert "people/mai.md" in problem.message("vi")
    assert showcase.site() == before


def test_a_build_that_is_stopped_by_its_plan_does_not_take_another_folder_for_its_own(
    showcase: Showcase,
) -> None:
    showcase.build()
    mai = showcase.read("people/mai.md")
    showcase.write("people/mai.md", person("Lê Thị Mai", "aliases: [nguoi/hoa]"))
    other = showcase.root / "noi-khac"
    assert not showcase.build(other).published
    assert list(other.iterdir()) == []
    showcase.write("people/mai.md", mai)
    assert showcase.build().written == 0


def test_all_that_is_wrong_is_told_at_once(showcase: Showcase) -> None:
    showcase.write("people/mai.md", person("Lê Thị Mai", "aliases: [nguoi/hoa]"))
    showcase.write("people/son.md", "---\nname: Sơn: hỏng\n---\n")
    codes = {problem.code for problem in showcase.build().problems}
    assert "same-address" in codes
    assert len(codes) > 1
    assert not (showcase.root / "site").exists()


@pytest.mark.parametrize("inner", ["content", "content/media", "templates", ".", ".vinhdanh"])
def test_an_output_folder_over_what_people_write_is_refused(showcase: Showcase, inner: str) -> None:
    (showcase.root / "templates").mkdir()
    outcome = showcase.build(showcase.root / inner)
    assert [fault.code for fault in outcome.faults] == ["overlap"]


def test_a_folder_without_content_is_told(tmp_path: Path) -> None:
    outcome = build(Options(tmp_path, tmp_path / "site", showcases.TODAY))
    assert [fault.code for fault in outcome.faults] == ["no-content"]


DAMAGES = {
    "lost": None,
    "empty": b"",
    "no database": b"x" * 5000,
    "cut off": 6000,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_memory_means_a_full_build_and_no_error(
    showcase: Showcase, damage: bytes | int | None
) -> None:
    showcase.build()
    before = showcase.site()
    memory = showcase.root / MEMORY_FOLDER / MEMORY_FILE
    if damage is None:
        memory.unlink()
    else:
        memory.write_bytes(memory.read_bytes()[:damage] if isinstance(damage, int) else damage)
    outcome = showcase.build()
    assert outcome.published
    assert outcome.rendered > 0
    assert showcase.site() == before


def test_a_memory_with_flipped_bytes_never_breaks_a_build(showcase: Showcase) -> None:
    showcase.build()
    before = showcase.site()
    memory = showcase.root / MEMORY_FOLDER / MEMORY_FILE
    whole = memory.read_bytes()
    chance = random.Random(7)
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(40):
            data[chance.randrange(len(data))] = chance.randrange(256)
        memory.write_bytes(bytes(data))
        assert showcase.build().published
        assert showcase.site() == before


@pytest.mark.parametrize("how", ["UPDATE proses SET html = html || ' '", "UPDATE proses SET html = NULL"])
def test_a_body_whose_html_has_rotted_is_never_published_as_an_empty_one(
    showcase: Showcase, how: str
) -> None:
    showcase.build()
    before = showcase.site()
    with sqlite3.connect(showcase.root / MEMORY_FOLDER / MEMORY_FILE) as memory:
        memory.execute(how)
    showcase.replace("people/hoa.md", "job_title: Công nhân", "job_title: Thợ điện")
    assert showcase.build().published
    showcase.replace("people/hoa.md", "job_title: Thợ điện", "job_title: Công nhân")
    showcase.build()
    assert showcase.site() == before


def test_a_memory_of_another_version_still_tells_which_files_are_ours(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    showcase.build()
    monkeypatch.setattr("vinhdanh.base.memory.VERSION", 999)
    memory = Memory(showcase.root / MEMORY_FOLDER / MEMORY_FILE)
    assert memory.rescued
    assert {row.trace for row in memory.outputs().values()} == {b""}
    assert memory.files() == {}
    memory.close()
    showcase.remove("people/mai.md")
    assert not showcase.build().problems
    assert not [path for path in showcase.site() if "mai" in path]


def test_files_that_no_memory_tells_of_are_named_once(showcase: Showcase) -> None:
    showcase.build()
    (showcase.root / MEMORY_FOLDER / MEMORY_FILE).unlink()
    showcase.remove("people/mai.md")
    (problem,) = showcase.build().problems
    assert (problem.code, problem.severity) == ("unknown-files", Severity.WARNING)
    assert "nguoi/mai/index.html" in problem.message("vi")
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    assert not showcase.build().problems


def test_a_showcase_that_was_moved_still_removes_what_is_gone(showcase: Showcase) -> None:
    showcase.build()
    moved = Showcase(showcase.root.rename(showcase.root.with_name("nơi khác")))
    moved.remove("people/mai.md")
    assert moved.build().removed >= 3
    assert not [path for path in moved.site() if "mai" in path]


def test_a_build_that_a_full_disk_stops_says_what_became_of_the_site(showcase: Showcase) -> None:
    showcase.build()
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    ends = set()
    for at in range(1, 40):
        before = showcase.site()
        calls = Striking(at, partial(no_room, errno.ENOSPC))
        outcome = build(Options(showcase.root, showcase.root / "site", showcases.TODAY, calls=calls))
        if outcome.published:
            break
        assert [fault.code for fault in outcome.faults] == ["disk"]
        assert outcome.halfway is (showcase.site() != before)
        ends.add(outcome.halfway)
    assert ends == {False, True}


def test_a_build_killed_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    """Eight kills of the real command (docs/reliability.md has two hundred): each file is that of the build before or of the one after, and nothing else is there."""
    # Without share cards: other tests paint them, and here the builds of this process would only pretend to.
    site = f"{showcases.FILES['site.yaml']}no_share_cards: có\n"
    even, odd = (site.replace("name: Thử", f"name: Lần {name}") for name in ("chẵn", "lẻ"))
    showcase = showcases.make(tmp_path / "trang")
    for number in range(20):
        showcase.write(f"people/nguoi-{number}.md", person(f"Nguyễn Văn {number}"))
    known: dict[str, set[bytes]] = {}
    for settings in (even, odd):
        showcase.write("site.yaml", settings)
        assert showcase.build().published
        _remember(known, showcase.site())
    chance = random.Random(11)
    length = _seconds(showcase)
    for kill in range(8):
        showcase.write("site.yaml", (even, odd)[kill % 2])
        process = _run(showcase)
        time.sleep(chance.uniform(0.2, 1.1) * length)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path, data in showcase.site().items():
            assert data in known.get(path, set()), f"{path} is neither the old nor the new file"
    fresh = showcases.make(tmp_path / "mới", {})
    _copy(showcase.root / "content", fresh.root / "content")
    assert showcase.build().published
    assert fresh.build().published
    assert showcase.site() == fresh.site()


def _remember(known: dict[str, set[bytes]], files: dict[str, bytes]) -> None:
    for path, data in files.items():
        known.setdefault(path, set()).add(data)


def _seconds(showcase: Showcase) -> float:
    """How long a full build in a process of its own takes here."""
    (showcase.root / MEMORY_FOLDER / MEMORY_FILE).unlink()
    started = time.monotonic()
    _run(showcase).wait()
    return time.monotonic() - started


def _run(showcase: Showcase) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROJECT / "build.py"), "build", "--root", str(showcase.root), "--quiet"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def _copy(source: Path, target: Path) -> None:
    for path, data in showcases.tree(source).items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def test_without_the_fast_yaml_reader_a_build_says_so_and_goes_on(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planned, "HAS_LIBYAML", False)
    outcome = showcase.build()
    assert [(problem.code, problem.severity) for problem in outcome.problems] == [
        ("no-libyaml", Severity.WARNING)
    ]
    assert outcome.rendered > 0
