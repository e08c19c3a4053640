"""Asks foreign servers whether a page is still there: one question at a time for each host, with pauses.

The standard library's client is enough for single questions without a body, follows redirects and knows the proxies of
the system; a library with pools and sessions would be one thing more to install for every editor.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import NamedTuple
from urllib import request
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit

from vinhdanh import __version__

USER_AGENT = f"VinhDanh/{__version__} (link check of an honours showcase)"
"""Who asks, so that the people who run a server know."""

OK, GONE, UNSURE = "ok", "gone", "unsure"
"""The page is there; the server says that it is not; the server did not answer, or would not tell us."""

_GONE = (404, 410)
_LATER = (429, 503)
_HANDLERS = (
    request.ProxyHandler,
    request.HTTPHandler,
    request.HTTPSHandler,
    request.HTTPRedirectHandler,
    request.HTTPDefaultErrorHandler,
    request.HTTPErrorProcessor,
    request.UnknownHandler,
)


@dataclass(frozen=True, slots=True)
class Pace:
    """How politely and how long to ask, in seconds."""

    pause: float = 1.0
    """Between two questions to one host."""
    timeout: float = 10.0
    """For one answer."""
    limit: float = 120.0
    """For everything together."""
    hosts: int = 8
    """Hosts that are asked at the same time."""


class Answer(NamedTuple):
    """What became of a question: `OK`, `GONE` or `UNSURE`, and the status or the reason in words."""

    state: str
    said: str


class _Reply(NamedTuple):
    status: int
    said: str
    retry_after: str = ""


def ask_all(
    addresses: Iterable[str], pace: Pace, note: Callable[[str, Answer], None]
) -> Mapping[str, Answer]:
    """The answers for as many addresses as there is time for; `note` hears each as it comes."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(address.split("/")[2].lower(), []).append(address)
    found: dict[str, Answer] = {}
    stop = threading.Event()
    until = time.monotonic() + pace.limit

    def answered(address: str, answer: Answer) -> None:
        found[address] = answer
        note(address, answer)

    with ThreadPoolExecutor(pace.hosts, "links") as pool:
        waiting = [pool.submit(_ask_host, listed, pace, until, stop, answered) for listed in by_host.values()]
        try:
            for done in as_completed(waiting):
                done.result()
        finally:
            stop.set()
    return found


def _ask_host(
    addresses: Iterable[str],
    pace: Pace,
    until: float,
    stop: threading.Event,
    answered: Callable[[str, Answer], None],
) -> None:
    """Ask one host for one page after another, until time is up."""
    for number, address in enumerate(addresses):
        if not _waited(pace.pause if number else 0.0, until, stop):
            return
        answered(address, _ask(address, pace, until, stop))


def _ask(address: str, pace: Pace, until: float, stop: threading.Event) -> Answer:
    """Ask for the head of a page; for the page itself where a server does not give the head alone."""
    reply = _Reply(0, "")
    for method in ("HEAD", "GET", "GET"):
        reply = _reply(address, method, max(0.1, min(pace.timeout, until - time.monotonic())))
        if 200 <= reply.status < 300:  # one of 300 and more is a redirect that leads nowhere
            return Answer(OK, str(reply.status))
        if reply.status in _LATER:
            wait = float(reply.retry_after) if reply.retry_after.isdecimal() else 0.0
            if not wait or not _waited(wait, until, stop):
                break
        elif method == "GET" or not reply.status or not _waited(pace.pause, until, stop):
            break
    return Answer(GONE if reply.status in _GONE else UNSURE, str(reply.status or reply.said))


def _waited(seconds: float, until: float, stop: threading.Event) -> bool:
    """Wait, unless that would take until time is up or somebody stops it; False then."""
    return seconds < until - time.monotonic() and not stop.wait(seconds)


def _reply(address: str, method: str, timeout: float) -> _Reply:
    """What a server says. A page is not read beyond its head."""
    try:
        asking = request.Request(ascii_address(address), method=method, headers={"User-Agent": USER_AGENT})
        with _opener().open(asking, timeout=timeout) as response:
            return _Reply(response.status, "")
    except HTTPError as error:
        with error:
            return _Reply(
                error.code, error.reason, error.headers.get("Retry-After", "") if error.headers else ""
            )
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _Reply(0, str(getattr(error, "reason", error)) or type(error).__name__)


def _opener() -> request.OpenerDirector:
    """One that knows the web and nothing else: a redirect must not lead to a file of this computer."""
    opener = request.OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener


def ascii_address(address: str) -> str:
    """An address as it goes over the wire (RFC 3986 and 5890), without its fragment. Raises ValueError."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    kept = "%/:=&?~+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host + port, quote(parts.path, kept), quote(parts.query, kept), ""))
