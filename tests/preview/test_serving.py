"""The running preview: pages, news of every save, and what it refuses."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import showcases
from tests.preview.running import TOKEN, Running, running
from tests.showcases import FILES
from tests.tools import ROOT
from vinhdanh import cli
from vinhdanh.base import disk
from vinhdanh.preview import serving
from vinhdanh.preview.serving import listening
from vinhdanh.render.previewing import SupersededError, Workshop


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview that many tests ask; they leave its files as they found them."""
    with running(showcases.make(tmp_path_factory.mktemp("serving") / "trang")) as found:
        yield found


# -- Pages


def test_a_page_has_our_script_before_all_others_and_the_built_file_has_none(preview: Running) -> None:
    page = preview.page("/nguoi/hoa/")
    assert page.index("/_preview/client.js") < page.index("<script", page.index("/_preview/client.js"))
    assert page.index("/_preview/client.js") == page.index("/_preview/")
    built = (preview.showcase.root / ".vinhdanh/preview/nguoi/hoa/index.html").read_text(encoding="utf-8")
    assert "_preview" not in built


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/js/search.js", "text/javascript; charset=utf-8"),
        ("/assets/fonts/newsreader.woff2", "font/woff2"),
        ("/feed.xml", "application/xml"),
        ("/ve/people/hoa.svg", "image/svg+xml"),
        ("/the/people/hoa.jpg", "image/jpeg"),
        ("/_preview/client.js", "text/javascript; charset=utf-8"),
        ("/_preview/panel.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_the_type_that_they_are_of(preview: Running, path: str, kind: str) -> None:
    answer = preview.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.body
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_missing_slash_is_added(preview: Running) -> None:
    answer = preview.ask("/nguoi/hoa?a=1")
    assert (answer.status, answer.headers["Location"]) == (302, "/nguoi/hoa/?a=1")


def test_a_redirect_stays_on_this_host(preview: Running) -> None:
    answer = preview.ask("//nguoi")
    assert answer.headers.get("Location", "/").removeprefix("/")[:1] != "/"


def test_what_is_not_there_is_told_by_the_page_of_the_site(preview: Running) -> None:
    answer = preview.ask("/khong-co/")
    assert answer.status == 404
    assert "/_preview/client.js" in answer.text
    assert "Trang này không có ở đây" in answer.text


def test_head_has_no_body(preview: Running) -> None:
    answer = preview.ask("/nguoi/hoa/", "HEAD")
    assert (answer.status, answer.body) == (200, b"")


def test_what_is_hidden_is_marked_in_links(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path / "trang")
    showcase.replace("people/son.md", "published: 2026-11-22", "draft: có")
    with running(showcase) as found:
        assert 'a[href="/nguoi/son/"]' in found.ask("/_preview/badges.css").text
        assert "&quot;draft&quot;, &quot;Bản nháp&quot;" in found.page()


# -- What is refused


OUTSIDE = [
    "/../../content/site.yaml",
    "/..%2f..%2fcontent/site.yaml",
    "/%2e%2e/%2e%2e/content/site.yaml",
    "/..%5c..%5ccontent%5csite.yaml",
    "/nguoi/../../memory.sqlite",
    "//etc/passwd",
    "/c:/windows/win.ini",
    "/_preview/../client.js",
    "/_preview/..%2fserver.py",
    "/a%00b",
    "/%ff%fe",
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_preview_is_served(preview: Running, path: str) -> None:
    assert preview.ask(path).status == 404


def test_a_link_does_not_lead_out(preview: Running) -> None:
    link = preview.showcase.root / ".vinhdanh/preview/link.txt"
    link.symlink_to(preview.showcase.root / "content/site.yaml")
    assert preview.ask("/link.txt").status == 404
    link.unlink()


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""]
)
def test_other_hosts_are_refused(preview: Running, host: str) -> None:
    assert preview.ask("/", headers={"Host": host.format(port=preview.port)}).status == 403


def test_localhost_is_this_host(preview: Running) -> None:
    assert preview.ask("/", headers={"Host": f"localhost:{preview.port}"}).status == 200


# -- Opening a file


def opening(preview: Running, file: str, *, token: str = TOKEN, origin: str | None = None) -> int:
    headers = {"Origin": f"http://127.0.0.1:{preview.port}" if origin is None else origin}
    body = json.dumps({"token": token, "file": file, "line": 2, "column": 7})
    return preview.ask("/_preview/open", "POST", body, headers if headers["Origin"] else {}).status


def test_a_file_is_opened_with_the_editor_of_the_system(tmp_path: Path) -> None:
    written = tmp_path / "opened.txt"
    program = tmp_path / "soan-thao"
    program.write_text(
        f'#!/bin/sh\necho "$@" > {written}.part\nmv {written}.part {written}\n', encoding="utf-8"
    )
    program.chmod(0o755)
    with running(showcases.make(tmp_path / "trang"), environ={"VISUAL": f"{program} --moi"}) as found:
        with found.tab() as tab:
            assert opening(found, "content/people/son.md") == 200
            # The editor is another process: any news will do to wait for it.
            while not written.exists():
                found.showcase.write("people/son.md", FILES["people/son.md"])
                tab.hear()
        assert written.read_text(encoding="utf-8") == f"--moi {found.showcase.root}/content/people/son.md\n"


def test_without_an_editor_the_path_is_given(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "program", lambda name: None)
    headers = {"Origin": f"http://127.0.0.1:{preview.port}"}
    body = json.dumps({"token": TOKEN, "file": "content/people/son.md", "line": None, "column": None})
    answer = preview.ask("/_preview/open", "POST", body, headers)
    path = str(preview.showcase.root / "content/people/son.md")
    assert json.loads(answer.body) == {"opened": False, "path": path}


@pytest.mark.parametrize(
    "file",
    ["content/../.vinhdanh/preview.sqlite", "site.yaml", "/etc/passwd", "content/", "content/khong.md", ""],
)
def test_only_files_of_content_are_opened(preview: Running, file: str) -> None:
    assert opening(preview, file) == 404


def test_only_our_own_pages_may_open_files(preview: Running) -> None:
    file = "content/people/son.md"
    assert opening(preview, file, token="another") == 403
    assert opening(preview, file, origin="http://evil.example") == 403
    assert opening(preview, file, origin="") == 403
    port = preview.port
    assert opening(preview, file, origin=f"https://127.0.0.1:{port}") == 403
    headers = {"Origin": f"http://127.0.0.1:{port}"}
    assert preview.ask("/_preview/open", "POST", "{", headers).status == 400
    assert preview.ask("/_preview/open", "POST", "[]", headers).status == 400


# -- News


def test_a_save_is_told_to_the_tabs_that_show_it(preview: Running) -> None:
    with preview.tab("/nguoi/son/") as son, preview.tab("/nguoi/hoa/") as hoa:
        son.hear(), hoa.hear()
        preview.showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
        assert son.hear_until(lambda message: message["page"])
        assert not hoa.hear_whole(lambda message: "problems" in message)["page"]
        assert "Một người thợ giỏi." in preview.page()
        preview.showcase.write("people/son.md", FILES["people/son.md"])
        assert son.hear_until(lambda message: message["page"])
        assert son.hear_until(lambda message: message["whole"])
    assert "content/people/son.md → 1 page" in preview.said.getvalue()


def test_a_build_that_was_broken_off_for_nothing_is_made_to_the_end(
    preview: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event may tell of a file that turns out to be as it was: nothing else would ring again."""
    really, calls = Workshop.preview, 0

    def broken_off(*given: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise SupersededError
        return really(*given, **named)  # type: ignore[arg-type]

    with preview.tab("/nguoi/son/") as tab:
        tab.hear()
        monkeypatch.setattr(Workshop, "preview", broken_off)
        preview.showcase.replace("people/son.md", "Một người thợ.", "Một người thợ khéo.")
        assert tab.hear_whole(lambda message: True)
        assert "Một người thợ khéo." in preview.page()
        preview.showcase.write("people/son.md", FILES["people/son.md"])
        assert tab.hear_whole(lambda message: True)


def test_what_is_saved_during_a_build_that_goes_on_is_shown_and_another_follows(
    preview: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, saved = Workshop.preview, False

    def going_on(*given: object, **named: object) -> object:
        """A build that is not to be superseded, in the middle of which somebody saves."""
        meanwhile = named["meanwhile"]

        def looked() -> object:
            nonlocal saved
            if not saved:
                saved = True
                preview.showcase.replace("people/son.md", "Một người thợ.", "Một người thợ khéo.")
            return meanwhile()  # type: ignore[operator]

        return really(*given, **{**named, "superseded": lambda: False, "meanwhile": looked})  # type: ignore[arg-type]

    with preview.tab("/nguoi/son/") as tab:
        tab.hear()
        with monkeypatch.context() as patch:
            patch.setattr(Workshop, "preview", going_on)
            preview.showcase.replace("people/hoa.md", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa Mai")
            assert tab.hear_until(lambda message: message["page"])
            assert tab.hear_whole(lambda message: "Một người thợ khéo." in preview.page())
        preview.showcase.write("people/son.md", FILES["people/son.md"])
        preview.showcase.write("people/hoa.md", FILES["people/hoa.md"])
        assert tab.hear_whole(
            lambda message: "Hoa Mai" not in preview.page() and "khéo" not in preview.page()
        )


def test_a_tab_that_missed_something_is_told_so(tmp_path: Path) -> None:
    with running(showcases.make(tmp_path / "trang")) as quiet:
        with quiet.tab("/nguoi/son/") as tab:
            build = tab.hear()["build"]
        with quiet.tab("/nguoi/son/", build) as tab:
            assert not tab.hear()["page"]
        with quiet.tab("/nguoi/son/", "another-run-7") as tab:
            assert tab.hear()["page"]


def test_problems_are_told_with_place_and_remedy(preview: Running) -> None:
    with preview.tab("/") as tab:
        assert tab.codes() == []
        preview.showcase.write("people/mai.md", "---\nname: Mai: x\n---\n")
        problem = tab.hear_whole(lambda message: message.get("problems", {}).get("shown"))["problems"][
            "shown"
        ][0]
        assert (problem["file"], problem["line"], problem["column"]) == ("content/people/mai.md", 2, 10)
        assert problem["excerpt"] == "name: Mai: x"
        assert problem["fix"][0] == 'Đặt cả giá trị trong ngoặc kép: name: "Mai: x"'
        assert "content/people/mai.md:2:10" in preview.said.getvalue()
        preview.showcase.write("people/mai.md", FILES["people/mai.md"])
        assert tab.hear_whole(lambda message: "problems" in message and not message["problems"]["shown"])


def test_a_style_sheet_is_named_and_no_page_changes(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path / "trang")
    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    sheet = showcase.root / "templates/assets/base.css"
    with running(showcase) as found, found.tab() as tab:
        tab.hear()
        sheet.write_text(sheet.read_text(encoding="utf-8") + "\np { color: red }\n", encoding="utf-8")
        message = tab.hear_until(lambda message: message["css"])
        assert (message["css"], message["page"]) == (["/assets/site.css"], False)


def test_the_first_page_that_is_asked_for_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the first build is over, a page says so; it is made before all others."""
    may_go = threading.Event()
    really = Workshop.preview

    def later(*given: object, **named: object) -> object:
        may_go.wait()
        return really(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Workshop, "preview", later)
    with running(showcases.make(tmp_path / "trang"), built=False) as found:
        answer = found.ask("/nguoi/son/")
        assert answer.status == 503
        assert "Đang dựng trang lần đầu" in answer.text
        with found.tab() as tab:
            tab.hear()
            may_go.set()
            assert tab.hear_until(lambda message: message["page"])
            assert "Trương Thái Sơn" in found.page()


# -- Ports


def test_a_port_that_is_taken_is_passed_over() -> None:
    first = listening(0)
    port = first.getsockname()[1]
    second = listening(port)
    assert second.getsockname()[1] != port
    assert second.getsockname()[0] == serving.ADDRESS
    first.close(), second.close()


# -- The command


def test_ctrl_c_ends_it_at_once_whoever_is_connected(tmp_path: Path) -> None:
    root = showcases.make(tmp_path / "trang").root
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--root",
        str(root),
        "--port",
        "0",
        "--no-open",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr
        first = process.stderr.readline()
        port = int(first.split("http://127.0.0.1:")[1].split("/")[0])
        assert "Ctrl-C" in first
        while "→" not in process.stderr.readline():
            assert process.poll() is None
        with (
            socket.create_connection(("127.0.0.1", port)) as half_asked,
            socket.create_connection(("127.0.0.1", port)) as listening_still,
        ):
            half_asked.sendall(b"GET / HTTP/1.1\r\nHost:")
            listening_still.sendall(
                f"GET /_preview/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
            )
            assert listening_still.recv(1)
            process.send_signal(signal.SIGINT)
            said = process.stderr.read()
            assert process.wait() == 130
    assert said == "Đã dừng theo yêu cầu.\n"


def test_other_commands_do_not_load_the_server() -> None:
    code = "import sys, vinhdanh.cli; sys.exit(any(name in sys.modules for name in ('tornado', 'asyncio', 'watchdog')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_is_a_number(port: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["serve", "--port", port])
    assert stopped.value.code == 2
