"""What browsers are told, and what the preview adds to a page."""

from __future__ import annotations

import asyncio
import json
import re
from html import unescape

import pytest

from vinhdanh.base.problems import Location, Message, Severity
from vinhdanh.content.file_messages import UNKNOWN_FOLDER
from vinhdanh.content.reference_messages import BROKEN_LINK
from vinhdanh.preview import hub
from vinhdanh.preview.hub import Hub
from vinhdanh.preview.news import MOST_PROBLEMS, News, as_plain, message, output_path
from vinhdanh.preview.notes import Note
from vinhdanh.preview.pages import badge_sheet, dressed, missing_page
from vinhdanh.render.messages import TEMPLATE_ERROR

ERROR = Message("a", "sai {n}", "sửa", "wrong {n}", "mend")
WARNING = Message("b", "nên xem", "sửa", "look", "mend", Severity.WARNING)


@pytest.mark.parametrize(
    ("url", "prefix", "path"),
    [
        ("/", "/", "index.html"),
        ("/nguoi/hoa/", "/", "nguoi/hoa/index.html"),
        ("/404.html", "/", "404.html"),
        ("/vinh-danh/", "/vinh-danh/", "index.html"),
        ("/vinh-danh/nguoi/", "/vinh-danh/", "nguoi/index.html"),
        ("/khac/", "/vinh-danh/", None),
    ],
)
def test_an_address_leads_to_an_output(url: str, prefix: str, path: str | None) -> None:
    assert output_path(url, prefix) == path


def test_each_kind_of_change_is_told_apart() -> None:
    paths = frozenset({"a/index.html", "assets/site.css", "assets/js/x.js", "ve/a.svg", "search/1.json"})
    told = message(News(paths, ()), "a/index.html", "/x/", "7")
    assert told == {
        "build": "7",
        "whole": True,
        "page": True,
        "scripts": True,
        "css": ["/x/assets/site.css"],
        "pictures": ["/x/ve/a.svg"],
        "problems": {"shown": [], "more": 0},
        "counts": {"errors": 0, "warnings": 0},
    }
    other = message(News(frozenset({"a/index.html"}), None), "b/index.html", "/", "8")
    assert (other["page"], other["scripts"], "problems" in other) == (False, False, False)


def test_what_may_be_the_cause_is_not_lost_among_what_follows_from_it() -> None:
    """A folder of ninety people that gets another name breaks hundreds of links, most of them in earlier files."""
    broken = [
        BROKEN_LINK.at(Location("content/awards/a.md", line), target="x", guess_vi="", guess_en="")
        for line in range(200)
    ]
    cause = UNKNOWN_FOLDER.at(
        Location("content/nguoi/hoa.md"), folder="nguoi", known="people", guess_vi="", guess_en=""
    )
    told = message(News(frozenset(), (*broken, WARNING.at(None), cause)), "index.html", "/", "1")
    assert told["problems"]["shown"][0]["code"] == "unknown-folder"
    assert told["counts"] == {"errors": 201, "warnings": 1}


def test_a_template_that_fails_on_every_page_is_one_problem() -> None:
    place = Location("templates/record.html", 12, 1, "{{ nothing }}")
    failed = [TEMPLATE_ERROR.at(place, url=f"/nguoi/{number}/", reason="x") for number in range(90)]
    told = message(News(frozenset(), (*failed, ERROR.at(place, n=1))), "index.html", "/", "1")["problems"]
    assert [each["text"][0] for each in told["shown"]] == [failed[0].message(), "sai 1"]
    assert told["more"] == 89


def test_errors_come_first_and_what_is_too_much_is_counted() -> None:
    place = Location("content/a.md", 2, 3, "xyz")
    many = [WARNING.at(None), *(ERROR.at(place, n=number) for number in range(MOST_PROBLEMS + 4))]
    plain = as_plain(many)
    assert plain["more"] == 5
    assert {each["severity"] for each in plain["shown"]} == {"error"}
    first = plain["shown"][0]
    assert (first["file"], first["line"], first["column"], first["excerpt"]) == ("content/a.md", 2, 3, "xyz")
    assert first["text"] == ("sai 0", "wrong 0")


def test_a_tab_that_takes_nothing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "BACKLOG", 3)

    async def scene() -> None:
        meeting = Hub("run", lambda: "/", lambda url: {"about": url})
        sleepy = meeting.join("/a/", "run-0")
        assert meeting.watched == {"a/index.html"}
        for _ in range(5):
            meeting.tell(News(frozenset(), ()))
        assert meeting.size == 0
        assert meeting.watched == frozenset()
        waiting = [sleepy.queue.get_nowait() for _ in range(sleepy.queue.qsize())]
        assert waiting[-1] is None
        assert len(waiting) == 4

    asyncio.run(scene())


def test_what_else_there_is_to_tell_comes_when_a_build_is_over() -> None:
    async def scene() -> None:
        meeting = Hub("run", lambda: "/", lambda url: {"about": url})
        listener = meeting.join("/a/", "run-0")
        meeting.tell(News(frozenset(), None))
        meeting.tell(News(frozenset(), ()))
        told = [json.loads(listener.queue.get_nowait() or "") for _ in range(3)]
        assert [message.get("about") for message in told] == [None, None, "/a/"]

    asyncio.run(scene())


def test_a_page_that_is_waited_for_is_wanted_until_a_build_is_over() -> None:
    async def scene() -> None:
        meeting = Hub("run", lambda: "/", lambda url: {"about": url})
        meeting.expect("/a/")
        assert meeting.watched == {"a/index.html"}
        meeting.tell(News(frozenset(), ()))
        assert meeting.watched == frozenset()

    asyncio.run(scene())


def known(html: bytes) -> dict[str, object]:
    found = re.search('content="([^"]*)"', html.decode())
    assert found
    plain: dict[str, object] = json.loads(unescape(found[1]))
    return plain


def test_what_a_page_must_know_stands_in_its_head() -> None:
    note = Note("content/a\"'<>&.md", ("draft",), "2099-01-01", "people/hoa")
    html = dressed(
        b'<!DOCTYPE html><html><head lang="vi"><title>x</title></head></html>', note, "7", "secret"
    )
    assert html.startswith(b'<!DOCTYPE html><html><head lang="vi"><meta name="vinhdanh-preview"')
    assert known(html) == {
        "build": "7",
        "token": "secret",
        "note": {
            "file": "content/a\"'<>&.md",
            "badges": [["draft", "Bản nháp", "Draft"]],
            "day": "2099-01-01",
            "record": "people/hoa",
        },
    }
    assert dressed(b"no head", Note(), "", "").endswith(b"no head")


def test_links_are_marked_by_addresses_that_cannot_end_the_rule() -> None:
    sheet = badge_sheet([("/nguoi/hoa/", "draft"), ('/x"]{}/', "draft")])
    assert 'a[href="/nguoi/hoa/"]' in sheet
    assert sheet.count("{") == 1


def test_what_is_asked_for_is_shown_as_text() -> None:
    assert b"<script>" not in missing_page("/<script>alert(1)</script>")
