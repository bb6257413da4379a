from datetime import date

from okrdesk.app import commands as c
from okrdesk.app.ownership import needed_by
from okrdesk.app.proposals import next_period
from okrdesk.domain import tables as t
from okrdesk.domain.words import Horizon
from tests.app.plan import TODAY, Plan


def test_the_first_period_without_a_cycle_is_proposed(plan: Plan) -> None:
    def proposed(horizon: Horizon) -> str:
        period = next_period(plan.snapshot, horizon, TODAY)
        assert period is not None
        return period.name

    assert proposed(Horizon.QUARTER) == "Q3 2026"
    plan.run(c.ensure_cycle, Horizon.QUARTER, date(2026, 10, 5))
    assert proposed(Horizon.QUARTER) == "Q3 2026"
    plan.run(c.ensure_cycle, Horizon.QUARTER, TODAY)
    assert proposed(Horizon.QUARTER) == "Q1 2027"
    assert proposed(Horizon.YEAR) == "2026"
    assert next_period(plan.snapshot, Horizon.CUSTOM, TODAY) is None


def test_what_a_person_owns_is_counted(plan: Plan, objective: int, key_result: int) -> None:
    person = plan.run(c.create_person, "Mei")
    assert needed_by(plan.snapshot, t.PERSON, person) == 0
    plan.run(c.change_objective, objective, owner=person)
    plan.run(c.change_key_result, key_result, owner=person)
    assert needed_by(plan.snapshot, t.PERSON, person) == 2
