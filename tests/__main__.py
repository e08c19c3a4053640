"""All checks of the project in one run: `python3 build.py test [--fast] [pytest arguments]`.

Tools are fetched, then come ruff (rules and format), mypy, and pytest with the browser tests. All of them run
even when one fails; the exit code is 0 only if none did, and in CI only if nothing was left out.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests import tools

USAGE = """\
python3 build.py test [--fast] [pytest arguments]

  --fast   không chạy kiểm thử trình duyệt và mạng / leave out the tests with a browser or the network

Mọi tham số khác dành cho pytest / all other arguments are pytest's: -k WORD, tests/base, -n0 --pdb …
"""

CHECKS = {
    "ruff check": ("ruff", "check", "--quiet", "."),
    "ruff format": ("ruff", "format", "--quiet", "--check", "."),
    "mypy --strict": ("mypy", "--no-error-summary"),
}
"""The checks beside pytest, by the names under which they are reported; pyproject.toml has their settings."""

IN_PARALLEL = ("-n", "auto", "--maxprocesses=4", "--dist=worksteal")
SLOW_RING = ("-m", "not browser and not network")


class Tally:
    """A pytest plugin that counts what passed and what failed, setting up and tearing down included."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Read the counts when all tests are over."""
        stats = terminalreporter.stats
        self.passed = len(stats.get("passed", ()))
        self.failed = len(stats.get("failed", ())) + len(stats.get("error", ()))


def main(arguments: Sequence[str]) -> int:
    """Run everything; the exit code is 0 when all of it passed."""
    if "-h" in arguments or "--help" in arguments:
        print(USAGE, end="")
        return 0
    fast = "--fast" in arguments and not tools.in_ci()
    rest = [argument for argument in arguments if argument != "--fast"]
    if not fast:
        tools.fetch()
    faults = [name for name, command in CHECKS.items() if not _passes(name, command)]
    tally = Tally()
    code = pytest.main([*IN_PARALLEL, *(SLOW_RING if fast else ()), *rest], plugins=[tally])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        faults.append(f"pytest ({pytest.ExitCode(code).name.lower().replace('_', ' ')})")
    return close(tally, faults, fast)


def _passes(name: str, command: Sequence[str]) -> bool:
    """Run one check with this interpreter's own packages, showing what it finds."""
    passed = subprocess.run([sys.executable, "-m", *command], check=False).returncode == 0
    print(f"{name}: {'passed' if passed else 'FAILED'}", flush=True)
    return passed


def close(tally: Tally, faults: Sequence[str], fast: bool) -> int:
    """Say at the end what did not run and what failed; the last line counts tests and checks together."""
    lacking = () if fast else tools.absent()
    if fast:
        print("KHÔNG CHẠY / NOT RUN: tests with a browser or the network (--fast)")
    if lacking:
        print(tools.not_run(lacking))
    if faults:
        print("HỎNG / FAILED:", ", ".join(faults))
    passed = tally.passed + len(CHECKS.keys() - set(faults))
    failed = tally.failed + len(faults) + (len(lacking) if tools.in_ci() else 0)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
