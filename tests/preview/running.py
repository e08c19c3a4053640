"""A preview that runs in this process, and the tabs of a browser that listen to it."""

from __future__ import annotations

import asyncio
import http.client
import io
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from tests.showcases import TODAY, Showcase
from vinhdanh.preview.serving import Wish, serving
from vinhdanh.preview.voice import Voice

PATIENCE_SECONDS = 60.0
"""How long a test waits for what must come; only a test that fails waits so long."""

TOKEN = "a-token-for-tests"


@dataclass
class Answer:
    """What the preview answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass
class Tab:
    """An open tab: what it was told so far."""

    connection: http.client.HTTPConnection
    response: http.client.HTTPResponse
    told: list[dict[str, Any]] = field(default_factory=list)

    def hear(self) -> dict[str, Any]:
        """The next message."""
        while True:
            line = self.response.readline()
            assert line, "the preview has hung up"
            if line.startswith(b"data: "):
                self.told.append(json.loads(line.removeprefix(b"data: ")))
                return self.told[-1]

    def hear_until(self, fits: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """The next message that fits."""
        while True:
            message = self.hear()
            if fits(message):
                return message

    def hear_whole(self, fits: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """The next message of a whole build that fits."""
        return self.hear_until(lambda message: message["whole"] and fits(message))

    def codes(self) -> list[str]:
        """The codes of the problems in the next message that has any word of problems."""
        return codes(self.hear_until(lambda message: "problems" in message))

    def close(self) -> None:
        """The tab is closed."""
        self.connection.close()
        self.response.close()


def codes(message: Mapping[str, Any]) -> list[str]:
    """The codes of the problems of a message."""
    return [problem["code"] for problem in message["problems"]["shown"]]


@dataclass
class Running:
    """The preview of a showcase."""

    showcase: Showcase
    url: str
    said: io.StringIO

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1].strip("/"))

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def page(self, path: str = "/nguoi/son/") -> str:
        """The text of a page that must be there."""
        answer = self.ask(path)
        assert answer.status == 200, path
        return answer.text

    @contextmanager
    def tab(self, path: str = "/nguoi/son/", build: str = "") -> Iterator[Tab]:
        """A tab that shows the page at `path`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        connection.request("GET", f"/_preview/events?url={quote(path)}&build={build}")
        tab = Tab(connection, connection.getresponse())
        try:
            yield tab
        finally:
            tab.close()


@contextmanager
def running(
    showcase: Showcase,
    *,
    watch: str = "auto",
    environ: Mapping[str, str] | None = None,
    built: bool = True,
    port: int = 0,
    token: str = TOKEN,
) -> Iterator[Running]:
    """The preview of `showcase` on a free port; `built`: the first build is over."""
    said = io.StringIO()
    urls: list[str] = []
    opened, ended = threading.Event(), threading.Event()

    def browse(url: str) -> None:
        urls.append(url)
        opened.set()

    loop = asyncio.new_event_loop()
    wish = Wish(showcase.root, port, watch, token, lambda: TODAY, dict(environ or {}))
    task = loop.create_task(serving(wish, Voice("en", said, browse)))

    def run() -> None:
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            pass
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
            loop.close()
            ended.set()
            opened.set()

    thread = threading.Thread(target=run)
    thread.start()
    opened.wait(PATIENCE_SECONDS)
    try:
        found = Running(showcase, urls[0], said)
        if built:
            with found.tab("/") as tab:
                tab.hear_until(lambda message: message["whole"])
        yield found
    finally:
        if not ended.is_set():
            loop.call_soon_threadsafe(task.cancel)
        thread.join(PATIENCE_SECONDS)
        assert ended.is_set()
