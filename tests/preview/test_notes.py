"""What an editor is told about a page: its file and its badges."""

from __future__ import annotations

import pytest

from tests import showcases
from tests.showcases import TODAY
from vinhdanh.preview.notes import BADGES, Note, hidden_pages, note_of
from vinhdanh.render.planned import Planned
from vinhdanh.render.previewing import Workshop

BASIS = "basis: {kind: public_record, sources: [bao-a]}\n"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    showcase = showcases.make(tmp_path_factory.mktemp("notes"))
    showcase.replace("people/son.md", "published: 2026-11-22", "draft: có")
    showcase.replace("people/mai.md", BASIS, "")
    showcase.replace("stories/hai-nguoi.md", "published: 2026-11-22", "publish_on: 2099-01-01")
    showcase.write("initiatives/khac.en.md", "---\ntitle: Another\ndraft: có\n---\n")
    found = Workshop(showcase.root, "thử").preview(TODAY).planned
    assert found
    return found


@pytest.mark.parametrize(
    ("url", "note"),
    [
        ("/nguoi/hoa/", Note("content/people/hoa.md", record="people/hoa")),
        ("/en/people/hoa/", Note("content/people/hoa.en.md", record="people/hoa")),
        ("/nguoi/son/", Note("content/people/son.md", ("draft", "no-english"), record="people/son")),
        ("/en/people/son/", Note("content/people/son.md", ("draft", "no-english"), record="people/son")),
        ("/nguoi/mai/", Note("content/people/mai.md", ("withheld", "no-english"), record="people/mai")),
        (
            "/cau-chuyen/hai-nguoi/",
            Note(
                "content/stories/hai-nguoi.md", ("scheduled", "no-english"), "2099-01-01", "stories/hai-nguoi"
            ),
        ),
        (
            "/en/initiatives/khac/",
            Note("content/initiatives/khac.en.md", ("draft-english",), record="initiatives/khac"),
        ),
        ("/gioi-thieu/", Note("content/pages/gioi-thieu.md", ("no-english",), record="pages/gioi-thieu")),
        ("/nguon/bao-a/", Note("content/data/sources.yaml", record="sources/bao-a")),
        ("/", Note("content/site.yaml")),
        ("/en/", Note("content/site.en.yaml")),
        ("/nguoi/", Note()),
        ("/khong-co/khong-co/", Note()),
    ],
)
def test_a_page_knows_its_file_and_badges(planned: Planned, url: str, note: Note) -> None:
    assert note_of(planned, url) == note
    assert set(note.badges) <= BADGES.keys()


def test_pages_that_readers_do_not_see(planned: Planned) -> None:
    found = dict(hidden_pages(planned))
    assert found["/nguoi/son/"] == found["/en/people/son/"] == "draft"
    assert found["/nguoi/mai/"] == "withheld"
    assert found["/cau-chuyen/hai-nguoi/"] == "scheduled"
    assert "/nguoi/hoa/" not in found
