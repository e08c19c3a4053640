"""Colours: every hue can be seen on the ground, by day and by night."""

from __future__ import annotations

import re

import pytest

from vinhdanh.showcase.drawings.palette import GROUND, HUES, INK, LINE, RULE, SOFT_INK, Hue, Shade, tint

VISIBLE = 3.0
"""Contrast that WCAG 2.2 asks of graphics (success criterion 1.4.11)."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [byte / 255 for byte in bytes.fromhex(colour)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrasts(shade: Shade, ground: Shade) -> list[float]:
    """By day and by night."""
    found = []
    for colour, below in zip(shade, ground, strict=True):
        high, low = sorted((luminance(colour), luminance(below)), reverse=True)
        found.append((high + 0.05) / (low + 0.05))
    return found


def test_every_hue_has_its_shades() -> None:
    assert set(HUES) == set(Hue)
    colours = [colour for shade in (*HUES.values(), GROUND, INK, SOFT_INK, LINE, RULE) for colour in shade]
    assert all(re.fullmatch("[0-9a-f]{6}", colour) for colour in colours)


@pytest.mark.parametrize("hue", [hue for hue in Hue if hue is not Hue.GOLD])
def test_lines_in_a_hue_are_seen(hue: Hue) -> None:
    assert min(contrasts(HUES[hue], GROUND)) >= VISIBLE
    assert min(contrasts(HUES[hue], tint(hue))) >= VISIBLE


@pytest.mark.parametrize("shade", [INK, SOFT_INK, LINE], ids=["ink", "soft ink", "line"])
def test_lines_in_ink_are_seen(shade: Shade) -> None:
    assert min(contrasts(shade, GROUND)) >= VISIBLE


@pytest.mark.parametrize("hue", list(Hue))
def test_a_tint_lies_between_the_ground_and_the_hue(hue: Hue) -> None:
    for ground, tinted, colour in zip(GROUND, tint(hue), HUES[hue], strict=True):
        low, high = sorted((luminance(ground), luminance(colour)))
        assert low < luminance(tinted) < high


def test_no_hue_shouts_louder_than_another() -> None:
    ring = [shade for hue, shade in HUES.items() if hue not in (Hue.RED, Hue.GOLD, Hue.INK)]
    for scheme in range(2):
        lightness = [luminance(shade[scheme]) for shade in ring]
        assert max(lightness) / min(lightness) < 1.25
