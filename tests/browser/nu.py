"""The Nu HTML checker over a folder of pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import tools

_FROM_A_FOLDER = "Resource violates Content Security Policy"
"""Read from a folder, a page has no origin, and the checker takes what 'self' allows for forbidden. What a policy really
blocks is seen in the browser, by `visit`."""

_INLINE, _DATA_BLOCK = "Inline script violates Content Security Policy", '<script type="application/ld+json">'
"""A script that is data is not run, and browsers ask no policy about it (HTML standard, "prepare the script element")."""


def nu_check(folder: Path) -> list[str]:
    """What the checker says of the HTML files below `folder`, warnings too, as `file:line: message`."""
    options = ("--format", "json", "--stdout", "--skip-non-html", "--exit-zero-always")
    command = [str(tools.java()), "-Xss8m", "-jar", str(tools.vnu()), *options, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return sorted(
        f"{message['url'].split('/./')[-1]}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if not _passed_over(message)
    )


def _passed_over(message: Mapping[str, Any]) -> bool:
    text = message["message"]
    is_data = text.startswith(_INLINE) and _DATA_BLOCK in message.get("extract", "")
    return is_data or text.startswith(_FROM_A_FOLDER)
