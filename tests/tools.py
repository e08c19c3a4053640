"""The outside tools that some tests need: where each is found, and how those that can be are fetched.

A test names what it cannot do without: `@pytest.mark.needs("java", "vnu")`. What is absent is told loudly and
its tests are left out; in CI they fail.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FETCHED = ROOT / ".cache" / "test-tools"
"""The fetched npm packages of `MANIFEST` lie here, ignored by git."""

DOWNLOADED = FETCHED.with_name("browsers")
"""Playwright's own download, where no other Chromium is to be had."""

MANIFEST = ROOT / "tests" / "browser" / "package.json"
"""The npm packages by exact version. A lock file would tie the project to one registry's addresses."""

_BROWSER_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_BROWSER_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
_BROWSER_FILES = ("chrome", "chrome.exe", "Chromium", "Google Chrome for Testing")
"""What Playwright's own download is called, by system."""


_WITH_NPM = "install npm (it comes with Node.js), then run `python3 build.py test` again"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool by its name, where it is found if it is there, and what a person does who lacks it."""

    name: str
    find: Callable[[], Path | None]
    advice: str


def in_ci() -> bool:
    """Whether an absent tool is a failure: the variable CI is set, as every CI service does."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


@functools.cache
def chromium() -> Path | None:
    """A Chromium that starts: the system's, or else the one that Playwright downloaded for these tests."""
    return next((path for path in _browsers() if _answers(path, "--version")), None)


@functools.cache
def java() -> Path | None:
    """A Java that starts (macOS has a `java` that only says that there is none)."""
    found = shutil.which("java")
    return Path(found) if found and _answers(Path(found), "-version") else None


@functools.cache
def node() -> Path | None:
    """Node.js."""
    found = shutil.which("node")
    return Path(found) if found else None


def axe() -> Path | None:
    """axe-core, the accessibility checker, as one script."""
    return _npm_file("axe-core/axe.min.js")


def vnu() -> Path | None:
    """The Nu HTML checker, as one Java archive."""
    return _npm_file("vnu-jar/build/dist/vnu.jar")


def schema_dts() -> Path | None:
    """schema.org's vocabulary as TypeScript's types."""
    return _npm_file("schema-dts/dist/schema.d.ts")


def tsc() -> Path | None:
    """The TypeScript compiler, as a script for Node.js."""
    return _npm_file("typescript/bin/tsc")


def sveltia() -> Path | None:
    """The package of Sveltia CMS, a folder."""
    return _npm_file("@sveltia/cms")


def locales() -> Path | None:
    """The sources of the C library's locales, if they can be compiled here."""
    sources = Path("/usr/share/i18n/locales")
    return sources if (sources / "tr_TR").is_file() and shutil.which("localedef") else None


TOOLS: Mapping[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool("chromium", chromium, "install Chromium or Chrome"),
        Tool("node", node, "install Node.js"),
        Tool("java", java, "install a Java runtime, 17 or newer"),
        Tool("axe", axe, _WITH_NPM),
        Tool("vnu", vnu, _WITH_NPM),
        Tool("schema-dts", schema_dts, _WITH_NPM),
        Tool("tsc", tsc, _WITH_NPM),
        Tool("sveltia", sveltia, _WITH_NPM),
        Tool("locales", locales, "install the sources of locales; Debian, Ubuntu: apt install locales"),
    )
}


def absent() -> tuple[Tool, ...]:
    """The tools that are not there."""
    return tuple(tool for tool in TOOLS.values() if tool.find() is None)


def not_run(tools: Sequence[Tool]) -> str:
    """The line that says loudly which tests could not run, for want of which tools."""
    told = "KHÔNG CHẠY ĐƯỢC / NOT RUN: tests that need {} ({})"
    return "\n".join(told.format(tool.name, tool.advice) for tool in tools)


def fetch() -> None:
    """Fetch what is missing and can be fetched, saying so; what cannot be had is left to `absent`."""
    if axe() is None:
        _fetch_npm_packages()
    if chromium() is None:
        _fetch_chromium()
        chromium.cache_clear()


def _fetch_npm_packages() -> None:
    npm = shutil.which("npm")
    if npm is None:
        return
    unfinished = FETCHED.with_name(FETCHED.name + "-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    shutil.copyfile(MANIFEST, unfinished / MANIFEST.name)
    options = ("--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    if _done([npm, "install", "--prefix", str(unfinished), *options]):
        shutil.rmtree(FETCHED, ignore_errors=True)
        unfinished.rename(FETCHED)


def _fetch_chromium() -> None:
    """Debian's package where we may install it, else Playwright's own download."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and Path("/etc/debian_version").exists() and shutil.which("apt-get"):
        install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
        if _done(["apt-get", "-q", "update"]) and _done(install):
            return
    _done([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"])


def _done(command: Sequence[str]) -> bool:
    """Run a command that fetches something; show what it printed only when it fails."""
    print("+", *command, file=sys.stderr, flush=True)
    settings = {"DEBIAN_FRONTEND": "noninteractive", "PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADED)}
    environ = {**os.environ, **settings}
    done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout.decode("utf-8", "replace"))
    return done.returncode == 0


def _browsers() -> Iterator[Path]:
    for command in _BROWSER_COMMANDS:
        if found := shutil.which(command):
            yield Path(found)
    yield from filter(Path.is_file, map(Path, _BROWSER_PLACES))
    for name in _BROWSER_FILES:
        yield from sorted(DOWNLOADED.rglob(name))


def _answers(program: Path, option: str) -> bool:
    try:
        return subprocess.run([program, option], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _npm_file(name: str) -> Path | None:
    """A file of the fetched packages, unless another version is asked for by now."""
    fetched = FETCHED / MANIFEST.name
    if not fetched.is_file() or _asked(fetched) != _asked(MANIFEST):
        return None
    return FETCHED / "node_modules" / name


def _asked(manifest: Path) -> dict[str, str]:
    asked: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))["dependencies"]
    return asked
