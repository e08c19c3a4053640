"""Reading the records of who agreed to what: in Vietnamese or English, faults at their places, no word of them told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY, by_consent, person
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.content import agreement, consents, reader
from vinhdanh.content.loading import Loader
from vinhdanh.content.model.consent import FIELDS, PURPOSES
from vinhdanh.content.model.values import Basis
from vinhdanh.content.visibility import Audience, State

WHOLE = """\
who: hoa
purposes: [web, print]
fields: all
date: 2026-11-20
form: signed
evidence: hoa.pdf
seal: 1a2b 3c4d 5e6f 7a8b
"""
VIETNAMESE = """\
người đồng ý: hoa
mục đích: [đăng trên trang web, in]
các mục: tất cả
ngày đồng ý: 20/11/2026
hình thức: giấy có chữ ký
bằng chứng: hoa.pdf
dấu của nội dung: 1a2b 3c4d 5e6f 7a8b
hết hạn: 2028
ghi chú: |
  Ký ở xưởng.
"""


@pytest.mark.parametrize("text", [WHOLE, VIETNAMESE], ids=["English", "Vietnamese"])
def test_a_consent_is_read_in_both_languages(text: str) -> None:
    consent, problems = consents.read("a.yaml", text.encode())
    assert problems == ()
    assert consent is not None
    assert (consent.who, consent.purposes, consent.limits) == (("hoa",), ("web", "print"), None)
    assert consent.date is not None
    assert (consent.date.iso, consent.form, consent.evidence) == ("2026-11-20", "signed", "hoa.pdf")
    assert consent.seal == "1a2b 3c4d 5e6f 7a8b"


def test_what_the_guide_shows_is_a_consent() -> None:
    guide = (ROOT / "docs/trust.md").read_text(encoding="utf-8")
    (shown,) = (
        text for text in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "người đồng ý:" in text
    )
    consent, problems = consents.read("a.yaml", shown.encode())
    assert not problems
    assert consent is not None
    assert (consent.purposes, consent.limits) == (("web", "print"), {"name", "job_title", "body"})


def test_fields_are_named_as_the_model_names_them() -> None:
    text = WHOLE.replace("fields: all", "fields: [họ và tên, ảnh, Danh hiệu, body, trích dẫn]")
    consent, problems = consents.read("a.yaml", text.replace("Danh hiệu", "honours").encode())
    assert not problems
    assert consent is not None
    assert consent.limits == {"name", "image", "honours", "body", "quotes"}
    assert {"name", "place", "summary", "members", "body"} <= FIELDS.keys()
    assert not {"basis", "sources", "aliases"} & FIELDS.keys()
    assert list(PURPOSES) == ["web", "print", "data", "social"]


SECRET = "BÍ-MẬT"
FAULTS = {
    "nothing": ("", "consent-fault", 1, 1),
    "another encoding": ("who: hoa\nnote: \xff", "consent-fault", 2, 7),
    "no YAML": (f"who: hoa\n  {SECRET}: [\n", "consent-fault", 2, 9),
    "a text": (f"{SECRET}\n", "consent-fault", 1, 1),
    "a list": (f"- {SECRET}\n", "consent-fault", 1, 1),
    "an unknown key": (f"{WHOLE}{SECRET}: 1\n", "consent-fault", 8, 1),
    "a private key": (f"{WHOLE}phone: {SECRET}\n", "consent-fault", 8, 1),
    "a key twice": (f"{WHOLE}seal: {SECRET}\n", "consent-fault", 8, 1),
    "an unknown purpose": (WHOLE.replace("print", SECRET), "consent-fault", 2, 17),
    "an unknown field": (WHOLE.replace("all", SECRET), "consent-fault", 3, 9),
    "no date": (WHOLE.replace("2026-11-20", SECRET), "consent-fault", 4, 7),
    "no such day": (WHOLE.replace("2026-11-20", "2026-02-30"), "consent-fault", 4, 7),
    "a word in passing": (WHOLE.replace("signed", SECRET), "consent-fault", 5, 7),
    "a list of evidence": (WHOLE.replace("hoa.pdf", f"[{SECRET}]"), "consent-fault", 6, 11),
    "an empty value": (WHOLE.replace("hoa.pdf", ""), "consent-lacks", 1, 1),
    "one line": ("{who: hoa, purposes: [in sách], fields: all}", "consent-fault", 1, 23),
    "no purpose": (WHOLE.replace("[web, print]", "[]"), "consent-lacks", 1, 1),
    **{
        f"without {line.partition(':')[0]}": (WHOLE.replace(f"{line}\n", ""), "consent-lacks", 1, 1)
        for line in WHOLE.splitlines()
    },
}


@pytest.mark.parametrize(("text", "code", "line", "column"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_consent_counts_as_none(text: str, code: str, line: int, column: int) -> None:
    data = text.encode("latin-1" if "\xff" in text else "utf-8")
    consent, problems = consents.read("private/consents/a.yaml", data)
    assert consent is None
    assert problems
    assert (problems[0].code, problems[0].location and problems[0].location[:3]) == (
        code,
        ("private/consents/a.yaml", line, column),
    )
    told = str(problems)
    assert SECRET not in told
    assert "hoa.pdf" not in told


def test_what_may_stand_there_is_told() -> None:
    _, (problem,) = consents.read("a.yaml", b"{who: hoa, purposes: [in sach], fields: all}")
    assert problem.advice("vi") == "Viết: purposes: [web, print, data, social]"
    _, (problem,) = consents.read("a.yaml", WHOLE.replace("print", "in ấn phẩm").encode())
    assert problem.advice("vi") == "Viết: purposes: [web, print, data, social]"
    assert "“purposes”" in problem.message("en")
    _, (problem,) = consents.read("a.yaml", WHOLE.replace("form: signed\n", "").encode())
    assert problem.advice("en") == "Add: form: signed, email, message, recording"


def test_what_is_left_out_mentions_nobody() -> None:
    text = (
        "name: Hoa\nbasis: {kind: consent, record: hoa}\naffiliations: [dien-luc]\nplace: Hà Nội\nimage: {file: a.jpg, "
        "alt: A, credit: B}\nquotes: [{text: C, source: bao-a}]\nsector: dien\nbody: D\n"
    )
    (raw,) = reader.read_file("people/hoa.yaml", text.encode(), {}).records
    fields = agreement.left_out(raw, {"name", "sector"})
    assert fields == ("affiliations", "place", "image", "quotes", "body")
    kept = agreement.without(raw, fields)
    assert (set(kept.values), kept.body) == ({"name", "basis", "sector"}, b"")
    assert [mention.id for mention in kept.mentions] == ["dien"]
    assert kept.media == ()
    assert agreement.without(raw, ()) is raw


def test_records_are_found_by_their_names_alone(tmp_path: Path) -> None:
    assert not consents.load(tmp_path).here
    folder = tmp_path / "private/consents"
    (folder / "cu").mkdir(parents=True)
    (tmp_path / "private/rieng.yaml").write_text(WHOLE)
    for name in ("hoa.yaml", "lan.yml", "lan.yaml", "cu/mai.yaml", "hoa.pdf", ".an.yaml"):
        (folder / name).write_text(WHOLE)
    found = consents.load(tmp_path)
    assert found.here
    assert {name: record is not None for name, record in found.records.items()} == {"hoa": True, "lan": False}
    assert [problem.location and problem.location.file for problem in found.problems] == [
        "private/consents/lan.yml"
    ]
    assert found.of(Basis(kind="consent", record="hoa"))
    for record in ("../rieng", "cu/mai", "consents/hoa", "hoa.yaml", "lan", ""):
        assert found.of(Basis(kind="consent", record=record)) is None
    assert found.of(Basis(kind="public_record", record="hoa")) is None


@pytest.mark.parametrize("audience", Audience)
def test_editors_work_on_where_no_consents_are_kept(tmp_path: Path, audience: Audience) -> None:
    """Readers get nothing then; editors see the person with a badge, and are told why in a warning."""
    showcase = showcases.make(tmp_path / "trang")
    showcase.replace("site.yaml", "[public_record]", "[public_record, consent]")
    showcase.write("people/son.md", by_consent(person("Trương Thái Sơn"), "son"))
    showcase.write("people/mai.md", person("Lê Thị Mai", body="Cùng anh Trương Thái Sơn."))
    loaded = Loader(showcase.root / "content", Memory(None), b"", audience).load(TODAY)
    (problem,) = loaded.problems
    editing = audience is Audience.EDITORS
    assert (problem.code, problem.severity) == ("consents-elsewhere", "warning" if editing else "error")
    assert (loaded.catalogue.get(("person", "son")) is not None) is editing
    assert loaded.catalogue.state(("person", "son")) is State.WITHHELD
