"""The period of a horizon that holds a day, named by the fiscal year."""

from datetime import date, timedelta

from okrdesk.app.commands.values import refuse
from okrdesk.domain.cycles import Period, fiscal_quarter, fiscal_year
from okrdesk.domain.words import Horizon

_LONG_TERM_YEARS = 3


def period_of(horizon: Horizon, day: date, fiscal_start: int) -> Period:
    """The period that holds the day; a long term begins with the fiscal year and has three."""
    if horizon is Horizon.QUARTER:
        return fiscal_quarter(day, fiscal_start)
    if horizon is Horizon.YEAR:
        return fiscal_year(day, fiscal_start)
    if horizon is Horizon.HALF_YEAR:
        return _half_year(day, fiscal_start)
    if horizon is Horizon.LONG_TERM:
        return _long_term(day, fiscal_start)
    if horizon is Horizon.MONTH:
        start = day.replace(day=1)
        return Period(f"{start:%Y-%m}", start, _next_month(start) - timedelta(days=1))
    if horizon is Horizon.WEEK:
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Period(f"{year}-W{week:02d}", monday, monday + timedelta(days=6))
    raise refuse("A custom cycle needs its own name and days.", "horizon")


def _half_year(day: date, fiscal_start: int) -> Period:
    year = fiscal_year(day, fiscal_start)
    first = fiscal_quarter(year.start, fiscal_start)
    middle = fiscal_quarter(first.end + timedelta(days=1), fiscal_start).end
    if day <= middle:
        return Period(f"H1 {year.name}", year.start, middle)
    return Period(f"H2 {year.name}", middle + timedelta(days=1), year.end)


def _long_term(day: date, fiscal_start: int) -> Period:
    first = last = fiscal_year(day, fiscal_start)
    for _ in range(_LONG_TERM_YEARS - 1):
        last = fiscal_year(last.end + timedelta(days=1), fiscal_start)
    return Period(f"{first.name}–{last.name}", first.start, last.end)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
