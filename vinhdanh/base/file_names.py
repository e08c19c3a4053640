"""Names that every system can write: what is made here is copied to Windows, what comes from there is built here."""

from __future__ import annotations

import re

LENGTH_LIMIT = 120
"""Characters of one name. Windows takes 260 for a whole path unless it is told otherwise, Linux 255 bytes a name."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$", re.IGNORECASE)
"""Devices of Windows, also with an ending (learn.microsoft.com, Naming Files, Paths, and Namespaces)."""

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*]")
"""Signs that Windows allows in no name: among them that of a drive and of a stream within a file (`:`)."""


def is_portable(name: str) -> bool:
    """Whether a name of a file or folder means the same on every system: no device, no sign that is not allowed, no dot
    or space at its end, which Windows drops, and not too long."""
    return bool(
        name
        and len(name) <= LENGTH_LIMIT
        and name[-1] not in ". "
        and name[0] != " "
        and not _DEVICE.match(name)
        and not _FORBIDDEN.search(name)
    )
