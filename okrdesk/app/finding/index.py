"""An index of the texts of a plan, built in small steps and kept up to date by its changes."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from okrdesk.app.finding.fuzzy import Span
from okrdesk.app.finding.shelf import Shelf
from okrdesk.domain.changes import Change
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    COMMENT,
    CYCLE,
    KEY_RESULT,
    KPI,
    OBJECTIVE,
    PERSON,
    TEAM,
    Table,
)

STEP = 2_000
"""Rows read in one step of building, about two milliseconds."""


class Kind(Enum):
    """What was found; the value is its table and the field that holds its text."""

    OBJECTIVE = (OBJECTIVE, "title")
    KEY_RESULT = (KEY_RESULT, "title")
    PERSON = (PERSON, "name")
    TEAM = (TEAM, "name")
    CYCLE = (CYCLE, "name")
    KPI = (KPI, "name")
    COMMENT = (COMMENT, "text")
    NOTE = (CHECK_IN, "note")

    @property
    def table(self) -> Table[Any]:
        """Whose rows these are."""
        table: Table[Any] = self.value[0]
        return table

    @property
    def field(self) -> str:
        """The field with the text."""
        return str(self.value[1])


class Hit(NamedTuple):
    """A row whose text matches. ``rank``, then ``length``: smaller is better."""

    rank: int
    length: int
    kind: Kind
    id: int
    spans: tuple[Span, ...]


class Found(NamedTuple):
    """The best matches of each kind, best first, and how many there are in all."""

    hits: list[Hit]
    total: int


class Index:
    """Finds rows of a plan by words."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Reads nothing yet; ``build`` does, or the first search."""
        self._shelves = {kind: Shelf() for kind in Kind}
        self._kinds = {kind.table.name: kind for kind in Kind}
        self._building: Iterator[None] | None = self._read(snapshot)

    @property
    def ready(self) -> bool:
        """Whether everything has been read."""
        return self._building is None

    def build(self) -> bool:
        """Reads some more of the plan; whether that was all."""
        if self._building is not None and next(self._building, self) is self:
            self._building = None
        return self.ready

    def apply(self, changes: Iterable[Change]) -> None:
        """Follows the changes of one step."""
        self._complete()
        for change in changes:
            kind = self._kinds.get(change.table.name)
            if kind is not None:
                after = change.after
                text = "" if after is None else str(getattr(after, kind.field))
                self._shelves[kind].put(change.id, text)

    def find(self, words: Sequence[str], kinds: Collection[Kind], limit: int) -> Found:
        """What matches folded words, at most ``limit`` of each kind; no words match everything."""
        self._complete()
        hits, total = list[Hit](), 0
        for kind in kinds:
            placed, count = self._shelves[kind].find(words, limit)
            hits += [Hit(p.rank, p.length, kind, p.id, p.spans) for p in placed]
            total += count
        return Found(sorted(hits, key=lambda hit: hit[:2]), total)

    def _complete(self) -> None:
        while not self.ready:
            self.build()

    def _read(self, snapshot: Snapshot) -> Iterator[None]:
        for kind, shelf in self._shelves.items():
            place = kind.table.fields.index(kind.field)
            for number, row in enumerate(snapshot.rows(kind.table), start=1):
                shelf.put(row[0], row[place])
                if number % STEP == 0:
                    yield
