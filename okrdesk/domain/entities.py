"""The rows of a plan, as immutable tuples whose fields are the columns of the file.

Conventions: ``id`` is a row id (``ids.py``); a field named after a table holds such an id;
``position`` orders siblings, smallest first; amounts are ``Decimal`` and keep the precision in
which they were typed; ``entered`` is the UTC moment of entry as ISO text, for the order of entry;
``parameters`` is JSON text with what a kind keeps beside the common columns.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.kpis import Kpi, KpiLink, KpiTarget, KpiValue
from okrdesk.domain.organisation import Membership, Organisation, Person, Team, Value, Word
from okrdesk.domain.weekly import WeekLine
from okrdesk.domain.words import (
    Ambition,
    CycleState,
    DelegationState,
    Drivers,
    Horizon,
    Level,
    ObjectiveState,
    Outcome,
    Priority,
    Rhythm,
    Source,
    Status,
)

__all__ = [
    "Bookmark",
    "CheckIn",
    "Comment",
    "Cycle",
    "Delegation",
    "Grade",
    "Initiative",
    "KeyResult",
    "Kpi",
    "KpiLink",
    "KpiTarget",
    "KpiValue",
    "Link",
    "Membership",
    "Mute",
    "Objective",
    "ObjectiveOwner",
    "ObjectiveTag",
    "ObjectiveTeam",
    "ObjectiveValue",
    "Organisation",
    "Person",
    "Phase",
    "Retrospective",
    "SavedView",
    "StatusOverride",
    "Step",
    "Team",
    "Terms",
    "Value",
    "WeekLine",
    "Word",
    "Zone",
]


class Cycle(NamedTuple):
    """A dated period; both days belong to it."""

    id: int
    name: str
    horizon: Horizon
    start: date
    end: date
    narrative: str = ""
    rhythm: Rhythm = Rhythm.WEEKLY
    check_in_day: int = 0
    """Weekday of the check-in, Monday = 0."""
    state: CycleState = CycleState.ACTIVE


class Objective(NamedTuple):
    """A qualitative goal. Its parent and further supports are rows of ``Link``."""

    id: int
    title: str
    cycle: int | None = None
    level: Level = Level.TEAM
    description: str = ""
    team: int | None = None
    owner: int | None = None
    ambition: Ambition = Ambition.ASPIRATIONAL
    priority: Priority | None = None
    state: ObjectiveState = ObjectiveState.ACTIVE
    outcome: Outcome | None = None
    drivers: Drivers = Drivers.KEY_RESULTS
    weight: float = 1.0
    share: float | None = None
    """A fixed share of its parent in percent, or None."""
    start: date | None = None
    """Own first day, where it differs from the cycle's."""
    due: date | None = None
    predecessor: int | None = None
    position: float = 0.0


class ObjectiveTeam(NamedTuple):
    """A further team that shares the objective."""

    id: int
    objective: int
    team: int


class ObjectiveOwner(NamedTuple):
    """A further owner of the objective."""

    id: int
    objective: int
    person: int


class ObjectiveTag(NamedTuple):
    """A tag on the objective, without its ``#``."""

    id: int
    objective: int
    tag: str


class ObjectiveValue(NamedTuple):
    """The objective serves a value of the organisation."""

    id: int
    objective: int
    value: int


class Link(NamedTuple):
    """``child`` supports an objective or a key result; with neither, the mission.

    ``primary``: the one place of the child in the tree; otherwise it also supports.
    ``contributes``: its number counts there; otherwise it is for show.
    """

    id: int
    child: int
    objective: int | None = None
    key_result: int | None = None
    primary: bool = True
    contributes: bool = False
    position: float = 0.0


class KeyResult(NamedTuple):
    """A measurable part of an objective. Start, target and due are rows of ``Terms``."""

    id: int
    objective: int
    title: str
    kind: str = "number"
    """The id of a member of ``key_results.KINDS``."""
    description: str = ""
    unit: str = ""
    """A unit, or an ISO 4217 code for a currency."""
    decimals: int = 0
    owner: int | None = None
    weight: float = 1.0
    share: float | None = None
    scoring: str = ""
    """Guidance for the grade."""
    source: Source = Source.CHECK_INS
    kpi: int | None = None
    start_date: date | None = None
    """Own first day, where it differs from the objective's or the cycle's."""
    rhythm: Rhythm | None = None
    parameters: str = "{}"
    outcome: Outcome | None = None
    predecessor: int | None = None
    position: float = 0.0


class Terms(NamedTuple):
    """What a key result asks for from a day on; the first row also holds before its day."""

    id: int
    key_result: int
    valid_from: date
    start: Decimal | None = None
    target: Decimal | None = None
    """The target; for at least and at most the limit."""
    low: Decimal | None = None
    high: Decimal | None = None
    warning: Decimal | None = None
    """The second limit of a control kind."""
    due: date | None = None
    """None: the objective's or the cycle's last day."""


class Phase(NamedTuple):
    """A phased target: the value expected on a day."""

    id: int
    key_result: int
    date: date
    value: Decimal


class Step(NamedTuple):
    """A step of a milestones key result."""

    id: int
    key_result: int
    title: str
    weight: float = 1.0
    due: date | None = None
    done: date | None = None
    position: float = 0.0


class Zone(NamedTuple):
    """A worded zone of a rubric and the ratio that it stands for."""

    id: int
    key_result: int
    title: str
    ratio: float
    position: float = 0.0


class CheckIn(NamedTuple):
    """What somebody reported about a key result on a day.

    ``value`` is the running total; 1 or 0 for yes/no; None where steps or a zone say it, or
    where only confidence and note are given (as for a KPI-fed result).
    """

    id: int
    key_result: int
    date: date
    entered: str
    value: Decimal | None = None
    zone: int | None = None
    confidence: int | None = None
    """1–10."""
    status: Status | None = None
    """The person's own status, where it differs from the suggestion."""
    note: str = ""
    author: int | None = None


class StatusOverride(NamedTuple):
    """A person's own status for an item between check-ins; wins until the next check-in."""

    id: int
    date: date
    entered: str
    status: Status
    objective: int | None = None
    key_result: int | None = None
    calculated: Status | None = None
    reason: str = ""
    author: int | None = None


class Comment(NamedTuple):
    """A word about an item: thanks, a question, an answer."""

    id: int
    entered: str
    text: str
    objective: int | None = None
    key_result: int | None = None
    initiative: int | None = None
    kpi: int | None = None
    author: int | None = None


class Initiative(NamedTuple):
    """What we do to move a key result; a sub-step has a parent. Never counts."""

    id: int
    text: str
    objective: int | None = None
    key_result: int | None = None
    parent: int | None = None
    owner: int | None = None
    due: date | None = None
    done: date | None = None
    position: float = 0.0


class Delegation(NamedTuple):
    """An item is handed to a person, who accepts it or returns it with a note."""

    id: int
    person: int
    date: date
    objective: int | None = None
    key_result: int | None = None
    delegated_by: int | None = None
    state: DelegationState = DelegationState.OFFERED
    note: str = ""


class Grade(NamedTuple):
    """The grade of an item at the end of its cycle, 0.0–1.0 with one decimal."""

    id: int
    date: date
    grade: float
    objective: int | None = None
    key_result: int | None = None
    proposed: float | None = None
    """What the calculation gave on that day."""
    reason: str = ""
    note: str = ""
    author: int | None = None


class Retrospective(NamedTuple):
    """What was learned: about one objective, or about the whole cycle."""

    id: int
    cycle: int
    objective: int | None = None
    worked: str = ""
    did_not: str = ""
    change: str = ""
    author: int | None = None


class SavedView(NamedTuple):
    """A named filter."""

    id: int
    name: str
    query: str = ""
    position: float = 0.0


class Mute(NamedTuple):
    """A rule of the coach that is not to be shown for an item."""

    id: int
    rule: str
    objective: int | None = None
    key_result: int | None = None


class Bookmark(NamedTuple):
    """A named place in the journal, such as a meeting."""

    id: int
    name: str
    txn: int
    date: date
