"""Files that somebody sent in, each with one attack: what is said of it, and at which line and column.

All lie in one showcase and are read in one go, as a check would.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import showcases
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Problem, has_errors
from vinhdanh.content.loading import Loader

HEAD = "---\nname: A\nsummary: b\n"
SCRIPT = "javascript:alert(1)"


def keys(lines: str) -> str:
    """A person's file with more keys; the first of them stands on line 4."""
    return f"{HEAD}{lines}\n---\n\nx\n"


def body(text: str) -> str:
    """A person's file with a body, which begins on line 6."""
    return f"{HEAD}---\n\n{text}\n"


def link(address: str) -> str:
    return body(f"[x]({address})")


Told = tuple[str, int, int]

FRONT_MATTER: dict[str, tuple[str, Told]] = {
    "a tag that makes an object": (keys("tags: !!python/object:os.system {}"), ("yaml-tag", 4, 7)),
    "a tag that calls a function": (keys("tags: !!python/object/apply:os.system [id]"), ("yaml-tag", 4, 7)),
    "a tag of one's own": (keys("job_title: !evil x"), ("yaml-tag", 4, 12)),
    "an anchor": (keys("job_title: &a x"), ("anchor", 4, 12)),
    "a billion laughs": (
        keys("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"),
        ("anchor", 4, 4),
    ),
    "a merge of what is not there": (keys("<<: *x"), ("anchor", 4, 5)),
    "a merge": (keys("<<: {draft: no}"), ("unknown-key", 4, 1)),
    "depth in one line": (keys("tags: " + "[" * 40 + "]" * 40), ("too-deep", 2, 1)),
    "depth over lines": (
        keys("tags:\n" + "\n".join("  " * n + "- " for n in range(1, 30))),
        ("wrong-type", 6, 5),
    ),
    "a key twice": (keys("gender: nam\ngender: nữ"), ("duplicate-key", 5, 1)),
    "a huge whole number": (
        keys(f"mentoring: {{people: {'9' * 5000}, sources: [bao-a]}}"),
        ("bad-number", 4, 21),
    ),
    "a number of another base": (keys("mentoring: {people: 0x7f, sources: [bao-a]}"), ("bad-number", 4, 21)),
    "a number without end": (keys("mentoring: {people: .inf, sources: [bao-a]}"), ("bad-number", 4, 21)),
    "a list for a key": (keys("? [a, b]\n: c"), ("unknown-key", 4, 3)),
    "a mapping for a name": (keys("job_title: {a: b}"), ("wrong-type", 4, 12)),
    "a control character": (keys('job_title: "a\\u0007b"'), ("odd-character", 4, 12)),
    "an escape sequence of a terminal": (keys('job_title: "\\e[2J"'), ("odd-character", 4, 12)),
    "a zero": (keys('job_title: "a\\0b"'), ("odd-character", 4, 12)),
    "half a character": (keys('job_title: "a\\ud800b"'), ("bad-escape", 4, 14)),
    "a control character as it is": (keys("job_title: a\x07b"), ("odd-character", 4, 13)),
    "an escape sequence in a body": (body("Một\n\nhai \x1b[2J"), ("odd-character", 8, 5)),
    "what no feed may hold": (body("a\ufffeb"), ("odd-character", 6, 2)),
    "a telephone number for a key": (keys("số điện thoại: 0912 345 678"), ("never-publish", 4, 1)),
    "too much front matter": (keys("tags: [" + "a, " * 20_000 + "]"), ("too-large", 1, 1)),
}

ADDRESSES = {
    "a script": SCRIPT,
    "a script in mixed case": "JaVaScRiPt:alert(1)",
    "a script behind a space": f" {SCRIPT}",
    "a script with a tab in it": "java\tscript:alert(1)",
    "a script with a line end in it": "java\nscript:alert(1)",
    "a script behind a control character": f"\x01{SCRIPT}",
    "a script as entities": "&#106;avascript:alert(1)",
    "a script as an escape": "\\x6aavascript:alert(1)",
    "another script": "vbscript:msgbox(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "data in base64": "data:text/html;base64,PHNjcmlwdD4=",
    "a file": "file:///etc/passwd",
    "a blob": "blob:https://a.example/1",
    "the source of a page": "view-source:https://a.example/",
    "a program": "intent://scan/#Intent;scheme=zxing;end",
    "another host without a scheme": "//evil.example/",
    "another host behind backslashes": "\\\\evil.example\\",
    "another host behind mixed slashes": "/\\evil.example",
    "no host": "https:// ",
    "a quote that ends an attribute": 'https://a.example/"onmouseover=alert(1)',
    "an element": "https://a.example/<script>",
}
"""In every field that holds an address, and in the address of the site itself."""

LINKS: dict[str, tuple[str, Told]] = {
    f"{name}": (link(address), ("unsafe-link", 6, column))
    for name, address, column in (
        ("a script", SCRIPT, 5),
        ("a script in mixed case", "JaVaScRiPt:alert(1)", 5),
        ("a script as entities", "&#106;avascript:alert(1)", 5),
        ("a script as entities of entities", "&amp;#106;avascript:alert(1)", 5),
        ("a script with an entity in it", "java&Tab;script:alert(1)", 5),
        ("a script whose colon is an entity", "javascript&colon;alert(1)", 5),
        ("a script between angle brackets", f"<{SCRIPT}>", 6),
        ("data", "data:text/html,x", 5),
        ("another host without a scheme", "//evil.example/", 5),
        ("another host behind backslashes", "\\\\\\\\evil.example", 7),
        ("another host behind mixed slashes", "/\\evil.example", 5),
        ("a file", "file:///etc/passwd", 5),
    )
} | {
    "a reference": (body(f"[x][1]\n\n[1]: {SCRIPT}"), ("unsafe-link", 8, 6)),
    "a link of HTML": (body(f'<a href="{SCRIPT}">x</a>'), ("unsafe-link", 6, 10)),
    "a link of HTML with a line end in it": (
        body('<a href="java\nscript:alert(1)">x</a>'),
        ("unsafe-link", 6, 10),
    ),
    "a link of HTML without quotes": (body(f"<a href={SCRIPT}>x</a>"), ("unsafe-link", 6, 9)),
    "an address between angle brackets": (
        body("<vbscript:msgbox(1)> <javascript:alert(1)>"),
        ("removed-html", 6, 1),
    ),
    "a telephone": (link("tel:0912345678"), ("phone-link", 6, 5)),
    "a picture of another site": (body("![x](https://evil.example/x.png)"), ("missing-file", 6, 6)),
    "a picture of a script": (body(f"![x]({SCRIPT})"), ("missing-file", 6, 6)),
    "a picture above media": (body("![x](../../etc/passwd)"), ("missing-file", 6, 12)),
    "a link out of content": (link("../../../etc/passwd"), ("broken-link", 6, 5)),
    "a script": (body("<script>alert(1)</script>"), ("removed-html", 6, 1)),
    "a picture that acts": (body("a <img src=x onerror=alert(1)>"), ("missing-file", 6, 12)),
    "brackets that are never closed": (body("[" * 500), ("body-too-deep", 6, 101)),
    "quotes in quotes": (body("Một\n\n" + ">" * 500), ("body-too-deep", 8, 1)),
    "rules below each other": (body("---\n" * 5000), ("crowded-lines", 306, 1)),
    "a table of a thousand columns": (
        body("|a" * 999 + "\n" + "|-" * 999 + "\n" + "|\n" * 99),
        ("crowded-table", 6, 1),
    ),
    "a book": (body("Một dòng chữ dài.\n" * 4000), ("body-too-long", 1672, 12)),
}

PATHS = {
    "above": "../../etc/passwd",
    "above with backslashes": "..\\..\\win.ini",
    "above in the middle": "a/../../b.jpg",
    "a whole path": "/etc/passwd",
    "a drive": "C:/Windows/win.ini",
    "a drive with backslashes": "C:\\Windows\\win.ini",
    "a share": "\\\\evil.example\\share\\a.jpg",
    "a share with slashes": "//evil.example/share/a.jpg",
    "a stream": "a.jpg:evil.exe",
    "a device": "CON",
    "a device with an ending": "nul.jpg",
    "a device in a folder": "anh/Com1.jpg",
    "a device with a raised number": "lpt¹.jpg",
    "a dot at the end": "a.jpg.",
    "a space at the end of a folder": "anh /a.jpg",
    "dots": "...",
    "the folder itself": ".",
    "three hundred letters": "a" * 300,
    "a long name below a folder": f"anh/{'a' * 150}.jpg",
    "a question": "a?.jpg",
    "a pipe": "a|b.jpg",
    "a script": SCRIPT,
}
"""In every field that holds a path: of a picture, of a former address."""

IDS: dict[str, tuple[str, Told]] = {
    "people/con.md": (body("x"), ("unportable-id", 2, 1)),
    "people/nul.md": (body("x"), ("unportable-id", 2, 1)),
    "people/com1.yaml": ("name: A\nsummary: b\n", ("unportable-id", 1, 1)),
    f"people/{'a' * 130}.md": (body("x"), ("unportable-id", 2, 1)),
    "people/Hoa Mai.md": (body("x"), ("bad-id", 2, 1)),
    "people/a\\b.md": (body("x"), ("bad-id", 2, 1)),
    "people/a..b.md": (body("x"), ("bad-id", 2, 1)),
    "people/a:b.md": (body("x"), ("bad-id", 2, 1)),
    "people/a\x1b[2J.md": (body("x"), ("bad-id", 2, 1)),
    "people/ẩn.md": (body("x"), ("bad-id", 2, 1)),
    "data/awards.yaml": (
        "- {id: ../../x, name: A}\n- {id: aux, name: B}\n- {id: /etc/passwd, name: C}\n- {id: 'a b', name: D}\n"
        f"- {{id: {'a' * 300}, name: E}}\n- {{id: 'C:x', name: F}}\n- {{id: .., name: G}}\n- {{id: A, name: H}}\n",
        ("bad-id", 1, 3),
    ),
    "khac/a.md": (body("x"), ("unknown-folder", 1, 1)),
    "media.md": ("x", ("unknown-folder", 1, 1)),
    "people/a.exe": ("MZ", ("unused-file", 1, 1)),
    "people/b.md": ("MZ\0\0", ("binary-file", 1, 1)),
}


def files() -> dict[str, tuple[str, Told]]:
    """Every file with what is said of it, by its path."""
    found = dict(IDS)
    tables = {"khai": FRONT_MATTER, "bai": LINKS}
    for name, table in tables.items():
        found |= {f"people/{name}-{n}.md": each for n, each in enumerate(table.values())}
    for n, path in enumerate(PATHS.values()):
        quoted = "'" + path + "'"
        found[f"people/anh-{n}.md"] = (
            keys(f"image: {{file: {quoted}, alt: a, credit: b}}"),
            ("bad-path", 4, 15),
        )
        if path != "/etc/passwd":  # which is an address of this site like any other
            found[f"people/cu-{n}.md"] = (keys(f"aliases: [{quoted}]"), ("bad-path", 4, 11))
    for n, address in enumerate(ADDRESSES.values()):
        written = address.replace("\\", "\\\\").replace('"', '\\"')
        written = written.replace("\t", "\\t").replace("\n", "\\n").replace("\x01", "\\x01")
        code = "odd-character" if "\x01" in address else "bad-url"
        found[f"data/sources/web-{n}.yaml"] = (f'title: A\npublisher: B\nurl: "{written}"\n', (code, 3, 6))
    return found


FILES = files()
NAMES = {path: path for path in FILES}


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What is said of each file, by its path."""
    root = tmp_path_factory.mktemp("gui-den")
    showcase = showcases.make(root)
    for path, (text, _) in FILES.items():
        target = root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogatepass"))
    memory = Memory(root / "memory.sqlite")
    loaded = Loader(showcase.root / "content", memory, b"engine").load(showcases.TODAY)
    memory.close()
    found: dict[str, list[Problem]] = {path: [] for path in FILES}
    for problem in loaded.problems:
        assert problem.location, problem
        found.setdefault(problem.location.file.removeprefix("content/"), []).append(problem)
    return found


@pytest.mark.parametrize("path", FILES, ids=[path[:60].encode("unicode_escape").decode() for path in FILES])
def test_it_is_told_at_its_place(path: str, problems: dict[str, list[Problem]]) -> None:
    told = [(each.code, *each.location[1:3]) for each in problems[path] if each.location]
    assert FILES[path][1] in told, FILES[path][0][:300]


def test_nothing_that_was_sent_in_is_taken_without_a_word(problems: dict[str, list[Problem]]) -> None:
    warned = {"removed-html", "unused-file"}
    for path, found in problems.items():
        assert has_errors(found) or warned & {each.code for each in found}, path


def test_what_was_right_beside_them_stays_right(problems: dict[str, list[Problem]]) -> None:
    assert not {path for path in problems if path not in FILES and path in showcases.FILES}


def test_of_every_entry_of_a_list_its_own_is_told(problems: dict[str, list[Problem]]) -> None:
    told = {each.location.line: each.code for each in problems["data/awards.yaml"] if each.location}
    assert told == dict.fromkeys((1, 3, 4, 6, 7, 8), "bad-id") | dict.fromkeys((2, 5), "unportable-id")


def test_a_link_of_the_file_system_is_no_file(tmp_path: Path) -> None:
    """Neither a file nor a folder nor a picture: what it leads to is nobody's content."""
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "la.md").write_text(showcases.person("Lạ"), encoding="utf-8")
    showcase = showcases.make(tmp_path / "trang")
    content = showcase.root / "content"
    (content / "people" / "la.md").symlink_to(tmp_path / "ngoai" / "la.md")
    (content / "stories" / "ngoai").symlink_to(tmp_path / "ngoai")
    (content / "media").symlink_to(tmp_path / "ngoai")
    showcase.replace(
        "people/hoa.md", "sector: dien\n", "sector: dien\nimage: {file: la.md, alt: a, credit: b}\n"
    )
    memory = Memory(tmp_path / "memory.sqlite")
    loaded = Loader(content, memory, b"engine").load(showcases.TODAY)
    memory.close()
    assert [each.code for each in loaded.problems] == ["missing-file"]
    assert loaded.files == len(showcases.FILES)
