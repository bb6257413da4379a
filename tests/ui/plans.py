"""A small plan for the tests of the tree, and numbers that need no counting."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from okrdesk.domain.changes import Change
from okrdesk.domain.entities import (
    Cycle,
    KeyResult,
    Link,
    Objective,
    Organisation,
    Person,
    Step,
    Terms,
)
from okrdesk.domain.filters import parse
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLE_BY_NAME, Table
from okrdesk.domain.words import Horizon, Level, Status
from okrdesk.ui.models.tree_filter import TreeFilter

TODAY = date(2026, 8, 17)
MISSION, AMARA, MEI = 1, 11, 12
LONG, YEAR, QUARTER = 21, 22, 23
LOVED, DELIGHT, RESEARCH, VOICE, LOOSE = 101, 102, 103, 104, 105
SURVEY, CHURNED, PLANNED, CALLS, READ = 201, 202, 203, 204, 205
ITEMS = (LOVED, DELIGHT, RESEARCH, VOICE, LOOSE, SURVEY, CHURNED, PLANNED, CALLS, READ)


@dataclass
class Number:
    """What the domain counts for an item."""

    progress: float | None = 0.5
    expected: float | None = 0.52
    status: Status | None = Status.ON_TRACK
    stale: bool = False
    confidence: float | None = 6.0
    current: Decimal | None = Decimal(5)
    last_check_in: date | None = None


@dataclass
class Numbers:
    """Numbers by item; the same for every item that has none of its own."""

    own: dict[int, Number] = field(default_factory=dict)
    today: date = TODAY

    def item(self, row_id: int) -> Number:
        return self.own.get(row_id, Number())


def numbers() -> Numbers:
    """Churned customers are at risk, the survey is achieved, the reading unknown."""
    own = {
        CHURNED: Number(1 / 3, 0.52, Status.AT_RISK, confidence=3),
        SURVEY: Number(1.0, 0.52, Status.ACHIEVED, confidence=9, current=Decimal(1000)),
        PLANNED: Number(0.4, 0.52, Status.BEHIND, stale=True),
        READ: Number(None, None, Status.NOT_STARTED, confidence=None, current=None),
    }
    return Numbers(own)


def plan(**more: Iterable[tuple[Any, ...]]) -> Snapshot:
    """Mission, four levels of objectives below it, and one that is not aligned."""
    rows: dict[str, list[Any]] = {
        "organisation": [Organisation(MISSION, "Marigold", "Help everyone feel confident")],
        "person": [Person(AMARA, "Amara Diallo", "AD", 3), Person(MEI, "Mei Tan")],
        "cycle": [
            Cycle(LONG, "2026–29", Horizon.LONG_TERM, date(2026, 1, 1), date(2029, 12, 31)),
            Cycle(YEAR, "2026", Horizon.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
            Cycle(QUARTER, "Q3 2026", Horizon.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        ],
        "objective": [
            Objective(LOVED, "Be the best-loved franchise", LONG, Level.COMPANY, owner=AMARA),
            Objective(DELIGHT, "Delight our customers", YEAR, Level.COMPANY),
            Objective(RESEARCH, "Improve customer satisfaction", QUARTER, owner=AMARA),
            Objective(VOICE, "Be the voice of churned customers", QUARTER, Level.INDIVIDUAL),
            Objective(LOOSE, "Read more", QUARTER, Level.INDIVIDUAL, owner=MEI),
        ],
        "link": [
            Link(301, LOVED),
            Link(302, DELIGHT, LOVED),
            Link(303, RESEARCH, DELIGHT),
            Link(304, VOICE, key_result=CHURNED),
            Link(305, VOICE, DELIGHT, primary=False),
        ],
        "key_result": [
            KeyResult(SURVEY, RESEARCH, "Get 1,000 survey responses", position=1),
            KeyResult(CHURNED, RESEARCH, "Interview 15 churned customers", owner=MEI, position=2),
            KeyResult(PLANNED, RESEARCH, "Present a plan", "milestones", position=3),
            KeyResult(CALLS, VOICE, "Answer 80% of calls", "percent"),
            KeyResult(READ, LOOSE, "Read 12 books"),
        ],
        "terms": [
            Terms(501, CHURNED, TODAY, Decimal(0), Decimal(15)),
            Terms(502, SURVEY, TODAY, Decimal(0), Decimal(1000)),
            Terms(503, CALLS, TODAY, Decimal(0), Decimal(80)),
        ],
        "step": [Step(401, PLANNED, "Draft", done=date(2026, 8, 1)), Step(402, PLANNED, "Show")],
    }
    for table, extra in more.items():
        rows.setdefault(table, []).extend(extra)
    return Snapshot(rows)


def asking(text: str, *, everywhere: bool = True) -> TreeFilter:
    """The filter of a search."""
    return TreeFilter(parse(text), everywhere)


def inserted(row: Any, table: Table[Any]) -> Change:
    return Change(table, row.id, None, row)


def changed(snapshot: Snapshot, table: Table[Any], row_id: int, **fields: object) -> Change:
    before = snapshot.get(table, row_id)
    return Change(table, row_id, before, before._replace(**fields))


def deleted(snapshot: Snapshot, *ids: int) -> list[Change]:
    """The deletion of rows, whatever table they are in."""
    found = [(t, snapshot.find(t, row_id)) for t in TABLE_BY_NAME.values() for row_id in ids]
    return [Change(table, row.id, row, None) for table, row in found if row is not None]
