"""Bad input is the normal case: half-typed files, files that vanish, a full disk. The preview answers all the same."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import showcases
from tests.preview.running import Running, codes, running
from tests.showcases import FILES, Showcase
from tests.tools import ROOT
from vinhdanh import cli
from vinhdanh.base import disk
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.preview import serving
from vinhdanh.render.previewing import Workshop
from vinhdanh.render.publication import Publication

SON = "people/son.md"

SMALL = {
    "site.yaml": "name: Thử\nlanguages: [vi]\naccepted_bases: [public_record]\n",
    "data/sources.yaml": FILES["data/sources.yaml"],
    "data/places.yaml": FILES["data/places.yaml"],
    "data/sectors.yaml": FILES["data/sectors.yaml"],
    "awards/giai-a.md": "---\nname: Giải A\nkind: giải thưởng\nsources: [bao-b]\n---\n",
    SON: showcases.person("Trương Thái Sơn"),
}
"""A showcase that is built in a moment."""

TYPED = 'tags: [a\n\thonours:\n  - {award: giai-a, year: "2023, source: bao-a}\nlàm gì: ha'
"""What is typed key by key; the signs that close what was opened come at last, as people do it."""

MENDED = 'tags: [a]\nhonours:\n  - {award: giai-a, year: "2023", source: bao-a}\n'


@pytest.fixture(autouse=True)
def _again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "RETRY_SECONDS", 0.05)


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang", SMALL)


@pytest.fixture
def preview(showcase: Showcase) -> Iterator[Running]:
    with running(showcase) as found:
        yield found


def built(page: str) -> str:
    """What was built of a page: without what the preview adds to it."""
    return page.partition("badges.css")[2]


def test_a_file_that_is_typed_key_by_key(preview: Running) -> None:
    """After every key the page is the last good one, and the problem is that of the text as it is now."""
    before, sep, after = SMALL[SON].partition("sector: dien\n")
    good, broken = built(preview.page()), 0
    with preview.tab() as tab:
        tab.hear()
        for end in range(1, len(TYPED) + 1):
            preview.showcase.write(SON, f"{before}{sep}{TYPED[:end]}\n{after}")
            message = tab.hear_whole(lambda message: "problems" in message)
            page = built(preview.page())
            errors = [each for each in message["problems"]["shown"] if each["severity"] == "error"]
            if errors:
                broken += 1
                assert page == good
                assert {each["file"] for each in errors} == {f"content/{SON}"}
                assert all(0 < each["line"] <= 20 for each in errors)
            good = page
        preview.showcase.write(SON, f"{before}{sep}{MENDED}{after}")
        assert codes(tab.hear_whole(lambda message: "problems" in message)) == []
        assert "Giải A" in preview.page()
    assert broken > len(TYPED) / 2


def test_what_is_saved_during_a_build_is_not_lost(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    began, may_end = threading.Event(), threading.Event()
    really = Publication.make

    def slowly(publication: Publication, *given: object) -> object:
        began.set()
        may_end.wait()
        return really(publication, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Publication, "make", slowly)
    with preview.tab() as tab:
        tab.hear()
        preview.showcase.replace(SON, "Làm điện.", "Làm điện giỏi.")
        began.wait()
        preview.showcase.replace(SON, "Làm điện giỏi.", "Làm điện khéo.")
        may_end.set()
        tab.hear_until(lambda message: "Làm điện khéo." in preview.page())


def test_a_file_and_a_folder_that_go_and_come_back(preview: Running) -> None:
    with preview.tab() as tab:
        tab.hear()
        preview.showcase.remove(SON)
        tab.hear_until(lambda message: preview.ask("/nguoi/son/").status == 404)
        preview.showcase.write(SON, SMALL[SON])
        tab.hear_until(lambda message: preview.ask("/nguoi/son/").status == 200)
        content = preview.showcase.root / "content"
        (content / "people").rename(content / "nguoi")
        tab.hear_whole(lambda message: "problems" in message and "unknown-folder" in codes(message))
        (content / "nguoi").rename(content / "people")
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
        assert "Trương Thái Sơn" in preview.page()


def test_five_hundred_files_at_once(preview: Running) -> None:
    content = preview.showcase.root / "content"
    with preview.tab() as tab:
        tab.hear()
        for number in range(500):
            preview.showcase.write(f"people/p{number}.md", "chưa có gì")
        tab.hear_whole(lambda message: message.get("problems", {}).get("more") == 450)
        for number in range(500):
            (content / f"people/p{number}.md").unlink()
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
    assert "Trương Thái Sơn" in preview.page()


def test_it_starts_when_every_file_is_broken(showcase: Showcase) -> None:
    for path in SMALL:
        showcase.write(path, "---\n: : [\n")
    with running(showcase) as preview, preview.tab() as tab:
        assert len(tab.codes()) == len(SMALL)
        assert preview.ask("/").status == 200
        assert preview.ask("/nguoi/son/").status == 404
        for path, text in SMALL.items():
            showcase.write(path, text)
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
        assert "Trương Thái Sơn" in preview.page()


def test_it_starts_when_a_template_is_broken(showcase: Showcase) -> None:
    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    base = showcase.root / "templates/base.html"
    text = base.read_text(encoding="utf-8")
    base.write_text(text.replace("{% block main %}", "{% block main %}{% if %}"), encoding="utf-8")
    with running(showcase) as preview, preview.tab() as tab:
        problem = tab.hear()["problems"]["shown"][0]
        assert (problem["code"], problem["file"]) == ("template-syntax", "templates/base.html")
        assert "{% block main %}{% if %}" in problem["excerpt"]
        assert "Không có trang /nguoi/son/" in preview.ask("/nguoi/son/").text
        base.write_text(text, encoding="utf-8")
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
        assert "Trương Thái Sơn" in preview.page()


def test_without_any_content_it_waits_for_some(tmp_path: Path) -> None:
    showcase = Showcase(tmp_path / "trang")
    showcase.root.mkdir()
    with running(showcase) as preview, preview.tab() as tab:
        assert tab.codes() == ["no-content"]
        for path, text in SMALL.items():
            showcase.write(path, text)
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
        assert "Trương Thái Sơn" in preview.page()


def test_the_last_good_version_outlives_the_preview(showcase: Showcase) -> None:
    with running(showcase) as preview:
        good = built(preview.page())
    showcase.replace(SON, "name: Trương", "name: Trương: ")
    with running(showcase) as preview, preview.tab() as tab:
        assert tab.codes() == ["colon-in-value"]
        assert built(preview.page()) == good
    showcase.replace(SON, "summary: Làm", "summary: : Làm")
    with running(showcase) as preview:
        assert built(preview.page()) == good


def test_a_full_disk_is_told_and_tried_again(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    good = built(preview.page())

    def full(folder: OutputFolder, path: str, data: bytes) -> None:
        raise disk.DiskError(path, "No space left on device")

    with preview.tab() as tab:
        tab.hear()
        with monkeypatch.context() as patch:
            patch.setattr(OutputFolder, "stage", full)
            preview.showcase.replace(SON, "Làm điện.", "Làm điện giỏi.")
            assert tab.codes() == ["disk"]
            assert built(preview.page()) == good
        # Nobody saves anything now.
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
        assert "Làm điện giỏi." in preview.page()


def test_a_folder_that_cannot_be_written_to(showcase: Showcase) -> None:
    blocked = showcase.root / ".vinhdanh"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    with running(showcase) as preview, preview.tab() as tab:
        assert tab.codes() == ["disk"]
        assert preview.ask("/").status == 404
        blocked.unlink()
        tab.hear_whole(lambda message: message.get("problems") == {"shown": [], "more": 0})
        assert "Trương Thái Sơn" in preview.page()


def test_what_somebody_deletes_is_built_again(showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LOOK_AROUND_SECONDS", 0.05)
    with running(showcase) as preview, preview.tab() as tab:
        tab.hear()
        assert cli.main(["clean", "--root", str(showcase.root), "--quiet"]) == 0
        tab.hear_until(lambda message: message["page"])
        assert "Trương Thái Sơn" in preview.page()


def test_a_fault_of_our_own_ends_nothing(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    good = built(preview.page())

    def fails(*given: object, **named: object) -> object:
        raise ZeroDivisionError("division by zero")

    with preview.tab() as tab:
        tab.hear()
        with monkeypatch.context() as patch:
            patch.setattr(Workshop, "preview", fails)
            preview.showcase.replace(SON, "Làm điện.", "Làm điện giỏi.")
            message = tab.hear_until(lambda message: "problems" in message)
            assert codes(message) == ["preview-failed"]
            assert "ZeroDivisionError: division by zero" in message["problems"]["shown"][0]["text"][1]
            assert built(preview.page()) == good
        preview.showcase.replace(SON, "giỏi", "khéo")
        assert tab.codes() == []
        assert "Làm điện khéo." in preview.page()
