"""The Nu HTML checker over a folder of pages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests import tools

# Read from a folder, a page has no origin, and the checker takes what 'self' allows for forbidden. What a
# policy really blocks is seen in the browser, by `visit`.
_PASSED_OVER = "Resource violates Content Security Policy"


def nu_check(folder: Path) -> list[str]:
    """What the checker says of the HTML files below `folder`, warnings too, as `file:line: message`."""
    options = ("--format", "json", "--stdout", "--skip-non-html", "--exit-zero-always")
    command = [str(tools.java()), "-Xss8m", "-jar", str(tools.vnu()), *options, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return sorted(
        f"{message['url'].split('/./')[-1]}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if not message["message"].startswith(_PASSED_OVER)
    )
