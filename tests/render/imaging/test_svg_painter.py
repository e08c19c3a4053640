"""Drawings as pixels: every motif, and each thing that an SVG of ours may hold."""

from __future__ import annotations

import pytest
from PIL import Image

from vinhdanh.render.imaging.svg_painter import paint
from vinhdanh.showcase.drawings import Drawing, Motif, Size, draw

STYLE = "svg{--g:#ffffff;--a:#ff0000;fill:none;stroke-width:2}.f{fill:var(--a)}.s{stroke:var(--a)}.w{fill:var(--a);fill-opacity:.5}"


def painted(body: str, style: str = STYLE) -> Image.Image:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<style>{style}.p{{fill:#ffffff}}</style><path class="p" d="M0 0h40v40h-40z"/>{body}</svg>'
    )
    return paint(svg, (0, 0, 40, 40), (40, 40))


def red(picture: Image.Image, *places: tuple[int, int]) -> list[int]:
    """How red each place is, from 0 to 255."""
    return [255 - picture.getpixel(place)[1] for place in places]


@pytest.mark.parametrize("motif", Motif)
def test_every_motif_can_be_painted(motif: Motif) -> None:
    svg = draw(Drawing("person/a", motif, Size.CARD, "Ấn", 5))
    picture = paint(svg, (350, 0, 580, 800), (58, 80))
    assert picture.size == (58, 80)
    assert len(picture.getcolors(maxcolors=58 * 80) or []) > 20


def test_the_same_drawing_gives_the_same_pixels() -> None:
    svg = draw(Drawing("person/a", Motif.GEARS, Size.CARD, "Sơn"))
    first, second = (paint(svg, (0, 0, 1280, 800), (160, 100)).tobytes() for _ in range(2))
    assert first == second


def test_a_figure_inside_another_is_a_hole() -> None:
    picture = painted('<path class="f" d="M5 5h30v30h-30zM15 15h10v10h-10z"/>')
    assert red(picture, (10, 10), (20, 20), (30, 30), (2, 2), (20, 8)) == [255, 0, 255, 0, 255]


def test_opacity_lets_through_what_lies_below() -> None:
    assert red(painted('<path class="w" d="M5 5h30v30h-30z"/>'), (20, 20), (2, 2)) == [128, 0]


def test_a_line_has_its_width_and_its_dashes() -> None:
    style = STYLE + ".d{stroke:var(--a);stroke-dasharray:10 10;stroke-width:4}"
    picture = painted('<path class="d" d="M0 20h40"/>', style)
    assert red(picture, (5, 20), (15, 20), (25, 20), (35, 20), (5, 24)) == [255, 0, 255, 0, 0]


def test_corners_of_broad_lines_have_no_gaps() -> None:
    style = STYLE + ".b{stroke:var(--a);stroke-width:12}"
    picture = painted('<path class="b" d="M10 10h20v20h-20z"/>', style)
    assert min(red(picture, (7, 7), (32, 7), (7, 32), (32, 32))) > 200


def test_what_is_defined_is_drawn_where_it_is_used() -> None:
    body = '<defs><g id="q"><path d="M0 0h8v8h-8z"/></g></defs><g transform="translate(20 10)rotate(90)"><use href="#q" class="f" y="4"/></g>'
    assert red(painted(body), (12, 14), (20, 14), (4, 4)) == [255, 0, 0]


def test_a_clip_keeps_what_is_inside() -> None:
    body = (
        '<defs><path id="m" d="M0 0h20v40h-20z"/><clipPath id="c"><use href="#m"/></clipPath></defs>'
        '<g clip-path="url(#c)"><path class="f" d="M0 10h40v10h-40z"/></g>'
    )
    assert red(painted(body), (10, 15), (30, 15), (10, 30)) == [255, 0, 0]


def test_the_colours_of_the_night_are_passed_over() -> None:
    style = "svg{--a:#ff0000}@media(prefers-color-scheme:dark){svg{--a:#0000ff}}.f{fill:var(--a)}"
    assert painted('<path class="f" d="M0 0h40v40h-40z"/>', style).getpixel((20, 20)) == (255, 0, 0)


def test_what_it_does_not_know_is_not_left_out_silently() -> None:
    with pytest.raises(ValueError, match="circle"):
        painted('<circle cx="5" cy="5" r="3"/>')
