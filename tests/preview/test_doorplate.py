"""A preview that runs is found, and what is not it is not taken for it."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import showcases
from tests.preview.running import running
from vinhdanh.preview import doorplate


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return showcases.make(tmp_path / "trang").root


@pytest.fixture
def stranger() -> Iterator[int]:
    """The port of a program that answers everything, and is no preview."""

    class Stranger(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'data: ["build"]\n\n')

        def log_message(self, *given: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Stranger) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_a_preview_is_found_while_it_runs(root: Path) -> None:
    assert doorplate.found(root) is None
    with running(showcases.Showcase(root)) as preview:
        assert doorplate.found(root) == f"http://127.0.0.1:{preview.port}"
        assert doorplate.found(root.parent) is None
    assert not (root / ".vinhdanh" / doorplate.FILE).exists()


def test_a_preview_that_was_killed_is_not_found(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    doorplate.hang(root, port, "one")
    assert doorplate.found(root) is None


def test_what_answers_at_its_port_later_is_not_taken_for_it(root: Path, stranger: int) -> None:
    doorplate.hang(root, stranger, "one")
    assert doorplate.found(root) is None


def test_the_preview_of_another_folder_is_not_taken_for_this_one(root: Path, tmp_path: Path) -> None:
    with running(showcases.make(tmp_path / "khac")) as other:
        doorplate.hang(root, other.port, "one")
        assert doorplate.found(root) is None


@pytest.mark.parametrize(
    "said", [b"", b"\xff", b"[]", b"{}", b'{"port": "x", "session": "a"}', b'{"port": 1e99, "session": "a"}']
)
def test_a_damaged_file_says_nothing(root: Path, said: bytes) -> None:
    (root / ".vinhdanh").mkdir()
    (root / ".vinhdanh" / doorplate.FILE).write_bytes(said)
    assert doorplate.found(root) is None


def test_who_leaves_takes_nobody_elses_plate(root: Path) -> None:
    doorplate.hang(root, 8000, "first")
    doorplate.hang(root, 8001, "second")
    doorplate.take_down(root, 8000, "first")
    assert json.loads((root / ".vinhdanh" / doorplate.FILE).read_bytes())["session"] == "second"


def test_where_nothing_can_be_written_nothing_is_said(root: Path) -> None:
    (root / ".vinhdanh").write_text("a file where a folder should be", encoding="utf-8")
    doorplate.hang(root, 8000, "one")
    assert doorplate.found(root) is None
    doorplate.take_down(root, 8000, "one")
