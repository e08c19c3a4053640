"""The forms over HTTP, at /soan-bai/: the page of the CMS, all records as it reads them, and saving."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from typing import Any, TypeVar
from urllib.parse import unquote

from tornado.routing import Rule, URLSpec

from vinhdanh.base import disk
from vinhdanh.base.problems import Problem
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.editing.forms.desk import Desk, RefusedError, Wish
from vinhdanh.preview import messages, news
from vinhdanh.preview.pages import RESERVED
from vinhdanh.preview.server import Handler, Site
from vinhdanh.render.errors import account_of

ADDRESS = "/soan-bai/"
"""Where the forms are. The site itself has no page of this name: its addresses are those of kinds and of pages."""

TOKEN = "X-Vinh-Danh"
"""The header that shows that a request comes from our own page."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self' blob: data:; media-src blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""As that of the pages, but for the styles that the CMS makes as it goes, and pictures that are not saved yet."""

T = TypeVar("T")

_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="vinhdanh-forms" content="{known}">
<title>Soạn bài</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{reserved}forms/forms.css">
<script src="{reserved}forms/folder.js"></script>
<script src="{reserved}forms/forms.js"></script>
<script src="{reserved}sveltia/sveltia-cms.js"></script>
</head>
<body>
<noscript><p>Biểu mẫu cần JavaScript. Không bật được thì sửa tệp trong content/ bằng trình soạn văn bản.</p></noscript>
</body>
</html>
"""


def routes(site: Site, desk: Desk) -> list[Rule]:
    """The routes of the forms."""
    given = {"site": site, "desk": desk}
    return [
        URLSpec(ADDRESS.rstrip("/"), Front, given),
        URLSpec(ADDRESS, Front, given),
        URLSpec(rf"{ADDRESS}records", Records, given),
        URLSpec(rf"{ADDRESS}{MEDIA_FOLDER}(.*)", Pictures, given),
    ]


class FormHandler(Handler):
    """What all requests of the forms go through."""

    desk: Desk

    def initialize(self, site: Site, desk: Desk) -> None:  # type: ignore[override]
        """Get what all requests share."""
        super().initialize(site)
        self.desk = desk

    def set_default_headers(self) -> None:
        """As everywhere, under the policy of the forms."""
        super().set_default_headers()
        self.set_header("Content-Security-Policy", POLICY)

    def is_ours(self) -> bool:
        """Whether the request comes from our page; if not, it is answered here."""
        shown = self.request.headers.get(TOKEN, "")
        ours = hmac.compare_digest(shown.encode(), self.site.token.encode())
        if not ours:
            self.set_status(403)
            self.finish()
        return ours

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Answer why something was refused."""
        try:
            yield
        except RefusedError as error:
            self._refuse(error.problems)
        except disk.DiskError as error:
            self._refuse([messages.NOT_SAVED.at(None, path=error.path, reason=error.reason)])
        except Exception as error:  # a fault of our own
            self._refuse([messages.FORM_FAILED.at(None, reason=account_of(error))])

    def _refuse(self, problems: Sequence[Problem]) -> None:
        self.set_status(422)
        self.finish({"problems": news.as_plain(problems)})


async def _aside(work: Callable[[], T]) -> T:
    """What some work gives that may take a while: other requests are answered meanwhile."""
    return await asyncio.get_running_loop().run_in_executor(None, work)


class Front(FormHandler):
    """The page on which the CMS runs."""

    def get(self) -> None:
        """The page, with what its script must know."""
        if self.request.path != ADDRESS:
            self.redirect(ADDRESS)
            return
        known = json.dumps({"token": self.site.token, "header": TOKEN})
        self.answer(_PAGE.format(known=escape(known), reserved=RESERVED).encode(), ".html")


class Records(FormHandler):
    """All records, and saving some of them."""

    async def get(self) -> None:
        """Everything that the CMS reads when it starts."""
        if self.is_ours():
            url = f"http://{self.request.host}{self.site.session.prefix}"
            with self.telling():
                shelf = await _aside(partial(self.desk.shelf, url))
                self.finish(shelf._asdict())

    async def post(self) -> None:
        """Save records together or not at all."""
        if not self.is_ours():
            return
        try:
            wishes = [_wish(each) for each in json.loads(self.request.body)]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.set_status(400)
            self.finish()
            return
        with self.telling():
            self.finish({"versions": await _aside(partial(self.desk.save, wishes))})


def _wish(plain: Any) -> Wish:
    return Wish(str(plain["path"]), str(plain["version"] or ""), plain["values"])


class Pictures(FormHandler):
    """The pictures in media/."""

    def get(self, name: str) -> None:
        """One of them, as it is kept."""
        found = disk.below(self.site.session.media, unquote(name, errors="replace"))
        if found is None:
            self.set_status(404)
            self.finish()
        else:
            self.answer(disk.read(found), found.suffix)

    async def put(self, name: str) -> None:
        """Put a new one there."""
        if self.is_ours():
            name = unquote(name, errors="replace")
            with self.telling():
                await _aside(partial(self.desk.add_picture, name, self.request.body))
                self.finish({})
