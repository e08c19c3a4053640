"""Whatever is edited, in whatever order: building on what is remembered gives the same bytes as building afresh."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import showcases
from tests.showcases import Showcase, person
from vinhdanh.render import theme

Edit = Callable[[Showcase], None]

NAMES = ("Hoàng Văn An", "Đặng Thị Ánh", "Ê Ban", "Ngô Ấn")


def _write(path: str, text: str) -> Edit:
    return lambda showcase: showcase.write(path, text)


def _remove(path: str) -> Edit:
    def edit(showcase: Showcase) -> None:
        (showcase.root / "content" / path).unlink(missing_ok=True)

    return edit


def _touch(path: str) -> Edit:
    def edit(showcase: Showcase) -> None:
        target = showcase.root / "content" / path
        if target.exists():
            target.touch()

    return edit


def _template(name: str, old: str, new: str) -> Edit:
    def edit(showcase: Showcase) -> None:
        target = showcase.root / "templates" / name
        target.write_text(target.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return edit


def _output(path: str, data: bytes | None) -> Edit:
    """Somebody meddles with the output folder itself."""

    def edit(showcase: Showcase) -> None:
        target = showcase.root / "site" / path
        if data is None:
            target.unlink(missing_ok=True)
        elif target.parent.is_dir():
            target.write_bytes(data)

    return edit


PATHS = sorted(showcases.FILES)
EDITS: dict[str, Edit] = {
    **{f"restore {path}": _write(path, showcases.FILES[path]) for path in PATHS},
    **{f"remove {path}": _remove(path) for path in PATHS if not path.startswith(("site", "data"))},
    **{f"touch {path}": _touch(path) for path in PATHS},
    **{f"add {name}": _write(f"people/them-{n}.md", person(name)) for n, name in enumerate(NAMES)},
    **{f"add initiative {n}": _write(f"initiatives/them-{n}.md", f"---\ntitle: Việc {n}\nauthors: [hoa]\nfirst_applied: {2000 + n}\n---\n") for n in range(6)},
    "rename a person": _write("people/son.md", person("Trương Thái An", "affiliations: [dien-luc]")),
    "another body": _write("people/son.md", person("Trương Thái Sơn", "affiliations: [dien-luc]", body="Chữ khác.[@bao-b]")),
    "withdraw a person": _write("people/son.md", person("Trương Thái Sơn").replace("public_record", "consent")),
    "make a draft": _write("people/mai.md", person("Lê Thị Mai", "draft: có")),
    "an alias": _write("people/mai.md", person("Lê Thị Mai", "aliases: [nguoi/mai-cu]")),
    "revoke an honour": _write("people/hoa.md", person("Nguyễn Thị Hoa", "honours: [{award: giai-a, state: thu hồi}]")),
    "another date": _write("events/toa-dam.md", showcases.FILES["events/toa-dam.md"].replace("2023-10-07", "2022-01-07")),
    "break a file": _write("people/mai.md", "---\nname: Mai: hỏng\n---\n"),
    "break the settings": _write("site.yaml", "nam: Thử\n"),
    "another name of the site": _write("site.yaml", showcases.FILES["site.yaml"].replace("name: Thử", "name: Khác")),
    "edit a template": _template("person.html", "{% block sections %}", "{% block sections %}<!-- a -->"),
    "edit a macro": _template("parts/sources.html", "{# refs(", "{# refs ("),
    "edit a style sheet": _template("assets/print.css", "@layer", "/* a */@layer"),
    "edit a word": _template("strings/vi.yaml", "sources: Nguồn", "sources: Các nguồn"),
    "lose a page": _output("nguoi/hoa/index.html", None),
    "damage a page": _output("nguoi/hoa/index.html", b"x"),
    "a foreign file": _output("nguoi/hoa/rieng.txt", b"mine"),
}  # fmt: skip


def _foreign(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.endswith("rieng.txt")}


@settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, print_blob=True
)  # fmt: skip
@given(st.lists(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3), min_size=1, max_size=6))
def test_random_edits_incremental_equals_clean(rounds: list[list[str]]) -> None:
    """A round that leaves content broken must leave the site as it was; any other must equal a clean build."""
    with tempfile.TemporaryDirectory() as folder:
        showcase = showcases.make(Path(folder) / "bộ sưu tập")
        shutil.copytree(theme.folder_of(Path(folder)), showcase.root / "templates")
        assert showcase.build().published
        for names in rounds:
            for name in names:
                EDITS[name](showcase)
            before = showcase.site()
            warm = showcase.build()
            fresh = Showcase(Path(folder) / "afresh")
            shutil.rmtree(fresh.root, ignore_errors=True)
            shutil.copytree(showcase.root, fresh.root, ignore=shutil.ignore_patterns("site", ".vinhdanh"))
            clean = fresh.build()
            assert warm.published == clean.published, (warm.problems, clean.problems)
            assert warm.problems == clean.problems
            if clean.published:
                assert _foreign(showcase.site()) == _foreign(fresh.site())
            else:
                assert showcase.site() == before
