"""Repairs what is safe to repair: the edits that problems bring along, applied only where they prove themselves.

After each step the file is read again. An edit is kept when the file then has fewer problems, none that is new, and
says the same as before but for what was mended. A file of which nothing can be read in the end stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import disk
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Edit, Problem, Severity, has_errors, sort_problems
from vinhdanh.content import reader, value_messages, yaml_messages
from vinhdanh.content.loading import Loaded, Loader, is_content
from vinhdanh.content.reader import Extras, FileReading

ROUNDS = 500
"""Steps for one file: but for tabs the parser names one fault at a time. A file that needs more is left to people."""

SITE_ROUNDS = 10
"""Steps for names of records, each of which reads the whole showcase again."""

_ADDS_MEANING = frozenset(
    message.code
    for message in (
        yaml_messages.COMMA_IN_VALUE,
        yaml_messages.HASH_CUT,
        value_messages.UNKNOWN_KEY,
        value_messages.BILLION_SPELLING,
    )
)
"""Problems whose mending changes what a file says; that of all others leaves every value as it is."""

_LINE_ENDS = re.compile(r"(\r\n|\r|\n)")


class Mended(NamedTuple):
    """A file that can be repaired: its path below content/, its bytes as they are and as they would be."""

    path: str
    before: bytes
    after: bytes


class Mending(NamedTuple):
    """What can be repaired, and what would still be wrong then."""

    files: tuple[Mended, ...]
    left: tuple[Problem, ...]


def mend(root: Path, today: str, memory: Memory, engine: bytes) -> Mending:
    """Repair the content below `root` in thought; nothing is written. Raises DiskError."""
    folder = root / "content"
    paths = [found.path for found in disk.scan(folder) if is_content(found.path)]
    new = _all_mended(folder, filter(reader.is_settings, paths), {})
    extras = reader.extra_fields(Loader(folder, memory, engine, unsaved=new).load(today).catalogue.site)
    new |= _all_mended(folder, (path for path in paths if not reader.is_settings(path)), extras)
    for _ in range(SITE_ROUNDS):
        loaded = Loader(folder, memory, engine, unsaved=new).load(today)
        if _hides_names(folder, new, loaded, extras):
            break
        better = _with_names_mended(folder, new, loaded, extras)
        checked = Loader(folder, memory, engine, unsaved={**new, **better}).load(today) if better else loaded
        kept = {
            path: text for path, text in better.items() if _is_fewer(_of(checked, path), _of(loaded, path))
        }
        if not kept:
            break
        new |= kept
    found = Loader(folder, memory, engine, unsaved=new).load(today)
    files = (Mended(path, disk.read(folder / path), new[path]) for path in sorted(new))
    return Mending(tuple(files), sort_problems(found.problems))


def _all_mended(folder: Path, paths: Iterable[str], extras: Extras) -> dict[str, bytes]:
    """Those files that differ when they are mended, as they would be then."""
    found = {}
    for path in paths:
        data = disk.read(folder / path)
        better = mended(path, data, extras)
        if better != data:
            found[path] = better
    return found


def mended(path: str, data: bytes, extras: Extras) -> bytes:
    """The bytes of a content file with all that its own text shows to be mendable mended."""
    text, reading = data, reader.read_file(path, data, extras, noticing=True)
    for _ in range(ROUNDS):
        found = [problem for problem in (*reading.problems, *reading.notices) if problem.edit]
        better = _accepted(path, text, reading, _from_the_end(found), extras)
        if better == text:
            return text if reading.records else data
        text, reading = better, reader.read_file(path, better, extras, noticing=True)
    return data


def _accepted(
    path: str, data: bytes, before: FileReading, problems: Sequence[Problem], extras: Extras
) -> bytes:
    """The bytes with those problems mended that can be. Where all together fail, each half is tried alone."""
    trial = applied(data, [problem.edit for problem in problems if problem.edit]) if problems else data
    if trial == data:
        return data
    after = reader.read_file(path, trial, extras, noticing=True)
    if _is_better(before, after, problems):
        return trial
    if len(problems) == 1:
        return data
    middle = len(problems) // 2
    data = _accepted(path, data, before, problems[:middle], extras)
    before = reader.read_file(path, data, extras, noticing=True)
    return _accepted(path, data, before, problems[middle:], extras)


def _is_better(before: FileReading, after: FileReading, mended: Iterable[Problem]) -> bool:
    if not before.records:
        return bool(after.records) or not _weights(after.problems) & _weights(before.problems)
    adds = any(problem.code in _ADDS_MEANING for problem in mended)
    return _says(after, values=not adds) == _says(before, values=not adds) and _is_fewer(
        (*after.problems, *after.notices), (*before.problems, *before.notices)
    )


def _says(reading: FileReading, *, values: bool) -> list[object]:
    """What a file says, without the places where it says so."""
    return [
        (record[:3], record.body, (record.values, record.extra) if values else None)
        for record in reading.records
    ]


def _is_fewer(after: Iterable[Problem], before: Iterable[Problem]) -> bool:
    """Whether problems have gone and none has come."""
    return _weights(after) < _weights(before)


def _weights(problems: Iterable[Problem]) -> Counter[tuple[str, int]]:
    return Counter((problem.code, problem.location.line if problem.location else 0) for problem in problems)


def _hides_names(folder: Path, new: Mapping[str, bytes], loaded: Loaded, extras: Extras) -> bool:
    """Whether there are records that could not be read: what looks like a slip may then be the name of one of them."""
    for path in _paths(problem for problem in loaded.problems if problem.severity is Severity.ERROR):
        address = reader.address_of(path)
        reading = reader.read_file(path, new.get(path) or disk.read(folder / path), extras)
        is_list = address is not None and not address.id
        if not reading.records or (is_list and has_errors(reading.problems)):
            return True
    return False


def _paths(problems: Iterable[Problem]) -> set[str]:
    """The content files that problems lie in, by their paths below content/."""
    return {
        path
        for problem in problems
        if problem.location and is_content(path := problem.location.file.removeprefix("content/"))
    }


def _with_names_mended(
    folder: Path, new: Mapping[str, bytes], loaded: Loaded, extras: Extras
) -> dict[str, bytes]:
    """The files in which a name of a record, a place or a picture can be mended, as they would be then."""
    by_path: dict[str, list[Problem]] = {}
    for problem in (*loaded.problems, *loaded.notices):
        if problem.edit and problem.location:
            by_path.setdefault(problem.location.file.removeprefix("content/"), []).append(problem)
    found = {}
    for path, problems in by_path.items():
        before = new.get(path) or disk.read(folder / path)
        own = reader.read_file(path, before, extras).problems  # were tried before, and failed
        text = applied(before, [problem.edit for problem in problems if problem.edit and problem not in own])
        if text != before:
            found[path] = text
    return found


def _of(loaded: Loaded, path: str) -> list[Problem]:
    """All that is wrong or wanting in one file."""
    file = f"content/{path}"
    found = (*loaded.problems, *loaded.notices)
    return [problem for problem in found if problem.location and problem.location.file == file]


def _from_the_end(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in an order in which no edit moves the place of the next one."""
    return sorted(problems, key=lambda problem: problem.edit[:2] if problem.edit else (0, 0), reverse=True)


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file after the edits, its line ends and byte-order mark as they were.

    An edit is void where the file does not say what it replaces, or where it overlaps with another.
    """
    mark, text = ("\ufeff", data[3:].decode()) if data.startswith(b"\xef\xbb\xbf") else ("", data.decode())
    pieces = _LINE_ENDS.split(text)
    taken: dict[int, int] = {}
    for edit in sorted(edits, reverse=True):
        at, start, end = 2 * (edit.line - 1), edit.column - 1, edit.column - 1 + len(edit.old)
        if at >= len(pieces) or pieces[at][start:end] != edit.old or end > taken.get(at, end):
            continue
        pieces[at] = pieces[at][:start] + edit.new + pieces[at][end:]
        taken[at] = start
    return (mark + "".join(pieces)).encode()
