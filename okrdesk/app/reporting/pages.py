"""A page for each objective."""

from okrdesk.app.reporting.kpis import kpi_move
from okrdesk.app.reporting.rows import key_result_row
from okrdesk.app.reporting.trends import trend
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import bar, confidence, percent, status
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import ancestors, parent_of
from okrdesk.domain.entities import CheckIn, KeyResult, Objective
from okrdesk.domain.entities import Initiative as InitiativeRow
from okrdesk.domain.words import Level
from okrdesk.reports.data import Initiative, Note, ObjectivePage

_NOTES = 4


def objective_page(view: View, row: Objective) -> ObjectivePage:
    """Everything about one objective on the report's day."""
    score = view.scores.objective(row.id)
    key_results = view.key_results(row.id)
    catalogue = view.catalogue
    return ObjectivePage(
        breadcrumb=breadcrumb(view, row),
        title=row.title,
        subtitle=_subtitle(view, row),
        bar=bar(view, score),
        expected=catalogue("Expected today {percent}", percent=percent(catalogue, score.expected)),
        confidence=_confidence(view, score.confidence),
        key_results=tuple(key_result_row(view, kr) for kr in key_results),
        trends=tuple(filter(None, (trend(view, kr) for kr in key_results))),
        notes=notes(view, key_results),
        initiatives=initiatives(view, row, key_results),
        kpis=tuple(
            kpi_move(view, link) for link in view.snapshot.children(t.KPI_LINK, "objective", row.id)
        ),
    )


def breadcrumb(view: View, row: Objective) -> tuple[str, ...]:
    """The mission and the titles down to the objective's parent; empty when it is not aligned."""
    if parent_of(view.snapshot, row.id) is None:
        return ()
    above = [objective.title for objective in ancestors(view.snapshot, row.id)]
    mission = next((plan.mission for plan in view.snapshot.rows(t.ORGANISATION)), "")
    return tuple(filter(None, (mission, *reversed(above))))


def notes(view: View, key_results: list[KeyResult]) -> tuple[Note, ...]:
    """The newest check-ins that said something."""
    said = [
        (check_in, row)
        for row in key_results
        for check_in in view.snapshot.children(t.CHECK_IN, "key_result", row.id)
        if check_in.note and check_in.date <= view.day
    ]
    said.sort(key=lambda pair: (pair[0].date, pair[0].entered), reverse=True)
    return tuple(_note(view, *pair) for pair in said[:_NOTES])


def _note(view: View, check_in: CheckIn, row: KeyResult) -> Note:
    then = view.at(check_in.date).key_result(row.id)
    return Note(
        day=view.catalogue.day(check_in.date),
        title=row.title,
        author=view.person(check_in.author),
        text=check_in.note,
        status=status(view.catalogue, check_in.status or then.status),
    )


def initiatives(view: View, row: Objective, key_results: list[KeyResult]) -> tuple[Initiative, ...]:
    """What is done for the objective and its key results."""
    snapshot = view.snapshot
    own = snapshot.children(t.INITIATIVE, "objective", row.id)
    of_results = [
        found
        for kr in key_results
        for found in snapshot.children(t.INITIATIVE, "key_result", kr.id)
    ]
    return tuple(
        _initiative(view, found)
        for found in {found.id: found for found in (*own, *of_results)}.values()
        if found.parent is None
    )


def _initiative(view: View, row: InitiativeRow) -> Initiative:
    done = row.done is not None and row.done <= view.day
    due = (
        ""
        if done or row.due is None
        else view.catalogue("due {day}", day=view.catalogue.day(row.due))
    )
    return Initiative(row.text, done, due)


def _subtitle(view: View, row: Objective) -> str:
    cycle = view.snapshot.find(t.CYCLE, row.cycle)
    team = "" if row.level is Level.INDIVIDUAL else view.team(row.team)
    return " · ".join(filter(None, (team, cycle.name if cycle else "", view.person(row.owner))))


def _confidence(view: View, value: float | None) -> str:
    if value is None:
        return view.catalogue("No confidence yet")
    return view.catalogue("Confidence {value} of 10", value=confidence(view.catalogue, value))
