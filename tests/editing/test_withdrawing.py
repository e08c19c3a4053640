"""Taking somebody out: gone from all that builds write, looked for in every byte, reported with its deadlines."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase, person, tree
from vinhdanh import cli
from vinhdanh.base.vietnamese.text import fold
from vinhdanh.editing.trust.deadlines import Deadlines, deadlines

NAME = "Trương Thái Sơn"


@pytest.fixture
def showcase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Showcase:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    made = showcases.make(tmp_path / "trang")
    made.replace("people/hoa.md", "[anh Sơn](people/son.md)", "một người bạn")
    assert made.build().published
    return made


def withdraw(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[int, dict[str, Any]]:
    code = cli.main(["withdraw", "son", "--root", str(showcase.root), "--json", *more])
    return code, json.loads(capsys.readouterr().out)


def report_of(showcase: Showcase) -> str:
    (report,) = (showcase.root / "private/withdrawals").iterdir()
    return report.read_text(encoding="utf-8")


def written(showcase: Showcase) -> dict[str, str]:
    """All that builds wrote, as folded text by path."""
    files = {**tree(showcase.root / "site"), **tree(showcase.root / ".vinhdanh")}
    return {
        path: fold(unicodedata.normalize("NFC", data.decode("utf-8", "replace")))
        for path, data in files.items()
    }


def test_somebody_who_withdraws_is_gone_from_all_that_builds_wrote(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(showcase)
    assert any("truong thai son" in text for text in before.values())
    (showcase.root / ".vinhdanh/derived/ab").mkdir(parents=True, exist_ok=True)
    (showcase.root / ".vinhdanh/derived/ab/cd").write_bytes(b"a card of his")
    (showcase.root / ".vinhdanh/preview").mkdir()
    (showcase.root / ".vinhdanh/preview/index.html").write_text(NAME, encoding="utf-8")
    code, said = withdraw(showcase, capsys)
    assert (code, said["whole"], said["left"]) == (0, True, [])
    assert not [
        path for path, text in written(showcase).items() if "truong thai son" in text or "nguoi/son" in path
    ]
    assert not (showcase.root / ".vinhdanh/derived/ab/cd").exists()
    assert not (showcase.root / ".vinhdanh/preview").exists()
    assert not any("son" in path.split("/")[-2:] for path in showcase.site())


def test_later_builds_remember_nothing_of_somebody_who_withdrew(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/son.en.md", "---\nname: Son T. Truong\n---\n\nA quiet Truong Thai Son.\n")
    assert withdraw(showcase, capsys)[0] == 0
    showcase.replace("people/mai.md", "Một người thợ.", "Một người thợ giỏi.")
    assert showcase.build().published
    assert not [path for path, text in written(showcase).items() if "thai son" in text]
    (showcase.root / ".vinhdanh/memory.sqlite").unlink()
    assert showcase.build().published
    assert not [path for path, text in written(showcase).items() if "thai son" in text]


def test_the_file_keeps_all_else_that_it_said(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    text = person(NAME, "# một lời nhắn").replace(
        "basis: {kind: public_record, sources: [bao-a]}",
        "basis:  # hỏi lại anh Sơn\n  kind: public_record\n  sources: [bao-a]",
    )
    showcase.write("people/son.md", text)
    assert withdraw(showcase, capsys)[0] == 0
    assert showcase.read("people/son.md") == text.replace("[bao-a]\n", f"[bao-a]\n  withdrawn: {TODAY}\n", 1)


@pytest.mark.parametrize("basis", ["", "basis: public_record\n"], ids=["none", "a word"])
def test_a_basis_that_says_little_is_withdrawn_too(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], basis: str
) -> None:
    showcase.write("people/son.md", f"---\nname: {NAME}\n{basis}---\n")
    assert withdraw(showcase, capsys)[0] == 0
    assert f"withdrawn: {TODAY}" in showcase.read("people/son.md")


def test_what_is_left_is_told_with_its_place(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    showcase.replace("stories/hai-nguoi.md", "Hai người làm.", "Anh T.T.S. làm.")
    left = {
        "site/TruongThaiSon.pdf": "%PDF",
        "site/.ghi-chu": unicodedata.normalize("NFD", NAME),
        "site/cu.txt": "/nguoi/son/",
        "site/en/moi.html": "Tr&#432;&#417;ng Th&aacute;i S&#417;n",
        ".vinhdanh/ghi": NAME,
    }
    for path, text in left.items():
        (showcase.root / path).write_text(text, encoding="utf-8")
    code, said = withdraw(showcase, capsys)
    assert (code, said["whole"]) == (1, False)
    assert {*left, "site/cau-chuyen/hai-nguoi/index.html"} <= {*said["left"]}
    assert not {"site/index.html", "site/nguoi/hoa/index.html"} & {*said["left"]}
    assert all(path in report_of(showcase) for path in said["left"])


def test_a_page_that_sqlite_gave_free_is_written_anew(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    memory = showcase.root / ".vinhdanh/memory.sqlite"
    with sqlite3.connect(memory) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("CREATE TABLE old (text TEXT)")
        db.execute("INSERT INTO old VALUES (?)", (NAME * 900,))
        db.commit()
        db.execute("DROP TABLE old")
    db.close()
    assert NAME.encode() in memory.read_bytes()
    assert withdraw(showcase, capsys)[0] == 0
    assert NAME.encode() not in memory.read_bytes()


def test_the_report_says_what_is_to_be_done_by_when(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.replace("stories/hai-nguoi.md", "Hai người làm.", "Anh [Sơn](people/son.md) làm.")
    assert withdraw(showcase, capsys, "--received", "2026-11-20")[0] == 0
    report = report_of(showcase)
    for words in (
        "Nhận yêu cầu: 20/11/2026",
        "chậm nhất 24/11/2026 (2 ngày làm việc)",
        "chậm nhất 5/12/2026 (15 ngày)",
        "chậm nhất 10/12/2026 (20 ngày)",
        "https://thu.example/nguoi/son/",
        "https://thu.example/the/people/son.jpg",
        "nguoi/son/index.html",
        "`content/initiatives/ac-quy.md:3`: authors: [son]",
        "`content/stories/hai-nguoi.md:11`: Anh [Sơn](people/son.md) làm.",
        "web.archive.org",
    ):
        assert words in report
    assert (showcase.root / "private/.gitignore").read_text(encoding="utf-8").endswith("*\n")


def test_a_second_time_looks_again_and_keeps_the_first_report(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    assert withdraw(showcase, capsys)[0] == 0
    text = showcase.read("people/son.md")
    code, said = withdraw(showcase, capsys)
    assert (code, showcase.read("people/son.md")) == (0, text)
    assert said["report"].endswith("-son-2.md")


def test_content_with_errors_is_told_as_not_taken_out(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/mai.md", "---\nname: Mai: x\n---\n")
    code, said = withdraw(showcase, capsys)
    assert (code, said["published"], said["whole"]) == (1, False, False)
    assert "CHƯA XONG" in report_of(showcase)


def test_a_name_of_one_syllable_is_said_to_need_eyes(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/son.md", person("Sơn"))
    code, said = withdraw(showcase, capsys)
    assert (code, said["whole"], said["left"]) == (1, False, [])
    assert "CẦN XEM BẰNG MẮT" in report_of(showcase)


def test_somebody_of_the_same_name_is_named_in_the_report(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/khac.md", person(NAME))
    code, _ = withdraw(showcase, capsys)
    assert code == 1
    assert "content/people/khac.md" in report_of(showcase)


def test_an_address_without_a_name_says_that_the_page_is_gone(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/tho-12.md", person("Ngô Bá Khá", "aliases: [nguoi/ngo-ba-kha, nguoi/cu-12]"))
    assert showcase.build().published
    assert cli.main(["withdraw", "people/tho-12", "--root", str(showcase.root), "--quiet"]) == 0
    site = showcase.site()
    for path in ("nguoi/tho-12/index.html", "en/people/tho-12/index.html", "nguoi/cu-12/index.html"):
        assert b"noindex" in site[path]
    assert "Trang này không còn" in site["nguoi/tho-12/index.html"].decode()
    assert "nguoi/ngo-ba-kha/index.html" not in site
    assert b"tho-12" not in site["sitemap.xml"]


STOPPING = (
    ("stories/hai-nguoi.md", "Hai người làm.", f"Anh [{NAME}](people/son.md) làm.", 11),
    ("data/sources.yaml", "title: Bài B", "title: Truong Thai Son kể", 2),
    ("data/sources.yaml", "a.example/1", "a.example/anh-truong-thai-son-1", 1),
)


def test_a_name_in_content_is_told_at_its_place_without_the_name(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, old, new, _ in STOPPING:
        showcase.replace(file, old, new)
    assert cli.main(["withdraw", "son", "--root", str(showcase.root)]) == 1
    said = capsys.readouterr()
    assert "CHƯA GỠ ĐƯỢC" in said.err
    for file, _, _, line in STOPPING:
        assert f"content/{file}:{line}" in said.out
        assert f"`content/{file}:{line}` Chỗ này viết tên" in report_of(showcase)
    assert "truong thai son" not in fold(said.out + said.err).replace("-", " ")
    for file, old, new, _ in STOPPING:
        showcase.replace(file, new, old)
    assert withdraw(showcase, capsys)[0] == 0


def test_who_is_not_there_cannot_be_taken_out(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(showcase.root / "content")
    assert cli.main(["withdraw", "khong-ai", "--root", str(showcase.root)]) == 2
    assert cli.main(["withdraw", "events/toa-dam", "--root", str(showcase.root)]) == 2
    assert cli.main(["withdraw", "son", "--received", "2027-01-01", "--root", str(showcase.root)]) == 2
    assert tree(showcase.root / "content") == before


def test_nothing_is_published_into_the_private_folder(showcase: Showcase) -> None:
    outcome = showcase.build(showcase.root / "private/site")
    assert [problem.code for problem in outcome.faults] == ["overlap"]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23", Deadlines("2026-11-25", "2026-12-08", "2026-12-13")),
        ("2026-11-20", Deadlines("2026-11-24", "2026-12-05", "2026-12-10")),
        ("2026-11-21", Deadlines("2026-11-24", "2026-12-06", "2026-12-11")),
        ("2026-12-31", Deadlines("2027-01-04", "2027-01-15", "2027-01-20")),
    ],
    ids=["a Monday", "a Friday", "a Saturday", "before a holiday, which is not passed over"],
)
def test_deadlines(received: str, due: Deadlines) -> None:
    assert deadlines(received) == due
