"""The button of the tool bar that chooses the cycle, with its menu."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from okrdesk.domain.entities import Cycle
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE
from okrdesk.domain.words import CycleState, Horizon
from okrdesk.ui.look import Look
from okrdesk.ui.scope import EVERYTHING
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date, tr

WIDEST_NAME = 240


class CycleButton(QPushButton):
    """Shows the chosen cycle with its dates. ``chosen`` carries a cycle's id or ``EVERYTHING``."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self.setAutoDefault(False)
        self._snapshot: Snapshot | None = None
        self._cycle: int | None = None
        self._look = look
        self._name = look.label("", TextRole.STRONG)
        self._dates = look.label("", TextRole.BODY, "2")
        self._name.setMaximumWidth(WIDEST_NAME)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 11, 0)
        row.setSpacing(8)
        for part in (look.icon("calendar"), self._name, self._dates, look.icon("chevron-down", 14)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.clicked.connect(self.open_menu)

    @property
    def menu_of_cycles(self) -> QMenu:
        """The menu, filled when it is opened."""
        return self._menu

    def sizeHint(self) -> QSize:
        layout = self.layout()
        width = 0 if layout is None else layout.sizeHint().width()
        return QSize(width, max(super().sizeHint().height(), 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_cycle(self, snapshot: Snapshot, cycle: Cycle | None) -> None:
        """Shows a cycle, or that everything is looked at."""
        self._snapshot, self._cycle = snapshot, None if cycle is None else cycle.id
        name = self.tr("Everything") if cycle is None else cycle.name
        dates = "" if cycle is None else dates_text(cycle)
        _show_elided(self._name, name)
        self._dates.setText(dates)
        self.show_dates(shown=True)
        self.setAccessibleName(self.tr("Cycle {name}").format(name=name))
        self.setAccessibleDescription(dates)
        self.setToolTip(self.tr("Choose the cycle to look at: {name}").format(name=name))
        self.updateGeometry()

    def show_dates(self, *, shown: bool) -> None:
        """Shows the dates beside the name, where there are any; the menu has them in any case."""
        self._dates.setVisible(shown and bool(self._dates.text()))
        self.updateGeometry()

    def open_menu(self) -> None:
        """Opens the menu below the button, with the chosen cycle under the keys."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        checked = (action for action in self._menu.actions() if action.isChecked())
        self._menu.setActiveAction(next(checked, self._menu.actions()[0]))

    def _fill(self) -> None:
        self._menu.clear()
        self._add(self.tr("Everything"), EVERYTHING, checked=self._cycle is None)
        for horizon, cycles in cycles_by_horizon(self._snapshot):
            self._menu.addSeparator()
            head = self._menu.addAction(horizon_word(horizon))
            head.setEnabled(False)
            for cycle in cycles:
                words = f"{dates_text(cycle, year=True)} · {state_word(cycle.state)}"
                text = f"{cycle.name}\t{words}".replace("&", "&&")
                self._add(text, cycle.id, checked=cycle.id == self._cycle)

    def _add(self, text: str, choice: int, *, checked: bool) -> None:
        action = QAction(text, self._menu)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda: self.chosen.emit(choice))
        self._menu.addAction(action)


def cycles_by_horizon(snapshot: Snapshot | None) -> Iterator[tuple[Horizon, list[Cycle]]]:
    """The cycles of a plan, those that look ahead longest first, among them the newest first."""
    rows = [] if snapshot is None else list(snapshot.rows(CYCLE))
    rows.sort(key=lambda row: (row.start, row.end, row.id), reverse=True)
    rows.sort(key=lambda row: list(Horizon).index(row.horizon))
    for horizon, cycles in groupby(rows, key=lambda row: row.horizon):
        yield horizon, list(cycles)


def dates_text(cycle: Cycle, *, year: bool = False) -> str:
    """First and last day, "1 Jul – 30 Sep"; with years where they are not plain."""
    over = year or cycle.start.year != cycle.end.year
    return f"{short_date(cycle.start, year=over)} – {short_date(cycle.end, year=over)}"


def horizon_word(horizon: Horizon) -> str:
    """The head above the cycles of a horizon."""
    return {
        Horizon.LONG_TERM: tr("Long term"),
        Horizon.YEAR: tr("Years"),
        Horizon.HALF_YEAR: tr("Half years"),
        Horizon.QUARTER: tr("Quarters"),
        Horizon.MONTH: tr("Months"),
        Horizon.WEEK: tr("Weeks"),
        Horizon.CUSTOM: tr("Other cycles"),
    }[horizon]


def state_word(state: CycleState) -> str:
    """Where a cycle stands."""
    return {
        CycleState.PLANNING: tr("Planning"),
        CycleState.ACTIVE: tr("Active"),
        CycleState.GRADING: tr("Grading"),
        CycleState.CLOSED: tr("Closed"),
    }[state]


def _show_elided(label: QLabel, text: str) -> None:
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, WIDEST_NAME))
