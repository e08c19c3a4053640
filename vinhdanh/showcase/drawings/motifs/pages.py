"""Pages: sheets fanned out, the uppermost with columns of text, a drawing and a few lines marked."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.showcase.drawings.geometry import Path, Point, spread
from vinhdanh.showcase.drawings.motifs.marks import centre_mark, ruling
from vinhdanh.showcase.drawings.seeds import Seed
from vinhdanh.showcase.drawings.sheet import Layer, Sheet


class _Page(NamedTuple):
    """The uppermost page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def margin(self) -> float:
        """Width of the empty border."""
        return self.width * 0.1


def paint(sheet: Sheet, seed: Seed) -> None:
    """The fan of pages below, then the uppermost one."""
    if not sheet.small:
        ruling(sheet)
    height, hand = sheet.height, seed.sign("hand")
    sheet.turn = round(hand * seed.number("turn", 4, 13), 1)
    wide, high = height * sheet.sized(0.62, 0.66), height * sheet.sized(0.8, 0.86)
    aside = sheet.sized(0.06, 0.2)
    page = _Page(sheet.centre.x - wide * (0.5 + hand * aside), sheet.centre.y - high / 2, wide, high)
    pivot = Point(page.left + wide * (1 - hand) / 2, page.top + high)
    count, fan = sheet.sized(2, seed.whole("pages", 4, 6)), hand * round(seed.number("fan", 7, 12), 1)
    below = Path().rectangle(page.left - pivot.x, page.top - pivot.y, wide, high)
    sheet.copies([(Layer.SOLID, below)], pivot, [fan * i for i in range(count, 0, -1)])
    _page(sheet, seed, page)


def _page(sheet: Sheet, seed: Seed, page: _Page) -> None:
    """The paper with a corner folded over, the title, the text."""
    left, top, right, low = page.left, page.top, page.left + page.width, page.top + page.height
    fold = page.width * 0.15
    inner = Point(right - fold, top + fold)
    sheet.put(
        Layer.SOLID,
        Path().polygon([(left, top), (inner.x, top), (right, inner.y), (right, low), (left, low)]),
    )
    sheet.put(Layer.WASHED, Path().polygon([(inner.x, top), inner, (right, inner.y)]))
    title = Path()
    for i, share in enumerate((0.74, seed.number("title", 0.35, 0.6))):
        y = top + page.margin * (1.1 + 0.75 * i)
        title.rectangle(left + page.margin, y, (page.width - 2 * page.margin) * share, page.height * 0.022)
    sheet.put(sheet.sized(Layer.TINTED, Layer.WASHED), title)
    _columns(sheet, seed, page)


def _columns(sheet: Sheet, seed: Seed, page: _Page) -> None:
    """The text in columns, one of which has a picture; in another, two lines are marked."""
    count = sheet.sized(1, 2)
    gutter = page.width * 0.07
    wide = (page.width - 2 * page.margin - gutter * (count - 1)) / count
    picture, deep = seed.whole("picture", 0, 1), page.height * seed.number("deep", 0.24, 0.34)
    marked = seed.whole("marked", 3, 8)
    low, pitch = page.top + page.height - page.margin, page.height * sheet.sized(0.085, 0.037)
    text, marks = Path(), Path()
    for column in range(count):
        left, start = page.left + page.margin + column * (wide + gutter), page.top + page.margin * 3.2
        if column == picture and not sheet.small:
            _picture(sheet, left, start, wide, deep)
            start += deep + pitch
        rows = int((low - start) / pitch)
        lines = {2} if sheet.small else set() if column == picture else {marked, marked + 1}
        for row, y in enumerate(spread(rows, start, low)):
            short = row % 6 == 5 or row == rows - 1
            length = wide * (seed.number(f"line{column}.{row}", 0.35, 0.7) if short else 1)
            (marks if row in lines else text).segment((left, y), (left + length, y))
    sheet.put(Layer.INK, text)
    sheet.put(Layer.ACCENT, marks)


def _picture(sheet: Sheet, left: float, top: float, width: float, height: float) -> None:
    """A framed drawing: circles and a centre mark."""
    middle, radius = Point(left + width / 2, top + height / 2), min(width, height) * 0.36
    sheet.put(Layer.INK, Path().rectangle(left, top, width, height))
    sheet.put(Layer.WASHED, Path().ring(middle, radius))
    sheet.put(Layer.FINE, Path().ring(middle, radius * 0.66))
    centre_mark(sheet, middle, radius * 0.26)
