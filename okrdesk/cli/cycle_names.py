"""Reads the days of a cycle from its name: ``Q4 2026``, ``2027``, ``2027–30``."""

import re
from datetime import date
from typing import NamedTuple

from okrdesk.domain.cycles import fiscal_quarter, fiscal_year
from okrdesk.domain.words import Horizon

_QUARTER = re.compile(r"Q([1-4]) (\d{4})(?:/\d\d)?", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})(?:/\d\d)?")
_YEARS = re.compile(r"(\d{4})[-–](\d\d(?:\d\d)?)")
_FIRST, _LAST = 1900, 2199


class Named(NamedTuple):
    """What a name says."""

    horizon: Horizon
    start: date
    end: date


def named_days(name: str, fiscal_start: int) -> Named | None:
    """The horizon and both days; None for a name that says nothing of it.

    ``fiscal_start`` is the first month of the fiscal year, after which cycles are named.
    """
    if (found := _QUARTER.fullmatch(name)) and _FIRST <= int(found[2]) <= _LAST:
        months = fiscal_start - 1 + 3 * (int(found[1]) - 1)
        day = date(int(found[2]) + months // 12, months % 12 + 1, 1)
        quarter = fiscal_quarter(day, fiscal_start)
        return Named(Horizon.QUARTER, quarter.start, quarter.end)
    if (found := _YEAR.fullmatch(name)) and _FIRST <= int(found[1]) <= _LAST:
        year = fiscal_year(date(int(found[1]), fiscal_start, 1), fiscal_start)
        return Named(Horizon.YEAR, year.start, year.end)
    if found := _YEARS.fullmatch(name):
        return _several_years(int(found[1]), found[2], fiscal_start)
    return None


def _several_years(first: int, last: str, fiscal_start: int) -> Named | None:
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not _FIRST <= first < until <= _LAST:
        return None
    start = fiscal_year(date(first, fiscal_start, 1), fiscal_start).start
    end = fiscal_year(date(until, fiscal_start, 1), fiscal_start).end
    return Named(Horizon.LONG_TERM, start, end)
