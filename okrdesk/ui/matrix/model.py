"""The matrix as Qt asks for it: objectives by cycle, a column for each KPI, counts at the edges."""

from enum import Enum, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from okrdesk.domain.entities import KpiLink, Objective
from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.matrix import Matrix
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CYCLE, PERSON
from okrdesk.domain.words import KpiStrength
from okrdesk.text import Message
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import percent_text, said, tr
from okrdesk.ui.widgets.paint import Bar, Face

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()
NO_FLAGS = Qt.ItemFlag.NoItemFlags
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
MARKS = {KpiStrength.DIRECT: "●", KpiStrength.INFLUENCES: "○"}
STRENGTH_WORDS = {
    KpiStrength.DIRECT: Message("direct"),
    KpiStrength.INFLUENCES: Message("influences"),
}
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class Kind(Enum):
    """What a row of the matrix is."""

    GROUP = auto()
    OBJECTIVE = auto()
    TOTAL = auto()


class Row(NamedTuple):
    """What the first column shows."""

    kind: Kind
    title: str
    objective: Objective | None = None
    icon: str = ""
    bar: Bar = Bar(None, None, None)
    percent: str = ""
    owner: str = ""
    face: Face = Face("", 0)


class MatrixModel(QAbstractTableModel):
    """The cells of the matrix; the first column has the objectives, the last one the counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix((), (), {}, frozenset())
        self._rows: list[Row] = []

    def show_matrix(self, matrix: Matrix, scores: Scores) -> None:
        """Shows another matrix; one of the same rows and columns is repainted in its place."""
        rows = matrix_rows(matrix, scores)
        same = _shape(matrix, rows) == _shape(self.matrix, self._rows)
        if not same:
            self.beginResetModel()
        self.matrix, self._rows = matrix, rows
        if not same:
            self.endResetModel()
        elif rows:
            end = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), end)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @property
    def counts(self) -> int:
        """The last column."""
        return len(self.matrix.kpis) + 1

    def row_at(self, row: int) -> Row:
        """What stands in a row."""
        return self._rows[row]

    def line_at(self, column: int) -> KpiLine | None:
        """The KPI of a column; None for the first and the last one."""
        return self.matrix.kpis[column - 1] if 0 < column < self.counts else None

    def pair_at(self, index: Index) -> tuple[Objective, KpiLine] | None:
        """The objective and the KPI of a cell; None at the edges."""
        if not index.isValid():
            return None
        objective, line = self._rows[index.row()].objective, self.line_at(index.column())
        return None if objective is None or line is None else (objective, line)

    def link_at(self, index: Index) -> KpiLink | None:
        """The link in a cell."""
        pair = self.pair_at(index)
        return None if pair is None else self.matrix.links.get((pair[0].id, pair[1].kpi.id))

    def index_of(self, objective: int | None, kpi: int | None) -> QModelIndex:
        """The cell of both; for one that is not in the matrix, that of the first link."""
        rows = {_id(row.objective): n for n, row in enumerate(self._rows) if row.objective}
        columns = {line.kpi.id: n + 1 for n, line in enumerate(self.matrix.kpis)}
        pairs = [(row, column) for row in rows for column in columns]
        usual = next((pair for pair in pairs if pair in self.matrix.links), (None, None))
        row = rows.get(objective, rows.get(usual[0], min(rows.values(), default=-1)))
        return self.index(row, columns.get(kpi or 0, columns.get(usual[1] or 0, 1)))

    def is_gap(self, index: Index) -> bool:
        """Whether a count at the edge is one of nothing that should be something."""
        row, line = self._rows[index.row()], self.line_at(index.column())
        if row.kind is Kind.TOTAL and line is not None:
            return self.matrix.is_gap(line.kpi.id)
        last = index.column() == self.counts
        return last and row.objective is not None and self.matrix.is_gap(row.objective.id)

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else self.counts + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind is Kind.GROUP:
            return NO_FLAGS
        return FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        line = self.line_at(section)
        if line is not None:
            return line.kpi.name
        return tr("KPIs linked") if section else tr("Objective")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in _TEXTS:
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index)
        return None

    def _text(self, index: Index) -> str:
        row, line = self._rows[index.row()], self.line_at(index.column())
        if index.column() == 0:
            return row.title
        if row.kind is Kind.GROUP:
            return ""
        if row.kind is Kind.TOTAL:
            return "" if line is None else str(self.matrix.of_kpi(line.kpi.id))
        if line is None:
            return str(self.matrix.of_objective(_id(row.objective) or 0))
        link = self.link_at(index)
        return "" if link is None else MARKS[link.strength]

    def _sentence(self, index: Index) -> str:
        row, pair = self._rows[index.row()], self.pair_at(index)
        if pair is not None:
            link = self.link_at(index)
            strength = tr("no link") if link is None else said(STRENGTH_WORDS[link.strength])
            words = tr("{objective}, {kpi}: {strength}")
            return words.format(objective=pair[0].title, kpi=pair[1].kpi.name, strength=strength)
        line = self.line_at(index.column())
        if row.kind is Kind.TOTAL and line is not None:
            count = self.matrix.of_kpi(line.kpi.id)
            moved = said(Message("moved by %n objective(s)", count=count))
            return tr("{name}, {words}").format(name=line.kpi.name, words=moved)
        if row.objective is None:
            return row.title
        count = self.matrix.of_objective(row.objective.id)
        moves = said(Message("moves %n KPI(s)", count=count))
        status = "" if row.bar.status is None else status_word(row.bar.status)
        percent = "" if row.bar.progress is None else row.percent
        parts = [row.title, status, percent, moves]
        return ", ".join(filter(None, parts))


def matrix_rows(matrix: Matrix, scores: Scores) -> list[Row]:
    """The rows from the top: each cycle with its objectives, then the counts."""
    rows: list[Row] = []
    for group in matrix.groups:
        name = tr("No cycle") if group.cycle is None else group.cycle.name
        rows.append(Row(Kind.GROUP, name))
        rows += [_row(scores, objective) for objective in group.objectives]
    return [*rows, Row(Kind.TOTAL, tr("Objectives that move this KPI"))] if rows else []


def _row(scores: Scores, objective: Objective) -> Row:
    snapshot, score = scores.snapshot, scores.item(objective.id)
    person = snapshot.find(PERSON, objective.owner)
    cycle = snapshot.find(CYCLE, objective.cycle)
    return Row(
        Kind.OBJECTIVE,
        objective.title,
        objective,
        LEVEL_ICONS[symbol_of(objective, cycle)],
        Bar(score.status, score.progress, score.expected),
        percent_text(score.progress),
        "" if person is None else person.name,
        Face("", 0) if person is None else Face(person.initials, person.colour - 1),
    )


def _shape(matrix: Matrix, rows: list[Row]) -> object:
    kpis = [line.kpi.id for line in matrix.kpis]
    return kpis, [(row.kind, _id(row.objective) or row.title) for row in rows]


def _id(objective: Objective | None) -> int | None:
    return None if objective is None else objective.id
