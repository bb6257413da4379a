"""Many answers at once are one step, or none."""

from decimal import Decimal

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from tests.app.plan import Plan


def test_answers_of_key_results_and_kpis(plan: Plan, key_result: int) -> None:
    kpi = plan.run(c.create_kpi, "Sales")
    answers = [
        c.Answer(key_result, Decimal(7), confidence=6, note="Good week"),
        c.Answer(kpi, Decimal(90), note="Counted twice"),
    ]
    plan.run(c.answer_all, answers)
    (row,), (value,) = plan.rows(t.CHECK_IN), plan.rows(t.KPI_VALUE)
    assert (row.value, row.confidence, row.note) == (7, 6, "Good week")
    assert (value.value, value.note) == (90, "Counted twice")
    assert len(plan.changes) == 2
    plan.refused(c.answer_all, [c.Answer(kpi, Decimal(91)), c.Answer(key_result)])
    plan.run(c.answer_all, [c.Answer(kpi, Decimal(92))])
    assert [row.value for row in plan.rows(t.KPI_VALUE)] == [92]
