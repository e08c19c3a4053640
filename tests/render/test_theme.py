"""The templates folder as a whole: one style sheet, names that carry their digests, and words by language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vinhdanh.base import digest
from vinhdanh.render import theme
from vinhdanh.render.templates import TemplateError

FONT = b"\x00font"
FILES: dict[str, str | bytes] = {
    "person.html": "<p>{{ name }}</p>",
    "parts/card.html": "x",
    "feed.xml": "<feed/>",
    "robots.txt": "User-agent: *",
    "strings/vi.yaml": "source: Nguồn",
    "strings/en.yaml": "source: Source",
    "assets/tokens.css": '@font-face { src: url("fonts/chu.woff2") }',
    "assets/base.css": "p { background: url( './icons/sao.svg' ) }",
    "assets/pages.css": "i { color: red } /* cuối */",
    "assets/print.css": "p { background: url(icons/sao.svg) }",
    "assets/fonts/chu.woff2": FONT,
    "assets/fonts/OFL.txt": "Copyright",
    "assets/icons/sao.svg": "<svg/>",
    "assets/NOTICE": "x",
}


def make(folder: Path, changes: dict[str, str | bytes] | None = None) -> theme.Theme:
    for path, data in {**FILES, **(changes or {})}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
    return theme.load(folder)


def css(look: theme.Theme) -> str:
    return look.assets[look.names["site.css"]].decode()


def test_assets_are_published_under_names_that_carry_their_digests(tmp_path: Path) -> None:
    look = make(tmp_path)
    assert look.names["fonts/chu.woff2"] == f"assets/fonts/chu.{digest.short(FONT)}.woff2"
    assert look.assets[look.names["fonts/chu.woff2"]] == FONT
    sheets = {"site.css", "print.css"}
    assert set(look.names) == sheets | {"fonts/chu.woff2", "fonts/OFL.txt", "icons/sao.svg", "NOTICE"}
    assert set(look.assets) == set(look.names.values())
    assert all(digest.short(look.assets[path]) in path for path in look.names.values())


def test_a_licence_goes_with_what_it_licenses(tmp_path: Path) -> None:
    look = make(tmp_path)
    assert look.assets[look.names["fonts/OFL.txt"]] == b"Copyright"
    assert look.names["fonts/OFL.txt"].startswith("assets/fonts/OFL.")
    assert look.names["fonts/OFL.txt"].endswith(".txt")


def test_a_name_without_an_ending_gets_its_digest_too(tmp_path: Path) -> None:
    assert re.fullmatch(r"assets/NOTICE\.[0-9a-f]{10}", make(tmp_path).names["NOTICE"])


def test_a_changed_asset_has_another_name_and_so_has_the_style_sheet_that_uses_it(tmp_path: Path) -> None:
    before, after = make(tmp_path), make(tmp_path, {"assets/fonts/chu.woff2": b"\x00other"})
    changed = {name for name in before.names if before.names[name] != after.names[name]}
    assert changed == {"fonts/chu.woff2", "site.css"}


def test_style_sheets_are_joined_in_their_order(tmp_path: Path) -> None:
    text = css(make(tmp_path))
    assert text.index("@font-face") < text.index("background") < text.index("color:red")


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* một */\na { b: c }\n", "a{b:c}"),
        ("@layer x {\n  a :is(b, c) {\n    d: e;\n  }\n}\n", "@layer x{a :is(b,c){d:e}}"),
        ("a,\nb > c { d: e; f: g }\ni { j: k }", "a,b > c{d:e;f:g}i{j:k}"),
        ("a { b: c; /* hai\n  dòng */ }", "a{b:c;}"),
        ("a { --b: 1px\n2px; & c:is(d) :not(e) { f: g } }", "a{--b:1px 2px;& c:is(d) :not(e){f:g}}"),
        ('a::before { content: "  –  {;  b: c" }', 'a::before{content:"  –  {;  b: c"}'),
        ('a::before { content: "/* a" } /* b */ i { c: d }', 'a::before{content:"/* a"}i{c:d}'),
        ("/* it's */ a { b: 'c' }", "a{b:'c'}"),
        ("a { width: calc(1em + 2px) }", "a{width:calc(1em + 2px)}"),
        ("@media (min-width: 40em) and (x: y) { a { b: c } }", "@media (min-width: 40em) and (x: y){a{b:c}}"),
    ],
)
def test_only_remarks_and_idle_spaces_are_taken_from_style_sheets(
    tmp_path: Path, written: str, published: str
) -> None:
    look = make(tmp_path, {"assets/pages.css": written, "assets/tokens.css": "", "assets/base.css": ""})
    assert css(look) == published


def test_a_style_sheet_means_the_same_when_published() -> None:
    """A minifier once made `.a :is(b)` into `.a:is(b)`: a space before a colon stands for a descendant."""
    look = theme.load(theme.folder_of(Path("no-such-folder")))
    assert " :is(" in css(look)


def test_a_kind_of_page_has_a_style_sheet_of_its_own_beside_the_common_one(tmp_path: Path) -> None:
    look = make(tmp_path, {"assets/listing.css": "a { b: c }", "assets/tree.css": "d { e: f }"})
    published = {
        name: look.assets[path].decode() for name, path in look.names.items() if name.endswith(".css")
    }
    assert published["list-page.css"] == "a{b:c}"
    assert published["organisations-page.css"] == "a{b:c}d{e:f}"
    assert published["organisation-page.css"] == "d{e:f}"
    assert "home-page.css" not in published
    assert "listing.css" not in published


def test_every_style_sheet_is_published_somewhere() -> None:
    folder = theme.folder_of(Path("no-such-folder"))
    alone = {"print.css", "suggestions.css"}
    joined = {part for parts in theme.STYLE_SHEETS.values() for part in parts}
    assert {path.name for path in (folder / "assets").glob("*.css")} == joined | alone


def test_any_other_style_sheet_stands_alone(tmp_path: Path) -> None:
    look = make(tmp_path)
    icon = look.names["icons/sao.svg"].removeprefix("assets/")
    assert look.assets[look.names["print.css"]].decode() == f'p{{background:url("{icon}")}}'
    assert icon not in css(make(tmp_path, {"assets/base.css": ""}))


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        ("url(icons/sao.svg)", 'url("{icon}")'),
        ("url('icons/sao.svg')", 'url("{icon}")'),
        ('url( "./icons/sao.svg" )', 'url("{icon}")'),
        ("url(icons/sao.svg#vien)", 'url("{icon}#vien")'),
        ("url(#vien)", "url(#vien)"),
        ('url("data:image/png;base64,AA==")', 'url("data:image/png;base64,AA==")'),
        ("url(icons/khong-co.svg)", "url(icons/khong-co.svg)"),
        ("url(icons/sao.svg) url(fonts/chu.woff2)", 'url("{icon}") url("{font}")'),
    ],
)
def test_addresses_in_style_sheets_follow_the_names(tmp_path: Path, written: str, rewritten: str) -> None:
    look = make(tmp_path, {"assets/pages.css": f"a {{ b: {written} }}"})
    icon, font = (look.names[name].removeprefix("assets/") for name in ("icons/sao.svg", "fonts/chu.woff2"))
    assert f"a{{b:{rewritten.format(icon=icon, font=font)}}}" in css(look)


def test_every_address_in_the_projects_own_style_sheet_is_published() -> None:
    look = theme.load(theme.folder_of(Path("no-such-folder")))
    addresses = re.findall(r"url\([\"']?([^\"')]+)", css(look))
    assert addresses
    assert [address for address in addresses if f"assets/{address}" not in look.assets] == []


def test_words_are_read_by_language(tmp_path: Path) -> None:
    assert make(tmp_path).strings == {"vi": {"source": "Nguồn"}, "en": {"source": "Source"}}


def test_both_languages_of_the_project_say_the_same_words() -> None:
    strings = theme.load(theme.folder_of(Path("no-such-folder"))).strings
    assert strings["vi"].keys() == strings["en"].keys()
    assert all(text.strip() for words in strings.values() for text in words.values())


def test_templates_are_named_by_their_paths(tmp_path: Path) -> None:
    look = make(tmp_path, {"luu-y.md": "x"})
    assert look.templates.render("person.html", {"name": "Hoa"}, "/") == "<p>Hoa</p>"
    assert look.templates.closure("parts/card.html") != look.templates.closure("feed.xml")
    with pytest.raises(TemplateError):
        look.templates.closure("luu-y.md")


def test_templates_saved_on_windows_are_the_same_templates(tmp_path: Path) -> None:
    unix = make(tmp_path / "a", {"person.html": "a\nb\n"})
    windows = make(tmp_path / "b", {"person.html": b"\xef\xbb\xbfa\r\nb\r\n"})
    assert unix.templates.closure("person.html") == windows.templates.closure("person.html")


@pytest.mark.parametrize("path", ["person.html", "strings/vi.yaml", "assets/base.css"])
def test_a_file_that_is_not_utf8_is_told_at_its_line(tmp_path: Path, path: str) -> None:
    with pytest.raises(TemplateError) as failed:
        make(tmp_path, {path: b"a: b\nH\xf2a"})
    assert failed.value.problem.code == "template-syntax"
    assert failed.value.problem.location is not None
    assert failed.value.problem.location[:2] == (f"templates/{path}", 2)


def test_a_showcase_may_bring_its_own_templates(tmp_path: Path) -> None:
    project = theme.folder_of(tmp_path)
    assert (project / "person.html").is_file()
    (tmp_path / "templates").mkdir()
    assert theme.folder_of(tmp_path) == tmp_path / "templates"


def test_an_empty_folder_is_a_theme_without_anything(tmp_path: Path) -> None:
    look = theme.load(tmp_path)
    assert (look.strings, list(look.names), css(look)) == ({}, ["site.css"], "")
