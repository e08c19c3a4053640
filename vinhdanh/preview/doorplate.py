"""Finding the preview of a showcase: a small file says where it runs, the preview itself whether that still holds."""

from __future__ import annotations

import contextlib
import http.client
import json
from pathlib import Path
from typing import Any

from vinhdanh.base import disk, saving
from vinhdanh.render.outcome import MEMORY_FOLDER

FILE = "preview-address.json"
"""What lies below `MEMORY_FOLDER` while a preview runs, and longer when it was killed."""

ASK_SECONDS = 3.0
"""How long a preview may take to answer; it may be busy building."""

_LINES = 10
"""Lines within which a preview says who it is."""


def hang(root: Path, port: int, session_id: str) -> None:
    """Say that the preview of `root` is at a port of this machine. Where nothing can be written, nobody is told."""
    with contextlib.suppress(disk.DiskError):
        saving.save(root / MEMORY_FOLDER / FILE, _written(port, session_id))


def take_down(root: Path, port: int, session_id: str) -> None:
    """The preview ends; what another one has said since stays."""
    place = root / MEMORY_FOLDER / FILE
    with contextlib.suppress(disk.DiskError):
        if disk.read(place) == _written(port, session_id):
            saving.remove(place)


def found(root: Path) -> str | None:
    """Where the preview of `root` runs at this moment, such as `http://127.0.0.1:8000`; None where there is none."""
    try:
        said = json.loads(disk.read(root / MEMORY_FOLDER / FILE))
        port, session_id = int(said["port"]), str(said["session"])
        build = str(_asked(port)["build"])
    except (
        disk.DiskError,
        OSError,
        http.client.HTTPException,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return None
    return f"http://127.0.0.1:{port}" if build.rpartition("-")[0] == session_id else None


def _asked(port: int) -> dict[str, Any]:
    """The first news of whatever answers at a port as a preview does. Raises what a port of another may cause."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ASK_SECONDS)
    try:
        connection.request("GET", "/_preview/events?url=/")
        with connection.getresponse() as response:
            for _ in range(_LINES):
                line = response.readline(1_000_000)
                if line.startswith(b"data: "):
                    news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                    return news
    finally:
        connection.close()
    raise ValueError("no preview")


def _written(port: int, session_id: str) -> bytes:
    return json.dumps({"port": port, "session": session_id}).encode()
