"""Printing figures and counts: one form for each, in Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from vinhdanh.base.vietnamese.amounts.figure import Figure, Metric, Period
from vinhdanh.base.vietnamese.amounts.numbers import decimals_of, print_number
from vinhdanh.base.vietnamese.amounts.vocabulary import (
    COMPARATOR_WORDS,
    PER_ENGLISH,
    PERCENT,
    PERIOD_WORDS,
    PRINTED_SCALES,
    TOTAL_IN_VIETNAMESE,
    UNITS_BY_NAME,
)
from vinhdanh.base.vietnamese.language import Language

_SCALED_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure in words, in parts that a page may set in different sizes.

    Read together the parts stand in the order of the fields. `untranslated` names the parts that stay
    Vietnamese in an English text, so that a page can mark their language.
    """

    lead: str = ""
    before: str = ""
    number: str = ""
    unit: str = ""
    of: str = ""
    after: str = ""
    note: str = ""
    untranslated: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The whole figure on one line."""
        amount = self.number + self.unit if self.unit == PERCENT else _join(self.number, self.unit)
        words = _join(self.lead, self.before, amount, self.of, self.after)
        if not self.note:
            return words
        return f"{words} {self.note}" if self.note.startswith("(") else f"{words}, {self.note}"


def format_figure(figure: Figure, lang: Language = "vi") -> FigureText:
    """Print a figure in its one form; `parse_figure` reads the Vietnamese text back as the same figure.

    Amounts from a million up are scaled when at most three decimals keep them whole ("3,843 tỷ đồng",
    "33.000 tỷ đồng"); others stand with all their digits ("1.678.689.152 đồng"). Nothing is rounded.
    """
    return _vietnamese(figure) if lang == "vi" else _english(figure)


def format_count(number: int, lang: Language = "vi") -> str:
    """Print a whole number with all its digits: "2.400.000", in English "2,400,000"."""
    return print_number(Decimal(number), lang)


def format_round(number: int, lang: Language = "vi") -> str:
    """Print a big round number in words ("2,4 triệu", "2.4 million"), any other as `format_count` does."""
    digits, scale = _print_scaled((Decimal(number),), lang)
    return f"{digits} {scale}".rstrip()


def _print_scaled(amounts: tuple[Decimal, ...], lang: Language) -> tuple[str, str]:
    """Return the digits of an amount or a range, and the scale word both ends share (or none)."""
    for power, word in PRINTED_SCALES[lang]:
        scaled = tuple(amount.scaleb(-power) for amount in amounts)
        if all(abs(amount) >= 1 and decimals_of(amount) <= _SCALED_DECIMALS for amount in scaled):
            return _print_ends(scaled, lang), word
    return _print_ends(amounts, lang), ""


def _print_ends(amounts: tuple[Decimal, ...], lang: Language) -> str:
    return "–".join(print_number(amount, lang) for amount in amounts)


def _ends(figure: Figure) -> tuple[Decimal, ...]:
    return (figure.low,) if figure.high is None else (figure.low, figure.high)


def _vietnamese(figure: Figure) -> FigureText:
    number, scale = _print_scaled(_ends(figure), "vi")
    total = TOTAL_IN_VIETNAMESE if figure.period is Period.TOTAL else ""
    per_unit = f"mỗi {figure.per}" if figure.per else ""
    return FigureText(
        lead=figure.lead,
        before=_join(total, COMPARATOR_WORDS["vi"].get(figure.comparator, "")),
        number=number,
        unit=_join(scale, figure.unit),
        of=figure.of,
        after=per_unit or PERIOD_WORDS["vi"].get(figure.period, ""),
        note=figure.note,
    )


def _english(figure: Figure) -> FigureText:
    number, scale = _print_scaled(_ends(figure), "en")
    unit = UNITS_BY_NAME.get(figure.unit)
    single = figure.low == 1 and figure.high is None
    name = figure.unit if unit is None else unit.one if single else unit.many
    money = figure.metric is Metric.MONEY
    per = PER_ENGLISH.get(figure.per, figure.per)
    kept = {
        "lead": figure.lead,
        "unit": figure.unit if unit is None else "",
        "of": figure.of,
        "after": figure.per if figure.per not in PER_ENGLISH else "",
        "note": figure.note,
    }
    return FigureText(
        lead=figure.lead,
        before=COMPARATOR_WORDS["en"].get(figure.comparator, ""),
        number=_join(name if money else "", number),
        unit=_join(scale, "" if money else name),
        of=figure.of,
        after=f"per {per}" if per else PERIOD_WORDS["en"].get(figure.period, ""),
        note=figure.note,
        untranslated=frozenset(part for part, words in kept.items() if words),
    )


def _join(*words: str) -> str:
    return " ".join(word for word in words if word)
