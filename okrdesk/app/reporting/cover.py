"""The first page: four figures, the plan in short, the course, and the objectives."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from okrdesk.app.reporting.course import Standing
from okrdesk.app.reporting.in_short import in_short
from okrdesk.app.reporting.rows import objective_row
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import confidence, percent
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.entities import Objective
from okrdesk.domain.overview.check_ins import check_ins
from okrdesk.domain.overview.sight import sight_of
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
    before = view.at(view.day - timedelta(weeks=1)).cycle(view.cycle.id)
    results = view.all_key_results()
    count = Counter(view.scores.key_result(row.id).status for row in results)
    fine = count[Status.ON_TRACK] + count[Status.ACHIEVED]
    sight = sight_of(view.scores, view.cycle)
    week = check_ins(sight)
    return (
        Figure(
            percent(say, now.progress),
            say("Progress"),
            say("expected {percent}", percent=percent(say, now.expected)),
        ),
        Figure(
            confidence(say, now.confidence),
            say("Confidence"),
            say(
                "of 10, last week {value}",
                value=confidence(say, before.confidence),
            ),
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
            say("{part} of {all}", part=week.done, all=week.every),
            say("Checked in"),
            say("in its last week") if sight.over else say("this week, {due} due", due=week.due),
        ),
    )


def _subtitle(view: View, author: str) -> str:
    cycle, say = view.cycle, view.catalogue
    week = say("Week {week} of {all}", week=week_of(cycle, view.day), all=weeks_of(cycle))
    by = say("prepared by {name}", name=author) if author else ""
    return " · ".join(filter(None, (week, say.long_day(view.day), by)))


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
