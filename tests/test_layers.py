"""The rules of the house: which room imports from which, who touches the world, how large things grow."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.architecture import (
    ENGINE,
    FUNCTION_LINES,
    MODULE_LINES,
    Ban,
    Module,
    banned,
    climbing,
    cycles,
    globals_changed,
    imports,
    oversized,
    read_modules,
    undocumented,
)
from tests.tools import ROOT

LAYERS = {
    "": 0,
    "bootstrap": 0,
    "base": 0,
    "content": 1,
    "showcase": 2,
    "render": 3,
    "editing": 4,
    "publishing": 4,
    "progress": 4,
    "preview": 5,
    "commands": 6,
    "manual": 6,
    "cli": 7,
    "__main__": 8,
}
"""Each room of the engine and its floor. A room imports only from lower floors and from itself."""


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOCK = names(
    "time.time time.time_ns time.localtime time.gmtime time.strftime datetime.date.today "
    "datetime.datetime.now datetime.datetime.today datetime.datetime.utcnow"
)
FILES = names(
    "builtins.open glob io.open mmap os.listdir os.path os.scandir os.stat os.walk shutil sqlite3 tempfile"
)
FILE_METHODS = names(
    "chmod exists glob hardlink_to is_dir is_file iterdir lstat mkdir open read_bytes read_text rename rglob "
    "rmdir samefile stat symlink_to touch unlink walk write_bytes write_text"
)
CHANGES = names(
    "builtins.open io.open os.link os.makedirs os.mkdir os.remove os.rename os.replace os.rmdir os.symlink os.truncate "
    "os.unlink shutil.copy shutil.copy2 shutil.copyfile shutil.copymode shutil.copytree shutil.move shutil.rmtree tempfile"
)
CHANGING_METHODS = names(
    "chmod hardlink_to mkdir open rename rmdir symlink_to touch unlink write_bytes write_text"
)
CHANCE = names("builtins.hash os.urandom random secrets uuid")

CHANGERS = names("base.calls bootstrap")
KEEPERS = names("base.disk base.memory base.output_folder base.saving") | CHANGERS
EDGE = KEEPERS | {"commands.console"}

BANS = (
    Ban(
        "files are touched by base.disk, base.output_folder and base.saving",
        FILES | {f"pathlib.Path.{name}" for name in FILE_METHODS},
        KEEPERS,
    ),
    Ban(
        "files are changed by base.calls, so that each change can be made to fail",
        CHANGES | {f"pathlib.Path.{name}" for name in CHANGING_METHODS},
        CHANGERS,
    ),
    Ban("the clock is read at the edge", CLOCK, EDGE),
    Ban("the environment is read at the edge", names("os.environ os.getenv"), EDGE),
    Ban("the same input gives the same bytes", CHANCE, frozenset({"commands.console"})),
    Ban("a stage is a function, no hook", names("importlib.import_module pkgutil")),
)

MODULES = read_modules(ROOT / ENGINE)


def module(source: str, name: str = "content.toy") -> Module:
    return Module(name, ast.parse(source))


def test_imports_go_down() -> None:
    found = climbing(MODULES, LAYERS)
    assert not found, "\n".join(found)


def test_no_modules_import_each_other() -> None:
    found = cycles(MODULES)
    assert not found, "\n".join(found)


def test_only_the_edge_touches_the_world() -> None:
    found = banned(MODULES, BANS)
    assert not found, "\n".join(found)


def test_modules_and_functions_stay_short() -> None:
    found = oversized(MODULES)
    assert not found, "\n".join(found)


def test_everything_public_is_documented() -> None:
    found = undocumented(MODULES)
    assert not found, "\n".join(found)


def test_no_function_changes_a_module() -> None:
    found = globals_changed(MODULES)
    assert not found, "\n".join(found)


def test_the_way_in_needs_the_standard_library_only() -> None:
    way_in = [found for found in MODULES if found.name in ("", "bootstrap")]
    assert len(way_in) == 2
    foreign = {name.split(".")[0] for found in way_in for _, name in imports(found)} - sys.stdlib_module_names
    assert foreign == set()


@pytest.mark.parametrize(
    ("name", "source", "found"),
    [
        ("content.toy", "from vinhdanh.base import disk", []),
        ("content.toy", "import vinhdanh.content.model", []),
        ("content.toy", "from vinhdanh import __version__", []),
        ("content.toy", "from vinhdanh.render import pipeline", ["content.toy:1: imports render"]),
        ("content.toy", "from vinhdanh import cli", ["content.toy:1: imports cli"]),
        ("content.toy", "import vinhdanh.showcase", ["content.toy:1: imports showcase"]),
        ("content.toy", "def f():\n    import vinhdanh.showcase", ["content.toy:2: imports showcase"]),
        ("content.toy", "from ..render import pipeline", ["content.toy:1: imports render"]),
        ("editing.toy", "from vinhdanh.preview import watch", ["editing.toy:1: imports preview"]),
        ("cellar", "", ["cellar: stands on no floor"]),
    ],
)
def test_climbing_is_seen(name: str, source: str, found: list[str]) -> None:
    assert climbing([module(source, name)], LAYERS) == found


def test_rings_are_seen() -> None:
    ring = [
        module("from vinhdanh.base import b", "base.a"),
        module("def f():\n    from vinhdanh.base.c import g", "base.b"),
        module("import vinhdanh.base.a", "base.c"),
        module("from vinhdanh.base.a import f", "base.d"),
    ]
    assert cycles(ring) == ["base.a → base.b → base.c → base.a"]
    assert cycles(ring[1:]) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("open('a')", "builtins.open"),
        ("import os\nos.environ['A']", "os.environ"),
        ("from os import environ as e\ne['A']", "os.environ"),
        ("import time as t\nt.time()", "time.time"),
        ("from datetime import date\ndate.today()", "datetime.date.today"),
        ("import datetime\nf = datetime.datetime.now", "datetime.datetime.now"),
        ("import random\nrandom.random()", "random.random"),
        ("from random import choice\nchoice([])", "random.choice"),
        ("hash('a')", "builtins.hash"),
        ("import shutil\nshutil.rmtree('a')", "shutil.rmtree"),
        ("from pathlib import Path\nPath('a').read_text()", "pathlib.Path.read_text"),
        ("from pathlib import Path\ndef f(p: Path): p.unlink()", "pathlib.Path.unlink"),
        ("from importlib import import_module\nimport_module('a')", "importlib.import_module"),
    ],
)
def test_touching_the_world_is_seen(source: str, found: str) -> None:
    told = banned([module(source)], BANS)
    assert any(f": {found} (" in line for line in told), told


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import date\ndate(2023, 10, 7).isoformat()",
        "from pathlib import Path\nfrom vinhdanh.base import disk\ndisk.exists(Path('a'))",
        "import time\ntime.monotonic()",
        "def f(catalogue): return catalogue.open()",
        "class A:\n    def hash(self): return self.hash()",
    ],
)
def test_harmless_names_pass(source: str) -> None:
    assert banned([module(source)], BANS) == []


def test_growth_is_seen() -> None:
    body = "    pass\n"
    long = module("def f():\n" + body * FUNCTION_LINES)
    assert oversized([long]) == [f"content.toy:1: f has {FUNCTION_LINES + 1} lines"]
    assert oversized([module("def f():\n" + body * (FUNCTION_LINES - 1))]) == []
    assert oversized([module("A = 1\n" * (MODULE_LINES + 1))]) == []
    assert oversized([module("A = 1\n" * MODULE_LINES + "class B: pass")]) == [
        f"content.toy: {MODULE_LINES + 1} lines"
    ]


def test_missing_docstrings_are_seen() -> None:
    source = '"""Doc."""\nclass A:\n    def b(self): pass\n    def _c(self): pass\ndef d():\n    """Doc."""\n'
    assert undocumented([module(source)]) == ["content.toy:2: A", "content.toy:3: b"]
    assert undocumented([module("A = 1")]) == ["content.toy: the module"]


def test_a_derived_method_needs_no_second_docstring() -> None:
    base = module('"""Doc."""\nclass A:\n    """Doc."""\n    def read(self):\n        """Doc."""\n')
    derived = module('"""Doc."""\nclass B(A):\n    """Doc."""\n    def read(self): pass\n', "content.other")
    assert undocumented([base, derived]) == []
    assert undocumented([derived]) == ["content.other:4: read"]


def test_global_statements_are_seen() -> None:
    assert globals_changed([module("def f():\n    global a\n    a = 1")]) == ["content.toy:2"]
