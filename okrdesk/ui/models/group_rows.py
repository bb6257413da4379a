"""The rows that are no objective and no key result: the mission, and groups with their numbers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from okrdesk.domain.groups import Groups
from okrdesk.domain.scoring import Score, Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, ORGANISATION, PERSON, TEAM, Table
from okrdesk.text import Message
from okrdesk.ui.models.group_structure import GROUPS, UNGROUPED, Arrangement
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.models.tree_structure import UNALIGNED
from okrdesk.ui.translation import percent_text, said

GROUP_SYMBOL = "group"
_TABLES: tuple[Table[Any], ...] = (TEAM, PERSON, CYCLE)


class OtherRows:
    """Reads the rows that are no items."""

    def __init__(self, count: Callable[[int], int]) -> None:
        """`count`: how many objectives of a group are to be seen."""
        self._count = count
        self.arrangement, self.cycle = Arrangement.TREE, None

    arrangement: Arrangement
    cycle: int | None
    """The chosen cycle, of which the number of a team or person is."""

    def row(self, node: int, snapshot: Snapshot, scores: Scores) -> TreeRow:
        """Return the row of the mission or of a group; an empty one for what is gone."""
        if node == UNALIGNED:
            title = QCoreApplication.translate("TreeRow", "Not aligned")
            return TreeRow(RowKind.GROUP, title, GROUP_SYMBOL)
        organisation = snapshot.find(ORGANISATION, node)
        if organisation is not None:
            caption = QCoreApplication.translate("TreeRow", "Mission")
            title = organisation.mission or organisation.name
            return TreeRow(RowKind.MISSION, title, "mission", caption)
        if self.arrangement is Arrangement.TREE:
            return TreeRow(RowKind.GROUP, "")
        return self._group(node, snapshot, scores)

    def _group(self, node: int, snapshot: Snapshot, scores: Scores) -> TreeRow:
        caption = said(Message("%n objective(s)", count=self._count(node)))
        if node == UNGROUPED:
            return TreeRow(RowKind.GROUP, _without(self.arrangement), GROUP_SYMBOL, caption)
        found = (snapshot.find(table, node) for table in _TABLES)
        row = next((row for row in found if row is not None), None)
        score = self._score(node, scores)
        return TreeRow(
            RowKind.GROUP,
            "" if row is None else row.name,
            GROUP_SYMBOL,
            caption,
            progress=None if score is None else score.progress,
            percent="" if score is None else percent_text(score.progress),
            expected=None if score is None else score.expected,
        )

    def _score(self, node: int, scores: Scores) -> Score | None:
        """Return the mean of a group: of a team or person in the chosen cycle."""
        kind = GROUPS[self.arrangement]
        if kind is Groups.CYCLE:
            return scores.cycle(node)
        if self.cycle is None:
            return None
        if kind is Groups.TEAM:
            return scores.team(node, self.cycle)
        return scores.person(node, self.cycle)


def _without(arrangement: Arrangement) -> str:
    return {
        Arrangement.TEAM: QCoreApplication.translate("TreeRow", "No team"),
        Arrangement.OWNER: QCoreApplication.translate("TreeRow", "No owner"),
    }.get(arrangement, QCoreApplication.translate("TreeRow", "No cycle"))
