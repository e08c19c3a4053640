"""Gallery: steel arches that recede under the hill, the coal seam in the rock, rails and lamps."""

from __future__ import annotations

from math import sin

from vinhdanh.showcase.drawings.geometry import TAU, Path, Point, spread
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


def paint(sheet: Sheet, seed: Seed) -> None:
    """The rock first, then the gallery cut into it."""
    _strata(sheet, seed)
    gallery = _Gallery(sheet, seed)
    gallery.arches()
    gallery.track()
    if not sheet.small:
        gallery.cable()


def _strata(sheet: Sheet, seed: Seed) -> None:
    """Beds of rock; one of them, between two accents, is the seam."""
    width, height = sheet.width, sheet.height
    dip, fold = seed.number("dip", -0.22, 0.22), seed.number("fold", 1.6, 3.4)
    phase = seed.number("phase", 0, TAU)
    count = sheet.sized(10, 23)
    seam = round(count * seed.number("seam", 0.16, 0.4))
    rock, coal = Path(), Path()
    y = -height * 0.14
    roof: list[Point] = []
    for i in range(count):
        bed = []
        for x in spread(sheet.sized(4, 7), -8, width + 8):
            wave = 0.04 * sin(x / height * fold + phase) + 0.014 * sin(x / height * fold * 2.3 + i * 0.4)
            bed.append(Point(x, y + (x - width / 2) * dip + height * wave))
        if i == seam + 1:
            sheet.put(Layer.WASH, Path().spline(roof).line(*bed[-1]).onward(bed[::-1]).close())
        if max(point.y for point in bed) > 0:
            (coal if i in (seam, seam + 1) else rock).spline(bed)
        roof = bed
        y += height / count * (1.5 if i == seam else seed.number(f"bed{i}", 0.75, 1.75))
        if y - abs(dip) * width / 2 > height * 1.04:
            break
    sheet.put(Layer.FINE, rock)
    sheet.put(Layer.ACCENT, coal)


class _Gallery:
    """The gallery in perspective: everything shrinks towards one point."""

    def __init__(self, sheet: Sheet, seed: Seed) -> None:
        height = sheet.height
        aside = sheet.sized(0.18, 0.46)
        self.sheet = sheet
        self.end = Point(
            sheet.centre.x + height * seed.number("end.x", -aside, aside),
            height * seed.number("end.y", 0.5, 0.62),
        )
        self.radius = height * seed.number("radius", 0.3, 0.46)
        self.spacing = seed.number("spacing", 0.3, 0.56)
        self.drift = self.radius * seed.number("drift", -0.55, 0.55)
        """How far the gallery bends aside on its way."""
        self.count = sheet.sized(6, 12)

    def arches(self) -> None:
        """Arch behind arch, and the light at the end."""
        sheet = self.sheet
        sheet.put(Layer.SOLID, self._arch(Path(), 0).close())
        path = Path() if sheet.small else self._arch(Path(), -0.12)
        for arch in range(1, self.count):
            self._arch(path, arch)
        sheet.put(Layer.INK, path)
        sheet.put(Layer.TINTED, self._arch(Path(), self.count).close())

    def track(self) -> None:
        """Rails and sleepers."""
        path, last = Path(), self.count - 1
        for side in (-0.3, 0.3):
            path.spline([self._at(side, 0.86, last * share) for share in (0, 0.08, 0.22, 0.5, 1)])
        for i in range(last + 4):
            path.segment(self._at(-0.46, 0.86, i / 2), self._at(0.46, 0.86, i / 2))
        self.sheet.put(Layer.ACCENT, path)

    def cable(self) -> None:
        """A cable that sags from arch to arch under the roof, and its lamps."""
        path = Path().move(*self._at(0, -0.92, 0))
        for arch in range(self.count - 1):
            path.quadratic(*self._at(0, -0.72, arch + 0.5), *self._at(0, -0.92, arch + 1))
        self.sheet.put(Layer.INK, path)
        for depth in (0.5, 2.5, 4.5):
            lamp = Path().ring(self._at(0, -0.78, depth), self.radius * 0.05 * self._shrunk(depth))
            self.sheet.put(Layer.TINTED, lamp)

    def _shrunk(self, depth: float) -> float:
        """How much smaller things look, so many arches away."""
        return 1 / (1 + self.spacing * depth)

    def _at(self, x: float, y: float, depth: float) -> Point:
        """A point of the arch, in radii from the vanishing point, so many arches away."""
        share = self._shrunk(depth)
        bend = self.drift * (1 - share) * share
        return Point(self.end.x + self.radius * x * share + bend, self.end.y + self.radius * y * share)

    def _arch(self, path: Path, depth: float) -> Path:
        """One steel arch: legs that spread a little, a round crown."""
        left, right = self._at(-1.0, -0.12, depth), self._at(1.0, -0.12, depth)
        path.move(*self._at(-1.08, 0.86, depth)).line(*left)
        return path.arc((right.x - left.x) / 2, right, flat=0.97).line(*self._at(1.08, 0.86, depth))
