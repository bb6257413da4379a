"""Statuses, ratios and confidence as a report prints them."""

from okrdesk.app.reporting.view import View
from okrdesk.domain import words as w
from okrdesk.domain.rounding import rounded, whole_percent
from okrdesk.domain.score import Score
from okrdesk.reports.data import Bar, Status
from okrdesk.text import Catalogue

NOTHING = "—"


def status(catalogue: Catalogue, found: w.Status | None) -> Status | None:
    """The status with its word."""
    return None if found is None else Status(found.value, catalogue.text(w.STATUS_WORDS[found]))


def percent(catalogue: Catalogue, ratio: float | None) -> str:
    """“64%”, or a dash."""
    return NOTHING if ratio is None else catalogue.percent(whole_percent(ratio))


def confidence(catalogue: Catalogue, value: float | None, decimals: int = 1) -> str:
    """“6.3”, or a dash."""
    if value is None:
        return NOTHING
    return catalogue.number(rounded(value, decimals), decimals)


def bar(view: View, score: Score) -> Bar:
    """The progress bar; an achieved item needs no mark for what is expected."""
    achieved = score.status is w.Status.ACHIEVED
    return Bar(
        ratio=score.progress,
        expected=None if achieved else score.expected,
        text=percent(view.catalogue, score.progress),
        status=status(view.catalogue, score.status),
    )
