"""Reading a figure from text.

The notation is the one of Vietnamese print: a dot groups thousands, a comma begins decimals. A dot followed
by anything but three digits ("1.3 triệu USD") is refused for every unit, dollars included: the same text
may hold "1.300 USD", and a reader who guesses wrong is wrong a thousandfold.

A figure reads as: wording · comparator · number or range · scale · unit · what of · period, further wording
(remark). Remarks in brackets and dates ("năm 2023", "tháng 10/2023") may hold digits; a second number
elsewhere is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from vinhdanh.base.vietnamese.amounts.figure import (
    Comparator,
    Figure,
    FigureError,
    FigureErrorCode,
    Metric,
    Period,
)
from vinhdanh.base.vietnamese.amounts.numbers import DIGITS, print_number, read_number, simplest
from vinhdanh.base.vietnamese.amounts.vocabulary import ABBREVIATIONS, DONG, SCALES
from vinhdanh.base.vietnamese.amounts.wording import (
    REMARK,
    UNIT_SPELLING,
    After,
    Before,
    read_after,
    read_before,
    unit_named,
)
from vinhdanh.base.vietnamese.patterns import any_of, insensitive
from vinhdanh.base.vietnamese.text import nfc

_EXAMPLE = "300 triệu đồng/năm"
_CHANGE_EXAMPLE = "giảm 11 người"
_MOST_SCALES = 2

# Digits that belong to a name ("CO2", "A4", "COVID-19") are no number; "lít0,5" has one all the same.
_NUMBER = re.compile(rf"(?<![\w.,])(?<![^\W\d]-){DIGITS}")
_SECOND_NUMBER = re.compile(rf"{_NUMBER.pattern}|[0-9]+[.,][0-9]+")
_SCALE = insensitive(rf"\s*(?P<word>{any_of(SCALES)})(?!\w)")
_ABBREVIATION = insensitive(rf"\s*(?P<word>{any_of(ABBREVIATIONS)})(?!\w)")
_HALF = insensitive(r"\s*rưỡi(?!\w)")
_UPPER_END = insensitive(
    rf"(?:\s*(?P<unit>{UNIT_SPELLING}))?\s*(?:[-–—]|\bđến\b|\btới\b)\s*(?P<number>{DIGITS})"
)
_DATE = insensitive(
    r"\b(?:ngày|tháng|quý)\s+[0-9]{1,2}(?:[-/][0-9]+){1,2}"
    r"|(?<!mỗi\s)(?<!một\s)(?<!hằng\s)(?<!hàng\s)\b(?:năm|giai đoạn)\s+(?:19|20)[0-9]{2}"
    r"(?:\s*[-–]\s*(?:19|20)[0-9]{2})?(?![.,]?[0-9])"
)
_THREE_DECIMALS = re.compile(r",[0-9]{3}")
_MINUS = ("-", "−", "–")
_CHANGE = insensitive(r"\b(?:xuống|còn|lên|thành)\b")
_VAGUE = insensitive(
    r"\b(?:hàng|nhiều|vài|mấy|dăm)\s+(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b|\bhơn\s+chục\b"
)
_COUNTING = r"(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|lăm|rưỡi|trăm)"
_IN_WORDS = insensitive(rf"\b{_COUNTING}(?:\s+{_COUNTING})*\b")


class _RefusedError(Exception):
    """Carries an error out of the reader; it never leaves this module."""

    def __init__(self, error: FigureError) -> None:
        super().__init__(error.code)
        self.error = error


def _refuse(code: FigureErrorCode, start: int, end: int, expected: str = "") -> NoReturn:
    raise _RefusedError(FigureError(code, start, end, expected))


def parse_figure(text: str) -> Figure | FigureError:
    """Read a figure such as "trên 30,7 tỷ đồng/năm" or "khoảng 250-300 giờ công mỗi tàu".

    Never raises: a text that is no figure, or could be two, gives a `FigureError` with the place of the
    fault. An amount without a unit ("1,5 tỷ") is read with an empty unit, never guessed to be đồng.
    """
    try:
        return _read(nfc(text))
    except _RefusedError as refusal:
        return refusal.error


def _read(text: str) -> Figure:
    # What may hold digits of its own is blanked, so that places in the text stay the same.
    plain = _DATE.sub(_blank, REMARK.sub(_blank, text))
    first = _NUMBER.search(plain)
    if first is None:
        _refuse_without_number(plain)
    amount = _read_amount(plain, first)
    _refuse_second_number(plain, amount.end)
    before = read_before(text[: amount.start], ranged=amount.high is not None)
    after = read_after(text[amount.end :])
    _refuse_stray_sign(text, amount, before)
    _refuse_unfit_unit(text, amount, after)
    return Figure(
        comparator=_one_comparator(amount, before, after),
        low=amount.low,
        high=amount.high,
        unit=after.unit,
        metric=after.metric,
        period=before.period if after.period is Period.UNKNOWN else after.period,
        of=after.of,
        per=after.per,
        lead=before.lead,
        note=after.note,
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number or a range with its scale, and its place in the text."""

    low: Decimal
    high: Decimal | None
    start: int
    end: int
    has_scale: bool
    first_unit: str


def _read_amount(plain: str, first: re.Match[str]) -> _Amount:
    start = first.start()
    low, low_power, end = _read_scaled(plain, start, first.end())
    upper = _UPPER_END.match(plain, end)
    if upper is None:
        return _Amount(_scaled(low, low_power), None, start, end, low_power is not None, "")
    high, high_power, end = _read_scaled(plain, upper.start("number"), upper.end("number"))
    # "1-2 tỷ" names the scale once for both ends.
    low = _scaled(low, high_power if low_power is None else low_power)
    high = _scaled(high, high_power)
    if high <= low:
        _refuse(FigureErrorCode.REVERSED, start, end)
    return _Amount(low, high, start, end, high_power is not None, upper["unit"] or "")


def _read_scaled(plain: str, start: int, end: int) -> tuple[Decimal, int | None, int]:
    """Read the digits from `start` to `end` and the scale after them: number, power of ten, end."""
    number = read_number(plain[start:end])
    if isinstance(number, tuple):
        _refuse(number[0], start, end, number[1])
    words: list[str] = []
    while scale := _SCALE.match(plain, end):
        words.append(scale["word"].lower())
        end = scale.end()
    if len(words) > _MOST_SCALES:
        _refuse(FigureErrorCode.GROUPING, start, end)
    cut = _ABBREVIATION.match(plain, end)
    if cut:
        _refuse(FigureErrorCode.ABBREVIATION, *cut.span("word"), ABBREVIATIONS[cut["word"].lower()])
    half = _HALF.match(plain, end)
    if half:
        written = [print_number(number + Decimal("0.5"), "vi"), *words]
        _refuse(FigureErrorCode.WORDS, start, half.end(), " ".join(written))
    return number, sum(SCALES[word] for word in words) if words else None, end


def _scaled(number: Decimal, power: int | None) -> Decimal:
    return simplest(number.scaleb(power or 0))


def _refuse_without_number(plain: str) -> NoReturn:
    if not plain.strip():
        _refuse(FigureErrorCode.EMPTY, 0, len(plain), _EXAMPLE)
    vague = _VAGUE.search(plain)
    if vague:
        _refuse(FigureErrorCode.VAGUE, *vague.span(), _EXAMPLE)
    in_words = _IN_WORDS.search(plain)
    if in_words:
        _refuse(FigureErrorCode.WORDS, *in_words.span(), _EXAMPLE)
    _refuse(FigureErrorCode.NO_NUMBER, 0, len(plain), _EXAMPLE)


def _refuse_second_number(plain: str, end: int) -> None:
    second = _SECOND_NUMBER.search(plain, end)
    if second is None:
        return
    if _CHANGE.search(plain, end, second.start()):
        _refuse(FigureErrorCode.CHANGE, *second.span(), _CHANGE_EXAMPLE)
    _refuse(FigureErrorCode.SEVERAL, *second.span())


def _refuse_stray_sign(text: str, amount: _Amount, before: Before) -> None:
    """Refuse a minus at the number, and symbols (a currency sign in front) that are no comparators."""
    if text[: amount.start].endswith(_MINUS):
        _refuse(FigureErrorCode.UNREADABLE, amount.start - 1, amount.start)
    for char in before.lead:
        if unicodedata.category(char).startswith("S"):
            place = text.index(char)
            _refuse(FigureErrorCode.UNREADABLE, place, place + 1)


def _refuse_unfit_unit(text: str, amount: _Amount, after: After) -> None:
    """Refuse a range between two units, and money finer than its currency is."""
    if amount.first_unit and unit_named(amount.first_unit).name != after.unit:
        _refuse(FigureErrorCode.SEVERAL, amount.start, amount.end)
    if after.metric is not Metric.MONEY:
        return
    written = text[amount.start : amount.end]
    if not amount.has_scale and _THREE_DECIMALS.search(written):
        _refuse(FigureErrorCode.TOO_FINE, amount.start, amount.end, written.replace(",", "."))
    ends = (amount.low, amount.low if amount.high is None else amount.high)
    if after.unit == DONG and any(end != int(end) for end in ends):
        _refuse(FigureErrorCode.TOO_FINE, amount.start, amount.end)


def _one_comparator(amount: _Amount, before: Before, after: After) -> Comparator:
    """Return what the comparators of a figure say together; refuse those that contradict each other."""
    said = {*before.comparators, *([after.bound] if after.bound else [])}
    if amount.high is None:
        fits = len(said) <= 1
        comparator = next(iter(said), Comparator.EXACT)
    else:
        fits = said <= {Comparator.ABOUT, Comparator.RANGE}
        comparator = Comparator.ABOUT if Comparator.ABOUT in said else Comparator.RANGE
    if not fits:
        _refuse(FigureErrorCode.CONFLICT, 0, amount.end)
    return comparator
