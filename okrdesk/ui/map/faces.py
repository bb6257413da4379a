"""What a card of the map shows, read from the plan."""

from typing import NamedTuple

from okrdesk.domain.alignment_map import Card, Column
from okrdesk.domain.entities import Organisation
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CYCLE,
    GRADE,
    KEY_RESULT,
    LINK,
    OBJECTIVE,
    ORGANISATION,
    PERSON,
    TEAM,
    VALUE,
)
from okrdesk.text import Message
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import RowReader
from okrdesk.ui.models.tree_row import RowKind, TreeRow, sentence
from okrdesk.ui.translation import said, tr

AROUND = (CYCLE, GRADE, LINK, ORGANISATION, PERSON, TEAM)
"""Tables of which an edit can change any face."""


class Face(NamedTuple):
    """One card in words and numbers; equal for two moments between which it looks the same."""

    row: TreeRow
    icon: str
    caption: str
    """Above the title: the team, the person or the cycle."""
    foot: str = ""
    """Below the title of the mission: the values."""
    results: tuple[TreeRow, ...] = ()
    ids: tuple[int, ...] = ()
    """Those of the key results that are shown."""
    hidden: int = 0

    @property
    def is_mission(self) -> bool:
        """Whether it is the mission's."""
        return self.row.kind is RowKind.MISSION

    def spoken(self) -> str:
        """What a screen reader says of the card."""
        folded = said(Message("%n card(s) folded away", count=self.hidden)) if self.hidden else ""
        parts = (sentence(self.row), self.caption, folded)
        return ", ".join(part for part in parts if part)


class FaceReader:
    """Reads faces, and remembers what an edit did not touch."""

    def __init__(self, snapshot: Snapshot, scores: Scores) -> None:
        self._snapshot, self._results = snapshot, False
        self._reader = RowReader(snapshot, scores, _mission)

    def renew(self, snapshot: Snapshot, scores: Scores, *, results: bool) -> None:
        """Reads from another moment; ``results``: with the key results of each objective."""
        before, self._snapshot, self._results = self._snapshot, snapshot, results
        if results or before.state(*AROUND) != snapshot.state(*AROUND):
            self._reader.start_over(snapshot, scores)
            return
        for item in self._reader.renew(snapshot, scores):
            self._reader.forget(item)
        for row in before.rows(OBJECTIVE):
            if snapshot.find(OBJECTIVE, row.id) is not row:
                self._reader.forget(row.id)

    def face(self, card: Card) -> Face:
        """What a card shows."""
        row = self._reader.row(card.item)
        if card.column is Column.MISSION:
            return self._mission_face(row, card)
        owned = row.owner if card.column is Column.INDIVIDUAL else row.team
        level = card.column in {Column.INDIVIDUAL, Column.TEAM}
        caption = (owned if level else "") or row.cycle
        ids = self._items(card.item)
        results = tuple(self._reader.row(item) for item in ids)
        return Face(row, LEVEL_ICONS[row.symbol], caption, "", results, ids, card.hidden)

    def _items(self, objective: int) -> tuple[int, ...]:
        shown = self._results
        return self._snapshot.child_ids(KEY_RESULT, "objective", objective) if shown else ()

    def _mission_face(self, row: TreeRow, card: Card) -> Face:
        values = " · ".join(value.title for value in self._snapshot.sorted_rows(VALUE))
        return Face(row, LEVEL_ICONS["mission"], tr("Mission"), values, hidden=card.hidden)


def _mission(node: int, snapshot: Snapshot, scores: Scores) -> TreeRow:
    del scores
    row: Organisation | None = snapshot.find(ORGANISATION, node)
    title = "" if row is None else row.mission or row.name
    return TreeRow(RowKind.MISSION, title, "mission")
