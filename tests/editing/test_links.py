"""Pages of other sites are asked for politely, once, and within a time; the servers here are our own."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY
from vinhdanh import cli
from vinhdanh.editing import fetching, links
from vinhdanh.editing.fetching import GONE, OK, UNSURE, Answer, Pace, ascii_address, ask_all
from vinhdanh.editing.links import addresses_in, check_links, without_tail

QUICK = Pace(pause=0.0, timeout=5.0, limit=30.0)


class Server(ThreadingHTTPServer):
    """Answers as its paths say, and notes who asked what."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.at_once = self.most_at_once = 0
        self.counting = threading.Lock()
        self.base = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """One answer."""

    server: Server

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        with self.server.counting:
            self.server.asked.append((method, self.path))
            self.server.agents.add(self.headers["User-Agent"])
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        status, headers = self._status(method)
        with self.server.counting:
            self.server.at_once -= 1
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _status(self, method: str) -> tuple[int, dict[str, str]]:  # noqa: PLR0911 - a table
        first = self.server.asked.count((method, self.path)) == 1
        match self.path.split("/")[1]:
            case "no-head":
                return (405 if method == "HEAD" else 200), {}
            case "moved":
                return 301, {"Location": "/there"}
            case "out":
                return 302, {"Location": "file:///etc/hostname"}
            case "later":
                return (429, {"Retry-After": "1"}) if first and method == "HEAD" else (200, {})
            case "much-later":
                return 503, {"Retry-After": "9999"}
            case "slow":
                time.sleep(3)
                return 200, {}
            case found if found.isdecimal():
                return int(found), {}
        return 200, {}

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    running = Server()
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def ask(server: Server, *paths: str, pace: Pace = QUICK) -> dict[str, Answer]:
    found = ask_all([server.base + path for path in paths], pace, lambda address, answer: None)
    return {address.removeprefix(server.base): answer for address, answer in found.items()}


@pytest.mark.parametrize(
    ("path", "answer", "methods"),
    [
        ("/there", Answer(OK, "200"), ["HEAD"]),
        ("/no-head", Answer(OK, "200"), ["HEAD", "GET"]),
        ("/404", Answer(GONE, "404"), ["HEAD", "GET"]),
        ("/410", Answer(GONE, "410"), ["HEAD", "GET"]),
        ("/403", Answer(UNSURE, "403"), ["HEAD", "GET"]),
        ("/500", Answer(UNSURE, "500"), ["HEAD", "GET"]),
        ("/later", Answer(OK, "200"), ["HEAD", "GET"]),
        ("/much-later", Answer(UNSURE, "503"), ["HEAD"]),
    ],
)
def test_what_a_server_says(server: Server, path: str, answer: Answer, methods: list[str]) -> None:
    assert ask(server, path) == {path: answer}
    assert [method for method, asked in server.asked if asked == path] == methods


def test_a_redirect_is_followed_within_the_web_only(server: Server) -> None:
    assert ask(server, "/moved")["/moved"] == Answer(OK, "200")
    assert ask(server, "/out")["/out"].state == UNSURE


def test_the_server_learns_who_asks_and_is_asked_one_question_at_a_time(server: Server) -> None:
    assert len(ask(server, *(f"/page/{n}" for n in range(12)))) == 12
    assert server.agents == {fetching.USER_AGENT}
    assert fetching.USER_AGENT.startswith("VinhDanh/")
    assert server.most_at_once == 1


def test_what_there_is_no_time_for_is_left(server: Server) -> None:
    found = ask(server, "/slow/1", "/slow/2", "/slow/3", pace=Pace(pause=0.0, timeout=5.0, limit=0.5))
    assert list(found) == ["/slow/1"]
    assert found["/slow/1"].state == UNSURE


def test_between_two_questions_there_is_a_pause(server: Server) -> None:
    assert list(ask(server, "/a", "/b", pace=Pace(pause=60.0, limit=50.0, timeout=5.0))) == ["/a"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[x/", "https://a..b/"])
def test_who_does_not_answer_is_in_doubt(address: str) -> None:
    (answer,) = ask_all([address], QUICK, lambda address, answer: None).values()
    assert answer.state == UNSURE
    assert answer.said


def test_addresses_go_over_the_wire_in_ascii() -> None:
    assert ascii_address("https://báo.vn/đường dẫn?q=a%20b&c=ô#x") == (
        "https://xn--bo-mia.vn/%C4%91%C6%B0%E1%BB%9Dng%20d%E1%BA%ABn?q=a%20b&c=%C3%B4"
    )


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.vn/x.", "https://a.vn/x"),
        ("https://a.vn/x,", "https://a.vn/x"),
        ("https://a.vn/x).", "https://a.vn/x"),
        ("https://a.vn/x_(y)", "https://a.vn/x_(y)"),
        ("https://a.vn/x}]", "https://a.vn/x"),
        ("https://a.vn/?q=1&b=[2]", "https://a.vn/?q=1&b=[2]"),
        ("https://a.vn/x**", "https://a.vn/x"),
    ],
)
def test_an_address_ends_where_its_sentence_begins_again(written: str, address: str) -> None:
    assert without_tail(written) == address


# -- whole showcases ----


@pytest.fixture
def showcase(tmp_path: Path, server: Server) -> showcases.Showcase:
    made = showcases.make(tmp_path)
    made.replace("data/sources.yaml", "https://a.example/1", f"{server.base}/there")
    made.replace("people/son.md", "Một người thợ.", f"Xem [bài]({server.base}/404) và {server.base}/500.")
    return made


def check(showcase: showcases.Showcase, today: str = TODAY) -> links.Links:
    return check_links(showcase.root, "https://thu.example", today, QUICK, lambda address, answer: None)


def test_every_address_is_found_at_its_place(showcase: showcases.Showcase, server: Server) -> None:
    found = {address: (place.file, place.line) for address, place in addresses_in(showcase.root / "content")}
    assert found == {
        "https://thu.example": ("content/site.yaml", 3),
        f"{server.base}/there": ("content/data/sources.yaml", 1),
        f"{server.base}/404": ("content/people/son.md", 11),
        f"{server.base}/500": ("content/people/son.md", 11),
    }


def test_what_is_gone_is_a_problem_and_what_is_in_doubt_a_notice(showcase: showcases.Showcase) -> None:
    found = check(showcase)
    assert found[:4] == (3, 3, 0, 0)
    assert [(problem.code, str(problem.severity)) for problem in found.problems] == [
        ("dead-link", "warning"), ("unsure-link", "notice"),
    ]  # fmt: skip


def test_what_was_there_lately_is_not_asked_for_again(showcase: showcases.Showcase, server: Server) -> None:
    check(showcase)
    server.asked.clear()
    again = check(showcase, "2026-11-28")
    assert again[:4] == (3, 2, 1, 0)
    assert len(again.problems) == 2
    assert "/there" not in {path for _, path in server.asked}
    assert check(showcase, "2026-11-29")[:4] == (3, 3, 0, 0)
    assert check(showcase, "2026-11-01")[:4] == (3, 3, 0, 0), "an answer of days to come is not trusted"


@pytest.mark.parametrize("damage", ["", "[]", "null", '{"a": 1}', "\udcff"])
def test_a_damaged_memory_of_answers_is_none(showcase: showcases.Showcase, damage: str) -> None:
    cache = showcase.root / ".vinhdanh/links.json"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert check(showcase)[:4] == (3, 3, 0, 0)
    assert len(json.loads(cache.read_text(encoding="utf-8"))) == 3


def test_the_command_tells_what_came_of_it(
    showcase: showcases.Showcase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching.Pace, "__init__", lambda self, limit: set_all(self, QUICK))
    root = str(showcase.root)
    code = cli.main(["check", "--links", "--json", "--root", root])
    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert said["links"] == {"addresses": 3, "asked": 3, "known": 0, "left": 0, "problems": 2}
    assert [problem["code"] for problem in said["problems"]] == ["dead-link"]
    assert "unsure-link" in {notice["code"] for notice in said["notices"]}
    assert cli.main(["check", "--links", "--strict", "--root", root]) == 1
    told = capsys.readouterr()
    assert "dead-link" not in told.out
    assert "/404 không còn nữa" in told.out
    assert "3 địa chỉ bên ngoài: hỏi 2, vừa hỏi hôm trước 1, chưa kịp hỏi 0." in told.err


def set_all(pace: Pace, other: Pace) -> None:
    for name in Pace.__slots__:
        object.__setattr__(pace, name, getattr(other, name))


def test_without_being_asked_to_nothing_leaves_the_machine(
    showcase: showcases.Showcase, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["check", "--all", "--root", str(showcase.root)])
    assert server.asked == []


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "viele"])
def test_a_limit_is_a_number_of_seconds(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", "--links", "--links-limit", limit])
    assert stopped.value.code == 2
    assert capsys.readouterr().err
