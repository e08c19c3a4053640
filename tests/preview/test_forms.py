"""The forms over HTTP: to our own page alone, and never outside content/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from tests import showcases
from tests.photographs import encoded
from tests.preview.running import TOKEN, Answer, Running, running
from vinhdanh.base import disk
from vinhdanh.editing.forms.desk import Desk

RECORDS, HOA = "/soan-bai/records", "content/people/hoa.json"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(showcases.make(tmp_path_factory.mktemp("forms") / "trang"), built=False) as found:
        yield found


def ask(preview: Running, path: str, method: str = "GET", body: Any = None, **headers: str) -> Answer:
    """A request as our own page makes it, but for what is said otherwise."""
    given = {
        "X-Vinh-Danh": TOKEN,
        "Origin": preview.url.rstrip("/"),
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    sent = body if isinstance(body, (bytes, str)) or body is None else json.dumps(body)
    return preview.ask(path, method, sent, given)


def test_the_page_starts_the_cms_and_lets_nothing_else_in(preview: Running) -> None:
    answer = preview.ask("/soan-bai/")
    assert answer.status == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "http" not in policy
    assert preview.ask("/soan-bai").headers["Location"] == "/soan-bai/"
    for part in (
        "forms/forms.js",
        "forms/folder.js",
        "sveltia/sveltia-cms.js",
        "sveltia/vi.json",
        "sveltia/material-symbols-outlined.woff2",
    ):
        assert preview.ask(f"/_preview/{part}").status == 200


def test_records_are_read_and_saved(preview: Running) -> None:
    shelf = json.loads(ask(preview, RECORDS).text)
    assert shelf["configuration"]["site_url"] == preview.url
    values = {**json.loads(shelf["forms"][HOA]), "job_title": "Kỹ sư"}
    answer = ask(
        preview, RECORDS, "POST", [{"path": HOA, "version": shelf["versions"][HOA], "values": values}]
    )
    assert answer.status == 200
    assert "job_title: Kỹ sư\n" in preview.showcase.read("people/hoa.md")
    again = ask(
        preview, RECORDS, "POST", [{"path": HOA, "version": shelf["versions"][HOA], "values": values}]
    )
    assert again.status == 422
    assert [each["code"] for each in json.loads(again.text)["problems"]["shown"]] == [
        "form-changed-meanwhile"
    ]


def test_a_fault_of_our_own_is_told_in_the_form(
    preview: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*given: object, **named: object) -> object:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Desk, "save", fails)
    before = preview.showcase.read("people/hoa.md")
    answer = ask(preview, RECORDS, "POST", [{"path": HOA, "version": "", "values": {}}])
    assert answer.status == 422
    problem = json.loads(answer.text)["problems"]["shown"][0]
    assert problem["code"] == "form-failed"
    assert "ZeroDivisionError" in problem["text"][1]
    assert preview.showcase.read("people/hoa.md") == before
    monkeypatch.setattr(disk, "below", fails)
    assert ask(preview, "/soan-bai/media/a.jpg").status == 500
    said = caplog.text
    assert "GET /soan-bai/media/a.jpg: ZeroDivisionError: division by zero (test_forms.py:" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Vinh_Danh": "x"},
        {"X_Vinh_Danh": ""},
        {"Origin": "http://evil.example"},
        {"Host": "evil.example"},
        {"Origin": "null"},
    ],
    ids=["token", "no token", "origin", "host", "sandbox"],
)
@pytest.mark.parametrize(
    ("path", "method", "body"),
    [(RECORDS, "GET", None), (RECORDS, "POST", []), ("/soan-bai/media/a.jpg", "PUT", "x")],
    ids=["read", "save", "picture"],
)
def test_only_our_own_page_may_read_and_save(
    preview: Running, path: str, method: str, body: Any, headers: dict[str, str]
) -> None:
    assert ask(preview, path, method, body, **headers).status == 403


@pytest.mark.parametrize(
    "body",
    ["", "x", '{"a": 1}', "[1]", '[{"path": 1}]', '[{"path": "a", "version": null}]', "[" * 100_000],
    ids=range(7),
)
def test_what_is_no_form_is_refused(preview: Running, body: str) -> None:
    assert ask(preview, RECORDS, "POST", body).status == 400


@pytest.mark.parametrize(
    "path",
    [
        "content/../x.json",
        "site/index.json",
        "content/people/../../x.json",
        "/etc/passwd",
        "content/people/a\\b.json",
        "content/people/con.json",
    ],
)
def test_no_form_leaves_content(preview: Running, path: str) -> None:
    wish = {"path": path, "version": "", "values": {"name": "An"}}
    answer = ask(preview, RECORDS, "POST", [wish])
    assert (answer.status, json.loads(answer.text)["problems"]["shown"][0]["code"]) == (422, "form-bad-place")


def test_a_picture_is_put_into_media_and_shown(preview: Running) -> None:
    data = encoded(Image.new("RGB", (40, 30), "red"))
    assert ask(preview, "/soan-bai/media/chi%20hoa.jpg", "PUT", data).status == 200
    assert (preview.showcase.root / "content/media/chi hoa.jpg").read_bytes() == data
    shown = ask(preview, "/soan-bai/media/chi%20hoa.jpg")
    assert (shown.status, shown.headers["Content-Type"], shown.body) == (200, "image/jpeg", data)
    for path in ("..%2Fsite.yaml", "%2e%2e/site.yaml", "khong-co.jpg"):
        assert ask(preview, f"/soan-bai/media/{path}").status == 404
        assert ask(preview, f"/soan-bai/media/{path}", "PUT", b"x").status == 422


def test_more_than_a_picture_is_not_taken_in(preview: Running) -> None:
    answer = ask(preview, "/soan-bai/media/a.jpg", "PUT", b"", Content_Length=str(40 * 1024 * 1024))
    assert answer.status == 400
