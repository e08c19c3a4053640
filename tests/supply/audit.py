"""Asks whether any package of a build has a known vulnerability, by pip-audit: `python3 -m tests.supply.audit`.

What has one fails. Where no service answers, or one that knows nothing of a package, that is said in so many words and is
no failure: pip-audit itself would say "No known vulnerabilities found", and a build must not depend on a network.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tests.tools import ROOT
from vinhdanh import bootstrap

COMMAND = (
    *(sys.executable, "-m", "pip_audit", "--requirement", str(ROOT / bootstrap.LOCK)),
    *(
        "--require-hashes",
        "--disable-pip",
        "--format",
        "json",
        "--progress-spinner",
        "off",
        "--timeout",
        "15",
    ),
)


def verdict(said: str, why: str = "") -> tuple[int, str]:
    """The exit code and the sentence for what pip-audit printed; `why` is what it said of itself."""
    try:
        packages: Sequence[Mapping[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        reason = (why.strip().splitlines() or ["it said nothing"])[-1]
        return 0, f"NOT AUDITED: pip-audit could not ask ({reason})"
    found = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version'}"
        for package in packages
        for fault in package.get("vulns", ())
    ]
    passed_over = [package["name"] for package in packages if "skip_reason" in package]
    asked = len(packages) - len(passed_over)
    lines = [f"pip-audit: {asked} of {len(packages)} packages asked for, {len(found)} known vulnerabilities"]
    if passed_over:
        lines.append(f"NOT AUDITED: no service knew of {', '.join(passed_over)}")
    return (1 if found else 0), "\n".join((*found, *lines))


def main() -> int:
    """Ask, and say what came of it."""
    try:
        done = subprocess.run(COMMAND, capture_output=True, encoding="utf-8", check=False, timeout=300)
    except subprocess.TimeoutExpired:
        print("NOT AUDITED: no vulnerability service answered in five minutes")
        return 0
    code, sentence = verdict(done.stdout, done.stderr)
    print(sentence)
    return code


if __name__ == "__main__":
    sys.exit(main())
