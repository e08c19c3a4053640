"""The same content gives the same bytes: in another folder, as another user, in another language, time zone and season of chance."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import showcases
from tests.faults.trials import SMALL
from tests.showcases import tree
from tests.tools import ROOT

NOBODY = 65534
"""A user without rights; who tests as root becomes this one."""

DAY = "1795305600"
"""22 November 2026, for SOURCE_DATE_EPOCH."""

BUILD = """
import locale, os, sys
user, engine, *roots = sys.argv[1:]
locale.setlocale(locale.LC_ALL, "")
sys.path.insert(0, engine)
from vinhdanh import cli
for root in roots:  # the first one brings in all that another user might not be allowed to import
    if root == roots[-1] and os.geteuid() == 0:
        os.setgroups([]), os.setgid(int(user)), os.setuid(int(user))
    code = cli.main(["build", "--quiet", "--jobs", "1", "--root", root])
    assert code == 0, code
print(locale.setlocale(locale.LC_ALL), getattr(os, "getuid", int)())
"""


class Place(NamedTuple):
    """Where and by whom a build is made."""

    folder: str
    user: int
    mask: int
    environment: Mapping[str, str]


PLACES = (
    Place("site", 0, 0o022, {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"}),
    Place("nơi khác", NOBODY, 0o077, {"LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1"}),
    Place("İstanbul ığ", NOBODY, 0o002, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}),
)  # fmt: skip


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may look into, with the engine in it: pytest's own folders are the tester's alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("vinhdanh", "templates"):
            shutil.copytree(
                ROOT / part, folder / "engine" / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        yield folder


@pytest.mark.needs("locales")
def test_the_bytes_depend_on_the_content_alone(place: Path) -> None:
    for name in ("vi_VN", "tr_TR"):
        made = place / "locales" / f"{name}.UTF-8"
        made.parent.mkdir(exist_ok=True)
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", made], check=True, capture_output=True)
    sites = []
    for where in PLACES:
        said = built(place, where)
        assert where.environment["LC_ALL"] in said
        assert os.geteuid() or said.split()[-1] == str(where.user)
        sites.append(tree(place / where.folder / "site"))
    assert len(sites[0]) > 200
    assert sites[0] == sites[1] == sites[2]


def built(place: Path, where: Place) -> str:
    """Build in a place; what the process says of itself."""
    warm, root = place / f"trước {where.user} {where.folder}", place / where.folder
    showcases.make(warm, {**SMALL, "site.yaml": SMALL["site.yaml"].replace("no_share_cards: có\n", "")})
    showcases.make(root)
    if os.geteuid() == 0:
        for path in (root, *root.rglob("*")):
            os.chown(path, where.user, where.user)
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    environment = {
        **kept,
        **where.environment,
        "LOCPATH": str(place / "locales"),
        "SOURCE_DATE_EPOCH": DAY,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-c", BUILD, str(where.user), str(place / "engine"), str(warm), str(root)]
    done = subprocess.run(
        command, env=environment, umask=where.mask, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
