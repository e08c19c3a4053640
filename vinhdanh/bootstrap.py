"""The way in: finds or makes an interpreter that has the packages the engine needs.

It runs before anything is installed, so it imports the standard library only.

An interpreter that has the packages is used as it is. Any other makes `.venv` beside `build.py` once and
hands the command over to it. There, what `requirements.lock` names is installed in just those versions, each file
checked against its digest; and then what `pyproject.toml` asks for besides, for tests.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder: `build.py`, `pyproject.toml` and `.venv` lie there."""

CANNOT_START = 3
"""Exit code when no environment can be had: a fault of configuration, neither of content nor of usage."""

MADE = "vinhdanh-made.txt"
"""A file in `.venv`: empty while we make the environment, afterwards the real path of its interpreter."""

LOCK = "requirements.lock"
"""The file in `ROOT` that names every package of a build with its version and digests; `tools/lock.sh` makes it."""

FILLING = "vinhdanh-filling.txt"
"""A file in `.venv` that is there only while packages are being installed."""

Run = Callable[[Sequence[str]], tuple[int, str]]
"""Runs a command to its end; returns its exit code and all that it printed."""

_MISLEADING = ("PYTHONHOME", "__PYVENV_LAUNCHER__")
"""Variables that would make the interpreter of `.venv` take itself for another one."""

_DISTRIBUTION = re.compile(r"(?P<name>.+?)-(?P<version>\d[^-]*)(?:-py[\d.]+)?\.(?:dist|egg)-info")
_PIN = re.compile(r"^(?P<pin>[\w.-]+==[\d.]+) \\?$", re.MULTILINE)
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+?)(?P<operator>>=|==)(?P<version>[\d.]+)")


class CannotStartError(Exception):
    """Why no command can run and what to do about it, in one sentence of Vietnamese and one of English."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese} / {english}")


def enter(arguments: Sequence[str]) -> int | None:
    """Make sure that a command runs where its packages are; `test` is handed to the tests.

    Returns None when that is here. Otherwise the command goes on in a process that takes this one's place
    (Windows: is waited for), and what is returned is an exit code.
    """
    use_utf8()
    testing = arguments[:1] == ["test"]
    try:
        wanted = requirements(ROOT, "test" if testing else None)
        python = interpreter_for(wanted, ROOT / ".venv", lock=ROOT / LOCK)
    except CannotStartError as error:
        print(error, file=sys.stderr)
        return CANNOT_START
    if python:
        return go_on([str(python), str(ROOT / "build.py"), *arguments])
    return run_tests(arguments[1:]) if testing else None


def run_tests(arguments: Sequence[str]) -> int:
    """Run the tests with this interpreter. Only a copy of the source has them: elsewhere the code is 2."""
    if not (ROOT / "tests" / "__main__.py").is_file():
        sentence = CannotStartError(
            "Ở đây không có thư mục tests/: hãy chạy lệnh này trong bản mã nguồn.",
            "There is no tests/ folder here: run this in a copy of the source.",
        )
        print(sentence, file=sys.stderr)
        return 2
    os.chdir(ROOT)
    return go_on([sys.executable, "-m", "tests", *arguments])


def use_utf8() -> None:
    """Let stdout and stderr carry Vietnamese whatever the locale or the code page says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def requirements(root: Path, extra: str | None = None) -> tuple[str, ...]:
    """What `pyproject.toml` in `root` asks for, with one of its extras if named."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return (*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ()))


def pins(lock: Path) -> tuple[str, ...]:
    """The packages of a lock file as `name==version`, but for those that only some systems need."""
    return tuple(found["pin"] for found in _PIN.finditer(lock.read_text(encoding="utf-8")))


def missing(wanted: Iterable[str], folders: Iterable[str]) -> tuple[str, ...]:
    """Those requirements that nothing installed in `folders` (as in `sys.path`) meets."""
    versions = installed(folders)
    return tuple(requirement for requirement in wanted if not _met(requirement, versions))


def installed(folders: Iterable[str]) -> dict[str, str]:
    """The version of each distribution in `folders` by its name in lower case, as imports would find it.

    Names of folders tell it: to import `importlib.metadata` would cost 60 ms on every build, this costs one.
    """
    versions: dict[str, str] = {}
    for folder in filter(os.path.isdir, folders):
        for entry in os.listdir(folder):
            if found := _DISTRIBUTION.fullmatch(entry):
                versions.setdefault(_normal(found["name"]), found["version"])
    return versions


def interpreter_for(
    wanted: Sequence[str], environment: Path, run: Run | None = None, lock: Path | None = None
) -> Path | None:
    """The interpreter of `environment`, made if need be; None when this very one has all that is `wanted`.

    When this one is that of `environment`, what is missing is installed into it; and if we made it, packages that are
    in `lock` must have the versions that are named there. Only tests give a `run`. Raises CannotStartError when the
    environment can be neither made nor filled.
    """
    run = run or _run
    try:
        if environment.is_dir() and os.path.samefile(sys.prefix, environment):
            lock = lock if lock and lock.is_file() and (environment / MADE).exists() else None
            exactly = locked(wanted, lock) if lock else tuple(wanted)
            if (environment / FILLING).exists() or missing(exactly, sys.path):
                fill(environment, exactly, run, lock)
            return None
        if not missing(wanted, sys.path):
            return None
        if not _is_whole(environment):
            make(environment, run)
    except OSError as error:
        raise CannotStartError(
            f"Không ghi được .venv ({error}): hãy cấp quyền ghi hoặc xóa thư mục đó rồi chạy lại.",
            ".venv cannot be written: allow it or delete that folder, then run this again.",
        ) from error
    return _python(environment)


def locked(wanted: Iterable[str], lock: Path) -> tuple[str, ...]:
    """The pins of a lock, and what is wanted beyond them."""
    exact = pins(lock)
    names = {_normal(pin.split("==")[0]) for pin in exact}
    return (*exact, *(each for each in wanted if _normal(re.split("[>=]", each)[0]) not in names))


def make(environment: Path, run: Run) -> None:
    """Make the virtual environment anew with this interpreter. An empty `MADE` tells of a killed attempt."""
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        raise CannotStartError(
            "Python này thiếu venv: hãy cài thêm (Debian, Ubuntu: apt install python3-venv) rồi chạy lại.",
            "This Python lacks venv: install it (Debian, Ubuntu: apt install python3-venv), then try again.",
        )
    _say("Lần chạy đầu tiên: đang tạo .venv.", "First run: making .venv.")
    if environment.exists():
        shutil.rmtree(environment)
    environment.mkdir()
    (environment / MADE).touch()
    code, output = run([sys.executable, "-m", "venv", str(environment)])
    if code:
        sys.stderr.write(output)
        raise CannotStartError(
            "Không tạo được .venv (lỗi ở trên): hãy sửa lỗi đó rồi chạy lại.",
            ".venv cannot be made (see above): mend that, then run this again.",
        )
    (environment / MADE).write_text(_identity(environment), encoding="utf-8")


def fill(environment: Path, wanted: Sequence[str], run: Run, lock: Path | None = None) -> None:
    """Install what is wanted into the environment whose interpreter this is: anew after a killed attempt.

    What is in the lock is taken from there, and a file whose digest is another is refused.
    """
    names = ", ".join(re.split("[>=]", requirement)[0] for requirement in missing(wanted, sys.path) or wanted)
    _say(f"Đang cài vào .venv: {names} …", f"Installing into .venv: {names} …")
    begun = environment / FILLING
    again = ["--force-reinstall"] if begun.exists() else []
    begun.touch()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if run([*pip, "--version"])[0]:
        run([sys.executable, "-m", "ensurepip", "--default-pip"])
    exact = set(pins(lock)) if lock else set()
    rest = [each for each in wanted if each not in exact]
    code, output = 0, ""
    if lock:
        code, output = run([*pip, "install", "--quiet", *again, "--require-hashes", "-r", str(lock)])
    if rest and not code:
        code, output = run([*pip, "install", "--quiet", *again, *rest])
    if code:
        errors = [line for line in output.splitlines() if not line.startswith("WARNING: Retrying")]
        print(*errors, sep="\n", file=sys.stderr)
        raise CannotStartError(
            "Không cài được các gói cần thiết (lỗi của pip ở trên): hãy kiểm tra kết nối mạng rồi chạy lại.",
            "Packages cannot be installed (see pip's error above): check the network, then run this again.",
        )
    begun.unlink()
    importlib.invalidate_caches()


def go_on(command: Sequence[str]) -> int:
    """Let `command` take this process's place; on Windows, which cannot do that, wait for its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    environ = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    if os.name != "nt":
        os.execve(command[0], tuple(command), environ)
    return subprocess.call(command, env=environ)


def _python(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _identity(environment: Path) -> str:
    return str(_python(environment).resolve())


def _is_whole(environment: Path) -> bool:
    """Whether it was made to the end, and the Python it was made with is still the one it leads to."""
    if not ((environment / "pyvenv.cfg").is_file() and _python(environment).exists()):
        return False
    made = environment / MADE
    return not made.exists() or made.read_text(encoding="utf-8") == _identity(environment)


def _met(requirement: str, installed: dict[str, str]) -> bool:
    asked = _REQUIREMENT.fullmatch(requirement)
    if asked is None:
        raise ValueError(f"not `name>=version` or `name==version`: {requirement}")
    found = installed.get(_normal(asked["name"]))
    if found is None:
        return False
    if asked["operator"] == "==":
        return found == asked["version"]
    return _numbers(found) >= _numbers(asked["version"])


def _normal(name: str) -> str:
    """A distribution's name in the one spelling of PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


def _say(vietnamese: str, english: str) -> None:
    print(f"{vietnamese} / {english}", file=sys.stderr, flush=True)


def _run(command: Sequence[str]) -> tuple[int, str]:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")
