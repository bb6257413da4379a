"""The list of KPIs as Qt asks for it: a heading for each level, then its KPIs."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from okrdesk.domain.kpi_overview import LEVELS, KpiLine
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import PERSON
from okrdesk.text import Message
from okrdesk.ui.kpis.words import (
    LEVEL_WORDS,
    state_word,
    target_sentence,
    target_words,
    value_words,
)
from okrdesk.ui.settings.words import RHYTHM_WORDS
from okrdesk.ui.translation import said, short_date, tr

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()
NO_FLAGS = Qt.ItemFlag.NoItemFlags
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class Column(IntEnum):
    """The columns from the leading edge."""

    NAME = 0
    VALUE = 1
    TARGET = 2
    TREND = 3
    STATE = 4
    LAST = 5
    RHYTHM = 6
    OWNER = 7
    OBJECTIVES = 8


HEADS = (
    Message("KPI"),
    Message("Value"),
    Message("Target"),
    Message("Trend"),
    Message("Status"),
    Message("Last entry"),
    Message("Rhythm"),
    Message("Owner"),
    Message("Objectives"),
)


class Face(NamedTuple):
    """The owner: name, initials, tint."""

    name: str = ""
    letters: str = ""
    tint: int = 0


class Row(NamedTuple):
    """A KPI with the words of its columns; ``line`` is None in a heading."""

    line: KpiLine | None
    words: tuple[str, ...]
    owner: Face = Face()


class KpiListModel(QAbstractTableModel):
    """The rows of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_lines(self, lines: Sequence[KpiLine], snapshot: Snapshot) -> None:
        """Shows other KPIs; rows that stay are repainted in their place."""
        rows = kpi_rows(lines, snapshot)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                end = self.index(len(rows) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), end)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> Row:
        """What the row of a valid index shows."""
        return self._rows[index.row()]

    def kpi_at(self, index: Index) -> int | None:
        """The KPI of a row; None for a heading or no row."""
        line = self.row_at(index).line if index.isValid() else None
        return None if line is None else line.kpi.id

    def index_of(self, kpi: int | None) -> QModelIndex:
        """Where a KPI stands; invalid where it is not in the list."""
        for place, row in enumerate(self._rows):
            if row.line is not None and row.line.kpi.id == kpi:
                return self.index(place, 0)
        return QModelIndex()

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [place for place, row in enumerate(self._rows) if row.line is None]

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return NO_FLAGS if self.kpi_at(index) is None else FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return said(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role in ROLES:
            return row.words[index.column()] if index.column() < len(row.words) else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.NAME:
            return row.words[0] if row.line is None else sentence(row.line, row)
        return None


def kpi_rows(lines: Sequence[KpiLine], snapshot: Snapshot) -> list[Row]:
    """The rows from the top; a level without KPIs has no heading."""
    rows: list[Row] = []
    for level in LEVELS:
        below = [line for line in lines if line.kpi.level is level]
        if below:
            rows.append(Row(None, (said(LEVEL_WORDS[level]),)))
        rows += [_row(line, snapshot) for line in below]
    return rows


def sentence(line: KpiLine, row: Row) -> str:
    """A KPI to be heard in one sentence."""
    if line.last is None:
        return tr("{name}, no value yet, target {target}").format(
            name=line.kpi.name, target=target_sentence(line.kpi, line.limits) or tr("none")
        )
    return tr("{name}, {state}, {value}, target {target}, last entry {day}").format(
        name=line.kpi.name,
        state=state_word(line.status) or tr("no target"),
        value=value_words(line.kpi, line.value),
        target=target_sentence(line.kpi, line.limits) or tr("none"),
        day=row.words[Column.LAST],
    )


def _row(line: KpiLine, snapshot: Snapshot) -> Row:
    person = snapshot.find(PERSON, line.kpi.owner)
    owner = Face() if person is None else Face(person.name, person.initials, person.colour - 1)
    words = {
        Column.NAME: line.kpi.name,
        Column.VALUE: value_words(line.kpi, line.value),
        Column.TARGET: target_words(line.kpi, line.limits),
        Column.STATE: state_word(line.status),
        Column.LAST: "—" if line.last is None else short_date(line.last.date),
        Column.RHYTHM: said(RHYTHM_WORDS[line.kpi.rhythm]),
        Column.OWNER: owner.name,
        Column.OBJECTIVES: str(len(line.objectives)) if line.objectives else "",
    }
    return Row(line, tuple(words.get(column, "") for column in Column), owner)


def _key(row: Row) -> object:
    return row.words[0] if row.line is None else row.line.kpi.id
