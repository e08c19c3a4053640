"""What must be made anew: exactly what differs, by name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.digest import NotPlainError
from vinhdanh.base.memory import OutputRow
from vinhdanh.render.staleness import MISSING, NEW, PART_SIZE, Trace, Tracer, reasons
from vinhdanh.showcase.spec import BodyUse, Output

ENGINE = b"engine-1" + b"more than is kept"
TEMPLATES = {"template:a.html": b"a-closure-digest", "template:b.html": b"b-closure-digest"}


def tracer(engine: bytes = ENGINE, templates: dict[str, bytes] | None = None) -> Tracer:
    return Tracer(engine, (templates or TEMPLATES).__getitem__)


def output(parts: dict[str, Any] | None = None, maker: str = "template:a.html", **bodies: BodyUse) -> Output:
    return Output(
        "a/index.html", maker, parts or {"site": {"name": "Thử"}, "story": ["Hoa", 1]}, "a.md", bodies
    )


def use(**changes: Any) -> BodyUse:
    return BodyUse(
        "ab12", {"bao-a": 1}, {"people/hoa.md": "/nguoi/hoa/"}, {"hoa.jpg": "/a.webp"}, "vi"
    )._replace(**changes)


def trace(of: Output, by: Tracer | None = None) -> Trace:
    return (by or tracer()).trace(of, frozenset({"site"}))


def remembered(of: Trace) -> OutputRow:
    return OutputRow(of.names, of.digests, b"digest", "1:2:3", "new")


BEFORE = output(body=use())
CHANGES: dict[str, tuple[Output, tuple[str, ...]]] = {
    "nothing": (output(body=use()), ()),
    "a part": (output({"site": {"name": "Thử"}, "story": ["Hoa", 2]}, body=use()), ("story",)),
    "two parts": (output({"site": {"name": "Khác"}, "story": ["Lan"]}, body=use()), ("site", "story")),
    "a part more": (output({"site": {"name": "Thử"}, "story": ["Hoa", 1], "card": None}, body=use()), ("card",)),
    "a part less": (output({"site": {"name": "Thử"}}, body=use()), ("story",)),
    "a part renamed": (output({"site": {"name": "Thử"}, "card": ["Hoa", 1]}, body=use()), ("card", "story")),
    "parts in another order": (output({"story": ["Hoa", 1], "site": {"name": "Thử"}}, body=use()), ()),
    "another template": (output(maker="template:b.html", body=use()), ("template",)),
    "another text": (output(body=use(digest="cd34")), ("body",)),
    "another number of a source": (output(body=use(cites={"bao-a": 2})), ("body-links",)),
    "another address of a link": (output(body=use(links={"people/hoa.md": "/x/"})), ("body-links",)),
    "another picture": (output(body=use(media={"hoa.jpg": "/b.webp"})), ("body-links",)),
    "another language": (output(body=use(lang="en")), ("body-links",)),
    "no body any more": (output(), ("body", "body-links")),
    "another origin": (Output(BEFORE.path, BEFORE.maker, BEFORE.parts, "b.md", BEFORE.bodies), ()),
}  # fmt: skip


@pytest.mark.parametrize(("now", "names"), CHANGES.values(), ids=CHANGES.keys())
def test_what_differs_is_the_reason(now: Output, names: tuple[str, ...]) -> None:
    assert reasons(trace(now), remembered(trace(BEFORE)), "1:2:3") == names


@pytest.mark.parametrize(
    ("engine", "templates", "names"),
    [
        (b"engine-2", TEMPLATES, ("engine",)),
        (ENGINE, {**TEMPLATES, "template:a.html": b"another-closure-"}, ("template",)),
        (ENGINE, {**TEMPLATES, "template:b.html": b"another-closure-"}, ()),
    ],
    ids=["the engine", "its template", "another template"],
)
def test_the_engine_and_the_template_are_parts_too(
    engine: bytes, templates: dict[str, bytes], names: tuple[str, ...]
) -> None:
    now = trace(BEFORE, tracer(engine, templates))
    assert reasons(now, remembered(trace(BEFORE)), "1:2:3") == names


ROW = remembered(trace(BEFORE))


@pytest.mark.parametrize(
    ("row", "stamp", "because"),
    [
        (None, None, (NEW,)),
        (None, "1:2:3", (NEW,)),
        (OutputRow("", b"", b"", "", NEW), "1:2:3", (NEW,)),
        (ROW, None, (MISSING,)),
        (ROW._replace(names="engine", trace=b"12345678"), None, (MISSING,)),
        (ROW, "1:2:3", ()),
        (ROW, "9:9:9", ()),
        (ROW._replace(reasons="body", digest=b"another"), "1:2:3", ()),
    ],
    ids=["never made", "a file of others", "announced, then killed", "lost", "lost and stale", "current",
         "touched, for others to judge", "made for another reason"],
)  # fmt: skip
def test_reasons_that_are_no_parts(
    row: OutputRow | None, stamp: str | None, because: tuple[str, ...]
) -> None:
    assert reasons(trace(BEFORE), row, stamp) == because


@pytest.mark.parametrize(
    ("names", "digests"),
    [
        ("", b"x"),
        ("engine", b""),
        ("engine template", b"12345678"),
        ("a  b", b"1" * 24),
        ("x" * 50, b"1" * 7),
    ],
)
def test_a_remembered_trace_that_has_rotted_only_means_more_work(names: str, digests: bytes) -> None:
    assert reasons(trace(BEFORE), ROW._replace(names=names, trace=digests), "1:2:3")


def test_a_trace_is_packed_and_can_be_read() -> None:
    made = trace(BEFORE)
    assert made.names == "engine template site story body body-links"
    assert len(made.digests) == 6 * PART_SIZE
    assert made.parts()["engine"] == b"engine-1"
    assert made.parts()["template"] == b"a-closur"
    assert list(made.parts()) == made.names.split(" ")


def test_a_shared_part_is_digested_once_and_told_apart_from_its_equals() -> None:
    class Counting(dict[str, str]):
        read = 0

        def items(self) -> Any:
            Counting.read += 1
            return super().items()

    site = Counting(name="Thử")
    shared = tracer()
    first = trace(output({"site": site}), shared)
    again = trace(output({"site": site}), shared)
    equal = trace(output({"site": {"name": "Thử"}}), shared)
    other = trace(output({"site": {"name": "Khác"}}), shared)
    assert first == again == equal != other
    assert Counting.read == 1


def test_a_part_that_is_not_plain_stops_the_build() -> None:
    with pytest.raises(NotPlainError):
        trace(output({"story": {1, 2}}))


plain = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.text(max_size=3)
    | st.lists(st.integers(0, 3), max_size=2)
)
parts = st.dictionaries(st.sampled_from(["site", "story", "card", "links", "years"]), plain)


@given(parts, parts)
def test_the_reasons_are_the_parts_whose_values_differ(before: dict[str, Any], now: dict[str, Any]) -> None:
    def value(of: dict[str, Any], name: str) -> tuple[bool, str]:
        return name in of, repr(of.get(name))

    differing = {name for name in {**before, **now} if value(before, name) != value(now, name)}
    row = remembered(trace(output(before or {"a": 1})))
    assert set(reasons(trace(output(now or {"a": 1})), row, "1:2:3")) - {"a"} == differing
