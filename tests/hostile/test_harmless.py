"""A text full of attacks wherever the model takes a text, in records of every kind: one build, every file looked at."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import showcases
from tests.hostile.writing import record
from vinhdanh.content.model.kinds import DATA_FOLDER, KINDS
from vinhdanh.showcase.open_data.csv_text import BYTE_ORDER_MARK, FORMULA

ATTACKS = {
    "a formula": "=HYPERLINK(&quot;https://evil.example&quot;)",
    "a script": "</script><script>alert(1)</script>",
    "an end of data": "]]><!--",
    "an event": "\" onerror=alert(1) x=' autofocus onfocus=alert(1) y=",
    "an element": "<img src=x onerror=alert(1)><svg/onload=alert(1)><iframe src=//evil.example>",
    "an address": "javascript:alert(1) data:text/html,<script>alert(1)</script> //evil.example",
    "a title's end": "</title></style></textarea></template><base href=//evil.example>",
    "a template": "{{ 7*7 }}{% include 'base.html' %}",
    "an entity": "&lt;script&gt;alert(1)&lt;/script&gt;&#60;script&#62;",
    "a property of a calendar": "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
    "a cell behind a semicolon": ";=cmd|' /C calc'!A0",
    "a line that is a formula": "\n=cmd|' /C calc'!A0",
    "a mark of the engine": "\ue000lpeople/hoa\ue001",
    "letters that turn": "\u202egnp.exe\u2066",
    "line ends of a script": "\u2028alert(1)\u2029",
}

BODY = """\
<script>alert(1)</script><p onclick=alert(1) style="background:url(//evil.example)">x</p>
<iframe src="//evil.example"></iframe><form action="//evil.example"><input autofocus onfocus=alert(1)></form>
<meta http-equiv=refresh content="0;url=//evil.example"><base target=_top><object data=x></object><embed>
<svg><script>alert(1)</script></svg><math><mtext></math><style>@import "//evil.example"</style><b onmouseover=alert(1)>x</b>

Trang này vẫn đọc được.[@bao-a] {{ 7*7 }} **đậm**
"""
"""What pasting brings along, and is taken away with a warning. Links are refused: see `test_refused`."""

TEXT = " ".join(ATTACKS.values())
TEXTUAL = (".html", ".xml", ".svg", ".json", ".csv", ".ics", ".txt", ".js", ".css")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The published files of a showcase in which every kind has a record that says nothing but attacks."""
    showcase = showcases.make(tmp_path_factory.mktemp("doc-hai"))
    for kind in KINDS:
        if kind.key not in ("place", "sector", "source"):
            showcase.write(f"{kind.folder}/doc-hai.md", f"---\n{record(kind, TEXT)}\n---\n\n{BODY}")
    name = json.dumps(TEXT)
    showcase.write(f"{DATA_FOLDER}/sources/doc-hai.yaml", record(KINDS_BY_KEY["source"], TEXT))
    showcase.write("site.yaml", showcase.read("site.yaml").replace("name: Thử", f"name: {name}"))
    outcome = showcase.build()
    told = {found.code: found for found in (*outcome.faults, *outcome.problems)}
    assert outcome.published, told
    assert set(told) == {"removed-html"}
    return showcase.site()


KINDS_BY_KEY = {kind.key: kind for kind in KINDS}


def texts(site: dict[str, bytes], *endings: str) -> Iterator[tuple[str, str]]:
    found = [(path, data.decode("utf-8")) for path, data in site.items() if path.endswith(endings)]
    assert found, endings
    return iter(found)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each script that holds data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.append((tag, attributes))
        self._in_data = tag == "script" and attributes.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)


def test_no_page_has_an_element_or_an_attribute_that_acts(site: dict[str, bytes]) -> None:
    for path, html in texts(site, ".html"):
        for tag, attributes in Elements(html).found:
            acting = [
                name
                for name in attributes
                if name.startswith("on") or name in ("style", "srcdoc", "autofocus")
            ]
            assert not acting, (path, tag, acting)
            assert tag not in ("iframe", "object", "embed", "base", "math", "style"), (path, tag)
            if tag == "script":
                assert attributes.get("type") == "application/ld+json" or attributes["src"].startswith(
                    "/assets/"
                )
            if tag == "form":
                assert attributes["action"].startswith("/"), (path, attributes)


def test_every_address_of_a_page_is_safe(site: dict[str, bytes]) -> None:
    """By scheme: of this site, of another by http or https, or mail."""
    safe = re.compile(
        r"(?:https?://a\.example/|https?://thu\.example/|https?://evil|mailto:|#|\?|/(?!/)|[\w.-]+/?$|$)"
    )
    for path, html in texts(site, ".html"):
        for tag, attributes in Elements(html).found:
            for name in ("href", "src", "action", "poster", "data", "srcset", "content"):
                address = attributes.get(name, "")
                if name == "content" and attributes.get("http-equiv") != "refresh":
                    continue
                assert safe.match(address) or name == "content", (path, tag, address)
                assert not re.search(r"javascript:|data:|^//|[\x00-\x20]//", address, re.IGNORECASE), (
                    path,
                    address,
                )


def test_structured_data_is_data(site: dict[str, bytes]) -> None:
    seen = 0
    for _, html in texts(site, ".html"):
        for text in Elements(html).data:
            json.loads(text)
            assert "<" not in text
            seen += "alert(1)" in text
    assert seen > 5, "the attacks stand in it"


def test_feeds_maps_and_drawings_are_well_formed_and_declare_nothing(site: dict[str, bytes]) -> None:
    for path, text in texts(site, ".xml", ".svg"):
        root = ElementTree.fromstring(text)
        assert "<!DOCTYPE" not in text, path
        assert "<!ENTITY" not in text, path
        tags = {element.tag.rpartition("}")[2].lower() for element in root.iter()}
        assert not tags & {"script", "foreignobject", "iframe"}, path
        assert not [
            name for element in root.iter() for name in element.attrib if name.lower().startswith("on")
        ], path


def test_json_is_json(site: dict[str, bytes]) -> None:
    for _, text in texts(site, ".json"):
        json.loads(text)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_separates_cells(site: dict[str, bytes], separator: str) -> None:
    """Excel takes a semicolon where decimals are written with a comma."""
    seen = 0
    for path, text in texts(site, ".csv"):
        for row in csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=separator):
            for each in row:
                assert not each.startswith(FORMULA), (path, each)
                seen += "HYPERLINK" in each
    assert seen > 10, "the attacks stand in them"


def test_a_calendar_has_one_event_and_no_property_but_its_own(site: dict[str, bytes]) -> None:
    known = (
        "BEGIN END VERSION PRODID UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION LOCATION URL TRANSP".split()
    )
    for path, text in texts(site, ".ics"):
        lines = text.replace("\r\n ", "").split("\r\n")
        assert lines.count("BEGIN:VEVENT") == 1, path
        assert {re.split("[:;]", line)[0] for line in lines if line} <= set(known), path
        assert "\n" not in text.replace("\r\n", ""), path


def test_no_file_holds_a_control_character_a_mark_of_the_engine_or_letters_that_turn(
    site: dict[str, bytes],
) -> None:
    for path, text in texts(site, *TEXTUAL):
        if not path.startswith("assets/"):
            found = re.search(
                "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]", text
            )
            assert not found, (path, found)


def test_a_template_in_a_text_stays_text(site: dict[str, bytes]) -> None:
    assert any("{{ 7*7 }}" in text for _, text in texts(site, ".html"))
    assert not any("</script>49" in text for _, text in texts(site, ".html"))


def test_no_file_lies_where_no_page_belongs(site: dict[str, bytes]) -> None:
    assert all(not Path(path).is_absolute() and ".." not in Path(path).parts for path in site)
    assert all(re.fullmatch(r"[a-z0-9._/-]+", path, re.IGNORECASE) for path in site)
