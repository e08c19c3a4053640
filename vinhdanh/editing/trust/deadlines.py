"""The clocks of a withdrawal. Pure.

Law 91/2025/QH15 and decree 356/2025/NĐ-CP, as secondary sources report them: an answer within 2 working days, an end of
processing within 15 days, and of that by others on one's behalf within 20. Days are counted from the one after the
request arrived. Only Saturdays and Sundays are passed over: the days of Tết and other holidays are set anew each year,
and without them a deadline comes too early, never too late.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

ANSWER_WORKING_DAYS = 2
STOP_DAYS = 15
OTHERS_STOP_DAYS = 20

_SATURDAY = 5


class Deadlines(NamedTuple):
    """The last days, as ISO dates: to answer, to stop, and for others to stop."""

    answer: str
    stop: str
    others: str


def deadlines(received: str) -> Deadlines:
    """The clocks of a request that arrived on the day `received` (ISO). Raises ValueError for what is no day."""
    first = date.fromisoformat(received)
    answer, left = first, ANSWER_WORKING_DAYS
    while left:
        answer += timedelta(days=1)
        left -= answer.weekday() < _SATURDAY
    days = (answer, first + timedelta(days=STOP_DAYS), first + timedelta(days=OTHERS_STOP_DAYS))
    return Deadlines(*(day.isoformat() for day in days))
