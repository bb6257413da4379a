"""The matrix of objectives and KPIs: rows, columns, counts, gaps, movement."""

from datetime import date
from decimal import Decimal

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.matrix import NO_KPI, matrix, movement, watch_rule
from okrdesk.domain.words import Horizon, KpiLevel, Outcome
from tests.domain.world import TODAY, YEAR, World


class Sample:
    """A year above a quarter; two KPIs, one of them linked to one objective."""

    def __init__(self) -> None:
        self.world = World()
        self.year = self.world.cycle("2026", Horizon.YEAR, *YEAR)
        self.below = self.world.objective("Below")
        self.above = self.world.objective("Above", cycle=self.year)
        self.loose = self.world.objective("Loose", cycle=None)
        self.world.objective("Later", outcome=Outcome.POSTPONED)
        self.low = self.world.add(t.KPI, name="Low", level=KpiLevel.LOW)
        self.high = self.world.add(t.KPI, name="High")
        self.link = self.world.add(
            t.KPI_LINK, objective=self.below, kpi=self.high, since=date(2026, 7, 15)
        )

    def value(self, day: str, value: int) -> None:
        when, rows = date.fromisoformat(day), self.world.rows.get("kpi_value", [])
        self.world.add(
            t.KPI_VALUE, kpi=self.high, date=when, entered=str(len(rows)), value=Decimal(value)
        )


def test_longer_cycles_and_high_levels_come_first() -> None:
    sample = Sample()
    found = matrix(sample.world.snapshot, TODAY)
    assert [group.cycle and group.cycle.name for group in found.groups] == [
        *("2026", "Q3 2026", None)
    ]
    assert [row.title for row in found.objectives] == ["Above", "Below", "Loose"]
    assert [line.kpi.name for line in found.kpis] == ["High", "Low"]
    assert found.high == 1
    assert (found.of_objective(sample.below), found.of_kpi(sample.high)) == (1, 1)


def test_the_chosen_cycle_narrows_the_rows() -> None:
    sample = Sample()
    past = sample.world.cycle("2025", Horizon.YEAR, date(2025, 1, 1), date(2025, 12, 31))
    old = sample.world.objective("Old", cycle=past)
    sample.world.add(t.KPI_LINK, objective=old, kpi=sample.low)
    snapshot = sample.world.snapshot
    found = matrix(snapshot, TODAY, snapshot.get(t.CYCLE, sample.world.quarter))
    assert [row.title for row in found.objectives] == ["Above", "Below", "Loose"]
    assert found.of_kpi(sample.low) == 0


def test_gaps_on_both_axes_unless_they_are_meant_to_be() -> None:
    sample = Sample()
    found = matrix(sample.world.snapshot, TODAY)
    assert found.gaps == ([sample.low], [sample.above, sample.loose])
    sample.world.add(t.MUTE, rule=watch_rule(sample.low))
    sample.world.add(t.MUTE, rule=NO_KPI, objective=sample.above)
    assert matrix(sample.world.snapshot, TODAY).gaps == ([], [sample.loose])


@pytest.mark.parametrize(
    ("values", "before", "now", "count"),
    [
        ((), None, None, 0),
        ((("2026-06-30", 40), ("2026-07-15", 41), ("2026-08-01", 47)), 41, 47, 2),
        ((("2026-07-31", 44), ("2026-08-01", 47)), 44, 47, 2),
    ],
)
def test_how_a_kpi_moved_since_its_link(
    values: tuple[tuple[str, int], ...], before: int | None, now: int | None, count: int
) -> None:
    sample = Sample()
    for day, value in values:
        sample.value(day, value)
    snapshot = sample.world.snapshot
    found = movement(snapshot, snapshot.get(t.KPI_LINK, sample.link), TODAY)
    assert (found.before, found.now, len(found.values)) == (before, now, count)


def test_a_link_without_a_day_counts_from_its_cycle_or_from_the_first_value() -> None:
    sample = Sample()
    sample.value("2026-06-30", 40)
    sample.value("2026-07-31", 44)
    dated = sample.world.add(t.KPI_LINK, objective=sample.below, kpi=sample.high)
    loose = sample.world.add(t.KPI_LINK, objective=sample.loose, kpi=sample.high)
    snapshot = sample.world.snapshot
    first, second = (
        movement(snapshot, snapshot.get(t.KPI_LINK, link), TODAY) for link in (dated, loose)
    )
    assert (first.since, first.before, first.now) == (date(2026, 7, 1), 40, 44)
    assert (second.since, second.before, second.now) == (None, 40, 44)
