"""KPIs: what an objective should move, and the table of all of them."""

from datetime import timedelta
from decimal import Decimal

from okrdesk.app.reporting.amounts import amount
from okrdesk.app.reporting.view import View
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import fiscal_start
from okrdesk.domain.kpi_status import KpiStatus, limits_on, status_on, values_until
from okrdesk.domain.kpis import Kpi, KpiLink, KpiValue
from okrdesk.domain.words import KpiLevel, KpiRule
from okrdesk.reports.data import KpiMove, KpiRow, KpiTable, Point, Status
from okrdesk.text import Message

_SHOWN = timedelta(days=366)
STATUSES = {
    KpiStatus.ON_TARGET: Message("On target"),
    KpiStatus.NEAR: Message("Near"),
    KpiStatus.OFF: Message("Off target"),
}
_QUALITIES = (Message("Poor"), Message("Fair"), Message("Good"))


def kpi_tables(view: View) -> tuple[KpiTable, ...]:
    """High level, then low level; a level without KPIs has no table."""
    titles = {
        KpiLevel.HIGH: view.catalogue("High level"),
        KpiLevel.LOW: view.catalogue("Low level"),
    }
    rows = [row for row in view.snapshot.sorted_rows(t.KPI) if row.active]
    tables = (
        KpiTable(title, tuple(_row(view, row) for row in rows if row.level is level))
        for level, title in titles.items()
    )
    return tuple(table for table in tables if table.rows)


def kpi_move(view: View, link: KpiLink) -> KpiMove:
    """“41 to 47, target 55” since the cycle began."""
    row = view.snapshot.get(t.KPI, link.kpi)
    values = values_until(view.snapshot, row.id, view.day)
    before = [value.value for value in values if value.date < view.cycle.start]
    every = [value.value for value in values]
    first, last = ((before[-1:] or every[:1]), every[-1:])
    text = view.catalogue(
        "{first} to {last}, target {target}",
        first=_said(view, row, next(iter(first), None)),
        last=_said(view, row, next(iter(last), None)),
        target=_target(view, row),
    )
    return KpiMove(row.name, text, _status(view, row))


def _row(view: View, row: Kpi) -> KpiRow:
    values = [
        value
        for value in values_until(view.snapshot, row.id, view.day)
        if value.date > view.day - _SHOWN
    ]
    last = values[-1] if values else None
    points, level = _line(view, row, values)
    return KpiRow(
        name=row.name,
        subtitle=view.team(row.team),
        now=_said(view, row, last.value if last else None),
        target=_target(view, row),
        measured=view.catalogue.day(last.date) if last else "—",
        owner=view.person(row.owner),
        points=points,
        level=level,
        status=_status(view, row),
    )


def _line(view: View, row: Kpi, values: list[KpiValue]) -> tuple[tuple[Point, ...], float | None]:
    """The values between the lowest and the highest, and where the target lies among them."""
    target = limits_on(view.snapshot, row.id, view.day).target
    heights = [value.value for value in values] + ([] if target is None else [target])
    if not values:
        return (), None
    low, span = min(heights), (max(heights) - min(heights)) or Decimal(1)
    first, days = values[0].date, max((values[-1].date - values[0].date).days, 1)
    points = tuple(
        ((value.date - first).days / days, float((value.value - low) / span)) for value in values
    )
    return points, None if target is None else float((target - low) / span)


def _status(view: View, row: Kpi) -> Status | None:
    found = status_on(view.snapshot, row.id, view.day, fiscal_start(view.snapshot))
    return None if found is None else Status(found.value, view.catalogue.text(STATUSES[found]))


def _target(view: View, row: Kpi) -> str:
    wanted = limits_on(view.snapshot, row.id, view.day)
    if row.rule is KpiRule.RANGE:
        low, high = (_said(view, row, limit) for limit in (wanted.low, wanted.high))
        return view.catalogue("{low} to {high}", low=low, high=high)
    return _said(view, row, wanted.target)


def _said(view: View, row: Kpi, value: Decimal | None) -> str:
    if row.rule is KpiRule.QUALITATIVE and value is not None and 0 <= value < len(_QUALITIES):
        return view.catalogue.text(_QUALITIES[int(value)])
    return amount(view.catalogue, value, row.unit, row.decimals)
