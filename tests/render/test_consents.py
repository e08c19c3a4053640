"""What was not agreed to is in no byte of what is published: purpose by purpose, field by field, whatever changes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from tests import showcases
from tests.photographs import encoded
from tests.showcases import TODAY, Showcase, by_consent, consent, person, tree
from vinhdanh import cli
from vinhdanh.base.memory import Memory
from vinhdanh.content.model.consent import FIELDS
from vinhdanh.content.model.kinds import by_key
from vinhdanh.editing.check import check
from vinhdanh.render import unchanged
from vinhdanh.render.outcome import Options, Outcome
from vinhdanh.render.pipeline import MEMORY_FILE, MEMORY_FOLDER

SITE = showcases.FILES["site.yaml"].replace("[public_record]", "[public_record, consent]")
NAME = "Ngô Thị Sáu"
SAU = by_consent(
    person(
        NAME,
        "job_title: Thợ hàn",
        "image: {file: sau.jpg, alt: Chân dung, credit: Báo A}",
        "affiliations: [dien-luc]",
    ),
    "phieu-1",
)


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    """A showcase in which many texts speak of somebody who relies on a consent."""
    made = showcases.make(tmp_path / "trang", {**showcases.FILES, "site.yaml": SITE, "people/sau.md": SAU})
    media = made.root / "content/media"
    media.mkdir()
    (media / "sau.jpg").write_bytes(encoded(Image.new("RGB", (900, 700), "teal")))
    made.replace("initiatives/khac.md", "authors: [hoa]", f"authors: [hoa, sau]\nproblem: Việc của {NAME}.")
    made.replace("stories/hai-nguoi.md", "title: Hai người thợ", f"title: Hai người thợ và {NAME}")
    made.replace("events/toa-dam.md", "  - {who: son", "  - {who: sau, role: chia sẻ}\n  - {who: son")
    made.replace("experiences/lam-cham.md", "speakers: [hoa]", "speakers: [hoa, sau]")
    made.write("data/sources/ve-ngo-thi-sau.yaml", "title: Bài C\npublisher: Báo C\n")
    made.write("people/hoa.en.md", "---\nsummary: She works with Ngo Thi Sau.\n---\n")
    return made


def said(data: bytes) -> bool:
    """Whether somebody's name is in a file."""
    text = data.decode("utf-8", "replace")
    return bool(re.search(r"Ngô Thị Sáu|ngo[-+ ]thi[-+ ]sau|Ngo Thi Sau", text))


def naming(showcase: Showcase) -> set[str]:
    return {path for path, data in showcase.site().items() if said(data)}


def open_data(showcase: Showcase) -> dict[str, bytes]:
    return {
        path: data
        for path, data in showcase.site().items()
        if path.startswith("du-lieu/") and not path.endswith(".html")
    }


def build(showcase: Showcase, purposes: str = "[web, print, data, social]", fields: str = "all") -> Outcome:
    showcase.agree("phieu-1", consent("sau", purposes, fields))
    outcome = showcase.build()
    assert outcome.published, outcome.problems
    return outcome


def structured(data: bytes) -> str:
    return "".join(
        re.findall(r'<script type="application/ld\+json">(.*?)</script>', data.decode(), re.DOTALL)
    )


def test_what_was_agreed_to_is_published_everywhere(showcase: Showcase) -> None:
    assert build(showcase).problems == ()
    site = showcase.site()
    assert {"nguoi/sau/index.html", "the/people/sau.jpg", "qr/people/sau.svg"} <= site.keys()
    page = site["nguoi/sau/index.html"]
    assert NAME in structured(page)
    assert b"Th\xe1\xbb\xa3 h\xc3\xa0n" in page
    assert any(said(data) for data in open_data(showcase).values())


def test_without_data_no_byte_of_the_open_data_tells_of_somebody(showcase: Showcase) -> None:
    build(showcase, "[web, print, social]")
    files = open_data(showcase)
    assert len(files) > 20
    assert [path for path, data in files.items() if said(data)] == []
    assert [
        path for path, data in files.items() if re.search(rb'"sau"|^sau,|/sau/', data, re.MULTILINE)
    ] == []
    initiatives = {row["id"]: row for row in json.loads(files["du-lieu/initiatives.json"])}
    assert "problem" not in initiatives["khac"]
    assert initiatives["khac"]["authors"] == [
        {"who": {"kind": "person", "id": "hoa"}},
        {"who": {"name": "một công nhân"}},
    ]
    assert not [path for path, data in files.items() if b"hai-nguoi" in data]
    site = showcase.site()
    assert said(site["nguoi/sau/index.html"])
    assert [
        path for path, data in site.items() if path.endswith(".html") and said(structured(data).encode())
    ] == []
    assert "ProfilePage" in structured(site["nguoi/son/index.html"])


def test_without_social_no_share_card_shows_somebody(showcase: Showcase) -> None:
    build(showcase)
    before = showcase.site()
    build(showcase, "[web, print, data]")
    site = showcase.site()
    cards = {path for path in before if path.endswith(".jpg") and path not in site}
    assert (
        len(cards) >= 4
    )  # hers, those of the story and of the initiative that name her, in one language or both
    for path in ("nguoi/sau", "cau-chuyen/hai-nguoi"):
        page = site[f"{path}/index.html"].decode()
        assert re.findall(r'property="og:image" content="https://thu.example/([^"]+)"', page) == [
            "the/site.jpg"
        ]


def test_a_picture_of_somebody_who_did_not_agree_is_on_nobodys_card(showcase: Showcase) -> None:
    picture = "image: {file: sau.jpg, alt: Hai người, credit: A, people: [sau], basis: {kind: public_record, source: bao-a}}"
    showcase.replace("events/toa-dam.md", "kind: tọa đàm", f"kind: tọa đàm\n{picture}")
    build(showcase)
    with_picture = {
        path: data for path, data in showcase.site().items() if "toa-dam" in path and path.endswith(".jpg")
    }
    build(showcase, "[web, print, data]")
    without = {path: showcase.site().get(path) for path in with_picture}
    assert with_picture
    assert all(without[path] != data for path, data in with_picture.items())
    assert "anh/sau-" in showcase.site()["su-kien/toa-dam/index.html"].decode()


def test_without_print_no_code_leads_back_from_paper(showcase: Showcase) -> None:
    build(showcase)
    before = showcase.site()
    build(showcase, "[web, data, social]")
    gone = before.keys() - showcase.site().keys()
    assert gone == {"qr/people/sau.svg"}
    assert b"paper-address" in before["nguoi/sau/index.html"]
    assert b"paper-address" not in showcase.site()["nguoi/sau/index.html"]


WITHHELD: Mapping[str, str | None] = {
    "no record": None,
    "a broken one": "who: sau\npurposes: [web\n",
    "somebody else's": consent("hoa"),
    "no web": consent("sau", "[print, data, social]"),
    "no name": consent("sau", fields="[quotes, job_title]"),
    "withdrawn": consent("sau", "[web]", "all", "withdrawn: 2026-11-21"),
    "expired": consent("sau", "[web]", "all", "expires: 2026-11-21"),
}


def test_without_a_good_consent_nothing_is_published_that_names_somebody(showcase: Showcase) -> None:
    build(showcase)
    assert naming(showcase)
    named = {
        path: showcase.read(path)
        for path in ("initiatives/khac.md", "stories/hai-nguoi.md", "people/hoa.en.md")
    }
    for path in named:
        showcase.write(path, showcases.FILES[path])
    showcase.remove("data/sources/ve-ngo-thi-sau.yaml")
    for what, record in WITHHELD.items():
        (showcase.root / "private/consents/phieu-1.yaml").unlink(missing_ok=True)
        if record is not None:
            showcase.agree("phieu-1", record)
        outcome = showcase.build()
        assert outcome.published, what
        assert "no-consent" in {problem.code for problem in outcome.problems}, what
        assert naming(showcase) == set(), what
        assert not [path for path in showcase.site() if "sau" in path], what
    showcase.agree("phieu-1", WITHHELD["no web"] or "")
    for path, text in named.items():
        before = showcase.read(path)
        showcase.write(path, text)
        outcome = showcase.build()
        assert not outcome.published
        assert "withheld-name" in {problem.code for problem in outcome.problems}
        showcase.write(path, before)


def test_a_machine_without_the_consents_publishes_nothing(showcase: Showcase) -> None:
    build(showcase)
    before = showcase.site()
    shutil.move(showcase.root / "private", showcase.root.parent / "private")
    outcome = showcase.build()
    assert not outcome.published
    errors = [problem.code for problem in outcome.problems if problem.severity == "error"]
    assert errors == ["consents-elsewhere"]
    assert showcase.site() == before


# -- field by field

LETTERS = {name: f"Canaryx{number}y" for number, name in enumerate((*FIELDS, "so_thich"))}
FIGURE = "{value: 12 giờ, source: bao-a, note: %s}"
WRITTEN: Mapping[str, Mapping[str, str]] = {
    "person": {
        "summary": "summary: %s",
        "image": "image: {file: %s.jpg, alt: %s, caption: %s, credit: %s}",
        "pictures": "pictures: [{file: %s.jpg, alt: %s, caption: %s, credit: %s}]",
        "unverified": "",
        "name_parts": "name_parts: {family: %s}",
        "address_form": "",
        "gender": "",
        "job_title": "job_title: %s",
        "worker_kind": "",
        "affiliations": "affiliations: [{organisation: Xưởng %s, role: %s}]",
        "place": "place: Tỉnh %s",
        "place_inferred": "",
        "sector": "",
        "honours": "honours: [{award: giai-a, year: 2023, edition: %s, note: %s, source: bao-a}]",
        "quotes": "quotes: [{text: %s, occasion: %s, source: bao-a}]",
        "mentoring": "mentoring: {people: 3, note: %s, source: bao-a}",
        "facts": "facts: [{label: %s, text: %s}]",
        "differing": f"differing: [{{label: %s, figures: [{FIGURE}, {FIGURE}]}}]",
        "life": "",
        "body": 'body: "Chữ %s"',
    },
    "collective": {
        "form": "form: Tổ %s",
        "members": "members: [{who: Ông %s}]",
        "organisation": "organisation: Xưởng %s",
    },
}
"""Keys of a file with a text of their own in them; empty where a key has no text."""


def test_every_field_that_can_be_agreed_to_is_tried() -> None:
    assert {name for fields in WRITTEN.values() for name in fields} | {"all", "name"} == set(FIELDS)


def filled(text: str, letters: str) -> str:
    return text.replace("%s", letters)


@pytest.mark.parametrize("agreed", [False, True], ids=["not agreed to", "agreed to"])
def test_a_field_that_was_not_agreed_to_is_in_no_byte(tmp_path: Path, agreed: bool) -> None:
    """One person for each field, whose consent has all fields but that one. A picture in a text needs the text."""
    added = "extra_fields:\n  - {of: person, key: so_thich, label: Sở thích, type: text}\n"
    made = showcases.make(tmp_path / "trang", {**showcases.FILES, "site.yaml": SITE + added})
    media = made.root / "content/media"
    media.mkdir()
    tried = []
    written = [(kind, name, text) for kind, fields in WRITTEN.items() for name, text in fields.items()]
    for kind, name, text in (*written, ("person", "so_thich", "so_thich: %s")):
        if not text or name == "place":
            continue
        letters = LETTERS[name]
        for each in ("image", "pictures"):
            if name == each:
                picture = Image.new("RGB", (640, 480), (len(tried) * 9, 80, 80))
                (media / f"{letters}.jpg").write_bytes(encoded(picture))
        more = f'body: "Bài\\n\\n![]({letters}.jpg)"\n' if name == "pictures" else ""
        id = f"ai-{name.replace('_', '-')}"
        basis = f"basis: {{kind: consent, record: {id}}}\n"
        folder = by_key()[kind].folder
        made.write(
            f"{folder}/{id}.yaml", f"name: Hà Văn {id.title()}\n{basis}{filled(text, letters)}\n{more}"
        )
        made.write(f"{folder}/{id}.en.yaml", f"{filled(text, letters)}\n")
        others = ", ".join(key for key in FIELDS if key not in ("all", name))
        made.agree(id, consent(id, fields="all" if agreed else f"[{others}]"))
        tried.append((name, letters, f"{by_key()[kind].path[0]}/{id}/index.html"))
    outcome = made.build()
    assert outcome.published, outcome.problems
    site = made.site()
    found = {
        name for name, letters, _ in tried for path, data in site.items() if letters.lower() in path.lower()
    }
    found |= {name for name, letters, _ in tried for data in site.values() if letters.encode() in data}
    assert all(page in site for _, _, page in tried)
    assert found == ({name for name, *_ in tried} if agreed else set())
    assert ("fields-left-out" in {notice.code for notice in _notices(made)}) is not agreed


def _notices(showcase: Showcase) -> tuple[object, ...]:

    return check(Options(showcase.root, showcase.root / "site", TODAY)).notices


def test_a_place_and_words_shared_elsewhere_are_left_out_too(showcase: Showcase) -> None:
    everything = ", ".join(key for key in FIELDS if key not in ("all", "quotes", "place", "pictures"))
    build(showcase)
    before = showcase.site()
    assert b"Ch\xe1\xba\xadm th\xc3\xb4i" in before["kinh-nghiem/lam-cham/index.html"]
    assert b"Qu\xe1\xba\xa3ng Nam" in before["nguoi/sau/index.html"]
    build(showcase, fields=f"[{everything}]")
    site = showcase.site()
    assert not [path for path, data in site.items() if "Chậm thôi".encode() in data]
    assert "Quảng Nam".encode() not in site["nguoi/sau/index.html"]


# -- the same whatever was built before


ROUNDS = (
    consent("sau"),
    consent("sau", "[web, print]"),
    consent("sau", "[web, data]", "[name, body, job_title]"),
    "who: [\n",
    consent("sau", "[web, print, data, social]"),
    None,
)
"""What becomes of one consent, one after another."""


def test_whatever_becomes_of_a_consent_incremental_equals_clean(showcase: Showcase, tmp_path: Path) -> None:
    for path in ("initiatives/khac.md", "stories/hai-nguoi.md", "people/hoa.en.md"):
        showcase.write(path, showcases.FILES[path])
    showcase.remove("data/sources/ve-ngo-thi-sau.yaml")
    showcase.write("people/sau.md", re.sub("image: .*\n", "", SAU))  # made anew each time, and dear
    for number, text in enumerate(ROUNDS):
        if text is None:
            (showcase.root / "private/consents/phieu-1.yaml").unlink()
        else:
            showcase.agree("phieu-1", text)
        warm = showcase.build()
        fresh = Showcase(tmp_path / str(number))
        shutil.copytree(showcase.root, fresh.root, ignore=shutil.ignore_patterns("site", ".vinhdanh"))
        clean = fresh.build()
        assert warm.published
        assert warm.problems == clean.problems
        assert showcase.site() == fresh.site()


def test_a_build_looks_again_when_a_consent_has_changed(showcase: Showcase) -> None:
    options = Options(showcase.root, showcase.root / "site", TODAY)
    seen = []
    for text in (consent("sau"), consent("sau", "[web]"), None):
        showcase.agree("phieu-1", text or "")
        if text is None:
            (showcase.root / "private/consents/phieu-1.yaml").unlink()
        for file in showcase.root.rglob("*.*"):
            if file.is_file():
                import os

                os.utime(file, (1_700_000_000, 1_700_000_000))
        seen.append(unchanged.fingerprint(options, b""))
    assert None not in seen
    assert len(set(seen)) == 3


def test_nothing_that_a_consent_says_is_remembered_or_told(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:

    canaries = [f"Canary{number}z" for number in range(8)]
    canaries += ["2019-03-04", "2025-05-17", "2025-06-18"]
    text = consent("sau", "[web]").replace("giay.pdf", canaries[0]).replace("0000 0000", canaries[1])
    for name, expires in (("het-han", "expires: 2025-05-17"), ("da-rut", "withdrawn: 2025-06-18")):
        showcase.agree(name, f"{consent(name)}{expires}\n".replace("2026-11-20", "2019-03-04"))
        showcase.write(f"people/{name}.md", by_consent(person(f"Hà Văn {name.title()}"), name))
    showcase.agree("phieu-1", f"{text}note: {canaries[2]}\n")
    showcase.agree("hong", f"{text}note: {canaries[3]}\n{canaries[4]}: {canaries[5]}\n")
    showcase.agree("hong-nua", f"who: '{canaries[6]}\n")
    showcase.agree("hong-ngay", text.replace("2026-11-20", canaries[7]))
    for command in (["build", "--json"], ["build", "--verbose"], ["check", "--all"], ["check", "--json"]):
        cli.main([*command, "--root", str(showcase.root)])
    told = "".join(capsys.readouterr())
    written = {**tree(showcase.root / "site"), **tree(showcase.root / MEMORY_FOLDER)}
    assert len(written) > 100
    for canary in canaries:
        assert canary not in told
        assert [path for path, data in written.items() if canary.encode() in data] == []
    memory = Memory(showcase.root / MEMORY_FOLDER / MEMORY_FILE)
    try:
        assert not [text for _, text in memory.texts() if any(canary in text for canary in canaries)]
    finally:
        memory.close()
