"""What the saved views of every plan hold, and how many items that is."""

from datetime import date, timedelta

from okrdesk.domain import tables as t
from okrdesk.domain.saved_views import (
    STANDARD_VIEWS,
    Tally,
    is_unaligned,
    needs_attention,
    owners_of,
    tallies,
)
from okrdesk.domain.words import Horizon, ObjectiveState, Outcome
from tests.domain.world import TODAY, World

LONG_AGO = date(2026, 7, 6)


class Plan(World):
    """One calm objective of two key results, owned and aligned."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self.add(t.PERSON, name="Me")
        self.other = self.add(t.PERSON, name="Other")
        self.calm = self.objective("Calm", owner=self.me)
        self.link(self.calm)
        self.first = self.key_result(self.calm, values=[60])
        self.second = self.key_result(self.calm, values=[70], owner=self.other)

    def attention(self, *items: int) -> list[int]:
        scores = self.scores()
        return [item for item in items if needs_attention(scores, item)]


def test_what_goes_well_needs_none() -> None:
    plan = Plan()
    assert plan.attention(plan.calm, plan.first, plan.second, plan.me, 999) == []


def test_at_risk_stale_and_nobodys() -> None:
    plan = Plan()
    risk = plan.key_result(plan.calm, values=[1])
    stale = plan.key_result(plan.calm)
    plan.check_in(stale, 60, on=LONG_AGO)
    nobodys = plan.objective("Nobody's")
    shared = plan.objective("Shared")
    plan.add(t.OBJECTIVE_OWNER, objective=shared, person=plan.other)
    fine = plan.key_result(nobodys, values=[60])
    plan.key_result(shared, values=[60])
    assert plan.attention(risk, stale, nobodys, shared, fine) == [risk, stale, nobodys]


def test_nobody_is_missed_by_one_who_plans_alone() -> None:
    world = World()
    objective = world.objective("Mine, of course")
    world.key_result(objective, values=[60])
    world.add(t.PERSON, name="Me")
    assert not needs_attention(world.scores(), objective)
    world.add(t.PERSON, name="Other")
    assert needs_attention(world.scores(), objective)


def test_what_was_just_written_waits_for_nothing_yet() -> None:
    world = World()
    objective = world.objective("New in the middle of the quarter")
    assert world.scores().objective(objective).stale
    assert not needs_attention(world.scores(), objective)
    result = world.key_result(objective)
    (terms,) = world.rows[t.TERMS.name]
    for days, needed in ((14, False), (15, True)):
        world.change(t.TERMS, terms.id, valid_from=TODAY - timedelta(days=days))
        scores = world.scores()
        assert scores.key_result(result).stale
        assert [needs_attention(scores, item) for item in (objective, result)] == [needed] * 2


def test_what_rests_needs_none() -> None:
    plan = Plan()
    draft = plan.objective("Draft", state=ObjectiveState.DRAFT)
    closed = plan.objective("Closed", state=ObjectiveState.CLOSED)
    below = plan.key_result(closed, values=[1])
    ended = plan.objective("Ended", outcome=Outcome.DROPPED)
    dropped = plan.key_result(plan.calm, values=[1], outcome=Outcome.DROPPED)
    assert plan.attention(draft, closed, below, ended, dropped) == []


def test_a_key_result_without_an_owner_has_its_objectives() -> None:
    plan = Plan()
    plan.add(t.OBJECTIVE_OWNER, objective=plan.calm, person=plan.other)
    snapshot = plan.snapshot
    assert owners_of(snapshot, snapshot.get(t.KEY_RESULT, plan.first)) == {plan.me, plan.other}
    assert owners_of(snapshot, snapshot.get(t.KEY_RESULT, plan.second)) == {plan.other}


def test_not_aligned() -> None:
    plan = Plan()
    loose = plan.objective("Loose")
    assert [is_unaligned(plan.snapshot, item) for item in (loose, plan.calm, plan.first)] == [
        True,
        False,
        False,
    ]


def test_they_are_counted_in_a_cycle_or_everywhere_step_by_step() -> None:
    plan = Plan()
    later = plan.cycle("2027", Horizon.YEAR, date(2027, 1, 1), date(2027, 12, 31))
    plan.objective("Later", cycle=later)
    plan.key_result(plan.calm, values=[1])
    steps = list(tallies(plan.scores(), plan.quarter, plan.me))
    assert steps == [Tally(), Tally(attention=1, mine=1, unaligned=0)]
    assert list(tallies(plan.scores(), None, None))[-1] == Tally(2, 0, 1)
    assert Tally._fields == tuple(view.id for view in STANDARD_VIEWS)
