"""What is remembered between builds, and that losing it in any way costs time and nothing else."""

from __future__ import annotations

import functools
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vinhdanh.base import memory
from vinhdanh.base.calls import Calls
from vinhdanh.base.disk import DiskError
from vinhdanh.base.memory import BusyError, DamagedError, FileRow, Memory, OutputRow

ROW = OutputRow("engine template", b"0123456789abcdef", b"digest", "1:2:3", "new")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".vinhdanh" / "memory.sqlite"


@contextmanager
def opened(path: Path | None) -> Iterator[Memory]:
    remembered = Memory(path)
    try:
        yield remembered
    finally:
        remembered.close()


def fill(remembered: Memory) -> None:
    remembered.put("output", "site")
    remembered.put_files([("people/hoa.md", FileRow("1:2:3", b"digest"))], [])
    remembered.put_readings([(b"key", "reading")], [b"key"])
    remembered.put_proses([(b"key", "facts", "<p>html</p>")], [b"key"])
    remembered.put_outputs([("index.html", ROW)], [])
    remembered.save()


KEYS = (b"key", b"other")


def contents(remembered: Memory) -> tuple[Any, ...]:
    return (
        remembered.get("output"),
        remembered.files(),
        [remembered.reading(key) for key in KEYS],
        [remembered.prose_facts(key) for key in KEYS],
        remembered.prose_html(b"key"),
        remembered.outputs(),
    )


FULL = (
    "site",
    {"people/hoa.md": FileRow("1:2:3", b"digest")},
    ["reading", None],
    ["facts", None],
    "<p>html</p>",
    {"index.html": ROW},
)
EMPTY = (None, {}, [None, None], [None, None], None, {})


def filled(path: Path) -> None:
    with opened(path) as remembered:
        fill(remembered)


# -- remembering ----


def test_what_was_saved_is_there_when_it_is_opened_again(path: Path) -> None:
    filled(path)
    with opened(path) as remembered:
        assert contents(remembered) == FULL
        assert remembered.output("index.html") == ROW


def test_what_was_not_saved_is_forgotten(path: Path) -> None:
    filled(path)
    with opened(path) as remembered:
        remembered.put("output", "another")
        remembered.put_outputs([], ["index.html"])
    with opened(path) as remembered:
        assert contents(remembered) == FULL


def test_a_memory_without_a_path_lives_as_long_as_the_object() -> None:
    with opened(None) as remembered:
        fill(remembered)
        assert contents(remembered) == FULL
        remembered.forget()
        assert contents(remembered) == EMPTY
    with opened(None) as remembered:
        assert contents(remembered) == EMPTY


def test_what_is_gone_is_forgotten_and_the_rest_is_kept() -> None:
    with opened(None) as remembered:
        fill(remembered)
        remembered.put_files([("people/lan.md", FileRow("4", b"d"))], ["people/hoa.md", "never/there.md"])
        remembered.put_readings([(b"other", "lan")], [b"other"])
        remembered.put_proses([(b"other", "f", "h")], [b"other"])
        remembered.put_outputs([("a.html", ROW)], ["index.html"])
        assert contents(remembered) == (
            "site",
            {"people/lan.md": FileRow("4", b"d")},
            [None, "lan"],
            [None, "f"],
            None,
            {"a.html": ROW},
        )
        assert remembered.output("index.html") is None


def test_putting_again_replaces() -> None:
    with opened(None) as remembered:
        fill(remembered)
        fill(remembered)
        remembered.put_readings([(b"key", "another")], [b"key"])
        remembered.put_outputs([("index.html", ROW._replace(reasons="body"))], [])
        assert remembered.reading(b"key") == "another"
        assert remembered.outputs() == {"index.html": ROW._replace(reasons="body")}


@pytest.mark.parametrize("value", [None, True, 0, "Hòa", [1, ["a", None]], {"a": {"b": "ắ"}}])
def test_a_plain_value_is_remembered_under_its_key(path: Path, value: Any) -> None:
    with opened(path) as remembered:
        remembered.put("key", value)
        remembered.save()
    with opened(path) as remembered:
        assert remembered.get("key") == value
        assert remembered.get("another") is None


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(st.binary(min_size=1), st.tuples(texts, texts)))
def test_any_text_comes_back_as_it_was(bodies: dict[bytes, tuple[str, str]]) -> None:
    with opened(None) as remembered:
        remembered.put_readings([(key, text) for key, (text, _) in bodies.items()], bodies)
        remembered.put_proses([(key, facts, html) for key, (facts, html) in bodies.items()], bodies)
        for key, (first, second) in bodies.items():
            assert remembered.reading(key) == first
            assert (remembered.prose_facts(key), remembered.prose_html(key)) == (first, second)


@given(st.dictionaries(texts, st.builds(OutputRow, texts, st.binary(), st.binary(), texts, texts)))
def test_any_output_comes_back_as_it_was(outputs: dict[str, OutputRow]) -> None:
    with opened(None) as remembered:
        remembered.put_outputs(outputs.items(), [])
        assert remembered.outputs() == outputs
        assert {path: remembered.output(path) for path in outputs} == outputs


# -- rot ----


def tamper(path: Path, statement: str, *values: object) -> None:
    db = sqlite3.connect(path)
    with db:
        db.execute(statement, values)
    db.close()


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE readings SET value = replace(value, 'reading', 'readinG')", Memory.reading),
        ("UPDATE proses SET facts = substr(facts, 2)", Memory.prose_facts),
        ("UPDATE proses SET html = html || ' '", Memory.prose_html),
    ],
    ids=["a letter", "a sign lost", "a sign more"],
)
def test_a_text_that_has_rotted_is_as_if_it_had_not_been_remembered(
    path: Path, statement: str, read: Callable[[Memory, bytes], object]
) -> None:
    filled(path)
    tamper(path, statement)
    with opened(path) as remembered:
        assert read(remembered, b"key") is None


COLUMNS = [
    (table, column)
    for table, columns in {
        "meta": "key value",
        "files": "path stamp digest",
        "readings": "key value",
        "proses": "key facts html",
        "outputs": "path names trace digest stamp reasons",
    }.items()
    for column in columns.split()
]
CELLS = (
    st.none() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.text(max_size=9) | st.binary(max_size=9)
)


@settings(max_examples=60)
@given(st.sampled_from(COLUMNS), CELLS)
def test_a_value_that_has_rotted_never_reaches_a_build(cell: tuple[str, str], value: object) -> None:
    """Whatever stands in one cell: what is read has its types, and all other rows are still there."""
    table, column = cell
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite"
        filled(path)
        try:
            tamper(path, f"UPDATE {table} SET {column} = ?", value)
        except sqlite3.IntegrityError:
            return  # no key is nothing
        with opened(path) as remembered:
            found = contents(remembered)
            for row in remembered.files().values():
                assert (type(row.stamp), type(row.digest)) == (str, bytes)
            for row in remembered.outputs().values():
                assert [type(part) for part in row] == [str, bytes, bytes, str, str]
            assert all(text is None or isinstance(text, str) for texts in found[2:4] for text in texts)
            tables = {"meta": (0,), "files": (1,), "readings": (2,), "proses": (3, 4), "outputs": (5,)}
            assert all(
                found[at] == FULL[at] for name, at_all in tables.items() for at in at_all if name != table
            )


def test_an_output_whose_row_has_rotted_is_still_known_to_be_ours(path: Path) -> None:
    filled(path)
    tamper(path, "UPDATE outputs SET trace = NULL")
    with opened(path) as remembered:
        assert remembered.outputs() == {"index.html": OutputRow("", b"", b"", "", "")}
        assert remembered.output("index.html") == OutputRow("", b"", b"", "", "")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_database(path: Path) -> None:
    path.write_bytes(b"x" * 5000)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def another_version(path: Path) -> None:
    tamper(path, "PRAGMA user_version = 999")


def a_table_lost(path: Path) -> None:
    tamper(path, "DROP TABLE outputs")


def foreign_journal(path: Path) -> None:
    no_database(path)
    path.with_name(path.name + "-journal").write_bytes(b"y" * 600)


def words_that_are_no_text(path: Path) -> None:
    """SQLite quotes what it cannot read, and Python cannot read the quotation."""
    data = path.read_bytes()
    assert b"CREATE TABLE outputs" in data
    path.write_bytes(data.replace(b"CREATE TABLE outputs", b"CREATE T\xff\xfeLE outputs"))


DAMAGES = [Path.unlink, empty, no_database, cut, a_table_lost, foreign_journal, words_that_are_no_text]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_memory_that_cannot_be_used_is_an_empty_one_and_works_again(
    path: Path, damage: Callable[[Path], object]
) -> None:
    filled(path)
    damage(path)
    with opened(path) as remembered:
        assert contents(remembered) == EMPTY
        fill(remembered)
    with opened(path) as remembered:
        assert contents(remembered) == FULL


def test_a_memory_of_another_version_keeps_of_which_outputs_it_knew_and_no_more(path: Path) -> None:
    row = ROW._replace(digest=b"0123456789abcdef")
    with opened(path) as remembered:
        fill(remembered)
        remembered.put_outputs([("index.html", row), ("announced.html", ROW._replace(digest=b""))], [])
        remembered.save()
    another_version(path)
    with opened(path) as remembered:
        known = {"index.html": OutputRow("", b"", row.digest, "", "")}
        assert (remembered.rescued, contents(remembered)) == (True, ("site", *EMPTY[1:-1], known))
        fill(remembered)
    with opened(path) as remembered:
        assert not remembered.rescued


@pytest.mark.parametrize(
    ("statement", "number"), [("BEGIN IMMEDIATE", 1), ("REPLACE", 1), ("COMMIT", 1), ("COMMIT", 2)]
)
def test_a_full_disk_is_told_and_the_memory_stays_as_it_was(path: Path, statement: str, number: int) -> None:
    filled(path)

    class Full(Calls):
        def open_database(self, name: str, wait: float) -> sqlite3.Connection:
            return sqlite3.connect(name, timeout=wait, isolation_level=None, factory=Filling)

    class Filling(sqlite3.Connection):
        left = number

        def execute(self, query: str, *values: Any) -> sqlite3.Cursor:
            self._fail(query)
            return super().execute(query, *values)

        def executemany(self, query: str, rows: Any) -> sqlite3.Cursor:
            self._fail(query)
            return super().executemany(query, rows)

        def _fail(self, query: str) -> None:
            self.left -= query.startswith(statement)
            if not self.left:
                raised = sqlite3.OperationalError("database or disk is full")
                raised.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise raised

    def build() -> None:
        remembered = Memory(path, Full())
        try:
            remembered.put("output", "another")
            remembered.save()
            remembered.save()
        finally:
            remembered.close()

    with pytest.raises(DiskError, match="disk is full"):
        build()
    with opened(path) as remembered:
        expected = "another" if number == 2 else "site"
        assert contents(remembered) == (expected, *FULL[1:])


def test_damage_that_shows_only_half_way_is_told_and_can_be_forgotten(path: Path) -> None:
    with opened(path) as remembered:
        remembered.put_readings(
            [(bytes([number]), "x" * 4000) for number in range(50)], {bytes([number]) for number in range(50)}
        )
        remembered.save()
    data = path.read_bytes()
    path.write_bytes(data[:-40_000] + b"\xff" * 40_000)
    with opened(path) as remembered:
        with pytest.raises(DamagedError):
            assert not [remembered.reading(bytes([number])) for number in range(50)]
        remembered.forget()
        assert contents(remembered) == EMPTY
        fill(remembered)
    with opened(path) as remembered:
        assert contents(remembered) == FULL


def test_where_no_memory_can_be_kept_it_lives_as_long_as_the_object(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder.sqlite").mkdir()
    for path in (tmp_path / "file" / "memory.sqlite", tmp_path / "folder.sqlite"):
        with opened(path) as remembered:
            fill(remembered)
            assert contents(remembered) == FULL
            remembered.forget()
            assert contents(remembered) == EMPTY
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


# -- two builds at once ----


def test_two_builds_do_not_share_a_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "WAIT_SECONDS", 0.05)
    with opened(path) as first:
        for keep in (fill, Memory.save):
            with pytest.raises(BusyError):
                Memory(path)
            keep(first)
        with pytest.raises(BusyError):
            Memory(path)
    with opened(path) as second:
        assert contents(second) == FULL


class Pushing(sqlite3.Connection):
    """Another build tries to get in at the very moment at which the first one saves."""

    tries: list[str]
    path: Path

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        cursor = super().execute(statement, *values)
        if statement == "COMMIT":
            other = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            try:
                other.execute("BEGIN IMMEDIATE")
                self.tries.append("got in")
            except sqlite3.OperationalError:
                self.tries.append("kept out")
            other.close()
        return cursor


def test_saving_does_not_let_another_build_in(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Pushing.path, Pushing.tries = path, []
    monkeypatch.setattr(sqlite3, "connect", functools.partial(sqlite3.connect, factory=Pushing))
    with opened(path) as remembered:
        monkeypatch.undo()
        fill(remembered)
        remembered.save()
    assert Pushing.tries == ["kept out", "kept out"]


def test_what_is_forgotten_is_wiped_out_of_the_file(path: Path) -> None:
    with opened(path) as remembered:
        remembered.put_readings([(b"old", "Trương Thái Sơn " * 900)], None)
        remembered.put_readings([], [])
        remembered.save()
    assert "Trương Thái Sơn".encode() not in path.read_bytes()


def test_a_compacted_memory_holds_nothing_that_was_forgotten(path: Path) -> None:
    with opened(path) as remembered:
        remembered.put_readings([(b"old", "Trương Thái Sơn " * 900)], [b"old"])
        remembered.save()
        fill(remembered)
        remembered.compact()
        assert not any("Sơn" in text for _, text in remembered.texts())
        assert ("files", "people/hoa.md") in remembered.texts()
    assert "Trương Thái Sơn".encode() not in path.read_bytes()
    with opened(path) as again:
        assert again.get("output") == "site"
