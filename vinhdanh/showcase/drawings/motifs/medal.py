"""Medal: an award, as a guilloche rosette like those that keep certificates from being forged."""

from __future__ import annotations

from math import cos, pi

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, cycle, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Band, Layer, Sheet


_BOWS = (0.3, 0.42, 0.6, 0.8)


def paint(sheet: Sheet, seed: Seed) -> None:
    """Rays, the outer rosette, a pearled rule, the inner rosette, the centre mark."""
    h, origin = sheet.height, Point(0, 0)
    _rays(sheet, seed)
    sheet.put(Layer.BLANK, sheet.path().ring(sheet.centre, h * 0.475))
    lobes = seed.choice("lobes", sheet.sized((10, 12, 14), (18, 20, 22, 24), (20, 22, 24)))
    copies = sheet.sized(3, seed.whole("copies", 5, 7), 7)
    low = seed.number("low", 0.22, 0.32)
    outer = _wave(sheet.path(), h * low, h * 0.465, lobes, seed.choice("outer.bow", _BOWS))
    sheet.copies([(Layer.INK, outer)], sheet.centre, spread(copies + 1, 0, 360 / lobes)[:-1])
    inner_lobes = seed.choice("inner.lobes", sheet.sized((6, 7, 8), (10, 11, 12, 14), (12, 14)))
    dip = seed.number("dip", 0.07, 0.12)
    inner = _wave(sheet.path(), h * dip, h * (low - 0.035), inner_lobes, seed.choice("inner.bow", _BOWS))
    sheet.put(Layer.SOLID, sheet.path().ring(sheet.centre, h * (low + 0.012)))
    inner_copies = sheet.sized(3, seed.whole("inner.copies", 5, 7), 7)
    sheet.copies([(Layer.HUE, inner)], sheet.centre, spread(inner_copies + 1, 0, 360 / inner_lobes)[:-1])
    rules = sheet.path().ring(sheet.centre, h * 0.472)
    if not sheet.small:
        rules.ring(sheet.centre, h * 0.488).ring(sheet.centre, h * low)
    sheet.put(Layer.ACCENT, rules.ring(sheet.centre, h * (low - 0.018)))
    sheet.put(Layer.TINTED, sheet.path().ring(sheet.centre, h * (dip - 0.008)))
    centre_mark(sheet, sheet.centre, h * (dip - 0.008) * 0.42)


def _rays(sheet: Sheet, seed: Seed) -> None:
    """Rays beyond the rim: a very broad circle drawn in dashes."""
    h = sheet.height
    count = sheet.sized(48, seed.choice("rays", (120, 144, 168)), 168)
    radius, width = h * 0.75, h * 0.52
    pitch = TAU * radius / count
    thin = pitch * 0.22
    sheet.bands(sheet.path().ring(sheet.centre, radius), [Band(Layer.FAINT, width, f"{thin:.2f} {pitch - thin:.3f}")])


def _wave(path: Path, low: float, high: float, lobes: int, bow: float) -> Path:
    """A closed wave round the origin between two radii; ``bow`` says how round its crests are."""
    step = pi / lobes
    origin = Point(0, 0)
    pull = step * bow
    path.move(high, 0)
    for i in range(2 * lobes):
        a, b = i * step, (i + 1) * step
        r0, r1 = (high, low) if i % 2 == 0 else (low, high)
        start = origin.polar(r0 / cos(pull), a + pull)
        end = origin.polar(r1 / cos(pull), b - pull)
        if i == 0:
            path.curve(*start, *end, *origin.polar(r1, b))
        else:
            path.smooth(*end, *origin.polar(r1, b))
    return path.close()
