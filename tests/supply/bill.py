"""The bill of materials, made of the lock: `python3 -m tests.supply.bill > sbom.cdx.json` (CycloneDX 1.6).

It has no time and no serial number, so that the same lock gives the same bytes. The digests of packages are in the lock.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from tests.tools import ROOT
from vinhdanh import __version__, bootstrap

LOCK = ROOT / bootstrap.LOCK
BILL = ROOT / "sbom.cdx.json"

LICENCES = {
    "jinja2": "BSD-3-Clause",
    "markdown": "BSD-3-Clause",
    "markupsafe": "BSD-3-Clause",
    "nh3": "MIT",
    "pillow": "MIT-CMU",
    "pyyaml": "MIT",
    "tornado": "Apache-2.0",
    "watchdog": "Apache-2.0",
    "zxing-cpp": "Apache-2.0",
}
"""The licence of each package in the lock, as a person read it; a test holds them against what the packages say."""

CARRIED = (
    ("idiomorph", "0.8.0", "0BSD", "vinhdanh/preview/client/idiomorph.js"),
    ("sveltia-cms", "0.221.1", "MIT", "vinhdanh/preview/client/sveltia/sveltia-cms.js"),
    (
        "material-symbols-outlined",
        "",
        "OFL-1.1",
        "vinhdanh/preview/client/sveltia/material-symbols-outlined.woff2",
    ),
    ("newsreader", "", "OFL-1.1", "templates/assets/fonts/newsreader.woff2"),
    ("be-vietnam-pro", "", "OFL-1.1", "templates/assets/fonts/be-vietnam-pro-400.woff2"),
)
"""What of others lies in this repository (NOTICE): name, version, licence, file."""

_ENTRY = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+).*\n(?P<rest>(?:    .*\n)*)", re.MULTILINE)
_FIRST, _NEXT = (
    re.compile(r"^    # via(?: (.+))?$", re.MULTILINE),
    re.compile(r"^    #   (.+)$", re.MULTILINE),
)


def bill() -> dict[str, Any]:
    """The bill as a plain value."""
    entries = [found.groupdict() for found in _ENTRY.finditer(LOCK.read_text(encoding="utf-8"))]
    refs = {entry["name"]: f"pkg:pypi/{entry['name']}@{entry['version']}" for entry in entries}
    needs: dict[str, list[str]] = {"vinhdanh": [], **{ref: [] for ref in refs.values()}}
    for entry in entries:
        for name in (*_FIRST.findall(entry["rest"]), *_NEXT.findall(entry["rest"])):
            if name:
                needs[refs.get(name, "vinhdanh")].append(refs[entry["name"]])
    packages = [
        {
            "type": "library",
            "bom-ref": refs[entry["name"]],
            "name": entry["name"],
            "version": entry["version"],
            "licenses": _licence(LICENCES[entry["name"]]),
            "purl": refs[entry["name"]],
        }
        for entry in entries
    ]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "vinhdanh",
                "name": "vinhdanh",
                "version": __version__,
                "licenses": _licence("Apache-2.0"),
            }
        },
        "components": [*packages, *(_carried(*each) for each in CARRIED)],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(on)} if on else {"ref": ref} for ref, on in needs.items()
        ],
    }


def _carried(name: str, version: str, licence: str, path: str) -> dict[str, Any]:
    is_font = path.endswith(".woff2")
    return {
        "type": "file" if is_font else "library",
        "bom-ref": path,
        "name": name,
        **({"version": version} if version else {}),
        "hashes": [{"alg": "SHA-256", "content": _digest(ROOT / path)}],
        "licenses": _licence(licence),
    }


def _licence(spdx: str) -> list[dict[str, Any]]:
    return [{"license": {"id": spdx}}]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text() -> str:
    """The bill as its file holds it."""
    return json.dumps(bill(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(text(), end="")
