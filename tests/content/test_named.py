"""Nobody who is withheld is named by a text that is published: each way to write the name stops publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests import showcases
from tests.content.test_references import BASIS, initiative, load
from tests.showcases import Showcase, person
from vinhdanh.base.problems import has_errors
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind
from vinhdanh.content.model.site import Site

NAME = "Phạm Văn Kín"
HIDDEN = {"people/pham-van-kin.md": f"---\nname: {NAME}\n---\n\n{NAME} làm điện.\n"}


def told(folder: Path, files: Mapping[str, str]) -> list[tuple[str, int]]:
    problems = load(folder, {**HIDDEN, **files}).problems
    found = [problem for problem in problems if problem.code == "withheld-name"]
    assert all(
        NAME not in f"{problem.location}{problem.message('vi')}{problem.message('en')}" for problem in found
    )
    return [(problem.location.file, problem.location.line) for problem in found if problem.location]


STORY = "---\ntitle: Chuyện\n{}---\n\nDòng đầu.\n\n{}\n"
NAMED: Mapping[str, tuple[str, str, int]] = {
    "in a body": ("stories/a.md", STORY.format("", f"Anh {NAME} làm."), 7),
    "over two lines": ("stories/a.md", STORY.format("", "Anh Phạm\nVăn Kín làm."), 7),
    "without marks": ("stories/a.md", STORY.format("", "Anh pham van kin làm."), 7),
    "with marks of Markdown within": ("stories/a.md", STORY.format("", "Anh Phạm **Văn** Kín làm."), 7),
    "with HTML within": ("stories/a.md", STORY.format("", "Anh Phạm <b>Văn</b> Kín làm."), 7),
    "in a link's text": ("stories/a.md", STORY.format("", f"Anh [{NAME}](people/pham-van-kin.md)."), 7),
    "in an address": ("stories/a.md", STORY.format("", "[x](https://a.example/anh-pham-van-kin-1)"), 7),
    "as the end of an address": ("stories/a.md", STORY.format("", "[x](https://a.example/pham-van-kin)"), 7),
    "as the name of a picture": ("stories/a.md", STORY.format("", "![](pham-van-kin.jpg)"), 7),
    "as a bare id in a text": ("stories/a.md", STORY.format("summary: pham-van-kin\n", ""), 3),
    "beside a reference": (
        "events/a.md",
        "---\ntitle: Một\nparticipations:\n  - {who: pham-van-kin, title: pham-van-kin}\n---\n",
        4,
    ),
    "in the id of a source": ("data/sources/anh-pham-van-kin.yaml", "title: B\n", 1),
    "in a heading": ("stories/a.md", STORY.format("", f"# {NAME}"), 7),
    "in a field": ("stories/a.md", STORY.format(f"summary: Anh {NAME}.\n", ""), 3),
    "as a plain author": ("initiatives/a.md", f"---\ntitle: Một\nauthors: [{NAME}]\n---\n", 3),
    "in the title of a source": ("data/sources/b.yaml", f"title: Anh {NAME} kể\n", 1),
    "in one source of many": ("sources.yaml", f"- {{id: b, title: B}}\n- id: c\n  title: {NAME}\n", 3),
    "in a translation": ("people/hoa.en.md", "---\nsummary: With Pham Van Kin.\n---\n", 2),
    "in the settings": ("site.yaml", f"name: Thử\naccepted_bases: [public_record]\ntagline: {NAME}\n", 3),
    "as escapes of YAML": (
        "stories/a.md",
        STORY.format('summary: "Ph\\u1ea1m V\\u0103n K\\u00edn"\n', ""),
        2,
    ),
    "in entities": ("stories/a.md", STORY.format("", "Ph&#7841;m V&#259;n K&iacute;n"), 2),
}


@pytest.mark.parametrize(("path", "text", "line"), NAMED.values(), ids=NAMED.keys())
def test_a_name_that_is_withheld_is_told_at_its_place(
    tmp_path: Path, path: str, text: str, line: int
) -> None:
    assert told(tmp_path, {path: text}) == [(f"content/{path}", line)]


PASSED: Mapping[str, Mapping[str, str]] = {
    "a reference": initiative("pham-van-kin"),
    "a quoted reference": initiative('"pham-van-kin"'),
    "a reference with its folder": {"stories/a.md": STORY.format("features: [people/pham-van-kin]\n", "")},
    "a link to a section": {"stories/a.md": STORY.format("", "[Thợ](../people/pham-van-kin.md#x) làm.")},
    "a link": {"stories/a.md": STORY.format("", "[Một người thợ](people/pham-van-kin.md) làm.")},
    "another name": {"stories/a.md": STORY.format("", "Anh Phạm Vân Kính, anh Phạm Văn Kìn.")},
    "the longer name of somebody else": {"people/b.md": f"---\nname: {NAME} Anh\n{BASIS}\n---\n"},
    "a remark": {"stories/a.md": STORY.format(f"# hỏi lại {NAME}\n", "")},
    "a draft": {"stories/a.md": STORY.format(f"draft: có\nsummary: {NAME}\n", "")},
    "the person's own translation": {"people/pham-van-kin.en.md": f"---\nsummary: {NAME}.\n---\n"},
}


@pytest.mark.parametrize("files", PASSED.values(), ids=PASSED.keys())
def test_what_publishes_no_name_is_left_alone(tmp_path: Path, files: Mapping[str, str]) -> None:
    assert told(tmp_path, files) == []


def test_nobody_is_looked_for_while_nobody_is_withheld(tmp_path: Path) -> None:
    files = {"people/pham-van-kin.md": f"---\nname: {NAME}\n{BASIS}\n---\n"}
    assert told(tmp_path, {**files, "stories/a.md": STORY.format("", NAME)}) == []


def test_nothing_is_published_before_the_name_is_gone(tmp_path: Path) -> None:
    showcase: Showcase = showcases.make(tmp_path / "trang")
    showcase.write("people/kin.md", person(NAME))
    showcase.replace("stories/hai-nguoi.md", "Hai người làm.", f"Anh {NAME} làm.")
    assert showcase.build().published
    before = showcase.site()
    showcase.replace("people/kin.md", showcases.BASIS, "")
    assert not showcase.build().published
    assert showcase.site() == before
    showcase.replace("stories/hai-nguoi.md", NAME, "một người thợ")
    assert showcase.build().published
    assert not [
        path for path, data in showcase.site().items() if "Văn Kín" in data.decode("utf-8", "replace")
    ]


# -- every field of every kind


def written(kind: FieldType) -> Iterator[str]:
    """Values of a field, as YAML in one line, each with the name in one of the places that the field has for text."""
    if isinstance(kind, ListOf):
        yield from (f"[{value}]" for value in written(kind.item))
    elif isinstance(kind, Group):
        for name, field in fields_of(kind.group).items():
            yield from (f"{{{name}: {value}}}" for value in written(field.type))
    else:
        yield NAME


def fields_to_try() -> Iterator[tuple[str, str]]:
    """Kind and text of a file for each field of the model, at each depth."""
    for kind in KINDS:
        record: type = kind.record
        basis = f"{BASIS}\n" if kind.key in ("person", "collective") else ""
        for name, field in fields_of(record).items():
            others = f"{kind.heading}: Bài\n" * (name != kind.heading) + basis * (name != "basis")
            yield from ((kind.key, f"{others}{name}: {value}\n") for value in written(field.type))
        yield kind.key, f"{kind.heading}: Bài\n{basis}body: {NAME}\n"
    for name, field in fields_of(Site).items():
        others = "accepted_bases: [public_record]\n" * (name != "accepted_bases")
        yield from (("site", f"{others}{name}: {value}\n") for value in written(field.type))


TRIED = list(fields_to_try())


def test_fields_of_all_kinds_are_tried() -> None:
    assert {kind for kind, _ in TRIED} == {*(kind.key for kind in KINDS), "site"}
    assert len(TRIED) > 400


@pytest.mark.parametrize("kind", KINDS, ids=[kind.key for kind in KINDS])
def test_no_field_of_any_kind_publishes_the_name(tmp_path: Path, kind: Kind) -> None:
    """Each is refused, for the name or for what it says at all; never is there nothing wrong with its file."""
    texts = [text for key, text in TRIED if key == kind.key]
    files = {f"{kind.folder}/moi-{number}.yaml": text for number, text in enumerate(texts)}
    problems = load(tmp_path, {**HIDDEN, **files}).problems
    wrong = {problem.location.file for problem in problems if has_errors([problem]) and problem.location}
    assert [text for file, text in files.items() if f"content/{file}" not in wrong] == []


def test_no_setting_publishes_the_name(tmp_path: Path) -> None:
    for number, text in enumerate(text for kind, text in TRIED if kind == "site"):
        assert has_errors(load(tmp_path / str(number), {**HIDDEN, "site.yaml": text}).problems), text
