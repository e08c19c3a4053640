"""A sample of the trials of docs/reliability.md, and that the page tells of no trial in which something did not hold."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.faults.__main__ import CLOSING, INTRODUCTION, SEEN, rows
from tests.tools import ROOT

PAGE = ROOT / "docs/reliability.md"
LINE = re.compile(
    r"\| (?P<fault>.+) \| .+ \| (?P<runs>[\d,]+) \| (?P<ended>.+) \| (?P<counts>\d+ \| \d+ \| \d+ \| \d+) \|"
)


def lines(text: str) -> list[re.Match[str]]:
    return [found for line in text.splitlines() if (found := LINE.fullmatch(line))]


def test_whatever_stops_a_build_the_next_one_makes_good() -> None:
    """In a process of its own, which forks one for each trial: pytest has threads, and what has threads must not fork."""
    command = [sys.executable, "-m", "tests.faults", "--sample"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    *sound, clumsy = lines(done.stdout)
    assert {found["counts"] for found in sound} == {"0 | 0 | 0 | 0"}
    ends = {end.split()[0] for found in sound for end in found["ended"].split(", ")}
    assert ends == {"killed", "told", "done", "named"}
    assert not clumsy["counts"].startswith("0 |"), "files that were half written were not seen"


def test_the_page_is_that_of_the_command_and_all_of_it_held() -> None:
    text = PAGE.read_text(encoding="utf-8")
    *sound, clumsy = lines(text)
    assert [found["fault"] for found in sound] == [row.fault for _, chapter in rows() for row in chapter]
    assert {found["counts"] for found in sound} == {"0 | 0 | 0 | 0"}
    assert not any("broke" in found["ended"] for found in sound)
    assert not clumsy["counts"].startswith("0 |")
    assert all(part in text for part in (INTRODUCTION, SEEN, CLOSING))


def test_the_page_tells_of_two_hundred_kills_at_random_times() -> None:
    kills = [found for found in lines(PAGE.read_text(encoding="utf-8")) if found["fault"] == "SIGKILL"]
    assert sum(int(found["runs"]) for found in kills) == 200
