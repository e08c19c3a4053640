"""The preview over HTTP, for this machine alone: built pages, our own scripts, news, and opening a file."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from urllib.parse import quote, unquote

from tornado.iostream import StreamClosedError
from tornado.log import app_log
from tornado.routing import Rule
from tornado.web import Application, HTTPError, RequestHandler

from vinhdanh.base import disk
from vinhdanh.preview import pages
from vinhdanh.preview.hub import Hub
from vinhdanh.preview.pages import RESERVED
from vinhdanh.preview.session import Session
from vinhdanh.render.errors import TemplateError, account_of

TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Our own table: that of the system is wrong on many Windows machines, whose registry programs write into."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""The policy of the published pages, which the preview's own scripts obey too."""

HEARTBEAT_SECONDS = 15.0
"""How often an idle connection is written to: so that one that has died is found."""

CLIENT = Path(__file__).resolve().parent / "client"

OpenFile = Callable[[str, int, int], bool]
"""Opens the file at a path relative to the root, at a line and a column; whether that could be done."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all requests share."""

    session: Session
    hub: Hub
    token: str
    """Given to our own pages alone; whoever wants a file opened must show it."""
    open_file: OpenFile
    hosts: frozenset[str]
    """Values of the Host header that are answered: other names are those of foreign pages (DNS rebinding)."""


def application(site: Site, more: Sequence[Rule] = ()) -> Application:
    """The server's routes; `more` come before those of pages."""
    given = {"site": site}
    return Application(
        [
            *more,
            (rf"{RESERVED}events", Events, given),
            (rf"{RESERVED}open", Opening, given),
            (rf"{RESERVED}badges\.css", Badges, given),
            (rf"{RESERVED}(.*)", Client, given),
            (r".*", Pages, given),
        ],
        log_function=lambda handler: None,
    )


class Handler(RequestHandler):
    """What all requests go through."""

    site: Site

    def initialize(self, site: Site) -> None:
        """Get what all requests share."""
        self.site = site

    def set_default_headers(self) -> None:
        """Nothing is kept without asking, nothing is guessed, and no foreign page may show or read this."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse what did not come from a page of ours or from the address bar."""
        host = self.request.headers.get("Host", "").lower()
        origin = self.request.headers.get("Origin")
        foreign = host not in self.site.hosts or (origin is not None and origin.lower() != f"http://{host}")
        if foreign or (self.request.method not in ("GET", "HEAD") and origin is None):
            self.set_status(403)
            self.answer(pages.refused_page(), ".html")

    def answer(self, data: bytes, suffix: str) -> None:
        """End with these bytes, of the type that belongs to a suffix."""
        self.set_header("Content-Type", TYPES.get(suffix.lower(), "application/octet-stream"))
        self.finish(data)

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """A fault of our own is a line in the window of the server, and no page of its inside."""
        if value is not None and not isinstance(value, HTTPError):
            app_log.error("%s %s: %s", self.request.method, self.request.path, account_of(value))

    async def head(self, *arguments: str) -> None:
        """As GET; the body is left out."""
        await getattr(self, "get")(*arguments)  # noqa: B009 - not every handler has one


class Pages(Handler):
    """Whatever the preview's folder holds."""

    async def get(self) -> None:
        """A page, or a file that pages ask for."""
        url = unquote(self.request.path, errors="replace")
        prefix = self.site.session.prefix
        if not url.startswith(prefix):
            if f"{url}/" == prefix or url == "/":
                self.redirect(quote(prefix))
            else:
                self._missing(url)
            return
        path = url.removeprefix(prefix)
        found = disk.below(
            self.site.session.folder, f"{path}index.html" if path.endswith("/") or not path else path
        )
        if found is not None:
            self._send(url, disk.read(found), found.suffix)
        elif path and disk.below(self.site.session.folder, f"{path}/index.html"):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(quote(f"/{url.strip('/')}/") + query)
        else:
            data = await self._derived(path)
            if data is None:
                self._missing(url)
            else:
                self.answer(data, PurePosixPath(path).suffix)

    async def _derived(self, path: str) -> bytes | None:
        """A picture that is made now, without holding up other requests; None where it cannot be made."""
        with contextlib.suppress(TemplateError, disk.DiskError):
            return await asyncio.get_running_loop().run_in_executor(None, self.site.session.derive, path)
        return None

    def _send(self, url: str, data: bytes, suffix: str) -> None:
        if suffix == ".html":
            data = pages.dressed(data, self.site.session.note(url), self.site.hub.build, self.site.token)
        self.answer(data, suffix)

    def _missing(self, url: str) -> None:
        """The site's own page for what is missing, or ours."""
        is_page = PurePosixPath(url).suffix in ("", ".html")
        if is_page and not self.site.hub.has_built:
            self.site.hub.expect(url)
            self.set_status(503)
            self._send(url, pages.waiting_page(), ".html")
            return
        self.set_status(404)
        own = disk.below(self.site.session.folder, "404.html")
        self._send(url, disk.read(own) if own else pages.missing_page(url), ".html" if is_page else ".txt")


class Client(Handler):
    """The scripts and style sheets of the preview itself."""

    def get(self, name: str) -> None:
        """One of them."""
        found = disk.below(CLIENT, name)
        if found is None:
            self.set_status(404)
            self.finish()
        else:
            self.answer(disk.read(found), found.suffix)


class Badges(Handler):
    """The style sheet that marks links to what readers are not shown."""

    def get(self) -> None:
        """As of the last build."""
        self.answer(pages.badge_sheet(self.site.session.hidden()).encode(), ".css")


class Events(Handler):
    """Server-sent events: a tab stays connected while it can be seen."""

    async def get(self) -> None:
        """Messages for the page at `url` that was served at `build`, until the tab goes away."""
        self.set_header("Content-Type", "text/event-stream; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        listener = self.listener = self.site.hub.join(
            self.get_query_argument("url", "/"), self.get_query_argument("build", "")
        )
        self.write("retry: 500\n\n")
        with contextlib.suppress(StreamClosedError):
            await self.flush()
            while True:
                try:
                    message = await asyncio.wait_for(listener.queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    self.write(":\n\n")
                else:
                    if message is None:
                        break
                    self.write(f"data: {message}\n\n")
                await self.flush()
        self.site.hub.leave(listener)

    def on_connection_close(self) -> None:
        """The tab is gone."""
        if hasattr(self, "listener"):
            self.site.hub.leave(self.listener)


class Opening(Handler):
    """The button “Sửa tệp này”."""

    def post(self) -> None:
        """Open a file below content/ in an editor; says whether that was done, and the whole path to copy if not."""
        try:
            asked = json.loads(self.request.body)
            token, file = str(asked["token"]), str(asked["file"])
            line, column = int(asked.get("line") or 1), int(asked.get("column") or 1)
        except (ValueError, TypeError, KeyError, AttributeError):
            self.set_status(400)
            self.finish()
            return
        if not hmac.compare_digest(token.encode(), self.site.token.encode()):
            self.set_status(403)
            self.finish()
            return
        found = file.startswith("content/") and self.site.session.content_file(file)
        if not found:
            self.set_status(404)
            self.finish()
            return
        opened = self.site.open_file(str(found), line, column)
        self.finish({"opened": opened, "path": str(found)})
