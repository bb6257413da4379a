"""The queue as Qt asks for it: an objective, then its key results with old and new value."""

from enum import Enum, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from okrdesk.domain.check_in_queue import is_due
from okrdesk.domain.check_in_round import Round
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.translation import number, percent_text, tr

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()
_WITHOUT_NUMBER = {"milestones", "rubric", "yes_no"}


class Mark(Enum):
    """What the circle before a row says."""

    OBJECTIVE = auto()
    OPEN = auto()
    HERE = auto()
    DONE = auto()


class QueueRow(NamedTuple):
    """What one row shows: the objective with "2 of 4", or a key result with its values."""

    item: int
    mark: Mark
    title: str
    icon: str = ""
    before: str = ""
    after: str = ""
    """The new value of a key result; how many are done of an objective."""


class QueueModel(QAbstractListModel):
    """The rows of a pass."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QueueRow] = []

    def show_round(self, queue: Round, now: Scores, here: int | None) -> None:
        """Shows where the pass stands; rows that stay are repainted in their place."""
        rows = queue_rows(queue, now, here)
        if [row.item for row in rows] == [row.item for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> QueueRow:
        """What the row of a valid index shows."""
        return self._rows[index.row()]

    def index_of(self, item: int | None) -> QModelIndex:
        """Where an item stands; invalid when it is not in the pass."""
        places = (place for place, row in enumerate(self._rows) if row.item == item)
        return self.index(next(places, -1))

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.row_at(index).mark is Mark.OBJECTIVE:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _sentence(self, row: QueueRow) -> str:
        if row.mark is Mark.OBJECTIVE:
            return self.tr("{title}, {done} done").format(title=row.title, done=row.after)
        if row.mark is Mark.DONE:
            words = self.tr("{title}, checked in, from {before} to {after}")
            return words.format(title=row.title, before=row.before, after=row.after)
        return self.tr("{title}, due, now {value}").format(title=row.title, value=row.before)


def queue_rows(queue: Round, now: Scores, here: int | None) -> list[QueueRow]:
    """The rows from the top; key results of one objective stand together."""
    rows: list[QueueRow] = []
    snapshot = now.snapshot
    groups: dict[int, list[int]] = {}
    for item in queue.present(now):
        groups.setdefault(snapshot.get(KEY_RESULT, item).objective, []).append(item)
    for objective, items in groups.items():
        below = [_row(queue, now, item, here) for item in items]
        row = snapshot.get(OBJECTIVE, objective)
        icon = LEVEL_ICONS[symbol_of(row, snapshot.find(CYCLE, row.cycle))]
        done = sum(not is_due(now, item) for item in items)
        count = tr("{done} of {all}").format(done=done, all=len(items))
        rows.append(QueueRow(objective, Mark.OBJECTIVE, row.title, icon, "", count))
        rows += below
    return rows


def value_text(scores: Scores, item: int) -> str:
    """The current value as a person says it: a number, or how far steps, zones or yes/no are."""
    score = scores.key_result(item)
    if score.current is None or scores.snapshot.get(KEY_RESULT, item).kind in _WITHOUT_NUMBER:
        return percent_text(score.progress)
    return number(score.current)


def _row(queue: Round, now: Scores, item: int, here: int | None) -> QueueRow:
    done = not is_due(now, item)
    mark = Mark.HERE if item == here else Mark.DONE if done else Mark.OPEN
    before = value_text(queue.before, item)
    after = value_text(now, item) if done else ""
    return QueueRow(item, mark, now.snapshot.get(KEY_RESULT, item).title, "", before, after)
