"""Sheets: parts in drawing order, as few elements as that allows."""

from __future__ import annotations

import pytest

from vinhdanh.showcase.drawings.geometry import Path, Point
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet, Size, number

A, B = Path().segment((0, 0), (1, 1)), Path().segment((2, 2), (3, 3))


def markup(sheet: Sheet) -> str:
    return "".join(part.markup for part in sheet.parts())


def test_neighbours_of_one_layer_become_one_element() -> None:
    sheet = Sheet(Size.CARD)
    for layer, path in ((Layer.INK, A), (Layer.INK, B), (Layer.FINE, A), (Layer.INK, A)):
        sheet.put(layer, path)
    assert markup(sheet) == (
        '<path class="i" d="M0 0l1 1M2 2l1 1"/><path class="l" d="M0 0l1 1"/><path class="i" d="M0 0l1 1"/>'
    )


@pytest.mark.parametrize(
    "layer", [Layer.SOLID, Layer.SOLID_ACCENT, Layer.WASHED, Layer.TINTED, Layer.BLANK, Layer.WASH]
)
def test_what_hides_or_tints_stays_by_itself(layer: Layer) -> None:
    sheet = Sheet(Size.CARD)
    sheet.put(layer, A)
    sheet.put(layer, B)
    assert markup(sheet).count("<path") == 2


def test_an_empty_path_leaves_no_trace() -> None:
    sheet = Sheet(Size.CARD)
    sheet.put(Layer.INK, Path())
    assert sheet.parts() == ()


def test_bands_draw_one_line_several_times() -> None:
    sheet = Sheet(Size.CARD)
    sheet.bands(A, [Band(Layer.INK, 9), Band(Layer.GROUND, 7.5, (1, 2.25), down=3)], rounded=True)
    assert markup(sheet) == (
        '<defs><g id="p1"><path d="M0 0l1 1"/></g></defs><g stroke-linecap="round">'
        '<use href="#p1" class="i" style="stroke-width:9"/>'
        '<use href="#p1" y="3" class="b" style="stroke-width:7.5;stroke-dasharray:1 2.25"/></g>'
    )


def test_shapes_are_defined_once_and_used_by_name() -> None:
    sheet = Sheet(Size.CARD)
    first = sheet.define(A)
    sheet.use(Layer.SOLID, sheet.define(first, B))
    assert markup(sheet) == (
        '<defs><g id="p1"><path d="M0 0l1 1"/></g></defs>'
        '<defs><g id="p2"><use href="#p1"/><path d="M2 2l1 1"/></g></defs><use href="#p2" class="s"/>'
    )


def test_copies_are_turned_about_their_place() -> None:
    sheet = Sheet(Size.CARD)
    sheet.copies([(Layer.INK, A), (Layer.WASH, B)], Point(5, 6.5), [0, 90])
    assert markup(sheet) == (
        '<defs><g id="p1"><path class="i" d="M0 0l1 1"/><path class="w" d="M2 2l1 1"/></g></defs>'
        '<g transform="translate(5 6.5)"><use href="#p1"/><use href="#p1" transform="rotate(90)"/></g>'
    )


def test_parts_name_the_layers_they_need() -> None:
    sheet = Sheet(Size.CARD)
    sheet.put(Layer.INK, A)
    sheet.bands(B, [Band(Layer.FAINT, 2), Band(Layer.GROUND, 1)])
    assert [set(part.layers) for part in sheet.parts()] == [{Layer.INK}, set(), {Layer.FAINT, Layer.GROUND}]


@pytest.mark.parametrize(
    ("size", "three", "two"),
    [(Size.THUMB, "thumb", "thumb"), (Size.CARD, "card", "card"), (Size.SHARE, "share", "card")],
)
def test_detail_goes_by_size(size: Size, three: str, two: str) -> None:
    sheet = Sheet(size)
    assert (sheet.sized("thumb", "card", "share"), sheet.sized("thumb", "card")) == (three, two)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-0.001, "0"), (2.0, "2"), (2.5, "2.5"), (2.456, "2.46"), (120.0, "120")]
)
def test_numbers_have_no_idle_zeros(value: float, text: str) -> None:
    assert number(value) == text
