"""The cycles of the plan, newest first, each with the way to its editor."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.entities import Cycle
from okrdesk.domain.tables import CYCLE
from okrdesk.ui.desk import Desk
from okrdesk.ui.look import clear, frame
from okrdesk.ui.rule import Rule
from okrdesk.ui.settings.entries import why_locked
from okrdesk.ui.settings.form import Part, group_column
from okrdesk.ui.settings.words import HORIZON_WORDS, STATE_WORDS
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date


class CyclesPart(Part):
    """A line for each cycle and one button for a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._shown: list[Cycle] | None = None
        self._card = frame("card")
        self._lines = QVBoxLayout(self._card)
        self._lines.setContentsMargins(1, 2, 1, 2)
        self._lines.setSpacing(0)
        column = group_column(self, desk.look, self.tr("Cycles"))
        column.addWidget(self._card)
        self.refresh()

    def filter(self, words: str) -> bool:
        """Shows the cycles when their heading or one of their names holds the words."""
        names = [self.tr("Cycles"), *(cycle.name for cycle in self._shown or [])]
        found = self._desk.bridge is not None and any(words in name.casefold() for name in names)
        self.setVisible(found)
        return found

    def refresh(self) -> None:
        """Shows the cycles as they stand now."""
        bridge = self._desk.bridge
        rows = [] if bridge is None else bridge.snapshot.sorted_rows(CYCLE)[::-1]
        if rows != self._shown:
            self._shown = rows
            self._build(rows)

    def edit(self, cycle: int | None) -> None:
        """Opens the editor of a cycle, or of a new one."""
        from okrdesk.ui.settings.cycle_dialog import CycleDialog

        if self._desk.bridge is not None:
            CycleDialog(self._desk.bridge, self._look, cycle, self._desk.widget).open()

    def _build(self, rows: list[Cycle]) -> None:
        clear(self._lines)
        for cycle in rows:
            self._lines.addWidget(self._line(cycle))
            self._lines.addWidget(Rule(self._look.themes))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        button = self._look.button(
            self.tr("Add cycle…"), lambda: self.edit(None), "link", icon="plus"
        )
        button.setEnabled(why_locked(self._desk.bridge) is None)
        row.addWidget(button)
        row.addStretch()
        self._lines.addWidget(foot)

    def _line(self, cycle: Cycle) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._look.label(cycle.name))
        words.addWidget(self._look.label(days_words(cycle), TextRole.SMALL, "2"))
        row.addLayout(words, 1)
        row.addWidget(self._look.label(said(STATE_WORDS[cycle.state]), TextRole.SMALL, "2"))
        button = self._look.button(self.tr("Change…"), lambda: self.edit(cycle.id))
        button.setAccessibleName(self.tr("Change {name}").format(name=cycle.name))
        button.setEnabled(why_locked(self._desk.bridge) is None)
        row.addWidget(button)
        return line


def days_words(cycle: Cycle) -> str:
    """Its level and days, "Quarter · 1 Jul 2026 – 30 Sep 2026"."""
    days = f"{short_date(cycle.start, year=True)} – {short_date(cycle.end, year=True)}"
    return f"{said(HORIZON_WORDS[cycle.horizon])} · {days}"
