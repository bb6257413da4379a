"""The queue as Qt asks for it: an objective, then its key results with old and new value."""

from enum import Enum, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from okrdesk.domain.check_in_round import Round
from okrdesk.domain.kpi_status import values_until
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CYCLE, KEY_RESULT, KPI, OBJECTIVE
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.kpis.words import value_words
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.translation import number, percent_text, tr

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()
_KPIS = -1
"""The group of the KPIs."""
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
        self.done = 0
        """How many of the pass want no answer any more."""

    def show_round(self, queue: Round, now: Scores, here: int | None) -> None:
        """Shows where the pass stands; rows that stay are repainted in their place."""
        done = frozenset(queue.done(now))
        self.done = len(done)
        rows = queue_rows(queue, now, here, done)
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


def queue_rows(queue: Round, now: Scores, here: int | None, done: frozenset[int]) -> list[QueueRow]:
    """The rows from the top; key results of one objective stand together, KPIs at the end.

    ``done``: those of the pass that want no answer any more.
    """
    rows: list[QueueRow] = []
    snapshot = now.snapshot
    groups: dict[int, list[int]] = {}
    for item in queue.present(now):
        row = snapshot.find(KEY_RESULT, item)
        groups.setdefault(_KPIS if row is None else row.objective, []).append(item)
    for group, items in groups.items():
        count = tr("{done} of {all}").format(done=len(done.intersection(items)), all=len(items))
        title, icon = _heading(now, group)
        rows.append(QueueRow(group, Mark.OBJECTIVE, title, icon, "", count))
        rows += [_row(queue, now, item, here, done=item in done) for item in items]
    return rows


def _heading(now: Scores, group: int) -> tuple[str, str]:
    """What stands over a group, and its icon."""
    if group == _KPIS:
        return tr("KPIs"), "activity"
    row = now.snapshot.get(OBJECTIVE, group)
    return row.title, LEVEL_ICONS[symbol_of(row, now.snapshot.find(CYCLE, row.cycle))]


def value_text(scores: Scores, item: int) -> str:
    """The value as a person says it: a number, or how far steps, zones or yes/no are."""
    kpi = scores.snapshot.find(KPI, item)
    if kpi is not None:
        told = values_until(scores.snapshot, item, scores.today)
        return value_words(kpi, told[-1].value if told else None)
    score = scores.key_result(item)
    if score.current is None or scores.snapshot.get(KEY_RESULT, item).kind in _WITHOUT_NUMBER:
        return percent_text(score.progress)
    return number(score.current)


def _row(queue: Round, now: Scores, item: int, here: int | None, *, done: bool) -> QueueRow:
    mark = Mark.HERE if item == here else Mark.DONE if done else Mark.OPEN
    before = value_text(queue.before, item)
    after = value_text(now, item) if done else ""
    return QueueRow(item, mark, _title(now, item), "", before, after)


def _title(now: Scores, item: int) -> str:
    kpi = now.snapshot.find(KPI, item)
    return now.snapshot.get(KEY_RESULT, item).title if kpi is None else kpi.name
