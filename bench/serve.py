"""From a save to the changed page: `python3 bench/serve.py [--stories N] [--saves N] [--edit body|title] [--beside …]`.

Writes a generated showcase, starts the preview as people do, opens a tab's connection, and saves one body, or one name,
again and again: how long until the tab has been told and has fetched the page with the new words. Beside it, servers of
other generators may be timed on the same stories with the same edit, each by a command that runs in its folder:

    --beside "hugo=hugo server --port {port}"
    --beside "eleventy=eleventy --serve --port={port}"
    --beside "pelican=pelican content --listen --autoreload --port {port}"

They get the plainest of sites, a list and a page for each story, and are asked for the page until it has changed.
Machines differ and are shared, so every figure is also given as a ratio to ours in the same run; rounds take turns, so
that a busy minute troubles all alike.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.others import EDITED, OTHERS  # noqa: E402 - the project is on the path only now
from bench.stories import write  # noqa: E402

LONGEST_SECONDS = 120.0
"""How long a server is given for one change, and ten times as long to start."""

REST_SECONDS, AT_REST = 1.0, 0.05
"""A server is at rest when it takes no more than this share of a core in so many seconds."""

ASK_EVERY_SECONDS = 0.01
"""How often a server that tells nothing is asked."""


def other_body(text: str, words: str) -> str:
    """A file whose body ends in other words."""
    head = text.partition("\n\nCuối cùng")[0].rstrip("\n")
    return f"{head}\n\nCuối cùng: {words}.\n"


def other_title(text: str, words: str) -> str:
    """A file with another name or title."""
    return re.sub(r"^(name|title|Title): .*", rf"\1: {words}", text, count=1, flags=re.MULTILINE)


EDITS = {"body": other_body, "title": other_title}


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its name and port, the file to save, the address of its page."""

    name: str
    port: int
    file: Path
    url: str
    group: int
    """The group of its processes."""
    told: http.client.HTTPResponse | None = None
    """The connection of a tab, where the server tells of changes."""

    def save(self, edit: str, words: str) -> float:
        """Save the file with other words; seconds until the page has them. SystemExit when it never has."""
        text = EDITS[edit](self.file.read_text(encoding="utf-8"), words)
        began = time.monotonic()
        self.file.write_text(text, encoding="utf-8")
        self.wait_for(words, LONGEST_SECONDS)
        return time.monotonic() - began

    def rest(self) -> None:
        """Wait until it has nothing to do: Pelican loses what is saved while it builds. Ours is not waited for."""
        while not self.told and idle_share(self.group, REST_SECONDS) > AT_REST:
            pass

    def wait_for(self, words: str, seconds: float) -> None:
        """Ask for the page until it has these words. Raises SystemExit after so many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.told:
                listen(self.told, '"page": true')
            with contextlib.suppress(OSError, http.client.HTTPException):
                if words.encode() in self._page():
                    return
            if not self.told:
                time.sleep(ASK_EVERY_SECONDS)
        raise SystemExit(f"{self.name}: no page with “{words}” at {self.url}")

    def _page(self) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_SECONDS)
        try:
            connection.request("GET", self.url)
            return connection.getresponse().read()
        finally:
            connection.close()


def free_port() -> int:
    """A port of the loopback that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextlib.contextmanager
def started(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs in `folder` until it is no longer needed, with all that it started."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, stdout=nowhere, stderr=nowhere, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)


@contextlib.contextmanager
def ours(folder: Path, stories: int) -> Iterator[Server]:
    """The preview, with a tab that shows the page."""
    write(folder, stories)
    port = free_port()
    page = f"/nguoi/{EDITED}/"
    command = [
        sys.executable,
        str(PROJECT / "build.py"),
        "serve",
        "--root",
        str(folder),
        "--port",
        str(port),
        "--no-open",
    ]
    with started(command, folder) as process:
        server = Server("serve", port, folder / f"content/people/{EDITED}.md", page, process.pid)
        server.wait_for("</html>", 10 * LONGEST_SECONDS)
        tab = http.client.HTTPConnection("127.0.0.1", port)
        tab.request("GET", f"/_preview/events?url={page}")
        with tab.getresponse() as told:
            listen(told, '"whole": true')
            print(f"serve at rest: {idle_share(process.pid):.2%} of a core")
            yield replace(server, told=told)


def listen(told: http.client.HTTPResponse, words: str) -> None:
    """Listen until a message has these words."""
    while words.encode() not in told.readline():
        pass


def idle_share(group: int, seconds: float = 10.0) -> float:
    """The share of a core that a group of processes takes (Linux)."""
    before = cpu_seconds(group)
    time.sleep(seconds)
    return (cpu_seconds(group) - before) / seconds


def cpu_seconds(group: int) -> float:
    """The seconds of CPU that the processes of a group have taken: fields 5, 14 and 15 of /proc/PID/stat, in ticks."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it may have ended by now
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            ticks += (int(fields[11]) + int(fields[12])) * (int(fields[2]) == group)
    return ticks / os.sysconf("SC_CLK_TCK")


# -- others ----


@contextlib.contextmanager
def other(name: str, command: str, folder: Path, stories: int) -> Iterator[Server]:
    """The server of another generator."""
    folder.mkdir()
    file, port = OTHERS[name].write(folder, stories), free_port()
    with started(shlex.split(command.format(port=port)), folder) as process:
        server = Server(name, port, file, f"/{EDITED}/", process.pid)
        server.wait_for("</html>", 10 * LONGEST_SECONDS)
        yield server


# -- measuring ----


def measured(servers: Sequence[Server], saves: int, edit: str) -> dict[str, list[float]]:
    """Seconds of every save by name, the servers taking turns; a first save of each is not counted."""
    found: dict[str, list[float]] = {server.name: [] for server in servers}
    for number in range(saves + 1):
        for server in servers:
            server.rest()
            seconds = server.save(edit, f"lần lưu thứ {number} của {server.name}")
            if number:
                found[server.name].append(seconds)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--edit", choices=EDITS, default="body")
    parser.add_argument("--beside", action="append", default=[], metavar="NAME=COMMAND")
    options = parser.parse_args()
    beside = [given.partition("=")[::2] for given in options.beside]
    folder = Path(tempfile.mkdtemp(prefix="vinhdanh-serve-"))
    try:
        with contextlib.ExitStack() as stack:
            servers = [stack.enter_context(ours(folder / "serve", options.stories))]
            for name, command in beside:
                servers.append(stack.enter_context(other(name, command, folder / name, options.stories)))
            found = measured(servers, options.saves, options.edit)
        _print(found, options.stories, options.edit)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _print(found: Mapping[str, Sequence[float]], stories: int, edit: str) -> None:
    base = median(found["serve"])
    print(f"{stories} stories, {len(found['serve'])} saves of a {edit}: ms until the page has changed")
    for name, seconds in found.items():
        low, middle, high = (1000 * each for each in (min(seconds), median(seconds), max(seconds)))
        print(
            f"{name}: {middle:.0f} ({low:.0f}–{high:.0f}), {median(seconds) / base:.2f} of ours", flush=True
        )


if __name__ == "__main__":
    main()
