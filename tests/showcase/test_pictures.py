"""A photograph from the content folder to the page: re-made, addressed by its content, withheld with its people."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests import photographs, showcases
from tests.showcases import Showcase, person
from vinhdanh.content.domain_types import Focus
from vinhdanh.content.media import Picture
from vinhdanh.render.imaging import jobs as develop_job
from vinhdanh.showcase.pictures import COVER, THUMB, WHOLE, Box, box_of, sizes_of

HOA = "image: {file: chi/hoa.jpg, alt: Chị Hoa bên máy, credit: Báo A"
BASIS = ", people: [hoa], basis: {kind: public_record, sources: [bao-a]}}"


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    made = showcases.make(tmp_path / "trang")
    photograph(made, "red")
    made.write(
        "people/hoa.md",
        person("Nguyễn Thị Hoa", HOA + BASIS, body="Chị.\n\n![Chị Hoa cười](media/chi/hoa.jpg)"),
    )
    return made


def photograph(showcase: Showcase, colour: str) -> None:
    target = showcase.root / "content/media/chi/hoa.jpg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(photographs.photograph((2000, 1000), colour, orientation=1))


def published(showcase: Showcase) -> list[str]:
    return sorted(path for path in showcase.site() if path.startswith("anh/"))


def test_a_photograph_is_published_without_what_the_camera_wrote(showcase: Showcase) -> None:
    assert showcase.build().published
    site = showcase.site()
    for path in published(showcase):
        with Image.open(io.BytesIO(site[path])) as picture:
            assert dict(picture.getexif()) == {}
            assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
    assert not [name for name, data in site.items() if photographs.SECRET.encode() in data]
    assert not [name for name, data in site.items() if name.startswith("anh/") and b"GPS" in data]


def test_a_page_offers_every_size_and_format(showcase: Showcase) -> None:
    showcase.build()
    page = showcase.site()["nguoi/hoa/index.html"].decode().replace("\u00a0", " ")
    heads = re.findall(r"<picture>.*?</picture>", page, re.DOTALL)
    assert len(heads) == 2
    assert [("loading" in head, "Chị Hoa" in head) for head in heads] == [(False, True), (True, True)]
    for head in heads:
        assert re.findall(r'type="([^"]*)"', head) == ["image/avif", "image/webp", "image/jpeg"]
        assert re.findall(r" (\d+)w", head) == ["480", "960", "1600"] * 3
        assert 'width="1600" height="800"' in head
        assert head.count("sizes=") == 3
        assert set(re.findall(r"/(anh/[^ \"]+)", head)) <= set(published(showcase))
    assert "Ảnh: Báo A" in page


def test_lists_show_a_crop_about_the_focus(showcase: Showcase) -> None:
    showcase.build()
    before = {path for path in published(showcase) if "-128." in path}
    assert any(f'src="/{path}"' in showcase.site()["nguoi/index.html"].decode() for path in before)
    showcase.replace("people/hoa.md", "credit: Báo A", "credit: Báo A, focus: 90% 40%")
    outcome = showcase.build()
    assert "/nguoi/" in outcome.reasons
    assert {path for path in published(showcase) if "-128." in path}.isdisjoint(before)


def test_no_picture_is_made_twice_even_when_the_site_is_gone(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    showcase.build()
    before = showcase.site()
    shutil.rmtree(showcase.root / "site")
    monkeypatch.setattr(develop_job, "develop", lambda *_: pytest.fail("made twice"))
    showcase.build()
    assert showcase.site() == before


def test_another_picture_under_the_same_name_gets_another_address(showcase: Showcase) -> None:
    showcase.build()
    before = published(showcase)
    photograph(showcase, "navy")
    outcome = showcase.build()
    assert set(published(showcase)).isdisjoint(before)
    assert len(published(showcase)) == len(before)
    assert "/nguoi/hoa/" in outcome.reasons


def test_a_picture_is_made_once(showcase: Showcase) -> None:
    showcase.build()
    showcase.replace("people/hoa.md", "Chị.", "Chị ấy.")
    pages = [url for url in showcase.build().reasons if not url.startswith("/search/")]
    assert pages == ["/nguoi/hoa/"]


@pytest.mark.parametrize(
    "basis",
    [
        ", people: [hoa]}",
        ", people: [hoa], basis: consent}",
        ", people: [son], basis: {kind: public_record, sources: [bao-a]}}",
    ],
    ids=["no basis", "a basis that is not accepted", "somebody who is withheld"],
)
def test_a_picture_of_people_without_a_good_basis_is_withheld(showcase: Showcase, basis: str) -> None:
    showcase.write("people/hoa.md", person("Nguyễn Thị Hoa", HOA + basis))
    showcase.write("people/son.md", person("Trương Thái Sơn").replace("public_record", "consent"))
    outcome = showcase.build()
    assert "withheld-picture" in [problem.code for problem in outcome.problems]
    assert published(showcase) == []


def in_text(*more: str) -> str:
    """Hoa's file with the picture in the text alone, declared with `more`."""
    declared = (
        f"pictures:\n  - {{file: chi/hoa.jpg, alt: Bên máy, credit: Báo A, caption: Ca sáng{''.join(more)}}}"
    )
    return person(
        "Nguyễn Thị Hoa", declared, body="Chị.\n![](media/chi/hoa.jpg)\nHết. ![Chị cười](chi/hoa.jpg)"
    )


def test_a_picture_in_a_text_says_who_took_it_and_what_it_shows(showcase: Showcase) -> None:
    showcase.write("people/hoa.md", in_text())
    assert showcase.build().problems == ()
    page = showcase.site()["nguoi/hoa/index.html"].decode()
    figures = re.findall(r'<figure class="plate">(.*?)</figure>', page, re.DOTALL)
    assert [re.findall(r'alt="([^"]*)"', figure) for figure in figures] == [["Bên máy"], ["Chị cười"]]
    assert [re.findall(r"<figcaption>(.*)</figcaption>", figure) for figure in figures] == [
        ["Ca sáng · Ảnh: Báo A"]
    ] * 2


def test_a_picture_in_a_translated_text_has_the_words_of_the_translation(showcase: Showcase) -> None:
    showcase.write("people/hoa.md", in_text())
    twin = "pictures:\n  - {file: chi/hoa.jpg, alt: At work, credit: Báo A, caption: Morning}"
    showcase.write("people/hoa.en.md", f"---\n{twin}\n---\n\nShe.\n\n![](chi/hoa.jpg)\n")
    assert showcase.build().problems == ()
    page = showcase.site()["en/people/hoa/index.html"].decode()
    assert re.findall(r'alt="(At work)"', page)
    assert "<figcaption>Morning · Photograph: Báo A</figcaption>" in page.replace("\u00a0", " ")
    showcase.write("people/hoa.en.md", "---\nsummary: She.\n---\n\nShe.\n\n![](chi/hoa.jpg)\n")
    showcase.build()
    assert '<span lang="vi">Ca sáng</span> · Photo' in showcase.site()["en/people/hoa/index.html"].decode()


def test_a_picture_within_a_line_keeps_its_credit(showcase: Showcase) -> None:
    showcase.write("people/hoa.md", in_text().replace("Chị.\n!", "- Chị. !"))
    showcase.build()
    page = showcase.site()["nguoi/hoa/index.html"].decode()
    assert "</picture> <small>Ca sáng · Ảnh: Báo A</small>" in page


@pytest.mark.parametrize("basis", [", people: [hoa]", ", people: [hoa], basis: consent"])
def test_a_picture_in_a_text_without_a_good_basis_leaves_nothing_behind(
    showcase: Showcase, basis: str
) -> None:
    showcase.write("people/hoa.md", in_text(basis))
    outcome = showcase.build()
    assert [problem.code for problem in outcome.problems] == ["withheld-picture"]
    assert published(showcase) == []
    page = showcase.site()["nguoi/hoa/index.html"].decode()
    assert not [word for word in ("plate", "Ca sáng", "Bên máy", "Chị cười") if word in page]


def test_a_picture_that_is_withheld_at_the_head_is_withheld_in_the_text(showcase: Showcase) -> None:
    text = "Chị.\n\n![](chi/hoa.jpg)"
    second = "pictures: [{file: chi/hoa.jpg, alt: Bên máy, credit: Báo A}]"
    showcase.write("people/hoa.md", person("Nguyễn Thị Hoa", f"{HOA}, people: [hoa]}}", second, body=text))
    assert [problem.code for problem in showcase.build().problems] == ["withheld-picture"]
    assert published(showcase) == []


def test_a_picture_that_nobody_public_uses_is_not_published(showcase: Showcase) -> None:
    showcase.write("people/hoa.md", person("Nguyễn Thị Hoa", HOA + BASIS, "draft: có"))
    showcase.build()
    assert published(showcase) == []


def test_a_truncated_picture_is_a_problem_at_its_place(showcase: Showcase) -> None:
    target = showcase.root / "content/media/chi/hoa.jpg"
    target.write_bytes(target.read_bytes()[:3000])
    problem = next(p for p in showcase.build().problems if p.code == "picture-unreadable")
    assert problem.location is not None
    assert (problem.location.file, problem.location.line) == ("content/people/hoa.md", 6)


@pytest.mark.parametrize(
    ("size", "ratio", "focus", "box"),
    [
        ((2000, 1000), None, (50, 50), (0, 0, 2000, 1000)),
        ((2000, 1000), (1, 1), (50, 50), (500, 0, 1000, 1000)),
        ((2000, 1000), (1, 1), (0, 0), (0, 0, 1000, 1000)),
        ((2000, 1000), (1, 1), (100, 100), (1000, 0, 1000, 1000)),
        ((1000, 2000), (8, 5), (50, 38), (0, 448, 1000, 625)),
        ((1, 4000), (8, 5), (50, 50), (0, 2000, 1, 1)),
    ],
)
def test_a_crop_is_as_large_as_it_can_be_about_the_focus(
    size: tuple[int, int], ratio: tuple[int, int] | None, focus: tuple[int, int], box: tuple[int, ...]
) -> None:
    assert box_of(Picture("", *size, None), ratio, Focus(*focus)) == box


@pytest.mark.parametrize(
    ("size", "widths", "sizes"),
    [
        ((4000, 3000), WHOLE.widths, [(480, 360), (960, 720), (1600, 1200)]),
        ((1000, 1000), WHOLE.widths, [(480, 480), (1000, 1000)]),
        ((300, 200), WHOLE.widths, [(300, 200)]),
        ((1000, 20000), WHOLE.widths, [(400, 8000)]),
        ((1, 60000), WHOLE.widths, [(1, 8000)]),
        ((2000, 1250), COVER.widths, [(320, 200), (640, 400), (1280, 800)]),
        ((500, 500), THUMB.widths, [(128, 128)]),
    ],
)
def test_a_picture_is_published_in_fitting_sizes_and_never_made_larger(
    size: tuple[int, int], widths: tuple[int, ...], sizes: list[tuple[int, int]]
) -> None:
    assert sizes_of(Box(0, 0, *size), widths) == sizes
