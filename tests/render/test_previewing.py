"""The build for editors: hidden records are in it, broken files stand as they last were good, and nothing is published."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import FILES, TODAY, Showcase
from tests.tools import ROOT
from vinhdanh.base import disk
from vinhdanh.base.output_folder import OutputFolder
from vinhdanh.base.problems import has_errors
from vinhdanh.render.outcome import Outcome
from vinhdanh.render.pipeline import Options, build
from vinhdanh.render.previewing import FOLDER, Workshop, derive

SON = "nguoi/son/index.html"


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Showcase:
    """A showcase that has been previewed; tests that use it leave its files as they found them."""
    showcase = showcases.make(tmp_path_factory.mktemp("shared"))
    look(showcase)
    return showcase


def look(showcase: Showcase) -> Outcome:
    return Workshop(showcase.root, "thử").preview(TODAY).outcome


def page(showcase: Showcase, path: str = SON) -> str:
    return (showcase.root / FOLDER / path).read_text(encoding="utf-8")


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


# -- What editors see and readers do not


def test_hidden_people_are_in_the_preview_only(showcase: Showcase) -> None:
    showcase.replace("people/son.md", "published: 2026-11-22", "draft: có")
    showcase.replace("people/hoa.md", "published: 2026-11-22", "publish_on: 2099-01-01")
    showcase.replace("people/mai.md", "basis: {kind: public_record, sources: [bao-a]}\n", "")
    look(showcase)
    showcase.build()
    published = b"".join(data for path, data in showcase.site().items() if path.endswith((".html", ".json")))
    for id, name in (("son", "Trương Thái Sơn"), ("hoa", "Nguyễn Thị Hoa"), ("mai", "Lê Thị Mai")):
        assert name in page(showcase, f"nguoi/{id}/index.html")
        assert name.encode() not in published
        assert f"nguoi/{id}/index.html" not in showcase.site()


def test_a_draft_twin_is_in_the_preview_only(showcase: Showcase) -> None:
    showcase.replace("people/hoa.en.md", "---\nsummary", "---\ndraft: có\nsummary")
    look(showcase)
    assert "Hoa works." in page(showcase, "en/people/hoa/index.html")
    showcase.build()
    assert "en/people/hoa/index.html" not in showcase.site()


def test_a_preview_leaves_the_published_site_and_its_memory_alone(showcase: Showcase) -> None:
    showcase.build()
    published = showcase.site()
    memory = (showcase.root / ".vinhdanh/memory.sqlite").read_bytes()
    showcase.replace("people/son.md", "published: 2026-11-22", "draft: có")
    look(showcase)
    assert showcase.site() == published
    assert (showcase.root / ".vinhdanh/memory.sqlite").read_bytes() == memory


def test_a_build_cannot_publish_into_the_preview(showcase: Showcase) -> None:
    outcome = build(Options(showcase.root, showcase.root / FOLDER, TODAY))
    assert [fault.code for fault in outcome.faults] == ["overlap"]


def test_only_the_preview_knows_the_audience_of_editors() -> None:
    asking = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "vinhdanh").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and any(
            isinstance(given, ast.Attribute) and given.attr == "EDITORS"
            for given in (*node.args, *(keyword.value for keyword in node.keywords))
        )
    ]
    assert set(asking) == {"vinhdanh/render/previewing.py"}


# -- The last good version


BREAKAGES = {
    "half a line": ("name: Trương Thái Sơn", "name: Trương Thái Sơn\nsumm"),
    "a colon": ("name: Trương Thái Sơn", "name: Trương: Thái Sơn"),
    "no end of the front matter": ("published: 2026-11-22\n---", "published: 2026-11-22\n"),
    "an unknown reference": ("[dien-luc]", "[khong-co]"),
    "an unknown province": ("Quảng Nam", "Quảng N"),
    "a required key is gone": ("name: Trương Thái Sơn\n", ""),
    "a broken link": ("Một người thợ.", "[Một](people/khong-co.md) người thợ."),
}


@pytest.mark.parametrize("how", BREAKAGES)
def test_a_broken_file_stands_as_it_last_was_good(shared: Showcase, how: str) -> None:
    old, new = BREAKAGES[how]
    shared.write("people/son.md", FILES["people/son.md"].replace("Làm điện.", "Làm điện giỏi."))
    assert codes(look(shared)) == []
    good = page(shared)
    assert "Làm điện giỏi." in good
    text = shared.read("people/son.md")
    for broken in (text.replace(old, new), text.replace(old, new) + "\nThêm."):
        assert broken != text
        shared.write("people/son.md", broken)
        outcome = look(shared)
        assert has_errors(outcome.problems)
        assert page(shared) == good
    shared.write("people/son.md", FILES["people/son.md"])
    assert codes(look(shared)) == []
    assert page(shared) != good


def test_settings_that_are_broken_stand_as_they_were(showcase: Showcase) -> None:
    showcase.replace(
        "site.yaml",
        "page_size: 4\n",
        "page_size: 4\nextra_fields:\n  - {key: so_the, label: Số thẻ, of: person}\n",
    )
    showcase.replace("people/son.md", "sector: dien", "sector: dien\nso_the: Q7")
    look(showcase)
    good = page(showcase)
    assert "Số thẻ" in good
    showcase.write("site.yaml", "name: : Thử\n\t- x")
    showcase.replace("people/son.md", "name: Trương", "name: Trương: ")
    outcome = look(showcase)
    assert {p.location.file for p in outcome.problems if p.location} == {
        "content/site.yaml",
        "content/people/son.md",
    }
    assert page(showcase) == good


def test_a_file_that_was_never_good_is_told_and_left_out(showcase: Showcase) -> None:
    showcase.write("people/moi.md", "---\nname: Mới: một\n---\n")
    assert codes(look(showcase)) == ["colon-in-value"]
    assert not (showcase.root / FOLDER / "nguoi/moi").exists()
    showcase.write("people/moi.md", showcases.person("Người mới"))
    assert codes(look(showcase)) == []
    assert "Người mới" in page(showcase, "nguoi/moi/index.html")


def test_what_others_refer_to_may_vanish(shared: Showcase) -> None:
    """One file after another: the build goes on, and all is as before when they are back."""
    before = showcases.tree(shared.root / FOLDER)
    gone = (
        "people/hoa.md",
        "organisations/dien-luc.md",
        "events/toa-dam.md",
        "data/sources.yaml",
        "site.yaml",
    )
    for path in gone:
        shared.remove(path)
        assert look(shared).faults == ()
    for path in gone:
        shared.write(path, FILES[path])
    look(shared)
    assert showcases.tree(shared.root / FOLDER) == before


def test_it_starts_when_every_file_is_broken(showcase: Showcase) -> None:
    for path in FILES:
        showcase.write(path, "---\n: : [\n")
    outcome = look(showcase)
    assert len({p.location.file for p in outcome.problems if p.location}) == len(FILES)
    assert outcome.faults == ()
    for path, text in FILES.items():
        showcase.write(path, text)
    assert codes(look(showcase)) == []
    assert "Trương Thái Sơn" in page(showcase)


def test_of_two_that_claim_an_address_the_first_is_shown(showcase: Showcase) -> None:
    showcase.replace(
        "people/mai.md", "published: 2026-11-22", "published: 2026-11-22\naliases: [/nguoi/hoa/]"
    )
    outcome = look(showcase)
    assert codes(outcome) == ["same-address"]
    assert "Nguyễn Thị Hoa" in page(showcase, "nguoi/hoa/index.html")


# -- Templates


@pytest.fixture
def themed(showcase: Showcase) -> Showcase:
    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    return showcase


def break_template(showcase: Showcase, name: str) -> None:
    target = showcase.root / "templates" / name
    target.write_text(target.read_text(encoding="utf-8") + "{% if %}", encoding="utf-8")


def test_a_broken_template_keeps_its_own_pages_only(themed: Showcase) -> None:
    look(themed)
    good = page(themed)
    break_template(themed, "person.html")
    themed.replace("people/son.md", "Làm điện.", "Làm điện giỏi.")
    themed.replace("initiatives/khac.md", "Việc khác", "Việc mới")
    outcome = look(themed)
    assert [(fault.code, fault.location and fault.location.file) for fault in outcome.faults] == [
        ("template-syntax", "templates/person.html")
    ]
    assert page(themed) == good
    assert "Việc mới" in page(themed, "sang-kien/khac/index.html")
    shutil.copy(ROOT / "templates/person.html", themed.root / "templates/person.html")
    assert look(themed).faults == ()
    assert "Làm điện giỏi." in page(themed)


def test_it_starts_when_all_templates_are_broken(themed: Showcase) -> None:
    break_template(themed, "base.html")
    assert [fault.code for fault in look(themed).faults] == ["template-syntax"]


# -- What is quick to see


def test_a_style_sheet_changes_no_page(themed: Showcase) -> None:
    look(themed)
    sheet = themed.root / "templates/assets/base.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\np { color: red }\n", encoding="utf-8")
    assert look(themed).changed == ("assets/site.css",)


def test_the_page_being_looked_at_is_there_before_the_others(showcase: Showcase) -> None:
    seen: list[tuple[tuple[str, ...], bool]] = []

    def ready(paths: object, _: object) -> None:
        assert isinstance(paths, list)
        seen.append((tuple(paths), (showcase.root / FOLDER / "index.html").exists()))

    Workshop(showcase.root, "thử").preview(TODAY, {SON}, ready=ready)
    assert seen == [((), False), ((SON,), False)]
    assert (showcase.root / FOLDER / "index.html").exists()


def test_cards_are_made_for_who_asks(showcase: Showcase) -> None:
    found = Workshop(showcase.root, "thử").preview(TODAY)
    assert found.planned
    assert not (showcase.root / FOLDER / "the").exists()
    assert derive(showcase.root, found.planned, "the/people/son.jpg")
    assert derive(showcase.root, found.planned, SON) is None
    showcase.build()
    assert "the/people/son.jpg" in showcase.site()


def test_a_disk_that_refuses_is_told_and_the_preview_stays(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(showcase)
    good = page(showcase)
    showcase.replace("people/son.md", "Làm điện.", "Làm điện giỏi.")

    def full(folder: OutputFolder, path: str, data: bytes) -> None:
        raise disk.DiskError(path, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(OutputFolder, "stage", full)
        assert [fault.code for fault in look(showcase).faults] == ["disk"]
    assert page(showcase) == good
    assert look(showcase).faults == ()
    assert "Làm điện giỏi." in page(showcase)
