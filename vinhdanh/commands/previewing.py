"""The command `serve`: a live preview in the browser."""

from __future__ import annotations

import argparse
import sys
from typing import Any
from urllib.parse import urljoin

from vinhdanh.commands.console import CLEAN, colour, environment, root_of, secret, today


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    serving = commands.add_parser("serve", parents=[common], help="xem trước khi đăng · live preview")
    serving.add_argument("--port", type=_port, default=8000, metavar="N", help="cổng · port (8000)")
    serving.add_argument("--no-open", action="store_true", help="không mở trình duyệt · open no browser")
    serving.add_argument(
        "--open",
        default="",
        metavar="PATH",
        dest="first",
        help="mở trang này trước, ví dụ /nguoi/ · open this page first",
    )
    serving.add_argument(
        "--watch",
        choices=("auto", "events", "poll"),
        default="auto",
        help="cách biết tệp thay đổi · how changes are found",
    )
    serving.set_defaults(run=_serve)


def _port(text: str) -> int:
    """A number that may be that of a port; argparse tells of any other."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def _serve(options: argparse.Namespace) -> int:
    return preview(
        options, port=options.port, watch=options.watch, browses=not options.no_open, first=options.first
    )


def preview(
    options: argparse.Namespace,
    *,
    port: int = 8000,
    watch: str = "auto",
    browses: bool = True,
    first: str = "",
) -> int:
    """Serve a preview until Ctrl-C. `first` is the address, from the root of the host, that a browser is opened on."""
    import webbrowser  # noqa: PLC0415 - other commands do without these

    from vinhdanh.preview.serving import Wish, serve  # noqa: PLC0415 - as above
    from vinhdanh.preview.voice import Voice  # noqa: PLC0415 - as above

    def browse(url: str) -> None:
        webbrowser.open(urljoin(url, first))

    wish = Wish(root_of(options), port, watch, secret(), today, environment(), options.sandbox)
    voice = Voice(options.lang, sys.stderr, browse if browses else None, quiet=options.quiet, colour=colour())
    serve(wish, voice)
    return CLEAN
