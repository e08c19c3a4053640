"""The page that somebody signs: all that would be published about them, nothing from elsewhere, bound by a digest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests import photographs, showcases
from tests.showcases import Showcase, person, tree
from vinhdanh import cli

PORTRAIT = "image: {file: son.jpg, alt: Anh Sơn bên máy, credit: Lan Anh, people: [son], basis: {kind: public_record, sources: [bao-a]}}"


@pytest.fixture
def showcase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Showcase:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return showcases.make(tmp_path / "trang")


def proof(showcase: Showcase, capsys: pytest.CaptureFixture[str], id: str = "son") -> tuple[str, str]:
    """The page and the digest."""
    assert cli.main(["proof", id, "--root", str(showcase.root), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    return Path(said["proof"]).read_text(encoding="utf-8"), said["digest"]


def portrait(showcase: Showcase, colour: str = "navy") -> None:
    (showcase.root / "content/media").mkdir(exist_ok=True)
    (showcase.root / "content/media/son.jpg").write_bytes(photographs.photograph(colour=colour))


def words(page: str) -> str:
    bare = re.sub(r"<style>.*?</style>|</?(?!span|a\b)[a-z][^>]*>", " ", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", bare).split())


def test_all_that_would_be_published_is_on_the_page(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    portrait(showcase)
    showcase.write(
        "people/son.md",
        person(
            "Trương Thái Sơn",
            "gender: nam",
            "job_title: Công nhân",
            "affiliations:\n  - {organisation: dien-luc, role: Tổ trưởng, since: 1990}",
            "honours:\n  - {award: giai-a, year: 2023, citation: Nội bộ, source: bao-a}",
            "quotes:\n  - {text: Chậm mà chắc, source: bao-a}",
            PORTRAIT,
            body="Anh làm ở [Điện lực](organisations/dien-luc.md).[@bao-a]\n\n<script>x</script>",
        ),
    )
    showcase.write("people/son.en.md", "---\nsummary: He works.\n---\n\nA quiet man.\n")
    showcase.replace("stories/hai-nguoi.md", "Hai người làm.", "Anh [Trương Thái Sơn](people/son.md) làm.")
    showcase.replace("site.yaml", "headline: Chào.", "text: Anh Trương Thái Sơn lắp ắc quy.")
    page, digest = proof(showcase, capsys)
    said = words(page)
    for text in (
        "Phiếu xác nhận nội dung: Trương Thái Sơn",
        "Công ty Điện lực",
        "Tổ trưởng",
        "Giải A",
        "Chậm mà chắc",
        "Anh làm ở Điện lực.",
        "He works.",
        "A quiet man.",
        "Tả ảnh: Anh Sơn bên máy. Người chụp: Lan Anh.",
        "Dùng ắc quy khô (sáng kiến)",
        "… Anh Trương Thái Sơn làm. …",
        "Thử (trang đầu)",
        "lắp ắc quy. …",
        "https://thu.example/cau-chuyen/hai-nguoi/",
        "https://thu.example/nguoi/son/",
        "theo bản thảo ngày 22/11/2026",
        digest,
    ):
        assert text in said, text
    assert "people/hoa" not in said, "a line that says the id alone"
    assert said.index("Chỉ dùng để xếp") < said.index("Giới tính")
    assert "Nội bộ" not in said, "a field that no page shows"
    assert page.count('class="box"') == 8
    assert "<svg" in page


def test_the_page_takes_nothing_from_elsewhere(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    portrait(showcase)
    body = "Anh <img src='https://x.example/a.png'> làm <script>alert(1)</script>.\n\n![](son.jpg)"
    showcase.write("people/son.md", person("Trương <b>Thái</b> Sơn", PORTRAIT, body=body))
    page, _ = proof(showcase, capsys)
    assert re.findall(r'(?:src|href)="([^"]{0,15})', page) == ["data:image/jpeg"]
    assert "<script" not in page
    assert "Trương &lt;b&gt;" in page


def test_who_is_withheld_has_a_proof_too_and_nothing_is_published(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/moi.md", "---\nname: Ngô Bá Khá\ndraft: có\n---\n\nMột người thợ.\n")
    page, _ = proof(showcase, capsys, "people/moi")
    assert "Một người thợ." in words(page)
    assert not (showcase.root / "site").exists()
    assert showcase.build().published
    assert not [path for path in tree(showcase.root / "site") if "private" in path or "proof" in path]


EDITS: Mapping[str, tuple[Callable[[Showcase], None], bool]] = {
    "a word of the text": (
        lambda s: s.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi."),
        True,
    ),
    "a field": (lambda s: s.replace("people/son.md", "summary: Làm điện.", "summary: Làm thợ điện."), True),
    "another picture": (lambda s: portrait(s, "red"), True),
    "an English text": (lambda s: s.write("people/son.en.md", "---\nsummary: He works.\n---\n"), True),
    "a source more": (lambda s: s.replace("people/son.md", "thợ.[@bao-a]", "thợ.[@bao-a][@bao-b]"), False),
    "the day it came": (
        lambda s: s.replace("people/son.md", "published: 2026-11-22", "published: 2026-11-21"),
        False,
    ),
    "lines broken otherwise": (
        lambda s: s.replace("people/son.md", "Một người thợ.", "Một\nngười thợ."),
        False,
    ),
    "the text of somebody else": (lambda s: s.replace("people/mai.md", "Một người thợ.", "Khác."), False),
}


@pytest.mark.parametrize(("edit", "differs"), EDITS.values(), ids=EDITS.keys())
def test_the_digest_tells_whether_the_substance_changed(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], edit: Callable[[Showcase], None], differs: bool
) -> None:
    portrait(showcase)
    showcase.write("people/son.md", person("Trương Thái Sơn", PORTRAIT))
    before = proof(showcase, capsys)[1]
    edit(showcase)
    assert (proof(showcase, capsys)[1] != before) == differs
    kept = [path for path in (showcase.root / "private/proofs").iterdir() if path.suffix == ".html"]
    assert len(kept) == 1 + differs, "a page that may have been signed stays"


def test_the_path_is_all_that_is_printed_and_git_passes_the_folder_over(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["proof", "son", "--root", str(showcase.root), "--quiet"]) == 0
    said = capsys.readouterr()
    assert Path(said.out.strip()).is_relative_to(showcase.root / "private/proofs")
    assert said.err == ""
    assert (showcase.root / "private/.gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"


def test_who_is_not_there_has_no_proof(showcase: Showcase) -> None:
    assert cli.main(["proof", "khong-ai", "--root", str(showcase.root)]) == 2
    assert not (showcase.root / "private").exists()
