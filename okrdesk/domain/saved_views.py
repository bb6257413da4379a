"""The saved views that every plan has, what they hold, and how many items that is."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okrdesk.domain.alignment import parent_of
from okrdesk.domain.cycles import in_scope
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.pace import is_stale
from okrdesk.domain.people import has_several_people
from okrdesk.domain.readings import rhythm_days
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, OBJECTIVE_OWNER, TERMS
from okrdesk.domain.tree import row_of
from okrdesk.domain.words import CycleState, ObjectiveState, Status
from okrdesk.text import Message


class StandardView(NamedTuple):
    """A view of every plan; ``query`` is written as a person would write it into the search."""

    id: str
    name: Message
    query: str


ATTENTION = StandardView("attention", Message("Needs attention"), "is:attention")
MINE = StandardView("mine", Message("My objectives"), "owner:me")
UNALIGNED = StandardView("unaligned", Message("Not aligned"), "is:unaligned")
STANDARD_VIEWS = (ATTENTION, MINE, UNALIGNED)


def needs_attention(scores: Scores, item: int) -> bool:
    """Whether an objective or key result is at risk, stale, or an objective without an owner.

    Never what is a draft, closed, or has its outcome; and what was written after its cycle had
    begun is given the time for a first report, however stale the cycle's days make it.
    """
    row = row_of(scores.snapshot, item)
    if row is None or _rests(scores.snapshot, row):
        return False
    if isinstance(row, Objective) and lacks_owner(scores.snapshot, row):
        return True
    return scores.item(item).status is Status.AT_RISK or _waits(scores, row)


def _waits(scores: Scores, row: Objective | KeyResult) -> bool:
    """Whether it is stale; before anything was reported, by the days of the key results alone."""
    score, snapshot = scores.item(row.id), scores.snapshot
    if not score.stale or score.last_check_in is not None:
        return score.stale
    if isinstance(row, Objective):
        below = snapshot.children(KEY_RESULT, "objective", row.id)
        return any(_waits(scores, key_result) for key_result in below)
    all_terms = snapshot.children(TERMS, "key_result", row.id)
    written = min((terms.valid_from for terms in all_terms), default=date.min)
    return is_stale(None, written, scores.today, rhythm_days(snapshot, row))


def lacks_owner(snapshot: Snapshot, row: Objective) -> bool:
    """Whether nobody owns the objective where somebody should.

    Where there are not several people, nobody is missed.
    """
    return has_several_people(snapshot) and not owners_of(snapshot, row)


def is_unaligned(snapshot: Snapshot, item: int) -> bool:
    """Whether it is an objective without a place under anything."""
    return snapshot.find(OBJECTIVE, item) is not None and parent_of(snapshot, item) is None


def owners_of(snapshot: Snapshot, row: Objective | KeyResult) -> set[int]:
    """The people that own it, alone or with others; a key result may have its objective's."""
    if isinstance(row, KeyResult):
        if row.owner is not None:
            return {row.owner}
        row = snapshot.get(OBJECTIVE, row.objective)
    shared = snapshot.children(OBJECTIVE_OWNER, "objective", row.id)
    people = {other.person for other in shared}
    return people if row.owner is None else people | {row.owner}


class Tally(NamedTuple):
    """How many items the standard views hold so far."""

    attention: int = 0
    mine: int = 0
    unaligned: int = 0


def tallies(scores: Scores, cycle: int | None, me: int | None) -> Iterator[Tally]:
    """Counts one objective after another, with its key results; the last tally holds for all.

    Of what is to be seen while looking at the cycle, or of the whole plan for None. Whoever counts
    a large plan stops between two and lets others work.
    """
    snapshot = scores.snapshot
    tally = Tally()
    yield tally
    for row in _seen(snapshot, cycle):
        items = (row.id, *snapshot.child_ids(KEY_RESULT, "objective", row.id))
        tally = Tally(
            tally.attention + sum(needs_attention(scores, item) for item in items),
            tally.mine + (me in owners_of(snapshot, row)),
            tally.unaligned + is_unaligned(snapshot, row.id),
        )
        yield tally


def _seen(snapshot: Snapshot, cycle: int | None) -> Iterator[Objective]:
    chosen = snapshot.find(CYCLE, cycle)
    outside = {row.id for row in snapshot.rows(CYCLE) if not in_scope(row, chosen)}
    return (row for row in snapshot.rows(OBJECTIVE) if row.cycle not in outside)


def _rests(snapshot: Snapshot, row: Objective | KeyResult) -> bool:
    objective = row if isinstance(row, Objective) else snapshot.get(OBJECTIVE, row.objective)
    cycle = snapshot.find(CYCLE, objective.cycle)
    if cycle is not None and cycle.state is CycleState.CLOSED:
        return True
    active = objective.state is ObjectiveState.ACTIVE
    return not active or objective.outcome is not None or row.outcome is not None
