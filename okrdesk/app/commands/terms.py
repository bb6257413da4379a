"""What a key result asks for: the dated history of start, target, limits and due day."""

from datetime import date

from okrdesk.domain.entities import Terms
from okrdesk.domain.readings import terms_on
from okrdesk.domain.snapshot import Snapshot

TERMS_FIELDS = ("start", "target", "low", "high", "warning", "due")


def latest_terms(snapshot: Snapshot, key_result: int, day: date) -> Terms:
    """The terms that hold on a day; empty ones, with the id 0, where there are none at all."""
    return terms_on(snapshot, key_result, day) or Terms(0, key_result, day)
