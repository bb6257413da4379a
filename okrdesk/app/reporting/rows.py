"""Objectives and key results as lines of a table."""

from decimal import Decimal

from okrdesk.app.reporting.amounts import key_result_amount
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import NOTHING, bar, confidence
from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.key_results import Reading, chosen_zone, done_steps
from okrdesk.domain.readings import reading
from okrdesk.domain.words import Horizon, Level
from okrdesk.reports.data import HigherLevel, HigherObjective, KeyResultRow, ObjectiveRow


def objective_row(view: View, row: Objective) -> ObjectiveRow:
    """One line of a table of objectives."""
    score = view.scores.objective(row.id)
    owner = view.person(row.owner)
    return ObjectiveRow(
        icon=icon(view, row),
        title=row.title,
        subtitle=owner if row.level is Level.INDIVIDUAL else view.team(row.team),
        bar=bar(view, score),
        confidence=confidence(view.catalogue, score.confidence),
        owner=owner,
    )


def icon(view: View, row: Objective) -> str:
    """The symbol of the objective's level: mountain, target, users or user."""
    if row.level is not Level.COMPANY:
        return "user" if row.level is Level.INDIVIDUAL else "users"
    cycle = view.snapshot.find(t.CYCLE, row.cycle)
    return "mountain" if cycle is not None and cycle.horizon is Horizon.LONG_TERM else "target"


def key_result_row(view: View, row: KeyResult) -> KeyResultRow:
    """One line of a table of key results."""
    score = view.scores.key_result(row.id)
    read = reading(view.snapshot, row.id, row, view.day)
    return KeyResultRow(
        title=row.title,
        start=key_result_amount(view.catalogue, row, read.terms.start),
        now=now_text(view, read),
        target=target_text(view, read),
        bar=bar(view, score),
        confidence=confidence(view.catalogue, score.confidence, 0),
        owner=first_name(view.person(row.owner)),
    )


def now_text(view: View, read: Reading) -> str:
    """Where a key result stands, in the terms of its kind."""
    row = read.key_result
    if row.kind == "milestones":
        return _steps(view, len(done_steps(read)), len(read.steps))
    if row.kind == "rubric":
        zone = chosen_zone(read)
        return NOTHING if zone is None else zone.title
    if row.kind == "yes_no" and read.current is not None:
        return view.catalogue("Yes") if read.current else view.catalogue("No")
    return key_result_amount(view.catalogue, row, read.current)


def target_text(view: View, read: Reading) -> str:
    """What a key result asks for, in the terms of its kind."""
    row, terms = read.key_result, read.terms

    def said(value: Decimal | None) -> str:
        return key_result_amount(view.catalogue, row, value)

    match row.kind:
        case "at_least":
            return view.catalogue("at least {limit}", limit=said(terms.target))
        case "at_most":
            return view.catalogue("at most {limit}", limit=said(terms.target))
        case "range":
            return view.catalogue("{low} to {high}", low=said(terms.low), high=said(terms.high))
        case "yes_no":
            return view.catalogue("Yes")
        case "milestones":
            return _steps(view, len(read.steps), len(read.steps))
        case "rubric":
            return next((zone.title for zone in read.zones if zone.ratio == 1), NOTHING)
    return said(terms.target)


def _steps(view: View, done: int, all_of: int) -> str:
    return view.catalogue("{done}\u00a0of\u00a0{all}", done=done, all=all_of)


def first_name(name: str) -> str:
    """The beginning of a name, for narrow columns."""
    return name.partition(" ")[0]


def higher_levels(view: View) -> tuple[HigherLevel, ...]:
    """The longer cycles around this one, longest first, with their objectives."""
    horizons = list(Horizon)
    around = [
        cycle
        for cycle in view.snapshot.sorted_rows(t.CYCLE)
        if horizons.index(cycle.horizon) < horizons.index(view.cycle.horizon)
        and cycle.start <= view.cycle.end
        and view.cycle.start <= cycle.end
    ]
    around.sort(key=lambda cycle: horizons.index(cycle.horizon))
    levels = (HigherLevel(cycle.name, cycle.narrative, _higher(view, cycle.id)) for cycle in around)
    return tuple(level for level in levels if level.objectives)


def _higher(view: View, cycle: int) -> tuple[HigherObjective, ...]:
    return tuple(
        HigherObjective(
            objective_row(view, row),
            tuple(key_result_row(view, kr) for kr in view.key_results(row.id)),
        )
        for row in view.objectives(cycle)
    )
