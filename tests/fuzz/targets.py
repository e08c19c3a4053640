"""What is read of strangers' files, each with inputs to try and what must hold of every outcome.

A probe says whether it got a record or a problem, and raises AssertionError for anything else.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests import showcases
from tests.content.test_prose_properties import MARKDOWN, PIECES
from tests.content.test_reading_properties import PATHS, YAMLISH, check_memory, check_places, mutated
from vinhdanh.base.memory import Memory
from vinhdanh.base.vietnamese.amounts import Figure, FigureError, parse_figure
from vinhdanh.base.vietnamese.amounts.printing import format_figure
from vinhdanh.base.vietnamese.dates import DateError, parse_date
from vinhdanh.base.vietnamese.names import parse_name
from vinhdanh.base.vietnamese.text import fold, is_slug, nfc, slugify, squeeze
from vinhdanh.content.assembly import load_record, load_site
from vinhdanh.content.loading import Loader
from vinhdanh.content.prose import dump, render, restore
from vinhdanh.content.prose_limits import LENGTH_LIMIT
from vinhdanh.content.reader import SITE, read_file

RECORD, PROBLEM = "record", "problem"


class Target(NamedTuple):
    """Something that reads: the inputs, and the probe that reads one."""

    inputs: SearchStrategy[Any]
    probe: Callable[[Any], str]


# -- files ----


def read_one(path: str, data: bytes) -> str:
    """A file of content: records, or problems at places that are in the file."""
    reading = read_file(path, data, {})
    check_places(path, data, reading)
    check_memory(reading)
    for record in reading.records:
        if record.kind == SITE:
            load_site([record])
        else:
            load_record(record, record)
    return PROBLEM if reading.problems else RECORD


def load_one(body: str) -> str:
    """A person's file among a whole showcase, whose problems are placed."""
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(None)
        text = showcases.person("Hoa", body=body).encode("utf-8", "replace")
        showcases.make(Path(folder), SMALL)
        unsaved = {"people/hoa.md": text}
        loaded = Loader(Path(folder) / "content", memory, b"e", unsaved=unsaved).load(showcases.TODAY)
        memory.close()
    lines = text.decode().count("\n") + 1
    for problem in loaded.problems:
        assert problem.location
        assert problem.location.file == "content/people/hoa.md"
        assert 1 <= problem.location.line <= lines, problem
        assert problem.location.column >= 1
    return PROBLEM if loaded.problems else RECORD


SMALL = {
    path: showcases.FILES[path] for path in ("data/sources.yaml", "data/places.yaml", "data/sectors.yaml")
} | {"site.yaml": "name: Thử\naccepted_bases: [public_record]\n"}

DELIMITERS = st.sampled_from(["---\n", "---\nname: Hoa\n", "name: Hoa\n", "- id: a\n  ", ""])
TEXTS = st.one_of(YAMLISH, st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))
ANY_FILE = st.tuples(
    PATHS, st.one_of(st.binary(max_size=200), st.tuples(DELIMITERS, TEXTS, TEXTS).map(lambda t: _file(*t)))
)


def _file(start: str, front: str, body: str) -> bytes:
    return f"{start}{front}\n---\n{body}".encode("utf-8", "surrogatepass")


# -- bodies ----


def convert(body: str) -> str:
    """A body: HTML and what it says, or what there is too much of and where."""
    found = render(body)
    assert restore(dump(found.facts)) == found.facts
    if found.facts.excess:
        assert 0 <= found.facts.excess.at <= len(body)
        assert not found.html
        return PROBLEM
    return RECORD


@st.composite
def repeated(draw: st.DrawFn) -> str:
    """A few pieces, again and again, up to the longest body that is read: what is quadratic shows."""
    unit = "".join(draw(st.lists(PIECES, min_size=1, max_size=4)))
    before, after = draw(st.tuples(*[st.lists(PIECES, max_size=2).map("".join)] * 2))
    return f"{before}{unit * (LENGTH_LIMIT // max(1, len(unit)))}{after}"[:LENGTH_LIMIT]


# -- values ----

SIGNS = "trên hơn gần khoảng dưới từ đến - – / , . % ( ) tỷ tỉ triệu nghìn đồng USD giờ công sáng kiến năm tháng ngày kWh m3 +".split()
FIGURES = st.lists(
    st.one_of(
        st.sampled_from([*SIGNS, " ", "  ", "\u00a0"]),
        st.from_regex(r"[0-9]{1,20}", fullmatch=True),
        st.text(max_size=4),
    ),
    max_size=14,
).map(" ".join)
DATES = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.one_of(
            st.integers(0, 99999).map(str), st.sampled_from(["-", "/", ".", " ", "ngày", "tháng", "năm"])
        ),
        max_size=8,
    ).map("".join),
)


def figure(text: str) -> str:
    """A figure, which is printed and read back as itself, or where it stopped making sense."""
    found = parse_figure(text)
    if isinstance(found, FigureError):
        assert 0 <= found.start <= len(nfc(text))
        return PROBLEM
    assert isinstance(found, Figure)
    assert format_figure(found, "vi")
    assert format_figure(found, "en")
    return RECORD


def date(text: str) -> str:
    """A date whose ISO form is itself, or the reason why it is none."""
    found = parse_date(text)
    if isinstance(found, DateError):
        assert found.code
        return PROBLEM
    assert parse_date(found.iso) == found
    return RECORD


def name(text: str) -> str:
    """A name in parts that make up the whole, its sort key and its slug."""
    found = parse_name(text)
    assert found.full == squeeze(nfc(text))
    assert found.sort_key == parse_name(text).sort_key
    assert fold(fold(text)) == fold(text)
    slug = slugify(text)
    assert not slug or is_slug(slug)
    return RECORD if slug else PROBLEM


TARGETS = {
    "any file": Target(ANY_FILE, lambda given: read_one(*given)),
    "a right file after slips": Target(
        mutated(), lambda given: read_one(given[0], given[1].encode("utf-8", "replace"))
    ),
    "a file in a showcase": Target(MARKDOWN, load_one),
    "a body": Target(st.one_of(MARKDOWN, st.text()), convert),
    "a body as long as may be": Target(repeated(), convert),
    "a figure": Target(st.one_of(FIGURES, st.text()), figure),
    "a date": Target(DATES, date),
    "a name": Target(st.text(), name),
}
"""What is tried, by the name under which `python3 -m tests.fuzz` tells of it."""
