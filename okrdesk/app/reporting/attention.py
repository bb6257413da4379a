"""The results that want a look, and why."""

from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import percent, status
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.score import Score
from okrdesk.domain.words import Status
from okrdesk.reports.data import AttentionRow

_UNSURE = 3
"""Confidence up to this is low (ux: 1–3, 4–7, 8–10)."""


def attention(view: View) -> tuple[AttentionRow, ...]:
    """At risk first, then what has not moved, is doubted, or belongs to nobody."""
    found = [
        (_urgency(score), row, objective, score)
        for objective in view.objectives(view.cycle.id)
        for row in view.key_results(objective.id)
        for score in [view.scores.key_result(row.id)]
    ]
    found.sort(key=lambda item: item[0])
    reasons = ((row, objective, score, why(view, row, score)) for _, row, objective, score in found)
    return tuple(_row(view, *item) for item in reasons if item[3])


def why(view: View, row: KeyResult, score: Score) -> str:
    """The reasons in words; empty when all is well."""
    say = view.catalogue
    reasons = []
    if score.status is Status.AT_RISK:
        reached, expected = percent(say, score.progress), percent(say, score.expected)
        reasons.append(
            say("{reached} where {expected} is expected", reached=reached, expected=expected)
        )
    if score.stale:
        reasons.append(say("No check-in for two rhythms"))
    if score.confidence is not None and score.confidence <= _UNSURE:
        reasons.append(say("Confidence is low"))
    if row.owner is None:
        reasons.append(say("No owner yet"))
    return " · ".join(reasons)


def _urgency(score: Score) -> tuple[bool, bool, float]:
    return score.status is not Status.AT_RISK, not score.stale, score.confidence or 10.0


def _row(
    view: View, row: KeyResult, objective: Objective, score: Score, reason: str
) -> AttentionRow:
    return AttentionRow(
        title=row.title,
        subtitle=objective.title,
        why=reason,
        owner=view.person(row.owner),
        status=status(view.catalogue, score.status),
    )
