"""Who is looking at which page, and how they are told: the server-sent events of all open tabs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

from vinhdanh.base.digest import Plain
from vinhdanh.preview.news import News, message, output_path

BACKLOG = 100
"""Messages that wait for one browser; one that takes none for so long is let go, and asks again by itself."""


class Listener:
    """One open tab: the address it shows, and the messages that wait for it (None ends them)."""

    def __init__(self, url: str) -> None:
        """Nothing waits yet."""
        self.url = url
        self.queue: asyncio.Queue[str | None] = asyncio.Queue()


class Hub:
    """Sends news to all open tabs. To be used in the thread of the event loop; `watched` may be read in any."""

    def __init__(self, session_id: str, prefix: Callable[[], str], about: Callable[[str], Plain]) -> None:
        """`session_id` tells this run of the server from earlier ones; `prefix` gives that of the site.

        `about` gives what else a tab that shows an address is told when a build is over: what may have changed without
        any change of the page.
        """
        self._session_id = session_id
        self._prefix = prefix
        self._about = about
        self._listeners: list[Listener] = []
        self._builds = 0
        self._last = News(frozenset(), None)
        self._has_built = False
        self._waiting: dict[str, None] = {}
        self.watched: frozenset[str] = frozenset()
        """The paths of the outputs that are being looked at or waited for."""

    @property
    def build(self) -> str:
        """The number of the last news, by which a page knows whether it has missed any."""
        return f"{self._session_id}-{self._builds}"

    @property
    def size(self) -> int:
        """How many tabs are open."""
        return len(self._listeners)

    @property
    def has_built(self) -> bool:
        """Whether a first build is over."""
        return self._has_built

    def join(self, url: str, build: str) -> Listener:
        """A tab that shows `url` as it was at `build`: it is told what is wrong, and whether it has missed any."""
        listener = Listener(url)
        self._listeners.append(listener)
        self._count()
        path = output_path(url, self._prefix()) or ""
        missed = frozenset({path}) if build != self.build else frozenset()
        self._send(listener, News(missed, self._last.problems, self._has_built))
        return listener

    def leave(self, listener: Listener) -> None:
        """A tab was closed or hidden."""
        if listener in self._listeners:
            self._listeners.remove(listener)
            listener.queue.put_nowait(None)
            self._count()

    def expect(self, url: str) -> None:
        """Somebody has asked for a page that is not there yet: it is made first."""
        self._waiting[url] = None
        self._count()

    def tell(self, news: News) -> None:
        """Tell all tabs."""
        self._builds += 1
        self._last = news if news.problems is not None else self._last
        for listener in tuple(self._listeners):
            self._send(listener, news)
        if news.is_last:
            self._has_built = True
            self._waiting.clear()
            self._count()

    def close(self) -> None:
        """Let all tabs go."""
        for listener in tuple(self._listeners):
            self.leave(listener)

    def _send(self, listener: Listener, news: News) -> None:
        if listener.queue.qsize() >= BACKLOG:
            self.leave(listener)
            return
        prefix = self._prefix()
        told = message(news, output_path(listener.url, prefix) or "", prefix, self.build)
        if news.is_last and news.problems is not None:
            told |= self._about(listener.url)
        listener.queue.put_nowait(json.dumps(told, ensure_ascii=False))

    def _count(self) -> None:
        urls = (*(listener.url for listener in self._listeners), *self._waiting)
        paths = (output_path(url, self._prefix()) for url in urls)
        self.watched = frozenset(path for path in paths if path)
