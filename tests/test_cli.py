"""The command line as a user and as a program meets it: exit codes, JSON, the last line."""

from __future__ import annotations

import io
import json
import queue
from pathlib import Path
from typing import Any

import pytest

from tests import showcases
from tests.preview.running import PATIENCE_SECONDS, running
from tests.showcases import Showcase, tree
from vinhdanh import cli
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.preview import serving


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def at_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody sits there who gives these answers."""
    keyboard = io.StringIO("".join(f"{answer}\n" for answer in answers))
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out)


def test_building_ends_with_a_line_for_a_person(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "--root", str(showcase.root))
    assert (code, out) == (0, "")
    assert err.startswith("Đã dựng ")
    assert err.rstrip().endswith("index.html")


def test_the_last_line_is_english_when_asked(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "build", "--root", str(showcase.root), "--lang", "en")[2].startswith("Built ")


def test_quiet_says_nothing_when_all_is_well(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "build", "--root", str(showcase.root), "--quiet") == (0, "", "")


def test_json_of_a_build(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    code, first = as_json(capsys, "build", "--root", str(showcase.root), "--explain")
    assert code == 0
    assert set(first) == {"pages", "rendered", "written", "removed", "seconds", "reasons", "problems"}
    assert first["pages"] > 20
    assert first["reasons"]["/nguoi/hoa/"] == ["new"]
    showcase.replace("people/son.md", "Một người thợ.", "Khác.")
    _, second = as_json(capsys, "build", "--root", str(showcase.root), "--explain")
    assert second["rendered"] == second["written"] == len(second["reasons"])
    assert second["reasons"].pop("/nguoi/son/") == ["body"]
    assert all(url.startswith("/search/text/") for url in second["reasons"])


def test_json_of_a_build_that_fails(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    showcase.write("people/mai.md", "---\nname: Mai: x\n---\n")
    code, said = as_json(capsys, "build", "--root", str(showcase.root))
    assert code == 1
    problem = next(problem for problem in said["problems"] if problem["code"] == "colon-in-value")
    assert set(problem) == {"code", "severity", "file", "line", "column", "message", "fix", "edit"}
    assert (problem["file"], problem["line"], problem["column"]) == ("content/people/mai.md", 2, 10)
    assert problem["fix"] == 'Đặt cả giá trị trong ngoặc kép: name: "Mai: x"'


def test_problems_are_shown_with_their_line_and_a_caret(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("people/mai.md", "---\nname: Mai: x\n---\n")
    code, out, err = run(capsys, "build", "--root", str(showcase.root))
    assert code == 1
    assert "content/people/mai.md:2:10\n    2 | name: Mai: x\n                 ^\nlỗi: " in out
    assert "Chưa dựng được" in err


def test_check_is_clean_or_not(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--root", str(showcase.root))[0] == 0
    assert not (showcase.root / "site").exists()
    showcase.replace("people/mai.md", "published: 2026-11-22", "published: 22/11/2026")
    code, said = as_json(capsys, "check", "--root", str(showcase.root))
    assert (code, [problem["code"] for problem in said["problems"]]) == (0, ["local-date"])
    assert run(capsys, "check", "--root", str(showcase.root), "--strict")[0] == 1


def test_check_groups_by_file_and_counts(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    showcase.replace("people/mai.md", "published: 2026-11-22", "published: 22/11/2026\nzzz: 1")
    showcase.replace("people/son.md", "published: 2026-11-22", "published: 22/11/2026")
    code, out, err = run(capsys, "check", "--root", str(showcase.root))
    assert code == 1
    assert "== content/people/mai.md: 1 lỗi, 1 nên xem\n" in out
    assert "== content/people/son.md: 1 nên xem\n" in out
    assert "3 chỗ cần xem trong 2 tệp: 1 lỗi, 2 chỗ nên xem.\n2 chỗ có thể tự sửa: " in err


def test_what_is_wanting_is_a_calm_line_and_told_in_full_on_request(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "check", "--root", str(showcase.root), "--strict", "--lang", "en")
    assert (code, out) == (0, "")
    assert err.startswith("Nothing is wrong.\nWanting, when there is time: 2 without an honour, ")
    code, out, _ = run(capsys, "check", "--root", str(showcase.root), "--all")
    assert code == 0
    assert "== content/initiatives/khac.md: 1 bổ sung\n" in out
    _, said = as_json(capsys, "check", "--root", str(showcase.root))
    assert said["counts"] == {"notice": len(said["notices"])}
    assert {notice["severity"] for notice in said["notices"]} == {"notice"}


# -- mending ----


@pytest.fixture
def wrong(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> Showcase:
    """A showcase with just one thing that can be mended, and one that cannot."""
    run(capsys, "check", "--root", str(showcase.root), "--fix", "--yes")
    showcase.replace("people/mai.md", "published: 2026-11-22", "published: 22/11/2026\nzzz: 1")
    return showcase


def test_mending_without_a_terminal_only_shows(wrong: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(wrong.root / "content")
    code, out, err = run(capsys, "check", "--root", str(wrong.root), "--fix")
    assert code == 1
    assert "\n-published: 22/11/2026\n+published: 2026-11-22\n" in out
    assert "Chưa ghi gì cả" in err
    assert tree(wrong.root / "content") == before


def test_mending_writes_keeps_the_former_file_and_is_taken_back(
    wrong: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(wrong.root / "content")
    code, out, err = run(capsys, "check", "--root", str(wrong.root), "--fix", "--yes")
    assert code == 1, "what nobody can guess is left"
    assert "unknown-key" not in out
    assert "zzz" in out
    assert "Đã sửa 1 tệp." in err
    assert "Còn 1 chỗ" in err
    assert "published: 2026-11-22\n" in wrong.read("people/mai.md")
    assert run(capsys, "check", "--root", str(wrong.root), "--fix", "--yes")[2].startswith("Không có chỗ nào")
    assert run(capsys, "clean", "--root", str(wrong.root))[0] == 0
    assert run(capsys, "check", "--root", str(wrong.root), "--undo")[0] == 0
    assert tree(wrong.root / "content") == before


@pytest.mark.parametrize(
    ("answer", "written"), [("c", True), ("Có", True), ("y", True), ("k", False), ("", False)]
)
def test_somebody_at_a_terminal_is_asked(
    wrong: Showcase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    written: bool,
) -> None:
    at_terminal(monkeypatch, answer)
    assert "[c/K]" in run(capsys, "check", "--root", str(wrong.root), "--fix")[2]
    assert ("22/11/2026" not in wrong.read("people/mai.md")) is written


def test_json_of_mending(wrong: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = as_json(capsys, "check", "--root", str(wrong.root), "--fix")
    assert code == 1
    assert [file["file"] for file in said["mended"]] == ["content/people/mai.md"]
    assert said["mended"][0]["diff"].startswith("--- content/people/mai.md")
    assert (said["written"], said["backup"]) == ([], None)
    code, said = as_json(capsys, "check", "--root", str(wrong.root), "--fix", "--yes")
    assert said["written"] == ["content/people/mai.md"]
    assert Path(said["backup"], "content/people/mai.md").is_file()
    assert [problem["code"] for problem in said["problems"]] == ["unknown-key"]
    assert as_json(capsys, "check", "--root", str(wrong.root), "--undo")[1] == {
        "restored": ["people/mai.md"],
        "changed": [],
    }


def test_mending_nothing_at_all_exits_with_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--fix", "--root", str(tmp_path))[0] == 3


MISUSED = {
    "--yes without --fix": (["--yes"], "--fix --yes"),
    "--undo and --fix": (["--undo", "--fix", "--yes"], "bỏ --fix, --yes"),
    "--undo and --links": (["--undo", "--links"], "bỏ --links"),
    "--fix and --links": (["--fix", "--links"], "check --fix trước"),
    "--fix and --all": (["--fix", "--all"], "rồi check --all"),
    "--links-limit without --links": (["--links-limit", "5"], "--links-limit"),
}


@pytest.mark.parametrize(("arguments", "words"), MISUSED.values(), ids=MISUSED.keys())
def test_options_that_would_do_nothing_are_told(
    wrong: Showcase, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    before = tree(wrong.root / "content")
    code, out, err = run(capsys, "check", *arguments, "--quiet", "--root", str(wrong.root))
    assert (code, out, words in err) == (2, "", True)
    code, said = as_json(capsys, "check", *arguments, "--root", str(wrong.root))
    assert (code, words in said["error"]) == (2, True)
    assert tree(wrong.root / "content") == before


# -- new records ----


def test_a_new_record_is_written_and_checked(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "new", "person", "--name", "Đỗ Thị Lan", "--root", str(showcase.root))
    assert code == 0
    assert out == f"{showcase.root / 'content/people/do-thi-lan.md'}\n"
    assert "/nguoi/do-thi-lan/" in err
    assert showcase.read("people/do-thi-lan.md").startswith("---\n# Họ và tên: ")
    assert run(capsys, "check", "--root", str(showcase.root), "--strict")[:2] == (0, "")


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_a_record_of_any_kind_passes_the_check(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    more = {
        "experience": ["setting=press", "speakers=hoa", "speakers=Các đại biểu"],
        "source": ["publisher=Báo C"],
    }
    given = [word for pair in more.get(kind, []) for word in ("--set", pair)]
    code, said = as_json(capsys, "new", kind, "--name", "Mới: “một”", *given, "--root", str(showcase.root))
    assert (code, said["id"], said["problems"]) == (0, "moi-mot", [])
    assert (showcase.root / said["file"]).is_file()
    code, said = as_json(capsys, "check", "--root", str(showcase.root))
    assert (code, said["problems"]) == (0, [])


REFUSED = {
    "no kind": ([], 2, "person, collective"),
    "an unknown kind": (["ghi-chep", "--name", "A"], 2, "person, collective"),
    "no name": (["person"], 2, "--set name=…"),
    "more that is needed": (["experience", "--name", "A"], 2, "--set setting=… --set speakers=…"),
    "an unknown key": (["person", "--name", "A", "--set", "mat=nâu"], 2, "“mat”"),
    "no value": (["person", "--name", "A", "--set", "gender"], 2, "mục=giá trị"),
    "a name that is taken": (["person", "--name", "Hoa"], 1, "--id"),
    "a name without letters": (["person", "--name", "???"], 1, "--id"),
    "an id that is none": (["person", "--name", "A", "--id", "Chị A"], 1, "--id"),
    "a wrong value": (["person", "--name", "A", "--set", "gender=x"], 1, "Chưa ghi gì"),
    "a reference to nobody": (["initiative", "--name", "A", "--set", "authors=khong-co"], 1, "Chưa ghi gì"),
}


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_without_a_terminal_nothing_is_asked(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    before = tree(showcase.root / "content")
    found, _, err = run(capsys, "new", *arguments, "--root", str(showcase.root))
    assert found == code
    assert words in err
    assert tree(showcase.root / "content") == before


def test_somebody_at_a_terminal_is_asked_for_what_is_needed_only(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, "kinh nghiệm", "Làm chậm", "1", "hoa", "1", "", "làm chậm lại", "")
    code, out, err = run(capsys, "new", "--root", str(showcase.root))
    assert code == 0, err
    assert out.endswith("experiences/lam-cham-lai.md\n")
    assert "Mã “lam-cham” đã có rồi." in err
    text = showcase.read("experiences/lam-cham-lai.md")
    assert "\nsetting: at_event\n" in text
    assert "\nspeakers:\n  - hoa\n" in text


def test_whoever_leaves_has_written_nothing(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(showcase.root / "content")
    at_terminal(monkeypatch, "1")
    assert run(capsys, "new", "--root", str(showcase.root))[0] == 130
    assert tree(showcase.root / "content") == before


# -- a new record in the preview ----


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> queue.Queue[str]:
    """The addresses that a browser was opened on."""
    addresses: queue.Queue[str] = queue.Queue()
    monkeypatch.setattr("webbrowser.open", addresses.put)
    return addresses


def test_a_new_record_is_opened_in_the_preview_that_runs(
    showcase: Showcase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    browsed: queue.Queue[str],
) -> None:
    at_terminal(monkeypatch)
    with running(showcase) as preview, preview.tab("/nguoi/lan/") as tab:
        assert run(capsys, "new", "person", "--name", "Lan", "--root", str(showcase.root))[0] == 0
        assert browsed.get_nowait() == f"http://127.0.0.1:{preview.port}/nguoi/lan/"
        tab.hear_until(lambda message: preview.ask("/nguoi/lan/").status == 200)


@pytest.mark.parametrize("more", [["--set", "gender=nữ"], ["--no-open"], ["--quiet"], ["--json"]])
def test_a_script_opens_nothing_and_is_asked_nothing(
    showcase: Showcase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    browsed: queue.Queue[str],
    more: list[str],
) -> None:
    at_terminal(monkeypatch)
    given = ["--root", str(showcase.root), *more]
    assert run(capsys, "new", "person", "--name", "Lan", *given)[0] == 0
    with running(showcase) as preview:
        code, out, err = run(capsys, "new", "person", "--name", "Bình", *given)
        address = f"http://127.0.0.1:{preview.port}/nguoi/binh/"
        assert (code, address in out + err) == (0, "--quiet" not in more)
    assert browsed.empty()


def test_without_a_preview_one_is_offered(
    showcase: Showcase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    browsed: queue.Queue[str],
) -> None:
    monkeypatch.setattr(serving, "serve", lambda wish, voice: voice.opened("http://127.0.0.1:8000/"))
    showcase.replace("site.yaml", "name:", "base_url: https://cong-doan.example/vinh-danh/\nname:")
    given = ("new", "person", "--root", str(showcase.root), "--name")
    at_terminal(monkeypatch, "")
    assert "python3 build.py serve, rồi mở trang /vinh-danh/nguoi/lan/" in run(capsys, *given, "Lan")[2]
    at_terminal(monkeypatch, "có")
    assert run(capsys, *given, "Bình")[0] == 0
    assert browsed.get(timeout=PATIENCE_SECONDS) == "http://127.0.0.1:8000/vinh-danh/nguoi/binh/"


def test_the_preview_opens_the_page_that_is_named(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch, browsed: queue.Queue[str]
) -> None:
    monkeypatch.setattr(serving, "serve", lambda wish, voice: voice.opened("http://127.0.0.1:8000/"))
    cli.main(["serve", "--root", str(showcase.root), "--open", "/soan-bai/", "--quiet"])
    assert browsed.get(timeout=PATIENCE_SECONDS) == "http://127.0.0.1:8000/soan-bai/"
    cli.main(["serve", "--root", str(showcase.root), "--quiet"])
    assert browsed.get(timeout=PATIENCE_SECONDS) == "http://127.0.0.1:8000/"


def test_explain_tells_the_story_of_a_page(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "build", "--root", str(showcase.root))
    showcase.replace("people/son.md", "Một người thợ.", "Khác.")
    run(capsys, "build", "--root", str(showcase.root))
    code, said = as_json(capsys, "explain", "/nguoi/son/", "--root", str(showcase.root))
    assert code == 0
    assert said["origin"] == "content/people/son.md"
    assert said["maker"] == "template:person.html"
    assert said["reasons"] == "body"
    assert {"engine", "template", "site", "honours", "body"} <= set(said["parts"])


def test_explain_of_an_address_that_is_not_planned(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, "explain", "/khong-co/", "--root", str(showcase.root))
    assert code == 1
    assert "/khong-co/" in err


def test_clean_forgets_but_publishes_nothing_else(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "build", "--root", str(showcase.root))
    before = showcase.site()
    assert run(capsys, "clean", "--root", str(showcase.root))[0] == 0
    assert not (showcase.root / ".vinhdanh").exists()
    assert showcase.site() == before


def test_output_goes_where_it_is_told(
    showcase: Showcase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "build", "--root", str(showcase.root), "--output", str(tmp_path / "kết quả"))[0] == 0
    assert (tmp_path / "kết quả/index.html").is_file()
    assert not (showcase.root / "site").exists()


@pytest.mark.parametrize("arguments", [["biuld"], ["build", "--nonsense"], ["explain"]])
def test_wrong_usage_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err


def test_no_content_exits_with_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "build", "--root", str(tmp_path))
    assert code == 3
    assert "--root" in out


def test_a_broken_template_exits_with_three_also_as_json(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    (showcase.root / "templates").mkdir()
    code, said = as_json(capsys, "build", "--root", str(showcase.root))
    assert code == 3
    assert said["problems"][0]["code"] == "template-missing"


@pytest.mark.parametrize("command", ["build", "check", "explain /"])
def test_a_fault_of_our_own_is_told_in_a_line(
    showcase: Showcase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    assert run(capsys, "--root", str(showcase.root))[0] == 0
    before = showcase.site()
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ khéo.")

    def fails(*given: object, **named: object) -> object:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("vinhdanh.content.reader.read_file", fails)
    code, out, err = run(capsys, *command.split(), "--root", str(showcase.root))
    assert code == 3
    assert "Chương trình gặp lỗi của chính nó: ZeroDivisionError: division by zero (test_cli.py:" in out
    assert "Traceback" not in out + err
    assert showcase.site() == before
    assert "Traceback" in run(capsys, *command.split(), "--root", str(showcase.root), "--verbose")[2]
    assert as_json(capsys, *command.split(), "--root", str(showcase.root))[0] == 3


def test_annotations_for_reviews(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    showcase.write("people/mai.md", "---\nname: Mai: x\n---\n")
    out = run(capsys, "check", "--root", str(showcase.root))[1]
    assert "::error file=content/people/mai.md,line=2,col=10::" in out


def test_the_day_of_a_reproducible_build(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    showcase.replace("people/mai.md", "published: 2026-11-22", "publish_on: 2026-12-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")  # 2025-12-01
    run(capsys, "build", "--root", str(showcase.root))
    assert not (showcase.root / "site/nguoi/mai").exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01
    run(capsys, "build", "--root", str(showcase.root))
    assert (showcase.root / "site/nguoi/mai/index.html").is_file()
