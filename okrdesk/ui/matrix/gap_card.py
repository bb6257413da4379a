"""What no objective moves, and who moves nothing: one gap after the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said


class GapCard(QFrame):
    """``watch_wanted`` and ``objective_wanted`` are about the gap shown, ``shown`` carries it."""

    watch_wanted = Signal(object)
    objective_wanted = Signal(object)
    shown = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._gaps: list[tuple[int, str, bool]] = []
        self._at = 0
        self._writable = True
        self._icon = look.icon("triangle-alert", colour="behind-text")
        self._head = look.label("", TextRole.CHIP)
        self._words = look.wrapped("")
        self.watch = look.button(self.tr("Mark as watch only"), self._watch, "")
        self.new = look.button(self.tr("New objective from this KPI"), self._new, "link")
        self.following = look.button(self.tr("Next gap"), self._next, "link")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self.following)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.watch)
        foot.addWidget(self.new)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(foot)
        column.addStretch(1)

    def show_gaps(
        self, kpis: list[tuple[int, str]], objectives: list[tuple[int, str]], *, writable: bool
    ) -> None:
        """Shows the gaps by id and name; the one that was shown stays if it is still there."""
        here = self._gaps[self._at][0] if self._gaps else None
        self._gaps = [(*gap, True) for gap in kpis] + [(*gap, False) for gap in objectives]
        ids = [gap[0] for gap in self._gaps]
        self._at = ids.index(here) if here in ids else 0
        self._writable = writable
        self._show()

    def show_gap(self, item: int) -> None:
        """Shows the gap of a KPI or an objective, if it is one."""
        ids = [gap[0] for gap in self._gaps]
        if item in ids:
            self._at = ids.index(item)
            self._show()

    def _show(self) -> None:
        any_ = bool(self._gaps)
        self._icon.setVisible(any_)
        self.following.setVisible(len(self._gaps) > 1)
        self.watch.setVisible(any_ and self._writable)
        self.new.setVisible(any_ and self._writable and self._gaps[self._at][2])
        if not any_:
            self._head.setText(self.tr("No gaps"))
            words = self.tr("Every KPI has an objective that moves it, or is only watched.")
            self._words.setText(words)
            return
        _, name, of_kpi = self._gaps[self._at]
        self._head.setText(said(Message("%n gap(s)", count=len(self._gaps))))
        kpi = self.tr("{name} has no objective that moves it. That is fine if you only watch it.")
        objective = self.tr("{name} moves no KPI. That is fine if nothing you watch shows it.")
        self._words.setText((kpi if of_kpi else objective).format(name=name))
        self.watch.setText(self.tr("Mark as watch only") if of_kpi else self.tr("Needs no KPI"))

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._gaps)
        self._show()
        self.shown.emit(self._gaps[self._at][0])

    def _watch(self) -> None:
        self.watch_wanted.emit(self._gaps[self._at][0])

    def _new(self) -> None:
        self.objective_wanted.emit(self._gaps[self._at][0])
