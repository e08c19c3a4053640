"""Figures in Vietnamese notation: what they are, how they are read and how they are printed."""

from __future__ import annotations

from vinhdanh.base.vietnamese.amounts.figure import Comparator as Comparator
from vinhdanh.base.vietnamese.amounts.figure import Figure as Figure
from vinhdanh.base.vietnamese.amounts.figure import FigureError as FigureError
from vinhdanh.base.vietnamese.amounts.figure import FigureErrorCode as FigureErrorCode
from vinhdanh.base.vietnamese.amounts.figure import Metric as Metric
from vinhdanh.base.vietnamese.amounts.figure import Period as Period
from vinhdanh.base.vietnamese.amounts.printing import FigureText as FigureText
from vinhdanh.base.vietnamese.amounts.printing import format_count as format_count
from vinhdanh.base.vietnamese.amounts.printing import format_figure as format_figure
from vinhdanh.base.vietnamese.amounts.printing import format_round as format_round
from vinhdanh.base.vietnamese.amounts.reading import parse_figure as parse_figure
