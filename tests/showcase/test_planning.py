"""One page planned alone is the page that the whole plan has; what is no page of a record is left to the whole plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import showcases
from tests.showcase.plans import planned, strings
from vinhdanh.base.memory import Memory
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import Loader
from vinhdanh.showcase.planning import plan_page, plan_texts
from vinhdanh.showcase.relations import Relations

MANY = {
    f"people/nguoi-{n}.md": showcases.person(f"Trần Văn {n}", "affiliations: [dien-luc]") for n in range(9)
}
LISTS = (
    "index.html",
    "nguoi/index.html",
    "en/people/index.html",
    "don-vi/index.html",
    "tim/index.html",
    "404.html",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trang")


@pytest.fixture(scope="module")
def catalogue(folder: Path) -> Catalogue:
    showcases.make(folder, {**showcases.FILES, **MANY})
    return Loader(folder / "content", Memory(None), b"").load(showcases.TODAY).catalogue


def test_a_page_planned_alone_is_that_of_the_whole_plan(folder: Path, catalogue: Catalogue) -> None:
    whole = planned(folder, MANY)
    alone = {path: plan_page(catalogue, strings(), {}, path) for path in whole}
    assert {path: page for path, page in alone.items() if page} == {
        path: whole[path] for path, page in alone.items() if page
    }
    origins = {page.origin for page in alone.values() if page}
    assert origins >= {record.location.file for record in catalogue.records()}
    assert [path for path in LISTS if alone[path]] == []


WITHOUT_SUMMARY = {"people/loi.md": showcases.person("Vũ Văn Lời").replace("summary: Làm điện.\n", "")}
"""Whose beginning of the text stands in for it, in the feeds too."""


def other_texts(files: Mapping[str, str]) -> dict[str, str]:
    """The files with other words in every body."""
    return {
        path: f"{text.rstrip()} Thêm lời khác hẳn.\n"
        if path.endswith(".md") and text.count("---") > 1
        else text
        for path, text in files.items()
        if path.endswith(".md") and text.rpartition("---")[2].strip()
    }


def test_where_bodies_alone_differ_no_output_differs_but_those_that_tell_what_they_say(
    tmp_path: Path,
) -> None:
    more = {**MANY, **WITHOUT_SUMMARY}
    before = planned(tmp_path / "before", more)
    after = planned(tmp_path / "after", {**more, **other_texts({**showcases.FILES, **more})})
    loaded = Loader(tmp_path / "after" / "content", Memory(None), b"").load(showcases.TODAY).catalogue
    keys = {record.key for record in loaded.records() if record.has_body or "has_body" in record.translation}
    texts = {output.path: output for output in plan_texts(loaded, strings(), {}, keys, Relations(loaded))}
    assert {path: after[path] for path in texts} == texts
    assert {path for path in after if after[path] != before[path]} <= texts.keys()
    assert before.keys() == after.keys()


@pytest.mark.parametrize(
    "path", ["", "nguoi/", "nguoi/khong-co/index.html", "en/nguoi/hoa/index.html", "fr/x/index.html"]
)
def test_there_is_no_page_where_none_is_planned(catalogue: Catalogue, path: str) -> None:
    assert plan_page(catalogue, strings(), {}, path) is None


def test_a_language_that_the_site_does_not_have_has_no_pages(folder: Path, catalogue: Catalogue) -> None:
    assert plan_page(catalogue, strings(), {}, "en/people/hoa/index.html")
    assert plan_page(catalogue, {"vi": strings()["vi"]}, {}, "en/people/hoa/index.html") is None
