"""KPIs by period: values as one, targets of their own."""

from datetime import date
from decimal import Decimal

from okrdesk.domain import tables as t
from okrdesk.domain.kpi_periods import last_periods, periods, targets_by_period, values_by_period
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.domain.words import Aggregation, Rhythm
from tests.domain.world import TODAY, World


def test_the_last_months_and_the_next_fiscal_quarters() -> None:
    months = last_periods(Rhythm.MONTHLY, TODAY, 3)
    assert [month.name for month in months] == ["2026-06", "2026-07", "2026-08"]
    quarters = periods(Rhythm.QUARTERLY, TODAY, 3, fiscal_start=4)
    assert [quarter.start for quarter in quarters] == [
        *(date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1))
    ]


def test_values_of_a_period_are_one_and_held_against_its_target() -> None:
    world = World()
    kpi = world.add(t.KPI, name="Sales", target=Decimal(10), aggregation=Aggregation.SUM)
    for number, (day, value) in enumerate((("06-30", 9), ("07-10", 5), ("07-20", 6), ("08-01", 1))):
        when = date.fromisoformat(f"2026-{day}")
        world.add(t.KPI_VALUE, kpi=kpi, date=when, entered=str(number), value=Decimal(value))
    world.add(t.KPI_TARGET, kpi=kpi, start=date(2026, 8, 1), target=Decimal(1))
    months = last_periods(Rhythm.MONTHLY, TODAY, 4)
    found = values_by_period(world.snapshot, kpi, months)
    assert [cell.value for cell in found] == [None, 9, 11, 1]
    assert [cell.status for cell in found] == [
        *(None, KpiStatus.NEAR, KpiStatus.ON_TARGET, KpiStatus.ON_TARGET)
    ]
    assert len(found[2].values) == 2


def test_targets_hold_until_the_next_one() -> None:
    world = World()
    kpi = world.add(t.KPI, name="Score", target=Decimal(50))
    row = world.add(t.KPI_TARGET, kpi=kpi, start=date(2026, 7, 1), target=Decimal(55))
    found = targets_by_period(world.snapshot, kpi, periods(Rhythm.MONTHLY, date(2026, 6, 1), 3))
    assert [cell.limits.target for cell in found] == [50, 55, 55]
    assert [cell.own and cell.own.id for cell in found] == [None, row, None]
