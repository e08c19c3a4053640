"""A photograph from the content folder to the page: re-made, addressed by its content, withheld with its people."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests import showcases
from tests.showcases import Showcase, person

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
    exif = Image.Exif()
    exif[0x010E] = "BI MAT"
    Image.new("RGB", (2000, 1000), colour).save(target, exif=exif)


def published(showcase: Showcase) -> list[str]:
    return sorted(path for path in showcase.site() if path.startswith("anh/"))


def test_a_photograph_is_published_without_what_the_camera_wrote(showcase: Showcase) -> None:
    assert showcase.build().published
    (path,) = published(showcase)
    data = showcase.site()[path]
    page = showcase.site()["nguoi/hoa/index.html"].decode().replace("\u00a0", " ")
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (1600, 800)
    assert not [name for name, data in showcase.site().items() if b"BI MAT" in data]
    assert page.count(f'src="/{path}"') == 2
    assert 'width="1600" height="800" alt="Chị Hoa bên máy"' in page
    assert "Ảnh: Báo A" in page


def test_another_picture_under_the_same_name_gets_another_address(showcase: Showcase) -> None:
    showcase.build()
    before = published(showcase)
    photograph(showcase, "navy")
    outcome = showcase.build()
    assert published(showcase) != before
    assert len(published(showcase)) == 1
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
