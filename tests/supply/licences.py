"""The licences of all packages that are installed: `python3 -m tests.supply.licences` prints the report."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tools import ROOT
from vinhdanh import bootstrap

PERMISSIVE = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause HPND ISC MIT MIT-CMU PSF-2.0 Python-2.0 Unlicense Zlib".split()
)
"""What builds may stand on, by SPDX identifiers: licences that ask for no more than to be named."""

WEAK = frozenset({"MPL-2.0", "LGPL-3.0-only", "LGPL-3.0-or-later"})
"""What tests and extras may also have: we hand none of it on, and it says nothing of what it is used on."""

_SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What packages say that do not speak SPDX yet; of the BSD licences, that with the most conditions of those we know."""


class Package(NamedTuple):
    """An installed package: what it says of its licence, in SPDX as far as we can tell, and whether builds need it."""

    name: str
    version: str
    licence: str
    for_builds: bool

    @property
    def allowed(self) -> bool:
        """Whether it may be installed: of alternatives one, of conditions that are joined all."""
        good = PERMISSIVE if self.for_builds else PERMISSIVE | WEAK
        said = re.sub(r"[()]", "", self.licence)
        return all(any(one in good for one in part.split(" OR ")) for part in said.split(" AND "))


def packages() -> list[Package]:
    """Every package that a build or the tests stand on, directly or not, in order of names."""
    builds = set(_closure(bootstrap.requirements(ROOT)))
    everything = sorted({*builds, *_closure(bootstrap.requirements(ROOT, "test"))})
    return [
        Package(name, distribution(name).version, licence_of(name), name in builds) for name in everything
    ]


def _closure(wanted: Iterable[str]) -> Iterator[str]:
    waiting, seen = list(wanted), set()
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        yield name
        waiting += distribution(name).requires or []


def licence_of(name: str) -> str:
    """What an installed package says of its licence: all that it says, unless it has an SPDX expression."""
    about = distribution(name).metadata
    if expression := about.get("License-Expression"):
        return expression
    heads = [line.strip() for line in (about.get("License") or "").splitlines()[:1] if len(line) < 60]
    classes = [
        text.split(" :: ")[-1] for text in about.get_all("Classifier") or [] if text.startswith("License")
    ]
    exact = {_SPDX.get(text, text) for text in heads}
    vague = {_SPDX.get(text, text) for text in classes}
    if any(text.startswith("BSD-") for text in exact):
        vague.discard("BSD-3-Clause")  # "BSD License" stands for both
    return " AND ".join(sorted(exact | vague)) or "not said"


def main() -> int:
    """Print the report; the exit code is 1 when a licence is not allowed."""
    found = packages()
    for package in found:
        mark = "" if package.allowed else "  NOT ALLOWED"
        role = "builds" if package.for_builds else "tests"
        print(f"{package.name} {package.version}: {package.licence} ({role}){mark}")
    return 0 if all(package.allowed for package in found) else 1


if __name__ == "__main__":
    sys.exit(main())
