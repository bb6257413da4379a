"""The period of a horizon that holds a day, named by the fiscal year."""

from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.app.commands.values import refuse
from okrdesk.domain.words import Horizon

_MONTHS = {Horizon.LONG_TERM: 36, Horizon.YEAR: 12, Horizon.HALF_YEAR: 6, Horizon.QUARTER: 3}


class Period(NamedTuple):
    """A name with its first and last day."""

    name: str
    start: date
    end: date


def period_of(horizon: Horizon, day: date, fiscal_start: int) -> Period:
    """The period that holds the day; a fiscal year is named by the year in which it ends."""
    if horizon is Horizon.WEEK:
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Period(f"W{week} {year}", monday, monday + timedelta(days=6))
    if horizon is Horizon.MONTH:
        start = day.replace(day=1)
        return Period(f"{start:%B} {start.year}", start, _before(_plus_months(start, 1)))
    if horizon is Horizon.CUSTOM:
        raise refuse("A custom cycle needs its own name and days.", "horizon")
    return _fiscal(horizon, day, fiscal_start)


def _fiscal(horizon: Horizon, day: date, fiscal_start: int) -> Period:
    first = date(day.year - (day.month < fiscal_start), fiscal_start, 1)
    last_year = _before(_plus_months(first, 12)).year
    months = _MONTHS[horizon]
    number = ((day.year - first.year) * 12 + day.month - first.month) // months
    start = _plus_months(first, number * months)
    end = _before(_plus_months(start, months))
    names = {
        Horizon.LONG_TERM: f"{last_year}–{end.year}",
        Horizon.YEAR: f"{last_year}",
        Horizon.HALF_YEAR: f"H{number + 1} {last_year}",
        Horizon.QUARTER: f"Q{number + 1} {last_year}",
    }
    return Period(names[horizon], start, end)


def _plus_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _before(day: date) -> date:
    return day - timedelta(days=1)
