"""Drawings as files: small, whole, self-contained, the same every time, and every motif through many seeds."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.showcase.drawings.tracing import trace
from tests.tools import ROOT
from vinhdanh.showcase.drawings import Drawing, Hue, Motif, Size, draw
from vinhdanh.showcase.drawings.letters import OUTLINES
from vinhdanh.showcase.drawings.motifs import HUES, PAINTERS, TRADES
from vinhdanh.showcase.drawings.palette import HUES as SHADES
from vinhdanh.showcase.drawings.sheet import MEASURES

SVG = "{http://www.w3.org/2000/svg}"
SEEDS = [f"person/{number}" for number in range(250)]
FEW_SEEDS = SEEDS[:60]
LARGEST = {Size.THUMB: 2500, Size.CARD: 6000, Size.SHARE: 6000}
LONGEST_LETTER = max(OUTLINES, key=lambda letter: len(OUTLINES[letter].path))
ELEMENTS = {"svg", "style", "defs", "clipPath", "g", "path", "use"}

motifs = pytest.mark.parametrize("motif", list(Motif))
sizes = pytest.mark.parametrize("size", list(Size))


def parsed(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(draw(drawing))


def elements(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return root.iter(f"{SVG}{name}")


def tokens(text: str) -> Counter[str]:
    """The pieces that two files can have in common."""
    return Counter(re.findall(r"[a-z]?-?\d+", text))


@pytest.fixture(scope="module", params=[(motif, size) for motif in Motif for size in Size], ids="-".join)
def album(request: pytest.FixtureRequest) -> tuple[Size, list[str]]:
    """The drawings of many records with one motif, each with the letter that takes the most bytes."""
    motif, size = request.param
    seeds = FEW_SEEDS if size is Size.SHARE else SEEDS
    return size, [draw(Drawing(seed, motif, size, LONGEST_LETTER)) for seed in seeds]


def test_files_are_small(album: tuple[Size, list[str]]) -> None:
    size, texts = album
    assert max(len(text.encode()) for text in texts) < LARGEST[size]


def test_siblings_are_never_twins(album: tuple[Size, list[str]]) -> None:
    _, texts = album
    assert len(set(texts)) == len(texts)


def test_every_class_has_its_rule_and_every_rule_its_use(album: tuple[Size, list[str]]) -> None:
    _, texts = album
    for text in texts[:20]:
        root = ElementTree.fromstring(text)
        style = next(elements(root, "style")).text or ""
        used = {element.get("class") for element in root.iter() if element.get("class")}
        assert set(re.findall(r"\.([a-z])\{", style)) == used
        assert set(re.findall(r"var\(--([a-z])\)", style)) <= set(re.findall(r"--([a-z]):", style))


@pytest.mark.parametrize("motif", [Motif.DRUM, Motif.MILESTONES])
@sizes
def test_files_are_small_whatever_they_count(motif: Motif, size: Size) -> None:
    for marks in range(1, 20):
        assert len(draw(Drawing("event/a", motif, size, marks=marks)).encode()) < LARGEST[size]


@motifs
@sizes
@settings(max_examples=12, deadline=None)
@given(
    seed=st.text(max_size=40), monogram=st.sampled_from([None, "Đ", "Q"]), hue=st.sampled_from([None, *Hue])
)
def test_files_stand_alone(
    motif: Motif, size: Size, seed: str, monogram: str | None, hue: Hue | None
) -> None:
    text = draw(Drawing(seed, motif, size, monogram, hue=hue))
    root = ElementTree.fromstring(text)
    names = {element.get("id") for element in root.iter() if element.get("id")}
    links = {element.get("href") for element in root.iter() if element.get("href")}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    assert len(names) == sum("id" in element.attrib for element in root.iter())
    assert links == {f"#{name}" for name in names if name not in ("c", "d")} | (
        {"#d"} if "d" in names else set()
    )
    assert not re.search(r"https?:(?!//www\.w3\.org/2000/svg\")|url\((?!#c\))|@import|nan|inf\b|None", text)


@motifs
@sizes
@settings(max_examples=12, deadline=None)
@given(seed=st.text(max_size=40))
def test_lines_stay_near_the_sheet(motif: Motif, size: Size, seed: str) -> None:
    measure = MEASURES[size]
    width, height = measure.width * measure.units, measure.height * measure.units
    root = parsed(Drawing(seed, motif, size))
    assert root.get("viewBox") == f"0 0 {width} {height}"
    assert (root.get("width"), root.get("height")) == (str(measure.width), str(measure.height))
    for path in elements(root, "path"):
        for x, y in trace(path.get("d", "")):
            assert -2 * width < x < 3 * width
            assert -2 * height < y < 3 * height


@motifs
def test_the_same_record_has_the_same_picture(motif: Motif) -> None:
    for size in Size:
        drawing = Drawing("person/truong-thai-son", motif, size, "Sơn", marks=7)
        assert draw(drawing) == draw(drawing)


def test_no_order_of_sets_shows_in_the_bytes() -> None:
    code = (
        "from vinhdanh.showcase.drawings import *\n"
        "for motif in Motif:\n"
        "    for size in Size:\n"
        "        print(draw(Drawing('person/an', motif, size, 'N')))"
    )
    digests = {
        hashlib.sha256(
            subprocess.run(
                [sys.executable, "-c", code],
                cwd=ROOT,
                env={"PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
        ).hexdigest()
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@motifs
def test_siblings_are_not_just_nearly_twins(motif: Motif) -> None:
    for a, b in pairwise(SEEDS[:20]):
        first, second = (tokens(draw(Drawing(seed, motif, Size.CARD))) for seed in (a, b))
        assert (first & second).total() < 0.92 * max(first.total(), second.total())


@motifs
@sizes
def test_only_trades_are_engraved_and_no_thumb_is(motif: Motif, size: Size) -> None:
    plain, engraved = draw(Drawing("a", motif, size)), draw(Drawing("a", motif, size, "Đức"))
    expected = motif in TRADES and size is not Size.THUMB
    assert (OUTLINES["Đ"].path in engraved) == expected
    assert (plain != engraved) == expected


def test_a_name_without_a_letter_is_left_out() -> None:
    assert draw(Drawing("a", Motif.GEARS, Size.CARD, "7")) == draw(Drawing("a", Motif.GEARS, Size.CARD))


@pytest.mark.parametrize("hue", list(Hue))
def test_the_hue_is_there_by_day_and_by_night(hue: Hue) -> None:
    text = draw(Drawing("a", Motif.BUILDING, Size.CARD, hue=hue))
    light, dark = text.split("@media(prefers-color-scheme:dark)")
    assert f"--a:#{SHADES[hue].light}" in light
    assert f"--a:#{SHADES[hue].dark}" in dark


def test_every_motif_has_a_painter_and_a_hue_of_its_own() -> None:
    assert set(PAINTERS) == set(HUES) == set(Motif)
    assert {motif for motif, hue in HUES.items() if hue is Hue.RED} == {Motif.DRUM}
    assert {motif for motif, hue in HUES.items() if hue is Hue.GOLD} == {Motif.MEDAL}


@pytest.mark.parametrize(("marks", "circles"), [(1, 1), (2, 2), (7, 7), (16, 16), (40, 16)])
@sizes
def test_a_drum_has_a_circle_for_each_theme(marks: int, circles: int, size: Size) -> None:
    root = parsed(Drawing("event/toa-dam", Motif.DRUM, size, marks=marks))
    (theme,) = (group for group in elements(root, "g") if group.find(f"{SVG}path[@class='w']") is not None)
    assert sum(use.get("href") == f"#{theme.get('id')}" for use in elements(root, "use")) == circles


@pytest.mark.parametrize(
    ("marks", "size", "stones"),
    [(1, Size.CARD, 1), (6, Size.CARD, 6), (20, Size.CARD, 9), (20, Size.THUMB, 5)],
)
def test_a_road_has_a_stone_for_each_milestone(marks: int, size: Size, stones: int) -> None:
    root = parsed(Drawing("programme/sang-kien", Motif.MILESTONES, size, marks=marks))
    heads = [path for path in elements(root, "path") if path.get("class") == "v"]
    assert len(heads) == stones


def test_a_drawing_without_a_number_takes_one_from_its_seed() -> None:
    for motif in (Motif.DRUM, Motif.MILESTONES):
        assert draw(Drawing("a", motif, Size.CARD, marks=0)) == draw(Drawing("a", motif, Size.CARD))
