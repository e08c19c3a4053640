"""The preview as a running thing: the watch rings, the session builds, the hub tells the browsers, until Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from socket import create_server, socket

from tornado.httpserver import HTTPServer

from vinhdanh.base import digest, disk
from vinhdanh.base.digest import Plain
from vinhdanh.base.problems import Problem
from vinhdanh.editing.forms.configuration import LARGEST_PICTURE
from vinhdanh.editing.forms.desk import Desk
from vinhdanh.preview import doorplate, editor, forms, messages, pages
from vinhdanh.preview.hub import Hub
from vinhdanh.preview.news import News
from vinhdanh.preview.server import Site, application
from vinhdanh.preview.session import Session
from vinhdanh.preview.voice import Voice
from vinhdanh.preview.watching import Mode, Watch
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.outcome import Outcome
from vinhdanh.render.previewing import Meanwhile
from vinhdanh.render.theme_folder import folder_of

ADDRESS = "127.0.0.1"
"""The loopback: nobody else on the network can reach a preview."""

PORTS = 20
"""Ports that are tried from the one that was asked for."""

LOOK_AROUND_SECONDS = 30.0
"""How often the watch is left to see whether another day has begun, or somebody has deleted the preview."""

RETRY_SECONDS = 2.0
"""After how long a build is tried again that the disk or another build stopped: no event tells of their end."""

PATIENCE_SECONDS = 10.0
"""For how long the pages that nobody looks at may wait while one is being written on."""

SWITCH_SECONDS = 0.0005
"""After how long the thread that builds lets the one that answers have its turn. Python's own 5 ms would be waited for
several times between a save and the page: for the news, the connection, the question and the answer."""

QUIET_SECONDS = 1.0
"""How long nothing is saved before editors' programs are told of the content: no save and no page waits for that."""

LAST_SECONDS = 2.0
"""How long a build may go on after Ctrl-C; one that is cut off leaves whole files."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a preview is asked for. `watch` is a value of `Mode`, `token` a random text, `environ` the environment;
    `sandboxed` templates are somebody else's."""

    root: Path
    port: int
    watch: str
    token: str
    today: Callable[[], str]
    environ: Mapping[str, str]
    sandboxed: bool = False


def serve(wish: Wish, voice: Voice) -> None:
    """Serve the preview until the process is interrupted. Raises TemplateError when no port can be had."""
    sys.setswitchinterval(SWITCH_SECONDS)
    asyncio.run(serving(wish, voice))


async def serving(wish: Wish, voice: Voice) -> None:
    """Serve the preview until the task is cancelled. Raises TemplateError when no port can be had."""
    listener = listening(wish.port)
    port = listener.getsockname()[1]
    session_id = digest.short(wish.token.encode())
    session = Session(wish.root, wish.today, session_id, sandboxed=wish.sandboxed)
    hub = Hub(session_id, lambda: session.prefix, lambda url: _about(session, url))
    hosts = frozenset(f"{name}:{port}" for name in (ADDRESS, "localhost"))
    hosts |= {ADDRESS, "localhost"} if port == 80 else frozenset()
    site = Site(session, hub, wish.token, _opener(wish.environ), hosts)
    routes = forms.routes(site, Desk(wish.root, wish.today))
    server = HTTPServer(application(site, routes), max_body_size=LARGEST_PICTURE)
    server.add_socket(listener)
    watch = Watch(wish.root, lambda: folders_of(wish.root), Mode(wish.watch), voice.noticed)
    builder = Builder(session, hub, watch, voice, asyncio.get_running_loop())
    doorplate.hang(wish.root, port, session_id)
    voice.opened(f"http://{ADDRESS}:{port}{session.prefix}")
    builder.start()
    try:
        await asyncio.Event().wait()
    finally:
        doorplate.take_down(wish.root, port, session_id)
        watch.stop()
        server.stop()
        hub.close()
        await server.close_all_connections()
        builder.join(LAST_SECONDS)


def _about(session: Session, url: str) -> Plain:
    """The note of a page, and what tells whether other links are marked as hidden than before."""
    marks = digest.short(pages.badge_sheet(session.hidden()).encode())
    return {"note": pages.plain_note(session.note(url)), "marks": marks}


def folders_of(root: Path) -> Mapping[str, Path]:
    """The folders whose files a preview shows."""
    return {"content": root / "content", "templates": folder_of(root)}


def listening(port: int) -> socket:
    """A socket at `port` of the loopback, or at the next one that is free. Raises TemplateError when none is."""
    reason = ""
    for tried in (port, *range(port + 1, min(port + PORTS, 65536)), 0):
        try:
            found = create_server((ADDRESS, tried), backlog=128)
        except OSError as error:
            reason = reason or error.strerror or str(error)
        else:
            found.setblocking(False)
            return found
    raise TemplateError(messages.NO_PORT.at(None, port=port, reason=reason))


def _opener(environ: Mapping[str, str]) -> Callable[[str, int, int], bool]:
    def open_file(file: str, line: int, column: int) -> bool:
        command = editor.command_for(Path(file), line, column, environ, disk.program)
        return command is not None and editor.start(command)

    return open_file


class Builder(threading.Thread):
    """Builds whenever the watch rings; what is saved meanwhile rings again. Ends with the process."""

    def __init__(
        self,
        session: Session,
        hub: Hub,
        watch: Watch,
        voice: Voice,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        """`voice` hears of every build; the hub is rung in `loop`."""
        super().__init__(name="builder", daemon=True)
        self._session = session
        self._hub = hub
        self._watch = watch
        self._voice = voice
        self._loop = loop
        self._owing_since = 0.0
        self._meanwhile: frozenset[str] = frozenset()
        """The files that were saved while a build went on."""
        self._early: set[str] = set()
        """The outputs that were moved in before all others since the last whole build."""

    def run(self) -> None:
        """Build once, and then whenever there is reason to."""
        touched: frozenset[str] = frozenset()
        outcome = self._build(touched, None)
        while True:
            shown, self._meanwhile = self._meanwhile, frozenset()
            heard = self._watch.wait(0.0 if shown else self._seconds_of_rest(outcome))
            if self._watch.is_stopped:
                break
            if outcome is None:
                outcome = self._build(touched := touched | shown | heard, heard)
            elif heard or shown or self._session.is_outdated or _may_pass(outcome):
                outcome = self._build(touched := shown | heard, heard)
            elif self._session.owes_help:
                self._help_editors()

    def _build(self, touched: frozenset[str], heard: frozenset[str] | None) -> Outcome | None:
        """Build and tell of it; None when something was saved before the build was over.

        `touched` are the files whose saving is still to be told of, `heard` those that no build has been given yet.
        """
        early: set[str] = set()

        def ready(paths: Sequence[str], problems: Sequence[Problem]) -> None:
            early.update(paths)
            self._tell(News(frozenset(paths), tuple(problems), is_last=False))

        self._voice.began()
        self._owing_since = self._owing_since or time.monotonic()
        outcome = self._session.build(
            self._hub.watched, ready, self._is_superseded, heard, self._look_meanwhile
        )
        self._early |= early
        if outcome is None or (_may_pass(outcome) and self._watch.is_rung):
            return outcome  # files are coming and going at this moment
        self._owing_since = 0.0
        self._voice.built(touched, replace(outcome, changed=tuple(self._early.union(outcome.changed))))
        self._early.clear()
        self._tell(News(frozenset(outcome.changed) - early, (*outcome.faults, *outcome.problems)))
        return outcome

    def _help_editors(self) -> None:
        problem = self._session.help_editors()
        if problem:
            self._voice.noticed(problem)

    def _seconds_of_rest(self, outcome: Outcome | None) -> float:
        """How long to wait at most after a build; not at all when it was not made to the end."""
        if outcome is None:
            return 0.0
        if _may_pass(outcome):
            return RETRY_SECONDS
        return QUIET_SECONDS if self._session.owes_help else LOOK_AROUND_SECONDS

    def _is_superseded(self) -> bool:
        """Whether to begin anew for what was saved meanwhile; not for ever, when something keeps on being saved."""
        return self._watch.is_rung and time.monotonic() < self._owing_since + PATIENCE_SECONDS

    def _look_meanwhile(self) -> Meanwhile | None:
        """What was saved while a build goes on that is not to begin anew: the pages being looked at show it at once."""
        heard = self._watch.wait(0.0) if self._watch.is_rung else frozenset()
        self._meanwhile |= heard
        return Meanwhile(heard, self._hub.watched) if heard else None

    def _tell(self, news: News) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed when the process is about to end
            self._loop.call_soon_threadsafe(self._hub.tell, news)


def _may_pass(outcome: Outcome) -> bool:
    """Whether what stopped a build may pass by itself."""
    return any(fault.code in ("disk", "busy") for fault in outcome.faults)
