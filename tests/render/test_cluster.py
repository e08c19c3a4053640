"""The same build on a real Dask cluster on this machine: same bytes, also when a worker is killed half-way."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase
from vinhdanh import cli
from vinhdanh.base.memory import Memory
from vinhdanh.render import cluster, makers, rendering
from vinhdanh.render.cluster import Cluster
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.pipeline import Options, build
from vinhdanh.render.planned import prepare
from vinhdanh.render.publication import html_of
from vinhdanh.render.theme_folder import folder_of

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the cluster's own libraries

PATIENCE_SECONDS = 120.0


@pytest.fixture(scope="module")
def processes(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    address, folder = f"tcp://127.0.0.1:{port}", tmp_path_factory.mktemp("dask")

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
        return subprocess.Popen(command, cwd=Path.cwd(), stderr=(folder / "said").open("ab"))

    scheduler = start(
        "dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show"
    )
    common = (
        "dask_worker",
        address,
        "--host",
        "127.0.0.1",
        "--nworkers",
        "1",
        "--nthreads",
        "1",
        "--no-dashboard",
    )
    workers = [
        start(*common, "--no-nanny", "--local-directory", str(folder / str(number))) for number in range(2)
    ]
    try:
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    made = showcases.make(tmp_path / "trang")
    # Cards that a test makes cannot be sent to other processes.
    made.write("site.yaml", made.read("site.yaml") + "no_share_cards: có\n")
    return made


def site(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_cluster_makes_the_same_site_and_a_killed_worker_loses_nothing(
    showcase: Showcase,
    processes: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, workers = processes
    monkeypatch.setattr(cluster, "WORTH_SECONDS", 0.0)
    alone = showcase.root.parent / "alone"
    assert build(Options(showcase.root, alone, TODAY)).published
    together, root = showcase.root.parent / "together", str(showcase.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    command = [
        "build",
        "--root",
        root,
        "--output",
        str(together),
        "--executor",
        "dask",
        "--scheduler",
        address,
    ]
    assert cli.main(command) == 0, capsys.readouterr()
    assert site(together) == site(alone)
    # Again, in small jobs, of which a worker takes some to its grave.
    memory = Memory(None)
    planned = prepare(showcase.root, TODAY, memory, b"e")
    monkeypatch.setattr(rendering, "BATCH", 4)
    place = rendering.Place(folder_of(showcase.root), planned.theme.digest, engine_digest())
    outputs = [each for each in planned.outputs if each.maker != "picture"]
    found: dict[str, bytes] = {}
    bodies = lambda digest: html_of(memory, b"e", digest)  # noqa: E731
    for number, (output, data) in enumerate(
        rendering.render(outputs, planned.theme, place, bodies, lambda seconds: Cluster(address))
    ):
        found[output.path] = data
        if number == len(outputs) // 3:
            workers[0].kill()
    assert found == {each.path: makers.make(each, planned.theme, bodies) for each in outputs}
    assert workers[0].wait(PATIENCE_SECONDS)


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.5)
    for address in ("tcp://127.0.0.1:9", "không có"):
        with pytest.raises(TemplateError) as caught:
            Cluster(address)
        assert caught.value.problem.code == "no-scheduler"


def test_without_the_extra_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(TemplateError) as caught:
        Cluster("tcp://127.0.0.1:9")
    assert caught.value.problem.code == "no-dask"


@pytest.mark.parametrize("options", [["--executor", "dask"], ["--scheduler", "tcp://127.0.0.1:9"]])
def test_the_two_options_go_together(
    options: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "--root", str(tmp_path), *options]) == 2
    assert "phải đi cùng nhau" in capsys.readouterr().err
