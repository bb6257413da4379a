"""Which objective moves which KPI: the grid or the table, the selected link, the gaps."""

from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.matrix import matrix, movement, narrowed
from okrdesk.domain.overview.kpis import meant
from okrdesk.domain.tables import KPI, OBJECTIVE
from okrdesk.domain.words import KpiStrength
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.kpis.recovery import recover
from okrdesk.ui.look import Look, frame
from okrdesk.ui.matrix.emptiness import NoMatrix
from okrdesk.ui.matrix.export import export
from okrdesk.ui.matrix.gap_card import GapCard
from okrdesk.ui.matrix.grid import MatrixGrid
from okrdesk.ui.matrix.link_card import LinkCard
from okrdesk.ui.matrix.model import MatrixModel
from okrdesk.ui.matrix.table import MatrixTable
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.scrolled import scrolled
from okrdesk.ui.widgets.segments import Segments

GRID, TABLE = "grid", "table"
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
BESIDE = 900
"""Wide enough for the cards to stand side by side."""


class MatrixPage(QWidget):
    """Every change of a cell is one step."""

    def __init__(self, desk: Desk, bridge: Bridge, view: PlanView) -> None:
        super().__init__()
        self._desk, self._bridge, self._view = desk, bridge, view
        look = desk.look
        self.model = MatrixModel(self)
        self.grid = MatrixGrid(look, self.model)
        self.table = MatrixTable(look)
        self.link_card, self.gaps = LinkCard(look), GapCard(look)
        self.form = Segments(self.tr("How the matrix is shown"))
        self.form.add(self.tr("Grid"), GRID)
        self.form.add(self.tr("Table"), TABLE)
        self.form.show_choice(GRID)
        self.form.chosen.connect(self.show_form)
        self.empty = NoMatrix(look)
        self.empty.new_wanted.connect(desk.action("new_kpi").trigger)
        self.empty.all_wanted.connect(partial(view.narrowing.choose, ""))
        self.empty.all_wanted.connect(self.focus)
        view.narrowing.changed.connect(self.refresh)
        self.grid.chosen.connect(self._show_cell)
        self.grid.entered.connect(self.open_objective)
        self.grid.strength_wanted.connect(self.set_strength)
        self.table.entered.connect(view.go_to)
        self.link_card.strength_wanted.connect(self.set_strength)
        self.gaps.watch_wanted.connect(self.watch)
        self.gaps.objective_wanted.connect(self.recover)
        self.gaps.shown.connect(self._show_gap)
        self._build(look)

    def refresh(self) -> None:
        """Follows the plan, the chosen cycle, and the team or view it is narrowed to."""
        bridge, cycle = self._bridge, self._view.scope.cycle
        found = matrix(bridge.snapshot, bridge.today, cycle)
        wanted = self._view.narrowing.narrowed
        if wanted.query:
            asked = meant(bridge.scores, cycle, wanted)
            found = narrowed(found, asked.objectives or (), asked.kpis)
        here = self._here()
        self.model.show_matrix(found, bridge.scores)
        self.table.show_matrix(found, bridge.snapshot)
        full = bool(found.kpis and found.groups)
        self._full.setVisible(full)
        self.empty.setVisible(not full)
        self.empty.show_way(narrowed=bool(wanted.query), free=not bridge.read_only)
        kpis, objectives = found.gaps
        self.gaps.show_gaps(
            [(kpi, bridge.snapshot.get(KPI, kpi).name) for kpi in kpis],
            [(row, bridge.snapshot.get(OBJECTIVE, row).title) for row in objectives],
            writable=not bridge.read_only,
        )
        self.link_card.set_writable(writable=not bridge.read_only)
        if full and self._here() is None:
            self.grid.go_to(*(here or (None, None)))
        self._show_cell()

    def focus(self) -> None:
        """Puts the focus into the grid or the table."""
        if self._full.isHidden():
            self.empty.button.setFocus()
        else:
            (self.grid if self.form.value == GRID else self.table).setFocus()

    def show_form(self, form: object) -> None:
        """Shows the grid or the table."""
        self.form.show_choice(form)
        self.grid.setVisible(form == GRID)
        self._cards.setVisible(form == GRID)
        self.table.setVisible(form == TABLE)

    def set_strength(self, strength: object) -> None:
        """Sets the link under the cursor, or takes it away."""
        pair = self.model.pair_at(self.grid.currentIndex())
        if pair is None or self._bridge.read_only:
            return
        wanted = None if strength is None else KpiStrength(str(strength))
        self._bridge.attempt(commands.link_kpi, pair[0].id, pair[1].kpi.id, wanted)

    def open_objective(self) -> None:
        """Goes to the objective under the cursor in the plan, or to the KPI of a count."""
        index = self.grid.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None and row.objective is not None:
            self._view.go_to(row.objective.id)

    def watch(self, item: object) -> None:
        """Says that a gap is meant to be."""
        if isinstance(item, int):
            self._bridge.attempt(commands.watch_only, item)
            self._desk.toast(self.tr("Marked as no gap"), undo=True)

    def recover(self, kpi: object) -> None:
        """Makes a draft that moves the KPI, and goes to it."""
        if isinstance(kpi, int):
            recover(self._bridge, self._view, kpi, partial(self._desk.toast, undo=True))

    def export(self) -> None:
        """Writes what is seen as a CSV file."""
        if self._full.isVisible():
            export(self._desk, self.model.matrix, as_table=self.form.value == TABLE)

    def state(self) -> object:
        """The form and the cell under the cursor."""
        return self.form.value, self._here()

    def restore(self, state: object) -> None:
        """Shows the form, and goes to the cell again."""
        if isinstance(state, tuple):
            form, here = state
            self.show_form(form)
            self.grid.go_to(*(here or (None, None)))

    def event(self, event: QEvent) -> bool:
        """Takes Ctrl+E from the menu, where it opens the sample plan: here it exports."""
        if isinstance(event, QKeyEvent) and event.keyCombination() == _EXPORT:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.export()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._desk.look.themes.theme.length(BESIDE)
        ways = QBoxLayout.Direction
        self._cards_row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _here(self) -> tuple[int, int] | None:
        pair = self.model.pair_at(self.grid.currentIndex())
        return None if pair is None else (pair[0].id, pair[1].kpi.id)

    def _show_cell(self) -> None:
        index = self.grid.currentIndex()
        pair = self.model.pair_at(index)
        self.link_card.setVisible(pair is not None)
        if pair is not None:
            link = self.model.link_at(index)
            bridge = self._bridge
            moved = None if link is None else movement(bridge.snapshot, link, bridge.today)
            self.link_card.show_cell(*pair, link, moved)
        elif index.isValid():
            line, row = self.model.line_at(index.column()), self.model.row_at(index.row())
            if line is not None:
                self.gaps.show_gap(line.kpi.id)
            elif row.objective is not None:
                self.gaps.show_gap(row.objective.id)

    def _show_gap(self, item: object) -> None:
        if isinstance(item, int):
            kpi = self._bridge.snapshot.find(KPI, item)
            objective, wanted = (None, item) if kpi else (item, None)
            self.grid.go_to(objective, wanted)

    def _build(self, look: Look) -> None:
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)
        for part in (self.grid, self.table):
            inside.addWidget(part)
        self.table.hide()
        self._cards = QWidget()
        self._cards_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        self._cards_row.setContentsMargins(0, 0, 0, 0)
        self._cards_row.setSpacing(14)
        self._cards_row.addWidget(self.link_card, 7)
        self._cards_row.addWidget(self.gaps, 4)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 0, 20, 14)
        column.setSpacing(14)
        column.addWidget(card, 1)
        column.addWidget(self._cards)
        self._full = scrolled(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head(look))
        whole.addWidget(self._full, 1)
        whole.addWidget(self.empty, 1)

    def _head(self, look: Look) -> QHBoxLayout:
        words = look.wrapped(
            self.tr("Every link says which KPI an objective should move."), tone="2"
        )
        row = QHBoxLayout()
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(12)
        row.addWidget(look.label(self.tr("OKR–KPI matrix"), TextRole.VIEW_TITLE))
        row.addWidget(words, 1)
        row.addWidget(self.form)
        row.addWidget(look.button(self.tr("Export…"), self.export, "", "download"))
        return row
