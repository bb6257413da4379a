from datetime import date

from okrdesk.app import commands as c
from okrdesk.app.past_days import past_days
from tests.app.plan import TODAY, Plan


def choices(plan: Plan, today: date = TODAY) -> list[tuple[str, date]]:
    return [(str(choice.words), choice.day) for choice in past_days(plan.snapshot, today)]


def test_a_plan_without_anything_has_a_week_ago(plan: Plan) -> None:
    assert choices(plan) == [("A week ago", date(2026, 8, 10))]


def test_the_last_meetings_before_today_and_the_start_of_the_quarter(
    plan: Plan, quarter: int
) -> None:
    del quarter
    for day in (3, 6, 10, 12, 13, 17):
        plan.run(c.add_bookmark, f"Meeting {day}", day, on=date(2026, 8, day))
    assert choices(plan) == [
        ("A week ago", date(2026, 8, 10)),
        ("Meeting 13", date(2026, 8, 13)),
        ("Meeting 12", date(2026, 8, 12)),
        ("Start of Q3 2026", date(2026, 7, 1)),
    ]


def test_a_quarter_that_begins_today_is_no_past(plan: Plan, quarter: int) -> None:
    del quarter
    assert choices(plan, date(2026, 7, 1)) == [("A week ago", date(2026, 6, 24))]
