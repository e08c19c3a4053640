"""Recording what somebody agreed to, and taking it back: what is asked, what is written, what is said later."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase, consent
from vinhdanh import cli
from vinhdanh.content import consents
from vinhdanh.editing.trust.confirming import begins_seal, is_seal, same_seal
from vinhdanh.editing.trust.recording import taken_back

GIVEN = {
    "--purposes": "web,print",
    "--fields": "all",
    "--date": "20/11/2026",
    "--form": "signed",
    "--evidence": "son.pdf",
}


@pytest.fixture
def showcase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Showcase:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    made = showcases.make(tmp_path / "trang")
    made.replace("site.yaml", "[public_record]", "[public_record, consent]")
    return made


def run(showcase: Showcase, capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, dict[str, Any]]:
    code = cli.main([*command, "--root", str(showcase.root), "--json"])
    return code, json.loads(capsys.readouterr().out)


def record(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], **more: str | None
) -> tuple[int, dict[str, Any]]:
    seal = run(showcase, capsys, "proof", "son")[1]["digest"]
    given = {"--seal": seal[:4], **GIVEN, **{f"--{name}": value for name, value in more.items()}}
    return run(
        showcase,
        capsys,
        "consent",
        "son",
        *(part for pair in given.items() if pair[1] for part in pair if part),
    )


def kept(showcase: Showcase, name: str = "son") -> str:
    return (showcase.root / f"private/consents/{name}.yaml").read_text(encoding="utf-8")


def problems(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int]]:
    found = run(showcase, capsys, "check")[1]["problems"]
    return [(each["code"], each["file"], each["line"]) for each in found]


def test_a_consent_is_written_and_relied_on(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    before = showcase.read("people/son.md")
    seal = run(showcase, capsys, "proof", "son")[1]["digest"]
    code, said = record(showcase, capsys, note="Ký ở xưởng: 'A' \"B\" # c")
    assert (code, said["purposes"], said["current"]) == (0, ["web", "print"], True)
    found, _ = consents.read("a", kept(showcase).encode())
    assert found is not None
    assert (found.who, found.limits, found.seal, found.note) == (
        ("son",),
        None,
        seal,
        "Ký ở xưởng: 'A' \"B\" # c",
    )
    assert showcase.read("people/son.md") == before.replace(
        "basis: {kind: public_record, sources: [bao-a]}", "basis:\n  kind: đồng ý\n  record: son"
    )
    assert (showcase.root / "private/.gitignore").read_text(encoding="utf-8").endswith("\n*\n")
    assert problems(showcase, capsys) == []
    assert showcase.build().published
    assert "nguoi/son/index.html" in showcase.site()
    assert "the/people/son.jpg" not in showcase.site()


def test_what_is_agreed_anew_leaves_the_former_record(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    record(showcase, capsys)
    first = kept(showcase)
    assert record(showcase, capsys, purposes="web,print,social")[0] == 0
    assert kept(showcase) != first
    former = showcase.root / "private/consents-former/son.yaml"
    assert former.read_text(encoding="utf-8") == first


WRONG = {
    "an unknown purpose": {"purposes": "web,prin"},
    "no purpose": {"purposes": ", ,"},
    "an unknown field": {"fields": "name,tuổi"},
    "no day": {"date": "hôm qua"},
    "no form": {"form": "nói miệng"},
    "no evidence": {"evidence": None},
    "nothing said of the fields": {"fields": None},
    "no seal": {"seal": None},
    "another beginning": {"seal": "zzzz"},
    "three digits": {"seal": "123"},
}


@pytest.mark.parametrize("more", WRONG.values(), ids=WRONG.keys())
def test_nothing_is_taken_for_granted(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], more: dict[str, str | None]
) -> None:
    before = showcase.read("people/son.md")
    code, said = record(showcase, capsys, **more)
    assert (code, said["consent"]) == (2, None)
    assert not (showcase.root / "private/consents").exists()
    assert showcase.read("people/son.md") == before


def test_a_team_agrees_too_under_a_name_of_its_own(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.write("collectives/son.md", "---\nname: Tổ Sơn\nmembers: [Ông A]\n---\n")
    seal = run(showcase, capsys, "proof", "collectives/son")[1]["digest"]
    given = [part for pair in {**GIVEN, "--seal": seal}.items() for part in pair]
    code, said = run(showcase, capsys, "consent", "collectives/son", *given)
    assert (code, Path(said["consent"]).name) == (0, "collective-son.yaml")
    assert "record: collective-son" in showcase.read("collectives/son.md")
    assert problems(showcase, capsys) == []
    assert showcase.build().published
    assert "tap-the/son/index.html" in showcase.site()


def test_somebody_else_is_told_of(showcase: Showcase, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(showcase, capsys, "consent", "khong-co")[0] == 2


def test_an_officer_is_asked_and_enter_agrees_to_nothing(
    showcase: Showcase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = run(showcase, capsys, "proof", "son")[1]["digest"]
    monkeypatch.setattr("vinhdanh.commands.consenting.can_ask", lambda: True)
    answers = [
        "c",
        "",
        "có",
        "",
        "k",
        "name, job_title, body",
        "hôm qua",
        "20/11/2026",
        "1",
        "son.pdf",
        seal[:4],
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in answers)))
    assert cli.main(["consent", "son", "--root", str(showcase.root)]) == 0
    found, _ = consents.read("a", kept(showcase).encode())
    assert found is not None
    assert (found.purposes, found.limits) == (("web", "data"), {"name", "job_title", "body"})
    assert "Không thấy tệp “son.pdf” trong private/" in capsys.readouterr().err


def test_an_officer_who_leaves_has_written_nothing(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vinhdanh.commands.consenting.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("c\nc\n"))
    assert cli.main(["consent", "son", "--root", str(showcase.root)]) == 130
    assert not (showcase.root / "private").exists()


def test_what_changes_after_the_consent_needs_to_be_confirmed_again(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    record(showcase, capsys)
    line = showcase.read("people/son.md").split("basis:")[0].count("\n") + 1
    showcase.replace("people/son.md", "sector: dien\n", "sector: dien\nsources: [bao-b]\n")
    assert problems(showcase, capsys) == []
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
    assert problems(showcase, capsys) == [("confirm-again", "content/people/son.md", line + 1)]
    assert showcase.build().published
    seal = run(showcase, capsys, "proof", "son")[1]["digest"]
    old = consents.read("a", kept(showcase).encode())[0]
    assert old is not None
    code, said = record(showcase, capsys, seal=old.seal)
    assert (code, said["current"]) == (0, False)
    assert problems(showcase, capsys) == [("confirm-again", "content/people/son.md", line + 1)]
    assert record(showcase, capsys, seal=seal)[1]["current"]
    assert problems(showcase, capsys) == []


def test_a_machine_without_the_consents_checks_the_content_all_the_same(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    record(showcase, capsys)
    (showcase.root / "private").rename(showcase.root.parent / "private")
    code, said = run(showcase, capsys, "check")
    assert code == 0
    assert [(each["code"], each["severity"]) for each in said["problems"]] == [
        ("consents-elsewhere", "warning")
    ]
    assert not showcase.build().published


def test_a_withdrawal_is_written_into_the_consent_too(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase.replace("people/hoa.md", "[anh Sơn](people/son.md)", "một người bạn")
    record(showcase, capsys)
    before = kept(showcase)
    code, said = run(showcase, capsys, "withdraw", "son")
    assert (code, said["whole"]) == (0, True)
    assert kept(showcase) == f"{before}withdrawn: {TODAY}\n"
    showcase.replace("people/son.md", f"  withdrawn: {TODAY}\n", "")
    assert showcase.build().published
    assert "nguoi/son/index.html" not in showcase.site()


KEPT = consent("son")
BACK = {
    "as it is written": (KEPT, f"{KEPT}withdrawn: {TODAY}\n"),
    "without an end of its line": (KEPT.rstrip(), f"{KEPT}withdrawn: {TODAY}\n"),
    "taken back before": (f"{KEPT}withdrawn: 2026\n", f"{KEPT}withdrawn: 2026\n"),
    "in one line": ("{" + ", ".join(KEPT.splitlines()) + "}\n", None),
    "broken": ("who: [\n", None),
    "of two": (consent("[son, mai]"), None),
}


@pytest.mark.parametrize(("before", "after"), BACK.values(), ids=BACK.keys())
def test_a_record_says_when_it_was_taken_back(before: str, after: str | None) -> None:
    found = taken_back(before.encode(), TODAY, "son")
    assert (found and found.decode()) == after


def test_seals_are_compared_by_their_digits() -> None:
    assert same_seal("1a2b 3c4d 5e6f 7a8b", " 1A2B3C4D5E6F7A8B ")
    assert not same_seal("1a2b 3c4d 5e6f 7a8b", "1a2b 3c4d 5e6f 7a8c")
    assert begins_seal("1a2b", "1a2b 3c4d 5e6f 7a8b")
    assert not begins_seal("1a2", "1a2b 3c4d 5e6f 7a8b")
    assert is_seal("1a2b3c4d5e6f7a8b")
    assert not is_seal("1a2b3c4d5e6f7a8z")
