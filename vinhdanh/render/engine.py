"""What decides the output besides content and templates, as one digest."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

from vinhdanh import bootstrap
from vinhdanh.base import digest, disk
from vinhdanh.render import messages
from vinhdanh.render.errors import TemplateError

LIBRARIES = ("jinja2", "markdown", "markupsafe", "nh3", "pi-heif", "pillow", "pyyaml", "zxing-cpp")


def engine_digest() -> bytes:
    """Our code, the libraries and Python itself, as they are now."""
    code = disk.code_digest(Path(__file__).resolve().parent.parent)
    versions = bootstrap.installed(sys.path)
    return digest.of_plain([code.hex(), sys.version, [[name, versions.get(name)] for name in LIBRARIES]])


def require_engine(engine: bytes) -> None:
    """Go on only if `engine` is the digest of this process's. Raises TemplateError."""
    if own_digest() != engine:
        raise TemplateError(messages.OTHER_ENGINE.at(None))


@functools.cache
def own_digest() -> bytes:
    """The same as it was when this process was first asked."""
    return engine_digest()
