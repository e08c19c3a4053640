"""What lies in private/ stays there: canaries in it come out of no command, in no byte of what commands write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import BASIS, consent, tree
from vinhdanh import cli

CANARY = "CANARY-7f3a"
PLANTED = {
    "private/consents/son.yaml": f"purposes: [web]\nevidence: {CANARY}\n",
    "private/consents/mai.yaml": consent("mai").replace("giay.pdf", CANARY) + f"note: {CANARY}\n",
    "private/consents-former/mai.yaml": CANARY,
    f"private/{CANARY}.md": f"---\nname: {CANARY}\n---\n\n{CANARY}\n",
    "private/people/kin.md": f"---\nname: {CANARY}\nbasis: {{kind: public_record, sources: [bao-a]}}\n---\n",
    "private/media/anh.jpg": CANARY,
    "private/proofs/son.html": CANARY,
    "private/withdrawals/2026-11-22-son.md": CANARY,
}
COMMANDS = (
    ["build", "--explain", "--verbose"],
    ["build", "--json"],
    ["check", "--all"],
    ["check", "--fix", "--yes"],
    ["explain", "/nguoi/son/"],
    ["new", "person", "--name", "Ngô Bá Khá"],
    ["proof", "son"],
    ["consent", "mai", "--json"],
    ["withdraw", "son"],
)


def test_nothing_of_the_private_folder_comes_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    showcase = showcases.make(tmp_path / "trang")
    showcase.replace("people/hoa.md", "[anh Sơn](people/son.md)", "một người bạn")
    for path, text in PLANTED.items():
        target = showcase.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    showcase.replace("people/mai.md", BASIS, "basis: {kind: consent, record: mai}\n")
    showcase.replace("site.yaml", "[public_record]", "[public_record, consent]")
    for command in COMMANDS:
        cli.main([*command, "--root", str(showcase.root)])
    said = capsys.readouterr()
    assert CANARY not in said.out + said.err
    found = {path: data for path, data in tree(showcase.root).items() if path not in PLANTED}
    assert len(found) > 200
    assert [path for path, data in found.items() if CANARY in path or CANARY.encode() in data] == []
    assert all((showcase.root / path).read_text(encoding="utf-8") == text for path, text in PLANTED.items())
