"""What a key result asks for: the dated history of start, target, limits and due day."""

from datetime import date

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Terms
from okrdesk.domain.snapshot import Snapshot

TERMS_FIELDS = ("start", "target", "low", "high", "warning", "due")


def latest_terms(snapshot: Snapshot, key_result: int, day: date) -> Terms:
    """The terms that hold on a day; before the first of them, the first."""
    rows = snapshot.children(t.TERMS, "key_result", key_result)
    return next((row for row in reversed(rows) if row.valid_from <= day), rows[0])
