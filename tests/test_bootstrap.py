"""The way in: old Pythons, machines that lack something, and environments in every state of repair."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

import pytest

from tests.sources import project_files
from tests.tools import ROOT
from vinhdanh import bootstrap
from vinhdanh.bootstrap import CannotStartError

WANTED = ("Jinja2>=3.1", "ruff==0.17.6")


def door() -> ModuleType:
    """`build.py` as a module."""
    loader = SourceFileLoader("door", str(ROOT / "build.py"))
    loaded = module_from_spec(ModuleSpec("door", loader))
    loader.exec_module(loaded)
    return loaded


# -- Any Python can read the door


def test_old_pythons_can_read_the_door() -> None:
    tree = ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 5))
    arguments = [node for node in ast.walk(tree) if isinstance(node, ast.arguments)]
    assert not any(isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.Nonlocal) for node in ast.walk(tree))
    assert not any(given.kwonlyargs or any(arg.annotation for arg in given.args) for given in arguments)


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ((2, 7, 18), "2.7"),
        ((3, 5, 0), "3.5"),
        ((3, 10, 13), "3.10"),
        ((3, 11, 0), None),
        ((3, 14, 1), None),
        ((4, 0, 0), None),
    ],
)
def test_old_pythons_are_told_what_they_lack(version: tuple[int, ...], told: str | None) -> None:
    sentence = door().refusal(version)
    if told is None:
        assert sentence is None
    else:
        assert sentence.count("3.11") == 2
        assert f"Python {told}:" in sentence
        assert sentence.count("\n") == 1


def test_oldest_python_is_the_same_everywhere() -> None:
    needed = ".".join(map(str, door().OLDEST_PYTHON))
    assert f'requires-python = ">={needed}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for script in ("xem-trang.cmd", "xem-trang.sh"):
        text = (ROOT / script).read_text(encoding="utf-8")
        assert f"sys.version_info[:2] < {door().OLDEST_PYTHON}" in text
        assert text.count(f"Python {needed}") == 2


# -- What is installed


@pytest.mark.parametrize(
    ("installed", "lacking"),
    [
        (["jinja2-3.1.6.dist-info", "ruff-0.17.6.dist-info"], []),
        (["Jinja2-3.1.2.egg-info", "ruff-0.17.6.dist-info"], []),
        (["jinja2-10.0.dist-info", "ruff-0.17.6.dist-info"], []),
        (["jinja2-3.0.9.dist-info", "ruff-0.17.6.dist-info"], ["Jinja2>=3.1"]),
        (["jinja2-3.1.6.dist-info", "ruff-0.17.7.dist-info"], ["ruff==0.17.6"]),
        (["jinja2_time-3.1.6.dist-info", "jinja2"], list(WANTED)),
        ([], list(WANTED)),
    ],
    ids=["all", "egg", "newer", "too-old", "not-the-same", "others", "none"],
)
def test_missing_packages_are_seen(tmp_path: Path, installed: list[str], lacking: list[str]) -> None:
    for name in installed:
        (tmp_path / name).mkdir()
    assert list(bootstrap.missing(WANTED, [str(tmp_path), "", str(tmp_path / "python311.zip")])) == lacking


def test_first_folder_wins_as_when_importing(tmp_path: Path) -> None:
    for folder, version in (("a", "3.0"), ("b", "3.1")):
        (tmp_path / folder / f"jinja2-{version}.dist-info").mkdir(parents=True)
    assert bootstrap.missing(["Jinja2>=3.1"], [str(tmp_path / "a"), str(tmp_path / "b")]) == ("Jinja2>=3.1",)


def test_requirements_of_the_project_can_be_read_without_pip() -> None:
    core, test = bootstrap.requirements(ROOT), bootstrap.requirements(ROOT, "test")
    assert test[: len(core)] == core
    assert {"Jinja2", "Markdown", "Pillow", "PyYAML", "nh3", "tornado", "watchdog", "zxing-cpp"} == {
        name.split(">")[0] for name in core
    }
    assert bootstrap.missing(test, sys.path) == ()


def test_a_requirement_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="jinja2<4"):
        bootstrap.missing(["jinja2<4"], [str(tmp_path)])


# -- Making the environment


class Machine:
    """Stands for a machine: notes what is run, and fails at commands with one of the `failing` words."""

    def __init__(self, *failing: str) -> None:
        self.commands: list[str] = []
        self.failing = failing

    def run(self, command: Sequence[str]) -> tuple[int, str]:
        words = " ".join(command[1:])
        self.commands.append(words)
        if any(word in words for word in self.failing):
            return 1, "WARNING: Retrying\nERROR: no such thing"
        if "-m venv" in words:
            python = Path(command[-1], "Scripts/python.exe" if os.name == "nt" else "bin/python")
            python.parent.mkdir(parents=True)
            python.touch()
            Path(command[-1], "pyvenv.cfg").touch()
        return 0, ""

    @property
    def made(self) -> bool:
        return any("-m venv" in command for command in self.commands)


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    folder = tmp_path / "Thư mục có dấu"
    folder.mkdir()
    return folder / ".venv"


LACKING = ("surely-not-installed>=1",)


def test_a_complete_interpreter_is_used_as_it_is(environment: Path) -> None:
    machine = Machine()
    assert bootstrap.interpreter_for(["pytest>=8"], environment, machine.run) is None
    assert machine.commands == []
    assert not environment.exists()


def test_environment_is_made_once(environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = Machine(), Machine()
    python = bootstrap.interpreter_for(LACKING, environment, first.run)
    assert python is not None
    assert python.is_relative_to(environment)
    assert capsys.readouterr().err == "Lần chạy đầu tiên: đang tạo .venv. / First run: making .venv.\n"
    assert bootstrap.interpreter_for(LACKING, environment, second.run) == python
    assert second.commands == []
    assert capsys.readouterr().err == ""


def test_an_environment_of_ones_own_is_used(environment: Path) -> None:
    Machine().run(["python", "-m", "venv", str(environment)])
    machine = Machine()
    assert bootstrap.interpreter_for(LACKING, environment, machine.run)
    assert machine.commands == []


def _killed_while_made(environment: Path) -> None:
    (environment / bootstrap.MADE).write_text("", encoding="utf-8")


def _without_interpreter(environment: Path) -> None:
    shutil.rmtree(environment / ("Scripts" if os.name == "nt" else "bin"))


def _interpreter_replaced(environment: Path) -> None:
    (environment / bootstrap.MADE).write_text("python3.10", encoding="utf-8")


def _without_settings(environment: Path) -> None:
    (environment / "pyvenv.cfg").unlink()


@pytest.mark.parametrize(
    "damage", [_killed_while_made, _without_interpreter, _interpreter_replaced, _without_settings]
)
def test_a_damaged_environment_is_made_anew(environment: Path, damage: Callable[[Path], None]) -> None:
    bootstrap.interpreter_for(LACKING, environment, Machine().run)
    (environment / "old").touch()
    damage(environment)
    machine = Machine()
    assert bootstrap.interpreter_for(LACKING, environment, machine.run)
    assert machine.made
    assert not (environment / "old").exists()


def test_a_failed_making_is_told_and_tried_again(environment: Path) -> None:
    with pytest.raises(CannotStartError, match=r"sửa lỗi đó rồi chạy lại.* / .*mend that, then run"):
        bootstrap.interpreter_for(LACKING, environment, Machine("-m venv").run)
    machine = Machine()
    bootstrap.interpreter_for(LACKING, environment, machine.run)
    assert machine.made


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    environment: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == lacking else object())
    with pytest.raises(CannotStartError, match=r"apt install python3-venv.* / .*apt install python3-venv"):
        bootstrap.interpreter_for(LACKING, environment, Machine().run)
    assert not environment.exists()


def test_a_file_in_the_place_of_the_environment_is_told(environment: Path) -> None:
    environment.touch()
    with pytest.raises(CannotStartError, match=r"xóa thư mục đó .* / .*delete that folder"):
        bootstrap.interpreter_for(LACKING, environment, Machine().run)


# -- Filling the environment

PINNED = (
    "pytest==1.2.3 \\\n    --hash=sha256:00\nothers==4 ; sys_platform == 'win32' \\\n    --hash=sha256:11\n"
)


@pytest.fixture
def inside(environment: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment whose interpreter is the one that runs."""
    Machine().run(["python", "-m", "venv", str(environment)])
    monkeypatch.setattr(sys, "prefix", str(environment))
    return environment


def test_what_is_missing_is_installed_inside(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    machine = Machine()
    assert bootstrap.interpreter_for(("pytest>=8", *LACKING), inside, machine.run) is None
    assert machine.commands[-1].endswith("install --quiet pytest>=8 surely-not-installed>=1")
    assert capsys.readouterr().err.startswith("Đang cài vào .venv: surely-not-installed …")
    assert not (inside / bootstrap.FILLING).exists()


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.lock"
    file.write_text(PINNED, encoding="utf-8")
    return file


def test_in_an_environment_of_ours_the_lock_is_installed_and_then_the_rest(inside: Path, lock: Path) -> None:
    (inside / bootstrap.MADE).touch()
    machine = Machine()
    assert bootstrap.interpreter_for(("pytest>=8", *LACKING), inside, machine.run, lock) is None
    assert [command.split("--quiet ")[1] for command in machine.commands[-2:]] == [
        f"--require-hashes -r {lock}",
        "surely-not-installed>=1",
    ]


def test_a_lock_that_fails_is_told_and_nothing_else_is_installed(inside: Path, lock: Path) -> None:
    (inside / bootstrap.MADE).touch()
    machine = Machine("--require-hashes")
    with pytest.raises(CannotStartError, match=r"check the network"):
        bootstrap.interpreter_for(("pytest>=8", *LACKING), inside, machine.run, lock)
    assert "surely-not-installed" not in machine.commands[-1]
    assert (inside / bootstrap.FILLING).exists()


@pytest.mark.parametrize("theirs", [True, False])
def test_versions_of_the_lock_are_held_in_an_environment_that_we_made(
    inside: Path, lock: Path, theirs: bool
) -> None:
    if not theirs:
        (inside / bootstrap.MADE).touch()
    machine = Machine()
    bootstrap.interpreter_for(["pytest>=8"], inside, machine.run, lock)
    assert bool(machine.commands) is not theirs


def test_nothing_is_installed_twice(inside: Path) -> None:
    machine = Machine()
    assert bootstrap.interpreter_for(["pytest>=8"], inside, machine.run) is None
    assert machine.commands == []


def test_pip_is_brought_where_there_is_none(inside: Path) -> None:
    machine = Machine("pip --version", "--no-input --version")
    bootstrap.interpreter_for(LACKING, inside, machine.run)
    assert "-m ensurepip --default-pip" in machine.commands


def test_a_failed_installation_is_told_and_redone(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CannotStartError, match=r"kiểm tra kết nối mạng .* / .*check the network"):
        bootstrap.interpreter_for(["pytest>=8", *LACKING], inside, Machine("install").run)
    told = capsys.readouterr().err
    assert "ERROR: no such thing" in told
    assert "Retrying" not in told
    machine = Machine()
    bootstrap.interpreter_for(["pytest>=8"], inside, machine.run)
    assert "--force-reinstall" in machine.commands[-1]


def test_without_its_environment_every_command_ends_with_three(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise CannotStartError("Không được.", "It cannot be.")

    monkeypatch.setattr(bootstrap, "interpreter_for", refuse)
    assert bootstrap.enter(["build"]) == 3
    assert capsys.readouterr().err == "Không được. / It cannot be.\n"


def test_vietnamese_is_printed_whatever_the_locale() -> None:
    code = "from vinhdanh import bootstrap; bootstrap.use_utf8(); print('Người thợ')"
    command = [sys.executable, "-c", code]
    environ = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").strip() == "Người thợ"


# -- From nothing


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files alone, as a fresh clone has them, in a folder with a Vietnamese name and spaces."""
    folder = tmp_path_factory.mktemp("clone") / "Vinh danh người thợ"
    for file in project_files():
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return folder


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An interpreter that has nothing installed, not even pip."""
    folder = tmp_path_factory.mktemp("bare") / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done


def site_packages(clone: Path) -> list[str]:
    return [str(folder) for folder in (clone / ".venv").rglob("site-packages")]


@pytest.mark.network
def test_a_fresh_clone_builds_its_site(clone: Path, bare_python: str, tmp_path: Path) -> None:
    first = run(bare_python, clone / "build.py", cwd=tmp_path)
    assert "đang tạo .venv" in first.stderr
    assert (
        "Đang cài vào .venv: jinja2, markdown, markupsafe, nh3, pillow, pyyaml, tornado, watchdog, zxing-cpp …"
        in first.stderr
    )
    assert (clone / "site" / "index.html").is_file()
    assert bootstrap.missing(bootstrap.pins(clone / bootstrap.LOCK), site_packages(clone)) == ()
    assert ".venv" not in run(bare_python, clone / "build.py", cwd=tmp_path).stderr


@pytest.mark.network
def test_an_installed_package_builds_another_showcase(clone: Path, bare_python: str, tmp_path: Path) -> None:
    run(bare_python, clone / "build.py", "check", cwd=tmp_path)
    scripts = clone / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--no-deps", clone, cwd=tmp_path)
    shutil.copytree(clone / "content", tmp_path / "content")
    run(scripts / "vinhdanh", "build", "--root", tmp_path, cwd=tmp_path)
    assert (tmp_path / "site" / "index.html").is_file()
