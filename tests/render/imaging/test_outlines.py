"""Path data as polylines: every command that drawings use, and curves that are followed closely."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.render.imaging.outlines import Matrix, lines
from vinhdanh.showcase.drawings.geometry import Path


@pytest.mark.parametrize(
    ("data", "figures"),
    [
        ("M1 2l3 4", [([(1, 2), (4, 6)], False)]),
        ("M1 2h3v4", [([(1, 2), (4, 2), (4, 6)], False)]),
        ("M0 0l1 0 0 1z", [([(0, 0), (1, 0), (1, 1)], True)]),
        ("M0 0h4zm1 1h1", [([(0, 0), (4, 0)], True), ([(1, 1), (2, 1)], False)]),
        ("M5 5m1-2h1", [([(6, 3), (7, 3)], False)]),
        ("M0 0L2 2H9V8", [([(0, 0), (2, 2), (9, 2), (9, 8)], False)]),
        ("M3 3", []),
        ("", []),
    ],
)
def test_straight_lines(data: str, figures: list[tuple[list[tuple[float, float]], bool]]) -> None:
    assert [(line.points, line.closed) for line in lines(data, 0.1)] == figures


@pytest.mark.parametrize(
    "data", ["M0 0c0 50 50 50 50 0", "M0 0q25 60 50 0", "M0 0c9 9 9 9 20 0s9 9 30 0", "M0 0q9 9 20 0t30 0"]
)
def test_curves_end_where_they_should_in_as_many_points_as_are_needed(data: str) -> None:
    (coarse,), (fine,) = lines(data, 1.0), lines(data, 0.01)
    assert coarse.points[-1] == pytest.approx((50, 0))
    assert len(coarse.points) < len(fine.points) < 200


@given(st.integers(5, 300), st.integers(-500, 500), st.integers(-500, 500))
def test_a_ring_is_round(radius: int, x: int, y: int) -> None:
    (ring,) = lines(Path().ring((x, y), radius).data, 0.05)
    assert all(abs(hypot(px - x, py - y) - radius) < 0.01 for px, py in ring.points)
    for (ax, ay), (bx, by) in zip(ring.points, ring.points[1:], strict=False):
        assert radius - hypot((ax + bx) / 2 - x, (ay + by) / 2 - y) < 0.06


def test_an_arc_goes_the_way_it_is_told() -> None:
    for clockwise, side in ((True, -1), (False, 1)):
        (arc,) = lines(Path().move(0, 0).arc(50, (100, 0), clockwise=clockwise).data, 0.1)
        middle = arc.points[len(arc.points) // 2]
        assert middle[1] * side > 45


def test_maps_follow_each_other() -> None:
    turned = Matrix(e=10, f=20) @ Matrix(a=2, d=2)
    assert turned.on([(1.0, 1.0)]) == [(12.0, 22.0)]
    assert turned.scale == 2
