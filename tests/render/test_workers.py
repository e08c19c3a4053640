"""The processes that help a build: none is left when the build is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.tools import ROOT

BUILD = """
import os, time
from vinhdanh.render.workers import pool
if __name__ == "__main__":
    helpers = pool(2)
    print(helpers is None or helpers.submit(os.getpid).result() != os.getpid(), flush=True)
    time.sleep(600)
"""


def test_no_helper_outlives_a_build_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(BUILD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment)
    assert process.stdout
    assert process.stdout.readline().strip() == b"True"
    process.kill()
    # What was inherited from the build is closed when the last of its processes has ended.
    assert process.communicate(timeout=120) == (b"", None)
