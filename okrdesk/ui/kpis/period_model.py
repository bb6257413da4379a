"""KPIs in rows, periods in columns: what each showed, or what it is asked for."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, Qt, Signal

from okrdesk.domain.cycles import Period, fiscal_start
from okrdesk.domain.entities import Kpi
from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.kpi_periods import (
    PeriodTarget,
    PeriodValue,
    last_periods,
    periods,
    targets_by_period,
    values_by_period,
)
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.domain.words import KpiRule, Rhythm
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.kpis.list_model import Index
from okrdesk.ui.kpis.words import state_word, target_words, value_words
from okrdesk.ui.translation import number, short_date, tr

NOTHING = QModelIndex()
SHOWN = {Rhythm.WEEKLY: 13, Rhythm.MONTHLY: 12, Rhythm.QUARTERLY: 8, Rhythm.YEARLY: 5}
"""How many columns there are of each length."""
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
WRITABLE = FLAGS | Qt.ItemFlag.ItemIsEditable


class Asked(Enum):
    """What the cells show."""

    VALUES = auto()
    TARGETS = auto()


class Cell(NamedTuple):
    """What a cell is about, and what it shows."""

    kpi: Kpi
    period: Period
    text: str
    plain: str
    """What is edited."""
    status: KpiStatus | None = None
    value: PeriodValue | None = None
    target: PeriodTarget | None = None
    strong: bool = True
    """A target that only holds on from an earlier period is quiet."""


class PeriodModel(QAbstractTableModel):
    """``typed`` carries a cell and what was typed into it."""

    typed = Signal(object, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._periods: list[Period] = []
        self._cells: list[list[Cell]] = []
        self.rhythm, self.asked = Rhythm.MONTHLY, Asked.VALUES

    def show_lines(self, lines: Sequence[KpiLine]) -> None:
        """Shows other KPIs, or the same ones anew."""
        bridge = self._bridge
        start, count = fiscal_start(bridge.snapshot), SHOWN[self.rhythm]
        wanted = last_periods(self.rhythm, bridge.today, count, start)
        if self.asked is Asked.TARGETS:
            wanted = periods(self.rhythm, wanted[count // 2].start, count, start)
        cells = [self._row(line.kpi, wanted) for line in lines]
        # A reset would take the editor away in which a value has just been typed.
        same = wanted == self._periods and _kpis(cells) == _kpis(self._cells)
        if not same:
            self.beginResetModel()
        self._periods, self._cells = wanted, cells
        if not same:
            self.endResetModel()
        elif cells:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cells) - 1, count - 1))

    def cell_at(self, index: Index) -> Cell:
        """What a valid index is about."""
        return self._cells[index.row()][index.column()]

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._periods)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return FLAGS if self._bridge.read_only else WRITABLE

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in _TEXTS:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return period_words(self.rhythm, self._periods[section])
        return self._cells[section][0].kpi.name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell_at(index)
        if role in _TEXTS:
            return cell.text
        if role == Qt.ItemDataRole.EditRole:
            return cell.plain
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = tr("{kpi}, {period}: {value}, {state}")
            text = words.format(
                kpi=cell.kpi.name,
                period=period_words(self.rhythm, cell.period),
                value=cell.text or tr("empty"),
                state=state_word(cell.status),
            )
            return text.rstrip(", ")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tells what was typed; the plan answers with what it holds."""
        cell = self.cell_at(index)
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == cell.plain:
            return False
        self.typed.emit(cell, text)
        return True

    def _row(self, kpi: Kpi, wanted: list[Period]) -> list[Cell]:
        snapshot = self._bridge.snapshot
        if self.asked is Asked.TARGETS:
            targets = targets_by_period(snapshot, kpi.id, wanted)
            pairs = zip(wanted, targets, strict=True)
            return [_target_cell(kpi, period, target) for period, target in pairs]
        values = values_by_period(snapshot, kpi.id, wanted)
        return [_value_cell(kpi, *pair) for pair in zip(wanted, values, strict=True)]


def period_words(rhythm: Rhythm, period: Period) -> str:
    """“Aug 2026”, “Q3 2026”, “10 Aug” for the week that begins there."""
    if rhythm is Rhythm.MONTHLY:
        day = QDate(period.start.year, period.start.month, 1)
        return QLocale().toString(day, "MMM yyyy")
    return short_date(period.start) if rhythm is Rhythm.WEEKLY else period.name


def _value_cell(kpi: Kpi, period: Period, found: PeriodValue) -> Cell:
    text = "" if found.value is None else value_words(kpi, found.value)
    plain = "" if found.value is None else value_words(kpi, found.value, short=False)
    return Cell(kpi, period, text, plain, found.status, value=found)


def _target_cell(kpi: Kpi, period: Period, found: PeriodTarget) -> Cell:
    text, limits = target_words(kpi, found.limits), found.limits
    plain = "" if limits.target is None else number(limits.target)
    if kpi.rule is KpiRule.RANGE and limits.low is not None and limits.high is not None:
        plain = tr("{low} to {high}").format(low=number(limits.low), high=number(limits.high))
    own = found.own is not None
    return Cell(kpi, period, text, plain, target=found, strong=own)


def _kpis(cells: list[list[Cell]]) -> list[int]:
    return [row[0].kpi.id for row in cells]
