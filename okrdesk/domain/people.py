"""Whether a plan is one person's, or of several."""

from itertools import islice

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION, PERSON


def is_solo(snapshot: Snapshot) -> bool:
    """Whether the plan is for one person."""
    return any(row.solo for row in snapshot.rows(ORGANISATION))


def has_several_people(snapshot: Snapshot) -> bool:
    """Whether more than one person can own something: two that are active, in no solo plan."""
    active = (row for row in snapshot.rows(PERSON) if row.active)
    return not is_solo(snapshot) and len(list(islice(active, 2))) > 1
