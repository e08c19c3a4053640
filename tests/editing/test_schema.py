"""Help for editors' programs: schemas that an independent validator holds against all of content/, and files that are
never written over a person's own.
"""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from tests import showcases
from tests.showcases import FILES, Showcase, tree
from tests.tools import ROOT
from vinhdanh import cli
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import has_errors
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.fields import fields_of
from vinhdanh.content.loading import Loader
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.content.reader import read_file
from vinhdanh.editing.schema import front_matter, help_files, known, vscode
from vinhdanh.editing.schema.known import schema
from vinhdanh.editing.schema.ownership import is_ours
from vinhdanh.editing.schema.refresh import refresh

BASE = "https://thu.example/.schema/"


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2.2 (10.3.2), where `no` and `2023-10-07` are texts."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first, ""])
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


class Editor:
    """Stands for an editor's program: finds the schema of a file as the settings say, and validates."""

    def __init__(self, files: Mapping[str, str]) -> None:
        settings = json.loads(files[".vscode/settings.json"].partition("\n")[2])
        self.patterns: dict[str, list[str]] = settings["yaml.schemas"]
        self.schemas = {
            path.removeprefix(".schema/"): json.loads(text)
            for path, text in files.items()
            if path.startswith(".schema/")
        }
        resources = [(BASE + name, DRAFT7.create_resource(schema)) for name, schema in self.schemas.items()]
        self._registry: Registry[Any] = Registry().with_resources(resources)

    def schema_of(self, path: str) -> str:
        """The one schema for a file of content/."""
        (found,) = (name for name, patterns in self.patterns.items() if _matches(f"content/{path}", patterns))
        return found.removeprefix(".schema/")

    def faults(self, path: str, text: str) -> list[str]:
        """What is wrong with the YAML of a file; the front matter of `a.md` is taken for `a.yaml`."""
        data = yaml.load(_front_matter(text) if path.endswith(".md") else text, Yaml12) or {}
        name = self.schema_of(path.removesuffix(".md") + ".yaml" if path.endswith(".md") else path)
        validator = Draft7Validator({"$ref": BASE + name}, registry=self._registry)
        return [f"{path}: {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(data)]


def _matches(path: str, patterns: list[str]) -> bool:
    def fits(pattern: str) -> bool:
        return fnmatch.fnmatch(path, pattern) and path.count("/") == pattern.count("/")

    return any(fits(p) for p in patterns) and not any(fits(p[1:]) for p in patterns if p.startswith("!"))


def _front_matter(text: str) -> str:
    return text.split("---\n", 2)[1]


def _catalogue(folder: Path) -> Catalogue:
    return Loader(folder / "content", Memory(None), b"").load(showcases.TODAY).catalogue


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Editor:
    root = showcases.make(tmp_path_factory.mktemp("schema") / "trang").root
    return Editor(help_files(_catalogue(root)))


# -- The schemas


def test_all_content_is_valid() -> None:
    editor = Editor(help_files(_catalogue(ROOT)))
    files = {path: data for path, data in tree(ROOT / "content").items() if path.endswith((".md", ".yaml"))}
    assert len(files) > 400
    assert [fault for path, data in files.items() for fault in editor.faults(path, data.decode())] == []


def test_every_schema_is_one_of_draft_07(editor: Editor) -> None:
    for found in editor.schemas.values():
        assert found["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(found)


def test_every_file_of_content_has_just_one_schema(editor: Editor) -> None:
    assert editor.schema_of("people/hoa.yaml") == "person.json"
    assert editor.schema_of("people/hoa.en.yml") == "person.en.json"
    assert editor.schema_of("data/sources.yaml") == "sources.json"
    assert editor.schema_of("initiatives.yaml") == "initiatives.json"
    assert editor.schema_of("site.yaml") == "site.json"
    assert editor.schema_of("site.en.yaml") == "site.en.json"


GOOD = {
    "aliases of keys": ("people/a.md", "ho_ten: Nguyễn Văn A\nnguon: bao-a\n"),
    "a lone value for a list": ("people/a.md", "name: A\nsources: bao-a\n"),
    "a name that looks like a number": ("people/a.md", "name: 2023\n"),
    "a year": ("stories/a.md", "title: A\ndate: 2023\n"),
    "a Vietnamese date": ("stories/a.md", "title: A\ndate: 7/10/2023\n"),
    "words for a date": ("stories/a.md", "title: A\ndate: ngày 7 tháng 10 năm 2023\n"),
    "yes in Vietnamese": ("people/a.md", "name: A\ndraft: có\n"),
    "a choice by its English word": ("people/a.md", "name: A\ngender: female\n"),
    "a party without a record": ("events/a.md", "title: A\norganisers: [Hội Nhà báo]\n"),
    "a province of then": ("people/a.md", "name: A\nplace: Quảng Nam\n"),
    "a record with its folder": ("stories/a.md", "title: A\nfeatures: [people/hoa]\n"),
    "a twin with nothing but a summary": ("people/hoa.en.md", "summary: She works.\n"),
    "a body in YAML": ("people/a.yaml", "name: A\nbody: |\n  Một người thợ.\n"),
    "a list": ("people.yaml", "- {id: a, name: A}\n- {id: b, ho_ten: B, body: Chữ.}\n"),
}

BAD = {
    "an unknown key": ("people/a.md", "name: A\njob_titel: thợ\n"),
    "what is never published": ("people/a.md", "name: A\nso_dien_thoai: 0123456789\n"),
    "nothing that must be there": ("people/a.md", "summary: Một người.\n"),
    "an empty key": ("people/a.md", "name:\n"),
    "a list for a text": ("people/a.md", "name: [A, B]\n"),
    "a group for a text": ("people/a.md", "name: {ho: A}\n"),
    "a text for a group": ("people/a.md", "name: A\nquotes: [Chậm mà chắc]\n"),
    "no such choice": ("people/a.md", "name: A\ngender: thợ\n"),
    "a picture without its description": ("people/a.md", "name: A\nimage: a.jpg\n"),
    "neither yes nor no": ("people/a.md", "name: A\ndraft: chắc là có\n"),
    "no such day": ("stories/a.md", "title: A\ndate: 2023-02-30\n"),
    "no such month": ("stories/a.md", "title: A\ndate: 2023-13\n"),
    "no date": ("stories/a.md", "title: A\ndate: hôm qua\n"),
    "no whole number": ("themes/a.md", "title: A\norder: hai\n"),
    "no such record": ("people/a.md", "name: A\nsources: [khong-co]\n"),
    "a record of another kind": ("stories/a.md", "title: A\ntheme: hoa\n"),
    "no such party": ("events/a.md", "title: A\norganisers: [khong-co]\n"),
    "no such province": ("people/a.md", "name: A\nplace: Atlantis\n"),
    "no web address": ("data/sources.yaml", "- {id: a, title: A, url: bao.vn}\n"),
    "a statement without its source": ("organisations/a.md", "name: A\nrewards: [{text: Thưởng.}]\n"),
    "a list without ids": ("people.yaml", "- {name: A}\n"),
    "an id with capital letters": ("people.yaml", "- {id: Anh Hoa, name: A}\n"),
    "a mapping for a list": ("people.yaml", "name: A\n"),
}  # fmt: skip


def _reads_well(showcase: Showcase, path: str, text: str) -> bool:
    showcase.write(path, f"---\n{text}---\n" if path.endswith(".md") else text)
    loaded = Loader(showcase.root / "content", Memory(None), b"").load(showcases.TODAY)
    return not has_errors(p for p in loaded.problems if p.location and p.location.file == f"content/{path}")


@pytest.mark.parametrize(("path", "text"), GOOD.values(), ids=GOOD.keys())
def test_what_the_reader_takes_is_valid(editor: Editor, showcase: Showcase, path: str, text: str) -> None:
    assert _reads_well(showcase, path, text)
    assert editor.faults(path, f"---\n{text}---\n" if path.endswith(".md") else text) == []


@pytest.mark.parametrize(("path", "text"), BAD.values(), ids=BAD.keys())
def test_what_the_reader_refuses_is_not_valid(
    editor: Editor, showcase: Showcase, path: str, text: str
) -> None:
    if path.startswith("data/"):
        showcase.remove("data/sources.yaml")
    assert not _reads_well(showcase, path, text)
    assert editor.faults(path, f"---\n{text}---\n" if path.endswith(".md") else text)


def test_aliases_are_read_and_not_offered(editor: Editor) -> None:
    keys = editor.schemas["model.json"]["definitions"]["person"]["properties"]
    assert keys["ho_ten"]["doNotSuggest"] is True
    assert "name" in keys["ho_ten"]["deprecationMessage"]
    assert "Họ và tên" in keys["name"]["markdownDescription"]


def test_fields_that_the_site_adds_are_known(showcase: Showcase) -> None:
    added = "extra_fields:\n  - {of: person, key: tay_nghe, label: Bậc thợ, type: choice, choices: [bậc 6, bậc 7]}\n"
    showcase.write("site.yaml", FILES["site.yaml"] + added)
    editor = Editor(help_files(_catalogue(showcase.root)))
    assert editor.faults("people/a.md", "---\nname: A\ntay_nghe: bậc 7\n---\n") == []
    assert editor.faults("people/a.md", "---\nname: A\ntay_nghe: bậc 9\n---\n")


def test_drafts_can_be_named_too(showcase: Showcase) -> None:
    showcase.replace("people/mai.md", "name: Lê Thị Mai\n", "name: Lê Thị Mai\ndraft: có\n")
    assert "mai" in schema(_catalogue(showcase.root))["definitions"]["person"]["enum"]


def test_too_many_ids_are_not_offered(showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "LIMIT", 2)
    definitions = schema(_catalogue(showcase.root))["definitions"]
    assert definitions["person"] == {"type": "string", "pattern": known.SLUG}
    assert definitions["event"] == {"enum": ["toa-dam"]}


# -- Snippets and forms


def _filled(body: list[str]) -> str:
    """A snippet with the first choice, or what is proposed, in each place."""
    text = re.sub(r"\$\{\d+\|((?:[^,|\\]|\\.)*).*?\|\}", r"\1", "\n".join(body))
    return re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", text).replace("$0", "").replace("\\", "")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_snippet_has_all_that_must_be_there(kind: Any) -> None:
    snippets = json.loads(vscode.files()[".vscode/vinh-danh.code-snippets"].partition("\n")[2])
    text = _filled(snippets[f"Vinh Danh: {kind.one[0]}"]["body"])
    problems = read_file(f"{kind.folder}/a.md", text.encode(), {}).problems
    assert [
        p for p in problems if p.code in ("missing-required", "unknown-key", "wrong-shape", "bad-choice")
    ] == []


def test_the_forms_have_every_field_and_lead_nowhere_unknown() -> None:
    forms = json.loads(front_matter.file())
    groups = {group["id"] for group in forms["frontMatter.taxonomy.fieldGroups"]}
    types = {kind["name"]: kind["fields"] for kind in forms["frontMatter.taxonomy.contentTypes"]}
    for kind in KINDS:
        record: type = kind.record
        assert [field["name"] for field in types[kind.key]] == list(fields_of(record))
        for field in types[kind.key]:
            assert set(field.get("fieldGroup", ())) <= groups
            assert field.get("contentTypeName", "person") in types
    folders = {folder["path"] for folder in forms["frontMatter.content.pageFolders"]}
    assert folders == {f"[[workspace]]/content/{kind.folder}" for kind in KINDS}


# -- Whose file it is


def _build(showcase: Showcase) -> int:
    return cli.main(["build", "--root", str(showcase.root), "--quiet"])


def test_a_build_writes_the_help_beside_the_content_and_not_into_the_site(showcase: Showcase) -> None:
    assert _build(showcase) == 0
    written = {
        path for path in tree(showcase.root) if not path.startswith((".vinhdanh/", "content/", "site/"))
    }
    assert {".schema/person.json", ".vscode/settings.json", "frontmatter.json"} <= written
    assert all(is_ours((showcase.root / path).read_text(encoding="utf-8")) for path in written)
    assert not [path for path in showcase.site() if path.startswith((".schema", ".vscode", "frontmatter"))]
    assert {f"content/{path}" for path in FILES} == {
        p for p in tree(showcase.root) if p.startswith("content/")
    }


def test_a_new_record_can_be_named_after_a_build_even_when_another_is_broken(showcase: Showcase) -> None:
    _build(showcase)
    showcase.write("people/moi.md", showcases.person("Người Mới"))
    showcase.write("people/mai.md", "---\nname: Mai: hỏng\n---\n")
    assert _build(showcase) == 1
    ids = json.loads((showcase.root / ".schema/ids.json").read_text(encoding="utf-8"))
    assert "moi" in ids["definitions"]["person"]["enum"]


def test_only_what_changed_is_written(showcase: Showcase) -> None:
    catalogue = _catalogue(showcase.root)
    assert refresh(showcase.root, catalogue) > 40
    assert refresh(showcase.root, catalogue) == 0
    showcase.write("people/moi.md", showcases.person("Người Mới"))
    assert refresh(showcase.root, _catalogue(showcase.root)) == 1


@pytest.mark.parametrize("path", [".vscode/settings.json", "frontmatter.json", ".schema/ids.json"])
def test_a_file_of_a_person_is_never_written_over(showcase: Showcase, path: str) -> None:
    own = showcase.root / path
    own.parent.mkdir(exist_ok=True)
    own.write_text("{}", encoding="utf-8")
    _build(showcase)
    assert own.read_text(encoding="utf-8") == "{}"


def test_one_of_ours_that_a_person_changed_is_theirs(showcase: Showcase) -> None:
    _build(showcase)
    ids = showcase.root / ".schema/ids.json"
    changed = ids.read_text(encoding="utf-8").replace('"hoa"', '"hoa","khac"')
    ids.write_text(changed, encoding="utf-8")
    showcase.write("people/moi.md", showcases.person("Người Mới"))
    _build(showcase)
    assert ids.read_text(encoding="utf-8") == changed


def test_ends_of_lines_of_windows_break_no_seal(showcase: Showcase) -> None:
    _build(showcase)
    settings = showcase.root / ".vscode/settings.json"
    settings.write_bytes(settings.read_bytes().replace(b"\n", b"\r\n"))
    assert is_ours(settings.read_bytes().decode())
    assert refresh(showcase.root, _catalogue(showcase.root)) == 0


def test_a_folder_that_cannot_be_written_is_told_and_stops_no_build(
    showcase: Showcase, capsys: pytest.CaptureFixture[str]
) -> None:
    (showcase.root / ".schema").write_text("một tệp, không phải thư mục", encoding="utf-8")
    assert _build(showcase) == 0
    assert "Chưa ghi được các tệp gợi ý khi gõ" in capsys.readouterr().out
    assert (showcase.root / "site/index.html").exists()
