"""The heatmap as a table: a name, a cell for each week, and the trend."""

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from okrdesk.domain.entities import Person, Team
from okrdesk.domain.filters import NONE, Condition
from okrdesk.domain.groups import Groups
from okrdesk.domain.overview.sight import KEY_RESULTS, Sight, search_for
from okrdesk.domain.people import is_solo
from okrdesk.domain.series.heat import Cell, CellState, Heat, HeatRow, Measure
from okrdesk.domain.tables import OBJECTIVE, PERSON, TEAM
from okrdesk.domain.words import Level
from okrdesk.ui.dashboard.wishes import Search
from okrdesk.ui.dashboard.words import one_place
from okrdesk.ui.translation import percent_text, tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NAME = 0
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SHOWN = {_DISPLAY, Qt.ItemDataRole.EditRole}


class HeatLine(NamedTuple):
    """A row with its name, its colour among the categories (0: none), and what it opens."""

    name: str
    colour: int
    wish: Search
    cells: tuple[Cell, ...]


class HeatModel(QAbstractTableModel):
    """Rows of a heatmap, in words for a screen reader."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[HeatLine, ...] = ()
        self.weeks: tuple[int, ...] = ()
        self.current: int | None = None
        self.measure = Measure.CONFIDENCE

    def show_heat(self, lines: tuple[HeatLine, ...], found: Heat, measure: Measure) -> None:
        """Shows other cells; the columns to come are left out."""
        self.beginResetModel()
        begun = len(found.weeks) if found.current is None else found.current + 1
        self.lines = tuple(line._replace(cells=line.cells[:begun]) for line in lines)
        self.weeks, self.current = found.weeks[:begun], found.current
        self.measure = measure
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.weeks) + 2

    @property
    def trend(self) -> int:
        """The column of the trend."""
        return len(self.weeks) + 1

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell there; None for the name and the trend."""
        within = _NAME < column < self.trend
        return self.lines[row].cells[column - 1] if within else None

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        if not index.isValid():
            return None
        if role == _SPOKEN:
            return self.sentence(index.row(), index.column())
        return self.text(index.row(), index.column()) if role in _SHOWN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        if section == self.trend:
            return tr("Trend")
        return tr("W{week}").format(week=self.weeks[section - 1]) if section else ""

    def text(self, row: int, column: int) -> str:
        """What is written there."""
        if column == _NAME:
            return self.lines[row].name
        cell = self.cell(row, column)
        if cell is None or cell.state in {CellState.MISSING, CellState.AHEAD}:
            return ""
        return tr("due") if cell.state is CellState.DUE else value_text(self.measure, cell.value)

    def sentence(self, row: int, column: int) -> str:
        """What a screen reader says there."""
        name, cell = self.lines[row].name, self.cell(row, column)
        if cell is None:
            return name if column == _NAME else tr("Trend of {name}").format(name=name)
        week = self.weeks[column - 1]
        if cell.value is not None:
            value = value_text(self.measure, cell.value)
            return tr("{name}, week {week}: {value}").format(name=name, week=week, value=value)
        due, silent = tr("{name}, week {week}: due"), tr("{name}, week {week}: no check-in")
        words = due if cell.state is CellState.DUE else silent
        return words.format(name=name, week=week)

    def rows(self) -> list[list[str]]:
        """Everything as text, with a head."""
        columns = range(self.trend)
        head = [self.headerData(c, Qt.Orientation.Horizontal) or "" for c in columns]
        return [head, *([self.text(r, c) for c in columns] for r in range(len(self.lines)))]


def value_text(measure: Measure, value: float | None) -> str:
    """“6.8” or “94%”."""
    return one_place(value) if measure is Measure.CONFIDENCE else percent_text(value)


def heat_lines(sight: Sight, found: Heat) -> tuple[HeatLine, ...]:
    """The rows with their names."""
    return tuple(_line(sight, row) for row in found.rows)


def _line(sight: Sight, row: HeatRow) -> HeatLine:
    owner: Team | Person | None = None
    if row.kind is Groups.TEAM:
        owner = sight.snapshot.find(TEAM, row.id)
    elif row.kind is Groups.PERSON:
        owner = sight.snapshot.find(PERSON, row.id)
    if owner is not None:
        word = "team" if isinstance(owner, Team) else "owner"
        wish = _wish(sight, Condition(word, (owner.name,)))
        return HeatLine(owner.name, owner.colour, wish, row.cells)
    if is_solo(sight.snapshot):
        return HeatLine(tr("All objectives"), 0, _wish(sight), row.cells)
    name = tr("Individuals") if _are_individual(sight, row) else tr("No team")
    return HeatLine(name, 5, _wish(sight, Condition("team", (NONE,))), row.cells)


def _wish(sight: Sight, *conditions: Condition) -> Search:
    return Search(search_for(sight, KEY_RESULTS, *conditions))


def _are_individual(sight: Sight, row: HeatRow) -> bool:
    rows = (sight.snapshot.get(OBJECTIVE, objective) for objective in row.objectives)
    return all(objective.level is Level.INDIVIDUAL for objective in rows)
