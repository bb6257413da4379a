"""A KPI over time: what it showed, how that stood, and the zones of each period."""

from datetime import date
from decimal import Decimal

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.kpi_status import KpiStatus, limits_on
from okrdesk.domain.series.kpi import (
    MOST_VALUES,
    Interval,
    KpiSeries,
    Measurement,
    asked_of,
    kpi_series,
)
from okrdesk.domain.words import Aggregation, KpiRule, Rhythm
from tests.domain.world import TODAY, World


def measured(world: World, kpi: int, *values: int) -> KpiSeries:
    for month, value in enumerate(values, 1):
        day = date(2026, month, 28)
        world.add(t.KPI_VALUE, kpi=kpi, date=day, entered="", value=Decimal(value))
    return kpi_series(world.snapshot, kpi, TODAY)


def test_values_with_the_status_of_their_own_day() -> None:
    world = World()
    kpi = world.add(t.KPI, name="NPS", target=Decimal(50))
    world.add(t.KPI_TARGET, kpi=kpi, start=date(2026, 2, 10), target=Decimal(40))
    found = measured(world, kpi, 45, 45, 10)
    assert found.values == (
        Measurement(date(2026, 1, 28), 45.0, KpiStatus.NEAR),
        Measurement(date(2026, 2, 28), 45.0, KpiStatus.ON_TARGET),
        Measurement(date(2026, 3, 28), 10.0, KpiStatus.OFF),
    )
    assert [(zone.first, zone.last, zone.good) for zone in found.zones] == [
        (date(2026, 1, 28), date(2026, 2, 9), (50.0, None)),
        (date(2026, 2, 10), TODAY, (40.0, None)),
    ]


def test_a_sum_is_what_the_kpi_shows_of_its_period() -> None:
    world = World()
    kpi = world.add(
        t.KPI, name="Sales", rhythm=Rhythm.QUARTERLY, aggregation=Aggregation.SUM, resets=True
    )
    values = measured(world, kpi, 10, 20, 30, 40).values
    assert [value.value for value in values] == [10.0, 30.0, 60.0, 40.0]


def test_no_values_no_target_and_no_kpi() -> None:
    world = World()
    kpi = world.add(t.KPI, name="NPS")
    assert kpi_series(world.snapshot, kpi, TODAY) == KpiSeries((), ())
    with pytest.raises(KeyError):
        kpi_series(world.snapshot, 99, TODAY)


def test_only_the_last_values_are_shown() -> None:
    world = World()
    kpi = world.add(t.KPI, name="NPS", target=Decimal(5))
    for day in range(1, 31):
        world.add(t.KPI_VALUE, kpi=kpi, date=date(2026, 6, day), entered="", value=Decimal(day))
    found = kpi_series(world.snapshot, kpi, TODAY)
    assert len(found.values) == MOST_VALUES
    assert found.zones[0].first == found.values[0].day


@pytest.mark.parametrize(
    ("rule", "fields", "good", "near"),
    [
        (KpiRule.AT_LEAST, {"target": 100}, (100.0, None), ((85.0, 100.0),)),
        (KpiRule.INCREASE_TO, {"target": 100, "near": 90}, (100.0, None), ((90.0, 100.0),)),
        (KpiRule.AT_MOST, {"target": 10, "near": 12}, (None, 10.0), ((10.0, 12.0),)),
        (KpiRule.DECREASE_TO, {"target": 100}, (None, 100.0), ((100.0, 115.0),)),
        (
            KpiRule.RANGE,
            {"low": 100, "high": 200},
            (100.0, 200.0),
            ((85.0, 100.0), (200.0, 230.0)),
        ),
        (KpiRule.RANGE, {"low": 100}, (100.0, None), ((85.0, 100.0),)),
        (KpiRule.RANGE, {"high": 200}, (None, 200.0), ((200.0, 230.0),)),
        (KpiRule.QUALITATIVE, {}, (2.0, None), ((1.0, 2.0),)),
    ],
)
def test_each_rule_has_its_zones(
    rule: KpiRule, fields: dict[str, int], good: Interval, near: tuple[Interval, ...]
) -> None:
    world = World()
    amounts = {name: Decimal(value) for name, value in fields.items()}
    kpi = world.add(t.KPI, name="NPS", rule=rule, **amounts)
    row = world.snapshot.get(t.KPI, kpi)
    assert asked_of(row, limits_on(world.snapshot, kpi, TODAY)) == (good, near)


@pytest.mark.parametrize("rule", [KpiRule.AT_LEAST, KpiRule.RANGE])
def test_without_a_limit_nothing_is_asked(rule: KpiRule) -> None:
    world = World()
    kpi = world.add(t.KPI, name="NPS", rule=rule)
    row = world.snapshot.get(t.KPI, kpi)
    assert asked_of(row, limits_on(world.snapshot, kpi, TODAY)) is None
