"""What is not wrong but wanting, told calmly, at its place, and only where it is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, Severity
from vinhdanh.content.loading import Loader
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.editing import wanting_messages
from vinhdanh.editing.check import check
from vinhdanh.editing.wanting import wanting
from vinhdanh.render.pipeline import Options

TWIN = "---\njob_title: Worker\nsummary: She works.\n---\n\nHoa works with [Sơn](people/son.md).[@bao-a]\n"
"""An English version that matches its original."""


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path, {**showcases.FILES, "people/hoa.en.md": TWIN})


def notices(showcase: Showcase) -> list[Problem]:
    found = check(Options(showcase.root, showcase.root / "site", TODAY))
    assert found.problems == ()
    return list(found.notices)


def told(showcase: Showcase, code: str) -> list[str]:
    return [
        f"{n.location.file}:{n.location.line}" for n in notices(showcase) if n.code == code and n.location
    ]


def test_a_small_showcase_wants_little(showcase: Showcase) -> None:
    assert {(notice.code, notice.location and notice.location.file) for notice in notices(showcase)} == {
        ("no-honour", "content/people/son.md"),
        ("no-honour", "content/people/mai.md"),
        ("no-figure", "content/initiatives/khac.md"),
    }
    assert all(notice.severity is Severity.NOTICE for notice in notices(showcase))


def test_a_record_without_any_source(showcase: Showcase) -> None:
    showcase.write("organisations/moi.md", "---\nname: Đơn vị mới\n---\n")
    assert told(showcase, "no-source") == ["content/organisations/moi.md:2"]
    showcase.write("organisations/moi.md", "---\nname: Đơn vị mới\n---\nThành lập năm 1990.[@bao-a]\n")
    assert told(showcase, "no-source") == []
    showcase.write(
        "organisations/moi.md", "---\nname: Đơn vị mới\nrewards: [{text: Thưởng., source: bao-a}]\n---\n"
    )
    assert told(showcase, "no-source") == []


def test_a_person_without_a_basis_is_a_problem_and_no_wish(showcase: Showcase) -> None:
    showcase.write("people/lan.md", "---\nname: Lan\n---\n")
    found = check(Options(showcase.root, showcase.root / "site", TODAY))
    assert [problem.code for problem in found.problems] == ["withheld-person"]
    assert not [notice for notice in found.notices if notice.location and "lan" in notice.location.file]


# -- translations ----


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Chị Hoa cùng", "Chị Hoa[@bao-b] cùng", "nguồn dẫn trong bài"),
        ("Chị Hoa cùng", "## Việc làm\n\nChị Hoa cùng", "các đề mục trong bài"),
        ("[anh Sơn](people/son.md)", "anh Sơn", "liên kết trong bài"),
        ("job_title: Công nhân", "job_title: Công nhân\ntags: [a]\nunverified: [x, y]", ""),
    ],
    ids=["a source", "a heading", "a link", "fields that a translation may leave out"],
)
def test_a_translation_that_lags_is_told_by_what_is_not_words(
    showcase: Showcase, old: str, new: str, what: str
) -> None:
    showcase.replace("people/hoa.md", old, new)
    found = [notice.message("vi") for notice in notices(showcase) if notice.code == "translation-behind"]
    assert found == ([f"Bản tiếng Anh không còn khớp bản tiếng Việt ở: {what}."] if what else [])


def test_lists_and_figures_of_a_translation_are_compared_entry_by_entry(showcase: Showcase) -> None:
    twin = (
        "---\ntitle: Dry batteries\nproblem: Cells.\nsolution: Batteries.\n"
        'figures: [{value: "30,7 tỷ đồng/năm", source: bao-a}]\n'
        "adoptions: [{unit: tong, date: 2008, note: They followed., source: bao-b}]\n---\n"
    )
    showcase.write("initiatives/ac-quy.en.md", twin)
    assert told(showcase, "translation-behind") == []
    for old, new in (("30,7", "31"), ("date: 2008", "date: 2009"), ("note: They followed., ", "")):
        showcase.write("initiatives/ac-quy.en.md", twin.replace(old, new))
        assert told(showcase, "translation-behind") == ["content/initiatives/ac-quy.en.md:1"]


def test_a_translation_without_the_body_of_its_original(showcase: Showcase) -> None:
    showcase.write("people/hoa.en.md", TWIN.partition("\n\n")[0] + "\n")
    assert told(showcase, "translation-behind") == ["content/people/hoa.en.md:1"]


# -- stories, links, private words ----


@pytest.mark.parametrize(
    ("story", "milestone", "told_of"),
    [
        ("2023-01-01", "2023-02", True),
        ("2023", "2023-02", False),
        ("2023-03-01", "2023-02", False),
        ("2022", "2023", True),
    ],
)
def test_a_story_older_than_the_newest_milestone_of_its_programme(
    showcase: Showcase, story: str, milestone: str, told_of: bool
) -> None:
    showcase.replace("stories/hai-nguoi.md", "date: 2026-11-22", f"date: {story}")
    showcase.replace("stories/hai-nguoi.md", "people/son]", "initiatives/ac-quy]")
    showcase.replace(
        "programmes/phong-trao.md", "sources", f"milestones: [{{date: {milestone}, source: bao-a}}]\nsources"
    )
    assert bool(told(showcase, "story-older")) is told_of


def test_a_link_to_a_page_that_was_renamed(showcase: Showcase) -> None:
    showcase.replace("people/son.md", "sector: dien", "sector: dien\naliases: [nguoi/truong-son]")
    showcase.replace("people/hoa.md", "people/son.md", "people/truong-son.md")
    showcase.replace("initiatives/ac-quy.md", "authors: [son]", "authors: [truong-son]")
    assert told(showcase, "moved-reference") == [
        "content/initiatives/ac-quy.md:3",
        "content/people/hoa.md:14",
    ]


def test_how_things_are_written_is_noticed_on_request(showcase: Showcase) -> None:
    options = Options(showcase.root, showcase.root / "site", TODAY)
    assert not [notice for notice in check(options).notices if notice.code == "key-alias"]
    assert [notice for notice in check(options, spelling=True).notices if notice.code == "key-alias"]


# -- the project's own content ----


def test_every_notice_can_be_counted() -> None:
    messages = {
        m.code for m in vars(wanting_messages).values() if getattr(m, "severity", None) is Severity.NOTICE
    }
    assert messages <= wanting_messages.COUNTED.keys()


def test_our_own_content_raises_no_false_alarm() -> None:
    loaded = Loader(ROOT / "content", Memory(None), b"engine").load(TODAY)
    found = [*loaded.notices, *wanting(loaded.catalogue)]
    assert sum(bool(record.translation) for record in loaded.catalogue.records()) > 50
    assert {notice.code for notice in found} <= {"no-figure", "no-honour"}
    assert {record.kind for record in loaded.catalogue.records()} <= {kind.key for kind in KINDS}
