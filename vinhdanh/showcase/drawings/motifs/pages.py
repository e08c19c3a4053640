"""Pages: sheets fanned out, with columns of text, a drawing and one line marked."""

from __future__ import annotations

from vinhdanh.showcase.drawings.geometry import Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark, glow
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


def paint(sheet: Sheet, seed: Seed) -> None:
    """Echo lines, the sheets below, the uppermost with its text."""
    h, hand = sheet.height, seed.sign("hand")
    sheet.turn = hand * seed.number("turn", 4, 13)
    wide, high = h * sheet.sized(0.62, 0.66, 0.66), h * sheet.sized(0.8, 0.86, 0.86)
    count = sheet.sized(2, seed.whole("sheets", 4, 6), 6)
    fan = seed.number("fan", 7, 12) * hand
    pivot = Point(-hand * wide * 0.4, high * 0.62)
    at = Point(sheet.centre.x + pivot.x - hand * wide * 0.1, sheet.centre.y + pivot.y)
    left, top = -pivot.x - wide / 2 + hand * wide * 0.1, -pivot.y - high / 2
    page = sheet.path().rectangle(left, top, wide, high)
    turns = [fan * i for i in range(count, 0, -1)]
    gaps = sheet.sized((4.0, 10.0), (6, 14, 24, 36, 50), (18, 42, 72, 108, 150))
    for gap in reversed(gaps):
        pass
    sheet.copies([(Layer.SOLID, page)], at, turns)
    _page(sheet, seed, Point(at.x + left, at.y + top), wide, high)


def _page(sheet: Sheet, seed: Seed, corner: Point, wide: float, high: float) -> None:
    """The uppermost sheet: a title, a picture, two columns, a corner folded over."""
    fold = wide * 0.15
    x, y = corner
    sheet.put(Layer.SOLID, sheet.path().polygon([(x, y), (x + wide - fold, y), (x + wide, y + fold), (x + wide, y + high), (x, y + high)]))
    sheet.put(Layer.WASHED, sheet.path().polygon([(x + wide - fold, y), (x + wide - fold, y + fold), (x + wide, y + fold)]))
    margin = wide * 0.1
    inner = wide - 2 * margin
    title = sheet.path()
    for i in range(2):
        level = y + margin * (1.1 + 0.75 * i)
        title.rectangle(x + margin, level, inner * (0.74 if i == 0 else seed.number("title", 0.35, 0.6)), high * 0.022)
    sheet.put(Layer.TINTED if sheet.small else Layer.WASHED, title)
    columns = sheet.sized(1, 2, 2)
    gutter = wide * 0.07
    column = (inner - gutter * (columns - 1)) / columns
    picture, deep = seed.whole("picture", 0, columns - 1), high * seed.number("deep", 0.24, 0.34)
    marked = seed.whole("marked", 3, 8)
    text, mark = sheet.path(), sheet.path()
    for c in range(columns):
        left = x + margin + c * (column + gutter)
        start = y + margin * 3.1
        if c == picture and not sheet.small:
            _picture(sheet, left, start, column, deep)
            start += deep + high * 0.04
        lines = int((y + high - margin - start) / (high * sheet.sized(0.085, 0.037, 0.037)))
        for i, level in enumerate(spread(lines, start + high * 0.01, y + high - margin)):
            length = column * (seed.number(f"line{c}.{i}", 0.35, 0.7) if i % 6 == 5 or i == lines - 1 else 1)
            (mark if c != picture and i in (marked, marked + 1) or sheet.small and i == 2 else text).segment((left, level), (left + length, level))
    sheet.put(Layer.INK, text)
    sheet.put(Layer.ACCENT, mark)


def _picture(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    """A framed drawing: circle, axes, centre mark."""
    sheet.put(Layer.INK, sheet.path().rectangle(x, y, wide, high))
    middle = Point(x + wide / 2, y + high / 2)
    radius = min(wide, high) * 0.36
    sheet.put(Layer.WASHED, sheet.path().ring(middle, radius))
    sheet.put(Layer.FINE, sheet.path().ring(middle, radius * 0.66))
    centre_mark(sheet, middle, radius * 0.26)
