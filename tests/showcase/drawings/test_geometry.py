"""Path data: as short as SVG allows, and where it should be."""

from __future__ import annotations

from math import isclose, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.showcase.drawings.tracing import trace
from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, cycle, spread

COORDINATE = st.floats(-2000, 2000)
POINTS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=30)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (Path(), ""),
        (Path().move(3, 4), "M3 4"),
        (Path().move(3, 4).line(5, 7), "M3 4l2 3"),
        (Path().move(3, 4).line(9, 4), "M3 4h6"),
        (Path().move(3, 4).line(3, 1), "M3 4v-3"),
        (Path().move(0, 0).line(1, 2).line(2, 4), "M0 0l1 2 1 2"),
        (Path().move(0, 0).line(1, 2).line(0, 4), "M0 0l1 2-1 2"),
        (Path().move(3, 4).move(5, 5).move(6, 6), "M3 4m2 1m1 1"),
        (Path().move(1, 1).curve(1, 2, 3, 4, 5, 6), "M1 1c0 1 2 3 4 5"),
        (Path().move(1, 1).smooth(3, 4, 5, 6), "M1 1s2 3 4 5"),
        (Path().move(1, 1).quadratic(3, 4, 5, 6).wave(9, 6), "M1 1q2 3 4 5t4 0"),
        (Path().move(0, 0).arc(5, (10, 0)), "M0 0a5 5 0 0 1 10 0"),
        (Path().move(0, 0).arc(5, (10, 0), clockwise=False, flat=0.4), "M0 0a5 2 0 0 0 10 0"),
        (Path().segment((1, 1), (2, 2)).segment((5, 5), (6, 6)), "M1 1l1 1m3 3l1 1"),
        (Path().polygon([(0, 0), (4, 0), (4, 4)]), "M0 0h4v4z"),
        (Path().polygon([(2, 2), (4, 2), (4, 4)]).move(2, 3), "M2 2h2v2zm0 1"),
        (Path().rectangle(1, 2, 3, 4), "M1 2h3v4h-3z"),
        (Path().ring((10, 10), 4), "M6 10a4 4 0 0 1 8 0 4 4 0 0 1-8 0z"),
        (Path().spline([(0, 0), (6, 0), (12, 0)]), "M0 0c1 0 4 0 6 0s5 0 6 0"),
        (Path().spline([(0, 0), (6, 6), (12, 0)]), "M0 0c1 1 4 6 6 6s5-5 6-6"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_path_data_is_short(path: Path, data: str) -> None:
    assert path.data == data


@given(POINTS)
def test_rounding_never_adds_up(points: list[tuple[float, float]]) -> None:
    assert trace(Path().polyline(points).data) == [(round(x), round(y)) for x, y in points]


@given(POINTS)
def test_a_spline_passes_through_its_points(points: list[tuple[float, float]]) -> None:
    passed = trace(Path().spline(points).data)
    assert {(round(x), round(y)) for x, y in points} <= set(passed)


@given(st.tuples(COORDINATE, COORDINATE), st.floats(0, 500))
def test_a_ring_is_round(centre: tuple[float, float], radius: float) -> None:
    (left, y), (right, across), end = trace(Path().ring(centre, radius).data)
    assert (y, end) == (across, (left, y))
    assert right - left == 2 * round(radius)


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (Point(2, 2).towards(Point(4, 10), 0.5), (3, 6)),
        (Point(1, 1).polar(2, pi / 2), (1, 3)),
        (Point(2, 0).turned(pi / 2), (0, 2)),
    ],
    ids=["between", "clockwise from level", "turned clockwise"],
)
def test_points(point: Point, expected: tuple[float, float]) -> None:
    assert all(isclose(a, b, abs_tol=1e-9) for a, b in zip(point, expected, strict=True))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (spread(3, 0, 1), [0, 0.5, 1]),
        (spread(1, 2, 4), [3]),
        (spread(2, 4, 2), [4, 2]),
        (cycle(4, 1.0), [1.0, 1.0 + TAU / 4, 1.0 + TAU / 2, 1.0 + 3 * TAU / 4]),
        (cycle(0), []),
    ],
    ids=["ends included", "one is the middle", "downwards", "round the circle", "none"],
)
def test_numbers_spread_evenly(numbers: list[float], expected: list[float]) -> None:
    assert numbers == pytest.approx(expected)
