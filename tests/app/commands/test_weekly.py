"""The weekly journal: lines are added, ticked, dropped and handed over."""

from datetime import date

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.words import Health, WeekPart
from tests.app.plan import TODAY, Plan


def test_a_line_is_written_changed_and_deleted(plan: Plan) -> None:
    plan.author = plan.run(c.create_person, "Anna")
    team = plan.run(c.create_team, "Care")
    first = plan.run(c.add_week_line, " Call ten customers ", team=team)
    second = plan.run(
        c.add_week_line, "Mood", part="health", on=date(2026, 8, 10), health="fair", team=team
    )
    assert plan.get(t.WEEK_LINE, first).text == "Call ten customers"
    assert plan.get(t.WEEK_LINE, first).week == TODAY
    assert plan.get(t.WEEK_LINE, first).author == plan.author
    row = plan.get(t.WEEK_LINE, second)
    assert (row.part, row.health, row.team) == (WeekPart.HEALTH, Health.FAIR, team)
    assert [line.id for line in plan.rows(t.WEEK_LINE)] == [first, second]
    plan.run(c.change_week_line, second, health="poor")
    assert plan.get(t.WEEK_LINE, second).health is Health.POOR
    plan.run(c.delete_row, t.WEEK_LINE, first)
    assert [line.id for line in plan.rows(t.WEEK_LINE)] == [second]


def test_a_plan_is_done_dropped_and_open_again(plan: Plan) -> None:
    line = plan.run(c.add_week_line, "Call ten customers")
    assert plan.run(c.tick_plan, line).done == TODAY
    dropped = plan.run(c.drop_plan, line, on=date(2026, 8, 20))
    assert (dropped.done, dropped.dropped) == (None, date(2026, 8, 20))
    again = plan.run(c.tick_plan, line, done=False)
    assert (again.done, again.dropped) == (None, None)
    assert plan.run(c.tick_plan, line, on=date(2026, 8, 18)).done == date(2026, 8, 18)


def test_a_line_that_says_nothing_is_refused(plan: Plan) -> None:
    assert plan.refused(c.add_week_line, " ")[1] == "text"
    assert plan.refused(c.add_week_line, "Call", part="wish")[1] == "part"


def test_the_journal_of_who_leaves_is_handed_over(plan: Plan) -> None:
    anna, ben = (plan.run(c.create_person, name) for name in ("Anna", "Ben"))
    line = plan.run(c.add_week_line, "Call", person=anna)
    assert "still used" in plan.refused(c.delete_person, anna)[0]
    plan.run(c.delete_person, anna, move_to=ben)
    assert plan.get(t.WEEK_LINE, line).person == ben
    plan.holds_together()
