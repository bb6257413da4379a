"""The first page: four figures, the plan in short, the course, and the objectives."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from okrdesk.app.reporting.course import Standing
from okrdesk.app.reporting.in_short import in_short
from okrdesk.app.reporting.rows import objective_row
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import confidence, percent
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.scoring import Scores
from okrdesk.domain.words import Level, Status
from okrdesk.reports.data import Cover, Figure, ObjectiveTable, Picture


def cover(view: View, author: str, chart: Picture | None, before: Standing | None) -> Cover:
    """The whole page. ``before``: where the cycle before stood at the same point."""
    plan = next(view.snapshot.rows(t.ORGANISATION))
    return Cover(
        organisation=plan.name,
        initial=plan.name[:1].upper(),
        mission=plan.mission,
        title=view.catalogue("{cycle} OKR report", cycle=view.cycle.name),
        subtitle=_subtitle(view, author),
        figures=figures(view),
        sentences=in_short(view, before),
        chart=chart,
        tables=_tables(view),
    )


def figures(view: View) -> tuple[Figure, ...]:
    """Progress, confidence, what is on track, and who checked in."""
    say = view.catalogue
    now = view.scores.cycle(view.cycle.id)
    past = view.at(view.day - timedelta(weeks=1))
    results = view.all_key_results()
    count = Counter(view.scores.key_result(row.id).status for row in results)
    fine = count[Status.ON_TRACK] + count[Status.ACHIEVED]
    first, last = _week(view)
    told = sum(_checked_in(view, row, first, last) for row in results)
    return (
        Figure(
            percent(say, now.progress),
            say("Progress"),
            say("expected {percent}", percent=percent(say, now.expected)),
        ),
        Figure(
            confidence(say, _sure(view, view.scores)),
            say("Confidence"),
            say("of 10, last week {value}", value=confidence(say, _sure(view, past))),
        ),
        Figure(
            say("{part} of {all}", part=fine, all=len(results)),
            say("Key results on track"),
            say(
                "{behind} behind, {at_risk} at risk",
                behind=count[Status.BEHIND],
                at_risk=count[Status.AT_RISK],
            ),
        ),
        Figure(
            say("{part} of {all}", part=told, all=len(results)),
            say("Checked in"),
            say("this week, {due} due", due=len(results) - told)
            if last == view.day
            else say("in its last week"),
        ),
    )


def _sure(view: View, scores: Scores) -> float | None:
    """The mean confidence of the cycle's objectives that have one."""
    found = [scores.objective(row.id).confidence for row in view.objectives(view.cycle.id)]
    known = [value for value in found if value is not None]
    return sum(known) / len(known) if known else None


def _subtitle(view: View, author: str) -> str:
    cycle, say = view.cycle, view.catalogue
    week = say("Week {week} of {all}", week=week_of(cycle, view.day), all=weeks_of(cycle))
    by = say("prepared by {name}", name=author) if author else ""
    return " · ".join(filter(None, (week, say.long_day(view.day), by)))


def _week(view: View) -> tuple[date, date]:
    """The week of the report's day so far; the last seven days of a cycle that is over."""
    if view.day > view.cycle.end:
        return view.cycle.end - timedelta(days=6), view.cycle.end
    plan = next(view.snapshot.rows(t.ORGANISATION))
    return view.day - timedelta(days=(view.day.weekday() - plan.week_start) % 7), view.day


def _checked_in(view: View, row: KeyResult, first: date, last: date) -> bool:
    check_ins = view.snapshot.children(t.CHECK_IN, "key_result", row.id)
    return any(first <= check_in.date <= last for check_in in check_ins)


def _tables(view: View) -> tuple[ObjectiveTable, ...]:
    """The company's own objectives of the cycle, then those of teams and people."""
    rows = view.objectives(view.cycle.id)
    company = [row for row in rows if row.level is Level.COMPANY]
    others = [row for row in rows if row.level is not Level.COMPANY]
    tables = (_table(view, company), _table(view, others))
    return tuple(table for table in tables if table.rows)


def _table(view: View, rows: Sequence[Objective]) -> ObjectiveTable:
    levels = {row.level for row in rows}
    if Level.COMPANY in levels:
        title = view.catalogue("Company objectives")
    elif levels <= {Level.INDIVIDUAL}:
        title = view.catalogue("Objectives")
    else:
        title = view.catalogue("Team and individual objectives")
    return ObjectiveTable(title, tuple(objective_row(view, row) for row in rows))
