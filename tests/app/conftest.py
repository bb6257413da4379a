from datetime import date

import pytest

from okrdesk.app import commands as c
from tests.app.plan import Plan


@pytest.fixture
def plan() -> Plan:
    return Plan()


@pytest.fixture
def quarter(plan: Plan) -> int:
    days = date(2026, 7, 1), date(2026, 9, 30)
    return int(plan.run(c.create_cycle, "Q3 2026", "quarter", *days))


@pytest.fixture
def objective(plan: Plan, quarter: int) -> int:
    return int(plan.run(c.create_objective, "Delight customers", cycle=quarter))


@pytest.fixture
def key_result(plan: Plan, objective: int) -> int:
    return int(plan.run(c.create_key_result, objective, "Interviews", start=0, target=50))
