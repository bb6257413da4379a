"""What is due for a check-in, and a pass through it."""

from datetime import date, timedelta

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.check_in_queue import (
    ALL,
    Whose,
    count_due,
    due_check_ins,
    due_kpis,
    is_check_in_day,
    next_due,
    wants_answer,
)
from okrdesk.domain.check_in_round import (
    USUAL_SECONDS,
    Balance,
    Round,
    begin_round,
    seconds_left,
)
from okrdesk.domain.words import (
    CycleState,
    Horizon,
    KpiLevel,
    ObjectiveState,
    Outcome,
    Rhythm,
    Source,
)
from tests.domain.world import TODAY, YEAR, World

WEEK_AGO = TODAY - timedelta(days=7)


class Plan(World):
    """An objective that supports the mission, of a person and a team."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self.add(t.PERSON, name="Me")
        self.team = self.add(t.TEAM, name="Care")
        self.main = self.objective("Main", owner=self.me, team=self.team)
        self.link(self.main)

    def reported(self, day: date | None = WEEK_AGO, value: object = 40, **fields: object) -> int:
        item = self.key_result(self.main, **fields)  # type: ignore[arg-type]  # fields of a row
        if day is not None:
            self.check_in(item, value, on=day)
        return item

    def due(self, whose: Whose = ALL, today: date = TODAY) -> list[int]:
        return due_check_ins(self.scores(today), whose)


def test_due_a_rhythm_after_the_last_check_in() -> None:
    plan = Plan()
    old, young, new = plan.reported(), plan.reported(WEEK_AGO + timedelta(1)), plan.reported(None)
    assert plan.due() == [old, new]
    assert plan.due(today=TODAY + timedelta(1)) == [old, young, new]
    assert next_due(plan.scores()) == TODAY + timedelta(1)


def test_a_check_in_dated_later_does_not_count_yet() -> None:
    plan = Plan()
    item = plan.reported()
    plan.check_in(item, 50, on=TODAY + timedelta(1))
    assert plan.due() == [item]


@pytest.mark.parametrize(
    ("rhythm", "days"), [(Rhythm.WEEKLY, 7), (Rhythm.FORTNIGHTLY, 14), (Rhythm.MONTHLY, 30)]
)
def test_the_cycle_sets_the_rhythm(rhythm: Rhythm, days: int) -> None:
    plan = Plan()
    year = plan.cycle("2026", Horizon.YEAR, *YEAR, rhythm=rhythm)
    plan.change(t.OBJECTIVE, plan.main, cycle=year)
    item = plan.reported()
    first = WEEK_AGO + timedelta(days)
    assert plan.due(today=first - timedelta(1)) == []
    assert plan.due(today=first) == [item]


def test_only_what_is_worked_on() -> None:
    plan = Plan()
    item = plan.reported()
    plan.reported(value=100)
    plan.reported(source=Source.CHILDREN)
    plan.reported(start_date=TODAY + timedelta(1))
    plan.reported(due=TODAY - timedelta(1))
    plan.reported(outcome=Outcome.DROPPED)
    for state in (ObjectiveState.DRAFT, ObjectiveState.CLOSED):
        other = plan.objective(state, state=state)
        plan.key_result(other)
    assert plan.due() == [item]
    plan.change(t.CYCLE, plan.quarter, state=CycleState.GRADING)
    assert plan.due() == []
    assert next_due(plan.scores()) is None


def test_a_kpi_fed_result_is_due_by_its_check_ins() -> None:
    plan = Plan()
    kpi = plan.add(t.KPI, name="NPS")
    item = plan.reported(source=Source.KPI, kpi=kpi)
    assert plan.due() == [item]


def test_mine_and_the_teams() -> None:
    plan = Plan()
    other = plan.add(t.PERSON, name="Other")
    mine, theirs = plan.reported(), plan.reported(owner=other)
    shared = plan.objective("Shared")
    plan.add(t.OBJECTIVE_TEAM, objective=shared, team=plan.team)
    helped = plan.key_result(shared)
    alone = plan.key_result(plan.objective("Alone", owner=other))
    assert plan.due(Whose(person=plan.me)) == [mine]
    assert plan.due(Whose(person=other)) == [theirs, alone]
    assert plan.due(Whose(team=plan.team)) == [mine, theirs, helped]
    assert next_due(plan.scores(), Whose(person=other)) is None


def test_kpis_that_want_a_value_come_last() -> None:
    plan = Plan()
    item = plan.reported()
    low = plan.add(t.KPI, name="Calls", level=KpiLevel.LOW, team=plan.team, rhythm=Rhythm.WEEKLY)
    high = plan.add(t.KPI, name="Sales", owner=plan.me)
    fresh = plan.add(t.KPI, name="Staff")
    plan.add(t.KPI_VALUE, kpi=fresh, date=TODAY, entered="", value=1)
    assert due_kpis(plan.scores()) == [high, low]
    assert due_kpis(plan.scores(), Whose(person=plan.me)) == [high]
    assert due_kpis(plan.scores(), Whose(team=plan.team)) == [low]
    queue = begin_round(plan.scores())
    assert queue.items == (item, high, low)
    assert [wants_answer(plan.scores(), kpi) for kpi in (high, fresh)] == [True, False]
    assert list(count_due(plan.scores()))[-1] == 3
    plan.add(t.KPI_VALUE, kpi=high, date=TODAY, entered="", value=1)
    now = plan.scores()
    assert queue.done(now) == [high]
    assert queue.following(item, now) == low
    assert queue.balance(now) == Balance(0, 0, 0)


def test_nothing_is_next_after_the_end_of_the_cycle() -> None:
    plan = Plan()
    end = date(2026, 9, 30)
    plan.reported(end - timedelta(3))
    assert next_due(plan.scores(end)) is None
    plan.change(t.OBJECTIVE, plan.main, cycle=None)
    assert next_due(plan.scores(end)) == end + timedelta(4)


def test_the_day_of_the_check_in() -> None:
    plan = Plan()
    assert is_check_in_day(plan.scores())
    assert not is_check_in_day(plan.scores(TODAY + timedelta(1)))
    plan.change(t.CYCLE, plan.quarter, check_in_day=1)
    assert is_check_in_day(plan.scores(TODAY + timedelta(1)))
    assert not is_check_in_day(plan.scores(date(2026, 10, 6)))
    plan.change(t.CYCLE, plan.quarter, state=CycleState.GRADING)
    assert not is_check_in_day(plan.scores(TODAY + timedelta(1)))


def test_the_count_grows_one_by_one() -> None:
    plan = Plan()
    plan.reported()
    plan.reported(TODAY)
    assert list(count_due(plan.scores())) == [0, 1, 1]


def test_a_pass_knows_what_comes_next() -> None:
    plan = Plan()
    first, second, third = plan.reported(), plan.reported(), plan.reported()
    queue = begin_round(plan.scores())
    assert queue.items == (first, second, third)
    plan.check_in(second, 50, on=TODAY)
    now = plan.scores()
    assert queue.done(now) == [second]
    assert queue.following(None, now) == first
    assert queue.following(first, now) == third
    assert queue.following(third, now) == first
    assert queue.beside(first, 1, now) == second
    assert queue.beside(first, -1, now) == first
    assert queue.beside(999, 1, now) == first
    plan.check_in(first, 40, on=TODAY)
    plan.check_in(third, 30, on=TODAY)
    now = plan.scores()
    assert queue.following(third, now) is None
    assert queue.balance(now) == Balance(up=1, same=1, down=1)


def test_what_was_deleted_leaves_the_pass() -> None:
    plan = Plan()
    queue = Round((999,), plan.scores())
    assert queue.present(plan.scores()) == []
    assert queue.beside(999, 1, plan.scores()) == 999
    assert queue.following(999, plan.scores()) is None


def test_time_left_at_a_persons_own_pace() -> None:
    assert seconds_left(12, []) == 12 * USUAL_SECONDS
    assert seconds_left(3, [4.0, 6.0, 300.0]) == 18.0
