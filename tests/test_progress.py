"""What a person sees while a build runs."""

from __future__ import annotations

import io

import pytest

from vinhdanh.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test moves by hand."""
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def run(progress: Progress, clock: list[float], seconds: float) -> None:
    """A stage of four pages, each taking `seconds`."""
    progress.note("render", 4)
    for _ in range(4):
        clock[0] += seconds
        progress.note("page", 1)
    progress.close()


def test_a_terminal_has_one_moving_line_that_goes_away(clock: list[float]) -> None:
    stream = Terminal()
    run(Progress(stream, "vi"), clock, 1)
    assert "\n" not in stream.getvalue()
    assert "\r\x1b[KDựng trang 3/4" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_elsewhere_a_line_comes_every_ten_seconds(clock: list[float]) -> None:
    stream = io.StringIO()
    run(Progress(stream, "en"), clock, 6)
    assert stream.getvalue() == "Rendering 2/4\nRendering 4/4\n"


def test_a_short_build_says_nothing(clock: list[float]) -> None:
    stream = io.StringIO()
    run(Progress(stream, "vi"), clock, 0.1)
    assert stream.getvalue() == ""


def test_verbose_leaves_the_time_of_each_stage(clock: list[float]) -> None:
    stream = io.StringIO()
    run(Progress(stream, "vi", verbose=True), clock, 0.5)
    assert stream.getvalue() == "Dựng trang 4/4: 2.00 s\n"


def test_quiet_writes_nothing_at_all(clock: list[float]) -> None:
    stream = Terminal()
    run(Progress(stream, "vi", quiet=True, verbose=True), clock, 20)
    assert stream.getvalue() == ""
