"""What drives what: the key results and children that an item's number is the mean of."""

from typing import NamedTuple

from okrdesk.domain.alignment import links_of, links_to
from okrdesk.domain.cycles import days_of
from okrdesk.domain.entities import KeyResult, Link, Objective
from okrdesk.domain.key_results import kind
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Drivers, ObjectiveState, Outcome, Source

LEFT_OUT = (Outcome.POSTPONED, Outcome.DROPPED)


class Child(NamedTuple):
    """A contributing objective, and the share of its parent's days that it covers, 0–1."""

    row: Objective
    days: float


def counts(row: Objective | KeyResult) -> bool:
    """Whether the item takes part in means: no draft, not postponed, not dropped."""
    draft = isinstance(row, Objective) and row.state is ObjectiveState.DRAFT
    return not draft and row.outcome not in LEFT_OUT


def driving_key_results(snapshot: Snapshot, row: Objective) -> list[KeyResult]:
    """The key results that drive the objective, in order."""
    return [k for k in _own(snapshot, row) if kind(k.kind).counts] if _by_own(row) else []


def driving_children(snapshot: Snapshot, row: Objective) -> list[Child]:
    """The children that drive the objective: where it says so, or where nothing else can."""
    if row.drivers is Drivers.KEY_RESULTS and _own(snapshot, row):
        return []
    own = set(snapshot.child_ids(KEY_RESULT, "objective", row.id))
    links = [
        link
        for link in links_to(snapshot, row.id)
        if not (own and counted_below(snapshot, link, own))
    ]
    return _children(snapshot, links, row)


def feeding_children(snapshot: Snapshot, row: KeyResult) -> list[Child]:
    """The children whose mean the key result is."""
    return _children(snapshot, links_to(snapshot, row.id), snapshot.get(OBJECTIVE, row.objective))


def counted_below(snapshot: Snapshot, link: Link, key_results: set[int]) -> bool:
    """Whether the link's child contributes to one of these key results, and so never again."""
    others = links_of(snapshot, link.child)
    return any(other.contributes and other.key_result in key_results for other in others)


def parts_of(snapshot: Snapshot, item: int) -> list[int]:
    """Ids below an item that have to be counted before it: all but plain key results."""
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return [child.row.id for child in feeding_children(snapshot, key_result)]
    row = snapshot.get(OBJECTIVE, item)
    fed = [k.id for k in driving_key_results(snapshot, row) if k.source is Source.CHILDREN]
    return fed + [child.row.id for child in driving_children(snapshot, row)]


def above(snapshot: Snapshot, item: int) -> list[int]:
    """The items whose mean this one may be part of."""
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return [key_result.objective]
    ends = [(i.objective, i.key_result) for i in links_of(snapshot, item) if i.contributes]
    return [end for pair in ends for end in pair if end is not None]


def _by_own(row: Objective) -> bool:
    return row.drivers is not Drivers.CHILDREN


def _own(snapshot: Snapshot, row: Objective) -> list[KeyResult]:
    return [k for k in snapshot.children(KEY_RESULT, "objective", row.id) if counts(k)]


def _children(snapshot: Snapshot, links: list[Link], parent: Objective) -> list[Child]:
    """Each child once, even where a damaged plan links it twice."""
    ids = dict.fromkeys(link.child for link in links if link.contributes)
    rows = [row for child in ids if (row := snapshot.find(OBJECTIVE, child)) and counts(row)]
    return [Child(row, share_of_days(snapshot, row, parent)) for row in rows]


def share_of_days(snapshot: Snapshot, child: Objective, parent: Objective) -> float:
    """The part of the parent cycle's days that the child's shorter cycle has, else 1."""
    if child.cycle == parent.cycle:
        return 1.0
    below, over = snapshot.find(CYCLE, child.cycle), snapshot.find(CYCLE, parent.cycle)
    if below is None or over is None or days_of(below) >= days_of(over):
        return 1.0
    return days_of(below) / days_of(over)
